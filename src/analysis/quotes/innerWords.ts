import type { Block } from "../text/sourceText.js";
import { firstTokenFrom } from "../text/tokenSearch.js";
import { TokenKind } from "../text/tokens.js";
import { endingOf } from "./endings.js";
import { type ClassedBlock, isOpenClass, WordClass } from "./wordClasses.js";

/** What the words inside a quotation are like. */
export interface InnerWords {
  /** How many there are, of the first forty. */
  readonly words: number;
  /** The share of capitalised words: 0 none, 1 some, 2 most, 3 all. */
  readonly capitals: number;
  readonly stops: number;
  /** 0 a word, 1 a comma, 2 a full stop or the like, 3 other. */
  readonly ending: number;
  readonly first: WordClass;
  readonly firstUpper: boolean;
  /** Pronouns, auxiliaries and the like: words that make a clause. */
  readonly grammar: number;
}

const MOST_LOOKED_AT = 40;

const ENDING_KINDS: readonly number[] = [0, 1, 2, 2, 3, 3];

/** Reads the words of a block between two offsets. */
export function readInnerWords({ tokens, text }: Block, { classes }: ClassedBlock, start: number, end: number): InnerWords {
  let words = 0;
  let capitals = 0;
  let open = 0;
  let stops = 0;
  let grammar = 0;
  let first = WordClass.Edge;
  let firstUpper = false;
  for (
    let i = firstTokenFrom(tokens.starts, 0, tokens.count, start);
    i < tokens.count && tokens.ends[i] <= end && words < MOST_LOOKED_AT;
    i++
  ) {
    const wordClass = classes[i];
    if (wordClass === WordClass.Stop) stops++;
    if (tokens.kinds[i] !== TokenKind.Word && tokens.kinds[i] !== TokenKind.Number) continue;
    const isUpper = text[tokens.starts[i]] !== text[tokens.starts[i]].toLowerCase();
    if (words === 0) {
      first = wordClass;
      firstUpper = isUpper;
    }
    words++;
    if (
      (wordClass >= WordClass.He && wordClass <= WordClass.ObjectPronoun) ||
      wordClass === WordClass.Speaker ||
      wordClass === WordClass.Reflexive ||
      (wordClass >= WordClass.Modal && wordClass <= WordClass.Negation)
    )
      grammar++;
    if (isUpper) capitals++;
    else if (isOpenClass(wordClass)) open++;
  }
  const share = capitals === 0 ? 0 : open === 0 ? 3 : capitals > open ? 2 : 1;
  return { words, capitals: share, stops, ending: ENDING_KINDS[endingOf(text, start, end)], first, firstUpper, grammar };
}
