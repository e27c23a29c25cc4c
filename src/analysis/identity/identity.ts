import type { Entity, Mention } from "../analysis.js";
import type { NameSpan } from "../names/nameTagger.js";
import type { QuotationSpan } from "../quotes/quotationSpans.js";
import type { Layout } from "../sections/layout.js";
import type { SourceText } from "../text/sourceText.js";
import { joinNames, relatedEntities, type NamedEntity } from "./entities.js";
import { NameFormMemory, placeNames } from "./nameMentions.js";

/**
 * Joins names into entities, reads their roles, and resolves pronouns and definite noun phrases where the evidence is good.
 * @returns the entities in the order of their first mention.
 */
export function resolveIdentity(
  source: SourceText,
  _layout: Layout,
  names: readonly NameSpan[],
  _quotations: readonly QuotationSpan[],
  memory: NameFormMemory = new NameFormMemory(),
): readonly Entity[] {
  const mentions = placeNames(source, names, memory);
  const entities = joinNames(mentions);
  const related = relatedEntities(entities);
  return entities.map((entity, i) => {
    const [name, ...aliases] = surfaces(source.text, entity);
    const nearTo = related.get(i);
    return {
      id: `e${i + 1}`,
      type: entity.type,
      name,
      aliases,
      roles: [],
      rolePlaces: [],
      ...(nearTo && { related: nearTo.map((other) => `e${other + 1}`) }),
      mentions: entity.names.map(
        ({ mention, confidence }): Mention => ({
          start: mention.start,
          end: mention.end,
          kind: "name",
          ...(confidence < 1 && { confidence }),
        }),
      ),
    };
  });
}

/** The surface forms of an entity, the fullest first. */
function surfaces(text: string, { names }: NamedEntity): string[] {
  const forms = new Set<string>();
  for (const { mention } of names) forms.add(text.slice(mention.start, mention.end).replace(/\s+/g, " "));
  const all = [...forms];
  const fullest = all.reduce((best, form) => (form.length > best.length ? form : best));
  return [fullest, ...all.filter((form) => form !== fullest)];
}
