import { PRIOR_STEPS } from "../analysis/quotes/cueFeatures.js";
import { CUE_WORDS } from "../analysis/quotes/cueLexicon.js";
import type { BlockReading } from "../analysis/quotes/readings.js";
import type { Strip } from "../analysis/quotes/strips.js";
import type { CorpusQuote } from "./corpora.js";
import { overlap } from "./quotesGold.js";

/** A cue word that the corpus marks as a cue, with its attribution. */
export interface GoldCue {
  readonly position: number;
  readonly quote: CorpusQuote;
}

/** What the corpus says of one block's cue words. */
export interface GoldBlock {
  /** The one word of each marked cue that the reading shall take, by position. */
  readonly cues: ReadonlyMap<number, CorpusQuote>;
  /** Positions of further cue words inside a marked cue; they teach nothing. */
  readonly unclear: ReadonlySet<number>;
}

/** How often each cue word was marked as a cue, and how often it stood in the texts. */
export interface CueCounts {
  readonly marked: Int32Array;
  readonly all: Int32Array;
}

export function emptyCounts(): CueCounts {
  return { marked: new Int32Array(CUE_WORDS.length), all: new Int32Array(CUE_WORDS.length) };
}

/** Adds the cue words of one block to the counts. */
export function countCues(reading: BlockReading, quotes: readonly CorpusQuote[], counts: CueCounts): void {
  forEachCue(reading, (position, word) => {
    counts.all[word]++;
    if (markedBy(reading, quotes, position)) counts.marked[word]++;
  });
}

export function forEachCue({ strip }: Pick<BlockReading, "strip">, visit: (position: number, word: number) => void): void {
  for (let position = 0; position < strip.count; position++) if (strip.cues[position] >= 0) visit(position, strip.cues[position]);
}

function markedBy({ start, strip }: BlockReading, quotes: readonly CorpusQuote[], position: number): CorpusQuote | null {
  const word = [start + strip.starts[position], start + strip.ends[position]] as const;
  return quotes.find(({ cue }) => cue.some((span) => overlap(span, word) > 0)) ?? null;
}

/** The step of a word's prior; what one document has of it can be left out, so that a model does not learn from what it will not have. */
export function priorStep(word: number, counts: CueCounts, without: CueCounts | null): number {
  const marked = counts.marked[word] - (without?.marked[word] ?? 0);
  const all = counts.all[word] - (without?.all[word] ?? 0);
  const share = (marked + 0.4) / (all + 2);
  const bounds = [0.02, 0.05, 0.09, 0.14, 0.2, 0.28, 0.38, 0.5, 0.65, 0.8, 0.9];
  let step = 0;
  while (step < PRIOR_STEPS - 1 && share >= bounds[step]) step++;
  return step;
}

/** Matches the marked cues of a block with its cue words: of several in one cue the one with the highest prior. */
export function matchCues(reading: BlockReading, quotes: readonly CorpusQuote[], prior: (word: number) => number): GoldBlock {
  const chosen = new Map<CorpusQuote, number>();
  const unclear = new Set<number>();
  forEachCue(reading, (position, word) => {
    const quote = markedBy(reading, quotes, position);
    if (!quote) return;
    const other = chosen.get(quote);
    if (other === undefined) chosen.set(quote, position);
    else if (prior(word) > prior(reading.strip.cues[other])) {
      unclear.add(other);
      chosen.set(quote, position);
    } else unclear.add(position);
  });
  return { cues: new Map(Array.from(chosen, ([quote, position]) => [position, quote])), unclear };
}

/** The positions of a strip that marked spans cover, from the first to behind the last, within a sentence. */
export function coveredPositions(
  reading: { readonly start: number; readonly strip: Strip },
  quote: CorpusQuote,
  from: number,
  to: number,
): boolean[] {
  const covered: boolean[] = new Array(to - from).fill(false);
  for (let position = from; position < to; position++) {
    const start = reading.start + reading.strip.starts[position];
    const end = reading.start + reading.strip.ends[position];
    covered[position - from] = quote.spans.some((span) => overlap(span, [start, end]) * 2 > end - start);
  }
  return covered;
}
