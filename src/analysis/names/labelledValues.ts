import type { EntityType } from "../analysis.js";
import type { Block } from "../text/sourceText.js";
import { TokenKind } from "../text/tokens.js";
import labelledValues from "./labelledValues.json" with { type: "json" };
import { isCapital, opensLine } from "./lines.js";
import type { TokenName } from "./spans.js";
import { afterTitles } from "./titles.js";
import { withSpans } from "./withSpans.js";

const TYPES: ReadonlyMap<string, EntityType> = new Map(
  (["person", "organization", "place"] as const).flatMap((type) =>
    labelledValues[type].split(" ").map((noun): [string, EntityType] => [noun, type]),
  ),
);
const NOT_NAMES: ReadonlySet<string> = new Set(labelledValues.notNames.split(" "));

const LONGEST_LABEL = 3;
/** A name is at most so many tokens. */
const LONGEST: Readonly<Partial<Record<EntityType, number>>> = { person: 5, organization: 8, place: 5 };
const CONFIDENCE = 0.7;

const SMALL = /^(?:of|and|the|for|de|del|la|le|di|da|do|dos|du|des|van|von|der|den|bin|ibn|al|el|y|e|i|&|['’]s?|[.-])$/;

/** The type of what stands under a heading or behind a label, by its last word: "Media contact", "Party"; null where it says nothing. */
export function typeOfLabel({ lower }: Block, first: number, end: number): EntityType | null {
  return end > first && end - first <= LONGEST_LABEL ? (TYPES.get(lower[end - 1]) ?? null) : null;
}

/** The name that the tokens first..end are, without titles, where they stand under a heading of a type; null where they are no name. */
export function labelledName(block: Block, first: number, end: number, type: EntityType): TokenName | null {
  const from = type === "person" ? afterTitles(block, first, end) : first;
  if (end <= from || end - from > (LONGEST[type] ?? 0) || !isCapital(block, from)) return null;
  for (let i = from; i < end; i++) {
    const isPart = block.tokens.kinds[i] === TokenKind.Word && isCapital(block, i);
    if (!isPart && !SMALL.test(block.words[i])) return null;
    // "Chair: And the Minister?"
    if (type === "person" && block.words[i] === "the") return null;
  }
  if (end - from === 1 && NOT_NAMES.has(block.lower[from])) return null;
  return { first: from, end, type, confidence: CONFIDENCE };
}

/** Gives names that stand behind a label at a line's beginning the label's type: "Company: Norvik Shipping", "Media contact: Ann Lee, Norvik Shipping". */
export function withLabelledValues(block: Block, names: readonly TokenName[]): readonly TokenName[] {
  let added: TokenName[] | null = null;
  for (let i = 1; i + 1 < block.tokens.count; i++) {
    if (block.words[i] !== ":") continue;
    const label = startOfLabel(block, i);
    const type = label < 0 ? null : typeOfLabel(block, label, i);
    if (!type) continue;
    const end = endOfValue(block, i + 1);
    if (isSaid(block, i + 1, end)) continue;
    const and = type === "person" ? secondOfTwo(block, i + 1, end) : end;
    for (const [first, last] of and < end
      ? [
          [i + 1, and],
          [and + 1, end],
        ]
      : [[i + 1, end]]) {
      const value = labelledName(block, first, last, type);
      if (!value) continue;
      added ??= [];
      added.push(value);
    }
  }
  return added ? withSpans(names, added) : names;
}

/** Where "and" parts the names of two: "Witnesses: Ann Lee and Tom Hale"; the end where nothing does. */
function secondOfTwo({ words }: Block, first: number, end: number): number {
  for (let i = first + 1; i + 1 < end; i++) if (words[i] === "and" || words[i] === "&") return i;
  return end;
}

/** "Ann Lee MP: Good.", "Chair: Agreed?": what somebody says, and no value. */
function isSaid({ words }: Block, first: number, end: number): boolean {
  const mark = words[end] ?? "";
  return mark === "?" || mark === "!" || (mark === "." && end - first === 1);
}

/** The first token of the line that a colon closes the label of; -1 where the label is too long. A list's mark may stand before it. */
function startOfLabel(block: Block, colon: number): number {
  for (let i = colon - 1; i >= 0 && i >= colon - LONGEST_LABEL - 1; i--) {
    if (block.tokens.kinds[i] !== TokenKind.Word) return opensLine(block, i) && i + 1 < colon ? i + 1 : -1;
    if (opensLine(block, i)) return i;
  }
  return -1;
}

/** Where a value ends: at a comma, a semicolon, a bracket or the line's end. */
function endOfValue(block: Block, first: number): number {
  let end = first;
  while (end < block.tokens.count && !/^[,;(|–—]$/.test(block.words[end]) && (end === first || !opensLine(block, end))) end++;
  return end > first && /^[.!?]$/.test(block.words[end - 1]) ? end - 1 : end;
}
