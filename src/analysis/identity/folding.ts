import { compiled } from "../text/compiled.js";

const SPECIAL: Readonly<Record<string, string>> = {
  ß: "ss",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
  æ: "ae",
  œ: "oe",
  ə: "a",
};

/** A word in lower case without accents, apostrophes and invisible marks, so that one name's spellings meet. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  return isPlain(lower) ? lower : foldRare(lower);
}

function isPlain(lower: string): boolean {
  for (let i = 0; i < lower.length; i++) {
    const code = lower.charCodeAt(i);
    if (code > 0x7e || code === 0x27 || code === 0x60) return false;
  }
  return true;
}

function foldRare(lower: string): string {
  return lower
    .normalize("NFD")
    .replace(/[\p{M}\p{Cf}'’‘ʼʻʾʿ`]/gu, "")
    .replace(/[ßøłđðþıæœə]/g, (letter) => SPECIAL[letter]);
}

const INITIALS = compiled(/^(?:\p{L}\.){2,}\p{L}?$/u);

/** A firm's legal form with a slash in it is one word: "Weld Marine A/S". */
const SLASHED_FORM = /\s(?:A\/S|S\/A)$/;

/**
 * The folded words of a name: cut at spaces and hyphens, "U.S." and "U. S." as one word, without a leading "the" and a possessive 's.
 * @param surface the name as it stands in the text.
 */
export function nameWords(surface: string): string[] {
  const words: string[] = [];
  const slash = SLASHED_FORM.exec(surface);
  for (const piece of (slash ? surface.slice(0, slash.index) : surface).split(/[\s\u00a0\-\u2010-\u2015/,;:()[\]"“”&]+/)) {
    if (piece.length === 0) continue;
    const whole = INITIALS.test(piece) ? piece.replaceAll(".", "") : piece;
    for (const part of whole.includes(".") ? whole.split(".") : [whole]) {
      const folded = foldWord(part.replace(/['’]s$/i, ""));
      if (folded.length > 0) words.push(folded);
    }
  }
  if (slash) words.push(slash[0].trim().toLowerCase());
  if (words.length > 1 && words[0] === "the") words.shift();
  if (words.length > 1 && words[0] === "st") words[0] = "saint";
  // A copy has no more room than it needs, and very many are kept.
  return words.length > 1 && words.every((word) => word.length === 1) ? [words.join("")] : words.slice();
}
