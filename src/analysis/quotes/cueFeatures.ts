import { CUE_CLASSES } from "./cueLexicon.js";
import { type CuePlace, classAt } from "./cuePlace.js";
import { type CuePriors, PRIOR_STEPS } from "./cuePriors.js";
import { CUE_SETTINGS } from "./cueSetting.js";
import type { ValueFeatures } from "./valueFeatures.js";
import { AUXILIARIES } from "./verbGroup.js";
import { WORD_CLASSES, WordClass } from "./wordClasses.js";

const C = WORD_CLASSES;
const P = PRIOR_STEPS;
const FORMS = 8;
const LONGEST = 40;
const FARTHEST = 24;

/** How many values each feature of a cue has, in the order in which `setCueFeatures` sets them. */
export const CUE_FEATURE_SIZES: readonly number[] = [
  P,
  P,
  4,
  4,
  8,
  LONGEST,
  LONGEST,
  P,
  FARTHEST,
  P,
  FARTHEST,
  5,
  FORMS,
  CUE_CLASSES.length,
  AUXILIARIES,
  5,
  2,
  CUE_SETTINGS,
  C,
  C,
  C,
  C,
  C,
  C,
  C,
  C,
  C,
  C,
];

/** The features whose values have no order of their own begin with this one. */
export const FIRST_UNORDERED_CUE_FEATURE = 12;

/** Sets the features that tell whether a word is a cue where it stands; the priors alone depend on the word. */
export function setCueFeatures(features: ValueFeatures, place: CuePlace, priors: CuePriors): void {
  const { strip, from, to, cue, verb, form, classIndex } = place;
  const word = strip.cues[cue];
  const habit = priors.habit(word);
  let earlier = 0;
  let earlierDistance = FARTHEST;
  let later = 0;
  let laterDistance = FARTHEST;
  let quotations = 0;
  for (let at = from; at < to; at++) {
    if (strip.classes[at] === WordClass.Quotation) quotations++;
    if (strip.cues[at] < 0 || at === cue) continue;
    const other = priors.inSetting(strip.cues[at], strip.settings[at]);
    if (at < cue) {
      if (other < earlier) continue;
      earlier = other;
      earlierDistance = cue - at;
    } else if (other > later) {
      later = other;
      laterDistance = at - cue;
    }
  }
  let f = 0;
  features.set(f++, priors.overall(word));
  features.set(f++, priors.inSetting(word, strip.settings[cue]));
  features.set(f++, habit >> 2);
  features.set(f++, habit & 3);
  features.set(f++, verb.end - verb.start);
  features.set(f++, cue - from);
  features.set(f++, to - cue);
  features.set(f++, earlier);
  features.set(f++, earlierDistance);
  features.set(f++, later);
  features.set(f++, laterDistance);
  features.set(f++, quotations);
  features.set(f++, form);
  features.set(f++, classIndex);
  features.set(f++, verb.auxiliary);
  features.set(f++, quotationPlace(place));
  features.set(f++, verb.negated ? 1 : 0);
  features.set(f++, strip.settings[cue]);
  for (let at = verb.start - 4; at < verb.start; at++) features.set(f++, classAt(place, at));
  for (let at = cue + 1; at <= cue + 5; at++) features.set(f++, classAt(place, at));
  features.set(f++, classAt(place, from));
}

/** Where the sentence has a quotation: 0 nowhere, 1 right before the cue's clause, 2 right behind the cue, 3 earlier, 4 later. */
function quotationPlace({ strip, from, to, cue }: CuePlace): number {
  for (let at = cue + 1; at < to && at < cue + 4; at++) if (strip.classes[at] === WordClass.Quotation) return 2;
  for (let at = cue - 1; at >= from && at > cue - 12; at--) {
    if (strip.classes[at] === WordClass.Quotation) return cue - at < 5 ? 1 : 3;
  }
  for (let at = cue + 4; at < to && at < cue + 30; at++) if (strip.classes[at] === WordClass.Quotation) return 4;
  return 0;
}
