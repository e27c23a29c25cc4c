import * as vscode from "vscode";
import { setting } from "./settings.js";

const ADDED_KEY = "documentsAdded";
const LEFT_OUT_KEY = "documentsLeftOut";
const MOST_REMEMBERED = 1000;

/** Text that is no file of the reader's: the other side of a diff, an output channel. These are reviewed only when asked for. */
const READERS_SCHEMES: ReadonlySet<string> = new Set([
  "file",
  "vscode-remote",
  "vscode-userdata",
  "vscode-vfs",
  "vscode-test-web",
  "memfs",
]);

/** Which documents are under review: those the setting matches and those the reader added, without those the reader took out. */
export class ReviewSelection implements vscode.Disposable {
  readonly #memory: vscode.Memento;
  readonly #added: Set<string>;
  readonly #leftOut: Set<string>;
  readonly #changed = new vscode.EventEmitter<void>();
  /** The reader added a document or took one out. */
  readonly onDidChange = this.#changed.event;

  /** @param memory remembers what the reader added and took out. */
  constructor(memory: vscode.Memento) {
    this.#memory = memory;
    this.#added = new Set(memory.get<readonly string[]>(ADDED_KEY, []));
    this.#leftOut = new Set(memory.get<readonly string[]>(LEFT_OUT_KEY, []));
  }

  /** The addresses of the documents that the reader added. */
  get chosen(): readonly string[] {
    return [...this.#added];
  }

  /** The addresses of the documents that the reader took out. */
  get takenOut(): readonly string[] {
    return [...this.#leftOut];
  }

  has(document: Pick<vscode.TextDocument, "uri">): boolean {
    const uri = document.uri.toString();
    return this.#added.has(uri) || (!this.#leftOut.has(uri) && matchesSetting(document));
  }

  /** Whether a file would be under review if it were open. */
  hasUri(uri: vscode.Uri): boolean {
    return this.has({ uri });
  }

  /** Whether the setting alone puts the document under review. */
  isMatched(document: Pick<vscode.TextDocument, "uri">): boolean {
    return matchesSetting(document);
  }

  async add(uri: vscode.Uri): Promise<void> {
    this.#leftOut.delete(uri.toString());
    this.#added.add(uri.toString());
    await this.#remember();
  }

  async leaveOut(document: Pick<vscode.TextDocument, "uri">): Promise<void> {
    const uri = document.uri.toString();
    this.#added.delete(uri);
    if (matchesSetting(document)) this.#leftOut.add(uri);
    await this.#remember();
  }

  /** Keeps the reader's choice with a file that gets another name. */
  async rename(before: vscode.Uri, after: vscode.Uri): Promise<void> {
    let changed = false;
    for (const uris of [this.#added, this.#leftOut]) {
      if (uris.delete(before.toString())) {
        uris.add(after.toString());
        changed = true;
      }
    }
    if (changed) await this.#remember();
  }

  dispose(): void {
    this.#changed.dispose();
  }

  async #remember(): Promise<void> {
    this.#changed.fire();
    await this.#memory.update(ADDED_KEY, [...this.#added].slice(-MOST_REMEMBERED));
    await this.#memory.update(LEFT_OUT_KEY, [...this.#leftOut].slice(-MOST_REMEMBERED));
  }
}

/** The globs are matched against the absolute path, so that opening the folder "seeds" itself works as well. */
function matchesSetting(document: Pick<vscode.TextDocument, "uri">): boolean {
  const ownFile = READERS_SCHEMES.has(document.uri.scheme) || vscode.workspace.getWorkspaceFolder(document.uri) !== undefined;
  if (!ownFile || document.uri.scheme === "git") return false;
  // A pattern is matched against the address alone, so that a file that is not open can be asked about, too.
  const addressed = { uri: document.uri, languageId: "" } as vscode.TextDocument;
  return setting("documents").some((pattern) => vscode.languages.match({ pattern }, addressed) > 0);
}
