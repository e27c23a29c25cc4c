/**
 * Learns src/analysis/characters/talkModel.json: who speaks in a talk where the text leaves it to its turns, from litbank.
 * Usage: node src/development/run.mjs src/training/trainTalk.ts [FOLDER OF CORPORA]. The result is the same each time.
 */
import { writeFileSync } from "node:fs";
import { withCharacters } from "../analysis/characters/characters.js";
import { NARRATOR, type Person } from "../analysis/characters/persons.js";
import type { TurnInput } from "../analysis/characters/scene.js";
import { decodeTalk, type TurnChoice } from "../analysis/characters/talkDecoder.js";
import { addStaticFeatures, addTurnFeatures, SHARED_FEATURES, TALK_FEATURES, TALK_WEIGHTS } from "../analysis/characters/talkFeatures.js";
import { resolveIdentity } from "../analysis/identity/identity.js";
import { createNameTagger } from "../analysis/names/nameTagger.js";
import { attributeQuotes } from "../analysis/quotes/attribution.js";
import { findQuotationSpans } from "../analysis/quotes/quotationSpans.js";
import { readLayout } from "../analysis/sections/layout.js";
import { readSourceText } from "../analysis/text/sourceText.js";
import { type CorpusDocument, DEFAULT_CORPORA, readCorpus } from "./corpora.js";
import { withParagraphs } from "./paragraphs.js";
import { overlap } from "./quotesGold.js";
import { type Choice, trainRanker } from "./quotesRanker.js";

const OUT = "src/analysis/characters/talkModel.json";
const OPTIONS = { epochs: 60, rate: 0.05, decay: 1e-3 };
const FOLDS = 5;
const TAGGER = createNameTagger();

/** The turns of a document, as the analysis reads them, each with the candidates that are right. */
interface Recorded {
  readonly turns: readonly TurnInput[];
  readonly right: readonly (readonly Person[])[];
}

function record(document: CorpusDocument): Recorded {
  const source = readSourceText(document.text);
  const layout = readLayout(source);
  const quotations = findQuotationSpans(source, layout);
  const entities = resolveIdentity(source, layout, TAGGER.tag(source, layout), quotations);
  let recorded: Recorded = { turns: [], right: [] };
  withCharacters(source, layout, entities, attributeQuotes(source, layout, quotations, entities), undefined, (turns) => {
    recorded = { turns, right: turns.map((turn) => rightOf(document, turn)) };
    return turns.map(() => null);
  });
  return recorded;
}

function rightOf(document: CorpusDocument, { place, candidates }: TurnInput): readonly Person[] {
  const wanted = document.quotes.find(({ spans }) => spans.some((span) => overlap(span, [place.start, place.end]) * 2 > span[1] - span[0]));
  const id = wanted?.speakerId;
  return id ? candidates.map(({ person }) => person).filter((person) => goldOf(document, person) === id) : [];
}

/** The marked person with whom most of a person's mentions are shared. */
function goldOf(document: CorpusDocument, person: Person): string | null {
  const votes = new Map<string, number>();
  const mentions = person.key === NARRATOR ? tellingWords(document) : [...(person.entity?.mentions ?? []), ...person.added];
  for (const { start, end } of mentions) {
    let best: { readonly id: string; readonly size: number } | null = null;
    for (const gold of document.entities) {
      const size = gold.end - gold.start;
      if (gold.id && gold.start <= start && gold.end >= end && (!best || size < best.size)) best = { id: gold.id, size };
    }
    if (best) votes.set(best.id, (votes.get(best.id) ?? 0) + 1);
  }
  const [most] = [...votes].sort((a, b) => b[1] - a[1]);
  return most ? most[0] : null;
}

/** The words of the one who tells the story for himself: "I" outside the quotations. */
function tellingWords({ text, entities, quotes }: CorpusDocument): readonly { readonly start: number; readonly end: number }[] {
  const spans = quotes.flatMap((quote) => quote.spans);
  return entities.filter(
    ({ start, end }) => /^(?:I|me|my|myself)$/i.test(text.slice(start, end)) && !spans.some((span) => overlap(span, [start, end]) > 0),
  );
}

/** What is to be chosen at each turn when those before are known. */
function choicesOf({ turns, right }: Recorded): readonly Choice[] {
  const choices: Choice[] = [];
  let earlier: readonly (Person | null)[] = [];
  turns.forEach(({ candidates, place, told }, t) => {
    if (right[t].length > 0 && candidates.length > 1) {
      choices.push({
        candidates: candidates.map((candidate) => {
          const places: number[] = [];
          addStaticFeatures(candidate, place, places);
          addTurnFeatures(candidate, place, earlier, places);
          return Int32Array.from(places);
        }),
        right: candidates.flatMap(({ person }, i) => (right[t].includes(person) ? [i] : [])),
      });
    }
    earlier = [right[t][0] ?? (told === "open" ? null : told), ...earlier];
  });
  return choices;
}

function learn(documents: readonly Recorded[]): Float64Array {
  return Float64Array.from(trainRanker(documents.flatMap(choicesOf), TALK_WEIGHTS, OPTIONS));
}

/** How many of the open turns get a right speaker. */
function score(documents: readonly Recorded[], weights: Float64Array): { right: number; given: number; open: number } {
  const counts = { right: 0, given: 0, open: 0 };
  for (const { turns, right } of documents) {
    decodeTalk(turns, weights).forEach((choice: TurnChoice | null, t) => {
      if (turns[t].told !== "open") return;
      counts.open++;
      if (choice) counts.given++;
      if (choice && right[t].includes(choice.person)) counts.right++;
    });
  }
  return counts;
}

function named(weights: Float64Array, from: number, features: readonly string[]): Record<string, number> {
  return Object.fromEntries(features.map((name, i) => [name, Math.round(weights[from + i] * 100) / 100]));
}

const novels = readCorpus(process.argv[2] ?? DEFAULT_CORPORA, "train/litbank").filter(({ quotes }) => quotes.length > 0);
/** The novels as the corpus has them, in one line, and with paragraphs, as novels are set. */
const settings = { "in one line": novels.map(record), "with paragraphs": novels.map(withParagraphs).map(record) };
const held = Array.from({ length: FOLDS }, (_, fold) =>
  learn(Object.values(settings).flatMap((documents) => documents.filter((_, i) => i % FOLDS !== fold))),
);
for (const [name, documents] of Object.entries(settings)) {
  const counts = documents.map((document, i) => score([document], held[i % FOLDS]));
  const sum = (count: "right" | "given" | "open"): number => counts.reduce((all, each) => all + each[count], 0);
  console.log(
    `${name}: ${sum("open")} open turns of novels not learned from, ${sum("given")} given a speaker, ${sum("right")} the right one`,
  );
}
const weights = learn(Object.values(settings).flat());
const source = "Learned by src/training/trainTalk.ts from LitBank (CC BY 4.0). No feature names a word of a text.";
const pronoun = named(weights, 0, TALK_FEATURES);
const nobody = named(weights, TALK_FEATURES.length, TALK_FEATURES);
const shared = named(weights, 2 * TALK_FEATURES.length, SHARED_FEATURES);
writeFileSync(OUT, `${JSON.stringify({ source, pronoun, nobody, shared }, null, 2)}\n`);
