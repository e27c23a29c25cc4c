import { type Block, tokenText } from "../text/sourceText.js";

/** Whether a token is the first of its line. */
export function opensLine({ text, tokens }: Block, token: number): boolean {
  return token === 0 || text.slice(tokens.ends[token - 1], tokens.starts[token]).includes("\n");
}

/** Whether a token begins with a capital. */
export function isCapital(block: Block, token: number): boolean {
  return /^\p{Lu}/u.test(tokenText(block, token));
}
