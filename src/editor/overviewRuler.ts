import * as vscode from "vscode";
import { COLORS, TYPE_COLORS } from "../contributions.js";
import type { DocumentReader } from "../review/documentStore.js";
import type { ReviewedDocument } from "../review/reviewedDocument.js";
import { RULER_MARKS, type RulerMark, rulerRows } from "./rulerRows.js";
import { onSettingChange, setting } from "./settings.js";
import { reviewOf } from "./textPlaces.js";
import { AFTER_MARKS } from "./unhurriedReader.js";

/** A ruler is not many pixels high: more marks of a kind than this would not be told apart. */
const MOST_ROWS = 1000;

/** Marks the whole document in the overview ruler: names at the left, quotations at the right. Set once for each analysis. */
export class OverviewRuler implements vscode.Disposable {
  readonly #reader: DocumentReader;
  readonly #types: ReadonlyMap<RulerMark, vscode.TextEditorDecorationType>;
  /** What each editor shows: an analysis, or nothing. */
  readonly #shown = new WeakMap<vscode.TextEditor, ReviewedDocument["analysis"]>();
  readonly #disposables: readonly vscode.Disposable[];
  /** Documents whose rulers are to be drawn when the marks in sight are set: all the marks of a large one are work of their own. */
  readonly #due = new Set<string>();
  #drawing: NodeJS.Timeout | undefined;

  constructor(reader: DocumentReader) {
    this.#reader = reader;
    this.#types = new Map(RULER_MARKS.map((mark) => [mark, vscode.window.createTextEditorDecorationType(rulerOptions(mark))]));
    this.#disposables = [
      ...this.#types.values(),
      reader.onDidChange(({ reason, uri }) => {
        if (reason !== "front" && reason !== "edit") this.#drawLater(uri);
      }),
      vscode.window.onDidChangeVisibleTextEditors((editors) => {
        for (const editor of editors) this.#drawLater(editor.document.uri.toString());
      }),
      onSettingChange(["marks.names", "marks.quotations", "marks.overviewRuler"], () => {
        for (const editor of vscode.window.visibleTextEditors) {
          this.#shown.delete(editor);
          this.#update(editor, true);
        }
      }),
    ];
    for (const editor of vscode.window.visibleTextEditors) this.#update(editor);
  }

  dispose(): void {
    clearTimeout(this.#drawing);
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #drawLater(uri: string): void {
    this.#due.add(uri);
    this.#drawing ??= setTimeout(() => this.#drawDue(), AFTER_MARKS);
  }

  #drawDue(): void {
    this.#drawing = undefined;
    for (const editor of vscode.window.visibleTextEditors) if (this.#due.has(editor.document.uri.toString())) this.#update(editor);
    this.#due.clear();
  }

  #update(editor: vscode.TextEditor, changed = false): void {
    const reviewed = reviewOf(this.#reader, editor.document);
    if (!reviewed) {
      if (!changed && (!this.#shown.has(editor) || this.#reader.get(editor.document.uri.toString()))) return;
      this.#shown.delete(editor);
      for (const type of this.#types.values()) editor.setDecorations(type, []);
      return;
    }
    if (this.#shown.get(editor) === reviewed.analysis) return;
    this.#shown.set(editor, reviewed.analysis);
    const shown = setting("marks.overviewRuler");
    const names = shown && setting("marks.names");
    const quotations = shown && setting("marks.quotations");
    const linesPerRow = Math.max(1, Math.ceil(editor.document.lineCount / MOST_ROWS));
    const rows = rulerRows(reviewed, rowStarts(editor.document, linesPerRow));
    for (const [mark, type] of this.#types) {
      const on = mark === "quotation" ? quotations : names;
      const lines = on ? (rows.get(mark) ?? []).map((row) => row * linesPerRow) : [];
      editor.setDecorations(
        type,
        lines.map((line) => new vscode.Range(line, 0, line, 1)),
      );
    }
  }
}

function rulerOptions(mark: RulerMark): vscode.DecorationRenderOptions {
  return {
    overviewRulerColor: new vscode.ThemeColor(mark === "quotation" ? COLORS.quotationBorder : TYPE_COLORS[mark]),
    overviewRulerLane: mark === "quotation" ? vscode.OverviewRulerLane.Right : vscode.OverviewRulerLane.Left,
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  };
}

/** The first offset of each row of the ruler. */
function rowStarts(document: vscode.TextDocument, linesPerRow: number): number[] {
  const starts: number[] = [];
  for (let line = 0; line < document.lineCount; line += linesPerRow) starts.push(document.offsetAt(new vscode.Position(line, 0)));
  return starts;
}
