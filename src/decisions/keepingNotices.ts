import { commands, type Memento, Uri, window, workspace } from "vscode";

const TOLD = "decisionsToldOf";

/** Tells the reader where decisions are kept when that is not beside the documents, each thing once. */
export class KeepingNotices {
  readonly #memory: Memento;
  readonly #toldNow = new Set<string>();

  /** @param memory remembers what was told. */
  constructor(memory: Memento) {
    this.#memory = memory;
  }

  keptElsewhere(place: string): void {
    this.#tellOnce(
      "elsewhere",
      "This folder cannot be written to, so your decisions on its documents are kept in VS Code's own storage on this machine.",
      place,
    );
  }

  outsideFolders(place: string): void {
    this.#tellOnce(
      "outside",
      "This document is in no open folder, so your decisions on it are kept in VS Code's own storage on this machine.",
      place,
    );
  }

  unreadable(place: string, count: number): void {
    const lines = count === 1 ? "One line" : `${count} lines`;
    const message = `${lines} of ${shortPlace(place)} cannot be read as decisions. What they hold is kept as it is.`;
    if (this.#toldNow.has(place)) return;
    this.#toldNow.add(place);
    void window.showWarningMessage(message, "Open File").then((answer) => answer && window.showTextDocument(uriOf(place)));
  }

  notKept(place: string, reason: unknown): void {
    const why = reason instanceof Error ? reason.message : String(reason);
    void window.showErrorMessage(`Your decisions could not be read from or saved to ${shortPlace(place)}: ${why}`);
  }

  #tellOnce(what: string, message: string, place: string): void {
    const told = this.#memory.get<readonly string[]>(TOLD, []);
    if (told.includes(what) || this.#toldNow.has(what)) return;
    this.#toldNow.add(what);
    void this.#memory.update(TOLD, [...told, what]);
    void window
      .showInformationMessage(message, "Show Where")
      .then((answer) => answer && commands.executeCommand("revealFileInOS", uriOf(place)));
  }
}

function uriOf(place: string): Uri {
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(place) ? Uri.parse(place, true) : Uri.file(place);
}

function shortPlace(place: string): string {
  return workspace.asRelativePath(uriOf(place));
}
