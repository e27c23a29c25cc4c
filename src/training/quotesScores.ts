import type { Quote } from "../analysis/analysis.js";
import type { CorpusDocument, CorpusQuote, CorpusSpan } from "./corpora.js";
import { attributionOf, overlap, trimmed } from "./quotesGold.js";

/** Counts for an F1. */
export class Tally {
  right = 0;
  found = 0;
  wanted = 0;

  get precision(): number {
    return (100 * this.right) / Math.max(1, this.found);
  }

  get recall(): number {
    return (100 * this.right) / Math.max(1, this.wanted);
  }

  get f1(): number {
    return (200 * this.right) / Math.max(1, this.found + this.wanted);
  }
}

/**
 * A pair of double marks, of apostrophes typed for them, or of single marks in the headline, of which at least half stands in a marked
 * attribution, direct or mixed where the marks are double.
 */
export interface GoldPair {
  readonly span: CorpusSpan;
  readonly quote: CorpusQuote;
}

/**
 * The pairs of marks that the corpus takes for quotations: double ones, and single ones in the headline, the first line. Pairs are made paragraph by paragraph in the plainest way,
 * not by the engine's; a mark that nothing closes reaches to its paragraph's end, as in quotations over paragraphs.
 */
export function goldPairs({ text, quotes }: CorpusDocument): readonly GoldPair[] {
  const spoken = quotes.filter(
    ({ kind, spans }) => kind !== "indirect" || spans.some(([start, end]) => OTHER_MARKS.test(text.slice(start, end))),
  );
  const pairsIn = (pairs: readonly CorpusSpan[], attributions: readonly CorpusQuote[]): readonly GoldPair[] =>
    pairs.flatMap((span) => {
      const quote = attributionOf(attributions, span);
      return quote ? [{ span, quote }] : [];
    });
  return [...pairsIn(singlePairs(text.split("\n", 1)[0]), quotes), ...pairsIn(plainPairs(text), spoken)];
}

/** Single marks around words of a headline. */
function singlePairs(headline: string): readonly CorpusSpan[] {
  return Array.from(
    headline.matchAll(/(?<![\p{L}\p{N}'])['‘](?=[\p{L}\p{N}]).+?['’](?![\p{L}\p{N}'])/gu),
    ({ index, 0: found }): CorpusSpan => [index, index + found.length],
  );
}

/** The corpus tells kinds by double marks turned the right way: what stands between other marks is quoted as well. */
const OTHER_MARKS = /''|``|^”/;
const TYPED = /''|``/;

function plainPairs(text: string): readonly CorpusSpan[] {
  const pairs: CorpusSpan[] = [];
  let open = -1;
  for (let at = 0; at <= text.length; at++) {
    const char = text[at] ?? "\n";
    if (char === "\n") {
      if (open >= 0 && at - open > 2) pairs.push([open, at]);
      open = -1;
    } else if (open < 0 && opens(text, at)) open = at;
    else if (open >= 0 && at > open + 1 && closes(text, at)) {
      pairs.push([open, at + (TYPED.test(text.slice(at, at + 2)) ? 2 : 1)]);
      open = -1;
    }
  }
  return pairs;
}

/** Whether a mark opens; one turned the wrong way does so at a paragraph's beginning. */
function opens(text: string, at: number): boolean {
  const char = text[at] ?? "";
  return char === "“" || char === '"' || TYPED.test(text.slice(at, at + 2)) || (char === "”" && (at === 0 || text[at - 1] === "\n"));
}

function closes(text: string, at: number): boolean {
  return text[at] === "”" || text[at] === '"' || TYPED.test(text.slice(at, at + 2));
}

/** Whether two spans share at least half of the longer. */
export function sharesHalf(a: CorpusSpan, b: CorpusSpan): boolean {
  return overlap(a, b) * 2 >= Math.max(a[1] - a[0], b[1] - b[0]);
}

/** An attribution as it is compared with the marked ones: quotations that share a cue are one. */
export interface FoundAttribution {
  readonly spans: readonly CorpusSpan[];
  readonly source: CorpusSpan | null;
  readonly cue: CorpusSpan | null;
}

export function foundAttributions(quotes: readonly Quote[]): readonly FoundAttribution[] {
  const byCue = new Map<string, { spans: CorpusSpan[]; source: CorpusSpan | null; cue: CorpusSpan | null }>();
  quotes.forEach(({ id, kind, cue, content, spans, speaker }) => {
    const key = cue && kind !== "indirect" ? `${cue.start}` : id;
    const words = (content ?? spans).map(({ start, end }): CorpusSpan => [start, end]);
    const known = byCue.get(key);
    if (!known) {
      byCue.set(key, { spans: words, source: speaker && [speaker.start, speaker.end], cue: cue && [cue.start, cue.end] });
    } else for (const span of words) if (!known.spans.some((other) => overlap(other, span) > 0)) known.spans.push(span);
  });
  return Array.from(byCue.values());
}

export interface AttributionTallies {
  readonly overlapping: Tally;
  readonly exact: Tally;
  readonly source: Tally;
  readonly cue: Tally;
}

/** Compares attributions one to one, those first whose contents share most. */
export function scoreAttributions(
  document: CorpusDocument,
  found: readonly FoundAttribution[],
  tallies: AttributionTallies,
  miss: (kind: string, span: CorpusSpan) => void,
): void {
  const pairs: { readonly f: number; readonly g: number; readonly shared: number }[] = [];
  found.forEach(({ spans }, f) => {
    document.quotes.forEach((quote, g) => {
      let shared = 0;
      for (const a of spans) for (const b of quote.spans) shared += overlap(a, b);
      if (shared > 0) pairs.push({ f, g, shared: shared / Math.max(length(spans), length(quote.spans)) });
    });
  });
  pairs.sort((a, b) => b.shared - a.shared);
  const usedFound = new Set<number>();
  const usedGold = new Set<number>();
  tallies.overlapping.found += found.length;
  tallies.exact.found += found.length;
  tallies.cue.found += found.length;
  tallies.source.found += found.filter(({ source }) => source).length;
  tallies.overlapping.wanted += document.quotes.length;
  tallies.exact.wanted += document.quotes.length;
  tallies.cue.wanted += document.quotes.length;
  tallies.source.wanted += document.quotes.filter(({ speaker }) => speaker.length > 0).length;
  for (const { f, g } of pairs) {
    if (usedFound.has(f) || usedGold.has(g)) continue;
    usedFound.add(f);
    usedGold.add(g);
    const quote = document.quotes[g];
    tallies.overlapping.right++;
    if (sameSpan(document.text, extent(found[f].spans), extent(quote.spans))) tallies.exact.right++;
    else miss("content", extent(found[f].spans));
    const { source, cue } = found[f];
    if (source && quote.speaker.length > 0 && sameSpan(document.text, source, quote.speaker[0])) tallies.source.right++;
    else if (source) miss("source", source);
    if (cue && quote.cue.length > 0 && sameSpan(document.text, cue, quote.cue[0])) tallies.cue.right++;
  }
  found.forEach(({ spans }, f) => {
    if (!usedFound.has(f)) miss("extra", extent(spans));
  });
  document.quotes.forEach(({ spans }, g) => {
    if (!usedGold.has(g)) miss("missed", extent(spans));
  });
}

function length(spans: readonly CorpusSpan[]): number {
  return spans.reduce((sum, [start, end]) => sum + end - start, 0);
}

function extent(spans: readonly CorpusSpan[]): CorpusSpan {
  return [Math.min(...spans.map(([start]) => start)), Math.max(...spans.map(([, end]) => end))];
}

function sameSpan(text: string, a: CorpusSpan, b: CorpusSpan): boolean {
  const [aStart, aEnd] = bare(text, a);
  const [bStart, bEnd] = bare(text, b);
  return aStart === bStart && aEnd === bEnd;
}

/** Without the punctuation and marks at its ends, on which annotators differ. */
function bare(text: string, span: CorpusSpan): CorpusSpan {
  let [start, end] = trimmed(text, span);
  while (end > start && /["“”.\s,;:]/.test(text[end - 1])) end--;
  while (start < end && /["“”\s]/.test(text[start])) start++;
  return [start, end];
}
