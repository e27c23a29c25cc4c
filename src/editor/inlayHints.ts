import * as vscode from "vscode";
import type { DocumentReader } from "../review/documentStore.js";
import { UNDECIDED } from "../review/review.js";
import { literal } from "./literal.js";
import { standingWords } from "./reviewWords.js";
import { onSettingChange, setting } from "./settings.js";
import { rangeOf, reviewOf, textOf, wordsOf } from "./textPlaces.js";
import { isUncertain, isWorthShowing, speakerName } from "./words.js";

/** Letters that are written from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;
/** So far to both sides of a quotation's end stand the words of its row, in UTF-16 code units. */
const ROW = 400;

/** Shows the speaker after each quotation. */
export class SpeakerHints implements vscode.InlayHintsProvider, vscode.Disposable {
  readonly #reader: DocumentReader;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #disposables: readonly vscode.Disposable[];
  readonly onDidChangeInlayHints = this.#changed.event;

  constructor(reader: DocumentReader) {
    this.#reader = reader;
    this.#disposables = [
      this.#changed,
      reader.onDidChange(({ reason }) => {
        if (reason === "analysis" || reason === "decisions" || reason === "closed") this.#changed.fire();
      }),
      onSettingChange(["marks.speakers", "marks.indirectQuotations"], () => this.#changed.fire()),
    ];
  }

  provideInlayHints(document: vscode.TextDocument, range: vscode.Range): vscode.InlayHint[] | undefined {
    const reviewed = setting("marks.speakers") ? reviewOf(this.#reader, document) : undefined;
    if (!reviewed) return undefined;
    const indirectToo = setting("marks.indirectQuotations");
    const hints: vscode.InlayHint[] = [];
    // A quotation and one in it may end together: their speaker is named once.
    const named = new Set<string>();
    for (const quote of reviewed.index.quotesIn(document.offsetAt(range.start), document.offsetAt(range.end) + 1)) {
      const { speaker } = quote;
      const name = speakerName(reviewed, quote, (span) => wordsOf(document, span, 60));
      if (quote.kind === "indirect" && !indirectToo) continue;
      const standing = standingWords(reviewed.review.quotes.get(quote.id)?.standing ?? UNDECIDED.standing);
      const parts: vscode.InlayHintLabelPart[] = [];
      if (speaker && name !== null && isWorthShowing(quote, speaker, name, wordsOf(document, speaker, 60))) {
        const label = new vscode.InlayHintLabelPart(`— ${name}${isUncertain(speaker) ? "?" : ""}`);
        label.location = new vscode.Location(document.uri, rangeOf(document, speaker));
        if (!named.has(`${quote.end} ${label.value}`)) parts.push(label);
        named.add(`${quote.end} ${label.value}`);
      }
      if (standing !== "") parts.push(new vscode.InlayHintLabelPart(`${parts.length > 0 ? " " : ""}· ${standing}`));
      if (parts.length === 0) continue;
      const isRightToLeft = RIGHT_TO_LEFT.test(textOf(document, { start: Math.max(0, quote.end - ROW), end: quote.end + ROW }));
      // In a row with such letters VS Code does not draw a mark that ends at a hint's padding: there it is a space.
      if (isRightToLeft) parts.unshift(new vscode.InlayHintLabelPart(" "));
      const hint = new vscode.InlayHint(document.positionAt(quote.end), parts);
      hint.paddingLeft = !isRightToLeft;
      if (speaker) hint.tooltip = new vscode.MarkdownString(literal(`${speaker.rule} (${Math.round(speaker.confidence * 100)} %)`));
      hints.push(hint);
    }
    return hints;
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }
}
