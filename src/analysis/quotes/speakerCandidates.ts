import type { CueReading } from "./cueReading.js";
import type { BlockReading, QuotationPlace } from "./readings.js";
import { phraseKind, type SourceCandidate } from "./sourceCandidates.js";
import type { Strip } from "./strips.js";
import { WordClass } from "./wordClasses.js";

/** Where the words that may name a quotation's speaker stand. */
export const enum SpeakerZone {
  /** The text names nobody. */
  None = 0,
  /** A cue before the quotation in its sentence. */
  Before = 1,
  /** A cue behind it in its sentence. */
  After = 2,
  /** The sentence before, in the same paragraph. */
  SentenceBefore = 3,
  /** The sentence behind, in the same paragraph. */
  SentenceAfter = 4,
  /** The last sentence of the paragraph before. */
  ParagraphBefore = 5,
  /** The speaker of the quotation before this one. */
  Carried = 6,
  /** A phrase without a cue, before the quotation. */
  PhraseBefore = 7,
  /** A phrase without a cue, behind the quotation. */
  PhraseAfter = 8,
  /** A name behind a dash, under the quotation or right behind it. */
  Signature = 9,
}
export const SPEAKER_ZONES = 10;

export interface SpeakerCandidate {
  readonly zone: SpeakerZone;
  /** The block that the cue or the phrase stands in. */
  readonly block: number;
  readonly reading: CueReading | null;
  readonly source: SourceCandidate | null;
}

const MOST_IN_ZONE = 6;
const NOBODY: SpeakerCandidate = { zone: SpeakerZone.None, block: -1, reading: null, source: null };

/** Who may have spoken a quotation, as its surroundings name them. */
export function speakerCandidates(
  blocks: readonly BlockReading[],
  place: QuotationPlace,
  end: QuotationPlace,
): readonly SpeakerCandidate[] {
  const found: SpeakerCandidate[] = [NOBODY];
  if (place.quotation > 0) found.push({ ...NOBODY, zone: SpeakerZone.Carried });
  const addCues = (block: number, low: number, high: number, zone: SpeakerZone, nearHigh: boolean): void => {
    const inside = cuesBetween(blocks[block].cues, low, high);
    const near = nearHigh ? inside.slice(-MOST_IN_ZONE) : inside.slice(0, MOST_IN_ZONE);
    for (const reading of near) {
      if (reading.source) found.push({ zone, block, reading, source: reading.source });
    }
  };
  const { strip } = blocks[place.block];
  addCues(place.block, place.from, place.position, SpeakerZone.Before, true);
  addCues(end.block, end.position + 1, end.to, SpeakerZone.After, false);
  if (place.from > 0) addCues(place.block, sentenceStart(strip, place.from - 1), place.from, SpeakerZone.SentenceBefore, true);
  else if (place.block > 0) {
    const before = blocks[place.block - 1].strip;
    if (before.count > 0)
      addCues(place.block - 1, sentenceStart(before, before.count - 1), before.count, SpeakerZone.ParagraphBefore, true);
  }
  const { strip: lastStrip } = blocks[end.block];
  if (end.to < lastStrip.count) addCues(end.block, end.to, sentenceEnd(lastStrip, end.to), SpeakerZone.SentenceAfter, false);
  addPhrases(strip, place, found);
  addPhraseAfter(blocks[end.block].strip, end, found);
  addSignature(blocks, end, found);
  return found;
}

/** The first cue whose position is not below the bound; cues are in order. */
function firstFrom(cues: readonly CueReading[], bound: number): number {
  let low = 0;
  let high = cues.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cues[middle].cue < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

function cuesBetween(cues: readonly CueReading[], low: number, high: number): readonly CueReading[] {
  return cues.slice(firstFrom(cues, low), firstFrom(cues, high));
}

function sentenceIndex(strip: Strip, position: number): number {
  let low = 0;
  let high = strip.sentences.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (strip.sentences[middle] <= position) low = middle;
    else high = middle;
  }
  return low;
}

export function sentenceStart(strip: Strip, position: number): number {
  return strip.sentences[sentenceIndex(strip, position)];
}

export function sentenceEnd(strip: Strip, position: number): number {
  return strip.sentences[sentenceIndex(strip, position) + 1];
}

function isNamePart(wordClass: number): boolean {
  return wordClass === WordClass.Capital || wordClass === WordClass.Person || wordClass === WordClass.Number;
}

/** Names and pronouns of the sentence before the quotation, the last two and the first. */
function addPhrases(strip: Strip, place: QuotationPlace, found: SpeakerCandidate[]): void {
  const low = Math.max(place.from, place.position - 40);
  const phrases: SourceCandidate[] = [];
  for (let at = low; at < place.position; at++) {
    const end = phraseEnd(strip, at, place.position);
    if (end === at) continue;
    phrases.push({ start: at, end, after: false, long: false });
    at = end - 1;
  }
  const chosen = phrases.length <= 3 ? phrases : [phrases[0], ...phrases.slice(-2)];
  for (const source of chosen) found.push({ zone: SpeakerZone.PhraseBefore, block: place.block, reading: null, source });
}

function addPhraseAfter(strip: Strip, place: QuotationPlace, found: SpeakerCandidate[]): void {
  const high = Math.min(place.to, place.position + 14);
  for (let at = place.position + 1; at < high; at++) {
    const end = phraseEnd(strip, at, high);
    if (end === at) continue;
    found.push({ zone: SpeakerZone.PhraseAfter, block: place.block, reading: null, source: { start: at, end, after: true, long: false } });
    return;
  }
}

const LONGEST_SIGNATURE = 14;

/** “…” — Ada Byron, at the end of the paragraph or in the next one. */
function addSignature(blocks: readonly BlockReading[], end: QuotationPlace, found: SpeakerCandidate[]): void {
  const { strip } = blocks[end.block];
  const follows = end.position + 1 < strip.count;
  const block = follows ? end.block : end.block + 1;
  const at = follows ? end.position + 1 : 0;
  const signed = blocks[block]?.strip;
  if (!signed || signed.count - at > LONGEST_SIGNATURE || !isDash(signed, at)) return;
  const name = phraseEnd(signed, at + 1, signed.count);
  if (name > at + 1)
    found.push({ zone: SpeakerZone.Signature, block, reading: null, source: { start: at + 1, end: name, after: true, long: false } });
}

function isDash(strip: Strip, at: number): boolean {
  return "—–―-~".includes(strip.text[strip.starts[at]]);
}

/** The end of a name or of a pronoun for a person that begins here; the position itself where none does. */
function phraseEnd(strip: Strip, at: number, limit: number): number {
  const wordClass = strip.classes[at];
  if (wordClass === WordClass.He || wordClass === WordClass.They) return at + 1;
  if (!isNamePart(wordClass)) return at;
  let end = at + 1;
  while (end < limit && isNamePart(strip.classes[end])) end++;
  return phraseKind(strip, at, end) === 6 || phraseKind(strip, at, end) === 7 ? end : at;
}
