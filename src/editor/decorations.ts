import * as vscode from "vscode";
import type { Span } from "../analysis/analysis.js";
import type { DocumentReader } from "../review/documentStore.js";
import type { ReviewedDocument } from "../review/reviewedDocument.js";
import type { TextEdit } from "../review/textEdits.js";
import { MARKS, type Mark, markOptions } from "./marks.js";
import { movedMarks } from "./movedMarks.js";
import { onSettingChange, setting } from "./settings.js";
import { rangeOf, reviewOf, textOf } from "./textPlaces.js";
import { joinedWindows, visibleMarks, withoutLineMarks } from "./visibleMarks.js";

/** Lines marked above and below those in sight, so that scrolling by a little finds them marked. */
const MARGIN_LINES = 40;
/** A window of more text than this is one endless line, of which an editor draws the beginning only. */
const LONGEST_WINDOW = 200_000;

/** A context key of no other use: VS Code answers when it is set. */
const MARKED = "sourceReview.marked";

const NOTHING: ReadonlyMap<Mark, readonly Span[]> = new Map();

/** The marks that the cursor's place decides. */
const CURSOR_MARKS: readonly Mark[] = ["current", "cursor"];

/** A kind of mark in an editor. */
interface Placed {
  /** Where they stand, with what VS Code has moved them by since; null where that is not known. */
  readonly spans: readonly Span[] | null;
  /** The number of the message that set them. */
  readonly message: number;
  /** How many times in a row an edit met them on their way. */
  readonly met: number;
}

/** Marks that edits met so many times on their way are taken away until the typing rests: no mark is better than one on other words. */
const MOST_MET = 2;

/**
 * Marks names and quotations in the editors in sight. VS Code moves the marks with the text by itself: only the kinds are set that stand
 * elsewhere than they should. Marks that are set may meet a text that was edited while they were on their way, and stand on other words:
 * until the window has taken them, an edit has them set anew.
 */
export class Decorations implements vscode.Disposable {
  readonly #reader: DocumentReader;
  readonly #types: ReadonlyMap<Mark, vscode.TextEditorDecorationType>;
  readonly #shown = new Map<vscode.TextEditor, ReadonlyMap<Mark, Placed>>();
  readonly #disposables: readonly vscode.Disposable[];
  /** The number of the last message with marks, and of the last that the window has taken. */
  #sent = 0;
  #taken = 0;

  constructor(reader: DocumentReader) {
    this.#reader = reader;
    this.#types = new Map(MARKS.map((mark) => [mark, vscode.window.createTextEditorDecorationType(markOptions(mark))]));
    this.#disposables = [
      ...this.#types.values(),
      reader.onDidChange((change) => {
        if (change.reason === "front") return;
        for (const editor of vscode.window.visibleTextEditors) {
          if (editor.document.uri.toString() !== change.uri) continue;
          if (change.reason !== "edit") this.#update(editor, "afresh");
          else if (this.#move(editor, change.edits) || change.lost) this.#update(editor);
        }
      }),
      vscode.window.onDidChangeVisibleTextEditors((editors) => {
        for (const editor of [...this.#shown.keys()]) if (!editors.includes(editor)) this.#shown.delete(editor);
        for (const editor of editors) this.#update(editor);
      }),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.#update(textEditor)),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.#update(textEditor, "cursor")),
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

  /** Follows the marks of an editor through edits. @returns whether some were on their way meanwhile. */
  #move(editor: vscode.TextEditor, edits: readonly TextEdit[]): boolean {
    const shown = this.#shown.get(editor);
    if (!shown) return false;
    let haveMet = false;
    const moved = new Map<Mark, Placed>();
    for (const [mark, { spans, message, met }] of shown) {
      const isMet = message > this.#taken && spans?.length !== 0;
      haveMet ||= isMet;
      if (isMet) moved.set(mark, { spans: null, message, met: met + 1 });
      else moved.set(mark, { spans: spans && movedMarks(spans, edits), message, met: met < MOST_MET ? 0 : met });
    }
    this.#shown.set(editor, moved);
    return haveMet;
  }

  /** @param which "cursor": only the marks that follow the cursor; "afresh": those too that were taken away. */
  #update(editor: vscode.TextEditor, which: "all" | "cursor" | "afresh" = "all"): void {
    const { document } = editor;
    const reviewed = reviewOf(this.#reader, document);
    const before = this.#shown.get(editor);
    if (!reviewed && !before) return;
    // While an edit is on its way the store and the document differ: what follows the edit updates the marks.
    if (!reviewed && this.#reader.get(document.uri.toString())) return;
    const wanted = reviewed ? this.#wanted(editor, reviewed) : NOTHING;
    const now = new Map(before);
    const message = this.#sent + 1;
    for (const [mark, type] of this.#types) {
      if (before && which === "cursor" && !CURSOR_MARKS.includes(mark)) continue;
      // A kind that never was in an editor is not taken away.
      const placed = before?.get(mark) ?? { spans: [], message: 0, met: 0 };
      const met = which === "afresh" ? 0 : placed.met;
      const spans = met < MOST_MET ? (wanted.get(mark) ?? []) : [];
      if (placed.spans && areSame(placed.spans, spans)) continue;
      this.#sent = message;
      now.set(mark, { spans, message, met });
      editor.setDecorations(
        type,
        spans.map((span) => rangeOf(document, span)),
      );
    }
    if (reviewed) this.#shown.set(editor, now);
    else this.#shown.delete(editor);
    if (this.#sent === message) this.#learnWhenTaken(message);
  }

  /** The marks that an editor should show. */
  #wanted(editor: vscode.TextEditor, reviewed: ReviewedDocument): ReadonlyMap<Mark, readonly Span[]> {
    const { document, selection } = editor;
    const shown = {
      names: setting("marks.names"),
      quotations: setting("marks.quotations"),
      indirectQuotations: setting("marks.quotations") && setting("marks.indirectQuotations"),
      allMentions: setting("marks.allMentions"),
    };
    const wanted = new Map(visibleMarks(reviewed, windowsOf(editor), shown, document.offsetAt(selection.start)));
    const quotations = wanted.get("quotation");
    if (quotations) {
      wanted.set(
        "quotation",
        quotations.flatMap((span) => withoutLineMarks(textOf(document, span), span)),
      );
    }
    return wanted;
  }

  /** The window takes messages in their order: when it answers one that was sent behind the marks, it has taken these. */
  #learnWhenTaken(message: number): void {
    const learn = () => {
      this.#taken = Math.max(this.#taken, message);
    };
    void vscode.commands.executeCommand("setContext", MARKED, true).then(learn, learn);
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

function areSame(a: readonly Span[], b: readonly Span[]): boolean {
  return a.length === b.length && a.every(({ start, end }, i) => start === b[i].start && end === b[i].end);
}
