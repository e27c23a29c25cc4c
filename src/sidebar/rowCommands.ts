import { commands, type Disposable, env, Range, Selection, window } from "vscode";
import { ACROSS_COMMANDS, DECISION_COMMANDS, ROW_COMMANDS, SIDEBAR_COMMANDS } from "../contributions.js";
import { isCompared } from "../editor/navigation.js";
import { copiedName, copiedQuotation, copiedRows } from "./model/copiedText.js";
import { firstMention, type Place, placeOf } from "./model/place.js";
import type { PlacedNode } from "./model/treeModel.js";
import type { Subject } from "./model/treeNode.js";
import { rangeOf } from "./openDocuments.js";
import type { Sidebar } from "./sidebar.js";
import { VIEWS, viewOfRow } from "./views.js";

/** Registers what can be done with a row: by a click, by Enter, and from its context menu. */
export function registerRowCommands(sidebar: Sidebar): readonly Disposable[] {
  const register = (command: string, run: (row: PlacedNode) => Promise<void> | void) =>
    commands.registerCommand(command, (id: unknown) => {
      const inAll = typeof id === "string" ? sidebar.treeOfAll(id) : undefined;
      if (inAll && typeof id === "string") return inAll.runInAll(command, id);
      const row = typeof id === "string" ? sidebar.find(id) : undefined;
      return row && run(row);
    });
  return [
    register(SIDEBAR_COMMANDS.open, ({ node }) => goTo(placeOf(node.subject), { keepFocus: true })),
    register(SIDEBAR_COMMANDS.showMore, ({ id }) => {
      const view = viewOfRow(id);
      if (view) sidebar.trees[view].showMore(id);
    }),
    register(SIDEBAR_COMMANDS.goToFirst, ({ node }) => goTo(firstPlace(node.subject), { keepFocus: false })),
    register(SIDEBAR_COMMANDS.findMentions, async ({ node }) => {
      await goTo(firstPlace(node.subject), { keepFocus: false });
      await commands.executeCommand("references-view.findReferences");
    }),
    register(SIDEBAR_COMMANDS.copyName, ({ node }) => copy(copiedName(node.subject))),
    register(SIDEBAR_COMMANDS.copyQuotation, ({ node: { subject } }) =>
      copy(subject.kind === "quotation" ? copiedQuotation(subject.document, subject.quote) : undefined),
    ),
    register(SIDEBAR_COMMANDS.copyText, ({ node }) => copy(copiedRows(node))),
    commands.registerCommand(ROW_COMMANDS[DECISION_COMMANDS.rename], (given: unknown) => rename(sidebar, given)),
    ...Object.entries(ROW_COMMANDS)
      .filter(([command]) => command !== DECISION_COMMANDS.rename)
      .map(([command, ofRow]) => commands.registerCommand(ofRow, (...given: unknown[]) => commands.executeCommand(command, ...given))),
  ];
}

/** Renames what a row is about. @param given the row's id, or the view whose row has the keyboard, which VS Code tells of where it is selected alone. */
async function rename(sidebar: Sidebar, given: unknown): Promise<void> {
  const view = VIEWS.find((name) => name === given);
  if (view) await commands.executeCommand("list.selectAndPreserveFocus");
  const id = view ? sidebar.trees[view].selection[0] : given;
  if (typeof id !== "string") return;
  if (sidebar.treeOfAll(id)) await commands.executeCommand(ACROSS_COMMANDS.rename, id);
  else if (isNamed(sidebar.find(id)?.node.subject.kind)) await commands.executeCommand(DECISION_COMMANDS.rename, id);
}

function isNamed(kind: Subject["kind"] | undefined): boolean {
  return kind === "entity" || kind === "speaker" || kind === "mention";
}

/** The first place of what a row is about: for a mention, that of its entity. */
function firstPlace(subject: Subject): Place | undefined {
  if (subject.kind !== "entity" && subject.kind !== "mention" && subject.kind !== "speaker") return placeOf(subject);
  const span = firstMention(subject.entity);
  return span && { uri: subject.document.reviewed.uri, span };
}

/** Shows a place in the editor that shows its document already, else in the active group. */
async function goTo(place: Place | undefined, { keepFocus }: { readonly keepFocus: boolean }): Promise<void> {
  if (!place) return;
  const { uri, range } = rangeOf(place.uri, place.span.start, place.span.end);
  const visible = window.visibleTextEditors.find((editor) => editor.document.uri.toString() === place.uri);
  const selection = range.isSingleLine ? range : new Range(range.start, range.start);
  if (visible && isCompared(place.uri)) {
    visible.selection = new Selection(selection.start, selection.end);
    visible.revealRange(range);
    return;
  }
  const shown = visible?.viewColumn;
  await window.showTextDocument(uri, { selection, preserveFocus: keepFocus, preview: true, ...(shown ? { viewColumn: shown } : {}) });
}

async function copy(text: string | undefined): Promise<void> {
  if (text !== undefined) await env.clipboard.writeText(text);
}
