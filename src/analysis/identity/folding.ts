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
