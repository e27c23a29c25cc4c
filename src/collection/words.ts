import { foldWord } from "../analysis/identity/folding.js";
import { withoutPartedWords } from "../analysis/oneLine.js";

/** The words of a stretch of text. Offsets are UTF-16 code units of the whole text, end exclusive. */
export interface Words {
  readonly keys: readonly string[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/**
 * A word with its first letter changed ("[T]he"), a word parted at a line's end, initials with full stops, numbers with inner marks, words
 * with inner apostrophes and soft hyphens, and the signs that change a figure's meaning.
 */
const WORD =
  /[\p{L}\p{M}][\p{L}\p{M}\u00ad]{0,59}(?<!\u00ad)[-‐\u00ad][^\S\n]{0,40}\n[^\S\n]{0,40}\p{Ll}[\p{L}\p{M}]*(?:\u00ad[\p{L}\p{M}]+)*|\[\p{L}\][\p{L}\p{M}]+(?:['’ʼ‘`\u00ad][\p{L}\p{N}\p{M}]+)*|(?:\p{L}\.){2,20}\p{L}?|\p{N}+(?:[.,]\p{N}+)+|[\p{L}\p{N}\p{M}]+(?:['’ʼ‘`\u00ad][\p{L}\p{N}\p{M}]+)*|[%$£€¥]/gu;
/** Text in which no words stand but plain ones, as most is. */
const PLAIN_TEXT = /^[\0-\x7f£€¥‘’“”–—…]*$/;
const PARTED = /-[^\S\n]{0,40}\n/;
/** What {@link WORD} finds in plain text without words parted at a line's end, four times as fast. */
const PLAIN_WORD =
  /\[[A-Za-z]\][A-Za-z]+(?:['’‘`][A-Za-z0-9]+)*|(?:[A-Za-z]\.){2,20}[A-Za-z]?|[0-9]+(?:[.,][0-9]+)+|[A-Za-z0-9]+(?:['’‘`][A-Za-z0-9]+)*|[%$£€¥]/g;
/** The letters that a typesetter draws as one, as the text of a PDF has them: "ﬁ", "ﬄ". */
const LIGATURE = /[\ufb00-\ufb06]/;
/** A figure with what shortens a thousand, a million or a billion; one letter alone does so behind a currency's sign: "$5m", "5bn". */
const SHORTENED = /^(\p{N}[\p{N}.,]*)?(k|m|b|mn|mln|bn|tn)$/iu;
const SCALES: Readonly<Record<string, string>> = {
  k: "thousand",
  m: "million",
  mn: "million",
  mln: "million",
  b: "billion",
  bn: "billion",
  tn: "trillion",
};
const LONGEST_SHORTENED = 8;
const CURRENCY: ReadonlySet<string> = new Set("$£€¥");
/** At most so much white space stands within "per cent", also over a line's end. */
const WIDEST_GAP = 80;

/**
 * Cuts a stretch of text into words as they are compared: without case, accents, apostrophes, soft hyphens, ligatures and punctuation, parts of
 * a hyphenated word apart. "U.S." and "US" are one word, so are "1,000" and "1000", "%", "percent" and "per cent"; "cannot" and "can not" are two, "$5m" and
 * "$5 million" three.
 * @param start the first offset to read; @param end the offset to stop before.
 */
export function readWords(text: string, start = 0, end = text.length): Words {
  const keys: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const stretch = start === 0 && end === text.length ? text : text.slice(start, end);
  const put = (key: string, at: number, length: number): void => {
    keys.push(key);
    starts.push(start + at);
    ends.push(start + at + length);
  };
  const add = (word: string, at: number, length: number): void => {
    const key = wordKey(word);
    if (key === "") return;
    const last = keys.length - 1;
    if (key === "cannot" && length === 6) {
      put("can", at, 3);
      put("not", at + 3, 3);
      return;
    }
    const figure = length <= LONGEST_SHORTENED ? shortenedFigure(word, keys, last >= 0 && start + at - ends[last] <= 1) : null;
    if (figure !== null) {
      if (figure.digits > 0) put(key.slice(0, figure.digits), at, figure.digits);
      put(figure.scale, at + figure.digits, length - figure.digits);
      return;
    }
    if (key === "cent" && keys[last] === "per" && isGap(stretch, ends[last] - start, at)) {
      keys[last] = "percent";
      ends[last] = start + at + length;
      return;
    }
    put(key, at, length);
  };
  for (const { 0: standing, index } of stretch.matchAll(wordsOf(stretch))) {
    const word = standing.includes("\n") ? withoutPartedWords(standing) : standing;
    if (word === standing || !/[-‐]/.test(word)) add(word, index, standing.length);
    else for (const { 0: part, index: inner } of standing.matchAll(/[\p{L}\p{M}\u00ad]+/gu)) add(part, index + inner, part.length);
  }
  return { keys, starts, ends };
}

function wordsOf(text: string): RegExp {
  return PLAIN_TEXT.test(text) && !PARTED.test(text) ? PLAIN_WORD : WORD;
}

/**
 * The word for what shortens it in a figure, with the length of the digits before it.
 * @param isBeside whether it stands beside the word before, or one space from it.
 */
function shortenedFigure(
  word: string,
  before: readonly string[],
  isBeside: boolean,
): { readonly digits: number; readonly scale: string } | null {
  const last = before[before.length - 1] ?? "";
  const isDigit = isDigitAt(word);
  if (!isDigit && !(isBeside && isDigitAt(last))) return null;
  const [, digits = "", suffix = ""] = SHORTENED.exec(word) ?? [];
  const isSum = CURRENCY.has(isDigit ? (isBeside ? last : "") : (before[before.length - 2] ?? ""));
  const scale = suffix.length > 1 || isSum ? SCALES[suffix.toLowerCase()] : undefined;
  return scale === undefined ? null : { digits: digits.length, scale };
}

function isDigitAt(word: string): boolean {
  const code = word.charCodeAt(0);
  return code >= 0x30 && code <= 0x39;
}

/** Whether nothing but a little white space stands between two offsets. */
function isGap(text: string, start: number, end: number): boolean {
  return end - start <= WIDEST_GAP && text.slice(start, end).trim() === "";
}

/** The key under which two spellings of one word meet. */
function wordKey(word: string): string {
  if (word === "%") return "percent";
  const whole = word.startsWith("[") ? word[1] + word.slice(3) : word;
  const folded = foldWord(LIGATURE.test(whole) ? whole.normalize("NFKC") : whole);
  if (!folded.includes(".") && !folded.includes(",")) return folded;
  return folded.charCodeAt(0) < 0x3a ? folded.replaceAll(",", "") : folded.replaceAll(".", "");
}
