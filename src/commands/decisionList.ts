import * as vscode from "vscode";
import type { Span } from "../analysis/analysis.js";
import { HISTORY_COMMANDS } from "../contributions.js";
import type { Decisions } from "../decisions/decisions.js";
import { goInEditor } from "../editor/navigation.js";
import { rangeOf, reviewOf } from "../editor/textPlaces.js";
import { counted, quoted } from "../editor/words.js";
import type { Decision } from "../review/decision.js";
import { decisionWords } from "../review/decisionWords.js";
import type { DocumentReader } from "../review/documentStore.js";
import { type HistoryEntry, historyOf, redoneEntry, undoneEntry } from "../review/history.js";
import type { Placement } from "../review/placement.js";
import type { ReviewedDocument } from "../review/reviewedDocument.js";
import { escapedIcons } from "./entityPick.js";

const MOST_ENTRIES = 5_000;
const LONGEST = 80;

const UNDO: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon("discard"), tooltip: "Undo This" };
const REDO: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon("redo"), tooltip: "Redo This" };

interface EntryItem extends vscode.QuickPickItem {
  readonly entry: HistoryEntry;
  readonly span: Span | undefined;
}

/** Registers the list of what was decided in the document in front: what, when and by whom. Each entry leads to its place. */
export function registerDecisionList(reader: DocumentReader, decisions: Decisions): vscode.Disposable {
  return vscode.commands.registerCommand(HISTORY_COMMANDS.history, () => {
    const editor = vscode.window.activeTextEditor;
    if (editor) showHistory(editor, reader, decisions);
  });
}

function showHistory(editor: vscode.TextEditor, reader: DocumentReader, decisions: Decisions): void {
  const { document } = editor;
  const uri = document.uri.toString();
  const pick = vscode.window.createQuickPick<EntryItem>();
  pick.title = "Decision History";
  pick.placeholder = "What was decided, the newest first; Enter goes there";
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;

  function list(): void {
    const entries = historyOf(decisions.of(uri)).slice(0, MOST_ENTRIES);
    const reviewed = reviewOf(reader, document);
    const places = new Map(reviewed?.placed.map(({ decision, placement }) => [decision.id, placement]));
    pick.items = entries.map((entry) => entryItem(document, reviewed, entry, places));
    if (entries.length === 0) pick.placeholder = "Nothing was decided in this document yet";
  }

  const subscription = decisions.onDidChange((changed) => changed === uri && list());
  pick.onDidChangeActive(([item]) => {
    if (item?.span && reviewOf(reader, document))
      editor.revealRange(rangeOf(document, item.span), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  });
  pick.onDidTriggerItemButton(async ({ item: { entry } }) => {
    const now = decisions.now();
    await decisions.write(document.uri, entry.undone ? redoneEntry(entry, now) : undoneEntry(entry, now));
  });
  pick.onDidAccept(() => {
    const [item] = pick.activeItems;
    if (item?.span && reviewOf(reader, document)) goInEditor(editor, item.span);
    pick.hide();
  });
  pick.onDidHide(() => {
    subscription.dispose();
    pick.dispose();
  });
  list();
  pick.show();
}

function entryItem(
  document: vscode.TextDocument,
  reviewed: ReviewedDocument | undefined,
  entry: HistoryEntry,
  places: ReadonlyMap<string, Placement>,
): EntryItem {
  const [first] = entry.decisions;
  const span = entry.decisions.map((decision) => spanOf(decision, places.get(decision.id), reviewed)).find((one) => one !== undefined);
  const line = span ? `line ${document.positionAt(span.start).line + 1}` : first.target.kind === "span" ? "its words are gone" : "";
  const more = entry.decisions.length > 1 ? ` (${counted(entry.decisions.length, "decision")})` : "";
  const scope = first.scope === "everywhere" ? "everywhere" : "";
  return {
    label: escapedIcons(`${subject(first)}: ${decisionWords(first)}${more}`.replace(/\s+/g, " ")),
    iconPath: new vscode.ThemeIcon(entry.undone ? "discard" : "check"),
    description: [entry.undone ? "undone" : "", scope, line].filter((part) => part !== "").join(" · "),
    detail: escapedIcons(`${entry.creator}, ${new Date(entry.created).toLocaleString()}`),
    buttons: [entry.undone ? REDO : UNDO],
    entry,
    span,
  };
}

/** What a decision is on, in the words of the text. */
function subject({ target }: Decision): string {
  switch (target.kind) {
    case "span":
      return quoted(shortened(target.anchor.exact));
    case "name":
      return shortened(target.name);
    case "document":
      return "This document";
    case "decision":
      return "A comment";
  }
}

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, "")}…` : text;
}

/** Where a decision stands, or the first place of the entity that it names. */
function spanOf({ target }: Decision, placement: Placement | undefined, reviewed: ReviewedDocument | undefined): Span | undefined {
  if (placement && "span" in placement) return placement.span;
  if (target.kind !== "name") return undefined;
  const same = ({ name, aliases }: { readonly name: string; readonly aliases: readonly string[] }) =>
    name === target.name || aliases.includes(target.name);
  return (reviewed?.analysis.entities.find(same) ?? reviewed?.found.entities.find(same))?.mentions[0];
}
