import { ENTITY_TYPES, type Entity, type EntityType, type Mention, type RolePlace } from "../analysis.js";
import type { NameSpan } from "../names/nameTagger.js";
import type { QuotationSpan } from "../quotes/quotationSpans.js";
import type { Layout } from "../sections/layout.js";
import type { SourceText } from "../text/sourceText.js";
import { BlockWords } from "./blockWords.js";
import { type ResolvedReference, speakersOf } from "./discourse.js";
import { DiscourseMemory } from "./discourseMemory.js";
import type { LinkedName, NamedEntity } from "./entities.js";
import { JoinMemory } from "./joinMemory.js";
import { withListedNames } from "./listedNames.js";
import { NameFormMemory, type NameMention, PlacedNameMemory, placeNames, type ReadRoles } from "./nameMentions.js";
import { type PronounChooser, TrainedChooser } from "./pronounRanking.js";
import type { FoundRole } from "./rolePhrases.js";
import { findRoles } from "./roles.js";

/** What identity keeps of the texts it read before, so that an edit costs little. */
export class IdentityMemory {
  readonly forms = new NameFormMemory();
  readonly placed = new PlacedNameMemory();
  readonly joined = new JoinMemory();
  readonly discourse = new DiscourseMemory();
  readonly chooser: PronounChooser;

  constructor(chooser: PronounChooser = new TrainedChooser()) {
    this.chooser = chooser;
  }
}

/**
 * Joins names into entities, reads their roles, and resolves pronouns and definite noun phrases where the evidence is good.
 * @param names in text order, none crossing another.
 * @param memory give the same one again for an edited text.
 * @returns the entities in the order of their first mention.
 */
export function resolveIdentity(
  source: SourceText,
  layout: Layout,
  names: readonly NameSpan[],
  quotations: readonly QuotationSpan[],
  memory: IdentityMemory = new IdentityMemory(),
): readonly Entity[] {
  const mentions = placeNames(source, withListedNames(source.text, layout, names, memory.forms), memory.forms, memory.placed);
  const { entities, names: linked } = memory.joined.join(mentions);
  const roles = rolesOf(source, mentions, linked, entities);
  const leftOut = boilerplateBlocks(source, layout);
  const speakers = speakersOf(source, linked, layout.speakerLines);
  const references = memory.discourse.resolve({ source, entities, named: linked, roles, quotations, leftOut, speakers }, memory.chooser);
  const byEntity = new Map<number, ResolvedReference[]>();
  for (const reference of references) {
    const known = byEntity.get(reference.entity);
    if (known) known.push(reference);
    else byEntity.set(reference.entity, [reference]);
  }
  return entities.map((entity, i) => {
    const { type, name, aliases, related } = entity;
    const rolePlaces = roles[i].map(({ start, end, role }): RolePlace => ({ start, end, role }));
    const mentions = mentionsOf(entity, byEntity.get(i) ?? NO_REFERENCES);
    const [id, worded] = [entityId(i), wordings(roles[i])];
    // Spelled out: to spread an object costs several times as much.
    if (related.length === 0) return { id, type, name, aliases, roles: worded, rolePlaces, mentions };
    return { id, type, name, aliases, roles: worded, rolePlaces, related: related.map(entityId), mentions };
  });
}

/** The id of the entity that is the nth to be named, counted from 0. */
function entityId(number: number): string {
  return `e${number + 1}`;
}

/** Which entity of its document an id names, counted from 0. */
export function entityNumber(id: string): number {
  return Number(id.slice(1)) - 1;
}

/** The names and references of an entity in text order; each of the two is so already. */
function mentionsOf({ names }: NamedEntity, references: readonly ResolvedReference[]): readonly Mention[] {
  const mentions = new Array<Mention>(names.length + references.length);
  let count = 0;
  let next = 0;
  for (const name of names) {
    while (next < references.length && references[next].start < name.mention.start)
      mentions[count++] = referringMention(references[next++]);
    mentions[count++] = nameMention(name);
  }
  while (next < references.length) mentions[count++] = referringMention(references[next++]);
  return mentions;
}

function referringMention({ start, end, kind, confidence }: ResolvedReference): Mention {
  return { start, end, kind, confidence };
}

function nameMention({ mention: { start, end }, confidence }: LinkedName): Mention {
  return confidence < 1 ? { start, end, kind: "name", confidence } : { start, end, kind: "name" };
}

function rolesOf(
  source: SourceText,
  mentions: readonly NameMention[],
  linked: readonly LinkedName[],
  entities: readonly NamedEntity[],
): readonly (readonly FoundRole[])[] {
  const roles: (FoundRole[] | undefined)[] = new Array(entities.length).fill(undefined);
  let words: BlockWords | null = null;
  let block = -1;
  for (let i = 0; i < mentions.length; i++) {
    const mention = mentions[i];
    const { entity } = linked[i];
    const { type } = entities[entity];
    if (mention.roles?.type !== type) {
      if (mention.block !== block || words === null) {
        block = mention.block;
        words = new BlockWords(source.blocks[block]);
      }
      const found = findRoles(words, mentions, i, type);
      mention.roles = found.length > 0 ? { type, start: mention.start, found } : NOTHING_READ[type];
    }
    const { found, start } = mention.roles;
    if (found.length === 0) continue;
    const here = start === mention.start ? found : found.map((role) => movedRole(role, mention.start - start));
    const known = roles[entity];
    if (known) known.push(...here);
    else roles[entity] = [...here];
  }
  return entities.map((_, i) => roles[i] ?? NO_ROLES);
}

function movedRole({ start, end, role, head }: FoundRole, by: number): FoundRole {
  return { start: start + by, end: end + by, role, head };
}

const NO_ROLES: readonly FoundRole[] = [];
/** What most names have beside them, of each type. */
const NOTHING_READ = Object.fromEntries(ENTITY_TYPES.map((type) => [type, { type, start: 0, found: NO_ROLES }])) as Readonly<
  Record<EntityType, ReadRoles>
>;
const NO_REFERENCES: readonly ResolvedReference[] = [];

/** For each block 1 where it is boilerplate, or 0. */
function boilerplateBlocks({ blocks }: SourceText, { sections }: Layout): Uint8Array {
  const boilerplate = sections.filter(({ kind }) => kind === "boilerplate");
  const found = new Uint8Array(blocks.length);
  let next = 0;
  for (let b = 0; b < blocks.length && next < boilerplate.length; b++) {
    const { start } = blocks[b];
    while (next < boilerplate.length && boilerplate[next].end <= start) next++;
    if (next < boilerplate.length && boilerplate[next].start <= start) found[b] = 1;
  }
  return found;
}

/** Each wording once, whatever its capitals. */
function wordings(roles: readonly FoundRole[]): readonly string[] {
  if (roles.length < 2) return roles.map(({ role }) => role);
  const byKey = new Map<string, string>();
  for (const { role } of roles) {
    const key = role.toLowerCase();
    if (!byKey.has(key)) byKey.set(key, role);
  }
  return [...byKey.values()];
}
