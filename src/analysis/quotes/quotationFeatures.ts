import { PRIOR_STEPS } from "./cuePriors.js";
import { type CueReading, holds } from "./cueReading.js";
import { type Features, STEPS, step } from "./linearModel.js";
import type { BlockReading, QuotationPlace } from "./readings.js";
import { SPEAKER_ZONES, SpeakerZone } from "./speakerCandidates.js";
import { firstFrom } from "./stripSpans.js";
import type { Strip } from "./strips.js";
import { WORD_CLASSES, WordClass } from "./wordClasses.js";

const C = WORD_CLASSES;

/** How many values each feature of "is this speech" has, in the order in which `setQuotationFeatures` sets them. */
export const QUOTATION_FEATURE_SIZES: readonly number[] = [
  STEPS * 4,
  STEPS * C,
  STEPS * C,
  STEPS * SPEAKER_ZONES * 2,
  SPEAKER_ZONES * 10,
  4 * 10 * 2,
  STEPS * 4 * 4,
  4 * C,
  STEPS * 2 * 2 * 4,
  4 * 4 * 2,
  C,
  STEPS * 2 * 2,
  STEPS * PRIOR_STEPS * 2,
  4 * PRIOR_STEPS * 2,
];

/**
 * Sets the features that tell speech from scare quotes, titles and words mentioned as words; none of them names a word.
 * @param zone where its speaker was found; @param confidence how sure that is, 0..1.
 * @param prior the step of the prior of the speaker's cue, 0 where there is no cue.
 */
export function setQuotationFeatures(
  features: Features,
  reading: BlockReading,
  place: QuotationPlace,
  closed: boolean,
  zone: SpeakerZone,
  confidence: number,
  prior: number,
): void {
  const { strip } = reading;
  const { inner } = place;
  const start = strip.starts[place.position];
  const end = strip.ends[place.position];
  const size = step(inner.words);
  const before = place.position > place.from ? strip.classes[place.position - 1] : WordClass.Edge;
  const behind = place.position + 1 < place.to ? strip.classes[place.position + 1] : WordClass.Edge;
  const covering = coveringLikelihood(reading.cues, place);
  const single = "‘'’‚`".includes(strip.text[start]) && strip.text[start + 1] !== strip.text[start] ? 1 : 0;
  const alone = place.position === 0 && end - start > strip.text.length * 0.9 ? 1 : 0;
  let f = 0;
  features.set(f++, size * 4 + inner.capitals);
  features.set(f++, size * C + before);
  features.set(f++, size * C + behind);
  features.set(f++, (size * SPEAKER_ZONES + zone) * 2 + (inner.stops > 0 ? 1 : 0));
  features.set(f++, zone * 10 + Math.floor(confidence * 9.99));
  features.set(f++, (inner.capitals * 10 + Math.floor(covering * 9.99)) * 2 + (size > 3 ? 1 : 0));
  features.set(f++, (size * 4 + inner.ending) * 4 + inner.capitals);
  features.set(f++, inner.capitals * C + before);
  features.set(f++, ((size * 2 + single) * 2 + alone) * 4 + inner.capitals);
  features.set(f++, (inner.ending * 4 + Math.min(3, inner.stops)) * 2 + (closed ? 1 : 0));
  features.set(f++, inner.first);
  features.set(f++, (size * 2 + (inner.grammar > 0 ? 1 : 0)) * 2 + (inner.firstUpper ? 1 : 0));
  const alongside = zone === SpeakerZone.Before || zone === SpeakerZone.After ? 1 : 0;
  features.set(f++, (size * PRIOR_STEPS + prior) * 2 + alongside);
  features.set(f++, (inner.capitals * PRIOR_STEPS + prior) * 2 + alongside);
}

/**
 * Whether the words in marks are a name or a title rather than speech: two words or more, all but small ones with capitals,
 * behind an article (with an adjective or without), a possessive or a preposition ("the “Lantern Army”", "CNN’s “State of the Union”"),
 * or one behind "the".
 * Behind "the" a stop may stand before the closing mark ("the “Lantern Army.”").
 */
export function isQuotedName({ strip }: BlockReading, place: QuotationPlace): boolean {
  if (place.position === place.from || !(BEFORE_NAME.has(strip.classes[place.position - 1]) || isBehindAdjective(strip, place)))
    return false;
  const { words, capitals, stops, firstUpper, ending } = place.inner;
  if (words > LONGEST_NAME || capitals !== ALL_CAPITALS || !firstUpper) return false;
  const at = place.position - 1;
  const isDefinite = strip.text.slice(strip.starts[at], strip.ends[at]) === "the";
  return (words >= 2 || isDefinite) && stops <= (isDefinite && ending === ENDS_IN_STOP ? 1 : 0);
}

/** "a bipartisan “Grand Bargain”": one word between the article and the marks. */
function isBehindAdjective({ classes }: Strip, { from, position }: QuotationPlace): boolean {
  return position - 2 >= from && classes[position - 1] === WordClass.Lower && classes[position - 2] === WordClass.Determiner;
}

const ENDS_IN_STOP = 2;

/** Whether the words in marks are a short form that a text gives itself: (“FBI”), (the “Agreement”). */
export function isShortForm({ strip }: BlockReading, { position, inner }: QuotationPlace): boolean {
  if (inner.words > LONGEST_SHORT_FORM || position + 1 >= strip.count || strip.classes[position + 1] !== WordClass.CloseBracket)
    return false;
  const before = strip.classes[position - 1] === WordClass.Determiner ? position - 2 : position - 1;
  return before >= 0 && strip.classes[before] === WordClass.OpenBracket;
}

const LONGEST_SHORT_FORM = 4;

/** Whether a word is mentioned as a word: a pronoun alone, in small letters (unless “she” is a “he”). */
export function isMentionedPronoun({ inner }: QuotationPlace): boolean {
  return inner.words === 1 && !inner.firstUpper && inner.first >= WordClass.He && inner.first <= WordClass.It;
}

/** Whether the words in marks are so many that they are speech or writing quoted: what is no speech is short. */
export function isLongQuotation({ inner }: QuotationPlace): boolean {
  return inner.words >= LONG_ENOUGH;
}

const LONG_ENOUGH = 16;
const LONGEST_NAME = 10;
const ALL_CAPITALS = 3;
const BEFORE_NAME: ReadonlySet<number> = new Set([
  WordClass.Determiner,
  WordClass.Possessive,
  WordClass.Preposition,
  WordClass.By,
  WordClass.With,
  WordClass.About,
  WordClass.Particle,
  WordClass.Of,
]);

const FARTHEST_CUE = 100;

/** How likely the likeliest cue is whose content the quotation stands in. */
function coveringLikelihood(cues: readonly CueReading[], place: QuotationPlace): number {
  let highest = 0;
  for (let i = firstFrom(cues, Math.max(place.from, place.position - FARTHEST_CUE)); i < cues.length; i++) {
    const { cue, likelihood, content } = cues[i];
    if (cue >= place.to || cue > place.position + FARTHEST_CUE) break;
    if (likelihood > highest && holds(content, place.position)) highest = likelihood;
  }
  return highest;
}
