import hyphens from "../hyphens.json" with { type: "json" };
import abbreviations from "./abbreviations.json" with { type: "json" };
import { bytes, integers } from "./arena.js";
import { CharClass, charClass, isWordClass } from "./characters.js";
import { compiled } from "./compiled.js";
import { tagEnd } from "./tags.js";

export const enum TokenKind {
  /** Letters, with marks, digits, inner apostrophes, inner hyphens and an abbreviation's full stops. */
  Word = 0,
  Number = 1,
  Punctuation = 2,
  /** A mark that can open or close a quotation, apostrophes outside words included. */
  QuotationMark = 3,
  /** A web address, a mail address, a handle or a hashtag. */
  Link = 4,
}

/** The tokens of one block. Offsets are UTF-16 code units from the start of the block, end exclusive. */
export interface Tokens {
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly kinds: Uint8Array;
}

/** A longer run of letters is cut, so that no token is longer than a name can be. */
const LONGEST_TOKEN = 120;

const ABBREVIATIONS: ReadonlySet<string> = new Set([
  ...abbreviations.titles,
  ...abbreviations.months,
  ...abbreviations.givenNames,
  ...abbreviations.others,
]);
/** Abbreviations only where a number follows: "No. 10". */
const NUMBERED: ReadonlySet<string> = new Set(abbreviations.numbered);
const AFTER_NAME: ReadonlySet<string> = new Set(hyphens.after);
const STATES: ReadonlySet<string> = new Set(hyphens.states);
const SLUGS: ReadonlySet<string> = new Set(hyphens.slugs);
const ONE_STATE: ReadonlySet<string> = new Set(hyphens.oneState);

const LONGEST_STATE = 16;
const SOFT_HYPHEN = 0xad;
/** So much white space may stand between the two halves of a parted word. */
const DEEPEST_INDENT = 80;

const ASTERISK = 0x2a;
const UNDERSCORE = 0x5f;
const LESS_THAN = 0x3c;
const CLOSING_BRACKET = 0x5d;
const OPENING_PARENTHESIS = 0x28;
/** Bold and slanted at once. */
const MOST_EMPHASIS_MARKS = 3;

const QUOTATION_MARKS = "\"'`´‘’‚‛“”„‟«»‹›「」『』＂";
const LINK = compiled(/(?:https?:\/\/|www\.)[^\s<>"“”]{1,2000}|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}|[@#][\p{L}\p{N}_]{1,60}/uy);

export function isQuotationMark(code: number): boolean {
  return code === 0x22 || code === 0x27 || (code > 0x5f && QUOTATION_MARKS.includes(String.fromCharCode(code)));
}

function isHyphen(code: number): boolean {
  return code === 0x2d || code === 0x2010 || code === 0x2011;
}

function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019 || code === 0x2bc || code === 0x2bb || code === 0x2018 || code === 0x60;
}

/** Whether "*" and "_" at the ends of words emphasize them and "<b>" is a tag, as in what people write and paste, or are text, as in a corpus. */
export type Markup = "markdown" | "plain";

/**
 * Cuts a block into tokens. The possessive 's is a token of its own, "Paris-based", "US-China" and, as a wire's headline begins, "FACTBOX-Who" are three, "al-Maliki" and "O'Brien" are one,
 * abbreviations and initials keep their full stops ("U.S.", "Mr.", "J."), a word that is parted by a hyphen at a line's end is one. What
 * emphasizes words ("**Oslo**"), HTML's tags and where a link leads belong to none, like white space.
 * @param text the text of one block.
 * @param markup plain: what looks like marks of emphasis is text.
 */
export function tokenize(text: string, markup: Markup = "markdown"): Tokens {
  builder.clear();
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    const cls = charClass(code);
    if (cls === CharClass.Space || cls === CharClass.NewLine) at++;
    else if (isApostrophe(code) && isBareN(text, at)) at = builder.add(at, at + 3, TokenKind.Word);
    else if (cls === CharClass.Joined || cls === CharClass.Surrogate) at = builder.add(at, symbolEnd(text, at), TokenKind.Punctuation);
    else if (cls === CharClass.Symbol && code !== 0x40 && code !== 0x23) {
      const behind = markup === "markdown" ? markupEnd(text, at, code) : at;
      if (behind > at) at = behind;
      else at = builder.add(at, at + 1, isQuotationMark(code) ? TokenKind.QuotationMark : TokenKind.Punctuation);
    } else {
      const link = linkEnd(text, at, code);
      if (link > at) at = builder.add(at, link, TokenKind.Link);
      else if (cls === CharClass.Symbol) at = builder.add(at, at + 1, TokenKind.Punctuation);
      else if (cls === CharClass.Digit) at = addPossessive(text, builder.add(at, numberEnd(text, at), TokenKind.Number), builder);
      else at = addWord(text, at, builder);
    }
  }
  return builder.tokens();
}

/** What the tokens of one block after the other are gathered in. */
class TokenBuilder {
  #starts = new Int32Array(256);
  #ends = new Int32Array(256);
  #kinds = new Uint8Array(256);
  #count = 0;

  clear(): void {
    this.#count = 0;
  }

  add(start: number, end: number, kind: TokenKind): number {
    const at = this.#count++;
    if (at === this.#starts.length) this.#grow();
    this.#starts[at] = start;
    this.#ends[at] = end;
    this.#kinds[at] = kind;
    return end;
  }

  tokens(): Tokens {
    const count = this.#count;
    const starts = integers(count);
    const ends = integers(count);
    const kinds = bytes(count);
    for (let i = 0; i < count; i++) {
      starts[i] = this.#starts[i];
      ends[i] = this.#ends[i];
      kinds[i] = this.#kinds[i];
    }
    return { count, starts, ends, kinds };
  }

  #grow(): void {
    const length = 2 * this.#count;
    const starts = new Int32Array(length);
    const ends = new Int32Array(length);
    const kinds = new Uint8Array(length);
    starts.set(this.#starts);
    ends.set(this.#ends);
    kinds.set(this.#kinds);
    this.#starts = starts;
    this.#ends = ends;
    this.#kinds = kinds;
  }
}

const builder = new TokenBuilder();

/** The end of what is no text at an offset: marks of emphasis, a tag, a link's address; the offset where none begins. */
function markupEnd(text: string, at: number, code: number): number {
  if (code === ASTERISK || code === UNDERSCORE) return emphasisEnd(text, at, code);
  const next = text.charCodeAt(at + 1);
  const mayBeTag = code === LESS_THAN ? isTagStart(next) : code === CLOSING_BRACKET && next === OPENING_PARENTHESIS;
  return mayBeTag ? tagEnd(text, at) : at;
}

/** A letter, "/" or "!". */
function isTagStart(code: number): boolean {
  return ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) || code === 0x2f || code === 0x21;
}

/**
 * The end of marks of emphasis, "**Oslo**", "_Oslo_": they stand at one end of words. Those with white space on both sides are a bullet or
 * a break, those between letters a word that is not spelled out or a program's.
 * @param mark the code unit at the offset.
 * @returns the offset where it is no such mark.
 */
function emphasisEnd(text: string, at: number, mark: number): number {
  let end = at + 1;
  while (end - at <= MOST_EMPHASIS_MARKS && text.charCodeAt(end) === mark) end++;
  if (end - at > MOST_EMPHASIS_MARKS || text.charCodeAt(at - 1) === mark) return at;
  const before = at === 0 ? CharClass.Space : charClass(text.charCodeAt(at - 1));
  const after = end === text.length ? CharClass.Space : charClass(text.charCodeAt(end));
  const apart = before <= CharClass.NewLine || after <= CharClass.NewLine;
  const same = apart ? before <= CharClass.NewLine && after <= CharClass.NewLine : isWordClass(before) === isWordClass(after);
  return same ? at : end;
}

/** The 'n' of "rock 'n' roll", which is no quotation. */
function isBareN(text: string, at: number): boolean {
  const n = text.charCodeAt(at + 1);
  if ((n !== 0x6e && n !== 0x4e) || !isApostrophe(text.charCodeAt(at + 2))) return false;
  return text.charCodeAt(at - 1) === 0x20 && text.charCodeAt(at + 3) === 0x20;
}

/** An emoji with its joiners, or a stray combining mark. */
function symbolEnd(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && end - at < LONGEST_TOKEN) {
    const cls = charClass(text.charCodeAt(end));
    if (cls !== CharClass.Surrogate && cls !== CharClass.Joined) break;
    end++;
  }
  const splitsPair = end < text.length && isLowSurrogate(text.charCodeAt(end)) && !isLowSurrogate(text.charCodeAt(end - 1));
  return splitsPair ? end + 1 : end;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}

function linkEnd(text: string, at: number, code: number): number {
  const marker = code === 0x40 || code === 0x23;
  if (!marker && !mayStartLink(text, at, code)) return at;
  LINK.lastIndex = at;
  const found = LINK.exec(text);
  if (!found) return at;
  let end = at + found[0].length;
  while (end > at + 1 && ".,;:!?)]'’".includes(text[end - 1])) end--;
  return end;
}

function mayStartLink(text: string, at: number, code: number): boolean {
  if (code === 0x68 && text.startsWith("http", at)) return true;
  if (code === 0x77 && text.startsWith("www.", at)) return true;
  if (code > 0x7a) return false;
  for (let i = at + 1; i < text.length && i < at + 65; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x40) return true;
    const wordlike =
      (c >= 0x61 && c <= 0x7a) ||
      (c >= 0x41 && c <= 0x5a) ||
      (c >= 0x30 && c <= 0x39) ||
      c === 0x2e ||
      c === 0x2d ||
      c === 0x5f ||
      c === 0x2b;
    if (!wordlike) return false;
  }
  return false;
}

function numberEnd(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && end - at < LONGEST_TOKEN) {
    const code = text.charCodeAt(end);
    if (isWordClass(charClass(code))) end++;
    else if ((code === 0x2e || code === 0x2c || code === 0x3a) && charClass(text.charCodeAt(end + 1)) === CharClass.Digit) end += 2;
    else break;
  }
  return Math.min(end, text.length);
}

function addWord(text: string, start: number, builder: TokenBuilder): number {
  let end = start + 1;
  let part = start;
  while (end < text.length && end - start < LONGEST_TOKEN) {
    const code = text.charCodeAt(end);
    if (isWordClass(charClass(code))) {
      end++;
      continue;
    }
    const parted = isHyphen(code) || text.charCodeAt(end - 1) === SOFT_HYPHEN ? nextLinesWord(text, end) : -1;
    if (parted > 0) {
      part = parted;
      end = parted + 1;
      continue;
    }
    const joins = end + 1 < text.length && isWordClass(charClass(text.charCodeAt(end + 1)));
    if (!joins) break;
    if (isApostrophe(code)) {
      if (isPossessive(text, end)) break;
      end += 2;
    } else if (isHyphen(code)) {
      if (followsName(text, end + 1) || joinsStates(text, start, end) || (start === 0 && SLUGS.has(text.slice(0, end)))) break;
      part = end + 1;
      end += 2;
    } else if (code === 0x2e && isInitials(text, part, end)) end += 2;
    else if (code === 0x26 && end - start <= 3 && charClass(text.charCodeAt(end + 1)) === CharClass.Upper) end += 2;
    else if (code === 0x2f && end - start === 1 && isLegalForm(text, start)) end += 2;
    else break;
  }
  if (text.charCodeAt(end) === 0x2e && keepsFullStop(text, part, end)) end++;
  builder.add(start, end, TokenKind.Word);
  return addPossessive(text, end, builder);
}

/** "A/S", "S/A": a firm's legal form in Danish and in Portuguese. */
function isLegalForm(text: string, start: number): boolean {
  const form = text.slice(start, start + 3);
  return (form === "A/S" || form === "S/A") && !isWordClass(charClass(text.charCodeAt(start + 3)));
}

/** Where a word goes on in the next line, behind a hyphen at a line's end; -1 where it does not. @param at the hyphen, or what follows a soft one. */
function nextLinesWord(text: string, at: number): number {
  if (charClass(text.charCodeAt(at - 1)) === CharClass.Digit) return -1;
  const from = isHyphen(text.charCodeAt(at)) ? at + 1 : at;
  let next = from;
  let breaks = 0;
  while (next < text.length && next - from < DEEPEST_INDENT && isWhite(text.charCodeAt(next))) {
    if (text.charCodeAt(next) === 0x0a) breaks++;
    next++;
  }
  if (breaks !== 1) return -1;
  const cls = charClass(text.charCodeAt(next));
  return (cls === CharClass.Lower && !followsName(text, next)) || cls === CharClass.Upper ? next : -1;
}

function isWhite(code: number): boolean {
  const cls = charClass(code);
  return cls === CharClass.Space || cls === CharClass.NewLine;
}

function addPossessive(text: string, at: number, builder: TokenBuilder): number {
  return isApostrophe(text.charCodeAt(at)) && isPossessive(text, at) ? builder.add(at, at + 2, TokenKind.Word) : at;
}

/** 's at the end of a word. */
function isPossessive(text: string, apostrophe: number): boolean {
  const s = text.charCodeAt(apostrophe + 1);
  if (s !== 0x73 && s !== 0x53) return false;
  return apostrophe + 2 >= text.length || !isWordClass(charClass(text.charCodeAt(apostrophe + 2)));
}

function followsName(text: string, start: number): boolean {
  let end = start;
  while (end < text.length && end - start < 16 && charClass(text.charCodeAt(end)) === CharClass.Lower) end++;
  return AFTER_NAME.has(text.slice(start, end)) && !isWordClass(charClass(text.charCodeAt(end)));
}

/** Whether a hyphen stands between two states: "US-China talks", "the Korea-U.S. alliance". @param start where the word before it begins. */
function joinsStates(text: string, start: number, hyphen: number): boolean {
  if (charClass(text.charCodeAt(hyphen + 1)) !== CharClass.Upper || !STATES.has(text.slice(start, hyphen))) return false;
  let end = hyphen + 2;
  while (end < text.length && end - hyphen < LONGEST_STATE && isWordClass(charClass(text.charCodeAt(end)))) end++;
  if (end === hyphen + 2 && /^U\.[SK]/.test(text.slice(hyphen + 1, end + 2))) return true;
  return STATES.has(text.slice(hyphen + 1, end)) && !ONE_STATE.has(text.slice(start, end));
}

/** Whether start..stop is one letter, or single letters with full stops between them ("U.S", "a.m"). */
function isInitials(text: string, start: number, stop: number): boolean {
  return stop - start === 1 || text.charCodeAt(stop - 2) === 0x2e || (stop - start === 2 && text.startsWith("Ph", start));
}

function keepsFullStop(text: string, start: number, end: number): boolean {
  if (end - start === 1) {
    const cls = charClass(text.charCodeAt(start));
    if (cls !== CharClass.Upper) return text.charCodeAt(start) === 0x76;
    return isWhite(text.charCodeAt(end + 1));
  }
  if (text.charCodeAt(end - 2) === 0x2e) return true;
  if (end - start > 6) return false;
  const word = text.slice(start, end);
  return ABBREVIATIONS.has(word) || (NUMBERED.has(word) && /^\.\s?\d/.test(text.slice(end, end + 3)));
}
