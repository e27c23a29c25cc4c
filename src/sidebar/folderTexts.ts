import { type Disposable, EventEmitter, workspace } from "vscode";

const TEXTS = "**/*.{txt,text,md,markdown}";

/** Knows whether the open folders hold a text at all. Looks only when asked, and again after files came or went. */
export class FolderTexts implements Disposable {
  readonly #changed = new EventEmitter<void>();
  readonly #disposables: readonly Disposable[];
  #search: Promise<void> | undefined;
  #none = false;

  /** Fires when the answer is another. */
  readonly onDidChange = this.#changed.event;

  constructor() {
    const forget = () => {
      this.#search = undefined;
      if (this.#none) this.#look();
    };
    this.#disposables = [
      this.#changed,
      workspace.onDidChangeWorkspaceFolders(forget),
      workspace.onDidCreateFiles(forget),
      workspace.onDidDeleteFiles(forget),
      workspace.onDidRenameFiles(forget),
    ];
  }

  /** Whether folders are open and none of them holds a text; false until that is known. */
  get none(): boolean {
    this.#look();
    return this.#none;
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #look(): void {
    this.#search ??= this.#find();
  }

  async #find(): Promise<void> {
    const hasFolders = (workspace.workspaceFolders?.length ?? 0) > 0;
    const none = hasFolders && (await workspace.findFiles(TEXTS, undefined, 1)).length === 0;
    if (none === this.#none) return;
    this.#none = none;
    this.#changed.fire();
  }
}
