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
/** At most so much white space stands within "per cent", also over a line's end. */
const WIDEST_GAP = 80;

/**
 * Cuts a stretch of text into words as they are compared: without case, accents, apostrophes, soft hyphens, ligatures and punctuation, parts of
 * a hyphenated word apart. "U.S." and "US" are one word, so are "1,000" and "1000", "%", "percent" and "per cent".
 * @param start the first offset to read; @param end the offset to stop before.
 */
export function readWords(text: string, start = 0, end = text.length): Words {
  const keys: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const stretch = start === 0 && end === text.length ? text : text.slice(start, end);
  const add = (word: string, at: number, length: number): void => {
    const key = wordKey(word);
    if (key === "") return;
    const last = keys.length - 1;
    if (key === "cent" && keys[last] === "per" && isGap(stretch, ends[last] - start, at)) {
      keys[last] = "percent";
      ends[last] = start + at + length;
      return;
    }
    keys.push(key);
    starts.push(start + at);
    ends.push(start + at + length);
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
