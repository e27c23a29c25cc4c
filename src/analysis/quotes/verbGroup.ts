import type { Strip } from "./strips.js";
import { WordClass } from "./wordClasses.js";

/** The verb group that a cue is the head of. Positions are those of the strip. */
export interface VerbGroup {
  readonly start: number;
  /** Behind the cue. */
  readonly end: number;
  readonly negated: boolean;
  /** What governs the cue: nothing, an infinitive's "to", a modal, a form of have, of be, of do. */
  readonly auxiliary: Auxiliary;
}

export const enum Auxiliary {
  None = 0,
  To = 1,
  Modal = 2,
  Have = 3,
  Be = 4,
  Do = 5,
}
export const AUXILIARIES = 6;

const MOST_BEFORE = 6;

/** @param from the first position of the sentence. */
export function verbGroupOf(strip: Strip, from: number, cue: number): VerbGroup {
  let start = cue;
  let negated = false;
  let auxiliary = Auxiliary.None;
  for (let at = cue - 1; at >= from && at >= cue - MOST_BEFORE; at--) {
    const wordClass = strip.classes[at];
    if (wordClass === WordClass.Adverb) {
      if (auxiliary === Auxiliary.None && at === cue - 1) start = at;
      continue;
    }
    if (wordClass === WordClass.Negation) {
      negated = true;
      start = at;
      continue;
    }
    const found = auxiliaryOf(wordClass);
    if (found === Auxiliary.None) break;
    if (auxiliary === Auxiliary.None) auxiliary = found;
    start = at;
  }
  while (start > from && strip.classes[start - 1] === WordClass.Adverb) start--;
  return { start, end: cue + 1, negated, auxiliary };
}

function auxiliaryOf(wordClass: WordClass): Auxiliary {
  switch (wordClass) {
    case WordClass.To:
      return Auxiliary.To;
    case WordClass.Modal:
      return Auxiliary.Modal;
    case WordClass.Have:
      return Auxiliary.Have;
    case WordClass.Be:
      return Auxiliary.Be;
    case WordClass.Do:
      return Auxiliary.Do;
    default:
      return Auxiliary.None;
  }
}
