import type { Event, TreeItem } from "vscode";

/**
 * What a tree shows of all documents of the workspace's folders. It is made by the bundle that reads them as one, which is loaded after the
 * document in front has its marks; rows are known by their ids.
 */
export interface AllDocuments {
  /** What the ids of all its rows begin with. */
  readonly rootId: string;
  /** Gives the ids of the rows that are to be drawn again; undefined for all of them. */
  readonly onDidChange: Event<string[] | undefined>;
  /** Fires when the message is another. */
  readonly onDidTell: Event<void>;
  /** What stands above the rows; empty where nothing needs to be said. */
  readonly message: string;
  /** @param id undefined for the rows of the first level. */
  children(id: string | undefined): Promise<string[]>;
  /** @returns undefined for a row of the first level. */
  parent(id: string): string | undefined;
  item(id: string): TreeItem;
  /** Completes a row's item when the pointer rests on it. */
  resolve(item: TreeItem, id: string): TreeItem;
  /** Does with a row what one of the sidebar's commands says. */
  run(command: string, id: string): Promise<void>;
  /** @returns the row of the entity or speaker that stands at an offset of a document, where it is shown. */
  entryAt(uri: string, offset: number): Promise<string | undefined>;
  /** Sees to it that what stands at an offset of a document is shown, by a filter where it must be. @returns its row, or the one above it. */
  uncover(uri: string, offset: number): Promise<string | undefined>;
}
