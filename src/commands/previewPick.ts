import * as vscode from "vscode";
import type { Span } from "../analysis/analysis.js";
import { goInEditor } from "../editor/navigation.js";
import { rangeOf } from "../editor/textPlaces.js";

export interface PlaceItem extends vscode.QuickPickItem {
  readonly span: Span;
}

/** Something that leads elsewhere than into the document in front. */
export interface OtherItem extends vscode.QuickPickItem {
  readonly open: () => Promise<void>;
}

/** Finds what the list offers beside its own items, for what was typed. */
export type FindOthers = (query: string) => Promise<readonly OtherItem[]>;

type Item = PlaceItem | OtherItem | (vscode.QuickPickItem & { readonly kind: vscode.QuickPickItemKind.Separator });

export interface PickText {
  readonly title: string;
  readonly placeholder: string;
}

/**
 * Lets the reader pick a place of the document in an editor. Moving through the list shows each place; Escape returns to the old place and view.
 * @param items with places of the document's present text; after an edit nothing more is shown.
 * @param here the item that the cursor is on, which the list starts at.
 * @param others what else is offered.
 */
export function pickPlace(
  editor: vscode.TextEditor,
  items: readonly PlaceItem[],
  here: PlaceItem | undefined,
  text: PickText,
  others?: FindOthers,
): void {
  const { document, selections, visibleRanges } = editor;
  const { version } = document;
  const preview = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor("editor.findMatchHighlightBackground"),
    borderColor: new vscode.ThemeColor("editor.findMatchHighlightBorder"),
    borderStyle: "solid",
    borderWidth: "1px",
  });
  const pick = vscode.window.createQuickPick<Item>();
  let chosen = false;
  let moved = false;

  function show(item: Item | undefined): void {
    // Nothing moves before the reader does.
    if (!item || !("span" in item) || document.version !== version || (!moved && item === (here ?? items[0]))) return;
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
  const ended = others && offerOthers(pick, items, others);
  pick.onDidChangeActive(([item]) => show(item));
  pick.onDidAccept(() => {
    const [item] = pick.activeItems;
    if (!item) return;
    chosen = true;
    if ("open" in item) void item.open();
    else if ("span" in item && document.version === version) goInEditor(editor, item.span);
    pick.hide();
  });
  pick.onDidHide(() => {
    if (!chosen) goBack();
    ended?.dispose();
    preview.dispose();
    pick.dispose();
  });
  pick.show();
}

/** Lets the reader pick something where no document under review is in front. */
export function pickOther(text: PickText, others: FindOthers): void {
  const pick = vscode.window.createQuickPick<Item>();
  pick.title = text.title;
  pick.placeholder = text.placeholder;
  const ended = offerOthers(pick, [], others);
  pick.onDidAccept(() => {
    const [item] = pick.activeItems;
    if (item && "open" in item) void item.open();
    pick.hide();
  });
  pick.onDidHide(() => {
    ended.dispose();
    pick.dispose();
  });
  pick.show();
}

/** Puts what else is found below a list's own items, anew for what is typed. */
function offerOthers(pick: vscode.QuickPick<Item>, items: readonly PlaceItem[], find: FindOthers): vscode.Disposable {
  let isOver = false;
  async function offer(): Promise<void> {
    const { value } = pick;
    const found = await find(value);
    if (isOver || pick.value !== value) return;
    const active = pick.activeItems;
    pick.keepScrollPosition = true;
    pick.items = [
      ...items,
      ...(found.length > 0 ? [{ label: "All documents", kind: vscode.QuickPickItemKind.Separator as const }] : []),
      ...found,
    ];
    const kept = active.filter((item) => pick.items.includes(item));
    if (kept.length > 0) pick.activeItems = kept;
  }
  void offer();
  const typed = pick.onDidChangeValue(() => void offer());
  return new vscode.Disposable(() => {
    isOver = true;
    typed.dispose();
  });
}
