import * as vscode from "vscode";
import { LOOK_COMMANDS, SIDEBAR_CONTEXT_KEYS, VIEWS } from "../contributions.js";
import type { DocumentReader } from "../review/documentStore.js";
import { inOneRow, shortened } from "../sidebar/model/excerpt.js";
import { LOOK_KINDS, type Look, type LookKind, lookDescription, looksOf } from "./looks.js";

/** A row of the view. */
export type LookRow =
  | { readonly kind: "group"; readonly uri: string; readonly group: LookKind; readonly looks: readonly Look[] }
  | { readonly kind: "look"; readonly uri: string; readonly look: Look };

const GROUPS: Readonly<Record<LookKind, { readonly label: string; readonly icon: string }>> = {
  "needs-look": { label: "Need a Look", icon: "eye" },
  gone: { label: "Words Gone", icon: "debug-disconnect" },
  moved: { label: "Moved", icon: "arrow-both" },
  "in-place": { label: "In Place", icon: "pass" },
};

/** Rows under one heading: more than this VS Code draws slowly, and nobody reads. */
const MOST_ROWS = 500;
const LONGEST_WORDS = 120;
/** Milliseconds that the view waits, so that several changes draw it once. */
const PATIENCE = 100;

export function isLookRow(value: unknown): value is LookRow {
  return typeof value === "object" && value !== null && "kind" in value && (value.kind === "group" || value.kind === "look");
}

/** The decisions on the document in front by how they stand in its present text. */
export class LookTree implements vscode.TreeDataProvider<LookRow>, vscode.Disposable {
  readonly #reader: DocumentReader;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #view: vscode.TreeView<LookRow>;
  readonly #disposables: readonly vscode.Disposable[];
  #timer: NodeJS.Timeout | undefined;
  #groups: readonly LookRow[] = [];

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(reader: DocumentReader) {
    this.#reader = reader;
    this.#view = vscode.window.createTreeView(VIEWS.secondLook, { treeDataProvider: this, canSelectMany: true });
    this.#disposables = [
      this.#view,
      this.#changed,
      reader.onDidChange(({ reason, uri }) => {
        if (reason === "front" || (uri === reader.front && reason !== "edit")) this.#refreshSoon();
      }),
    ];
    this.refresh();
  }

  /** The rows of the first level, as they are shown. */
  get groups(): readonly LookRow[] {
    return this.#groups;
  }

  get selection(): readonly LookRow[] {
    return this.#view.selection;
  }

  getTreeItem(row: LookRow): vscode.TreeItem {
    return row.kind === "group" ? groupItem(row.group, row.looks.length) : lookItem(row);
  }

  getChildren(row?: LookRow): LookRow[] {
    if (!row) return [...this.#groups];
    if (row.kind === "look") return [];
    return row.looks.slice(0, MOST_ROWS).map((look) => ({ kind: "look", uri: row.uri, look }));
  }

  /** Shows the newest state. */
  refresh(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { front } = this.#reader;
    const reviewed = front === undefined ? undefined : this.#reader.get(front);
    const looks = looksOf(reviewed?.placed ?? []);
    const rows = LOOK_KINDS.map((group): LookRow => ({ kind: "group", uri: front ?? "", group, looks: looks.get(group) ?? [] }));
    this.#groups = rows.filter((row) => row.kind === "group" && row.looks.length > 0);
    const waiting = (looks.get("needs-look")?.length ?? 0) + (looks.get("gone")?.length ?? 0);
    this.#view.badge = waiting > 0 ? { value: waiting, tooltip: `${waiting} to look at again` } : undefined;
    void vscode.commands.executeCommand("setContext", SIDEBAR_CONTEXT_KEYS.noLooks, reviewed !== undefined && this.#groups.length === 0);
    this.#changed.fire(undefined);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #refreshSoon(): void {
    this.#timer ??= setTimeout(() => this.refresh(), PATIENCE);
  }
}

function groupItem(group: LookKind, count: number): vscode.TreeItem {
  const urgent = group === "needs-look" || group === "gone";
  const { label, icon } = GROUPS[group];
  const item = new vscode.TreeItem(label, urgent ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed);
  item.id = group;
  item.description = count > MOST_ROWS ? `${MOST_ROWS} of ${count} shown` : String(count);
  item.iconPath = new vscode.ThemeIcon(icon);
  item.contextValue = `group-${group}`;
  return item;
}

function lookItem(row: LookRow & { readonly kind: "look" }): vscode.TreeItem {
  const { look } = row;
  const words = shortened(inOneRow(look.target.anchor.exact), LONGEST_WORDS);
  const item = new vscode.TreeItem(words);
  item.id = look.decision.id;
  item.description = lookDescription(look);
  item.tooltip = `${words}\n${item.description}`;
  item.accessibilityInformation = { label: `${words}, ${item.description}` };
  item.contextValue = look.kind;
  item.command = { command: LOOK_COMMANDS.compare, title: "Compare Then and Now", arguments: [row] };
  return item;
}
