import * as vscode from "vscode";
import type { Span } from "../analysis/analysis.js";
import type { DocumentReader } from "../review/documentStore.js";
import { MARKS, type Mark, markOptions } from "./marks.js";
import { onSettingChange, setting } from "./settings.js";
import { rangeOf, reviewOf, textOf } from "./textPlaces.js";
import { joinedWindows, visibleMarks, withoutLineMarks } from "./visibleMarks.js";

/** Lines marked above and below those in sight, so that scrolling by a little finds them marked. */
const MARGIN_LINES = 40;
/** A window of more text than this is one endless line, of which an editor draws the beginning only. */
const LONGEST_WINDOW = 200_000;

/** Milliseconds in which marks that were set may meet a text that was edited meanwhile, so that they stand on other words. */
const RACE = 300;

const NOTHING: ReadonlyMap<Mark, readonly Span[]> = new Map();

/** Marks names and quotations in the editors in sight. It sets only the kinds of mark whose places changed. */
export class Decorations implements vscode.Disposable {
  readonly #reader: DocumentReader;
  readonly #types: ReadonlyMap<Mark, vscode.TextEditorDecorationType>;
  /** The places of each kind of mark in each editor that has any; "moved" where VS Code has moved them since with the text. */
  readonly #shown = new Map<vscode.TextEditor, ReadonlyMap<Mark, string> | "moved">();
  readonly #disposables: readonly vscode.Disposable[];
  #setAt = 0;

  constructor(reader: DocumentReader) {
    this.#reader = reader;
    this.#types = new Map(MARKS.map((mark) => [mark, vscode.window.createTextEditorDecorationType(markOptions(mark))]));
    this.#disposables = [
      ...this.#types.values(),
      reader.onDidChange((change) => {
        if (change.reason === "front") return;
        for (const editor of vscode.window.visibleTextEditors) {
          if (editor.document.uri.toString() !== change.uri) continue;
          // VS Code moves the marks with the text by itself: they are set anew only where some fall away, or where they were set just now.
          if (change.reason !== "edit" || change.lost || Date.now() - this.#setAt < RACE) this.#update(editor);
          else if (this.#shown.has(editor)) this.#shown.set(editor, "moved");
        }
      }),
      vscode.window.onDidChangeVisibleTextEditors((editors) => {
        for (const editor of [...this.#shown.keys()]) if (!editors.includes(editor)) this.#shown.delete(editor);
        for (const editor of editors) this.#update(editor);
      }),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.#update(textEditor)),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.#update(textEditor)),
      onSettingChange(["marks.names", "marks.quotations", "marks.indirectQuotations", "marks.allMentions"], () => this.updateAll()),
    ];
    this.updateAll();
  }

  updateAll(): void {
    for (const editor of vscode.window.visibleTextEditors) this.#update(editor);
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
    this.#shown.clear();
  }

  #update(editor: vscode.TextEditor): void {
    const { document } = editor;
    const reviewed = reviewOf(this.#reader, document);
    if (!reviewed && !this.#shown.has(editor)) return;
    // While an edit is on its way the store and the document differ: what follows the edit updates the marks.
    if (!reviewed && this.#reader.get(document.uri.toString())) return;
    const marks = reviewed
      ? visibleMarks(
          reviewed,
          windowsOf(editor),
          {
            names: setting("marks.names"),
            quotations: setting("marks.quotations"),
            indirectQuotations: setting("marks.quotations") && setting("marks.indirectQuotations"),
            allMentions: setting("marks.allMentions"),
          },
          document.offsetAt(editor.selection.start),
        )
      : NOTHING;
    const before = this.#shown.get(editor);
    const now = new Map<Mark, string>();
    for (const [mark, type] of this.#types) {
      const spans = marks.get(mark) ?? [];
      const key = spans.map(({ start, end }) => `${start},${end}`).join(";");
      now.set(mark, key);
      if ((before === "moved" ? undefined : (before?.get(mark) ?? "")) !== key) {
        this.#setAt = Date.now();
        editor.setDecorations(
          type,
          (mark === "quotation" ? spans.flatMap((span) => withoutLineMarks(textOf(document, span), span)) : spans).map((span) =>
            rangeOf(document, span),
          ),
        );
      }
    }
    if (reviewed) this.#shown.set(editor, now);
    else this.#shown.delete(editor);
  }
}

/** What is in sight of an editor and a margin around it, as spans. */
function windowsOf({ document, visibleRanges }: vscode.TextEditor): Span[] {
  return joinedWindows(
    visibleRanges.map((range) => {
      const first = Math.max(0, range.start.line - MARGIN_LINES);
      const last = Math.min(document.lineCount - 1, range.end.line + MARGIN_LINES);
      const start = document.offsetAt(new vscode.Position(first, 0));
      const end = document.offsetAt(document.lineAt(last).range.end);
      return { start, end: Math.min(end, start + LONGEST_WINDOW) };
    }),
  );
}
