import type { Analysis, Entity, EntityType, Mention, Quote } from "../analysis/analysis.js";
import { byTime, type Decision, type DocumentStatus, type NameTarget } from "./decision.js";
import { type DocumentIndex, indexOf } from "./documentIndex.js";
import { type EntityNode, EntityRegister } from "./entityRegister.js";
import { ItemNotes, joinedNotes } from "./itemNotes.js";
import { MentionDecisions } from "./mentionDecisions.js";
import { type Merged, mergedEntities } from "./merging.js";
import { nearestMention } from "./nearestMention.js";
import { heldSpan, type PlacedDecision } from "./placement.js";
import { QuoteDecisions } from "./quoteDecisions.js";
import type { ItemReview, Rejected, Review } from "./review.js";
import { threadsOf } from "./threads.js";

/**
 * An analysis as the reviewers' decisions change it. What no decision touches is the same object as before.
 * Decisions that hold everywhere come first, so that a document's own overrule them; else the later overrules the earlier.
 * @param found what the engine found. @param placed the decisions, placed in the analysed text. @param index of `found`.
 */
export function applyDecisions(found: Analysis, placed: readonly PlacedDecision[], index: DocumentIndex = indexOf(found)): Review {
  const active = activeInOrder(placed);
  if (active.length === 0) return undecided(found);
  const register = new EntityRegister(found.entities);
  const mentions = new MentionDecisions(register, index);
  const quotes = new QuoteDecisions(register, index);
  mentions.teach(active);
  for (const one of active) {
    mentions.take(one);
    quotes.take(one);
  }
  const rejected = mentions.settle();
  const merged = mergedEntities(active, register);
  const names = new NameDecisions(active, register);
  const made = madeEntities(register, merged, names, quotes.speakers());
  const entityId = (id: string): string | null => made.ids.get(id) ?? null;
  const mentionsOf = new Map(made.entities.map((entity) => [entity.id, entity.mentions]));
  const unnamed = new Set(made.entities.filter(({ anonymous }) => anonymous).map(({ id }) => id));
  const speaking = quotes.settle(found.quotes, entityId, unnamed, (id, offset) => nearestMention(mentionsOf.get(id) ?? [], offset));
  const threads = threadsOf(active);
  const answers = new Map(threads.map(({ placed: { decision }, comments }) => [decision.id, comments.length - 1]));
  const reviewOf = <K>([key, notes]: readonly [K, ItemNotes]): [K, ItemReview] => [key, notes.review(answers)];
  return {
    analysis: withQuotes({ ...found, entities: unlessSame(made.entities, found.entities) }, speaking.quotes, entityId),
    status: statusOf(active),
    entities: new Map(made.notes.map(reviewOf)),
    mentions: new Map(Array.from(mentions.notes(), reviewOf).filter(([, { decisions }]) => decisions.length > 0)),
    quotes: new Map(Array.from(quotes.notes(), reviewOf)),
    engineNames: made.engineNames,
    threads,
    rejected: [...rejected, ...made.rejected, ...speaking.rejected.map(({ quote, by }): Rejected => ({ kind: "quotation", quote, by }))],
    secondLook: active.flatMap((one) => inDoubt(one, names)),
  };
}

function undecided(analysis: Analysis): Review {
  const none = new Map<never, never>();
  return {
    ...{ analysis, status: statusOf([]), entities: none, mentions: none, quotes: none, engineNames: none },
    ...{ threads: [], rejected: [], secondLook: [] },
  };
}

/** Everywhere's before the document's; each from the first made to the last. */
function activeInOrder(placed: readonly PlacedDecision[]): readonly PlacedDecision[] {
  const active = placed.filter(({ decision }) => decision.state === "active");
  const inOrder = active.every((one, rank) => rank === 0 || byScopeAndTime(active[rank - 1].decision, one.decision) <= 0);
  return inOrder ? active : active.sort((a, b) => byScopeAndTime(a.decision, b.decision));
}

function byScopeAndTime(a: Decision, b: Decision): number {
  return a.scope === b.scope ? byTime(a, b) : a.scope === "everywhere" ? -1 : 1;
}

/** The decisions on names, by entity. */
class NameDecisions {
  readonly notes = new Map<EntityNode, ItemNotes>();
  readonly names = new Map<EntityNode, Decision & { readonly kind: "rename" }>();
  readonly types = new Map<EntityNode, Decision & { readonly kind: "change-type" }>();
  /** Decisions of the document whose name it no longer has. */
  readonly unknown = new Set<Decision>();

  constructor(active: readonly PlacedDecision[], register: EntityRegister) {
    for (const placed of active) {
      const { decision } = placed;
      if (decision.target.kind !== "name") continue;
      const match = decision.scope === "document" && decision.kind !== "reject" ? "form" : "name";
      const node = register.named(decision.target, match);
      if (!node) {
        if (decision.scope === "document" && decision.kind !== "add-name") this.unknown.add(decision);
        continue;
      }
      const notes = this.notes.get(node) ?? new ItemNotes();
      this.notes.set(node, notes);
      notes.add(placed);
      if (decision.kind === "rename") this.names.set(node, decision);
      if (decision.kind === "change-type") this.types.set(node, decision);
    }
  }
}

interface MadeEntities {
  readonly entities: readonly Entity[];
  /** The id after all decisions for each id before; those of entities that are gone are missing. */
  readonly ids: ReadonlyMap<string, string>;
  readonly notes: readonly (readonly [string, ItemNotes])[];
  readonly engineNames: ReadonlyMap<string, NameTarget>;
  readonly rejected: readonly Rejected[];
}

/** @param speakers entities that reviewers chose as speakers: they stay even where the text has no mention of them. */
function madeEntities(register: EntityRegister, merged: Merged, names: NameDecisions, speakers: ReadonlySet<EntityNode>): MadeEntities {
  const groups = new Map<EntityNode, EntityNode[]>();
  const rejected: Rejected[] = [];
  for (const node of register.nodes) {
    const by = names.notes.get(node)?.rejection;
    if (by) {
      rejected.push({ kind: "entity", entity: node.found ?? entityOf(node, node.known.type, node.known.name, [node]), by });
      continue;
    }
    const head = merged(node);
    const group = groups.get(head);
    if (group) group.push(node);
    else groups.set(head, [node]);
  }
  const entities: Entity[] = [];
  const ids = new Map<string, string>();
  const notes: (readonly [string, ItemNotes])[] = [];
  const engineNames = new Map<string, NameTarget>();
  for (const [top, members] of groups) {
    const head = members.includes(top) ? top : members[0];
    const name = latest(members, names.names)?.name ?? head.known.name;
    const type = latest(members, names.types)?.type ?? head.known.type;
    const entity = entityOf(head, type, name, members);
    if (entity.mentions.length === 0 && entity !== head.found && !members.some((node) => speakers.has(node))) continue;
    entities.push(entity);
    for (const { id } of members) ids.set(id, head.id);
    engineNames.set(head.id, head.known);
    const noted = members.flatMap((node) => names.notes.get(node) ?? []);
    if (noted.length > 0) notes.push([head.id, joinedNotes(noted)]);
  }
  return { entities: withRelated(entities, ids), ids, notes, engineNames, rejected };
}

function latest<T extends Decision>(members: readonly EntityNode[], decisions: ReadonlyMap<EntityNode, T>): T | undefined {
  if (decisions.size === 0) return undefined;
  const found = members.flatMap((node) => decisions.get(node) ?? []);
  return found.length > 1 ? found.sort(byScopeAndTime).at(-1) : found[0];
}

function entityOf(head: EntityNode, type: EntityType, name: string, members: readonly EntityNode[]): Entity {
  const [only] = members;
  const untouched = members.length === 1 && only.added.length === 0 && only.removed.size === 0;
  if (untouched && only.found && only.found.type === type && only.found.name === name) return only.found;
  const found = members.flatMap((node) => node.found ?? []);
  const forms = new Set(members.flatMap(({ known, found: entity }) => [known.name, ...(entity?.aliases ?? [])]));
  forms.delete(name);
  const related = [...new Set(found.flatMap((entity) => entity.related ?? []))];
  // Whoever is given a name, or is one with somebody named, is unnamed no more.
  const anonymous = name === head.known.name && members.every((node) => node.found?.anonymous);
  return {
    id: head.id,
    type,
    name,
    aliases: [...forms],
    roles: [...new Set(found.flatMap(({ roles }) => roles))],
    rolePlaces: found.flatMap(({ rolePlaces }) => rolePlaces).sort((a, b) => a.start - b.start),
    ...(related.length > 0 && { related }),
    ...(anonymous && { anonymous }),
    mentions: untouched && only.found ? only.found.mentions : mentionsOf(members),
  };
}

function mentionsOf(members: readonly EntityNode[]): Mention[] {
  const mentions = members.flatMap(({ found, added, removed }) => [
    ...(found?.mentions.filter((mention) => !removed.has(mention)) ?? []),
    ...added,
  ]);
  return mentions.sort((a, b) => a.start - b.start || a.end - b.end);
}

function withRelated(entities: readonly Entity[], ids: ReadonlyMap<string, string>): readonly Entity[] {
  return entities.map((entity) => {
    if (!entity.related?.some((id) => ids.get(id) !== id)) return entity;
    const related = new Set(entity.related.flatMap((id) => ids.get(id) ?? []));
    related.delete(entity.id);
    return { ...entity, related: [...related] };
  });
}

function withQuotes(analysis: Analysis, quotes: readonly Quote[], entityId: (id: string) => string | null): Analysis {
  const changed = analysis.topics.some(({ entity }) => entity !== null && entityId(entity) !== entity);
  const topics = changed
    ? analysis.topics.map((topic) => (topic.entity === null ? topic : { ...topic, entity: entityId(topic.entity) }))
    : analysis.topics;
  return { ...analysis, quotes, topics };
}

function unlessSame(entities: readonly Entity[], before: readonly Entity[]): readonly Entity[] {
  return entities.length === before.length && entities.every((entity, rank) => entity === before[rank]) ? before : entities;
}

function statusOf(active: readonly PlacedDecision[]): DocumentStatus {
  let status: DocumentStatus = "unread";
  for (const { decision } of active) if (decision.kind === "status") status = decision.status;
  return status;
}

function inDoubt(placed: PlacedDecision, names: NameDecisions): readonly PlacedDecision[] {
  const { decision, placement } = placed;
  if (names.unknown.has(decision)) return [{ decision, placement: { kind: "orphaned" } }];
  // What was ignored is found again where its words are others: that says it already.
  return decision.target.kind === "span" && decision.kind !== "ignore-finding" && !heldSpan(placement) ? [placed] : [];
}
