import { ENTITY_TYPES, type Entity, type EntityType, type Mention } from "../../analysis/analysis.js";
import { reviewWords } from "../../editor/reviewWords.js";
import { counted, TYPE_WORDS } from "../../editor/words.js";
import { spanKey, UNDECIDED } from "../../review/review.js";
import { excerptAround, shortened } from "./excerpt.js";
import { LazilySorted } from "./lazilySorted.js";
import type { ListedDocument } from "./listedDocument.js";
import { comparison, type Listing, type ListingOptions, NameKeys } from "./listing.js";
import type { TextFilter } from "./textFilter.js";
import { branchOf, branchOfNodes, figure, parts, type TreeNode, treeNode } from "./treeNode.js";

const LONGEST_ROLE = 80;

interface NamedEntity {
  readonly key: string;
  readonly name: string;
  readonly count: number;
  readonly entity: Entity;
}

/** Lists a document's entities: by type, then by entity, then by mention. */
export function listEntities(document: ListedDocument, options: ListingOptions): Listing {
  const { entities } = document.reviewed.analysis;
  const listed = listedByType(entities, options.filter);
  const types = ENTITY_TYPES.filter((type) => listed[type].length > 0);
  return {
    branch: branchOfNodes(types.map((type) => typeNode(document, type, listed[type], options))),
    shown: types.reduce((count, type) => count + listed[type].length, 0),
    total: entities.length,
    pathAt: (offset) => {
      const place = document.reviewed.index.mentionAt(offset);
      if (!place) return undefined;
      const { entity, mention } = place;
      const key = listed[entity.type].find((candidate) => candidate.entity === entity)?.key;
      return key === undefined ? undefined : [entity.type, key, String(entity.mentions.indexOf(mention))];
    },
  };
}

function listedByType(entities: readonly Entity[], filter: TextFilter): Readonly<Record<EntityType, readonly NamedEntity[]>> {
  const listed: Record<EntityType, NamedEntity[]> = { person: [], organization: [], place: [], group: [], event: [], work: [] };
  const keys = new Map(ENTITY_TYPES.map((type) => [type, new NameKeys()]));
  for (const entity of entities) {
    const { type, name } = entity;
    const key = keys.get(type)?.next(name) ?? name;
    if (filter.isEmpty || filter.matches(name, ...entity.aliases, ...entity.roles)) {
      listed[type].push({ key, name, count: entity.mentions.length, entity });
    }
  }
  return listed;
}

function typeNode(document: ListedDocument, type: EntityType, listed: readonly NamedEntity[], options: ListingOptions): TreeNode {
  const sorted = new LazilySorted(listed, comparison(options.order));
  return treeNode({
    key: type,
    subject: { kind: "heading", document },
    label: TYPE_WORDS[type].many,
    description: figure(listed.length),
    spoken: `${TYPE_WORDS[type].many}, ${figure(listed.length)}`,
    icon: type,
    colour: type,
    open: true,
    branch: branchOf(
      sorted,
      ({ key }) => key,
      ({ entity }, key) => entityNode(document, entity, key, options.filter),
    ),
  });
}

function entityNode(document: ListedDocument, entity: Entity, key: string, filter: TextFilter): TreeNode {
  const role = shortened(entity.roles.join(", "), LONGEST_ROLE);
  const review = document.reviewed.review.entities.get(entity.id) ?? UNDECIDED;
  const decided = reviewWords(review);
  return treeNode({
    key,
    subject: { kind: "entity", document, entity },
    label: entity.name,
    highlights: filter.places(entity.name),
    description: parts(figure(entity.mentions.length), decided, role),
    spoken: [entity.name, entity.type, counted(entity.mentions.length, "mention"), decided, role].filter((part) => part !== "").join(", "),
    icon: entity.type,
    colour: entity.type,
    standing: review.standing,
    branch: branchOf(
      entity.mentions,
      (_, rank) => String(rank),
      (mention, rank) => mentionNode(document, entity, mention, rank),
    ),
  });
}

function mentionNode(document: ListedDocument, entity: Entity, mention: Mention, key: string): TreeNode {
  const { text, mark, line } = excerptAround(document.text, mention);
  const kind = { name: undefined, nominal: "description", pronoun: "pronoun" }[mention.kind];
  const review = document.reviewed.review.mentions.get(spanKey(mention)) ?? UNDECIDED;
  const decided = reviewWords(review);
  return treeNode({
    key,
    subject: { kind: "mention", document, entity, mention },
    label: text,
    highlights: [mark],
    description: parts(figure(line), kind, decided),
    spoken: [`Line ${line}`, kind, decided, text].filter((part) => part !== undefined && part !== "").join(", "),
    icon: mention.kind,
    standing: review.standing,
    colour: entity.type,
  });
}
