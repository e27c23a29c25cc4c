import type { Entity, Quote } from "../analysis.js";

/** The entities of a text with those who are added to them, and the quotations with their speakers. */
export interface Characters {
  readonly entities: readonly Entity[];
  readonly quotes: readonly Quote[];
}

/**
 * Numbers entities anew in the order of their first mention, wherever their ids stand.
 * @param all the entities, those that are new with the id "", each with what it was made of.
 * @param speakerOf the speaker of the quotation at an index, by the ids that `ids` has for what the entities were made of;
 *   null where the quotation keeps its own.
 */
export function numberedAnew<Owner>(
  all: readonly { readonly entity: Entity; readonly owner: Owner | null }[],
  quotes: readonly Quote[],
  speakerOf: (index: number, ids: ReadonlyMap<Owner, string>) => Quote["speaker"],
): Characters {
  const sorted = [...all].sort((a, b) => a.entity.mentions[0].start - b.entity.mentions[0].start);
  const ids = new Map<Owner, string>();
  const renamed = new Map<string, string>();
  sorted.forEach(({ entity, owner }, i) => {
    const id = `e${i + 1}`;
    if (entity.id !== "" && entity.id !== id) renamed.set(entity.id, id);
    if (owner !== null) ids.set(owner, entity.id === "" ? `new e${i + 1}` : entity.id);
  });
  const idOf = (id: string): string => renamed.get(id) ?? (id.startsWith("new ") ? id.slice(4) : id);
  const isRenamed = (id: string): boolean => renamed.has(id);
  const entities = sorted.map(({ entity }, i): Entity => {
    const id = `e${i + 1}`;
    if (entity.related) return { ...entity, id, related: entity.related.map(idOf) };
    return entity.id === id ? entity : { ...entity, id };
  });
  return {
    entities,
    quotes: quotes.map((quote, index): Quote => {
      const given = speakerOf(index, ids);
      const speaker = given ?? quote.speaker;
      const entity = speaker && speaker.entity !== null ? idOf(speaker.entity) : null;
      const isOther = speaker !== null && speaker.entity !== entity;
      if (given === null && !isOther && !quote.about.some(isRenamed)) return quote;
      return withIds(quote, isOther ? { ...speaker, entity } : speaker, quote.about.length > 0 ? quote.about.map(idOf) : quote.about);
    }),
  };
}

/** Spelled out: to spread an object costs several times as much, and where an entity comes first all quotations have other ids. */
function withIds({ id, start, end, kind, cue, spans, content }: Quote, speaker: Quote["speaker"], about: readonly string[]): Quote {
  if (content) return { id, start, end, kind, speaker, cue, spans, content, about };
  return { id, start, end, kind, speaker, cue, spans, about };
}
