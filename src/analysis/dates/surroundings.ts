import { TokenKind } from "../text/tokens.js";
import type { Head, NumericOrder, TimeExpression, TimeMeaning } from "./expression.js";
import type { FoundExpression } from "./expressions.js";
import { SAYING } from "./timeLexicon.js";
import type { TimeTokens } from "./timeTokens.js";

/** So far before a date its line may begin. */
const LEAD = 24;
const REACH = 240;

/**
 * Whether a day heads what follows it: "On Mon, 4 Nov 2019 … wrote:" and "Sent: …" a mail, a day alone in its line above others an entry of a
 * diary, "Feb. 2:" an entry of a chronology.
 * @param start the expression's first UTF-16 code unit in the block. @param end its end there.
 */
export function headOf(text: string, start: number, end: number, meaning: TimeMeaning): { readonly head: Head } | null {
  if (!isDay(meaning) || meaning.kind === "weekday") return null;
  const from = Math.max(0, start - LEAD);
  const before = text.slice(from, start);
  const lineStart = before.lastIndexOf("\n") + 1;
  if (lineStart === 0 && from > 0) return null;
  const lead = before.slice(lineStart);
  if (/^[>\s]*(?:Sent|Date):\s*$/.test(lead)) return { head: "mail" };
  const behind = text.slice(end, end + REACH);
  if (/^[>\s]*On\s$/.test(lead)) return /^[^\n]*(?:\n[^\n]*)?\bwrote:/.test(behind) ? { head: "mail" } : null;
  if (!/^[>\s#*_•-]*$/.test(lead)) return null;
  if (/^[*_]{0,2}\s?(?::(?!\d)|[–—]\s)/.test(behind)) return { head: "entry" };
  return from + lineStart === 0 && /^[*_.]{0,2}[^\S\n]*(?:\n|$)/.test(behind) ? { head: "day" } : null;
}

/** What a day in numbers with strokes shows of the order in which the document writes days and months. */
export function orderOf(text: string, start: number, meaning: TimeMeaning): { readonly order: NumericOrder } | null {
  if (meaning.kind !== "absolute" || meaning.value.length !== 10) return null;
  const found = /^(\d{1,2})\/(\d{1,2})\/\d/.exec(text.slice(start, start + 7));
  if (!found) return null;
  const [, a, b] = found.map(Number);
  if (a > 12) return { order: { kind: "dayFirst" } };
  if (b > 12) return { order: { kind: "monthFirst" } };
  const [year, month, day] = meaning.value.split("-");
  return { order: { kind: "either", dayFirst: `${year}-${day}-${month}` } };
}

/** So many tokens before "tomorrow" its sentence is looked through. */
const SENTENCE_REACH = 60;

/**
 * Whether "tomorrow" stands within marks in words of another day: "On 3 June the union said that talks would resume “tomorrow”",
 * "She said on 3 June that she “came yesterday”".
 * @param before the expression before it in the block.
 */
export function isSaidOnDay(tokens: TimeTokens, { first }: FoundExpression, before: TimeExpression | undefined): boolean {
  if (tokens.entry(first).deictic === undefined || !before || !isDay(before.meaning)) return false;
  let open: number | null = null;
  let marks = 0;
  let day: number | null = null;
  let isSaid = false;
  let at = first - 1;
  for (; at >= 0 && at > first - SENTENCE_REACH && !/^[.?!]$/.test(tokens.word(at)); at--) {
    const word = tokens.word(at);
    if (/^["“”]$/.test(word)) {
      open ??= word === "”" ? null : at;
      if (open === null) return false;
      marks++;
    } else if (open !== null && SAYING.has(word)) isSaid = true;
    if (tokens.start(at) === before.start) day = at;
  }
  if (!isSaid || marks !== 1 || open === null || day === null || day > open) return false;
  const behind = tokens.word(day - 1) === "on" ? day - 2 : day - 1;
  return behind === at || SAYING.has(tokens.word(behind));
}

function isDay(meaning: TimeMeaning): boolean {
  return meaning.kind === "monthDay" || meaning.kind === "weekday" || (meaning.kind === "absolute" && meaning.value.length === 10);
}

const CAPITAL = /^\p{Lu}\p{Ll}+$/u;
/** A longer word in small letters: not all words of the block begin with a capital, as those of a headline may. */
const SMALL_WORD = /(?:^|\s)\p{Ll}{4}/u;

/** Whether a word is the last of a name, "Today" of "Andes Today": with capitals, behind another such word, where others have none. */
export function isPartOfName({ block }: TimeTokens, token: number): boolean {
  const { starts, ends, kinds } = block.tokens;
  if (token === 0 || kinds[token - 1] !== TokenKind.Word || starts[token] !== ends[token - 1] + 1) return false;
  const textOf = (at: number): string => block.text.slice(starts[at], ends[at]);
  if (!CAPITAL.test(textOf(token)) || !/^\p{Lu}/u.test(textOf(token - 1))) return false;
  return SMALL_WORD.test(block.text) && !block.sentences.includes(token);
}
