import { BEFORE_OBJECT } from "./clauseSubjects.js";
import type { CueReading } from "./cueReading.js";
import { isOneOf, isWord, type Strip } from "./strips.js";
import { Auxiliary } from "./verbGroup.js";
import { isNounOfSource, WordClass } from "./wordClasses.js";
import { WordTest } from "./wordTest.js";

const POINTING = new WordTest(["these", "those"]);
const NOUNS: ReadonlySet<number> = new Set([WordClass.Lower, WordClass.Plural, WordClass.CueNoun]);

/** Whether a cue's word says of which noun is spoken, and nothing that somebody says: "for said institution", "these notes", "the man accused of". */
export function isAdjectiveCue(strip: Strip, { cue, from, verb }: CueReading): boolean {
  const { classes } = strip;
  if (classes[cue] === WordClass.CueNoun && cue > from && isOneOf(strip, cue - 1, POINTING)) return true;
  if (isWord(strip, cue, "accused")) return classes[cue + 1] === WordClass.Of && verb.auxiliary === Auxiliary.None;
  if (!isWord(strip, cue, "said") || !(NOUNS.has(classes[cue + 1]) || isNounOfSource(classes[cue + 1]))) return false;
  return cue === from || BEFORE_OBJECT.has(classes[cue - 1]);
}
