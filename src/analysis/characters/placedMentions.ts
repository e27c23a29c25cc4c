import type { Entity, EntityType, Quote, Span, Speaker } from "../analysis.js";

/** A mention with its entity. */
export interface PlacedMention extends Span {
  readonly entity: Entity;
}

/** So many quotations before one may hold what stands there. */
const QUOTATIONS_NEAR = 8;

/** All mentions of entities of a type, in text order. */
export function placedMentions(entities: readonly Entity[], type: EntityType): readonly PlacedMention[] {
  const found = entities.filter((entity) => entity.type === type);
  return found.flatMap((entity) => entity.mentions.map(({ start, end }) => ({ start, end, entity }))).sort((a, b) => a.start - b.start);
}

/** The index of the first mention at an offset or behind it. @param mentions in text order. */
export function firstFrom(mentions: readonly PlacedMention[], offset: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle].start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether words stand in one of the last quotations up to the one at an index. */
export function isQuoted({ start }: Span, quotes: readonly Quote[], index: number): boolean {
  for (let q = index; q >= 0 && q > index - QUOTATIONS_NEAR; q--) {
    const { kind, spans } = quotes[q];
    if (kind !== "indirect" && spans.some((span) => span.start <= start && start < span.end)) return true;
  }
  return false;
}

/** No sentence is looked for farther back, in UTF-16 code units. */
const LONGEST_SENTENCE = 400;

/** Where the sentence begins that an offset stands in, as far as can be seen from marks and capitals. */
export function sentenceStart(text: string, offset: number): number {
  const from = Math.max(0, offset - LONGEST_SENTENCE);
  const ends = [...text.slice(from, offset + 1).matchAll(/[.!?]["”’']?\s+(?=\p{Lu}|["“‘])|\n/gu)];
  const last = ends[ends.length - 1];
  return last ? from + last.index + last[0].length : from;
}

/**
 * A speaker whose words stand for an entity.
 * @param sure how sure that is, 0..1; @param why what tells so, for the rule: "who spoke last".
 */
export function takenFor(text: string, speaker: Speaker, { id, name }: Entity, sure: number, why: string): Speaker {
  const rule = `${speaker.rule}; “${text.slice(speaker.start, speaker.end)}” taken for ${name}, ${why}`;
  return { ...speaker, entity: id, rule, confidence: Math.round(100 * speaker.confidence * sure) / 100 };
}
