import { splitBlocks } from "./blocks.js";
import { findSentences } from "./sentences.js";
import { type Tokens, tokenize } from "./tokens.js";
import { readWords } from "./vocabulary.js";

/** A paragraph, heading or list item, cut into tokens. It knows nothing of its place, so that an equal block is analysed once. */
export interface Block {
  readonly text: string;
  readonly tokens: Tokens;
  /** The text of each token, and the same in lower case. Equal words of all blocks are the same string. */
  readonly words: readonly string[];
  readonly lower: readonly string[];
  /** The index of the first token of each sentence. */
  readonly sentences: Int32Array;
}

export interface PlacedBlock {
  /** The block's first UTF-16 code unit in the document. */
  readonly start: number;
  readonly block: Block;
}

/** A document's text, cut into blocks in text order. Only white space lies between them. */
export interface SourceText {
  readonly text: string;
  readonly blocks: readonly PlacedBlock[];
}

export function readBlock(text: string): Block {
  const tokens = tokenize(text);
  const { exact, lower } = readWords(text, tokens.count, tokens.starts, tokens.ends);
  return { text, tokens, words: exact, lower, sentences: findSentences(text, tokens) };
}

/**
 * Cuts a text into blocks, tokens and sentences.
 * @param known blocks read before, by their text; a block that is in it is taken from there.
 */
export function readSourceText(text: string, known?: ReadonlyMap<string, Block>): SourceText {
  const blocks = splitBlocks(text).map(({ start, end }) => {
    const slice = text.slice(start, end);
    return { start, block: known?.get(slice) ?? readBlock(slice) };
  });
  return { text, blocks };
}

/** The text of a token. */
export function tokenText(block: Block, index: number): string {
  return block.words[index];
}
