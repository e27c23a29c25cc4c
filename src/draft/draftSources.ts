import * as vscode from "vscode";
import { LARGEST_DOCUMENT, TOO_LARGE, unreadableReason } from "../worker/unreadable.js";
import type { CheckRequest } from "./checkProtocol.js";

const DOCUMENTS = "**/*.{txt,text,md,markdown}";

/** Which documents are sources: those under review. */
export interface SourceSelection {
  hasUri(uri: vscode.Uri): boolean;
}

/** The documents under review in the workspace, as the thread that checks drafts has them. */
export class DraftSources {
  readonly #selection: SourceSelection;
  readonly #send: (request: CheckRequest) => void;
  readonly #log: vscode.LogOutputChannel;
  /** By path as the thread knows it: the document, and the version or the change of the file that was sent. */
  readonly #sent = new Map<string, { readonly uri: vscode.Uri; readonly state: string }>();

  constructor(selection: SourceSelection, send: (request: CheckRequest) => void, log: vscode.LogOutputChannel) {
    this.#selection = selection;
    this.#send = send;
    this.#log = log;
  }

  /** How many sources the thread has. */
  get count(): number {
    return this.#sent.size;
  }

  /** The document that a path of a finding means. */
  uriOf(path: string): vscode.Uri | undefined {
    return this.#sent.get(path)?.uri;
  }

  /** Sends what is new, changed or gone since the last time. @param told how many of how many were looked at. */
  async refresh(token: vscode.CancellationToken, told: (done: number, all: number) => void): Promise<void> {
    const uris = await this.#find(token);
    const gone = new Set(this.#sent.keys());
    for (const [i, uri] of uris.entries()) {
      if (token.isCancellationRequested) return;
      told(i, uris.length);
      const path = vscode.workspace.asRelativePath(uri);
      gone.delete(path);
      await this.#refreshOne(uri, path);
    }
    for (const path of gone) this.#forget(path);
  }

  /** Everything is sent anew to a thread that takes over. */
  reset(): void {
    this.#sent.clear();
  }

  async #find(token: vscode.CancellationToken): Promise<readonly vscode.Uri[]> {
    const found = new Map<string, vscode.Uri>();
    // The globs of the setting are for whole paths, so that a folder named "sources" may itself be the one that is open.
    for (const uri of await vscode.workspace.findFiles(DOCUMENTS, undefined, undefined, token)) found.set(uri.toString(), uri);
    for (const { uri } of vscode.workspace.textDocuments) found.set(uri.toString(), uri);
    return [...found.values()].filter((uri) => this.#selection.hasUri(uri)).sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  async #refreshOne(uri: vscode.Uri, path: string): Promise<void> {
    const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
    const before = this.#sent.get(path)?.state;
    if (open) {
      const state = `open ${open.version}`;
      if (state !== before) this.#take(uri, path, state, open.getText());
      return;
    }
    try {
      const { mtime, size } = await vscode.workspace.fs.stat(uri);
      const state = `file ${mtime} ${size}`;
      if (state === before) return;
      if (size > LARGEST_DOCUMENT) {
        this.#log.warn(`${path} is no source: ${TOO_LARGE}`);
        this.#forget(path);
        return;
      }
      this.#take(uri, path, state, await vscode.workspace.decode(await vscode.workspace.fs.readFile(uri), { uri }));
    } catch (error) {
      // A source that vanished while it was read is none; the next check looks again.
      this.#log.warn(`${path} cannot be read as a source: ${String(error)}`);
      this.#forget(path);
    }
  }

  #take(uri: vscode.Uri, path: string, state: string, text: string): void {
    const reason = unreadableReason(text);
    if (reason !== null) {
      this.#log.warn(`${path} is no source: ${reason}`);
      this.#forget(path);
      return;
    }
    this.#sent.set(path, { uri, state });
    this.#send({ kind: "source", path, text });
  }

  #forget(path: string): void {
    if (this.#sent.delete(path)) this.#send({ kind: "gone", path });
  }
}
