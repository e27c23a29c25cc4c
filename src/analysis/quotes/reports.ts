import type { Layout } from "../sections/layout.js";
import { SectionWalk } from "../sections/sectionWalk.js";
import { isUpperAt } from "../text/characters.js";
import { type AttributionModel, TREE_PARTS } from "./attributionModelForm.js";
import { isNobodysColon } from "./colonReports.js";
import { ContentSide } from "./contentCandidates.js";
import { CUE_WORDS } from "./cueLexicon.js";
import { isPassive } from "./cuePlace.js";
import type { CueReading, Stretch } from "./cueReading.js";
import { CueSetting } from "./cueSetting.js";
import { tellsNothing } from "./emptyObjects.js";
import { headlineTail } from "./headlineTails.js";
import { isKicker } from "./kickers.js";
import type { BlockReading } from "./readings.js";
import { setReportFeatures } from "./reportFeatures.js";
import { PERSON_PHRASE, phraseKind } from "./sourceCandidates.js";
import type { QuotationPart, Strip } from "./strips.js";
import { scoreTrees } from "./trees.js";
import { ValueFeatures } from "./valueFeatures.js";
import { WordClass } from "./wordClasses.js";

/** What may be reported speech without marks. */
export interface ReportCandidate {
  readonly block: number;
  /** The reading's place among the block's. */
  readonly index: number;
  readonly reading: CueReading;
  readonly inHeadline: boolean;
}

/** Reported speech without marks. */
export interface Report extends ReportCandidate {
  /** How likely it is reported speech, 0..1. */
  readonly likelihood: number;
}

/** What is less likely is no reported speech. */
const LEAST_LIKELY = 0.55;
/** Sooner believed where a clause or a topic is marked as what is said: that there is one is hardly in doubt. */
const LEAST_LIKELY_TO = 0.5;
const LEAST_LIKELY_MARKED = 0.42;
/** Later where a bare object stands for what is said, and where nobody is named who says it. */
const LEAST_LIKELY_BARE = 0.58;
const LEAST_LIKELY_UNNAMED = 0.62;
/** Hardly ever where the object is one of an act: most things that are found, released or named are nothing said; nor where something seems so. */
const LEAST_LIKELY_ACT = 0.9;
/** Whom somebody ordered to do something was told so; "signed an agreement to build" is an act as well. */
const LEAST_LIKELY_ACT_TO = 0.75;

/** A colon that parts a line of its own says less of itself than a verb does, and is believed sooner: "Mayor: bridge is open". */
const LEAST_LIKELY_COLON = 0.42;
/** Sooner yet where what stands behind it is written as a headline is: "Mayor: Bridge Is Open". */
const LEAST_LIKELY_HEADLINE = 0.26;
/** Soonest behind a noun for a person: "Mayor: no new bridge". */
const LEAST_LIKELY_PERSON = 0.18;
const SHARE_OF_CAPITALS = 0.6;

/** A less likely cue is no candidate. */
const LEAST_LIKELY_CUE = 0.2;

/** The sections in which nobody reports anything. */
const SILENT: ReadonlySet<string> = new Set(["boilerplate", "topics", "date", "byline", "dateline", "caption"]);
const HEADLINES: ReadonlySet<string> = new Set(["headline", "standfirst", "heading"]);

/** What was found in a block. */
interface KnownBlock {
  /** The block's place among the document's then. */
  readonly index: number;
  readonly inHeadline: boolean;
  /** For each part of a quotation in it, whether that was speech. */
  readonly spoken: readonly boolean[];
  readonly reports: readonly Report[];
}

/** What was found before, by the list of a block's cues: a block that was read before has the same list. */
export type ReportMemory = WeakMap<readonly CueReading[], KnownBlock>;

/**
 * Finds reported speech: the candidates that are likely by how the whole was read.
 * @param isSpeech for each quotation. @param known what was found before with the same model; null where nothing is to be kept.
 */
export function findReports(
  blocks: readonly BlockReading[],
  layout: Layout,
  isSpeech: readonly boolean[],
  model: AttributionModel,
  known: ReportMemory | null,
): readonly Report[] {
  const features = new ValueFeatures(TREE_PARTS.report);
  const reports: Report[] = [];
  forEachTelling(blocks, layout, (index, inHeadline) => {
    const block = blocks[index];
    const before = known?.get(block.cues);
    if (before && before.inHeadline === inHeadline && isAsSpoken(block.parts, before.spoken, isSpeech)) {
      for (const report of before.reports) reports.push(before.index === index ? report : { ...report, block: index });
      return;
    }
    const found = reportsIn(block, index, inHeadline, isSpeech, model, features);
    for (const report of found) reports.push(report);
    known?.set(block.cues, { index, inHeadline, spoken: block.parts.map(({ quotation }) => isSpeech[quotation]), reports: found });
  });
  return reports;
}

function isAsSpoken(parts: readonly QuotationPart[], spoken: readonly boolean[], isSpeech: readonly boolean[]): boolean {
  for (let i = 0; i < parts.length; i++) if (isSpeech[parts[i].quotation] !== spoken[i]) return false;
  return parts.length === spoken.length;
}

function reportsIn(
  block: BlockReading,
  index: number,
  inHeadline: boolean,
  isSpeech: readonly boolean[],
  { trees, priors }: AttributionModel,
  features: ValueFeatures,
): readonly Report[] {
  const tail = inHeadline ? headlineTail(block) : null;
  if (tail) return [{ block: index, index: tail.place, reading: tail.reading, inHeadline, likelihood: TAIL_LIKELIHOOD }];
  const reports: Report[] = [];
  for (let place = 0; place < block.cues.length; place++) {
    if (!isCandidate(block, block.cues[place], isSpeech)) continue;
    setReportFeatures(features, block, place, priors, inHeadline);
    const likelihood = 1 / (1 + Math.exp(-scoreTrees(trees.report, features)));
    const reading = block.cues[place];
    if (likelihood >= leastLikely(block, reading)) addUnlessTwin(reports, { block: index, index: place, reading, inHeadline, likelihood });
  }
  return reports.length > 0 ? reports : NO_REPORTS;
}

const TAIL_LIKELIHOOD = 0.9;
const NO_REPORTS: readonly Report[] = [];

function leastLikely(block: BlockReading, reading: CueReading): number {
  if (!isLinesColon(block, reading)) return leastByShape(block.strip, reading);
  if (isPersonNoun(block.strip, reading)) return LEAST_LIKELY_PERSON;
  return isTitled(block.strip, reading.content[0]) ? LEAST_LIKELY_HEADLINE : LEAST_LIKELY_COLON;
}

function leastByShape(strip: Strip, { cue, verb, source, side }: CueReading): number {
  const { settings, cues } = strip;
  const { isAct, isImpression } = CUE_WORDS[cues[cue]];
  if (source === null) return isImpression || (isAct && isPassive(strip, cue, verb)) ? LEAST_LIKELY_ACT : LEAST_LIKELY_UNNAMED;
  switch (settings[cue]) {
    case CueSetting.Marked:
    case CueSetting.PhraseMarked:
    case CueSetting.PrepositionMarked:
    case CueSetting.About:
      return LEAST_LIKELY_MARKED;
    case CueSetting.PhraseTo:
      return isAct ? LEAST_LIKELY_ACT_TO : LEAST_LIKELY_MARKED;
    case CueSetting.Phrase:
    case CueSetting.By:
    case CueSetting.With:
    case CueSetting.Preposition:
      return isAct && side === ContentSide.After ? LEAST_LIKELY_ACT : LEAST_LIKELY_BARE;
    case CueSetting.To:
      return LEAST_LIKELY_TO;
    default:
      return LEAST_LIKELY;
  }
}

/** Whether most words of a stretch, three at least, begin with a capital. */
function isTitled({ text, starts }: Strip, { start, end }: Stretch): boolean {
  let capitals = 0;
  for (let at = start; at < end; at++) if (isUpperAt(text, starts[at])) capitals++;
  return end - start > 2 && capitals >= SHARE_OF_CAPITALS * (end - start);
}

/** "Minister: …": the words before a line's colon say what somebody is, and name nobody. */
function isPersonNoun(strip: Strip, { source }: CueReading): boolean {
  return source !== null && phraseKind(strip, source.start, source.end) === PERSON_PHRASE;
}

function isLinesColon({ strip }: BlockReading, { cue, from, to, source }: CueReading): boolean {
  return source !== null && strip.classes[cue] === WordClass.Colon && from === 0 && to === strip.count;
}

/** Whether a cue is the colon of a line, or one behind the first words of a paragraph: "UPDATE: A reader writes. …" */
function opensWithColon(block: BlockReading, reading: CueReading): boolean {
  return isLinesColon(block, reading) || (block.strip.classes[reading.cue] === WordClass.Colon && reading.source?.start === 0);
}

/** Whether a cue may report something, with a content that has no quotation in it that stands for itself. */
function isCandidate(block: BlockReading, reading: CueReading, isSpeech: readonly boolean[]): boolean {
  if (reading.content.length === 0 || reading.likelihood < LEAST_LIKELY_CUE || tellsNothing(block.strip, reading)) return false;
  if (isNobodysColon(block.strip, reading)) return false;
  if (opensWithColon(block, reading) && isKicker(block.strip, reading)) return false;
  return block.parts.length === 0 || !holdsSpeech(block, reading, isSpeech);
}

/** Calls back for the blocks with cues in which somebody may report something, in text order. */
function forEachTelling(
  blocks: readonly BlockReading[],
  { sections, frontEnd = 0 }: Layout,
  call: (index: number, inHeadline: boolean) => void,
): void {
  const walk = new SectionWalk(sections);
  for (let index = 0; index < blocks.length; index++) {
    const { start, cues } = blocks[index];
    if (cues.length === 0 || start < frontEnd) continue;
    const kind = walk.kindOf(start, blocks[index + 1]?.start ?? Number.POSITIVE_INFINITY) ?? "body";
    if (!SILENT.has(kind)) call(index, HEADLINES.has(kind));
  }
}

/** The cues that may report something. @param isSpeech for each quotation. */
export function reportCandidates(
  blocks: readonly BlockReading[],
  layout: Layout,
  isSpeech: readonly boolean[],
): readonly ReportCandidate[] {
  const found: ReportCandidate[] = [];
  forEachTelling(blocks, layout, (block, inHeadline) => {
    blocks[block].cues.forEach((reading, index) => {
      if (isCandidate(blocks[block], reading, isSpeech)) found.push({ block, index, reading, inHeadline });
    });
  });
  return found;
}

function holdsSpeech({ strip, parts }: BlockReading, { content }: CueReading, isSpeech: readonly boolean[]): boolean {
  for (const { start, end } of content) {
    for (let at = start; at < end; at++) {
      if (strip.classes[at] !== WordClass.Quotation) continue;
      const part = partAt(parts, strip.starts[at]);
      if (part && isSpeech[part.quotation]) return true;
    }
  }
  return false;
}

/** The part that begins at an offset; parts are in order. */
function partAt(parts: readonly QuotationPart[], offset: number): QuotationPart | null {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (parts[middle].start < offset) low = middle + 1;
    else high = middle;
  }
  return parts[low]?.start === offset ? parts[low] : null;
}

/**
 * Adds what is reported in a block. Of two cues that claim the same content the likelier is kept; of two before it the nearer, since the
 * other is in a clause of the source: "documents seen by the paper show that …".
 */
function addUnlessTwin(reports: Report[], report: Report): void {
  const last = reports[reports.length - 1];
  if (last && isHabit(last.reading, report.reading)) reports[reports.length - 1] = withSourceOf(report, last);
  else if (!last || !areTwins(last.reading, report.reading)) reports.push(report);
  else if (governs(last.reading, report.reading)) reports[reports.length - 1] = withSourceOf(report, last);
  else if (standsBetween(last.reading, report.reading))
    reports[reports.length - 1] = { ...report, reading: withClause(report.reading, last.reading) };
  else if (report.likelihood > last.likelihood) reports[reports.length - 1] = report;
}

function withSourceOf(report: Report, { reading: { source, sourceLikelihood } }: Report): Report {
  return { ...report, reading: { ...report.reading, source, sourceLikelihood } };
}

/** "As Weld likes to say, the best bridge is none": what Weld likes is no more than the cue behind it. */
function isHabit({ cue, source, content: [first] }: CueReading, { cue: next, verb }: CueReading): boolean {
  return source !== null && !source.after && first.start === cue + 1 && first.start === verb.start && first.end <= next + 1;
}

/** The reading with the whole source: "documents seen by the paper", and not "the paper". @param inside the reading of the source's own clause. */
function withClause(reading: CueReading, inside: CueReading): CueReading {
  const { source } = inside;
  if (source === null || source.after || reading.source === null || reading.source.after || reading.source.start < inside.cue)
    return reading;
  return { ...reading, source: { start: source.start, end: reading.source.end, after: false, long: true } };
}

/** "declined to say": who declined does not say it. */
function governs({ cue, source, content }: CueReading, { verb, content: inner }: CueReading): boolean {
  return source !== null && verb.start === cue + 1 && content[0].start === inner[0].start;
}

function standsBetween({ cue, content: [first] }: CueReading, nearer: CueReading): boolean {
  return cue < nearer.cue && nearer.cue < first.start && nearer.content[0].start === first.start;
}

function areTwins(a: CueReading, b: CueReading): boolean {
  const first = a.content[a.content.length - 1];
  const second = b.content[b.content.length - 1];
  if (first.start === second.start) return true;
  return first.end === second.end && b.cue - a.cue <= 3;
}
