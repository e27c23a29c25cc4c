import type { Entity, Quote, QuoteKind, Span, Speaker } from "../analysis.js";
import type { Layout } from "../sections/layout.js";
import type { SourceText } from "../text/sourceText.js";
import type { MentionIndex } from "./mentionIndex.js";
import { turnRule } from "./rules.js";
import { isFirstPerson, speakerOf } from "./speakers.js";
import { findTurns, type Turn } from "./turns.js";

/** A quotation before it has its place among the document's. */
export type NewQuote = Omit<Quote, "id" | "about">;

export function wholeQuote(kind: QuoteKind, spans: readonly Span[], speaker: Speaker | null, cue: Span | null): NewQuote {
  return { start: spans[0].start, end: spans[spans.length - 1].end, kind, speaker, cue, spans };
}

const SURE = 0.95;
/** An "A" is the one person whom the text introduces. */
const ANSWERING = 0.7;

/** The turns of a transcript as quotations, and what they say of the quotations inside them. */
export class SpeakingTurns {
  readonly quotes: readonly NewQuote[];
  readonly #turns: readonly Turn[];

  constructor(turns: readonly Turn[], quotes: readonly NewQuote[]) {
    this.#turns = turns;
    this.quotes = quotes;
  }

  /** Whether an offset stands in a label or is that of the sign right behind it. */
  overLabel(offset: number): boolean {
    const turn = this.#turns[this.#lastBefore(offset)];
    return turn !== undefined && offset <= turn.label.end;
  }

  /** The same quotation, begun behind a label, and with the turn's speaker where its own is "I". */
  withFirstPerson(quote: NewQuote, text: string): NewQuote {
    const index = this.#lastBefore(quote.cue?.start ?? quote.start);
    const turn = this.#turns[index];
    const { speaker } = quote;
    if (!turn || !speaker || speaker.entity || !isFirstPerson(text.slice(speaker.start, speaker.end))) return quote;
    const own = this.quotes[index];
    if (!own?.speaker?.entity || quote.start >= own.end) return quote;
    const rule = `${speaker.rule}, who is speaking here: “${text.slice(turn.label.start, turn.label.end)}”`;
    return { ...quote, speaker: { ...speaker, entity: own.speaker.entity, rule } };
  }

  /** The index of the last turn whose label begins at or before an offset; -1 where there is none. */
  #lastBefore(offset: number): number {
    let low = 0;
    let high = this.#turns.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#turns[middle].label.start <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

/** Reads the turns of a transcript; a label that is resolved in one place is resolved in all. */
export function speakingTurns(source: SourceText, layout: Layout, mentions: MentionIndex): SpeakingTurns {
  const turns = findTurns(source, layout, mentions);
  const speakers = turns.map(({ label }) => speakerOf(source.text, label, mentions, turnRule(source.text, label), SURE));
  const known = new Map<string, string>();
  speakers.forEach(({ start, end, entity }) => {
    if (entity) known.set(source.text.slice(start, end), entity);
  });
  const answering = turns.length > 0 ? personAsked(layout, turns[0].label.start, mentions) : null;
  const quotes = turns.map(({ asks, spans }, i) => {
    const speaker = speakers[i];
    const entity = speaker.entity ?? known.get(source.text.slice(speaker.start, speaker.end)) ?? null;
    if (!entity && !asks && answering && source.text.slice(speaker.start, speaker.end) === "A") {
      const rule = `${speaker.rule}; taken for ${answering.name}, the only person named before the first question`;
      return wholeQuote("direct", spans, { ...speaker, entity: answering.id, anonymous: false, rule, confidence: ANSWERING }, null);
    }
    return wholeQuote("direct", spans, { ...speaker, entity, anonymous: asks && !entity }, null);
  });
  return new SpeakingTurns(turns, quotes);
}

/** The one person named above an interview who did not write it; null where there are several or none. */
function personAsked({ authors }: Layout, end: number, mentions: MentionIndex): Entity | null {
  const isAuthor = ({ start }: Span): boolean => authors.some((author) => author.start <= start && start < author.end);
  const persons = new Set<Entity>();
  for (const { mention, entity } of mentions.within({ start: 0, end }))
    if (entity.type === "person" && mention.kind === "name" && !isAuthor(mention)) persons.add(entity);
  const [person] = persons;
  return persons.size === 1 ? person : null;
}
