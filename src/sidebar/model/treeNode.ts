import type { Entity, EntityType, Mention, Quote, Span, Topic } from "../../analysis/analysis.js";
import { type Standing, UNDECIDED } from "../../review/review.js";
import type { ListedDocument } from "./listedDocument.js";

/** What a row of a tree stands for. */
export type Subject =
  | { readonly kind: "document"; readonly document: ListedDocument }
  | { readonly kind: "heading"; readonly document: ListedDocument }
  | { readonly kind: "entity"; readonly document: ListedDocument; readonly entity: Entity }
  | { readonly kind: "mention"; readonly document: ListedDocument; readonly entity: Entity; readonly mention: Mention }
  | { readonly kind: "speaker"; readonly document: ListedDocument; readonly entity: Entity; readonly quotes: readonly Quote[] }
  | { readonly kind: "source"; readonly document: ListedDocument; readonly words: string; readonly quotes: readonly Quote[] }
  | { readonly kind: "quotation"; readonly document: ListedDocument; readonly quote: Quote }
  | { readonly kind: "topic"; readonly document: ListedDocument; readonly topic: Topic }
  | { readonly kind: "topicMention"; readonly document: ListedDocument; readonly topic: Topic; readonly span: Span }
  | { readonly kind: "more"; readonly shown: number; readonly total: number };

export type NodeIcon =
  | EntityType
  | "document"
  | "name"
  | "nominal"
  | "pronoun"
  | "unnamed"
  | "nobody"
  | "direct"
  | "mixed"
  | "indirect"
  | "topic"
  | "more";

/** One row of a tree, without any knowledge of the window that shows it. */
export interface TreeNode {
  /** Unique among its siblings, and the same after the next analysis of the document where it still stands for the same. */
  readonly key: string;
  readonly subject: Subject;
  readonly label: string;
  /** The parts of the label that are set off. */
  readonly highlights: readonly Span[];
  readonly description: string;
  /** The row as a screen reader says it. */
  readonly spoken: string;
  readonly icon: NodeIcon | undefined;
  /** The type whose colour the icon takes. */
  readonly colour: EntityType | undefined;
  /** Something a reader should check. */
  readonly uncertain: boolean;
  /** What reviewers decided on it. */
  readonly standing: Standing;
  /** Whether the branch is open before the reader closes it. */
  readonly open: boolean;
  readonly branch: Branch | undefined;
}

/** The children of a node, each made when it is asked for. */
export interface Branch {
  readonly size: number;
  keyAt(index: number): string;
  at(index: number): TreeNode;
}

/** Items that are had by their place: an array, or an order that is worked out as it is read. */
export interface ItemList<T> {
  readonly length: number;
  at(index: number): T | undefined;
}

/**
 * @param items the items in order.
 * @param key the key of an item, cheap to compute.
 * @param node the row for an item, given its key.
 */
export function branchOf<T>(items: ItemList<T>, key: (item: T, index: number) => string, node: (item: T, key: string) => TreeNode): Branch {
  const item = (index: number): T => {
    const found = items.at(index);
    if (found === undefined) throw new RangeError(`No row ${index} among ${items.length}`);
    return found;
  };
  const keyAt = (index: number) => key(item(index), index);
  return { size: items.length, keyAt, at: (index) => node(item(index), keyAt(index)) };
}

/** @returns a branch of rows that are few and known. */
export function branchOfNodes(nodes: readonly TreeNode[]): Branch {
  return branchOf(
    nodes,
    (node) => node.key,
    (node) => node,
  );
}

type Given = "key" | "subject" | "label";

/** @returns a row with everything that is not given left empty. */
export function treeNode(given: Pick<TreeNode, Given> & Partial<Omit<TreeNode, Given>>): TreeNode {
  return {
    highlights: [],
    description: "",
    spoken: given.label,
    icon: undefined,
    colour: undefined,
    uncertain: false,
    standing: UNDECIDED.standing,
    open: false,
    branch: undefined,
    ...given,
  };
}

/** @returns the parts that are not empty, set apart by a middle dot. */
export function parts(...texts: readonly (string | undefined)[]): string {
  return texts.filter((text) => text !== undefined && text !== "").join(" · ");
}
