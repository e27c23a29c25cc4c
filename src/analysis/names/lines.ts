import { CharClass, charClass } from "../text/characters.js";
import { type Block, tokenText } from "../text/sourceText.js";

/** Whether a token is the first of its line. */
export function opensLine({ text, tokens }: Block, token: number): boolean {
  return token === 0 || text.slice(tokens.ends[token - 1], tokens.starts[token]).includes("\n");
}

const CAPITAL_A = 0x41;
const CAPITAL_Z = 0x5a;
/** Letters beyond ASCII, which a word begins with more rarely. */
const FIRST_FOREIGN = 0x80;

/** Whether a token begins with a capital; one behind the block's last does not. */
export function isCapital(block: Block, token: number): boolean {
  if (token >= block.tokens.count) return false;
  const word = tokenText(block, token);
  const code = word.charCodeAt(0);
  return code < FIRST_FOREIGN ? code >= CAPITAL_A && code <= CAPITAL_Z : /^\p{Lu}/u.test(word);
}

/** Whether a token begins with a capital and a small letter; one behind the block's last does not. */
export function isTitleCase(block: Block, token: number): boolean {
  if (token >= block.tokens.count) return false;
  const word = tokenText(block, token);
  return charClass(word.charCodeAt(0)) === CharClass.Upper && charClass(word.charCodeAt(1)) === CharClass.Lower;
}

/** Whether a word is the bracket that opens what is put in. */
export function opensBracket(word: string): boolean {
  return word === "(";
}

export function isColon(word: string): boolean {
  return word === ":";
}
