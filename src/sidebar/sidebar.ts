import { type Disposable, type ExtensionContext, window } from "vscode";
import { SIDEBAR_CONTEXT_KEYS } from "../contributions.js";
import { AFTER_MARKS } from "../editor/unhurriedReader.js";
import type { DocumentReader, StoreChange } from "../review/documentStore.js";
import { FolderTexts } from "./folderTexts.js";
import { type Situation, situationOf } from "./model/situation.js";
import type { PlacedNode } from "./model/treeModel.js";
import { ReviewTree } from "./reviewTree.js";
import { SidebarState } from "./sidebarState.js";
import { VIEW_DESCRIPTIONS, VIEWS, type ViewName, viewOfRow } from "./views.js";

/** A document that is analysed faster than this many milliseconds takes the place of the one before without an empty tree in between. */
const PATIENCE = 250;

/** The three trees and what they have in common: what they list, and when they are drawn again. */
export class Sidebar implements Disposable {
  readonly state: SidebarState;
  readonly trees: Readonly<Record<ViewName, ReviewTree>>;
  readonly #texts = new FolderTexts();
  readonly #disposables: readonly Disposable[];
  #refresh: { readonly timer: NodeJS.Timeout; readonly due: number } | undefined;
  #drawing: NodeJS.Immediate | undefined;
  #situation: Situation = { kind: "noDocument" };
  #endProgress: (() => void) | undefined;

  constructor(
    private readonly store: DocumentReader,
    { workspaceState, extensionUri }: Pick<ExtensionContext, "workspaceState" | "extensionUri">,
  ) {
    this.state = new SidebarState(workspaceState);
    const tree = (name: ViewName) => new ReviewTree(name, store, this.state, extensionUri);
    this.trees = { entities: tree("entities"), quotations: tree("quotations"), topics: tree("topics") };
    this.#disposables = [
      this.state,
      this.#texts,
      ...VIEWS.map((view) => this.trees[view]),
      this.state.onDidChange(() => this.#refreshIn(0)),
      this.#texts.onDidChange(() => this.#refreshIn(0)),
      store.onDidChange((change) => this.#storeChanged(change)),
    ];
    this.refresh();
  }

  /** @returns the row of an id, in whichever tree it stands. */
  find(id: string): PlacedNode | undefined {
    const view = viewOfRow(id);
    return view && this.trees[view].find(id);
  }

  /** The tree that a row of all documents stands in. */
  treeOfAll(id: string): ReviewTree | undefined {
    return VIEWS.map((view) => this.trees[view]).find((tree) => tree.hasInAll(id));
  }

  /** Brings what stands at an offset of a document into view, selects it and gives it the keyboard. @returns whether something does. */
  async reveal(uri: string, offset: number): Promise<boolean> {
    if (this.#refresh) this.refresh();
    for (const view of VIEWS) {
      if (this.state.scope === "all") {
        const id = await this.trees[view].all?.uncover(uri, offset);
        if (id === undefined) continue;
        await this.trees[view].reveal({ id }, { focus: true, open: false });
        return true;
      }
      const row = this.#rowAt(view, uri, offset);
      if (row) {
        await this.trees[view].reveal(row, { focus: true, open: false });
        return true;
      }
    }
    return false;
  }

  /** Shows the newest state now. */
  refresh(): void {
    clearTimeout(this.#refresh?.timer);
    this.#refresh = undefined;
    this.#situation = situationOf(this.store, this.state.scope, this.store.front === undefined && this.#texts.none);
    this.state.setContext(SIDEBAR_CONTEXT_KEYS.situation, this.#situation.kind);
    for (const view of VIEWS) this.trees[view].take(this.#situation);
    this.#drawFrom(0);
    this.#showProgress(this.#situation.kind === "analysing");
  }

  dispose(): void {
    clearTimeout(this.#refresh?.timer);
    clearImmediate(this.#drawing);
    this.#showProgress(false);
    for (const disposable of this.#disposables) disposable.dispose();
  }

  /** Draws one tree after the other, so that those of a large document do not hold up everything else together. */
  #drawFrom(rank: number): void {
    clearImmediate(this.#drawing);
    this.trees[VIEWS[rank]].draw();
    if (rank + 1 < VIEWS.length) this.#drawing = setImmediate(() => this.#drawFrom(rank + 1));
  }

  /** The row for a place, although the reader's filter may have left it out: then the filter is lifted. */
  #rowAt(view: ViewName, uri: string, offset: number): PlacedNode | undefined {
    const tree = this.trees[view];
    const row = tree.rowsAt(uri, offset).at(-1);
    if (row || this.state.filter(view) === "") return row;
    const query = this.state.filter(view);
    this.state.setFilter(view, "");
    this.refresh();
    const unfiltered = tree.rowsAt(uri, offset).at(-1);
    if (!unfiltered) this.state.setFilter(view, query);
    return unfiltered;
  }

  #storeChanged(change: StoreChange): void {
    if (change.reason === "edit") for (const view of VIEWS) this.trees[view].forget();
    else if (this.#concerns(change)) this.#refreshIn(this.#frontIsPending() ? PATIENCE : change.reason === "analysis" ? AFTER_MARKS : 0);
  }

  #concerns({ reason, uri }: StoreChange): boolean {
    return this.state.scope === "open" || reason === "front" || uri === this.store.front;
  }

  #frontIsPending(): boolean {
    const { front } = this.store;
    return front !== undefined && this.store.state(front)?.kind === "pending";
  }

  /** Draws anew after some milliseconds, or sooner where that is planned already. */
  #refreshIn(milliseconds: number): void {
    const due = Date.now() + milliseconds;
    if (this.#refresh && this.#refresh.due <= due) return;
    clearTimeout(this.#refresh?.timer);
    this.#refresh = { timer: setTimeout(() => this.refresh(), milliseconds), due };
  }

  #showProgress(shown: boolean): void {
    if (!shown) {
      this.#endProgress?.();
      this.#endProgress = undefined;
    } else if (!this.#endProgress) {
      const ended = new Promise<void>((resolve) => {
        this.#endProgress = resolve;
      });
      for (const view of VIEWS) void window.withProgress({ location: { viewId: VIEW_DESCRIPTIONS[view].id } }, () => ended);
    }
  }
}
