import search from "approx-string-match";
import type { Span } from "../analysis/analysis.js";

/** Shorter words are like too many others. */
const SHORTEST = 8;
/** The share of a passage's code units that may differ. */
const ERROR_SHARE = 0.2;
/** Passages longer than this are found by their two ends. */
const LONGEST = 800;
const END_LENGTH = 300;
/** A runner-up with so many more errors, as a share of the passage, is no rival. */
const MARGIN_SHARE = 0.1;

/** Code units of text times blocks of 32 errors: what a search may cost. */
export interface SearchBudget {
  left: number;
}

/**
 * Finds where a passage stands in another wording (G. Myers, "A fast bit-vector algorithm for approximate string matching based on dynamic
 * programming", 1999), with a floor on the likeness.
 * @param text the text to search; @param pattern the passage; both folded. Offsets are UTF-16 code units.
 * @returns the best places and those nearly as good, of which some overlap; none where the floor is not met or the budget is spent.
 */
export function approximatePlaces(pattern: string, text: string, budget: SearchBudget): Span[] {
  if (pattern.length < SHORTEST) return [];
  if (pattern.length <= LONGEST) return places(pattern, text, budget);
  const heads = places(pattern.slice(0, END_LENGTH), text, budget);
  return heads.flatMap((head) => {
    const reach = head.start + Math.ceil(pattern.length * (1 + ERROR_SHARE));
    const from = head.start + Math.floor(pattern.length * (1 - ERROR_SHARE)) - END_LENGTH;
    const tails = places(pattern.slice(-END_LENGTH), text.slice(Math.max(head.end, from), reach), budget);
    return tails.map((tail) => ({ start: head.start, end: Math.max(head.end, from) + tail.end }));
  });
}

function places(pattern: string, text: string, budget: SearchBudget): Span[] {
  const most = Math.floor(pattern.length * ERROR_SHARE);
  const [best, ...others] = matches(pattern, text, most, budget);
  if (!best) return [];
  const margin = Math.max(2, Math.ceil(pattern.length * MARGIN_SHARE));
  const allowed = Math.min(most, best.errors + margin);
  const after = matches(pattern, text.slice(best.end), allowed, budget).map(({ start, end }) => ({
    start: start + best.end,
    end: end + best.end,
  }));
  const before = matches(pattern, text.slice(0, best.start), allowed, budget);
  return [best, ...others, ...before, ...after];
}

function matches(pattern: string, text: string, errors: number, budget: SearchBudget): (Span & { readonly errors: number })[] {
  const cost = text.length * Math.max(1, Math.ceil(errors / 32));
  if (budget.left < cost || errors < 1) return [];
  budget.left -= cost;
  return search(text, pattern, errors);
}
