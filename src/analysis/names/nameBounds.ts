import type { EntityType } from "../analysis.js";
import { type Block, tokenText } from "../text/sourceText.js";
import { isTitleWord } from "./titles.js";

/** So many spaces stand between two columns at least. */
const COLUMN_GAP = 3;

/** "the aircraft manufacturer, Airbus": where a name begins that was taken together with what describes it; `first` where nothing does. */
export function afterDescription(block: Block, first: number, end: number): number {
  for (let i = first + 1; i + 1 < end; i++) {
    if (tokenText(block, i) !== ",") continue;
    return /^\p{Ll}/u.test(tokenText(block, i - 1)) && /^\p{Lu}/u.test(tokenText(block, i + 1)) ? i + 1 : first;
  }
  return first;
}

/** "Norvik Fund (NF": the bracket that opens in a name and does not close there; -1 where none does. */
export function openBracket({ words }: Block, first: number, end: number): number {
  for (let i = end - 1; i > first; i--) {
    if (words[i] === ")") return -1;
    if (words[i] === "(") return i;
  }
  return -1;
}

/** Where the next column begins in a name that was read over the gap between two: "MERIDIAN FREIGHT LIMITED     Claimants"; -1 where none does. */
export function nextColumn({ text, tokens: { starts, ends } }: Block, first: number, end: number): number {
  for (let i = first + 1; i < end; i++)
    if (starts[i] - ends[i - 1] >= COLUMN_GAP && !text.slice(ends[i - 1], starts[i]).includes("\n")) return i;
  return -1;
}

/** "VARNHOLM - Halden Party": the dash between spaces that parts two names, of which the second opens its sentence; -1 where none does. */
export function dashApart({ words, tokens: { starts, ends } }: Block, first: number, end: number): number {
  for (let i = first + 1; i + 1 < end; i++)
    if (/^[-–—]$/.test(words[i]) && ends[i - 1] < starts[i] && ends[i] < starts[i + 1] && /^\p{Lu}{3,}$/u.test(words[i - 1])) return i;
  return -1;
}

/** "Vietnam's To Lam", "President To Lam": whether a person's name stands right behind a possessive or a title. */
export function isOwned({ words }: Block, first: number): boolean {
  const before = words[first - 1] ?? "";
  return words[first] === "To" && (/^['’]s$/.test(before) || isTitleWord(before));
}

/** "Pupils of Halden School": those who learn or work there are no part of its name. */
const ATTENDING = /^(?:Pupils|Students|Graduates|Alumni|Teachers|Lecturers|Staff|Employees|Doctors|Nurses)$/;
const ATTENDED = /^(?:school|university|college|academy|institute|hospital)$/;

/** "Sultan of Sokoto", "Member of Parliament": where in the name the place or the organization begins that somebody is so called by. */
export function afterOfficeHolder(block: Block, first: number, end: number, type: EntityType): number {
  if (end - first < 3 || tokenText(block, first + 1) !== "of") return first;
  const holder = tokenText(block, first);
  const isApart =
    type === "organization" && (/^members?$/i.test(holder) || (ATTENDING.test(holder) && ATTENDED.test(block.lower[end - 1])));
  if (!(type === "place" ? isTitleWord(holder) : isApart)) return first;
  return tokenText(block, first + 2) === "the" ? first + 3 : first + 2;
}
