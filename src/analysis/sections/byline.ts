import type { Span } from "../analysis.js";
import { MONTH_PATTERN } from "../dates/calendarDate.js";
import { compiled } from "../text/compiled.js";
import words from "./formWords.json" with { type: "json" };
import { plain } from "./lineForms.js";

const STARTS = new RegExp(
  `^[\\s*_>]{0,6}(?:${[...words.bylineStarts].sort((a, b) => b.length - a.length).join("|")})(?:\\s*:\\s*|\\s+|(?<=:)\\s*)[*_]{0,2}`,
  "i",
);
/** "From Jane Doe in Cairo", and with a comma: "From Jane Doe, Cairo". */
const FROM_PLACE = /^From\s(?=\p{Lu}\S*(?:\s\S+){1,4}\sin\s\p{Lu})/u;
const FROM_BEFORE_PLACE = compiled(/^From\s(?=\p{Lu}\S*(?:\s[^\s,]+){1,4},\s\p{Lu}[^\s,]+(?:\s\p{Lu}[^\s,]+)?\s*$)/u);
const MORE_FROM = new RegExp(`^[\\s*_>]{0,6}(?:${words.moreFrom.join("|")})(?:\\s*:\\s*|\\s+)`, "i");
const CREDITS = /\b(?:additional reporting|reporting|writing|compiled|translated)\s+by\s+/gi;

const LONGEST_BYLINE = 200;
const PARTICLES = /^(?:al|el|bin|ibn|bint|abu|van|von|der|den|de|da|di|do|dos|du|la|le|del|della|ter|ten|y|e|ben|zu|zur|af|av|san|st)$/i;

/** "our correspondent", "Staff Reporter", "Agencies": who wrote is not named. */
const UNNAMED =
  /^(?:(?:our|a|an|the|own|staff|special|senior|political|sports?|foreign|city|crime|business)\s){0,3}(?:reporters?|correspondents?|writers?|staff|agencies|bureau|newsroom)[*_\s]{0,4}$/i;

/** A line that says who wrote the text. */
export interface Byline {
  /** The authors' names, from the line's start. */
  readonly authors: readonly Span[];
}

/** Reads "By Jane Doe and John Roe", "Written by …", "By JANE DOE, Associated Press". Null for any other line. */
export function readByline(line: string): Byline | null {
  if (line.length > LONGEST_BYLINE) return null;
  const placed = FROM_BEFORE_PLACE.exec(line);
  const writer = placed ? readName(line, placed[0].length) : null;
  if (writer && line[writer.end] === ",") return { authors: [writer] };
  const found = STARTS.exec(line) ?? FROM_PLACE.exec(line);
  if (!found) return null;
  const authors = readNames(line, found[0].length);
  if (authors.length === 0) return UNNAMED.test(line.slice(found[0].length)) ? { authors } : null;
  const last = authors[authors.length - 1].end;
  return isBylineTail(line.slice(last)) ? { authors } : null;
}

/** The names that a line begins with, from its start. */
export function readNameList(line: string): readonly Span[] {
  return line.length > LONGEST_BYLINE ? [] : readNames(line, 0);
}

/** The name in "More from Jane Doe"; from the line's start. Null for any other line, or where no name of a person follows. */
export function readMoreFrom(line: string): Span | null {
  if (line.length > 120) return null;
  const found = MORE_FROM.exec(line);
  if (!found) return null;
  const [name] = readNames(line, found[0].length);
  if (!name || countNameWords(line.slice(name.start, name.end)) < 2) return null;
  return /^[\s.:»>)*_-]*$/.test(line.slice(name.end)) ? name : null;
}

/** The names of a wire service's last line: "(Reporting by Jane Doe in Cairo; Writing by John Roe; Editing by …)". */
export function readCredits(line: string): Span[] {
  const authors: Span[] = [];
  for (const found of line.slice(0, 400).matchAll(CREDITS)) authors.push(...readNames(line, found.index + found[0].length));
  return authors;
}

/** Names from an offset on, with commas, "and" and "&" between them; what is a job, an agency or a place ends the list. */
function readNames(line: string, from: number): Span[] {
  const names: Span[] = [];
  let at = from;
  while (names.length < 12) {
    const name = readName(line, at);
    if (!name) break;
    names.push(name);
    const from = line.slice(name.end, name.end + LONGEST_PLACE);
    const between = BETWEEN_NAMES.exec(from) ?? BETWEEN_PLACED.exec(from);
    if (!between) break;
    at = name.end + between[0].length;
  }
  return names;
}

/** What stands between two names. */
const BETWEEN_NAMES = /^(?:\s*,\s*(?:and|&)\s+|\s+(?:and|&|with)\s+|\s*,\s*|\s*\/\s*)/i;
/** The same where each has a place: "Jane Doe in Port Said and John Roe in Cairo". */
const BETWEEN_PLACED =
  /^\s+in\s+\p{Lu}[^\s,]*(?:\s\p{Lu}[^\s,]*){0,2}(?:,\s*(?:and\s+)?|\s+and\s+)(?=\p{Lu}\S*(?:\s\S+){1,5}?\s+in\s\p{Lu})/u;
const LONGEST_PLACE = 90;
/** What ends a name: a word that goes on to the next, says when, or begins a date. */
const BEHIND_NAME = /^(?:AND|WITH|IN|AT|FOR|OF|ON|Staff|STAFF|Posted|Published|Updated|Translated)$/;
const DATE_BEHIND = new RegExp(`^\\s*(?:${MONTH_PATTERN})\\.?\\s{1,3}\\d`, "i");

const WORD = compiled(/^\s*([\p{L}\p{M}][\p{L}\p{M}'’‘.-]*)/u);

/** "T.J." */
const INITIALS = /^(?:\p{Lu}\.)+$/u;

function readName(line: string, from: number): Span | null {
  let end = from;
  let capitals = 0;
  for (let wordsRead = 0; wordsRead < 6; wordsRead++) {
    const found = WORD.exec(line.slice(end, end + 40));
    if (!found) break;
    const word = found[1];
    const capital = /^(?:\p{Lu}|(?:al|el|d|l|O)[-'’]\p{Lu}|\p{Lo})/u.test(word);
    if (!capital && !PARTICLES.test(word)) break;
    if (capitals > 0 && (BEHIND_NAME.test(word) || DATE_BEHIND.test(line.slice(end, end + 40)))) break;
    end += found[0].length;
    if (capital) capitals++;
    if (word.length > 3 && word.endsWith(".") && !INITIALS.test(word)) break;
  }
  if (capitals === 0) return null;
  let start = from;
  while (start < end && /\s/.test(line[start])) start++;
  while (end > start && /[.\s’'-]/.test(line[end - 1]) && !/\b\p{Lu}\.$/u.test(line.slice(start, end))) end--;
  const words = plain(line.slice(start, end));
  if (NO_NAME.has(words) || JOB.test(words) || /^(?:the|a|an|our|his|her|this|that|these|those)\b/.test(words)) return null;
  return { start, end };
}

const NO_NAME: ReadonlySet<string> = new Set([
  ...words.agencies,
  "staff",
  "staff writer",
  "staff reporter",
  "agencies",
  "admin",
  "editor",
  "guest",
]);

const JOB = new RegExp(`\\b(?:${words.bioNouns.join("|")}|desk|bureau|team|chief|agency|agencies|press|news)s?$`);

/** What may stand after the names: an agency, a job, a place, a date; no clause. */
function isBylineTail(tail: string): boolean {
  const rest = tail.replace(/^[\s*_]+|[\s*_]+$/g, "");
  if (rest === "") return true;
  if (/^[,|/•·(<@–—-]|^(?:in|for|of|at|on)\b|^(?:updated|published|posted)|^\d/i.test(rest))
    return !/[.!?]\s+\p{Lu}\p{Ll}+\s+\p{Ll}/u.test(rest) && rest.split(/\s+/).length <= 16;
  return DATE_BEHIND.test(rest) ? countNameWords(rest) <= 8 : /^\p{Lu}[\p{L}\s'’.-]{0,60}$/u.test(rest);
}

function countNameWords(name: string): number {
  return name.split(/\s+/).length;
}

const PAPER = compiled(/^\p{Lu}[\p{L}’'.-]*(?:\s(?:of\s|the\s|&\s)?\p{Lu}[\p{L}’'.-]*){1,4}$/u);

/** Whether a line may be the name of a paper and nothing else: "Lakeside Dispatch". */
export function isPaper(line: string): boolean {
  return PAPER.test(line);
}
