import { CUE_WORDS, type CueForm } from "./cueLexicon.js";
import type { StripCounts } from "./stripCounts.js";
import type { Strip } from "./strips.js";
import { type VerbGroup, verbGroupOf } from "./verbGroup.js";
import { WordClass } from "./wordClasses.js";

/** A cue word in its sentence, as the readings of its source and its content ask for it. Positions are those of its strip. */
export interface CuePlace {
  readonly strip: Strip;
  /** What is counted along the strip. */
  readonly counts: StripCounts;
  /** The position of the cue's word. */
  readonly cue: number;
  /** The sentence's first position, and the one behind its last. */
  readonly from: number;
  readonly to: number;
  /** The sentence's end without its full stop. */
  readonly last: number;
  readonly verb: VerbGroup;
  readonly form: CueForm;
  /** The place of the cue's class among all classes. */
  readonly classIndex: number;
}

/** @param counts those of the strip, or to be read before they are asked for. */
export function placeCue(strip: Strip, counts: StripCounts, from: number, to: number, cue: number): CuePlace {
  const { form, classIndex } = CUE_WORDS[strip.cues[cue]];
  return { strip, counts, cue, from, to, last: lastPosition(strip, from, to), verb: verbGroupOf(strip, from, cue), form, classIndex };
}

function lastPosition(strip: Strip, from: number, to: number): number {
  let last = to;
  while (last > from && (strip.classes[last - 1] === WordClass.Stop || strip.classes[last - 1] === WordClass.Other)) last--;
  return last;
}

/** The class of the word at a position, if it stands in the cue's sentence. */
export function classAt({ strip, from, to }: CuePlace, position: number): WordClass {
  return position >= from && position < to ? strip.classes[position] : WordClass.Edge;
}
