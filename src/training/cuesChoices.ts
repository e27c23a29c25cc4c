import { ContentSide, type ContentStart, findContentEnds, findContentStarts } from "../analysis/quotes/contentCandidates.js";
import { setEndFeatures, setSideFeatures, setStartFeatures } from "../analysis/quotes/contentFeatures.js";
import { setEndSecondFeatures, setStartSecondFeatures } from "../analysis/quotes/contentSecondFeatures.js";
import { setCueFeatures } from "../analysis/quotes/cueFeatures.js";
import { type CuePlace, placeCue } from "../analysis/quotes/cuePlace.js";
import type { CuePriors } from "../analysis/quotes/cuePriors.js";
import type { Scratch } from "../analysis/quotes/cueReading.js";
import type { BlockReading } from "../analysis/quotes/readings.js";
import { findSourceCandidates, type SourceCandidate } from "../analysis/quotes/sourceCandidates.js";
import { setNoSourceFeatures, setSourceFeatures } from "../analysis/quotes/sourceFeatures.js";
import { setSourceSecondFeatures } from "../analysis/quotes/sourceSecondFeatures.js";
import type { Example } from "./boosting.js";
import type { CorpusDocument, CorpusQuote, CorpusSpan } from "./corpora.js";
import { coveredPositions, forEachCue, type GoldBlock } from "./cuesGold.js";
import { overlap, trimmed } from "./quotesGold.js";
import type { WeighedChoice } from "./twoWeighings.js";

/** What the cues of the corpus teach: whether a word is a cue, what its source is, where its content begins and ends. */
export interface CueChoices {
  readonly cue: Example[];
  readonly source: WeighedChoice[];
  readonly start: WeighedChoice[];
  readonly end: WeighedChoice[];
}

export function emptyChoices(): CueChoices {
  return { cue: [], source: [], start: [], end: [] };
}

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
  scratch.counts.read(strip);
  let sentence = 0;
  forEachCue(reading, (position) => {
    while (strip.sentences[sentence + 1] <= position) sentence++;
    if (gold.unclear.has(position)) return;
    const from = strip.sentences[sentence];
    const to = strip.sentences[sentence + 1];
    const place = placeCue(strip, scratch.counts, from, to, position);
    const quote = gold.cues.get(position);
    setCueFeatures(scratch.cue, place, priors);
    choices.cue.push({ values: scratch.cue.values.slice(), is: quote !== undefined });
    if (quote) addParts(document, reading, quote, place, priors, scratch, choices);
  });
}

function addParts(
  document: CorpusDocument,
  reading: BlockReading,
  quote: CorpusQuote,
  place: CuePlace,
  priors: CuePriors,
  scratch: Scratch,
  choices: CueChoices,
): void {
  const { cue, from, to } = place;
  findSourceCandidates(place, scratch.sources);
  const found = Array.from({ length: scratch.sources.count }, (_, i) => scratch.sources.take(i));
  const candidates: readonly (SourceCandidate | null)[] = [null, ...found];
  const right = rightSource(document, reading, quote, candidates, from, to);
  if (right >= 0 && candidates.length > 1) {
    const places = candidates.map((candidate) => {
      if (candidate) setSourceFeatures(scratch.source, place, candidate);
      else setNoSourceFeatures(scratch.noSource, place);
      return (candidate ? scratch.source : scratch.noSource).places();
    });
    const values = candidates.map((candidate) => {
      setSourceSecondFeatures(scratch.sourceValues, place, candidate, priors, 0, 0);
      return scratch.sourceValues.values.slice();
    });
    choices.source.push({ candidates: places, right: [right], values, document: document.id });
  }
  const source = right >= 0 ? candidates[right] : null;
  findContentStarts(place, source, scratch.starts);
  const starts = Array.from({ length: scratch.starts.count }, (_, i) => scratch.starts.take(i));
  const start = rightStart(reading, quote, starts, cue, from, to);
  if (start.right < 0) return;
  const startPlaces = starts.map((candidate) => {
    setSideFeatures(scratch.start, place, source, candidate.side, priors);
    setStartFeatures(scratch.start, place, source, candidate, priors);
    return scratch.start.places();
  });
  const startSeconds = starts.map((candidate) => {
    setStartSecondFeatures(scratch.startValues, place, source, candidate, priors, 0, 0);
    return scratch.startValues.values.slice();
  });
  choices.start.push({ candidates: startPlaces, right: [start.right], values: startSeconds, document: document.id });
  const chosen = starts[start.right];
  if (chosen.side !== ContentSide.After && chosen.side !== ContentSide.Around) return;
  const first = chosen.side === ContentSide.After ? chosen.start : chosen.again;
  const ends: number[] = [];
  findContentEnds(place, first, ends);
  const rightEnd = nearest(ends, start.end);
  if (rightEnd < 0 || ends.length < 2) return;
  const endPlaces = ends.map((end) => {
    setEndFeatures(scratch.end, place, first, end);
    return scratch.end.places();
  });
  const endSeconds = ends.map((end) => {
    setEndSecondFeatures(scratch.endValues, place, source, first, end, priors, 0, 0);
    return scratch.endValues.values.slice();
  });
  choices.end.push({ candidates: endPlaces, right: [rightEnd], values: endSeconds, document: document.id });
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
