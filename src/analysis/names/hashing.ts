/** Folds one UTF-16 code unit: lower case, without its accent, apostrophes alike. 0 for a combining mark, which folds away. */
function foldSlow(code: number): number {
  if (code === 0x2019 || code === 0x2018 || code === 0x2bc || code === 0x2bb || code === 0x60) return 0x27;
  if (code === 0x2010 || code === 0x2011) return 0x2d;
  if (code >= 0x300 && code <= 0x36f) return 0;
  if (code >= 0xd800 && code <= 0xdfff) return code;
  const special = SPECIAL_LETTERS[String.fromCharCode(code).toLowerCase()];
  return (special ?? String.fromCharCode(code).normalize("NFD").toLowerCase()).charCodeAt(0);
}

/** Letters that Unicode does not take apart, by the letter they are written with where the accent is left out. */
const SPECIAL_LETTERS: Readonly<Record<string, string>> = { ø: "o", ł: "l", đ: "d", ı: "i", ħ: "h", ð: "d", ŧ: "t" };

const TABLE = Uint16Array.from({ length: 0x2100 }, (_, code) => foldSlow(code));

export function fold(code: number): number {
  return code < TABLE.length ? TABLE[code] : code;
}

/** Mixes a value into a hash (the step of MurmurHash3). */
export function mix(hash: number, value: number): number {
  let k = Math.imul(value, 0xcc9e2d51);
  k = (k << 15) | (k >>> 17);
  k = Math.imul(k, 0x1b873593);
  const h = hash ^ k;
  return (Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) | 0;
}

/** The hash of a stretch of text after folding. */
export function foldedHash(text: string, start: number, end: number): number {
  let h = 0x3c6ef372;
  for (let i = start; i < end; i++) {
    const code = fold(text.charCodeAt(i));
    if (code !== 0) h = Math.imul(h ^ code, 0x01000193) ^ (h >>> 15);
  }
  return finish(h);
}

/** The hash of a stretch of text as it stands. */
export function exactHash(text: string, start: number, end: number): number {
  let h = 0x1b56c4e9;
  for (let i = start; i < end; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193) ^ (h >>> 13);
  return finish(h);
}

function finish(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  return h | 0;
}
