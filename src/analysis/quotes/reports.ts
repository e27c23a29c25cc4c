import type { Layout } from "../sections/layout.js";
import { isUpperAt } from "../text/characters.js";
import { type AttributionModel, TREE_PARTS } from "./attributionModelForm.js";
import type { CueReading, Stretch } from "./cueReading.js";
import type { BlockReading } from "./readings.js";
import { setReportFeatures } from "./reportFeatures.js";
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

/** A colon that parts a line of its own says less of itself than a verb does, and is believed sooner: "Mayor: bridge is open". */
const LEAST_LIKELY_COLON = 0.42;
/** Sooner yet where what stands behind it is written as a headline is: "Mayor: Bridge Is Open". */
const LEAST_LIKELY_HEADLINE = 0.26;
const SHARE_OF_CAPITALS = 0.6;

/** A less likely cue is no candidate. */
const LEAST_LIKELY_CUE = 0.2;

/** The sections in which nobody reports anything. */
const SILENT: ReadonlySet<string> = new Set(["boilerplate", "topics", "date", "byline", "dateline"]);
const HEADLINES: ReadonlySet<string> = new Set(["headline", "standfirst", "heading"]);

/** What was told of a block's cues. */
interface KnownBlock {
  readonly inHeadline: boolean;
  readonly likelihoods: readonly number[];
}

/** What was told before, by the list of a block's cues: a block that was read before has the same list. */
export type ReportMemory = WeakMap<readonly CueReading[], KnownBlock>;

/**
 * Finds reported speech: the candidates that are likely by how the whole was read.
 * @param isSpeech for each quotation. @param known what was told before with the same model; null where nothing is to be kept.
 */
export function findReports(
  blocks: readonly BlockReading[],
  layout: Layout,
  isSpeech: readonly boolean[],
  model: AttributionModel,
  known: ReportMemory | null,
): readonly Report[] {
  const judge = new ReportJudge(model, known);
  const reports: Report[] = [];
  for (const candidate of reportCandidates(blocks, layout, isSpeech)) {
    const likelihood = judge.likelihoodOf(blocks[candidate.block], candidate);
    if (likelihood >= leastLikely(blocks[candidate.block], candidate.reading)) addUnlessTwin(reports, { ...candidate, likelihood });
  }
  return reports;
}

/** Tells how likely cues report something. */
class ReportJudge {
  readonly #features = new ValueFeatures(TREE_PARTS.report);
  readonly #model: AttributionModel;
  readonly #known: ReportMemory | null;

  constructor(model: AttributionModel, known: ReportMemory | null) {
    this.#model = model;
    this.#known = known;
  }

  likelihoodOf(block: BlockReading, { index, inHeadline }: ReportCandidate): number {
    if (this.#known === null) return this.#judge(block, index, inHeadline);
    let told = this.#known.get(block.cues);
    if (told?.inHeadline !== inHeadline) {
      told = { inHeadline, likelihoods: block.cues.map((cue, i) => (mayReport(cue) ? this.#judge(block, i, inHeadline) : 0)) };
      this.#known.set(block.cues, told);
    }
    return told.likelihoods[index];
  }

  #judge(block: BlockReading, index: number, inHeadline: boolean): number {
    const { trees, priors } = this.#model;
    setReportFeatures(this.#features, block, index, priors, inHeadline);
    return 1 / (1 + Math.exp(-scoreTrees(trees.report, this.#features)));
  }
}

function leastLikely(block: BlockReading, reading: CueReading): number {
  if (!isLinesColon(block, reading)) return LEAST_LIKELY;
  return isTitled(block.strip, reading.content[0]) ? LEAST_LIKELY_HEADLINE : LEAST_LIKELY_COLON;
}

/** Whether most words of a stretch, three at least, begin with a capital. */
function isTitled({ text, starts }: Strip, { start, end }: Stretch): boolean {
  let capitals = 0;
  for (let at = start; at < end; at++) if (isUpperAt(text, starts[at])) capitals++;
  return end - start > 2 && capitals >= SHARE_OF_CAPITALS * (end - start);
}

function isLinesColon({ strip }: BlockReading, { cue, from, to, source }: CueReading): boolean {
  return source !== null && strip.classes[cue] === WordClass.Colon && from === 0 && to === strip.count;
}

function mayReport({ likelihood, content }: CueReading): boolean {
  return content.length > 0 && likelihood >= LEAST_LIKELY_CUE;
}

/** The cues that may report something, with a content that has no quotation in it that stands for itself. @param isSpeech for each quotation. */
export function reportCandidates(
  blocks: readonly BlockReading[],
  layout: Layout,
  isSpeech: readonly boolean[],
): readonly ReportCandidate[] {
  const { sections } = layout;
  const found: ReportCandidate[] = [];
  let section = 0;
  blocks.forEach((block, index) => {
    while (section < sections.length && sections[section].end <= block.start) section++;
    const kind = section < sections.length && sections[section].start <= block.start ? sections[section].kind : "body";
    if (SILENT.has(kind)) return;
    block.cues.forEach((reading, place) => {
      if (!mayReport(reading) || (block.parts.length > 0 && holdsSpeech(block, reading, isSpeech))) return;
      found.push({ block: index, index: place, reading, inHeadline: HEADLINES.has(kind) });
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

/** Adds what is reported; of two cues that claim the same content the likelier is kept. */
function addUnlessTwin(reports: Report[], report: Report): void {
  const last = reports[reports.length - 1];
  if (!last || last.block !== report.block || !areTwins(last.reading, report.reading)) reports.push(report);
  else if (report.likelihood > last.likelihood) reports[reports.length - 1] = report;
}

function areTwins(a: CueReading, b: CueReading): boolean {
  const first = a.content[a.content.length - 1];
  const second = b.content[b.content.length - 1];
  if (first.end !== second.end) return first.start === second.start;
  return b.cue - a.cue <= 3;
}
