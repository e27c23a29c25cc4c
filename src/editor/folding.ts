import * as vscode from "vscode";
import type { DocumentReader } from "../review/documentStore.js";
import { documentOutline, type OutlineNode } from "../review/outline.js";
import { settledReviewOf } from "./textPlaces.js";

/** Folds headings with what follows them, quotations of several paragraphs, and the boilerplate. */
export function foldingProvider(reader: DocumentReader): vscode.FoldingRangeProvider {
  return {
    async provideFoldingRanges(document, _context, token): Promise<vscode.FoldingRange[] | undefined> {
      const reviewed = await settledReviewOf(reader, document, token);
      if (!reviewed) return undefined;
      const ranges: vscode.FoldingRange[] = [];
      for (const node of documentOutline(reviewed.analysis)) addRanges(document, node, ranges);
      return ranges;
    },
  };
}

function addRanges(document: vscode.TextDocument, node: OutlineNode, ranges: vscode.FoldingRange[]): void {
  const first = document.positionAt(node.start).line;
  let last = document.positionAt(node.end).line;
  while (last > first && document.lineAt(last).isEmptyOrWhitespace) last--;
  // The headline would fold the whole document away.
  if (last > first && !(node.kind === "section" && node.section.kind === "headline")) ranges.push(new vscode.FoldingRange(first, last));
  for (const child of node.children) addRanges(document, child, ranges);
}
