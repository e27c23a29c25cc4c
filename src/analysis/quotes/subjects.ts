import type { Span } from "../analysis.js";
import { compiled } from "../text/compiled.js";
import functionWords from "./functionWords.json" with { type: "json" };

/** What may stand before the name that is a sentence's subject: titles and what somebody is, but no verb and no preposition. */
const BEFORE_SUBJECT = compiled(/^(?:(?:The|Our|My|Her|His|Their|An?|But|And|Yet)\s)?(?:[\p{L}.’'-]+\s){0,4}$/u);
/** "Her deputy at the harbor, ": the noun phrase that the name stands in apposition to. */
const APPOSED_TO = compiled(/^(?:But\s|And\s)?(?:The|Our|My|Her|His|Their|Its|An?|\p{Lu}[\p{L}.’'-]+['’]s)\s[^,.!?;:“”"\n]{2,60},\s$/u);
/** A word after which a name is not the subject. */
const NO_SUBJECT =
  /\b(?:to|told|asked|with|by|from|of|for|about|at|on|against|than|under|over|near|beside|behind|after|before|like|in|into)\s$/i;
/** The same with titles before the name: "Asked by Sen. ". */
const NO_SUBJECT_TITLED = compiled(
  /\b(?:to|told|asked|with|by|from|of|for|about|at|on|against|than|beside|behind|like)(?:\s\p{Lu}[\p{L}.]*){1,3}\s$/u,
);
const LONGEST_BEFORE = 90;

/** Whether a name is the subject of the sentence that begins at an offset, as far as what stands between the two can tell. */
export function isSubject(text: string, from: number, { start, end }: Span): boolean {
  if (start - from > LONGEST_BEFORE || /^['’]s?\b/.test(text.slice(end, end + 3))) return false;
  const before = text.slice(from, start);
  return APPOSED_TO.test(before) || (BEFORE_SUBJECT.test(before) && !isObjectAfter(before));
}

const POSSESSIVE = /^['’]s?\s(?:[\p{Ll}-]+\s){0,2}?([\p{Ll}-]+)\b/u;
const SAYINGS: ReadonlySet<string> = new Set([...functionWords.thing, ...functionWords.sayings]);
const LONGEST_OWNED = 60;

/** Whether a name that ends at an offset has something that is said for its own: "Weld's short reply". */
export function ownsSaying(text: string, end: number): boolean {
  const possessive = POSSESSIVE.exec(text.slice(end, end + LONGEST_OWNED));
  return possessive !== null && SAYINGS.has(possessive[1]);
}

/** Whether words end with a preposition or verb after which a name is no subject. */
export function isObjectAfter(before: string): boolean {
  return NO_SUBJECT.test(before) || NO_SUBJECT_TITLED.test(before);
}
