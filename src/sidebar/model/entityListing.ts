import { ENTITY_TYPES, type Entity, type EntityType, type Mention } from "../../analysis/analysis.js";
import { reviewWords } from "../../editor/reviewWords.js";
import { counted, figure, kindWords } from "../../editor/words.js";
import { spanKey, UNDECIDED } from "../../review/review.js";
import { excerptAround, shortened } from "./excerpt.js";
import { LazilySorted } from "./lazilySorted.js";
import type { ListedDocument } from "./listedDocument.js";
import { comparison, type Listing, type ListingOptions, NameKeys } from "./listing.js";
import type { TextFilter } from "./textFilter.js";
import { branchOf, branchOfNodes, parts, type TreeNode, treeNode } from "./treeNode.js";

const LONGEST_ROLE = 80;

interface ListedEntity {
  readonly key: string;
  readonly name: string;
  readonly count: number;
  readonly entity: Entity;
}

/** A type of named entities, or the unnamed sources of every type. */
type Heading = EntityType | "unnamed";
const HEADINGS: readonly Heading[] = [...ENTITY_TYPES, "unnamed"];

function headingOf({ type, anonymous }: Entity): Heading {
  return anonymous ? "unnamed" : type;
}

/** Lists a document's entities: by type, those that the text does not name last; then by entity, then by mention. */
export function listEntities(document: ListedDocument, options: ListingOptions): Listing {
  const { entities } = document.reviewed.analysis;
  const listed = listedByHeading(entities, options.filter);
  const headings = HEADINGS.filter((heading) => listed[heading].length > 0);
  return {
    branch: branchOfNodes(headings.map((heading) => headingNode(document, heading, listed[heading], options))),
    shown: headings.reduce((count, heading) => count + listed[heading].length, 0),
    total: entities.length,
    pathAt: (offset) => {
      const place = document.reviewed.index.mentionAt(offset);
      if (!place) return undefined;
      const { entity, mention } = place;
      const heading = headingOf(entity);
      const key = listed[heading].find((candidate) => candidate.entity === entity)?.key;
      return key === undefined ? undefined : [heading, key, String(entity.mentions.indexOf(mention))];
    },
  };
}

function listedByHeading(entities: readonly Entity[], filter: TextFilter): Readonly<Record<Heading, readonly ListedEntity[]>> {
  const listed: Record<Heading, ListedEntity[]> = { person: [], organization: [], place: [], group: [], event: [], work: [], unnamed: [] };
  const keys = new Map(HEADINGS.map((heading) => [heading, new NameKeys()]));
  for (const entity of entities) {
    const { name } = entity;
    const heading = headingOf(entity);
    const key = keys.get(heading)?.next(name) ?? name;
    if (filter.isEmpty || filter.matches(name, ...entity.aliases, ...entity.roles)) {
      listed[heading].push({ key, name, count: entity.mentions.length, entity });
    }
  }
  return listed;
}

function headingNode(document: ListedDocument, heading: Heading, listed: readonly ListedEntity[], options: ListingOptions): TreeNode {
  const [{ entity: first }] = listed;
  const { many } = kindWords(first);
  const sorted = new LazilySorted(listed, comparison(options.order));
  return treeNode({
    key: heading,
    subject: { kind: "heading", document },
    label: many,
    description: figure(listed.length),
    spoken: `${many}, ${figure(listed.length)}`,
    icon: heading,
    colour: first.type,
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
    spoken: [entity.name, headingOf(entity), counted(entity.mentions.length, "mention"), decided, role]
      .filter((part) => part !== "")
      .join(", "),
    icon: headingOf(entity),
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
