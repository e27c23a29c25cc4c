import * as vscode from "vscode";
import type { ReviewSelection } from "../editor/reviewSelection.js";
import { onSettingChange, setting } from "../editor/settings.js";
import type { CollectionRequest } from "../gathering/collectionProtocol.js";
import type { ChosenDocument, Wanted } from "../gathering/gatherProtocol.js";
import type { ExcludePattern } from "../gathering/reviewFilter.js";

/** Milliseconds for which changes of files are taken together. */
const FILES_PATIENCE = 300;
/** Milliseconds that typing has to rest before the text is taken. */
const TYPING_PATIENCE = 1500;
/** Milliseconds for which nothing is begun after a keystroke. */
const HOLD = 1000;
/** Milliseconds between two looks for changes that the watching of files may have missed: a network's folder tells of none. */
const LOOKING_PATIENCE = 10_000;
/** Folders whose changes never concern a document. */
const NOT_OURS = /\/(?:\.git|node_modules)\//;

/** Tells the collection's thread which documents there are: what the workspace holds, what changes in it, and what editors have. */
export class Gathering implements vscode.Disposable {
  readonly #selection: ReviewSelection;
  readonly #post: (request: CollectionRequest) => void;
  readonly #disposables: vscode.Disposable[] = [];
  readonly #changed = new Set<string>();
  readonly #typing = new Map<string, NodeJS.Timeout>();
  /** The documents whose text the thread has from an editor. */
  readonly #handed = new Set<string>();
  #flush: NodeJS.Timeout | undefined;
  #look: NodeJS.Timeout | undefined;
  #looked = 0;
  #wanted = "";

  constructor(selection: ReviewSelection, post: (request: CollectionRequest) => void) {
    this.#selection = selection;
    this.#post = post;
    const { workspace } = vscode;
    const watcher = workspace.createFileSystemWatcher("**/*");
    this.#disposables.push(
      watcher,
      watcher.onDidChange((uri) => this.#fileChanged(uri)),
      watcher.onDidCreate((uri) => this.#fileChanged(uri)),
      watcher.onDidDelete((uri) => this.#fileChanged(uri)),
      workspace.onDidChangeWorkspaceFolders(() => this.#searchIfOther()),
      workspace.onDidChangeConfiguration((event) => event.affectsConfiguration("files.exclude") && this.#searchIfOther()),
      vscode.window.onDidChangeWindowState(
        ({ focused }) => focused && performance.now() - this.#looked > LOOKING_PATIENCE && this.lookAgain(),
      ),
      onSettingChange(["documents"], () => this.#searchIfOther()),
      workspace.onDidChangeTextDocument(({ document }) => this.#textChanged(document)),
      workspace.onDidSaveTextDocument((document) => this.#release(document)),
      workspace.onDidCloseTextDocument((document) => this.#release(document)),
      selection.onDidChange(() => this.#searchIfOther()),
    );
  }

  /** Searches the workspace, anew where it was searched before. */
  search(): void {
    const wanted = this.#wantedNow();
    this.#wanted = JSON.stringify(wanted);
    this.#post({ kind: "search", wanted });
    this.#looked = performance.now();
    // The watching of a folder that was just opened begins late.
    clearTimeout(this.#look);
    this.#look = setTimeout(() => this.lookAgain(), LOOKING_PATIENCE);
    for (const document of vscode.workspace.textDocuments) if (isOnlyInEditor(document)) this.#hand(document);
  }

  /** Has the workspace looked through for what came, went or changed untold. */
  lookAgain(): void {
    this.#looked = performance.now();
    this.#post({ kind: "look" });
  }

  dispose(): void {
    clearTimeout(this.#flush);
    clearTimeout(this.#look);
    for (const timer of this.#typing.values()) clearTimeout(timer);
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #searchIfOther(): void {
    if (this.#wanted !== "" && JSON.stringify(this.#wantedNow()) !== this.#wanted) this.search();
  }

  #wantedNow(): Wanted {
    const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === "file");
    return {
      folders: folders.map(({ uri, name }) => ({
        uri: uri.toString().replace(/\/$/, ""),
        prefix: folders.length > 1 ? `${name}/` : "",
        place: uri.fsPath,
        wholePath: uri.path.replace(/\/$/, ""),
        door: "disk",
      })),
      rules: { documents: setting("documents"), exclude: excludePatterns() },
      chosen: this.#selection.chosen.map((address) => chosen(vscode.Uri.parse(address))),
      takenOut: this.#selection.takenOut,
    };
  }

  #fileChanged(uri: vscode.Uri): void {
    if (NOT_OURS.test(uri.path)) return;
    this.#changed.add(uri.toString());
    this.#flush ??= setTimeout(() => {
      this.#flush = undefined;
      this.#post({ kind: "files", uris: [...this.#changed] });
      this.#changed.clear();
    }, FILES_PATIENCE);
  }

  #textChanged(document: vscode.TextDocument): void {
    // A reverted document is closed much later, or not at all.
    if (!isOnlyInEditor(document)) this.#release(document);
    else if (this.#selection.has(document)) this.#typed(document);
  }

  #typed(document: vscode.TextDocument): void {
    this.#post({ kind: "hold", milliseconds: HOLD });
    const uri = document.uri.toString();
    clearTimeout(this.#typing.get(uri));
    this.#typing.set(
      uri,
      setTimeout(() => this.#hand(document), TYPING_PATIENCE),
    );
  }

  #hand(document: vscode.TextDocument): void {
    const uri = document.uri.toString();
    this.#typing.delete(uri);
    if (document.isClosed || !isOnlyInEditor(document) || !this.#selection.has(document)) return;
    this.#handed.add(uri);
    this.#post({ kind: "open", text: { uri, path: vscode.workspace.asRelativePath(document.uri), text: document.getText() } });
  }

  /** The editor has what the file has, or has the document no more. */
  #release(document: vscode.TextDocument): void {
    const uri = document.uri.toString();
    clearTimeout(this.#typing.get(uri));
    this.#typing.delete(uri);
    if (this.#handed.delete(uri)) this.#post({ kind: "close", uri });
  }
}

function chosen(uri: vscode.Uri): ChosenDocument {
  const door = uri.scheme === "file" ? "disk" : "asked";
  return { uri: uri.toString(), path: vscode.workspace.asRelativePath(uri), place: door === "disk" ? uri.fsPath : "", door };
}

/** Whether the editor has a text that the disk does not have. */
function isOnlyInEditor(document: vscode.TextDocument): boolean {
  return document.isDirty || document.uri.scheme !== "file";
}

function excludePatterns(): readonly ExcludePattern[] {
  const excluded: Readonly<Record<string, unknown>> = vscode.workspace.getConfiguration("files", null).get("exclude", {});
  return Object.entries(excluded).flatMap(([glob, value]): ExcludePattern[] => {
    if (value === true) return [{ glob }];
    const when: unknown = typeof value === "object" && value !== null && "when" in value ? value.when : undefined;
    return typeof when === "string" ? [{ glob, when }] : [];
  });
}
