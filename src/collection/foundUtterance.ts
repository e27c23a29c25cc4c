import type { VersionDifferenceKind } from "./answers.js";
import { type SavedParts, type SavedReader, savedLists, savedNumbers, savedStrings } from "./savedParts.js";

/** One utterance, as the wordings found so far give it; it grows with them. */
export interface Utterance {
  id: string;
  /** The wording that most documents have first. */
  wordings: number[];
  documents: number;
  versions: number;
  /** Of how many versions words stand between marks, and of how many somebody is named who says them. */
  marked: number;
  named: number;
  /** Read when first asked for, or before it. */
  reading: Reading | null;
  /** What was read before the utterance had its newest versions: what is said there of the same versions still holds. */
  before: Reading | null;
  /** What it is taken apart into: see `partsOf`. Read when first asked for. */
  parts: UtteranceParts | null;
}

export interface UtteranceParts {
  /** None where the utterance is one. */
  readonly all: readonly Utterance[];
  /** Whether versions came since: what is read of the same parts still holds. */
  readonly isStale: boolean;
}

/** What is read of an utterance's words. */
export interface Reading {
  readonly text: string;
  /** The first version, packed. */
  readonly first: number;
  /** The versions it was compared with, one of a wording, packed; and how each differs, by the bits of {@link KINDS}: as speaker one of another name. */
  readonly others: readonly number[];
  readonly differences: readonly number[];
}

/** The gravest first: where they differ, one document is wrong. */
export const KINDS = ["number", "negation", "name", "speaker", "wording", "cut"] as const satisfies readonly VersionDifferenceKind[];

/** Utterances that one document alone has are not listed, nor those that nobody puts between marks. */
export function isShown({ documents, marked }: Utterance): boolean {
  return documents > 1 && marked > 0;
}

export function* savedUtterances(all: readonly Utterance[]): SavedParts {
  yield* savedStrings(all.map(({ id }) => id));
  yield* savedLists(all.map(({ wordings }) => wordings));
  yield savedNumbers(Int32Array.from(all, ({ documents }) => documents));
  yield savedNumbers(Int32Array.from(all, ({ versions }) => versions));
  yield savedNumbers(Int32Array.from(all, ({ marked }) => marked));
  yield savedNumbers(Int32Array.from(all, ({ named }) => named));
  yield* savedStrings(all.map(({ reading }) => reading?.text ?? ""));
  yield* savedLists(all.map(({ reading }) => (reading === null ? [] : [reading.first, ...reading.others])));
  yield* savedLists(all.map(({ reading }) => reading?.differences ?? []));
}

/** Reads what {@link savedUtterances} gave. */
export function readUtterances(from: SavedReader): readonly Utterance[] {
  const ids = from.strings();
  const wordings = from.lists();
  const [documents, versions, marked, named] = [from.ints(), from.ints(), from.ints(), from.ints()];
  const [texts, refs, differences] = [from.strings(), from.lists(), from.lists()];
  return ids.map((id, i) => {
    const [first, ...others] = refs[i];
    return {
      id,
      wordings: wordings[i],
      documents: documents[i],
      versions: versions[i],
      marked: marked[i],
      named: named[i],
      reading: first === undefined ? null : { text: texts[i], first, others, differences: differences[i] },
      before: null,
      parts: null,
    };
  });
}

/** @returns the bit of a kind of difference. */
export function bitOf(kind: VersionDifferenceKind): number {
  return 1 << KINDS.indexOf(kind);
}
