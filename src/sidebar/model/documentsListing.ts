import { figure } from "../../editor/words.js";
import type { ListedDocument } from "./listedDocument.js";
import type { Lister, Listing, ListingOptions } from "./listing.js";
import { childId, type PageSizes, TreeModel } from "./treeModel.js";
import { branchOfNodes, parts, type TreeNode, treeNode } from "./treeNode.js";

/** The things a tree is about, in words. */
export interface Things {
  readonly singular: string;
  readonly plural: string;
}

/** A tree over the document in front, or over several. */
export interface DocumentsListing {
  readonly model: TreeModel;
  readonly shown: number;
  readonly total: number;
  /** @returns the keys from the model's root to the row for what stands at an offset of a document. */
  pathAt(uri: string, offset: number): readonly string[] | undefined;
}

/**
 * @param rootId what the ids of the tree's rows begin with.
 * @returns the tree of one document: its rows stand under no document's row, but have the ids they would have there.
 */
export function listingOfOne(
  rootId: string,
  document: ListedDocument,
  lister: Lister,
  options: ListingOptions,
  pages: PageSizes,
): DocumentsListing {
  const { uri } = document.reviewed;
  const { branch, shown, total, pathAt } = lister(document, options);
  const model = new TreeModel(childId(rootId, uri), branch, pages);
  return { model, shown, total, pathAt: (wanted, offset) => (wanted === uri ? pathAt(offset) : undefined) };
}

/** @returns the tree of several documents, each with a row of its own, without those in which nothing is listed. */
export function listingOfAll(
  rootId: string,
  documents: readonly ListedDocument[],
  lister: Lister,
  options: ListingOptions,
  things: Things,
  pages: PageSizes,
): DocumentsListing {
  const listed = documents.map((document) => ({ document, listing: lister(document, options) }));
  const rows = listed
    .filter(({ listing }) => listing.branch.size > 0)
    .map(({ document, listing }) => documentNode(document, listing, things));
  return {
    model: new TreeModel(rootId, branchOfNodes(rows), pages),
    shown: sum(listed, ({ listing }) => listing.shown),
    total: sum(listed, ({ listing }) => listing.total),
    pathAt: (uri, offset) => {
      const path = listed.find(({ document }) => document.reviewed.uri === uri)?.listing.pathAt(offset);
      return path && [uri, ...path];
    },
  };
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}

function documentNode(document: ListedDocument, listing: Listing, { singular, plural }: Things): TreeNode {
  const found = `${figure(listing.shown)} ${listing.shown === 1 ? singular : plural}`;
  return treeNode({
    key: document.reviewed.uri,
    subject: { kind: "document", document },
    label: document.title,
    description: parts(figure(listing.shown), document.path),
    spoken: `${document.title}, document, ${found}, ${document.path}`,
    icon: "document",
    open: true,
    branch: listing.branch,
  });
}
