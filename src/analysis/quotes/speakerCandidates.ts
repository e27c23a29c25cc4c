import type { Span } from "../analysis.js";
import { type CueReading, holds } from "./cueReading.js";
import { isVerbCue } from "./formulas.js";
import { isKicker, isKickerWord } from "./kickers.js";
import type { BlockReading, QuotationPlace } from "./readings.js";
import { isOfPaper } from "./reducedClauses.js";
import { phraseKind, type SourceCandidate } from "./sourceCandidates.js";
import { firstFrom } from "./stripSpans.js";
import type { Strip } from "./strips.js";
import { isNounOfSource, WordClass } from "./wordClasses.js";

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
  /** The speaker of the quotation before the last: two take turns. */
  Alternating = 10,
}
export const SPEAKER_ZONES = 11;

export interface SpeakerCandidate {
  readonly zone: SpeakerZone;
  /** The block that the cue or the phrase stands in. */
  readonly block: number;
  readonly reading: CueReading | null;
  readonly source: SourceCandidate | null;
  /** How many cues of the same zone stand nearer to the quotation. */
  readonly nearer: number;
  /** How many of them have another source, likely enough, that stands nearer too. */
  readonly otherSources: number;
  /** The words of a formula, as positions of the block's strip. */
  readonly phrase?: Span;
}

const MOST_IN_ZONE = 6;
const NOBODY: SpeakerCandidate = { zone: SpeakerZone.None, block: -1, reading: null, source: null, nearer: 0, otherSources: 0 };
const CARRIED: SpeakerCandidate = { ...NOBODY, zone: SpeakerZone.Carried };
const ALTERNATING: SpeakerCandidate = { ...NOBODY, zone: SpeakerZone.Alternating };

/**
 * Who may have spoken a quotation, as its surroundings name them.
 * @param earlier how many of the quotations before have speakers that may be meant: none, the last, or the last two where they differ.
 */
export function speakerCandidates(
  blocks: readonly BlockReading[],
  place: QuotationPlace,
  end: QuotationPlace,
  earlier: number,
): readonly SpeakerCandidate[] {
  const found: SpeakerCandidate[] = [NOBODY];
  if (earlier > 0) found.push(CARRIED);
  if (earlier > 1 && !goesOnSpeaking(blocks[place.block].strip, place)) found.push(ALTERNATING);
  const { strip } = blocks[place.block];
  addCues(blocks, place.block, place.from, place.position, SpeakerZone.Before, found);
  keepOwnClause(strip, place, found);
  addCues(blocks, end.block, end.position + 1, end.to, SpeakerZone.After, found);
  if (place.from > 0) addCues(blocks, place.block, sentenceStart(strip, place.from - 1), place.from, SpeakerZone.SentenceBefore, found);
  else if (place.block > 0) {
    const before = blocks[place.block - 1].strip;
    const start = before.count > 0 ? sentenceStart(before, before.count - 1) : 0;
    addCues(blocks, place.block - 1, start, before.count, SpeakerZone.ParagraphBefore, found, earlier > 0);
  }
  const { strip: lastStrip } = blocks[end.block];
  if (end.to < lastStrip.count) addCues(blocks, end.block, end.to, sentenceEnd(lastStrip, end.to), SpeakerZone.SentenceAfter, found);
  if (!(strip.classes[place.position - 1] === WordClass.Colon && isKickerWord(strip, place.position - 2))) addPhrases(strip, place, found);
  addPhraseAfter(blocks[end.block].strip, end, found);
  addSignature(blocks, end, found);
  return isIntroduced(strip, place) && found.some(({ zone }) => INTRODUCING.has(zone))
    ? found.filter(({ zone }) => !EARLIER.has(zone))
    : found;
}

/** The zones behind a quotation: the nearest cues are the first. */
const BEHIND: ReadonlySet<SpeakerZone> = new Set([SpeakerZone.After, SpeakerZone.SentenceAfter]);

/**
 * Adds the sources of the cues between two positions of a block that stand nearest to the quotation.
 * @param withoutReported whether those are left out that have a quotation of their own.
 */
function addCues(
  blocks: readonly BlockReading[],
  block: number,
  low: number,
  high: number,
  zone: SpeakerZone,
  found: SpeakerCandidate[],
  withoutReported = false,
): void {
  const { strip, cues } = blocks[block];
  const first = firstFrom(cues, low);
  const behind = firstFrom(cues, high);
  if (first === behind) return;
  const between = cues.slice(first, behind);
  const inside = withoutReported ? between.filter((reading) => !reportsQuotation(strip, reading)) : between;
  const nearHigh = !BEHIND.has(zone);
  const near = nearHigh ? inside.slice(-MOST_IN_ZONE) : inside.slice(0, MOST_IN_ZONE);
  near.forEach((reading, i) => {
    if (reading.source === null || isKicker(strip, reading) || isOfPaper(strip, reading)) return;
    const nearer = nearHigh ? near.length - 1 - i : i;
    found.push({ zone, block, reading, source: reading.source, nearer, otherSources: countOtherSources(near, i, nearHigh) });
  });
}

const INTRODUCING: ReadonlySet<SpeakerZone> = new Set([SpeakerZone.Before, SpeakerZone.PhraseBefore]);
const EARLIER: ReadonlySet<SpeakerZone> = new Set([
  SpeakerZone.Carried,
  SpeakerZone.Alternating,
  SpeakerZone.SentenceBefore,
  SpeakerZone.ParagraphBefore,
]);

/** "For Ada Byron the matter was settled: “…”": a clause with a colon leads up to the quotation, and whom it names speaks. */
function isIntroduced({ classes }: Strip, { position, from }: QuotationPlace): boolean {
  return position - 1 > from && classes[position - 1] === WordClass.Colon;
}

/**
 * Whether the sentence before is one that goes on behind an earlier quotation, with a comma, and ends right before this one:
 * “It was no foul,” he fumed. “Everybody saw it.” It says who spoke the first, and the second is no answer.
 */
function goesOnSpeaking(strip: Strip, { position, from }: QuotationPlace): boolean {
  if (position !== from || position < 2) return false;
  const start = sentenceStart(strip, position - 1);
  for (let at = position - 2; at >= start; at--) {
    if (strip.classes[at] !== WordClass.Quotation) continue;
    return strip.text[strip.ends[at] - 2] === "," || strip.classes[at + 1] === WordClass.Comma;
  }
  return false;
}

/** Whether what a cue reports is in marks: it has its own quotation, whose speaker is a candidate as the one who spoke before. */
function reportsQuotation({ classes }: Strip, { content }: CueReading): boolean {
  return content.some(({ start, end }) => classes.subarray(start, end).includes(WordClass.Quotation));
}

const LIKELY_OWN_CUE = 0.45;
/** From this likelihood on a verb with a subject of its own has the quotation, even where an earlier cue seems to report both. */
const SURE_OWN_CUE = 0.6;
const FARTHEST_DASH = 30;

/**
 * Of the cues before a quotation in its sentence, leaves out those in a parenthesis between dashes that ends before the quotation,
 * and those of an earlier clause where a nearer cue with a source of its own has the quotation in what it reports.
 */
function keepOwnClause(strip: Strip, place: QuotationPlace, found: SpeakerCandidate[]): void {
  const dash = parenthesisStart(strip, place);
  const outside = dash >= 0 && found.some(({ reading }) => reading !== null && reading.cue < dash);
  const inParenthesis = ({ reading }: SpeakerCandidate): boolean => outside && reading !== null && reading.cue > dash;
  const own = found.find(
    ({ reading, source }) =>
      reading !== null &&
      source !== null &&
      !source.after &&
      reading.likelihood >= LIKELY_OWN_CUE &&
      !(outside && reading.cue > dash) &&
      holds(reading.content, place.position) &&
      hasQuotation(strip, Math.max(place.from, source.start - FARTHEST_DASH), source.start),
  );
  if (!own && !outside) return;
  const ownStart = own?.source?.start ?? -1;
  const isOwn =
    own?.reading !== undefined && own.reading !== null && own.reading.likelihood >= SURE_OWN_CUE && isVerbCue(strip, own.reading);
  const isEarlier = ({ reading }: SpeakerCandidate): boolean =>
    reading !== null && reading.cue < ownStart && (isOwn || !holds(reading.content, place.position));
  const kept = found.filter((candidate) => !inParenthesis(candidate) && !isEarlier(candidate));
  found.splice(0, found.length, ...kept);
}

/** Where the parenthesis opens whose closing dash stands right before the quotation; -1 where none does. */
function parenthesisStart(strip: Strip, { from, position }: QuotationPlace): number {
  if (position - 1 < from || strip.classes[position - 1] !== WordClass.Dash) return -1;
  for (let at = position - 2; at >= from && at > position - FARTHEST_DASH; at--) if (strip.classes[at] === WordClass.Dash) return at;
  return -1;
}

function hasQuotation(strip: Strip, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (strip.classes[at] === WordClass.Quotation) return true;
  return false;
}

const LIKELY_CUE = 0.3;

/** How many likely cues between this one and the quotation have a source of their own that stands between as well. */
function countOtherSources(near: readonly CueReading[], index: number, nearHigh: boolean): number {
  const own = near[index].source;
  if (!own) return 0;
  let count = 0;
  for (let i = nearHigh ? index + 1 : 0; i < (nearHigh ? near.length : index); i++) {
    const { source, likelihood } = near[i];
    if (source && likelihood >= LIKELY_CUE && (nearHigh ? source.start >= own.end : source.end <= own.start)) count++;
  }
  return count;
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
  return wordClass === WordClass.Capital || isNounOfSource(wordClass) || wordClass === WordClass.Number;
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
  for (const source of chosen)
    found.push({ zone: SpeakerZone.PhraseBefore, block: place.block, reading: null, source, nearer: 0, otherSources: 0 });
}

function addPhraseAfter(strip: Strip, place: QuotationPlace, found: SpeakerCandidate[]): void {
  const high = Math.min(place.to, place.position + 14);
  for (let at = place.position + 1; at < high; at++) {
    const end = phraseEnd(strip, at, high);
    if (end === at) continue;
    found.push({
      zone: SpeakerZone.PhraseAfter,
      block: place.block,
      reading: null,
      source: { start: at, end, after: true, long: false },
      nearer: 0,
      otherSources: 0,
    });
    return;
  }
}

const LONGEST_SIGNATURE = 14;

/** The block that a signature may stand in: the next, or the one behind a line that has nothing but the ">" by which it is set apart. */
export function signedBlock(blocks: readonly BlockReading[], block: number): number {
  return blocks[block + 1]?.strip.text === ">" ? block + 2 : block + 1;
}

/** “…” — Ada Byron, at the end of the paragraph or in the next one. */
function addSignature(blocks: readonly BlockReading[], end: QuotationPlace, found: SpeakerCandidate[]): void {
  const { strip } = blocks[end.block];
  const follows = end.position + 1 < strip.count;
  const block = follows ? end.block : signedBlock(blocks, end.block);
  const signed = blocks[block]?.strip;
  if (!signed) return;
  const first = follows ? end.position + 1 : 0;
  const at = signed.text[signed.starts[first]] === ">" ? first + 1 : first;
  if (signed.count - at > LONGEST_SIGNATURE || !isDash(signed, at)) return;
  // "— Testimony of Ada Byron"
  const start = signed.classes[at + 2] === WordClass.Of && signed.classes[at + 3] === WordClass.Capital ? at + 3 : at + 1;
  const name = phraseEnd(signed, start, signed.count);
  if (name > start)
    found.push({
      zone: SpeakerZone.Signature,
      block,
      reading: null,
      source: { start, end: name, after: true, long: false },
      nearer: 0,
      otherSources: 0,
    });
}

function isDash(strip: Strip, at: number): boolean {
  return "—–―-~".includes(strip.text[strip.starts[at]]);
}

/** Of the kinds of phrases, a name, a person, a paper and a body. */
const SPEAKING_KINDS: ReadonlySet<number> = new Set([6, 7, 11, 12]);

/** The end of a name or of a pronoun for a person that begins here; the position itself where none does. */
function phraseEnd(strip: Strip, at: number, limit: number): number {
  const wordClass = strip.classes[at];
  if (wordClass === WordClass.He || wordClass === WordClass.They || wordClass === WordClass.Speaker) return at + 1;
  if (!isNamePart(wordClass)) return at;
  let end = at + 1;
  while (end < limit && isNamePart(strip.classes[end])) end++;
  return SPEAKING_KINDS.has(phraseKind(strip, at, end)) ? end : at;
}
