import type { Layout } from "../sections/layout.js";
import type { CueReading } from "./cueReading.js";
import type { BlockReading } from "./readings.js";
import type { QuotationPart } from "./strips.js";
import { WordClass } from "./wordClasses.js";

/** Reported speech without marks. */
export interface Report {
  readonly block: number;
  readonly reading: CueReading;
}

/** A cue with a source in its sentence is believed from this likelihood on, one without from the higher one. */
const LEAST_WITH_SOURCE = 0.5;
const LEAST_WITHOUT_SOURCE = 0.7;

/** The sections in which nobody reports anything. */
const SILENT: ReadonlySet<string> = new Set(["boilerplate", "topics", "date", "byline", "dateline"]);

/** Finds reported speech: likely cues whose content has no quotation in it that stands for itself. @param isSpeech for each quotation. */
export function findReports(blocks: readonly BlockReading[], layout: Layout, isSpeech: readonly boolean[]): readonly Report[] {
  const silent = layout.sections.filter(({ kind }) => SILENT.has(kind));
  const reports: Report[] = [];
  let section = 0;
  blocks.forEach((block, index) => {
    while (section < silent.length && silent[section].end <= block.start) section++;
    if (block.cues.length === 0 || (section < silent.length && silent[section].start <= block.start)) return;
    const believed = believedCues(block.cues);
    const open = block.parts.length === 0 ? believed : believed.filter((reading) => !holdsSpeech(block, reading, isSpeech));
    for (const reading of open.length < 2 ? open : withoutTwins(open)) reports.push({ block: index, reading });
  });
  return reports;
}

const believed = new WeakMap<readonly CueReading[], readonly CueReading[]>();

/** The believed ones of a block's cues. A block that was read before has the same list of cues. */
function believedCues(cues: readonly CueReading[]): readonly CueReading[] {
  let known = believed.get(cues);
  if (!known) {
    known = cues.filter(isBelieved);
    believed.set(cues, known);
  }
  return known;
}

function isBelieved({ likelihood, source, content }: CueReading): boolean {
  return content.length > 0 && likelihood >= (source ? LEAST_WITH_SOURCE : LEAST_WITHOUT_SOURCE);
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

/** Of two cues that claim the same content, the likelier. */
function withoutTwins(readings: readonly CueReading[]): readonly CueReading[] {
  const kept: CueReading[] = [];
  for (const reading of readings) {
    const last = kept[kept.length - 1];
    if (!last || !areTwins(last, reading)) kept.push(reading);
    else if (reading.likelihood > last.likelihood) kept[kept.length - 1] = reading;
  }
  return kept;
}

function areTwins(a: CueReading, b: CueReading): boolean {
  const first = a.content[a.content.length - 1];
  const second = b.content[b.content.length - 1];
  if (first.end !== second.end) return first.start === second.start;
  return b.cue - a.cue <= 3;
}
