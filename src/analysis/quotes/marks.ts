import { memoByBlock } from "../text/blockMemo.js";
import { CharClass, charClass } from "../text/characters.js";
import type { Block } from "../text/sourceText.js";
import { TokenKind } from "../text/tokens.js";
import { findMarkup } from "./markup.js";
import { settleStraightMarks } from "./straightMarks.js";

export enum MarkFamily {
  Double = 0,
  Single = 1,
  Guillemet = 2,
  Corner = 3,
}

/** A quotation mark of a block, with what its form and its neighbours allow it to be. */
export interface Mark {
  /** The mark's first UTF-16 code unit in its block. */
  readonly start: number;
  /** One unit further, two for a mark that is written with two characters. */
  readonly end: number;
  readonly family: MarkFamily;
  readonly opens: boolean;
  readonly closes: boolean;
  /** The character says which it is: curly, low, guillemet or corner. */
  readonly oriented: boolean;
  readonly char: string;
}

const OPENING_NEIGHBOURS = "([{—–-/=>|*_~\"'“‘„‚«‹…¿¡:";
const CLOSING_NEIGHBOURS = ".,;:!?)]}—–-/…*_~\"'”’“»›<|";

/** The quotation marks of a block in text order: no apostrophes, inches or feet, and none inside tags, code and links. */
export const marksOf = memoByBlock((block): readonly Mark[] => settleStraightMarks(block.text, readMarks(block)));

function readMarks(block: Block): readonly Mark[] {
  const { text, tokens } = block;
  const marks: Mark[] = [];
  const markup = findMarkup(text);
  let region = 0;
  for (let i = 0; i < tokens.count; i++) {
    if (tokens.kinds[i] !== TokenKind.QuotationMark) continue;
    const start = tokens.starts[i];
    while (region < markup.length && markup[region].end <= start) region++;
    if (region < markup.length && markup[region].start <= start) continue;
    const doubled = isDoubled(text, start);
    const mark = readMark(text, start, doubled ? start + 2 : start + 1);
    if (mark) marks.push(mark);
    if (doubled) i++;
  }
  return marks;
}

/**
 * Two backticks or two apostrophes, as TeX and old wires write double marks. Of three apostrophes behind a word the first is a single mark,
 * and of three before one the last: ''He asked, 'Why?'''
 */
function isDoubled(text: string, at: number): boolean {
  const char = text[at];
  if ((char !== "`" && char !== "'") || text[at + 1] !== char) return false;
  const isBehind = text[at - 1] === char;
  const isBefore = text[at + 2] === char;
  if (!isBehind && !isBefore) return true;
  if (char !== "'" || isBehind === isBefore) return false;
  if (isBehind) return at > 1 && text[at - 2] !== char && !isSpace(text.charCodeAt(at - 2));
  return text[at + 3] !== char && isOpeningNeighbour(at > 0 ? text.charCodeAt(at - 1) : SPACE);
}

const SPACE = 0x20;

function readMark(text: string, start: number, end: number): Mark | null {
  const before = start > 0 ? text.charCodeAt(start - 1) : 0x20;
  const after = end < text.length ? text.charCodeAt(end) : 0x20;
  const opening = isOpeningNeighbour(before) && !isSpace(after);
  const closing = isClosingNeighbour(after) && !isSpace(before);
  const make = (family: MarkFamily, opens: boolean, closes: boolean, oriented: boolean): Mark | null =>
    opens || closes ? { start, end, family, opens, closes, oriented, char: text[start] } : null;
  if (end - start === 2) return make(MarkFamily.Double, text[start] === "`" || opening, text[start] === "'", text[start] === "`");
  switch (text[start]) {
    case "“":
      return make(MarkFamily.Double, !closing || opening, closing && !opening, true);
    case "„":
    case "‟":
      return make(MarkFamily.Double, true, false, true);
    case "”":
      return make(MarkFamily.Double, (opening && !closing) || (isSpace(before) && leadsToOmission(text, end)), true, !opening);
    case '"':
    case "＂":
      return readStraight(text, start, end, opening, closing);
    case "‘":
    case "‚":
      // ‚Nobody leaves‘: what opens elsewhere closes behind a low mark.
      if (closing && !opening && text[start] === "‘") return make(MarkFamily.Single, false, true, true);
      return isClippedWord(text, end) ? null : make(MarkFamily.Single, !isSpace(after), false, true);
    case "’":
      return make(MarkFamily.Single, false, (closing && !isPrimeAfterDigit(text, start)) || isSetApart(text, start), true);
    case "'":
    case "`":
    case "´":
      if (isPrimeAfterDigit(text, start)) return null;
      return make(
        MarkFamily.Single,
        opening && !isClippedWord(text, end),
        (closing && !opening) || (isSpace(after) && isSetApart(text, start)),
        false,
      );
    case "«":
    case "‹":
    case "»":
    case "›":
      return make(MarkFamily.Guillemet, true, true, true);
    case "「":
    case "『":
      return make(MarkFamily.Corner, true, false, true);
    default:
      return make(MarkFamily.Corner, false, true, true);
  }
}

function readStraight(text: string, start: number, end: number, opening: boolean, closing: boolean): Mark | null {
  if (isFeetAndInches(text, start)) return null;
  const apart = isSpace(text.charCodeAt(start - 1)) && isSpace(text.charCodeAt(end));
  const opens = opening || apart || !closing;
  const closes = closing || apart || !opening;
  return { start, end, family: MarkFamily.Double, opens, closes, oriented: false, char: '"' };
}

/** ” … as the bridge is shut”: what is left out stands behind a mark that was turned the wrong way. */
function leadsToOmission(text: string, end: number): boolean {
  return /^ (?:…|\.{3}|\. \. \.) ?\p{Ll}/u.test(text.slice(end, end + 10));
}

/** A closing mark that a space parts from the full stop or comma before it, as old texts are set. */
function isSetApart(text: string, start: number): boolean {
  return isSpace(text.charCodeAt(start - 1)) && start > 1 && ",.!?;".includes(text[start - 2]) && !isClippedWord(text, start + 1);
}

/** 6'3" */
function isFeetAndInches(text: string, start: number): boolean {
  let at = start;
  while (at > 0 && start - at < 3 && isDigit(text.charCodeAt(at - 1))) at--;
  if (at === start) return false;
  while (at > 0 && text.charCodeAt(at - 1) === 0x20 && start - at < 5) at--;
  return (text[at - 1] === "'" || text[at - 1] === "’" || text[at - 1] === "′") && isDigit(text.charCodeAt(at - 2));
}

/** The first of 6'3" */
function isPrimeAfterDigit(text: string, start: number): boolean {
  return isDigit(text.charCodeAt(start - 1)) && isDigit(text.charCodeAt(start + 1));
}

/** A word that lost its beginning: '90s, 'em, 'tis, 'til. */
function isClippedWord(text: string, at: number): boolean {
  if (isDigit(text.charCodeAt(at))) {
    let end = at;
    while (end < at + 4 && isDigit(text.charCodeAt(end))) end++;
    return end === at + 2;
  }
  const word = /^[a-z]{1,6}/i.exec(text.slice(at, at + 7))?.[0].toLowerCase();
  return word !== undefined && CLIPPED.has(word);
}

const CLIPPED: ReadonlySet<string> = new Set(["em", "tis", "twas", "til", "till", "cause", "bout", "cuz", "n", "round", "twere", "un"]);

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

export function isSpace(code: number): boolean {
  const cls = charClass(code);
  return cls === CharClass.Space || cls === CharClass.NewLine;
}

function isOpeningNeighbour(code: number): boolean {
  return isSpace(code) || OPENING_NEIGHBOURS.includes(String.fromCharCode(code));
}

function isClosingNeighbour(code: number): boolean {
  return isSpace(code) || CLOSING_NEIGHBOURS.includes(String.fromCharCode(code));
}
