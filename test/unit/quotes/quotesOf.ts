import type { Entity, EntityType, MentionKind, Quote } from "../../../src/analysis/analysis.js";
import { attributeQuotes } from "../../../src/analysis/quotes/attribution.js";
import { findQuotationSpans } from "../../../src/analysis/quotes/quotationSpans.js";
import { readSourceText } from "../../../src/analysis/text/sourceText.js";

export const NO_LAYOUT = { sections: [], declaredTopics: [], authors: [] };

/** An entity whose mentions are all the places of the given words. */
export function entity(
  text: string,
  id: string,
  names: readonly string[],
  type: EntityType = "person",
  kind: MentionKind = "name",
): Entity {
  const mentions = names.flatMap((name) => {
    const places: { start: number; end: number; kind: MentionKind }[] = [];
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) places.push({ start: at, end: at + name.length, kind });
    return places;
  });
  return { id, type, name: names[0], aliases: names.slice(1), roles: [], rolePlaces: [], mentions };
}

export function quotesOf(text: string, entities: readonly Entity[] = []): readonly Quote[] {
  const source = readSourceText(text);
  return attributeQuotes(source, NO_LAYOUT, findQuotationSpans(source, NO_LAYOUT), entities);
}

export function inMarks(text: string, entities: readonly Entity[] = []): readonly Quote[] {
  return quotesOf(text, entities).filter(({ kind }) => kind !== "indirect");
}

export function speakersOf(text: string): (string | null)[] {
  return inMarks(text).map(({ speaker }) => speaker && text.slice(speaker.start, speaker.end));
}
