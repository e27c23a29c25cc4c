import { CUE_WORDS, CueForm } from "./cueLexicon.js";
import type { StripCounts } from "./stripCounts.js";
import type { Strip } from "./strips.js";
import { Auxiliary, type VerbGroup, verbGroupOf } from "./verbGroup.js";
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
  /** Whether the cue is a passive whose subject is spoken to or of, and does not speak: "was told". */
  readonly isPassive: boolean;
}

/** @param counts those of the strip, or to be read before they are asked for. */
export function placeCue(strip: Strip, counts: StripCounts, from: number, to: number, cue: number): CuePlace {
  const { form, classIndex } = CUE_WORDS[strip.cues[cue]];
  const verb = verbGroupOf(strip, from, cue);
  const last = lastPosition(strip, from, to);
  return { strip, counts, cue, from, to, last, verb, form, classIndex, isPassive: isPassive(strip, cue, verb) };
}

/** @param verb the cue's. */
export function isPassive({ classes, starts, text, cues }: Strip, cue: number, { start, auxiliary }: VerbGroup): boolean {
  const { form, isState } = CUE_WORDS[cues[cue]];
  const isAgentless = isState && classes[cue + 1] !== WordClass.By;
  if (auxiliary !== Auxiliary.Be || isAgentless || (form !== CueForm.Past && form !== CueForm.Participle)) return false;
  let be = cue - 1;
  while (be > start && classes[be] !== WordClass.Be) be--;
  // "he's said" has said it
  return text[starts[be]] !== "'" && text[starts[be]] !== "’";
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
