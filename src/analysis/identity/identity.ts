import type { Entity, Mention, RolePlace } from "../analysis.js";
import type { NameSpan } from "../names/nameTagger.js";
import type { QuotationSpan } from "../quotes/quotationSpans.js";
import type { Layout } from "../sections/layout.js";
import type { SourceText } from "../text/sourceText.js";
import { BlockWords } from "./blockWords.js";
import { joinNames, type NamedEntity, relatedEntities } from "./entities.js";
import { withListedNames } from "./listedNames.js";
import { NameFormMemory, placeNames } from "./nameMentions.js";
import { findRoles, type FoundRole } from "./roles.js";

/**
 * Joins names into entities, reads their roles, and resolves pronouns and definite noun phrases where the evidence is good.
 * @param memory what was read of names before; give the same one again for an edited text.
 * @returns the entities in the order of their first mention.
 */
export function resolveIdentity(
  source: SourceText,
  layout: Layout,
  names: readonly NameSpan[],
  _quotations: readonly QuotationSpan[],
  memory: NameFormMemory = new NameFormMemory(),
): readonly Entity[] {
  const mentions = placeNames(source, withListedNames(source.text, layout, names, memory), memory);
  const entities = joinNames(mentions);
  const related = relatedEntities(entities);
  const words = new Map<number, BlockWords>();
  const numbers = new Map(mentions.map((mention, i) => [mention, i]));
  return entities.map((entity, i) => {
    const [name, ...aliases] = surfaces(source.text, entity);
    const nearTo = related.get(i);
    const roles: FoundRole[] = [];
    for (const { mention } of entity.names) {
      let block = words.get(mention.block);
      if (!block) {
        block = new BlockWords(source.blocks[mention.block]);
        words.set(mention.block, block);
      }
      if (entity.type !== "group") roles.push(...findRoles(block, mentions, numbers.get(mention) ?? 0));
    }
    return {
      id: `e${i + 1}`,
      type: entity.type,
      name,
      aliases,
      roles: wordings(roles),
      rolePlaces: roles.map(({ start, end, role }): RolePlace => ({ start, end, role })),
      ...(nearTo && { related: nearTo.map((other) => `e${other + 1}`) }),
      mentions: entity.names.map(
        ({ mention, confidence }): Mention => ({ start: mention.start, end: mention.end, kind: "name", ...(confidence < 1 && { confidence }) }),
      ),
    };
  });
}

/** Each wording once, whatever its capitals. */
function wordings(roles: readonly FoundRole[]): readonly string[] {
  const byKey = new Map<string, string>();
  for (const { role } of roles) if (!byKey.has(role.toLowerCase())) byKey.set(role.toLowerCase(), role);
  return [...byKey.values()];
}

/** The surface forms of an entity, the fullest first. */
function surfaces(text: string, { names }: NamedEntity): string[] {
  const forms = new Set<string>();
  for (const { mention } of names) forms.add(text.slice(mention.start, mention.end).replace(/\s+/g, " "));
  const all = [...forms];
  const fullest = all.reduce((best, form) => (form.length > best.length ? form : best));
  return [fullest, ...all.filter((form) => form !== fullest)];
}
