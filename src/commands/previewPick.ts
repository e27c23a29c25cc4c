import * as vscode from "vscode";
import type { Span } from "../analysis/analysis.js";
import { goInEditor } from "../editor/navigation.js";
import { rangeOf } from "../editor/textPlaces.js";

export interface PlaceItem extends vscode.QuickPickItem {
  readonly span: Span;
}

export interface PickText {
  readonly title: string;
  readonly placeholder: string;
}

/**
 * Lets the reader pick a place of the document in an editor. Moving through the list shows each place; Escape returns to the old place and view.
 * @param items with places of the document's present text; after an edit nothing more is shown.
 * @param here the item that the cursor is on, which the list starts at.
 */
export function pickPlace(editor: vscode.TextEditor, items: readonly PlaceItem[], here: PlaceItem | undefined, text: PickText): void {
  const { document, selections, visibleRanges } = editor;
  const { version } = document;
  const preview = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor("editor.findMatchHighlightBackground"),
    borderColor: new vscode.ThemeColor("editor.findMatchHighlightBorder"),
    borderStyle: "solid",
    borderWidth: "1px",
  });
  const pick = vscode.window.createQuickPick<PlaceItem>();
  let chosen = false;
  let moved = false;

  function show(item: PlaceItem | undefined): void {
    // Nothing moves before the reader does.
    if (!item || document.version !== version || (!moved && item === (here ?? items[0]))) return;
    const range = rangeOf(document, item.span);
    editor.setDecorations(preview, [range]);
    // In the middle, where the list does not hide it.
    editor.revealRange(range, vscode.TextEditorRevealType.InCenter);
    moved = true;
  }

  function goBack(): void {
    editor.selections = selections;
    const top = visibleRanges[0]?.start;
    if (moved && top) editor.revealRange(new vscode.Range(top, top), vscode.TextEditorRevealType.AtTop);
  }

  pick.title = text.title;
  pick.placeholder = text.placeholder;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.items = items;
  if (here) pick.activeItems = [here];
  pick.onDidChangeActive(([item]) => show(item));
  pick.onDidAccept(() => {
    const [item] = pick.activeItems;
    if (!item) return;
    chosen = true;
    if (document.version === version) goInEditor(editor, item.span);
    pick.hide();
  });
  pick.onDidHide(() => {
    if (!chosen) goBack();
    preview.dispose();
    pick.dispose();
  });
  pick.show();
}
