import * as vscode from "vscode";
import type { GatheringProgress } from "../../gathering/gatherProtocol.js";
import type { AllDocuments } from "../../sidebar/allDocuments.js";
import { childId, PAGE, parentId } from "../../sidebar/model/treeModel.js";
import { narrowingMessage } from "../../sidebar/model/viewText.js";
import type { SidebarState } from "../../sidebar/sidebarState.js";
import type { ViewName } from "../../sidebar/views.js";
import { readingWords } from "../progressWords.js";
import { Redrawing } from "../redrawing.js";
import { allItem, tooltipOfAll } from "./allItem.js";
import type { AllLister, AllOptions, AllRow, FirstRows, SubjectPage } from "./allRow.js";

const MORE_KEY = "more…";
/** Milliseconds that typing rests before what is typed is looked for. */
const REST = 120;

/** What is done with a row by one of the sidebar's commands. */
export type RunOnRow = (command: string, row: AllRow) => Promise<void>;

/** One of the sidebar's trees over all documents. It holds the rows that the window was given, and asks for what is below when that is opened. */
export class AllDocumentRows implements AllDocuments, vscode.Disposable {
  readonly rootId: string;
  readonly #view: ViewName;
  readonly #lister: AllLister;
  readonly #state: SidebarState;
  readonly #run: RunOnRow;
  readonly #extensionUri: vscode.Uri;
  readonly #rows = new Map<string, AllRow>();
  /** The ids of the rows that were given below each row. */
  readonly #below = new Map<string, readonly string[]>();
  /** How many rows are shown of each list that shows more than a page. */
  readonly #pages = new Map<string, number>();
  readonly #changed = new vscode.EventEmitter<string[] | undefined>();
  readonly #told = new vscode.EventEmitter<void>();
  readonly #redrawing = new Redrawing(() => this.#changed.fire(undefined));
  readonly #stateChanges: vscode.Disposable;
  #wanted: string;
  #progress: GatheringProgress | undefined;
  #first: FirstRows | undefined;
  #soon: NodeJS.Timeout | undefined;
  #asking = 0;
  /** Something was wanted while the last question was not answered. */
  #again = false;
  #message = "";

  readonly onDidChange = this.#changed.event;
  readonly onDidTell = this.#told.event;

  constructor(view: ViewName, lister: AllLister, state: SidebarState, run: RunOnRow, extensionUri: vscode.Uri) {
    this.rootId = `all/${view}`;
    this.#view = view;
    this.#lister = lister;
    this.#state = state;
    this.#run = run;
    this.#extensionUri = extensionUri;
    this.#wanted = JSON.stringify(this.#options);
    this.#message = this.#words();
    this.#stateChanges = state.onDidChange(() => {
      const wanted = JSON.stringify(this.#options);
      if (wanted === this.#wanted) return;
      this.#wanted = wanted;
      this.#drawSoon();
    });
  }

  get message(): string {
    return this.#message;
  }

  tell(progress: GatheringProgress, version: number): void {
    this.#progress = progress;
    this.#tellAnew();
    this.#redrawing.tell(progress, version);
  }

  row(id: string): AllRow | undefined {
    return this.#rows.get(id);
  }

  async children(id: string | undefined): Promise<string[]> {
    const parent = id ?? this.rootId;
    const count = this.#pages.get(parent) ?? PAGE;
    if (id === undefined) return this.#answered(this.#redrawing.timed(this.#firstRows(count)));
    const row = this.#rows.get(id);
    return row ? this.#given(parent, await this.#lister.below(row.subject, this.#options, count)) : [];
  }

  parent(id: string): string | undefined {
    const parent = parentId(id);
    return parent === this.rootId ? undefined : parent;
  }

  item(id: string): vscode.TreeItem {
    const row = this.#rows.get(id);
    return row ? allItem(row, this.#state.filter(this.#view), this.#extensionUri) : { id };
  }

  resolve(item: vscode.TreeItem, id: string): vscode.TreeItem {
    const row = this.#rows.get(id);
    const tooltip = row && tooltipOfAll(row.subject);
    if (tooltip) item.tooltip = tooltip;
    return item;
  }

  async run(command: string, id: string): Promise<void> {
    const row = this.#rows.get(id);
    if (row?.subject.kind === "more") this.#showMore(parentId(id), row.subject.shown);
    else if (row) await this.#run(command, row);
  }

  async entryAt(uri: string, offset: number): Promise<string | undefined> {
    const path = await this.#lister.pathAt(uri, offset);
    const id = path?.keys.slice(0, path.entry).reduce(childId, this.rootId);
    return id !== undefined && this.#rows.has(id) ? id : undefined;
  }

  async uncover(uri: string, offset: number): Promise<string | undefined> {
    const path = await this.#lister.pathAt(uri, offset);
    if (!path) return undefined;
    const shown = await this.#shown(path.keys);
    if (shown.length >= path.entry || path.filter === "") return shown.at(-1);
    this.#state.setFilter(this.#view, path.filter);
    return (await this.#shown(path.keys)).at(-1);
  }

  dispose(): void {
    clearTimeout(this.#soon);
    this.#redrawing.dispose();
    this.#stateChanges.dispose();
    this.#changed.dispose();
    this.#told.dispose();
  }

  get #options(): AllOptions {
    return {
      filter: this.#state.filter(this.#view).trim(),
      order: this.#state.order === "name" ? "name" : "count",
      indirect: this.#view !== "quotations" || this.#state.indirect,
      uncertainOnly: this.#view === "quotations" && this.#state.uncertainOnly,
    };
  }

  /** The rows on the way to one, as far as they are shown. */
  async #shown(keys: readonly string[]): Promise<readonly string[]> {
    const path: string[] = [];
    for (const key of keys) {
      const parent = path.at(-1);
      const id = childId(parent ?? this.rootId, key);
      if (!(await this.children(parent)).includes(id)) break;
      path.push(id);
    }
    return path;
  }

  /** Draws anew when the typing rests, and when the last question was answered: each letter would be a question otherwise. */
  #drawSoon(): void {
    clearTimeout(this.#soon);
    this.#soon = setTimeout(() => {
      this.#again = this.#asking > 0;
      if (!this.#again) this.#changed.fire(undefined);
    }, REST);
  }

  async #answered(rows: Promise<string[]>): Promise<string[]> {
    this.#asking++;
    try {
      return await rows;
    } finally {
      this.#asking--;
      if (this.#again && this.#asking === 0) this.#drawSoon();
    }
  }

  async #firstRows(count: number): Promise<string[]> {
    if (!this.#redrawing.hasBegun) return [];
    const first = await this.#lister.first(this.#options, count);
    this.#first = first;
    this.#tellAnew();
    return this.#given(this.rootId, first);
  }

  #given(parent: string, { items, total }: SubjectPage): string[] {
    const rows = items.map(({ key, subject }): AllRow => ({ id: childId(parent, key), subject }));
    const shown = rows.length;
    if (shown < total) rows.push({ id: childId(parent, MORE_KEY), subject: { kind: "more", shown, total } });
    const ids = rows.map(({ id }) => id);
    const kept = new Set(ids);
    for (const id of this.#below.get(parent) ?? []) if (!kept.has(id)) this.#forget(id);
    this.#below.set(parent, ids);
    for (const row of rows) this.#rows.set(row.id, row);
    return ids;
  }

  /** Forgets a row that the newest answer does not have, with all below it. */
  #forget(id: string): void {
    for (const each of this.#below.get(id) ?? []) this.#forget(each);
    this.#below.delete(id);
    this.#rows.delete(id);
    this.#pages.delete(id);
  }

  #showMore(parent: string, shown: number): void {
    this.#pages.set(parent, shown + PAGE);
    this.#changed.fire(parent === this.rootId ? undefined : [parent]);
  }

  #tellAnew(): void {
    const message = this.#words();
    if (message === this.#message) return;
    this.#message = message;
    this.#told.fire();
  }

  #words(): string {
    if (this.#progress === undefined) return "Looking for documents…";
    const reading = readingWords(this.#progress);
    const narrowed = this.#first && this.#narrowed(this.#first);
    if (reading !== undefined) return narrowed === undefined ? reading : `${reading} ${narrowed}`;
    if (narrowed !== undefined) return narrowed;
    return this.#first?.all === 0 && this.#progress.documents > 0 ? this.#lister.nothing : "";
  }

  #narrowed({ listed, all }: FirstRows): string | undefined {
    const { filter, indirect, uncertainOnly } = this.#options;
    return narrowingMessage({ query: filter, uncertainOnly, withoutIndirect: !indirect, shown: listed, total: all });
  }
}
