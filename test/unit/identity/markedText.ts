import type { Entity, EntityType } from "../../../src/analysis/analysis.js";
import { resolveIdentity } from "../../../src/analysis/identity/identity.js";
import type { NameSpan } from "../../../src/analysis/names/nameTagger.js";
import type { QuotationSpan } from "../../../src/analysis/quotes/quotationSpans.js";
import type { Layout } from "../../../src/analysis/sections/layout.js";
import { readSourceText } from "../../../src/analysis/text/sourceText.js";

const TYPES: Readonly<Record<string, EntityType>> = { p: "person", o: "organization", l: "place", g: "group", e: "event", w: "work" };

export interface ResolvedText {
  readonly text: string;
  readonly entities: readonly Entity[];
  /** The entity with a mention that reads so, the first in the text. */
  entityOf(surface: string): Entity;
  /** All mentions of an entity as they read. */
  mentionsOf(surface: string): readonly string[];
}

/** Resolves a text in which names are marked as [p:Jane Doe]: p person, o organization, l place, g group, e event, w work. */
export function resolveMarked(marked: string, layoutOf: (text: string) => Partial<Layout> = () => ({}), confidence = 0.9): ResolvedText {
  const names: NameSpan[] = [];
  let text = "";
  let from = 0;
  for (const found of marked.matchAll(/\[([polgew]):([^\]]{1,80})\]/g)) {
    text += marked.slice(from, found.index);
    names.push({ start: text.length, end: text.length + found[2].length, type: TYPES[found[1]], confidence });
    text += found[2];
    from = found.index + found[0].length;
  }
  text += marked.slice(from);
  const layout: Layout = { sections: [], declaredTopics: [], authors: [], ...layoutOf(text) };
  const entities = resolveIdentity(readSourceText(text), layout, names, quotationsOf(text));
  const read = (entity: Entity): string[] => entity.mentions.map(({ start, end }) => text.slice(start, end));
  const entityOf = (surface: string): Entity => {
    const entity = entities.find((candidate) => read(candidate).includes(surface));
    if (!entity) throw new Error(`No entity has the mention ${surface}`);
    return entity;
  };
  return { text, entities, entityOf, mentionsOf: (surface) => read(entityOf(surface)) };
}

function quotationsOf(text: string): QuotationSpan[] {
  return [...text.matchAll(/“[^”]*”/g)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
    spans: [{ start: index, end: index + length }],
    closed: true,
    form: "marks" as const,
  }));
}
