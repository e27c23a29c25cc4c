import {
  ANALYSIS_FORMAT,
  type Analysis,
  type AnalyzedDocument,
  type DateRef,
  type Entity,
  type Mention,
  type Quote,
  type Section,
  type Span,
  type Topic,
} from "../analysis/analysis.js";
import { type TextPlaces, textPlaces } from "../review/documentIndex.js";

/** A piece of an analysis, small enough to be received without a noticeable stop. The last one is "end"; an analysis that is small is one, "whole". */
export type AnalysisPart =
  | { readonly kind: "whole"; readonly analysis: Analysis; readonly order: TextPlaces }
  | { readonly kind: "sections"; readonly values: readonly Section[] }
  | { readonly kind: "entities"; readonly values: readonly Entity[] }
  /** Further mentions of the last entity. */
  | { readonly kind: "mentions"; readonly values: readonly Mention[] }
  | { readonly kind: "quotes"; readonly values: readonly Quote[] }
  | { readonly kind: "topics"; readonly values: readonly Topic[] }
  /** Further mentions of the last topic. */
  | { readonly kind: "topicMentions"; readonly values: readonly Span[] }
  | { readonly kind: "dates"; readonly values: readonly DateRef[] }
  | { readonly kind: "end"; readonly document: Omit<AnalyzedDocument, "sections">; readonly order: TextPlaces };

/** An analysis and the places of what it found, which are worked out where nobody waits. */
export interface OrderedAnalysis {
  readonly analysis: Analysis;
  readonly order: TextPlaces;
}

/** About how many small objects a part holds: two thousand are received in a few milliseconds. */
const PART_SIZE = 2000;

/** Cuts an analysis into parts, in the order `AnalysisCollector` takes them. */
export function* analysisParts(analysis: Analysis): Generator<AnalysisPart, void> {
  if (weightOf(analysis) < PART_SIZE) {
    yield { kind: "whole", analysis, order: textPlaces(analysis) };
    return;
  }
  const { sections, ...document } = analysis.document;
  for (const values of slices(sections, () => 1)) yield { kind: "sections", values };
  for (const piece of withMentions<Mention, Entity>(analysis.entities, ownWeight)) {
    yield piece.further ? { kind: "mentions", values: piece.mentions } : { kind: "entities", values: piece.values };
  }
  for (const values of slices(analysis.quotes, quoteWeight)) yield { kind: "quotes", values };
  for (const piece of withMentions<Span, Topic>(analysis.topics, () => 1)) {
    yield piece.further ? { kind: "topicMentions", values: piece.mentions } : { kind: "topics", values: piece.values };
  }
  for (const values of slices(analysis.dates, () => 1)) yield { kind: "dates", values };
  yield { kind: "end", document, order: textPlaces(analysis) };
}

/** About how many small objects an entity holds besides its mentions. */
function ownWeight({ aliases, rolePlaces }: Entity): number {
  return 2 + aliases.length + rolePlaces.length;
}

function quoteWeight({ spans }: Quote): number {
  return 4 + spans.length;
}

/** About how many small objects an analysis holds. */
function weightOf({ document, entities, quotes, topics, dates }: Analysis): number {
  let weight = document.sections.length + dates.length;
  for (const entity of entities) weight += ownWeight(entity) + entity.mentions.length;
  for (const quote of quotes) weight += quoteWeight(quote);
  for (const { mentions } of topics) weight += 1 + mentions.length;
  return weight;
}

type Piece<M, T> = { readonly further: false; readonly values: T[] } | { readonly further: true; readonly mentions: readonly M[] };

/** Slices of values, and of the mentions of those that have more than a part holds. */
function* withMentions<M, T extends { readonly mentions: readonly M[] }>(
  values: readonly T[],
  weightOfOwn: (value: T) => number,
): Generator<Piece<M, T>, void> {
  const heads = values.map((value) =>
    value.mentions.length > PART_SIZE ? { ...value, mentions: value.mentions.slice(0, PART_SIZE) } : value,
  );
  let at = 0;
  for (const slice of slices(heads, (head) => weightOfOwn(head) + head.mentions.length)) {
    yield { further: false, values: slice };
    at += slice.length;
    const { mentions } = values[at - 1];
    for (let from = PART_SIZE; from < mentions.length; from += PART_SIZE) {
      yield { further: true, mentions: mentions.slice(from, from + PART_SIZE) };
    }
  }
}

/** Runs of values that weigh up to a part; a value that weighs as much ends its run. */
function* slices<T>(values: readonly T[], weight: (value: T) => number): Generator<T[], void> {
  let slice: T[] = [];
  let total = 0;
  for (const value of values) {
    slice.push(value);
    total += weight(value);
    if (total >= PART_SIZE) {
      yield slice;
      slice = [];
      total = 0;
    }
  }
  if (slice.length > 0) yield slice;
}

/** Puts the parts of one analysis together again. */
export class AnalysisCollector {
  readonly #sections: Section[] = [];
  readonly #entities: Entity[] = [];
  readonly #quotes: Quote[] = [];
  readonly #topics: Topic[] = [];
  readonly #dates: DateRef[] = [];

  /** @returns the whole analysis once the last part is taken. */
  take(part: AnalysisPart): OrderedAnalysis | null {
    switch (part.kind) {
      case "whole":
        return { analysis: part.analysis, order: part.order };
      case "sections":
        append(this.#sections, part.values);
        return null;
      case "entities":
        append(this.#entities, part.values);
        return null;
      case "mentions":
        extendLast(this.#entities, part.values);
        return null;
      case "quotes":
        append(this.#quotes, part.values);
        return null;
      case "topics":
        append(this.#topics, part.values);
        return null;
      case "topicMentions":
        extendLast(this.#topics, part.values);
        return null;
      case "dates":
        append(this.#dates, part.values);
        return null;
      case "end":
        return {
          analysis: {
            format: ANALYSIS_FORMAT,
            document: { ...part.document, sections: this.#sections },
            entities: this.#entities,
            quotes: this.#quotes,
            topics: this.#topics,
            dates: this.#dates,
          },
          order: part.order,
        };
    }
  }
}

function append<T>(target: T[], values: readonly T[]): void {
  for (const value of values) target.push(value);
}

function extendLast<M, T extends { readonly mentions: readonly M[] }>(target: T[], mentions: readonly M[]): void {
  const last = target[target.length - 1];
  target[target.length - 1] = { ...last, mentions: last.mentions.concat(mentions) };
}
