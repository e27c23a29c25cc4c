import { foldWord } from "../analysis/identity/folding.js";

/** The words of a stretch of text. Offsets are UTF-16 code units of the whole text, end exclusive. */
export interface Words {
  readonly keys: readonly string[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** A word with its first letter changed ("[T]he"), initials with full stops, numbers with inner marks, words with inner apostrophes, and the signs that change a figure's meaning. */
const WORD =
  /\[\p{L}\][\p{L}\p{M}]+(?:['’ʼ‘`][\p{L}\p{N}\p{M}]+)*|(?:\p{L}\.){2,20}\p{L}?|\p{N}+(?:[.,]\p{N}+)+|[\p{L}\p{N}\p{M}]+(?:['’ʼ‘`][\p{L}\p{N}\p{M}]+)*|[%$£€¥]/gu;

/**
 * Cuts a stretch of text into words as they are compared: without case, accents, apostrophes and punctuation, parts of a hyphenated word apart.
 * "U.S." and "US" are one word, so are "1,000" and "1000", "%" and "percent".
 * @param start the first offset to read; @param end the offset to stop before.
 */
export function readWords(text: string, start = 0, end = text.length): Words {
  const keys: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const stretch = start === 0 && end === text.length ? text : text.slice(start, end);
  for (const { 0: word, index } of stretch.matchAll(WORD)) {
    const key = wordKey(word);
    if (key === "") continue;
    keys.push(key);
    starts.push(start + index);
    ends.push(start + index + word.length);
  }
  return { keys, starts, ends };
}

/** The key under which two spellings of one word meet. */
function wordKey(word: string): string {
  if (word === "%") return "percent";
  const folded = foldWord(word.startsWith("[") ? word[1] + word.slice(3) : word);
  if (!folded.includes(".") && !folded.includes(",")) return folded;
  return folded.charCodeAt(0) < 0x3a ? folded.replaceAll(",", "") : folded.replaceAll(".", "");
}
