import type { Stretch } from "./cueReading.js";
import functionWords from "./functionWords.json" with { type: "json" };
import { isOneOf, isWord, type Strip } from "./strips.js";
import { WordClass } from "./wordClasses.js";
import { WordTest } from "./wordTest.js";

const VERBS: ReadonlySet<number> = new Set([WordClass.CueVerb, WordClass.Verb, WordClass.Ed]);
const PASTS = new WordTest(functionWords.pasts);

/**
 * What is said, without what its ends only seem to hold: the bracket that closes around the whole clause ("(she said that it was shut)"),
 * and the "as" of "it was shut, as Weld has said".
 */
export function withoutLooseEnds(strip: Strip, { start, end }: Stretch): Stretch {
  const { classes } = strip;
  let last = end - 1;
  if (last > start && classes[last] === WordClass.CloseBracket && !opensBracket(classes, start, last)) last--;
  if (last > start + 1 && isWord(strip, last, "as") && classes[last - 1] === WordClass.Comma) last -= 2;
  return { start: startOfWord(strip, start), end: last + 1 };
}

function opensBracket(classes: Uint8Array, from: number, close: number): boolean {
  let open = 0;
  for (let at = from; at < close; at++) {
    if (classes[at] === WordClass.OpenBracket) open++;
    else if (classes[at] === WordClass.CloseBracket) open--;
  }
  return open > 0;
}

/** "Friday's decision" of what was read as "'s decision". */
function startOfWord({ classes, starts, ends }: Strip, start: number): number {
  const isTorn = start > 0 && classes[start] === WordClass.Possessive && ends[start - 1] === starts[start];
  return isTorn && classes[start - 1] === WordClass.Time ? start - 1 : start;
}

/**
 * What is said up to the quotation that ends it: “What curfew?” of "chanted “What curfew?” and kept going", and "they want “justice,”" where
 * "but pledged to stay calm" goes on behind the comma in the marks.
 * @param cue the cue's position.
 */
export function upToQuotation(strip: Strip, { start, end }: Stretch, cue: number): Stretch {
  const { classes, text, ends } = strip;
  for (let at = start; at + 2 < end; at++) {
    if (classes[at] !== WordClass.Quotation) continue;
    const isAlone = at === start && start - cue <= 2 && start > cue;
    if (isAlone ? leavesStatement(strip, at + 1) : text[ends[at] - 2] === "," && leavesClause(strip, at + 1)) return { start, end: at + 1 };
    if (isAlone) return { start, end };
  }
  return { start, end };
}

function leavesStatement(strip: Strip, at: number): boolean {
  const wordClass = strip.classes[at];
  return wordClass === WordClass.Time || leavesClause(strip, at);
}

function leavesClause(strip: Strip, at: number): boolean {
  const wordClass = strip.classes[at];
  if (wordClass === WordClass.Subordinator) return true;
  if (wordClass !== WordClass.Coordinator && wordClass !== WordClass.But) return false;
  const verb = strip.classes[at + 1] === WordClass.Adverb ? at + 2 : at + 1;
  return VERBS.has(strip.classes[verb]) || isOneOf(strip, verb, PASTS);
}
