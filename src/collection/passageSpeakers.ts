import { namesAgree } from "../analysis/identity/personForms.js";
import { isMarked, type Passage, utterancesAt, utterancesWithin } from "./passages.js";
import type { KnownSpeaker, SourceIndex } from "./sourceIndex.js";

/** Fewer words of another's are no part of what a draft takes from him. */
const FEWEST_WORDS = 3;

/** Who says the words of a passage, held against one speaker: how many places of it are his or nobody's, and whose the others are. */
interface Spoken {
  readonly own: number;
  readonly open: number;
  readonly others: readonly KnownSpeaker[];
}

/** Whose the words of a passage are instead. */
export interface OtherSpeaker {
  readonly other: KnownSpeaker;
  /** Whether nothing of the passage is the speaker's or open. */
  readonly all: boolean;
}

/** Whether one person can bear a name of each. Where each has a given name, the surname alone tells nothing. */
export function mayBeSame(a: KnownSpeaker, b: KnownSpeaker): boolean {
  const [mine, theirs] = [fullForms(a), fullForms(b)];
  return mine.length > 0 && theirs.length > 0
    ? mine.some((form) => theirs.some((other) => namesAgree(form, other)))
    : a.forms.some((form) => b.forms.some((other) => namesAgree(form, other)));
}

function fullForms({ forms }: KnownSpeaker): KnownSpeaker["forms"] {
  return forms.filter(({ parts }) => parts.length > 1);
}

/**
 * Whose the words of a passage are, if not the speaker's: one look at each utterance that it touches, and one at its middle.
 * @param isSame whether a source's speaker is the one meant.
 * @returns null where nobody else is sure to say any of them.
 */
export function otherSpeakerOf(index: SourceIndex, passage: Passage, isSame: (other: KnownSpeaker) => boolean): OtherSpeaker | null {
  const { own, open, others } = spokenIn(index, passage, isSame);
  return others.length === 0 ? null : { other: others[0], all: own + open === 0 };
}

/** How well a passage suits a speaker: 1 where all is his, less where some is, then what stands between marks. */
export function fitOf(index: SourceIndex, passage: Passage, speaker: KnownSpeaker | null): number {
  if (speaker !== null) {
    const { own, others } = spokenIn(index, passage, (other) => mayBeSame(other, speaker));
    if (own > 0) return others.length === 0 ? 1 : 0.7;
  }
  return isMarked(index, (passage.first + passage.end - 1) >>> 1) ? 0.4 : 0;
}

function spokenIn(index: SourceIndex, { first, end, pieces }: Passage, isSame: (other: KnownSpeaker) => boolean): Spoken {
  const places = new Set<number>();
  for (const piece of pieces ?? [{ first, end }]) {
    const least = Math.min(FEWEST_WORDS, piece.end - piece.first);
    for (const utterance of utterancesWithin(index, piece)) {
      const [from, to] = [Math.max(piece.first, utterance.first), Math.min(piece.end, utterance.end)];
      if (to - from >= least) places.add((from + to - 1) >>> 1);
    }
  }
  let [own, open] = [0, 0];
  const others: KnownSpeaker[] = [];
  for (const place of places) {
    const utterances = utterancesAt(index, place);
    const known = utterances.flatMap(({ speaker }) => speaker ?? []);
    if (known.some(isSame)) own++;
    else if (known.length === 0 || known.length < utterances.length) open++;
    else others.push(known[0]);
  }
  return { own, open, others };
}
