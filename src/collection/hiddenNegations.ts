import { type AlteredPassage, wordsAt } from "./differences.js";
import { isNegation } from "./differenceWords.js";
import words from "./differenceWords.json" with { type: "json" };
import type { Difference } from "./finding.js";
import { endsClause, gapAt, keyAt } from "./gaps.js";
import { exactPassages, marksAround, type Passage, wordIds } from "./passages.js";
import type { QuotedPart } from "./quotedParts.js";
import type { SourceIndex } from "./sourceIndex.js";
import { readWords } from "./words.js";

const AUXILIARIES: ReadonlySet<string> = new Set(Object.keys(words.auxiliaries));
const CONTRACTED: ReadonlyMap<string, string> = new Map(
  Object.entries(words.auxiliaries).flatMap(([verb, negated]) => [[verb, negated] as const, [negated, verb] as const]),
);
/** Longer quotations are found although a word differs. */
const MOST_WORDS = 6;
const CONJUNCTIONS: ReadonlySet<string> = new Set(words.conjunctions);
/** "under no circumstances", "by no means". */
const BEFORE_NO: ReadonlySet<string> = new Set(["under", "by", "in", "at"]);

/** A cut of a draft that takes the source's negation away, with the word that negates. */
export interface HiddenNegation {
  readonly difference: Difference;
  readonly word: string;
  /** Whether a mark stands for the cut: an ellipsis, or words in brackets. */
  readonly isMarked: boolean;
}

/**
 * The first negation of what a draft keeps that its cut leaves out: "I did … approve" of "I did not approve", and "I did" of it, too.
 * @param passage where the parts stand word for word.
 */
export function hiddenNegation(index: SourceIndex, text: string, parts: readonly QuotedPart[], passage: Passage): HiddenNegation | null {
  const pieces = passage.pieces ?? [passage];
  for (let i = 1; i < pieces.length && i < parts.length; i++) {
    const [from, to] = [parts[i - 1].words.ends, parts[i].words.starts];
    const gap = text.slice(from[from.length - 1], to[0]);
    const start = from[from.length - 1] + (/^[\s,;:]*/.exec(gap)?.[0].length ?? 0);
    const end = to[0] - (/\s*$/.exec(gap)?.[0].length ?? 0);
    const position = negationIn(index, pieces[i - 1].end, pieces[i].first);
    if (position === null || start >= end || readWords(text, start, end).keys.some(isNegation)) continue;
    const source = wordsAt(index, pieces[i - 1].end, pieces[i].first);
    const difference: Difference = { kind: "negation", start, end, draft: text.slice(start, end), source, before: null, after: null };
    return { difference, word: wordsAt(index, position, position + 1), isMarked: true };
  }
  return negationBehind(index, parts, pieces[pieces.length - 1]);
}

/** The position of a word in a cut that negates what stands before or behind the cut, in one clause with it. */
function negationIn(index: SourceIndex, first: number, end: number): number | null {
  for (let position = first; position < end; position++) {
    const key = keyAt(index, position);
    if (!isNegation(key)) continue;
    const isOfNext = isOneClause(index, position + 1, end);
    const before = keyAt(index, position - 1);
    const isOfLast = position === first ? AUXILIARIES.has(before) : position === first + 1 && key === "no" && BEFORE_NO.has(before);
    if (isOfNext || (isOfLast && isOneClause(index, first, position))) return position;
  }
  return null;
}

/** Whether the words from a position to another, and the one behind them, belong to the clause of the word before them. */
function isOneClause(index: SourceIndex, first: number, end: number): boolean {
  for (let position = first; position <= end; position++) {
    if (endsClause(gapAt(index, position)) || (position < end && CONJUNCTIONS.has(keyAt(index, position)))) return false;
  }
  return true;
}

/** The negation that follows at once where a quotation ends with the verb that it negates. */
function negationBehind(index: SourceIndex, parts: readonly QuotedPart[], { end }: Passage): HiddenNegation | null {
  const { keys, ends } = parts[parts.length - 1].words;
  if (!AUXILIARIES.has(keys[keys.length - 1]) || end >= (marksAround(index, end - 1)?.end ?? 0)) return null;
  const key = keyAt(index, end);
  if ((key !== "not" && key !== "never") || endsClause(gapAt(index, end))) return null;
  const at = ends[ends.length - 1];
  const word = wordsAt(index, end, end + 1);
  return {
    difference: { kind: "negation", start: at, end: at, draft: "", source: word, before: null, after: null },
    word,
    isMarked: false,
  };
}

/** Places where the speaker says a few words with a verb negated that the draft has without, or the other way round: "I can't" for "I can". */
export function contractedOtherwise(index: SourceIndex, parts: readonly QuotedPart[]): readonly AlteredPassage[] {
  const [{ words: run }, ...more] = parts;
  if (more.length > 0 || run.keys.length > MOST_WORDS) return [];
  return run.keys.flatMap((key, i) => {
    const other = CONTRACTED.get(key);
    if (other === undefined) return [];
    const keys = [...run.keys.slice(0, i), other, ...run.keys.slice(i + 1)];
    return exactPassages(index, wordIds(index, keys)).map(({ first, end }) => {
      // "I cannot" is what "I can't" is short for.
      const more = keyAt(index, first + i + 1) === "not" ? 1 : 0;
      return {
        passage: { first, end: Math.max(end, first + i + 1 + more) },
        differences: [{ draftFirst: i, draftEnd: i + 1, sourceFirst: first + i, sourceEnd: first + i + 1 + more }],
      };
    });
  });
}
