import type { Analysis, Quote } from "../analysis/analysis.js";
import { createAnalyzer } from "../analysis/analyze.js";
import { type CorpusDocument, type CorpusSpan, readCorpus } from "./corpora.js";
import type { Evaluation, EvaluationOptions, Figure } from "./figures.js";
import { withParagraphs } from "./paragraphs.js";
import { attributionOf, overlap } from "./quotesGold.js";
import { type AttributionTallies, foundAttributions, goldPairs, scoreAttributions, sharesHalf, Tally } from "./quotesScores.js";

/** Measures quotations and their speakers: PolNeAR's attributions, and the entities of LitBank's speakers. */
export const evaluateQuotes: Evaluation = (options) => [...evaluatePolnear(options), ...evaluateLitbank(options)];

function context(text: string, [start, end]: CorpusSpan): string {
  const words = end - start > 160 ? `${text.slice(start, start + 80)} … ${text.slice(end - 80, end)}` : text.slice(start, end);
  return `${text.slice(Math.max(0, start - 110), start)}[[${words}]]${text.slice(end, end + 90)}`.replace(/\s+/g, " ");
}

function evaluatePolnear({ corpora, writeErrors, note }: EvaluationOptions): readonly Figure[] {
  const analyzer = createAnalyzer();
  const errors: string[] = [];
  const pairs = new Tally();
  const speakers = { right: 0, all: 0, named: 0, sure: 0, sureRight: 0 };
  const tallies: AttributionTallies = { overlapping: new Tally(), exact: new Tally(), source: new Tally(), cue: new Tally() };
  for (const document of readCorpus(corpora, "measure/polnear.dev")) {
    const { quotes } = analyzer.analyze(document.text);
    const marked = quotes.filter(({ kind, start }) => kind !== "indirect" && /["“”„«»‘'`]/.test(document.text[start]));
    scorePairs(document, marked, pairs, errors);
    scoreSpeakers(document, marked, speakers, errors);
    scoreAttributions(document, foundAttributions(quotes), tallies, (kind, span) => {
      errors.push(`attribution ${kind}\t${context(document.text, span)}`);
    });
  }
  writeErrors("quotes-polnear.txt", errors.sort());
  note(`quotations: precision ${pairs.precision.toFixed(1)}, recall ${pairs.recall.toFixed(1)}`);
  note(
    `speakers: ${speakers.all} wanted, ${speakers.named} named; of ${speakers.sure} named with confidence 0.8 or more ${((100 * speakers.sureRight) / speakers.sure).toFixed(1)} % right`,
  );
  for (const [name, tally] of Object.entries(tallies))
    note(`attributions ${name}: precision ${tally.precision.toFixed(1)}, recall ${tally.recall.toFixed(1)}`);
  return [
    { name: "quotations polnear.dev F1", value: pairs.f1, atLeast: 97, aim: 98.5 },
    { name: "speakers of quotations polnear.dev", value: (100 * speakers.right) / speakers.all, atLeast: 92, aim: 96 },
    { name: "attributions polnear.dev content overlapping F1", value: tallies.overlapping.f1, atLeast: 72, aim: 85 },
    { name: "attributions polnear.dev content exact F1", value: tallies.exact.f1, atLeast: 45, aim: 60 },
    { name: "attributions polnear.dev source exact F1", value: tallies.source.f1, atLeast: 60, aim: 72 },
    { name: "attributions polnear.dev cue exact F1", value: tallies.cue.f1 },
  ];
}

function scorePairs(document: CorpusDocument, marked: readonly Quote[], tally: Tally, errors: string[]): void {
  const gold = goldPairs(document);
  const found = marked.flatMap(({ spans }) => spans.map(({ start, end }): CorpusSpan => [start, end]));
  const used = new Set<number>();
  tally.found += found.length;
  tally.wanted += gold.length;
  for (const span of found) {
    const match = gold.findIndex((pair, i) => !used.has(i) && sharesHalf(pair.span, span));
    if (match >= 0) {
      used.add(match);
      tally.right++;
    } else errors.push(`quotation extra\t${context(document.text, span)}`);
  }
  gold.forEach(({ span }, i) => {
    if (!used.has(i)) errors.push(`quotation missed\t${context(document.text, span)}`);
  });
}

interface SpeakerCounts {
  right: number;
  all: number;
  named: number;
  sure: number;
  sureRight: number;
}

/** A quotation's speaker is right where the words given overlap the marked source. */
function scoreSpeakers({ text, quotes }: CorpusDocument, marked: readonly Quote[], counts: SpeakerCounts, errors: string[]): void {
  for (const { spans, speaker } of marked) {
    const span: CorpusSpan = [spans[0].start, spans[0].end];
    const quote = attributionOf(quotes, span);
    if (!quote || quote.speaker.length === 0) continue;
    counts.all++;
    if (speaker) counts.named++;
    const right = speaker !== null && quote.speaker.some((gold) => overlap(gold, [speaker.start, speaker.end]) > 0);
    if (right) counts.right++;
    if (speaker && speaker.confidence >= 0.8) {
      counts.sure++;
      if (right) counts.sureRight++;
    }
    if (!right) {
      const [from, to] = quote.speaker[0];
      const given = speaker ? `${text.slice(speaker.start, speaker.end)} (${speaker.confidence} ${speaker.rule})` : "nobody";
      errors.push(`speaker\twanted ${text.slice(from, to)}\tgiven ${given}\t${context(text, span)}`.replace(/\s*\n\s*/g, " "));
    }
  }
}

function evaluateLitbank({ corpora, writeErrors, note }: EvaluationOptions): readonly Figure[] {
  const novels = readCorpus(corpora, "train/litbank").filter(({ quotes }) => quotes.length > 0);
  const errors: string[] = [];
  const counts = scoreNovels(novels, errors);
  writeErrors("quotes-litbank.txt", errors.sort());
  const share = (count: number): string => `${((100 * count) / counts.all).toFixed(1)} %`;
  note(
    `litbank: found ${share(counts.found)}, speaker's words a mention of the right entity ${share(counts.words)}, with any entity ${share(counts.entity)}`,
  );
  note(`litbank with its paragraphs put back: speakers' entities ${share(scoreNovels(novels.map(withParagraphs), []).right)}`);
  return [{ name: "speakers' entities litbank", value: (100 * counts.right) / counts.all, atLeast: 75, aim: 86 }];
}

function scoreNovels(novels: readonly CorpusDocument[], errors: string[]) {
  const analyzer = createAnalyzer();
  const counts = { right: 0, all: 0, found: 0, words: 0, entity: 0 };
  for (const document of novels) {
    const analysis = analyzer.analyze(document.text);
    const goldOf = goldIds(document, analysis);
    for (const quote of document.quotes) {
      counts.all++;
      const found = analysis.quotes.find(
        ({ kind, start, end }) => kind !== "indirect" && quote.spans.some((span) => overlap(span, [start, end]) * 2 > span[1] - span[0]),
      );
      if (found) counts.found++;
      const { speakerId } = quote;
      const speaker = found?.speaker ?? null;
      if (speaker && document.entities.some(({ id, start, end }) => id === speakerId && start < speaker.end && end > speaker.start))
        counts.words++;
      if (speaker?.entity) counts.entity++;
      const right = speaker?.entity && goldOf.get(speaker.entity) === speakerId;
      if (right) counts.right++;
      else
        errors.push(
          `${speaker?.entity ? "wrong" : speaker ? "no entity" : found ? "nobody" : "not found"}\twanted ${speakerId}\tgiven ${speaker ? `${document.text.slice(speaker.start, speaker.end)} ${speaker.entity} ${goldOf.get(speaker.entity ?? "")}` : ""}\t${context(document.text, quote.spans[0])}`,
        );
    }
  }
  return counts;
}

/** For each entity found, the marked entity with which it shares most mentions. */
function goldIds(document: CorpusDocument, { entities }: Analysis): ReadonlyMap<string, string> {
  const byEntity = new Map<string, string>();
  for (const { id, mentions } of entities) {
    const votes = new Map<string, number>();
    for (const { start, end } of mentions) {
      let best: { readonly id: string; readonly size: number } | null = null;
      for (const gold of document.entities) {
        const size = gold.end - gold.start;
        if (gold.id && gold.start <= start && gold.end >= end && (!best || size < best.size)) best = { id: gold.id, size };
      }
      if (best) votes.set(best.id, (votes.get(best.id) ?? 0) + 1);
    }
    let most = 0;
    for (const [goldId, count] of votes) {
      if (count <= most) continue;
      most = count;
      byEntity.set(id, goldId);
    }
  }
  return byEntity;
}
