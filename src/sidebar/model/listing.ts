import type { ListedDocument } from "./listedDocument.js";
import type { TextFilter } from "./textFilter.js";
import type { Branch } from "./treeNode.js";

export const ORDERS = ["count", "appearance", "name"] as const;
export type Order = (typeof ORDERS)[number];

/** How a tree is to be listed. */
export interface ListingOptions {
  readonly order: Order;
  readonly filter: TextFilter;
  /** Whether indirect quotations are listed. */
  readonly indirect: boolean;
  /** Whether only quotations are listed whose speaker is uncertain. */
  readonly uncertainOnly: boolean;
}

/** What one tree shows of one document. */
export interface Listing {
  readonly branch: Branch;
  /** How many of the things the tree is about are listed, and how many the document has. */
  readonly shown: number;
  readonly total: number;
  /** @returns the keys from the branch to the row for what stands at an offset of the document; undefined where nothing does. */
  pathAt(offset: number): readonly string[] | undefined;
}

/** Makes the listing of a document for one of the trees. */
export type Lister = (document: ListedDocument, options: ListingOptions) => Listing;

/** Made when it is first asked for: that takes the language's rules, which take time to load. */
let byName: Intl.Collator | undefined;

/** What an order looks at. Items that it finds equal stay in the order of the text. */
export interface Orderable {
  readonly name: string;
  readonly count: number;
}

/** @returns a comparison for items that are given in the order of the text. */
export function comparison(order: Order): (a: Orderable, b: Orderable) => number {
  switch (order) {
    case "count":
      return (a, b) => b.count - a.count;
    case "appearance":
      return () => 0;
    case "name": {
      byName ??= new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });
      const { compare } = byName;
      return (a, b) => compare(a.name, b.name);
    }
  }
}

/** Gives each name a key of its own: the name, and for its second and later bearers a number too. */
export class NameKeys {
  readonly #bearers = new Map<string, number>();

  next(name: string): string {
    const bearer = (this.#bearers.get(name) ?? 0) + 1;
    this.#bearers.set(name, bearer);
    return bearer === 1 ? name : `${name} #${bearer}`;
  }
}
