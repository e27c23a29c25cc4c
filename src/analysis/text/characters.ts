/** The classes of UTF-16 code units that the tokenizer tells apart. */
export const enum CharClass {
  Space = 0,
  NewLine = 1,
  Lower = 2,
  /** Upper-case and title-case letters. */
  Upper = 3,
  /** Letters without case: Arabic, Hebrew, Chinese… */
  Caseless = 4,
  Digit = 5,
  /** Combining marks, joiners and variation selectors: they belong to what stands before them. */
  Joined = 6,
  Surrogate = 7,
  Symbol = 8,
}

const TABLE_SIZE = 0x0600;

function classify(code: number): CharClass {
  if (code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029 || code === 0x0b || code === 0x0c || code === 0x85) {
    return CharClass.NewLine;
  }
  if (code >= 0xd800 && code <= 0xdfff) return CharClass.Surrogate;
  const char = String.fromCharCode(code);
  if (code === 0xfeff || code <= 0x20 || /[\s\p{Z}\u200b]/u.test(char)) return CharClass.Space;
  if (code === 0xad || code === 0x200c || code === 0x200d || (code >= 0x202a && code <= 0x202e) || code === 0x200e || code === 0x200f) {
    return CharClass.Joined;
  }
  if (/\p{M}/u.test(char)) return CharClass.Joined;
  if (/[\p{Lu}\p{Lt}]/u.test(char)) return CharClass.Upper;
  if (/\p{Ll}/u.test(char)) return CharClass.Lower;
  if (/\p{L}/u.test(char)) return CharClass.Caseless;
  if (/\p{Nd}/u.test(char)) return CharClass.Digit;
  return CharClass.Symbol;
}

const TABLE = Uint8Array.from({ length: TABLE_SIZE }, (_, code) => classify(code));

/** Dashes, curly quotation marks and special spaces are frequent enough for a table of their own. */
const PUNCTUATION_START = 0x2000;
const PUNCTUATION = Uint8Array.from({ length: 0x70 }, (_, code) => classify(PUNCTUATION_START + code));

/** The class of one UTF-16 code unit. */
export function charClass(code: number): CharClass {
  if (code < TABLE_SIZE) return TABLE[code] as CharClass;
  if (code >= PUNCTUATION_START && code < PUNCTUATION_START + PUNCTUATION.length) return PUNCTUATION[code - PUNCTUATION_START] as CharClass;
  if (code >= 0x4e00 && code <= 0x9fff) return CharClass.Caseless;
  return classify(code);
}

export function isWordClass(cls: CharClass): boolean {
  return cls >= CharClass.Lower && cls <= CharClass.Joined;
}

/** Whether the text has an upper-case letter at the offset. */
export function isUpperAt(text: string, offset: number): boolean {
  return charClass(text.charCodeAt(offset)) === CharClass.Upper;
}
