import { type Disposable, EventEmitter, type TreeDataProvider, type TreeItem, type TreeView, type Uri, window } from "vscode";
import type { DocumentReader } from "../review/documentStore.js";
import type { AllDocuments } from "./allDocuments.js";
import { messageWhenSeen } from "./messageWhenSeen.js";
import { detailsOf } from "./model/details.js";
import { type DocumentsListing, listingOfAll, listingOfOne } from "./model/documentsListing.js";
import type { ListingOptions } from "./model/listing.js";
import { ShownRows } from "./model/shownRows.js";
import type { Situation } from "./model/situation.js";
import { TextFilter } from "./model/textFilter.js";
import { type PageSizes, type PlacedNode, parentId } from "./model/treeModel.js";
import { narrowingMessage, viewDescription } from "./model/viewText.js";
import { listedDocuments } from "./openDocuments.js";
import type { SidebarState } from "./sidebarState.js";
import { tooltipOf, treeItemOf } from "./treeItem.js";
import { VIEW_DESCRIPTIONS, type ViewName } from "./views.js";

/** So often a row is asked to be selected, and the milliseconds in between. */
const MOST_TRIES = 20;
const PAUSE = 100;

const NOT_YET = "Looking for documents…";

/** How a row is brought into view. */
export interface RevealOptions {
  /** Whether the tree takes the keyboard. */
  readonly focus: boolean;
  /** Whether a closed row is opened to show what is under it. */
  readonly open: boolean;
}

/**
 * One of the trees. VS Code holds ids of rows, and each question is answered from the newest state, which is worked out
 * when the first question comes. The window is told only of rows that look different.
 */
export class ReviewTree implements Disposable {
  readonly #changed = new EventEmitter<string[] | undefined>();
  readonly #shown = new ShownRows();
  readonly #pages: PageSizes = new Map();
  /** What the reader opened and closed: VS Code forgets it for a document that goes out of the tree and comes back. */
  readonly #openedOrClosed = new Map<string, boolean>();
  readonly #view: TreeView<string>;
  readonly #disposables: readonly Disposable[];
  #situation: Situation = { kind: "noDocument" };
  #listing: DocumentsListing | undefined;
  #shownRoot: string | undefined;
  /** Whether VS Code has asked for the first rows: it does so by itself when the view is first seen, and is not told to. */
  #asked = false;
  /** Whether something changed while the view was not seen. */
  #stale = false;
  #all: AllDocuments | undefined;
  #revealed = 0;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(
    readonly name: ViewName,
    private readonly store: Pick<DocumentReader, "get">,
    private readonly state: SidebarState,
    private readonly extensionUri: Uri,
  ) {
    this.#view = window.createTreeView(VIEW_DESCRIPTIONS[name].id, { treeDataProvider: this.#provider(), showCollapseAll: true });
    this.#disposables = [
      this.#view,
      this.#changed,
      this.#view.onDidChangeVisibility(() => this.draw()),
      messageWhenSeen(this.#view),
      this.#view.onDidExpandElement(({ element }) => this.#openedOrClosed.set(element, true)),
      this.#view.onDidCollapseElement(({ element }) => this.#openedOrClosed.set(element, false)),
    ];
  }

  /** What the view says above its rows. */
  get message(): string {
    return this.#view.message ?? "";
  }

  /** What lists all documents; undefined until that is loaded. */
  get all(): AllDocuments | undefined {
    return this.#all;
  }

  /**
   * Takes what lists all documents. Rows of the open ones that are shown stay as they are: VS Code forgets rows that are drawn again, and may be
   * asking what stands under them. @returns what ends that.
   */
  showAll(all: AllDocuments): Disposable {
    this.#all = all;
    const inAll = (run: () => void) => this.state.scope === "all" && run();
    const told = all.onDidTell(() => inAll(() => this.#setMessage(undefined)));
    const changed = all.onDidChange((ids) => inAll(() => this.#changed.fire(ids)));
    inAll(() => {
      this.#shownRoot = undefined;
      this.#stale = true;
      this.draw();
    });
    return {
      dispose: () => {
        told.dispose();
        changed.dispose();
        this.#all = undefined;
      },
    };
  }

  hasInAll(id: string): boolean {
    return this.#all !== undefined && id.startsWith(`${this.#all.rootId}/`);
  }

  async runInAll(command: string, id: string): Promise<void> {
    await this.#all?.run(command, id);
  }

  get visible(): boolean {
    return this.#view.visible;
  }

  get onDidChangeVisibility() {
    return this.#view.onDidChangeVisibility;
  }

  get selection(): readonly string[] {
    return this.#view.selection;
  }

  /** Lets the next question be answered anew, without telling the window. */
  forget(): void {
    this.#listing = undefined;
  }

  /** Takes a situation, from which every question is answered from now on, and which `draw` shows. */
  take(situation: Situation): void {
    this.#situation = situation;
    this.forget();
    this.#stale = true;
  }

  find(id: string): PlacedNode | undefined {
    return this.#current().model.find(id);
  }

  /** Shows the next page of the siblings of a "Show more" row. */
  showMore(moreId: string): void {
    const { model } = this.#current();
    const id = parentId(moreId);
    model.showMore(id);
    this.#changed.fire(id === model.rootId ? undefined : [id]);
  }

  /** @returns the rows from the first level to what stands at an offset of a document, empty where nothing listed stands there. */
  rowsAt(uri: string, offset: number): readonly PlacedNode[] {
    const listing = this.#current();
    const keys = listing.pathAt(uri, offset);
    if (!keys) return [];
    const { path, grown } = listing.model.uncover(keys);
    if (grown.length > 0) this.#changed.fire(grown.includes(listing.model.rootId) ? undefined : [...grown]);
    return path;
  }

  isOpen({ id, node }: PlacedNode): boolean {
    return this.#openedOrClosed.get(id) ?? node.open;
  }

  /** VS Code passes over a row that the window does not have yet, as just after a filter was changed: then it is asked again. */
  async reveal({ id }: Pick<PlacedNode, "id">, { focus, open }: RevealOptions): Promise<void> {
    const asked = ++this.#revealed;
    for (let tries = 0; tries < MOST_TRIES && asked === this.#revealed; tries++) {
      await this.#view.reveal(id, { select: true, focus, expand: open });
      if (this.selection.includes(id)) return;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }

  getChildren(id?: string): string[] {
    const { model } = this.#current();
    const parent = id ?? model.rootId;
    if (id === undefined) {
      this.#shown.clear();
      this.#shownRoot = model.rootId;
    }
    const rows = model.children(parent);
    this.#shown.note(parent, rows);
    return rows.map((row) => row.id);
  }

  getParent(id: string): string | undefined {
    return this.#current().model.parent(id);
  }

  getTreeItem(id: string): TreeItem {
    const row = this.find(id);
    return row ? treeItemOf(row, this.isOpen(row), this.extensionUri) : { id };
  }

  resolveTreeItem(item: TreeItem, id: string): TreeItem {
    const row = this.find(id);
    const tooltip = row && tooltipOf(detailsOf(row.node.subject));
    if (tooltip) item.tooltip = tooltip;
    return item;
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  /** Draws what is not yet drawn, and tells the window of the rows that are different. A view that is not seen waits until it is. */
  draw(): void {
    if (!this.#stale || !this.#view.visible) return;
    this.#stale = false;
    if (this.state.scope === "all") this.#drawAll();
    else this.#drawDocuments();
  }

  /** Tells the window of all documents where it shows others; from then on they tell of themselves. */
  #drawAll(): void {
    this.state.setContext(VIEW_DESCRIPTIONS[this.name].emptyKey, false);
    this.#view.description = viewDescription(this.state.scope, this.state.order);
    this.#setMessage(undefined);
    if (this.#shownRoot !== this.#allRoot) this.#drawRoot();
  }

  #drawDocuments(): void {
    const { model, shown, total } = this.#current();
    const things = VIEW_DESCRIPTIONS[this.name];
    const query = this.state.filter(this.name);
    const uncertainOnly = this.name === "quotations" && this.state.uncertainOnly;
    const withoutIndirect = this.name === "quotations" && !this.state.indirect;
    this.state.setContext(things.emptyKey, this.#situation.kind === "listed" && total === 0);
    this.#view.description = viewDescription(this.state.scope, this.state.order);
    this.#setMessage(narrowingMessage({ query, uncertainOnly, withoutIndirect, shown, total }));
    if (model.rootId !== this.#shownRoot) this.#drawRoot();
    else {
      const changed = this.#shown.takeChanges(model);
      if (changed.length > 0) this.#changed.fire(changed.includes(model.rootId) ? undefined : [...changed]);
    }
  }

  #drawRoot(): void {
    if (this.#asked) this.#changed.fire(undefined);
  }

  #setMessage(narrowing: string | undefined): void {
    const { kind } = this.#situation;
    if (this.state.scope === "all") this.#view.message = this.#all ? this.#all.message : NOT_YET;
    else if (kind === "unreadable") this.#view.message = this.name === "entities" ? this.#situation.reason : "";
    else this.#view.message = (kind === "listed" ? narrowing : undefined) ?? "";
  }

  /** What stands for the first rows of all documents: others before and after those are loaded. */
  get #allRoot(): string {
    return this.#all?.rootId ?? "";
  }

  /** Answers for the rows of all documents, or for those of the documents that are open. */
  #provider(): TreeDataProvider<string> {
    return {
      onDidChangeTreeData: this.onDidChangeTreeData,
      getChildren: (id) => {
        this.#asked = true;
        if (id === undefined ? this.state.scope !== "all" : !this.hasInAll(id)) return this.getChildren(id);
        if (id === undefined) this.#shown.clear();
        if (id === undefined) this.#shownRoot = this.#allRoot;
        return this.#all?.children(id) ?? [];
      },
      getParent: (id) => (this.hasInAll(id) ? this.#all?.parent(id) : this.getParent(id)),
      getTreeItem: (id) => (this.hasInAll(id) && this.#all ? this.#all.item(id) : this.getTreeItem(id)),
      resolveTreeItem: (item, id) => (this.hasInAll(id) && this.#all ? this.#all.resolve(item, id) : this.resolveTreeItem(item, id)),
    };
  }

  #current(): DocumentsListing {
    this.#listing ??= this.#list();
    return this.#listing;
  }

  #list(): DocumentsListing {
    const things = VIEW_DESCRIPTIONS[this.name];
    const options: ListingOptions = {
      order: this.state.order,
      filter: new TextFilter(this.state.filter(this.name)),
      indirect: this.state.indirect,
      uncertainOnly: this.state.uncertainOnly,
    };
    const uris = this.#situation.kind === "listed" ? this.#situation.uris : [];
    const documents = listedDocuments(uris.flatMap((uri) => this.store.get(uri) ?? []));
    return this.state.scope === "front" && documents.length === 1
      ? listingOfOne(this.name, documents[0], things.lister, options, this.#pages)
      : listingOfAll(this.name, documents, things.lister, options, things, this.#pages);
  }
}
