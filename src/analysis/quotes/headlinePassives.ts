import { CUE_WORDS, CueForm } from "./cueLexicon.js";
import type { CueReading } from "./cueReading.js";
import functionWords from "./functionWords.json" with { type: "json" };
import { mayBeParticiple } from "./participles.js";
import type { SourceCandidate } from "./sourceCandidates.js";
import type { Strip } from "./strips.js";
import { Auxiliary } from "./verbGroup.js";
import { WordClass } from "./wordClasses.js";

/** The verbs that have somebody for their object, or are a passive. */
const OF_SOMEBODY: ReadonlySet<string> = new Set(functionWords.ofSomebody);

/** "Firm criticised for delay", "Residents told to boil water": whom a headline names before a participle said nothing, but was spoken to or of. */
export function isSpokenTo(strip: Strip, { cue, from, verb }: CueReading, source: SourceCandidate): boolean {
  const { classes, cues } = strip;
  if (source.after || source.start !== from || source.end !== verb.start || verb.start !== cue || verb.auxiliary !== Auxiliary.None)
    return false;
  const { form, lemma } = CUE_WORDS[cues[cue]];
  if (form !== CueForm.Past || !mayBeParticiple(strip, cue)) return false;
  return OF_SOMEBODY.has(lemma) || (classes[cue + 1] === WordClass.To && lemma === "tell");
}
