import { type Analyzer, createAnalyzer } from "../analysis/analyze.js";
import words from "../collection/differenceWords.json" with { type: "json" };
import { checkDraft } from "../collection/draftCheck.js";
import type { Finding, Rule } from "../collection/finding.js";
import { markedSpans } from "../collection/markedSpans.js";
import { isNamed } from "../collection/nameRegister.js";
import { SourceGatherer, type SourceIndex } from "../collection/sourceIndex.js";
import { readWords } from "../collection/words.js";
import { readCorpus } from "./corpora.js";
import type { Evaluation } from "./figures.js";
import { seededRandom } from "./random.js";

const SEED = 20161108;
/**
 * Two quotations are stitched by chance, and one name read otherwise changes all that is drawn behind it: from one draw to the next the
 * share of a few hundred differs by up to two percent. So many draws are measured.
 */
const STITCHED_DRAWS = 6;
/** Shorter quotations are left as they are: one word changed in three leaves too little to know them by. */
const SHORTEST_ALTERED = 5;
const NEGATIONS: ReadonlySet<string> = new Set(words.negations);

/** A quotation of the corpus that a draft can copy. */
interface Copied {
  readonly path: string;
  readonly words: string;
  /** The full name of the person who says it, where the engine is sure. */
  readonly speaker: string | null;
}

type Change = "exact" | "word" | "number" | "negation" | "speaker" | "splice";

/** One quotation as a draft has it, and what the check should call it. */
interface Planned {
  readonly change: Change;
  readonly words: string;
  readonly speaker: string;
  readonly paths: readonly string[];
}

const EXPECTED: Readonly<Record<Exclude<Change, "exact">, Rule>> = {
  word: "quote-altered",
  number: "quote-altered",
  negation: "quote-altered",
  speaker: "quote-other-speaker",
  splice: "quote-stitched",
};

/** Measures the check of drafts: drafts made by script from PolNeAR's quotations, copied as they are and altered in one way each. */
export const evaluateDrafts: Evaluation = ({ corpora, writeErrors, note }) => {
  const analyzer = createAnalyzer();
  const { index, copied } = readSources(corpora, analyzer);
  const errors: string[] = [];
  const tallies = new Map<Change, { right: number; all: number }>();
  const drawn = Array.from({ length: STITCHED_DRAWS }, (_, draw) => plannedQuotations(copied, SEED + draw));
  for (const planned of drawn.flatMap((each, draw) => (draw === 0 ? each : each.filter(({ change }) => change === "splice")))) {
    const findings = findingsOf(planned, index, analyzer);
    const right = isRight(planned, findings);
    const tally = tallies.get(planned.change) ?? { right: 0, all: 0 };
    tallies.set(planned.change, { right: tally.right + (right ? 1 : 0), all: tally.all + 1 });
    if (!right) errors.push(errorLine(planned, findings));
  }
  writeErrors("drafts-polnear.txt", errors.sort());
  for (const [change, { right, all }] of tallies) note(`drafts ${change}: ${right} of ${all} (${((100 * right) / all).toFixed(1)} %)`);
  const share = (changes: readonly Change[]): number => {
    const counted = changes.flatMap((change) => tallies.get(change) ?? []);
    const all = counted.reduce((sum, tally) => sum + tally.all, 0);
    return all === 0 ? 0 : (100 * counted.reduce((sum, tally) => sum + tally.right, 0)) / all;
  };
  return [
    { name: "drafts polnear.dev exact quotations that pass", value: share(["exact"]), atLeast: 99 },
    { name: "drafts polnear.dev altered and placed", value: share(["word", "number", "negation"]), atLeast: 95 },
    { name: "drafts polnear.dev other speaker", value: share(["speaker"]), atLeast: 95 },
    { name: "drafts polnear.dev stitched", value: share(["splice"]), atLeast: 95 },
  ];
};

function readSources(corpora: string, analyzer: Analyzer): { readonly index: SourceIndex; readonly copied: readonly Copied[] } {
  const gatherer = new SourceGatherer();
  const copied: Copied[] = [];
  for (const { id, text } of readCorpus(corpora, "measure/polnear.dev")) {
    const path = `${id}.txt`;
    const analysis = analyzer.analyze(text, path);
    gatherer.add({ path, text, analysis });
    for (const { kind, spans, speaker } of analysis.quotes) {
      if (kind === "indirect" || spans.length !== 1) continue;
      const entity =
        speaker !== null && speaker.confidence >= 0.6 ? analysis.entities.find((each) => each.id === speaker.entity) : undefined;
      const inner = text.slice(spans[0].start, spans[0].end).replace(/^["“‘'`]+|["”’']+$/g, "");
      if (/["“”\n]/.test(inner) || readWords(inner).keys.length === 0) continue;
      copied.push({
        path,
        words: inner,
        speaker: entity?.type === "person" && isNamed(entity) && / /.test(entity.name) ? entity.name : null,
      });
    }
  }
  return { index: gatherer.index(), copied };
}

function plannedQuotations(copied: readonly Copied[], seed: number): readonly Planned[] {
  const random = seededRandom(seed);
  const any = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)];
  const vocabulary = copied.flatMap(({ words: each }) => each.split(" ").filter((word) => /^[a-z]{5,}$/.test(word)));
  const speakers = [...new Set(copied.flatMap(({ speaker }) => speaker ?? []))];
  return copied.flatMap((quotation) => {
    const { path, words: exact, speaker } = quotation;
    const plan = (change: Change, altered: string, name = speaker ?? "The official", paths = [path]): Planned => ({
      change,
      words: altered,
      speaker: name,
      paths,
    });
    const planned = [plan("exact", exact)];
    const pieces = exact.split(" ");
    if (readWords(exact).keys.length < SHORTEST_ALTERED) return planned;
    const plain = pieces.flatMap((piece, i) => (/^[a-z]{4,}$/.test(piece) && !NEGATIONS.has(piece) ? [i] : []));
    if (plain.length > 0) {
      const at = any(plain);
      const other = any(vocabulary.filter((word) => word !== pieces[at]));
      planned.push(plan("word", pieces.map((piece, i) => (i === at ? other : piece)).join(" ")));
    }
    const number = /\d+/.exec(exact);
    if (number !== null) planned.push(plan("number", exact.replace(number[0], String(Number(number[0]) + 1 + Math.floor(random() * 8)))));
    const verb = pieces.findIndex((piece) => /^(?:is|are|was|were|will|would|can|could|should|has|have)$/.test(piece));
    if (verb >= 0) planned.push(plan("negation", negated(pieces, verb)));
    if (speaker !== null) {
      const last = speaker.split(" ").at(-1) ?? speaker;
      const others = speakers.filter((name) => !name.includes(last) && !speaker.includes(name.split(" ").at(-1) ?? name));
      if (others.length > 0) planned.push(plan("speaker", exact, any(others)));
    }
    const second = any(copied);
    if (second.path !== path && readWords(second.words).keys.length >= SHORTEST_ALTERED) {
      const tail = second.words.split(" ");
      const half = pieces.slice(0, Math.ceil((pieces.length * 2) / 3));
      planned.push(
        plan("splice", [...half, ...tail.slice(Math.floor(tail.length / 3))].join(" "), speaker ?? undefined, [path, second.path]),
      );
    }
    return planned;
  });
}

/** The words with "not" after the verb, or without it where it stands there. */
function negated(pieces: readonly string[], verb: number): string {
  const rest = pieces.slice(verb + 1);
  return [...pieces.slice(0, verb + 1), ...(rest[0] === "not" ? rest.slice(1) : ["not", ...rest])].join(" ");
}

function findingsOf({ words: quoted, speaker }: Planned, index: SourceIndex, analyzer: Analyzer): readonly Finding[] {
  const text = `The committee met on Monday.\n\n“${quoted.replace(/[.,]$/, "")},” said ${speaker}.\n`;
  const findings = checkDraft(index, { text, analysis: analyzer.analyze(text), marked: markedSpans(text) });
  return findings.filter(({ rule }) => rule !== "name-spelling");
}

function isRight({ change, paths }: Planned, findings: readonly Finding[]): boolean {
  if (change === "exact") return findings.length === 0;
  return findings.some(
    ({ rule, places }) => rule === EXPECTED[change] && paths.every((path) => places.some((place) => place.path === path)),
  );
}

function errorLine({ change, words: quoted, speaker, paths }: Planned, findings: readonly Finding[]): string {
  const said = findings
    .map(({ rule, message, places }) => `${rule} ${message} ${places.map(({ words: each }) => each).join(" | ")}`)
    .join("; ");
  return `${change}\t${speaker}: ${quoted}\t${said || "nothing"}\t${paths.join(" ")}`.replace(/[\r\n]+/g, " ");
}
