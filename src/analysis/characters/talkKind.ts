import type { Quote, Span } from "../analysis.js";
import { memoByBlock } from "../text/blockMemo.js";
import type { Block, SourceText } from "../text/sourceText.js";
import { firstTokenFrom } from "../text/tokenSearch.js";
import { TokenKind } from "../text/tokens.js";
import { memoByWord } from "../text/vocabulary.js";

/** Whether people take turns in a text, so that the turns tell who speaks; or the words beside each quotation must. */
export type TalkKind = "turns" | "words";

/** How people talk in a text. */
export interface Talk {
  readonly kind: TalkKind;
  /** Whether it tells of persons as stories do. */
  readonly isStory: boolean;
}

/** People talk in a text where so many quotations answer the one before, ask or exclaim, or have a pronoun for their speaker. */
const LEAST_QUOTATIONS = 3;
const LEAST_ANSWERS = 2;
const SHARE_OF_ANSWERS = 0.08;
const SHARE_OF_REPLIES = 0.25;
/** News quotes at greater length, in UTF-16 code units. */
const LONGEST_REPLY = 100;
const LEAST_EXCLAIMED = 2;
const SHARE_OF_EXCLAIMED = 0.25;
const SHARE_OF_PRONOUNS = 0.34;
const LONGEST_LOOK = 2000;
/** A story tells of persons by so many pronouns among its words; news by half as many at most. */
const STORY_SHARE = 0.06;
const PERSON_PRONOUNS: ReadonlySet<string> = new Set("i me my myself he him his himself she her hers herself".split(" "));

/** What a text has of talk; null where it has none. @param marked the quotations that are no reported speech, in text order. */
export function talkOf({ text, blocks }: SourceText, marked: readonly { readonly quote: Quote }[]): Talk | null {
  if (marked.length === 0) return null;
  const isStory = shareOfPersons(blocks, marked) >= STORY_SHARE;
  if (isStory && marked.length >= LEAST_QUOTATIONS) return { kind: "turns", isStory };
  const kind = kindOf(text, marked);
  return kind ? { kind, isStory } : isStory ? { kind: "words", isStory } : null;
}

function kindOf(text: string, marked: readonly { readonly quote: Quote }[]): TalkKind | null {
  let answers = 0;
  let pronouns = 0;
  let exclaimed = 0;
  let replies = 0;
  marked.forEach(({ quote: { start, end, speaker } }, i) => {
    if (/[?!]/.test(text.slice(start, Math.min(end, start + LONGEST_LOOK)))) exclaimed++;
    if (i > 0 && isReply(text, marked[i - 1].quote, { start, end })) replies++;
    if (i > 0 && !/[\p{L}\p{N}]/u.test(text.slice(marked[i - 1].quote.end, start))) answers++;
    if (speaker && speaker.entity === null && /^(?:he|she|i)$/i.test(text.slice(speaker.start, speaker.end))) pronouns++;
  });
  const count = marked.length;
  if (replies >= LEAST_ANSWERS && replies >= SHARE_OF_REPLIES * count) return "turns";
  if (answers >= LEAST_ANSWERS && answers >= SHARE_OF_ANSWERS * count) return "turns";
  if (exclaimed >= LEAST_EXCLAIMED && exclaimed >= SHARE_OF_EXCLAIMED * count) return "words";
  if (count >= LEAST_QUOTATIONS && pronouns >= SHARE_OF_PRONOUNS * count) return "words";
  return null;
}

/** Whether a short quotation begins a paragraph, and another the paragraph before: people talk with one another. */
function isReply(text: string, last: Span, { start, end }: Span): boolean {
  if (end - start > LONGEST_REPLY || last.end - last.start > LONGEST_REPLY || start - last.end > LONGEST_REPLY) return false;
  const between = text.slice(last.end, start);
  return /\n\s*$/.test(between) && !/\n\s*\S/.test(between) && /(?:^|\n)\s*$/.test(text.slice(Math.max(0, last.start - 3), last.start));
}

/** Whether a word is a pronoun for a person: 1 or 0. */
const isPersonPronoun = memoByWord((word) => (PERSON_PRONOUNS.has(word.toLowerCase()) ? 1 : 0));

/** The share of the pronouns for "I", "he" and "she" among the words outside the quotations. */
function shareOfPersons(blocks: SourceText["blocks"], marked: readonly { readonly quote: Quote }[]): number {
  let words = 0;
  let pronouns = 0;
  let q = 0;
  const bounds: number[] = [];
  for (const { start, block } of blocks) {
    const counted = wordCounts(block);
    words += counted.words;
    pronouns += counted.pronouns;
    while (q < marked.length && marked[q].quote.end <= start) q++;
    const behind = start + block.text.length;
    bounds.length = 0;
    for (; q < marked.length && marked[q].quote.start < behind; q++) {
      const { quote } = marked[q];
      bounds.push(quote.start - start, Math.min(quote.end, behind) - start);
      if (quote.end > behind) break;
    }
    if (bounds.length === 0) continue;
    const quoted = quotedCounts(block);
    if (!isCountedFor(quoted, bounds)) countQuoted(block, bounds, quoted);
    words -= quoted.words;
    pronouns -= quoted.pronouns;
  }
  return pronouns / Math.max(1, words);
}

/** The words and pronouns of a block inside quotations, as they were counted last: mostly the same ones stand in it again. */
interface QuotedCounts {
  /** The start and the end of each of the quotations, in UTF-16 code units of the block. */
  bounds: readonly number[];
  words: number;
  pronouns: number;
}

const quotedCounts = memoByBlock((): QuotedCounts => ({ bounds: [], words: 0, pronouns: 0 }));

function isCountedFor({ bounds: known }: QuotedCounts, bounds: readonly number[]): boolean {
  if (known.length !== bounds.length) return false;
  for (let i = 0; i < bounds.length; i++) if (known[i] !== bounds[i]) return false;
  return true;
}

function countQuoted(block: Block, bounds: readonly number[], counts: QuotedCounts): void {
  const { count, starts, kinds } = block.tokens;
  counts.bounds = bounds.slice();
  counts.words = 0;
  counts.pronouns = 0;
  let i = 0;
  for (let n = 0; n < bounds.length; n += 2) {
    i = firstTokenFrom(starts, i, count, bounds[n]);
    for (; i < count && starts[i] < bounds[n + 1]; i++) {
      if (kinds[i] !== TokenKind.Word) continue;
      counts.words++;
      if (isPersonPronoun(block, i) === 1) counts.pronouns++;
    }
  }
}

/** How many words a block has, and how many of them are pronouns for a person. */
const wordCounts = memoByBlock((block) => {
  const { tokens } = block;
  let words = 0;
  let pronouns = 0;
  for (let i = 0; i < tokens.count; i++) {
    if (tokens.kinds[i] !== TokenKind.Word) continue;
    words++;
    if (isPersonPronoun(block, i) === 1) pronouns++;
  }
  return { words, pronouns };
});
