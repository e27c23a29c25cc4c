import { ContentSide, type ContentStart, contentEnds, contentStarts } from "../analysis/quotes/contentCandidates.js";
import { setEndFeatures, setStartFeatures } from "../analysis/quotes/contentFeatures.js";
import { setCueFeatures } from "../analysis/quotes/cueFeatures.js";
import type { CuePriors } from "../analysis/quotes/cuePriors.js";
import type { Scratch } from "../analysis/quotes/cueReading.js";
import type { Features } from "../analysis/quotes/linearModel.js";
import type { BlockReading } from "../analysis/quotes/readings.js";
import { type SourceCandidate, sourceCandidates } from "../analysis/quotes/sourceCandidates.js";
import { setNoSourceFeatures, setSourceFeatures } from "../analysis/quotes/sourceFeatures.js";
import { type VerbGroup, verbGroupOf } from "../analysis/quotes/verbGroup.js";
import type { CorpusDocument, CorpusQuote, CorpusSpan } from "./corpora.js";
import { coveredPositions, forEachCue, type GoldBlock } from "./cuesGold.js";
import { overlap, trimmed } from "./quotesGold.js";
import type { Choice } from "./quotesRanker.js";

/** What the cues of the corpus teach: whether a word is a cue, what its source is, where its content begins and ends. */
export interface CueChoices {
  readonly cue: Choice[];
  readonly source: Choice[];
  readonly start: Choice[];
  readonly end: Choice[];
}

export function emptyChoices(): CueChoices {
  return { cue: [], source: [], start: [], end: [] };
}

const NO_PLACES = new Int32Array(0);

/** Adds what one block teaches. */
export function addCueChoices(
  document: CorpusDocument,
  reading: BlockReading,
  gold: GoldBlock,
  priors: CuePriors,
  scratch: Scratch,
  choices: CueChoices,
): void {
  const { strip } = reading;
  let sentence = 0;
  forEachCue(reading, (position) => {
    while (strip.sentences[sentence + 1] <= position) sentence++;
    if (gold.unclear.has(position)) return;
    const from = strip.sentences[sentence];
    const to = strip.sentences[sentence + 1];
    const verb = verbGroupOf(strip, from, position);
    const quote = gold.cues.get(position);
    const places = placesOf(scratch.cue, () => setCueFeatures(scratch.cue, strip, from, to, position, verb, priors));
    choices.cue.push({ candidates: [NO_PLACES, places], right: [quote ? 1 : 0] });
    if (quote) addParts(document, reading, quote, { cue: position, from, to, verb }, priors, scratch, choices);
  });
}

function placesOf(features: Features, set: () => void): Int32Array {
  features.clear();
  set();
  return features.places();
}

interface Place {
  readonly cue: number;
  readonly from: number;
  readonly to: number;
  readonly verb: VerbGroup;
}

function addParts(
  document: CorpusDocument,
  reading: BlockReading,
  quote: CorpusQuote,
  { cue, from, to, verb }: Place,
  priors: CuePriors,
  scratch: Scratch,
  choices: CueChoices,
): void {
  const { strip } = reading;
  const candidates: readonly (SourceCandidate | null)[] = [null, ...sourceCandidates(strip, from, to, verb)];
  const right = rightSource(document, reading, quote, candidates, from, to);
  if (right >= 0 && candidates.length > 1) {
    const places = candidates.map((candidate) =>
      placesOf(scratch.source, () => {
        if (candidate) setSourceFeatures(scratch.source, strip, from, to, cue, verb, candidate);
        else setNoSourceFeatures(scratch.source, strip, from, to, cue, verb);
      }),
    );
    choices.source.push({ candidates: places, right: [right] });
  }
  const source = right >= 0 ? candidates[right] : null;
  const starts = contentStarts(strip, from, to, verb, source);
  const start = rightStart(reading, quote, starts, cue, from, to);
  if (start.right < 0) return;
  const startPlaces = starts.map((candidate) =>
    placesOf(scratch.start, () => setStartFeatures(scratch.start, strip, from, to, cue, verb, source, candidate, priors)),
  );
  choices.start.push({ candidates: startPlaces, right: [start.right] });
  const chosen = starts[start.right];
  if (chosen.side !== ContentSide.After && chosen.side !== ContentSide.Around) return;
  const first = chosen.side === ContentSide.After ? chosen.start : chosen.again;
  const ends = contentEnds(strip, from, to, first);
  const rightEnd = nearest(ends, start.end);
  if (rightEnd < 0 || ends.length < 2) return;
  const endPlaces = ends.map((end) => placesOf(scratch.end, () => setEndFeatures(scratch.end, strip, from, to, cue, first, end)));
  choices.end.push({ candidates: endPlaces, right: [rightEnd] });
}

/** The candidate with exactly the marked words, or else the one that shares most with them; -1 where none shares half. */
function rightSource(
  document: CorpusDocument,
  { start, strip }: BlockReading,
  quote: CorpusQuote,
  candidates: readonly (SourceCandidate | null)[],
  from: number,
  to: number,
): number {
  if (quote.speaker.length === 0) return 0;
  const marked = trimmed(document.text, quote.speaker[0]);
  const low = start + strip.starts[from];
  const high = start + strip.ends[to - 1];
  if (marked[0] < low || marked[1] > high) return 0;
  let best = -1;
  let most = 0.5;
  candidates.forEach((candidate, i) => {
    if (!candidate) return;
    const span: CorpusSpan = [start + strip.starts[candidate.start], start + strip.ends[candidate.end - 1]];
    const shared = overlap(span, marked);
    const union = span[1] - span[0] + marked[1] - marked[0] - shared;
    if (shared / union > most) {
      most = shared / union;
      best = i;
    }
  });
  return best;
}

function rightStart(
  reading: BlockReading,
  quote: CorpusQuote,
  starts: readonly ContentStart[],
  cue: number,
  from: number,
  to: number,
): { readonly right: number; readonly end: number } {
  const covered = coveredPositions(reading, quote, from, to);
  const before = covered.indexOf(true);
  const hasBefore = before >= 0 && before < cue - from;
  const firstAfter = covered.indexOf(true, cue - from);
  const hasAfter = firstAfter >= 0;
  const end = from + covered.lastIndexOf(true) + 1;
  const side = hasBefore ? (hasAfter ? ContentSide.Around : ContentSide.Before) : hasAfter ? ContentSide.After : ContentSide.None;
  const wanted = from + (side === ContentSide.After ? firstAfter : before);
  let right = -1;
  let least = 3;
  starts.forEach((candidate, i) => {
    if (candidate.side !== side) return;
    const off = side === ContentSide.None ? 0 : Math.abs(candidate.start - wanted);
    if (off < least) {
      least = off;
      right = i;
    }
  });
  return { right, end };
}

function nearest(values: readonly number[], wanted: number): number {
  let best = -1;
  let least = 4;
  values.forEach((value, i) => {
    if (Math.abs(value - wanted) < least) {
      least = Math.abs(value - wanted);
      best = i;
    }
  });
  return best;
}
