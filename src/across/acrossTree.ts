import * as vscode from "vscode";
import type { Page } from "../collection/answers.js";
import { VIEWS } from "../contributions.js";
import type { GatheringProgress } from "../gathering/gatherProtocol.js";
import { messageWhenSeen } from "../sidebar/messageWhenSeen.js";
import { acrossItem } from "./acrossItems.js";
import { type AcrossGroup, type AcrossRow, GROUPS, idOf } from "./acrossRows.js";
import type { CollectionClient } from "./collectionClient.js";
import { progressWords } from "./progressWords.js";
import { Redrawing } from "./redrawing.js";

/** Rows of one list that are shown at first, and again with every Show More. */
const PAGE = 200;

/** More dates than this stand below their years. */
const MOST_WITHOUT_YEARS = 50;

/** What the documents of the workspace say, side by side. It holds the rows that are shown, nothing else. */
export class AcrossTree implements vscode.TreeDataProvider<AcrossRow>, vscode.Disposable {
  readonly #client: CollectionClient;
  readonly #changed = new vscode.EventEmitter<AcrossRow | undefined>();
  readonly #view: vscode.TreeView<AcrossRow>;
  readonly #message: vscode.Disposable;
  /** How many rows are shown of each list that shows more than a page. */
  readonly #shown = new Map<string, number>();
  readonly #redrawing = new Redrawing(() => this.refresh());

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(client: CollectionClient) {
    this.#client = client;
    this.#view = vscode.window.createTreeView(VIEWS.acrossDocuments, { treeDataProvider: this, canSelectMany: true });
    this.#message = messageWhenSeen(this.#view);
  }

  get selection(): readonly AcrossRow[] {
    return this.#view.selection;
  }

  /** What the view says above its rows. */
  get message(): string | undefined {
    return this.#view.message;
  }

  /** Shows how far the gathering is, and what the collection says now. */
  tell(progress: GatheringProgress, version: number): void {
    const message = progressWords(progress);
    if (this.#view.message !== message) this.#view.message = message;
    this.#redrawing.tell(progress, version);
  }

  refresh(): void {
    this.#changed.fire(undefined);
  }

  showMore(row: AcrossRow): void {
    if (row.kind !== "more") return;
    this.#shown.set(idOf(row.parent), row.shown + PAGE);
    this.#changed.fire(row.parent);
  }

  getTreeItem(row: AcrossRow): vscode.TreeItem {
    return acrossItem(row);
  }

  async getChildren(row?: AcrossRow): Promise<AcrossRow[]> {
    if (!row) return this.#redrawing.timed(this.#groups());
    switch (row.kind) {
      case "group":
        if (row.group === "dates" && row.total > MOST_WITHOUT_YEARS) return this.#years();
        return this.#paged(row, (count) => this.#rowsOf(row.group, count));
      case "year":
        return this.#paged(row, async (count) => {
          const { year } = row.year;
          const page = await this.#client.ask("datesInOrder", { from: year, to: year, count });
          return pageOfRows(page, (date): AcrossRow => ({ kind: "date", date }));
        });
      case "utterance":
        return this.#paged(row, async (count) => {
          const page = await this.#client.ask("versionsOf", row.utterance.id, { count });
          const first = page?.items[0] ?? null;
          return pageOfRows(page, (version): AcrossRow => ({ kind: "version", version, first: version === first ? null : first }));
        });
      case "source":
        return this.#paged(row, async (count) => {
          const page = await this.#client.ask("statementsOf", row.source.id, { count });
          return pageOfRows(page, (statement): AcrossRow => ({ kind: "statement", statement }));
        });
      default:
        return [];
    }
  }

  dispose(): void {
    this.#redrawing.dispose();
    this.#message.dispose();
    this.#view.dispose();
    this.#changed.dispose();
  }

  async #groups(): Promise<AcrossRow[]> {
    if (!this.#redrawing.hasBegun) return [];
    const totals = await Promise.all(GROUPS.map((group) => this.#rowsOf(group, 0)));
    return GROUPS.map((group, i): AcrossRow => ({ kind: "group", group, total: totals[i].total }));
  }

  async #years(): Promise<AcrossRow[]> {
    const years = (await this.#client.ask("years")) ?? [];
    return years.map((year): AcrossRow => ({ kind: "year", year }));
  }

  async #rowsOf(group: AcrossGroup, count: number): Promise<Page<AcrossRow>> {
    switch (group) {
      case "quotations":
        return pageOfRows(await this.#client.ask("quotationGroups", { count }), (utterance) => ({ kind: "utterance", utterance }));
      case "unnamed":
        return pageOfRows(await this.#client.ask("unnamedSources", { count }), (source) => ({ kind: "source", source }));
      case "dates":
        return pageOfRows(await this.#client.ask("datesInOrder", { count }), (date) => ({ kind: "date", date }));
    }
  }

  async #paged(parent: AcrossRow, ask: (count: number) => Promise<Page<AcrossRow>>): Promise<AcrossRow[]> {
    const { items, total } = await ask(this.#shown.get(idOf(parent)) ?? PAGE);
    return items.length < total ? [...items, { kind: "more", parent, shown: items.length, total }] : [...items];
  }
}

/** The rows of an answer; none where there is no answer. */
function pageOfRows<T>(page: Page<T> | null, rowOf: (item: T) => AcrossRow): Page<AcrossRow> {
  return page ? { items: page.items.map(rowOf), total: page.total } : { items: [], total: 0 };
}
