import type { Quote, QuoteKind, Span, Speaker } from "../analysis.js";
import type { Layout } from "../sections/layout.js";
import type { SourceText } from "../text/sourceText.js";
import { personAsked } from "./interviews.js";
import type { MentionIndex } from "./mentionIndex.js";
import { officesAbove } from "./officesAbove.js";
import { turnRule } from "./rules.js";
import { isFirstPerson, speakerOf } from "./speakers.js";
import { initialsOf, withoutBracket } from "./turnLabels.js";
import { namesNobody } from "./turnNames.js";
import { findTurns, type Turn } from "./turns.js";

/** A quotation before it has its place among the document's. */
export type NewQuote = Omit<Quote, "id" | "about">;

export function wholeQuote(kind: QuoteKind, spans: readonly Span[], speaker: Speaker | null, cue: Span | null): NewQuote {
  return { start: spans[0].start, end: spans[spans.length - 1].end, kind, speaker, cue, spans };
}

const SURE = 0.95;
/** Who answers without a label is the person whom the text introduces. */
const ANSWERING = 0.7;

/** The turns of a transcript as quotations, and what they say of the quotations inside them. */
export class SpeakingTurns {
  readonly quotes: readonly NewQuote[];
  readonly #turns: readonly Turn[];
  readonly #mentions: MentionIndex;

  constructor(turns: readonly Turn[], quotes: readonly NewQuote[], mentions: MentionIndex) {
    this.#turns = turns;
    this.quotes = quotes;
    this.#mentions = mentions;
  }

  /** Whether an offset stands in a label or in the signs behind it. */
  overLabel(offset: number): boolean {
    const turn = this.#turns[this.#lastBefore(offset)];
    return turn !== undefined && turn.label !== null && offset < turn.spans[0].start;
  }

  /** Whether a report is no more than a line of a record's head, above the first turn: "Date of birth: 4 May 1961". */
  isOfHead({ kind, cue }: NewQuote, text: string): boolean {
    const [first] = this.#turns;
    return kind === "indirect" && cue !== null && first !== undefined && cue.start < first.start && text[cue.start] === ":";
  }

  /**
   * The same quotation with the turn's speaker where its own is "I", and with none where that was carried over from another turn. Words
   * for a speaker that run on from the turn's label begin behind it: "Your coach" of "Q. Your coach said".
   */
  ofTurn(original: NewQuote, text: string): NewQuote {
    const index = this.#lastBefore(original.cue?.start ?? original.start);
    const quote = index < 0 ? original : this.#withoutLabel(original, this.#turns[index], text);
    const { speaker } = quote;
    if (index < 0 || !speaker) return quote;
    const { start } = this.#turns[index];
    if (speaker.end <= start && quote.start < this.quotes[index].end) return { ...quote, speaker: null, cue: null };
    const own = this.quotes[index];
    const words = text.slice(speaker.start, speaker.end);
    // Nobody says "he" of himself.
    if (speaker.entity && speaker.entity === own?.speaker?.entity && quote.start < own.end && THIRD_PERSON.test(words))
      return { ...quote, speaker: { ...speaker, entity: null } };
    if (speaker.entity || !isFirstPerson(words)) return quote;
    if (!own?.speaker?.entity || quote.start >= own.end) return quote;
    const rule = `${speaker.rule}, who is speaking here: “${text.slice(own.speaker.start, own.speaker.end)}”`;
    return { ...quote, speaker: { ...speaker, entity: own.speaker.entity, rule } };
  }

  #withoutLabel(quote: NewQuote, { start, label, spans: [said] }: Turn, text: string): NewQuote {
    const { speaker } = quote;
    // The number of a question before its label is no part of anybody's name.
    if (speaker && label && speaker.start >= start && speaker.start < label.start && speaker.end <= label.end)
      return { ...quote, speaker: null };
    if (!speaker || !label || speaker.start < start || speaker.start >= label.end || speaker.end <= label.end) return quote;
    if (speaker.end <= said.start) return { ...quote, speaker: null };
    const words = { start: said.start, end: speaker.end };
    // The rule's words begin with the label as well.
    const rule = speaker.rule.replace(text.slice(speaker.start, said.start), "");
    return { ...quote, speaker: speakerOf(text, words, this.#mentions, rule, speaker.confidence) };
  }

  /** The index of the last turn that begins at or before an offset; -1 where there is none. */
  #lastBefore(offset: number): number {
    let low = 0;
    let high = this.#turns.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#turns[middle].start <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

/** Reads the turns of a transcript or interview; a label that is resolved in one place is resolved in all. */
export function speakingTurns(source: SourceText, layout: Layout, mentions: MentionIndex): SpeakingTurns {
  const turns = findTurns(source, layout, mentions);
  const { text } = source;
  const introduced = new Map([...officesAbove(text, turns, mentions), ...peopleInBrackets(text, turns, mentions)]);
  const labelled = turns.map(({ label, meant }) => {
    if (!label) return null;
    const speaker = speakerOf(text, label, mentions, turnRule(text, label), SURE);
    if (meant) return speakerMeant(text, speaker, meant, mentions);
    const entity = introduced.get(withoutBracket(text.slice(label.start, label.end)));
    return entity === undefined ? speaker : { ...speaker, entity, anonymous: false };
  });
  const known = new Map<string, string>();
  for (const speaker of labelled) if (speaker?.entity) known.set(text.slice(speaker.start, speaker.end), speaker.entity);
  const byInitials = entitiesByInitials(known);
  const answerer = turns.length > 0 ? whoAnswers(text, layout, turns, labelled, mentions) : null;
  // "CROSS-EXAMINATION BY MR. HART" names who asks.
  const answering = turns.some(({ asks }, i) => asks && labelled[i]?.entity && labelled[i].entity === answerer?.entity) ? null : answerer;
  const quotes = turns.map(({ asks, spans }, i) => {
    const speaker = labelled[i];
    if (!speaker) return wholeQuote("direct", spans, asks ? null : answering, null);
    const label = text.slice(speaker.start, speaker.end);
    const entity = (INITIALS.test(label) ? byInitials.get(label) : null) ?? speaker.entity ?? known.get(label) ?? null;
    if (!entity && !asks && answering?.entity && label === "A") {
      const { confidence } = answering;
      return wholeQuote(
        "direct",
        spans,
        { ...speaker, entity: answering.entity, anonymous: false, rule: `${speaker.rule}; ${answering.rule}`, confidence },
        null,
      );
    }
    return wholeQuote(
      "direct",
      spans,
      { ...speaker, entity, anonymous: !entity && (asks || (label.length > 1 && namesNobody(label))) },
      null,
    );
  });
  return new SpeakingTurns(turns, quotes, mentions);
}

/** The speaker whose label stands for somebody whom a line above names: "A" for the witness. */
function speakerMeant(text: string, speaker: Speaker, meant: Span, mentions: MentionIndex): Speaker {
  const { entity } = speakerOf(text, meant, mentions, speaker.rule, SURE);
  return { ...speaker, entity, anonymous: false, rule: `${speaker.rule}, which stands for “${text.slice(meant.start, meant.end)}”` };
}

const THIRD_PERSON = /^(?:he|she)$/i;
const INITIALS = /^[\p{Lu}&]{2,4}$/u;

/** The entities that one label alone with the initials means. @param known by their labels. */
function entitiesByInitials(known: ReadonlyMap<string, string>): ReadonlyMap<string, string | null> {
  const found = new Map<string, string | null>();
  for (const [label, entity] of known) {
    for (const initials of initialsOf(label))
      if (initials !== label) found.set(initials, found.has(initials) && found.get(initials) !== entity ? null : entity);
  }
  return found;
}

/** The persons whom labels name in brackets, by the words before: "The Minister (Ann Weld)". A house in brackets is whom one writes for. */
function peopleInBrackets(text: string, turns: readonly Turn[], mentions: MentionIndex): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { label } of turns) {
    const words = label ? text.slice(label.start, label.end) : "";
    const before = withoutBracket(words);
    if (!label || before === words) continue;
    const inBracket = mentions.within({ start: label.start + before.length, end: label.end });
    const [named] = inBracket.filter(({ mention, entity }) => mention.kind === "name" && entity.type === "person");
    if (named && OFFICE.test(before)) found.set(before, named.entity.id);
  }
  return found;
}

/** "THE CHAIRMAN", "The Minister of Marine": an office, which the name in the bracket fills. */
const OFFICE = /^the\b/i;

/** The speaker of the answers without a label: the one whose label stands at another answer, or else whom the introduction names. */
function whoAnswers(
  text: string,
  layout: Layout,
  turns: readonly Turn[],
  labelled: readonly (Speaker | null)[],
  mentions: MentionIndex,
): Speaker | null {
  const answers = labelled.filter((speaker, i) => speaker !== null && isAnswer(text, turns[i]));
  const labels = new Set(answers.map((speaker) => speaker && text.slice(speaker.start, speaker.end)));
  const [first] = answers;
  if (first && labels.size === 1 && !labels.has("A"))
    return { ...first, rule: `No label of its own; ${lowerFirst(first.rule)} of another answer`, confidence: ANSWERING };
  if (labels.size > 1) return null;
  const asked = personAsked(text, layout, turns[0].start, mentions);
  return (
    asked && { start: asked.start, end: asked.end, entity: asked.entity.id, anonymous: false, rule: asked.rule, confidence: ANSWERING }
  );
}

/** Whether what a label stands before is no question. */
function isAnswer(text: string, { asks, spans }: Turn): boolean {
  const { start, end } = spans[spans.length - 1];
  return !asks && !text.slice(Math.max(start, end - 3), end).includes("?");
}

function lowerFirst(words: string): string {
  return words[0].toLowerCase() + words.slice(1);
}
