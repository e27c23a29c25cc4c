import type { WordDifference } from "./alignment.js";
import words from "./differenceWords.json" with { type: "json" };
import type { Difference, DifferenceKind } from "./finding.js";
import type { QuotedPart } from "./quotedParts.js";
import type { SourceIndex } from "./sourceIndex.js";
import { readWords } from "./words.js";

const NEGATIONS: ReadonlySet<string> = new Set(words.negations);
const NUMBERS: ReadonlySet<string> = new Set(words.numbers);

/** The differences of words as texts and places of the draft. */
export function readDifferences(
  index: SourceIndex,
  text: string,
  parts: readonly QuotedPart[],
  differences: readonly WordDifference[],
): readonly Difference[] {
  const starts = parts.flatMap((part) => part.words.starts);
  const ends = parts.flatMap((part) => part.words.ends);
  return differences.map(({ draftFirst, draftEnd, sourceFirst, sourceEnd }) => {
    const isEmpty = draftEnd === draftFirst;
    const start = isEmpty && draftFirst > 0 ? ends[draftFirst - 1] : starts[draftFirst];
    const end = isEmpty ? start : ends[draftEnd - 1];
    const draft = text.slice(start, end);
    const source = sourceEnd > sourceFirst ? wordsAt(index, sourceFirst, sourceEnd) : "";
    return { kind: kindOfDifference(draft, source), start, end, draft, source };
  });
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
  if (apart.some((key) => /\p{N}/u.test(key) || NUMBERS.has(key))) return "number";
  if (apart.some((key) => NEGATIONS.has(key))) return "negation";
  if (draft === "") return "cut";
  return /^\p{Lu}/u.test(draft) && /^\p{Lu}/u.test(source) ? "name" : "wording";
}
