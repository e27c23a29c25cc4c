import type { WordDifference } from "./alignment.js";
import { type AlteredPassage, beginnings, wordsAt } from "./differences.js";
import words from "./differenceWords.json" with { type: "json" };
import { endsClause, type Gap, gapAt, gapBetween, keyAt } from "./gaps.js";
import { marksAround } from "./passages.js";
import type { QuotedPart } from "./quotedParts.js";
import { isSameWriting } from "./sameWriting.js";
import type { SourceIndex } from "./sourceIndex.js";

/** So many more of the source's words than the draft's may stand against a changed end. */
const MOST_MORE = 5;
/** What it costs that the source's words are one more or fewer than the draft's, ... */
const OTHER_COUNT = 1;
/** ... that they end within a clause, ... */
const WITHIN_CLAUSE = 1.5;
/** ... that they end where a phrase goes on, ... */
const UNFINISHED = 6;
/** ... and that they run over the end of a clause which the draft does not have. */
const OVER_CLAUSE = 2;
const UNFINISHED_WORDS: ReadonlySet<string> = new Set(words.unfinished);

/**
 * An altered passage with as many of the source's words against a quotation's changed beginning and end as belong there. A quotation may begin
 * and end anywhere, so the draft does not say how many: never words of the next sentence or from beyond the source's marks, and rather a whole
 * phrase than as many words as the draft has.
 */
export function withWholeEnds<T extends AlteredPassage>(index: SourceIndex, text: string, parts: readonly QuotedPart[], altered: T): T {
  const starts = parts.flatMap((part) => part.words.starts);
  const ends = parts.flatMap((part) => part.words.ends);
  const draftGap = (i: number): Gap => gapBetween(text, ends[i - 1], starts[i]);
  const firsts = beginnings(parts);
  const [begins, stops] = [new Set(firsts), new Set([...firsts.slice(1), starts.length])];
  const differences = altered.differences.map((difference) => {
    const { draftFirst, draftEnd } = difference;
    if (draftFirst === draftEnd || begins.has(draftFirst) === stops.has(draftEnd)) return difference;
    const gaps = Array.from({ length: draftEnd - draftFirst }, (_, i) => draftGap(begins.has(draftFirst) ? draftEnd - i : draftFirst + i));
    const own = text.slice(starts[draftFirst], ends[draftEnd - 1]);
    return begins.has(draftFirst) ? withBeginning(index, own, gaps, difference) : withEnd(index, own, gaps, difference);
  });
  const [first, last] = [altered.differences[0], altered.differences[differences.length - 1]];
  const { passage } = altered;
  return {
    ...altered,
    differences,
    passage: {
      ...passage,
      first: first.sourceFirst === passage.first ? differences[0].sourceFirst : passage.first,
      end: last.sourceEnd === passage.end ? differences[differences.length - 1].sourceEnd : passage.end,
    },
  };
}

function withEnd(index: SourceIndex, own: string, draft: readonly Gap[], difference: WordDifference): WordDifference {
  const { sourceFirst } = difference;
  const limit = marksAround(index, sourceFirst - 1)?.end ?? index.documentAt(sourceFirst - 1).end;
  const gaps = Array.from({ length: Math.min(limit - sourceFirst, draft.length + MOST_MORE) }, (_, i) => gapAt(index, sourceFirst + i));
  const isUnfinished = (count: number): boolean =>
    UNFINISHED_WORDS.has(keyAt(index, sourceFirst + count - 1)) || gapAt(index, sourceFirst + count) === "joined";
  const closes = (count: number): boolean => sourceFirst + count === limit || endsClause(gapAt(index, sourceFirst + count));
  const isSame = (count: number): boolean => isSameWriting(own, wordsAt(index, sourceFirst, sourceFirst + count));
  return { ...difference, sourceEnd: sourceFirst + bestCount(draft, gaps, isSame, closes, isUnfinished) };
}

function withBeginning(index: SourceIndex, own: string, draft: readonly Gap[], difference: WordDifference): WordDifference {
  const { sourceEnd } = difference;
  const limit = marksAround(index, sourceEnd)?.first ?? index.documentAt(sourceEnd).first;
  const gaps = Array.from({ length: Math.min(sourceEnd - limit, draft.length + MOST_MORE) }, (_, i) => gapAt(index, sourceEnd - i));
  const opens = (count: number): boolean => sourceEnd - count === limit || endsClause(gapAt(index, sourceEnd - count));
  const isUnfinished = (count: number): boolean => gapAt(index, sourceEnd - count) === "joined";
  const isSame = (count: number): boolean => isSameWriting(own, wordsAt(index, sourceEnd - count, sourceEnd));
  return { ...difference, sourceFirst: sourceEnd - bestCount(draft, gaps, isSame, opens, isUnfinished) };
}

/**
 * How many of the source's words stand against the draft's, counted away from the words that both have.
 * @param draft, source what stands before each word on the way from there.
 */
function bestCount(
  draft: readonly Gap[],
  source: readonly Gap[],
  isSame: (count: number) => boolean,
  isBound: (count: number) => boolean,
  isUnfinished: (count: number) => boolean,
): number {
  const count = (gaps: readonly Gap[], kind: Gap): number => gaps.filter((gap) => gap === kind).length;
  const [sentences, clauses] = [count(draft, "sentence"), count(draft, "clause")];
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let length = 0; length <= source.length; length++) {
    const over = source.slice(0, length);
    if (count(over, "sentence") > sentences) break;
    if (length > 0 && isSame(length)) return length;
    const end = isBound(length) ? 0 : isUnfinished(length) && length > 0 ? UNFINISHED : WITHIN_CLAUSE;
    const cost = Math.abs(length - draft.length) * OTHER_COUNT + end + Math.max(0, count(over, "clause") - clauses) * OVER_CLAUSE;
    if (cost < least) [best, least] = [length, cost];
  }
  return best;
}
