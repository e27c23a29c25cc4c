import type { Block } from "../text/sourceText.js";
import { TokenKind } from "../text/tokens.js";
import { memoByWord } from "../text/vocabulary.js";
import { NO_TIME_WORD, type TimeWord, timeWord } from "./timeLexicon.js";

/** The entries of the words met so far, and the number of each. */
const entries: TimeWord[] = [NO_TIME_WORD];
const numbers = new Map<TimeWord, number>([[NO_TIME_WORD, 0]]);

const entryOf = memoByWord((word) => {
  const entry = timeWord(word.toLowerCase());
  let number = numbers.get(entry);
  if (number === undefined) {
    number = entries.length;
    entries.push(entry);
    numbers.set(entry, number);
  }
  return number;
});

/** A block's tokens in lower case, with what they can be in an expression of time. */
export class TimeTokens {
  readonly block: Block;
  readonly count: number;

  constructor(block: Block) {
    this.block = block;
    this.count = block.tokens.count;
  }

  /** A token in lower case; "" beyond the block's ends. */
  word(index: number): string {
    return index >= 0 && index < this.count ? this.block.lower[index] : "";
  }

  /** What a token can be in an expression of time. */
  entry(index: number): TimeWord {
    return index >= 0 && index < this.count ? entries[entryOf(this.block, index)] : NO_TIME_WORD;
  }

  start(index: number): number {
    return this.block.tokens.starts[index];
  }

  end(index: number): number {
    return this.block.tokens.ends[index];
  }

  isNumber(index: number): boolean {
    return index >= 0 && index < this.count && this.block.tokens.kinds[index] === TokenKind.Number;
  }
}
