import { randomUUID } from "node:crypto";
import * as vscode from "vscode";
import type { Decisions } from "../decisions/decisions.js";
import { reviewerOf } from "../decisions/reviewer.js";
import type { ReadingParts } from "../editor/readDocuments.js";
import { type Imported, importBrat } from "../export/importBrat.js";
import { importedWords } from "../export/importedWords.js";
import { importW3c } from "../export/importW3c.js";
import { newDecisions } from "../export/newDecisions.js";

/** A file that is larger than this is no set of annotations of one document. */
const LARGEST = 50_000_000;

/** Brings the annotations of another program into the review of the document in front. */
export async function importAnnotations({ reader, decisions, log }: ReadingParts, given: unknown): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document || !reader.state(document.uri.toString())) {
    void vscode.window.showInformationMessage("Open the document under review that the annotations are on first.");
    return;
  }
  const file = given instanceof vscode.Uri ? given : await pickFile(document.uri);
  if (!file) return;
  const { size } = await vscode.workspace.fs.stat(file);
  if (size > LARGEST) {
    void vscode.window.showErrorMessage("That file is too large to hold the annotations of one document.");
    return;
  }
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  const imported = await importedFrom(file, text, document, decisions);
  await decisions.open(document.uri);
  const taken = newDecisions(imported.decisions, decisions.of(document.uri.toString()));
  await decisions.write(document.uri, taken);
  tell(imported, taken.length, log);
}

async function pickFile(document: vscode.Uri): Promise<vscode.Uri | undefined> {
  const picked = await vscode.window.showOpenDialog({
    title: "Import Annotations",
    openLabel: "Import",
    defaultUri: vscode.Uri.joinPath(document, ".."),
    filters: { "Web Annotations and brat": ["json", "jsonld", "jsonl", "ann"] },
  });
  return picked?.[0];
}

async function importedFrom(file: vscode.Uri, text: string, document: vscode.TextDocument, decisions: Decisions): Promise<Imported> {
  const occasion = {
    newId: () => `urn:uuid:${randomUUID()}`,
    now: decisions.now(),
    creator: await reviewerOf(document.uri),
  };
  const path = vscode.workspace.asRelativePath(document.uri, false);
  const read = file.path.toLowerCase().endsWith(".ann") ? importBrat : importW3c;
  return read(text, document.getText(), path, occasion);
}

function tell({ decisions, problems }: Imported, taken: number, log: vscode.LogOutputChannel): void {
  for (const problem of problems) log.warn(problem);
  const message = importedWords(taken, problems, decisions.length - taken);
  if (problems.length === 0) void vscode.window.showInformationMessage(message);
  else void vscode.window.showWarningMessage(message);
}
