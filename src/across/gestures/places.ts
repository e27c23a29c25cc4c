import * as vscode from "vscode";
import type { Span } from "../../analysis/analysis.js";
import type { DocumentText } from "../../sidebar/model/listedDocument.js";

/** The range of a span in a text that no editor needs to hold. */
export function rangeIn(text: DocumentText, { start, end }: Span): vscode.Range {
  return new vscode.Range(positionIn(text, start), positionIn(text, end));
}

function positionIn(text: DocumentText, offset: number): vscode.Position {
  const { number, start, end } = text.lineAt(offset);
  return new vscode.Position(number - 1, Math.min(offset, end) - start);
}
