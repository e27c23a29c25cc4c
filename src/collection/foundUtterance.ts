import type { VersionDifferenceKind } from "./answers.js";
import { type SavedParts, type SavedReader, savedLists, savedNumbers, savedStrings } from "./savedParts.js";
import { packedRef, type QuoteRef, unpackedRef } from "./wordingTable.js";

/** One utterance, as the wordings found so far give it. */
export interface Utterance {
  readonly id: string;
  /** The wording that most documents have first. */
  readonly wordings: readonly number[];
  readonly documents: number;
  readonly versions: number;
  /** Whether somebody puts it between marks, and whether somebody names who says it. */
  readonly marked: boolean;
  readonly named: boolean;
  /** Read when first asked for, or before it. */
  reading: Reading | null;
}

/** What is read of an utterance's words. */
export interface Reading {
  readonly text: string;
  readonly differences: readonly VersionDifferenceKind[];
  /** The first version, and those whose speaker has another name. */
  readonly first: QuoteRef;
  readonly rivals: readonly QuoteRef[];
}

/** The gravest first: where they differ, one document is wrong. */
export const KINDS = ["number", "negation", "name", "speaker", "wording", "cut"] as const satisfies readonly VersionDifferenceKind[];

export function* savedUtterances(all: readonly Utterance[]): SavedParts {
  yield* savedStrings(all.map(({ id }) => id));
  yield* savedLists(all.map(({ wordings }) => wordings));
  yield savedNumbers(Int32Array.from(all, ({ documents }) => documents));
  yield savedNumbers(Int32Array.from(all, ({ versions }) => versions));
  yield savedNumbers(Uint8Array.from(all, ({ marked, named }) => (marked ? 1 : 0) + (named ? 2 : 0)));
  yield* savedStrings(all.map(({ reading }) => reading?.text ?? ""));
  yield* savedLists(all.map(({ reading }) => (reading === null ? [] : [reading.first, ...reading.rivals].map(packedRef))));
  yield* savedLists(all.map(({ reading }) => (reading?.differences ?? []).map((kind) => KINDS.indexOf(kind))));
}

/** Reads what {@link savedUtterances} gave. */
export function readUtterances(from: SavedReader): readonly Utterance[] {
  const ids = from.strings();
  const [wordings, documents, versions, said] = [from.lists(), from.ints(), from.ints(), from.bytes()];
  const [texts, refs, differences] = [from.strings(), from.lists(), from.lists()];
  return ids.map((id, i) => {
    const [first, ...rivals] = refs[i].map(unpackedRef);
    return {
      id,
      wordings: wordings[i],
      documents: documents[i],
      versions: versions[i],
      marked: (said[i] & 1) > 0,
      named: (said[i] & 2) > 0,
      reading: first === undefined ? null : { text: texts[i], differences: differences[i].map((kind) => KINDS[kind]), first, rivals },
    };
  });
}
