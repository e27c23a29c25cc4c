import { CUE_WORDS } from "../analysis/quotes/cueLexicon.js";
import { type CuePriors, PRIOR_STEPS } from "../analysis/quotes/cuePriors.js";
import { CUE_SETTINGS } from "../analysis/quotes/cueSetting.js";
import type { BlockReading } from "../analysis/quotes/readings.js";
import type { Strip } from "../analysis/quotes/strips.js";
import type { CorpusDocument, CorpusQuote } from "./corpora.js";
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

/** What was counted of one cue word, one column each. */
const ALL = 0;
const MARKED = 1;
const ALL_IN = 2;
const MARKED_IN = ALL_IN + CUE_SETTINGS;
const NEAR = MARKED_IN + CUE_SETTINGS;
const FAR = NEAR + 1;
const LEFT = NEAR + 2;
const COLUMNS = LEFT + 1;

/** How often each cue word stood in the texts and was marked as a cue, alone and in each setting, and where its content stood. */
export type CueCounts = Int32Array;

export function emptyCounts(): CueCounts {
  return new Int32Array(CUE_WORDS.length * COLUMNS);
}

/** Adds the cue words of one block to the counts. */
export function countCues(reading: BlockReading, document: CorpusDocument, counts: CueCounts): void {
  const { strip } = reading;
  forEachCue(reading, (position, word) => {
    const row = word * COLUMNS;
    const setting = strip.settings[position];
    counts[row + ALL]++;
    counts[row + ALL_IN + setting]++;
    const quote = markedBy(reading, document.quotes, position);
    if (!quote) return;
    counts[row + MARKED]++;
    counts[row + MARKED_IN + setting]++;
    counts[row + contentPlace(document.text, quote, reading.start + strip.ends[position])]++;
  });
}

function contentPlace(text: string, { spans }: CorpusQuote, cueEnd: number): number {
  const first = spans[0][0];
  if (first < cueEnd) return LEFT;
  return text.slice(cueEnd, Math.min(first, cueEnd + 80)).trim().length > 2 ? FAR : NEAR;
}

/** As if so many more places of a word had been seen, in which all forms of its lemma are cues as often as anywhere. */
const LIKE_ITS_LEMMA = 4;
/** The same for one setting: as often as the word and the setting let expect. */
const LIKE_THE_SETTING = 4;

/** The priors by the counts; what one document has of them can be left out, so that a model does not learn from what it will not have. */
export function priorsOf(counts: CueCounts, without: CueCounts | null): CuePriors {
  const count = (word: number, column: number): number =>
    counts[word * COLUMNS + column] - (without ? without[word * COLUMNS + column] : 0);
  const lifts = liftsOf(count);
  const ofLemma = sharesOfLemmas(count);
  const share = (word: number): number => (count(word, MARKED) + LIKE_ITS_LEMMA * ofLemma(word)) / (count(word, ALL) + LIKE_ITS_LEMMA);
  const expected = (word: number, setting: number): number => 1 / (1 + Math.exp(-logit(share(word)) - lifts[setting]));
  return {
    overall: (word) => stepOf(share(word)),
    inSetting: (word, setting) =>
      stepOf(
        (count(word, MARKED_IN + setting) + LIKE_THE_SETTING * expected(word, setting)) /
          (count(word, ALL_IN + setting) + LIKE_THE_SETTING),
      ),
    habit: (word) => {
      const right = count(word, NEAR) + count(word, FAR);
      const left = (count(word, LEFT) + 1) / (right + count(word, LEFT) + 4);
      const far = (count(word, FAR) + 1) / (right + 4);
      return quarter(left) * 4 + quarter(far);
    },
  };
}

type Count = (word: number, column: number) => number;

/** How much likelier a word is a cue in each setting than anywhere, as a difference of logarithms of odds. */
function liftsOf(count: Count): readonly number[] {
  const total = (column: number): number => CUE_WORDS.reduce((sum, { index }) => sum + count(index, column), 0);
  const anywhere = logit((total(MARKED) + 1) / (total(ALL) + 4));
  return Array.from({ length: CUE_SETTINGS }, (_, setting) => {
    return logit((total(MARKED_IN + setting) + 1) / (total(ALL_IN + setting) + 4)) - anywhere;
  });
}

/** How often the forms of a word's lemma are cues. */
function sharesOfLemmas(count: Count): (word: number) => number {
  const sums = new Map<string, { marked: number; all: number }>();
  for (const { index, lemma } of CUE_WORDS) {
    const sum = sums.get(lemma) ?? { marked: 0, all: 0 };
    sum.marked += count(index, MARKED);
    sum.all += count(index, ALL);
    sums.set(lemma, sum);
  }
  return (word) => {
    const { marked, all } = sums.get(CUE_WORDS[word].lemma) ?? { marked: 0, all: 0 };
    return (marked + 0.4) / (all + 2);
  };
}

function logit(share: number): number {
  return Math.log(share / (1 - share));
}

const STEP_BOUNDS = [0.02, 0.05, 0.09, 0.14, 0.2, 0.28, 0.38, 0.5, 0.65, 0.8, 0.9];

function stepOf(share: number): number {
  let step = 0;
  while (step < PRIOR_STEPS - 1 && share >= STEP_BOUNDS[step]) step++;
  return step;
}

function quarter(share: number): number {
  if (share < 0.12) return 0;
  if (share < 0.3) return 1;
  return share < 0.55 ? 2 : 3;
}

export function forEachCue({ strip }: Pick<BlockReading, "strip">, visit: (position: number, word: number) => void): void {
  for (let position = 0; position < strip.count; position++) if (strip.cues[position] >= 0) visit(position, strip.cues[position]);
}

function markedBy({ start, strip }: BlockReading, quotes: readonly CorpusQuote[], position: number): CorpusQuote | null {
  const word = [start + strip.starts[position], start + strip.ends[position]] as const;
  return quotes.find(({ cue }) => cue.some((span) => overlap(span, word) > 0)) ?? null;
}

/** Matches the marked cues of a block with its cue words: of several in one cue the one with the highest prior. */
export function matchCues(reading: BlockReading, quotes: readonly CorpusQuote[], priors: CuePriors): GoldBlock {
  const chosen = new Map<CorpusQuote, number>();
  const unclear = new Set<number>();
  forEachCue(reading, (position, word) => {
    const quote = markedBy(reading, quotes, position);
    if (!quote) return;
    const other = chosen.get(quote);
    if (other === undefined) chosen.set(quote, position);
    else if (priors.overall(word) > priors.overall(reading.strip.cues[other])) {
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
