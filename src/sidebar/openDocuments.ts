import { Position, Range, type TextDocument, Uri, workspace } from "vscode";
import { hasLineNumbers, LINES_READ, withoutNumbersBetweenLines } from "../analysis/lineNumbers.js";
import type { ReviewedDocument } from "../review/reviewedDocument.js";
import type { DocumentText, ListedDocument, TextLine } from "./model/listedDocument.js";

/** The text of an open document. */
class OpenText implements DocumentText {
  constructor(private readonly document: TextDocument) {}

  lineAt(offset: number): TextLine {
    const { line } = this.document.positionAt(offset);
    const { range } = this.document.lineAt(line);
    return { number: line + 1, start: this.document.offsetAt(range.start), end: this.document.offsetAt(range.end) };
  }

  slice(start: number, end: number): string {
    const words = this.document.getText(new Range(this.document.positionAt(start), this.document.positionAt(end)));
    if (!words.includes("\n") || !hasLineNumbers(this.document.getText(new Range(0, 0, 2 * LINES_READ, 0)))) return words;
    return withoutNumbersBetweenLines(words);
  }
}

/** @returns the documents as the trees list them, without those that are not open any more. */
export function listedDocuments(documents: readonly ReviewedDocument[]): readonly ListedDocument[] {
  const open = new Map(workspace.textDocuments.map((document) => [document.uri.toString(), document]));
  return documents.flatMap((reviewed) => {
    const document = open.get(reviewed.uri);
    return document ? [listed(reviewed, document)] : [];
  });
}

function listed(reviewed: ReviewedDocument, document: TextDocument): ListedDocument {
  const path = workspace.asRelativePath(document.uri);
  const name = path.slice(path.lastIndexOf("/") + 1);
  return { reviewed, title: reviewed.analysis.document.title ?? name, path, text: new OpenText(document) };
}

/** @returns where a span of an open document stands; the start of the document where it is not open. */
export function rangeOf(uri: string, start: number, end: number): { readonly uri: Uri; readonly range: Range } {
  const document = workspace.textDocuments.find((candidate) => candidate.uri.toString() === uri);
  const origin = new Position(0, 0);
  const range = document ? new Range(document.positionAt(start), document.positionAt(end)) : new Range(origin, origin);
  return { uri: document?.uri ?? Uri.parse(uri), range };
}
