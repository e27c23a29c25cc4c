import type { WordDifference } from "./alignment.js";
import { isNegation, isNumber } from "./differenceWords.js";
import type { Difference, DifferenceKind } from "./finding.js";
import type { Passage } from "./passages.js";
import type { QuotedPart } from "./quotedParts.js";
import type { SourceIndex } from "./sourceIndex.js";
import { readWords } from "./words.js";

/** A passage of the sources, with what the draft has otherwise. */
export interface AlteredPassage {
  readonly passage: Passage;
  readonly differences: readonly WordDifference[];
}

const APOSTROPHE = /['’ʼ‘`]/;
/** What may part two words of one sentence or of two. */
const PUNCTUATION = /^[\s,;:.!?…—–-]{0,12}$/;

/** Where each part of a quotation begins, counted in words from its first. */
export function beginnings(parts: readonly QuotedPart[]): readonly number[] {
  let count = 0;
  return parts.map(({ words: { keys } }) => {
    count += keys.length;
    return count - keys.length;
  });
}

/** The differences of words as texts and places of the draft. */
export function readDifferences(
  index: SourceIndex,
  text: string,
  parts: readonly QuotedPart[],
  differences: readonly WordDifference[],
): readonly Difference[] {
  const starts = parts.flatMap((part) => part.words.starts);
  const ends = parts.flatMap((part) => part.words.ends);
  const begins = new Set(beginnings(parts));
  return differences.map(({ draftFirst, draftEnd, sourceFirst, sourceEnd }) => {
    const isEmpty = draftEnd === draftFirst;
    const start = isEmpty && draftFirst > 0 ? ends[draftFirst - 1] : starts[draftFirst];
    const end = isEmpty ? start : ends[draftEnd - 1];
    const draft = text.slice(start, end);
    const source = sourceEnd > sourceFirst ? wordsAt(index, sourceFirst, sourceEnd) : "";
    const before = begins.has(draftFirst) ? null : punctuationBefore(index, sourceFirst);
    const after = ends.length === draftEnd || begins.has(draftEnd) ? null : punctuationBefore(index, sourceEnd);
    return { kind: kindOfDifference(draft, source), start, end, draft, source, before, after };
  });
}

/** What parts the word at a position from the one before it, on one line; null where that is more than punctuation. */
function punctuationBefore(index: SourceIndex, position: number): string | null {
  const document = index.documentAt(position);
  if (position <= document.first || position >= document.end) return null;
  const between = document.text.slice(index.offsets(position - 1, position).end, index.offsets(position, position + 1).start);
  return PUNCTUATION.test(between) ? between.replace(/\s+/g, " ") : null;
}

/**
 * A passage with all that a contraction at the draft's beginning stands for: against “I've never …” stands “I have never …”, and not only as
 * many words as the draft has.
 */
export function withWholeContraction<T extends AlteredPassage>(
  index: SourceIndex,
  text: string,
  parts: readonly QuotedPart[],
  altered: T,
): T {
  const [difference, ...others] = altered.differences;
  const { keys, starts, ends } = parts[0].words;
  const before = difference.sourceFirst - 1;
  if (difference.draftFirst > 0 || difference.draftEnd === 0 || difference.sourceFirst !== altered.passage.first) return altered;
  if (before < index.documentAt(altered.passage.first).first || !APOSTROPHE.test(text.slice(starts[0], ends[0]))) return altered;
  const [word = ""] = readWords(wordsAt(index, before, before + 1)).keys;
  if (word === "" || !keys[0].startsWith(word)) return altered;
  return { ...altered, passage: { ...altered.passage, first: before }, differences: [{ ...difference, sourceFirst: before }, ...others] };
}

/** The sources' text from one position of the index to another. */
export function wordsAt(index: SourceIndex, first: number, end: number): string {
  const { start, end: last } = index.offsets(first, end);
  return index.documentAt(first).text.slice(start, last);
}

/** What kind of difference two wordings of one place are; the draft's may be empty. */
export function kindOfDifference(draft: string, source: string): DifferenceKind {
  const [ours, theirs] = [readWords(draft).keys, readWords(source).keys];
  const apart = [...ours.filter((key) => !theirs.includes(key)), ...theirs.filter((key) => !ours.includes(key))];
  if (apart.some(isNumber)) return "number";
  if (apart.some(isNegation)) return "negation";
  if (draft === "") return "cut";
  return /^\p{Lu}/u.test(draft) && /^\p{Lu}/u.test(source) ? "name" : "wording";
}
