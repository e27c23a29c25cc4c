import { isUpperAt } from "../text/characters.js";
import functionWords from "./functionWords.json" with { type: "json" };
import type { SourceCandidate } from "./sourceCandidates.js";
import { isOneOf, type Strip } from "./strips.js";
import { WordClass } from "./wordClasses.js";
import { WordTest } from "./wordTest.js";

// Sources of which a part was chosen that says where somebody is from, and means of telling that are nobody.

const LONGEST_NAME = 4;
const LONGEST_BRACKET = 10;

/** Where the words with capitals begin that end at a position, a few at most; the position itself where none do. */
export function nameBefore({ text, starts }: Pick<Strip, "text" | "starts">, end: number, from: number): number {
  let start = end;
  while (start > from && end - start < LONGEST_NAME && isUpperAt(text, starts[start - 1])) start--;
  return start;
}

/**
 * "Tom Hale, 34, from Leeds" and "Tom Hale (Con, Leeds and Bradford)" of what was read as "Leeds" and "Leeds and Bradford"; the same source
 * where it stands in no such aside.
 * @param from the sentence's first position.
 */
export function withWhoIsFrom(strip: Strip, from: number, source: SourceCandidate): SourceCandidate {
  const { classes } = strip;
  const close = bracketOf(strip, source);
  const open = close < 0 ? -1 : openingOf(classes, close, from);
  if (open >= 0 && open < source.start) return withNameAt(strip, open, from, source, close + 1);
  const lead = source.start - 1;
  if (lead <= from || (classes[lead] !== WordClass.Preposition && classes[lead] !== WordClass.Of)) return source;
  let comma = lead - 1;
  if (classes[comma] !== WordClass.Comma) return source;
  if (comma > from + 2 && classes[comma - 1] === WordClass.Number && classes[comma - 2] === WordClass.Comma) comma -= 2;
  return withNameAt(strip, comma, from, source, source.end);
}

/** The bracket that closes in a phrase or right behind it; -1 where none does. */
function bracketOf({ classes }: Strip, { start, end }: SourceCandidate): number {
  if (classes[end] === WordClass.CloseBracket) return end;
  for (let at = end - 1; at >= start; at--) if (classes[at] === WordClass.CloseBracket) return at;
  return -1;
}

function openingOf(classes: Uint8Array, close: number, from: number): number {
  for (let at = close - 1; at >= from && at >= close - LONGEST_BRACKET; at--) if (classes[at] === WordClass.OpenBracket) return at;
  return -1;
}

/** The source with the name that ends at a position; the same where no name of two words or more does. */
function withNameAt(strip: Strip, nameEnd: number, from: number, source: SourceCandidate, end: number): SourceCandidate {
  const start = nameBefore(strip, nameEnd, from);
  return start + 1 < nameEnd ? { ...source, start, end, long: true } : source;
}

const MEANS = new WordTest(functionWords.means);

/** "confirmed by phone", "said by e-mail": how it was told, and not by whom. */
export function isMeans(strip: Strip, { start, end }: SourceCandidate): boolean {
  return end === start + 1 && start > 0 && strip.classes[start - 1] === WordClass.By && isOneOf(strip, start, MEANS);
}
