import { ContentSide } from "./contentCandidates.js";
import { CUE_WORDS, CueForm } from "./cueLexicon.js";
import type { CueReading } from "./cueReading.js";
import type { BlockReading } from "./readings.js";
import { WordClass } from "./wordClasses.js";

const LONGEST_SPEAKER = 6;
const LEAST_CONTENT = 3;
const LEAST_LIKELY_CUE = 0.12;
const SURE = 0.9;
const FORMS: ReadonlySet<CueForm> = new Set([CueForm.Third, CueForm.Past]);
const BEHIND: ReadonlySet<number> = new Set([
  WordClass.Capital,
  WordClass.Determiner,
  WordClass.Lower,
  WordClass.Person,
  WordClass.Paper,
  WordClass.Body,
  WordClass.Plural,
  WordClass.CueNoun,
  WordClass.Of,
]);

/** The place of the cue with which a headline ends, and how it is to be read there: "Rivals agree to a pause, says Weld". */
export interface HeadlineTail {
  readonly place: number;
  readonly reading: CueReading;
}

/** Reads what stands behind a headline's last comma as who says all that stands before it; null where a verb of saying does not open it: "Acme beats forecasts, shares jump". */
export function headlineTail({ strip, cues }: BlockReading): HeadlineTail | null {
  const { classes, count } = strip;
  let comma = count - 3;
  while (comma > count - 3 - LONGEST_SPEAKER && comma > 0 && classes[comma] !== WordClass.Comma) comma--;
  if (comma < LEAST_CONTENT || classes[comma] !== WordClass.Comma) return null;
  const cue = comma + 1;
  if (strip.cues[cue] < 0 || !FORMS.has(CUE_WORDS[strip.cues[cue]].form)) return null;
  if (CUE_WORDS[strip.cues[cue]].lemma === "share") return null;
  for (let at = cue + 1; at < count; at++) if (!BEHIND.has(classes[at])) return null;
  for (let at = 0; at < comma; at++) if (classes[at] === WordClass.Quotation || classes[at] === WordClass.Colon) return null;
  const place = cues.findIndex((reading) => reading.cue === cue && reading.likelihood >= LEAST_LIKELY_CUE);
  if (place < 0) return null;
  const source = { start: cue + 1, end: count, after: true, long: false };
  const content = [{ start: 0, end: comma }];
  return { place, reading: { ...cues[place], source, sourceLikelihood: SURE, side: ContentSide.Before, content } };
}
