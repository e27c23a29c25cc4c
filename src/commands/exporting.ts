import * as vscode from "vscode";
import { type ReadDocuments, type ReadingParts, readDocuments } from "../editor/readDocuments.js";
import type { ReviewSelection } from "../editor/reviewSelection.js";
import { counted } from "../editor/words.js";
import { type ExportFormat, exportedFiles, relativeIri, reportName } from "../export/exports.js";
import type { AddressOf } from "../export/markdown.js";
import { documentIri } from "../review/documentPath.js";
import { type Sources, type WrittenFile, writeInto, writeTo } from "./writeExport.js";

interface FormatItem extends vscode.QuickPickItem {
  readonly format: ExportFormat;
  /** The ending of the one file; null where each document gets files of its own. */
  readonly ending: string | null;
}

const FORMATS: readonly FormatItem[] = [
  { format: "markdown", ending: "md", label: "Markdown", description: "a report to read" },
  { format: "csv", ending: "csv", label: "CSV", description: "a table of names and quotations" },
  { format: "json", ending: "json", label: "JSON", description: "everything, for programs" },
  { format: "w3c", ending: "jsonld", label: "W3C Web Annotations", description: "JSON-LD" },
  { format: "brat", ending: null, label: "brat", description: ".txt and .ann for each document" },
  { format: "webanno", ending: null, label: "WebAnno TSV 3.3", description: ".tsv for each document" },
];

const TEXTS = "**/*.{txt,text,md,markdown}";

export interface ExportingParts extends ReadingParts {
  readonly selection: ReviewSelection;
}

/** Takes reviews away in a file: of the documents chosen in the Explorer, else of those the reader picks. */
export async function exportDocuments(parts: ExportingParts, given: unknown, all: unknown): Promise<void> {
  const uris = given instanceof vscode.Uri ? chosen(given, all) : await pickDocuments(parts);
  if (!uris) return;
  if (uris.length === 0) {
    void vscode.window.showInformationMessage("There is no document under review to export.");
    return;
  }
  const picked = await vscode.window.showQuickPick(FORMATS, { title: `Export ${counted(uris.length, "Document")}`, placeHolder: "Form" });
  if (!picked) return;
  const target = await pickTarget(picked, uris);
  if (!target) return;
  const read = await withProgress(parts, uris);
  if (!read) return;
  const files = exportedFiles(picked.format, read.documents, undefined, addressesFrom(target, uris));
  if (read.documents.length === 0) tell([], read.problems);
  else {
    const sources = sourcesOf(parts, uris);
    // By the mark a spreadsheet knows a table for UTF-8.
    const mark = picked.format === "csv" ? "\ufeff" : "";
    const written =
      picked.ending === null ? await writeInto(target, files, sources) : [await writeTo(target, mark + files[0].text, sources)];
    tell(written, read.problems);
  }
}

/** Where a report finds the documents: from its own place, where it is on the same disk. */
function addressesFrom(target: vscode.Uri, documents: readonly vscode.Uri[]): AddressOf {
  const byPath = new Map(documents.map((uri) => [vscode.workspace.asRelativePath(uri), uri]));
  return (path) => {
    const uri = byPath.get(path);
    const isNear = uri?.scheme === target.scheme && uri.authority === target.authority;
    return uri && isNear ? relativeIri(target.path, uri.path) : documentIri(path);
  };
}

/** The sources are what is exported and what else is under review. What is written beside them would match the setting, too, and is none. */
function sourcesOf({ selection }: ExportingParts, exported: readonly vscode.Uri[]): Sources {
  const known = new Set(exported.map((uri) => uri.toString()));
  return {
    has: (uri) => known.has(uri.toString()) || selection.hasUri(uri),
    setApart: async (uri) => {
      if (selection.hasUri(uri)) await selection.leaveOut({ uri });
    },
  };
}

function chosen(given: vscode.Uri, all: unknown): readonly vscode.Uri[] {
  const uris = Array.isArray(all) ? all.filter((one) => one instanceof vscode.Uri) : [];
  return uris.length > 0 ? uris : [given];
}

/** Asks which documents to take; undefined where the reader does not choose. */
async function pickDocuments({ reader, selection }: ExportingParts): Promise<readonly vscode.Uri[] | undefined> {
  const open = reader.all().map(({ uri }) => vscode.Uri.parse(uri));
  const front = open.filter((uri) => uri.toString() === reader.front);
  const inFolders = (await vscode.workspace.findFiles(TEXTS)).filter((uri) => selection.hasUri(uri));
  const known = new Set(inFolders.map((uri) => uri.toString()));
  const every = [...inFolders, ...open.filter((uri) => !known.has(uri.toString()))].sort((a, b) => (a.path < b.path ? -1 : 1));
  const offers = [
    { label: "The document in front", uris: front },
    { label: "The open documents under review", uris: open },
    { label: "Every document under review", uris: every },
    { label: "Some documents…", uris: every, some: true },
  ].filter(({ uris }) => uris.length > 0);
  const offer = await vscode.window.showQuickPick(
    offers.map((one) => ({ ...one, description: "some" in one ? "" : counted(one.uris.length, "document") })),
    { title: "Export", placeHolder: "Documents" },
  );
  if (!offer || !("some" in offer)) return offers.length === 0 ? [] : offer?.uris;
  const items = every.map((uri) => ({ label: vscode.workspace.asRelativePath(uri), uri, picked: uri.toString() === reader.front }));
  const picked = await vscode.window.showQuickPick(items, { title: "Export", placeHolder: "Documents", canPickMany: true });
  return picked?.map(({ uri }) => uri);
}

async function pickTarget({ ending, label }: FormatItem, documents: readonly vscode.Uri[]): Promise<vscode.Uri | undefined> {
  const [document] = documents;
  const folder = vscode.workspace.getWorkspaceFolder(document)?.uri ?? vscode.Uri.joinPath(document, "..");
  if (ending !== null) {
    return vscode.window.showSaveDialog({
      title: `Export as ${label}`,
      defaultUri: vscode.Uri.joinPath(folder, `${reportName(documents.map(({ path }) => path))}.${ending}`),
      filters: { [label]: [ending] },
    });
  }
  const picked = await vscode.window.showOpenDialog({
    title: `The Folder for the ${label} Files`,
    openLabel: "Export Here",
    canSelectFiles: false,
    canSelectFolders: true,
    defaultUri: folder,
  });
  return picked?.[0];
}

async function withProgress(parts: ReadingParts, uris: readonly vscode.Uri[]): Promise<ReadDocuments | undefined> {
  const options = { location: vscode.ProgressLocation.Notification, title: "Exporting", cancellable: true };
  return vscode.window.withProgress(options, async (progress, token) => {
    const read = await readDocuments(parts, uris, token, (uri) =>
      progress.report({ increment: 100 / uris.length, message: vscode.workspace.asRelativePath(uri) }),
    );
    return token.isCancellationRequested ? undefined : read;
  });
}

function tell(written: readonly WrittenFile[], problems: readonly string[]): void {
  for (const file of written) if (file.kind === "failed") void vscode.window.showErrorMessage(file.reason);
  if (problems.length > 0) void vscode.window.showWarningMessage(`Left out: ${problems.slice(0, 3).join(" ")}`);
  const uris = written.flatMap((file) => (file.kind === "written" ? [file.uri] : []));
  if (uris.length === 0) return;
  const message = uris.length === 1 ? `Exported to ${vscode.workspace.asRelativePath(uris[0])}.` : `Exported ${uris.length} files.`;
  void vscode.window.showInformationMessage(message, ...(uris.length === 1 ? ["Open"] : [])).then((answer) => {
    if (answer === "Open") void vscode.commands.executeCommand("vscode.open", uris[0]);
  });
}
