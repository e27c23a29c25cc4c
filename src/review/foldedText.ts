/** A text in which what line wrapping and typography change is made one: runs of white space are one space, quotation marks and dashes are plain. */
export interface FoldedText {
  readonly text: string;
  /** The offset in the original of the character at an offset in the folded text; of its end, that of the original's end. */
  toOriginal(offset: number): number;
  /** The end in the original of a folded span that ends (exclusive) at the offset. */
  endToOriginal(offset: number): number;
  /** The offset in the folded text of an offset in the original. */
  toFolded(offset: number): number;
}

const SPACE = 0x20;

/** Folds a text in one pass. All offsets are UTF-16 code units. */
export function foldedText(original: string): FoldedText {
  const codes = new Uint16Array(original.length);
  const origins = new Int32Array(original.length + 1);
  let length = 0;
  for (let i = 0; i < original.length; i++) {
    const code = foldedCode(original.charCodeAt(i));
    if (code === SPACE && length > 0 && codes[length - 1] === SPACE) continue;
    codes[length] = code;
    origins[length++] = i;
  }
  origins[length] = original.length;
  return {
    text: textOf(codes.subarray(0, length)),
    toOriginal: (offset) => origins[Math.min(offset, length)],
    endToOriginal: (offset) => (offset === 0 ? 0 : origins[Math.min(offset, length) - 1] + 1),
    toFolded: (offset) => lastAtMost(origins, length, offset),
  };
}

/** A short text folded, without its offsets. */
export function folded(original: string): string {
  return foldedText(original).text;
}

function foldedCode(code: number): number {
  if (code < 0x80) return code >= 0x09 && code <= 0x0d ? SPACE : code === 0x60 ? 0x27 : code;
  if (code === 0xa0 || code === 0x202f || code === 0x3000 || code === 0x85 || (code >= 0x2000 && code <= 0x200a)) return SPACE;
  if (code === 0x2028 || code === 0x2029) return SPACE;
  if (code === 0x2018 || code === 0x2019 || code === 0x201a || code === 0x201b) return 0x27;
  if (code === 0x201c || code === 0x201d || code === 0x201e || code === 0x201f || code === 0xab || code === 0xbb) return 0x22;
  return code >= 0x2010 && code <= 0x2015 ? 0x2d : code;
}

const PIECE = 8192;

function textOf(codes: Uint16Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < codes.length; at += PIECE) pieces.push(String.fromCharCode(...codes.subarray(at, at + PIECE)));
  return pieces.join("");
}

function lastAtMost(origins: Int32Array, length: number, offset: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (origins[middle] <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
