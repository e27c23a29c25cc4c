import * as vscode from "vscode";
import type { Analysis } from "../analysis/analysis.js";
import type { Decisions } from "../decisions/decisions.js";
import { type ExportedDocument, exportedDocument } from "../export/exportedDocument.js";
import type { DocumentReader } from "../review/documentStore.js";
import type { WorkerThread } from "../worker/client.js";
import type { OpenedText } from "../worker/handover.js";
import { AnalysisLanes } from "../worker/lanes.js";
import { settledReviewOf } from "./textPlaces.js";

export interface ReadingParts {
  readonly reader: DocumentReader;
  readonly decisions: Decisions;
  readonly startThread: () => WorkerThread;
  readonly log: vscode.LogOutputChannel;
}

/** What was read of some documents, and why the others could not be. */
export interface ReadDocuments {
  readonly documents: readonly ExportedDocument[];
  readonly problems: readonly string[];
}

/**
 * Reads documents with what was decided on them. Those that are open are taken as they are on the screen; the others are read from their
 * files and analysed in a thread of their own, which ends with the work.
 */
export async function readDocuments(
  parts: ReadingParts,
  uris: readonly vscode.Uri[],
  token: vscode.CancellationToken,
  done: (uri: vscode.Uri) => void,
): Promise<ReadDocuments> {
  const documents: ExportedDocument[] = [];
  const problems: string[] = [];
  const closed = new ClosedDocuments(parts);
  try {
    for (const uri of uris) {
      if (token.isCancellationRequested) break;
      const read = (await openDocument(parts, uri, token)) ?? (await closed.read(uri));
      if (typeof read === "string") problems.push(`${vscode.workspace.asRelativePath(uri)}: ${read}`);
      else documents.push(read);
      done(uri);
    }
  } finally {
    closed.dispose();
  }
  return { documents, problems };
}

async function openDocument({ reader }: ReadingParts, uri: vscode.Uri, token: vscode.CancellationToken) {
  const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
  const reviewed = document && reader.state(uri.toString()) ? await settledReviewOf(reader, document, token) : undefined;
  if (!document || !reviewed) return undefined;
  const { review, placed } = reviewed;
  return { path: pathOf(uri), text: document.getText(), review, placed };
}

/** Analyses documents that are not open. */
class ClosedDocuments implements vscode.Disposable {
  readonly #decisions: Decisions;
  readonly #lanes: AnalysisLanes;
  readonly #waiting = new Map<string, { readonly text: string; readonly settle: (outcome: Analysis | string) => void }>();

  constructor({ decisions, startThread, log }: ReadingParts) {
    this.#decisions = decisions;
    this.#lanes = new AnalysisLanes({
      startThread,
      textOf: (uri) => {
        const text = this.#waiting.get(uri)?.text;
        return text === undefined ? undefined : openedText(vscode.Uri.parse(uri), text);
      },
      onAnalysis: (uri, _version, { analysis }) => this.#waiting.get(uri)?.settle(analysis),
      onFailure: (uri, reason) => this.#waiting.get(uri)?.settle(reason),
      log: (message) => log.error(message),
    });
  }

  /** @returns the document, or a sentence that says why it cannot be read. */
  async read(uri: vscode.Uri): Promise<ExportedDocument | string> {
    const text = await textOfFile(uri);
    if (text === undefined) return "The file cannot be read.";
    const key = uri.toString();
    const outcome = await new Promise<Analysis | string>((settle) => {
      this.#waiting.set(key, { text, settle });
      this.#lanes.open(key, openedText(uri, text));
    });
    this.#waiting.delete(key);
    this.#lanes.close(key);
    if (typeof outcome === "string") return outcome;
    await this.#decisions.open(uri);
    return exportedDocument(pathOf(uri), text, outcome, this.#decisions.of(key));
  }

  dispose(): void {
    this.#lanes.dispose();
  }
}

/** @returns undefined where the file is gone or not permitted. */
async function textOfFile(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return await vscode.workspace.decode(await vscode.workspace.fs.readFile(uri), { uri });
  } catch (error) {
    if (error instanceof vscode.FileSystemError) return undefined;
    throw error;
  }
}

function openedText(uri: vscode.Uri, text: string): OpenedText {
  return { version: 1, path: pathOf(uri), length: text.length, slice: (start, end) => text.slice(start, end) };
}

function pathOf(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri);
}
