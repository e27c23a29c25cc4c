import { counted, figure } from "../../editor/words.js";
import { type Branch, type TreeNode, treeNode } from "./treeNode.js";

/** Siblings shown before a "Show more" row. */
export const PAGE = 200;
/** A row deeper than this among its siblings is not brought into view: its parent is. */
const DEEPEST_REVEAL = 5_000;
const MORE_KEY = "more…";

/** A row with its place in a tree. */
export interface PlacedNode {
  readonly id: string;
  readonly node: TreeNode;
}

/** How many children of a row are shown, by the row's id: kept from one analysis to the next. */
export type PageSizes = Map<string, number>;

/** A key as a part of an id: without the sign that parts one key from the next. */
function idPart(key: string): string {
  return key.replaceAll("%", "%25").replaceAll("/", "%2F");
}

/** @returns the id of a child. */
export function childId(parent: string, key: string): string {
  return `${parent}/${idPart(key)}`;
}

/** @returns the id of the row that a row stands under. */
export function parentId(id: string): string {
  return id.slice(0, id.lastIndexOf("/"));
}

/**
 * One state of a tree. Rows are made when they are asked for and known by ids that outlive the model, so that the window
 * may hold an id from before the last analysis and still get what stands there now.
 */
export class TreeModel {
  readonly #nodes = new Map<string, PlacedNode>();
  readonly #children = new Map<string, readonly PlacedNode[]>();

  /**
   * @param rootId the id that the first rows stand under; the root itself has no row.
   * @param root the first rows.
   * @param pageSizes shared between the models of one tree.
   */
  constructor(
    readonly rootId: string,
    readonly root: Branch,
    private readonly pageSizes: PageSizes,
  ) {}

  /** @returns the rows shown under a row, with a "Show more" row where there are more; none for an unknown id. */
  children(id: string): readonly PlacedNode[] {
    const known = this.#children.get(id);
    if (known) return known;
    const children = this.#page(id);
    this.#children.set(id, children);
    for (const child of children) this.#nodes.set(child.id, child);
    return children;
  }

  find(id: string): PlacedNode | undefined {
    const known = this.#nodes.get(id);
    if (known || !this.#isBelowRoot(id)) return known;
    this.children(parentId(id));
    return this.#nodes.get(id);
  }

  /** @returns the id of the row above, undefined for a row of the first level. */
  parent(id: string): string | undefined {
    const parent = parentId(id);
    return this.#isBelowRoot(parent) ? parent : undefined;
  }

  /** Shows the next page under a row. */
  showMore(id: string): void {
    this.#show(id, (this.pageSizes.get(id) ?? PAGE) + PAGE);
  }

  /**
   * Sees to it that a row is on a page that is shown.
   * @param keys the keys from the root to the row.
   * @returns the rows from the first level to the row, as far as they can be shown, and the ids of those that have more children than before.
   */
  uncover(keys: readonly string[]): { readonly path: readonly PlacedNode[]; readonly grown: readonly string[] } {
    let id = this.rootId;
    const path: PlacedNode[] = [];
    const grown: string[] = [];
    for (const key of keys) {
      const branch = this.#branch(id);
      const index = branch ? indexOfKey(branch, key) : -1;
      if (index < 0) break;
      if (index >= (this.pageSizes.get(id) ?? PAGE)) {
        this.#show(id, (Math.floor(index / PAGE) + 1) * PAGE);
        grown.push(id);
      }
      id = childId(id, key);
      const row = this.find(id);
      if (!row) break;
      path.push(row);
    }
    return { path, grown };
  }

  #show(id: string, size: number): void {
    this.pageSizes.set(id, size);
    this.#children.delete(id);
  }

  #isBelowRoot(id: string): boolean {
    return id.length > this.rootId.length && id.startsWith(`${this.rootId}/`);
  }

  #branch(id: string): Branch | undefined {
    return id === this.rootId ? this.root : this.find(id)?.node.branch;
  }

  #page(id: string): readonly PlacedNode[] {
    const branch = this.#branch(id);
    if (!branch) return [];
    const shown = Math.min(branch.size, this.pageSizes.get(id) ?? PAGE);
    const page: PlacedNode[] = [];
    for (let index = 0; index < shown; index++) {
      const node = branch.at(index);
      page.push({ id: childId(id, node.key), node });
    }
    if (shown < branch.size) page.push({ id: childId(id, MORE_KEY), node: moreRow(shown, branch.size) });
    return page;
  }
}

function indexOfKey(branch: Branch, key: string): number {
  const end = Math.min(branch.size, DEEPEST_REVEAL);
  for (let index = 0; index < end; index++) if (branch.keyAt(index) === key) return index;
  return -1;
}

function moreRow(shown: number, total: number): TreeNode {
  const next = Math.min(PAGE, total - shown);
  return treeNode({
    key: MORE_KEY,
    subject: { kind: "more", shown, total },
    label: `Show ${next} more`,
    description: `${figure(shown)} of ${figure(total)} shown`,
    spoken: `Show ${next} more, ${counted(shown, "row")} of ${figure(total)} shown`,
    icon: "more",
  });
}
