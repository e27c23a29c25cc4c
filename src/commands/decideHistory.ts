import * as vscode from "vscode";
import { HISTORY_COMMANDS } from "../contributions.js";
import type { Decisions } from "../decisions/decisions.js";
import { reviewerOf } from "../decisions/reviewer.js";
import { setting } from "../editor/settings.js";
import type { Decision } from "../review/decision.js";
import { decisionWords } from "../review/decisionWords.js";
import type { DocumentReader } from "../review/documentStore.js";
import { redone, undone } from "../review/history.js";

/** Decisions among which the newest stroke is looked for, and how they are written. */
interface Strokes {
  readonly uri: vscode.Uri;
  readonly all: readonly Decision[];
  readonly write: (changed: readonly Decision[]) => Promise<void>;
}

/**
 * Registers the commands that undo and redo the reviewer's own strokes, newest first: those that hold in the document in front, and those
 * that hold everywhere where the sidebar lists all documents or no document under review is in front.
 */
export function registerUndo(reader: DocumentReader, decisions: Decisions): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(HISTORY_COMMANDS.undo, async () => {
      const changed = await changeLatest(
        strokesHere(reader, decisions),
        (all, creator) => undone(all, decisions.now(), creator),
        "created",
      );
      say(changed ? `Undone: ${wordsOf(changed)}` : "You decided nothing here that could be undone.");
    }),
    vscode.commands.registerCommand(HISTORY_COMMANDS.redo, async () => {
      const changed = await changeLatest(
        strokesHere(reader, decisions),
        (all, creator) => redone(all, decisions.now(), creator),
        "modified",
      );
      say(changed ? `Redone: ${wordsOf(changed)}` : "There is no decision of yours to redo here.");
    }),
  );
}

/** Undoes the reviewer's newest stroke that holds in a document. @returns whether there was one. */
export async function undoLast(decisions: Decisions, uri: vscode.Uri): Promise<boolean> {
  const changed = undone(decisions.of(uri.toString()), decisions.now(), await reviewerOf(uri));
  await decisions.write(uri, changed);
  return changed.length > 0;
}

function strokesHere(reader: DocumentReader, decisions: Decisions): readonly Strokes[] {
  const uri = vscode.window.activeTextEditor?.document.uri;
  const front = uri && reader.state(uri.toString()) ? uri : undefined;
  const own: readonly Strokes[] = front
    ? [{ uri: front, all: decisions.of(front.toString()), write: (changed) => decisions.write(front, changed) }]
    : [];
  if (front && setting("sidebar.scope") !== "all") return own;
  const ofFront = front && vscode.workspace.getWorkspaceFolder(front);
  const folders = (vscode.workspace.workspaceFolders ?? []).filter((folder) => folder !== ofFront);
  return [
    ...own,
    ...folders.map((folder): Strokes => {
      const within = vscode.Uri.joinPath(folder.uri, "document");
      return { uri: within, all: decisions.everywhere(within), write: (changed) => decisions.writeEverywhere(within, changed) };
    }),
  ];
}

/** Changes the stroke that was made, or undone, last among all. @returns one of its decisions as it was before; undefined where there is none. */
async function changeLatest(
  strokes: readonly Strokes[],
  change: (all: readonly Decision[], creator: string) => readonly Decision[],
  when: "created" | "modified",
): Promise<Decision | undefined> {
  const possible = await Promise.all(
    strokes.map(async ({ uri, all, write }) => {
      const changed = change(all, await reviewerOf(uri));
      const before = all.find(({ id }) => id === changed[0]?.id);
      return { changed, before, write };
    }),
  );
  const found = possible.flatMap(({ before, ...rest }) => (before ? [{ ...rest, before }] : []));
  const [latest] = [...found].sort((a, b) => (a.before[when] < b.before[when] ? 1 : -1));
  // One stroke may have been made in several folders.
  for (const { before, changed, write } of found) if (before.batch === latest?.before.batch) await write(changed);
  return latest?.before;
}

function wordsOf(decision: Decision): string {
  const { target } = decision;
  const on = target.kind === "name" ? `${target.name}: ` : target.kind === "span" ? `“${target.anchor.exact.slice(0, 40)}”: ` : "";
  return `${on}${decisionWords(decision)}`.replace(/\s+/g, " ");
}

function say(message: string): void {
  vscode.window.setStatusBarMessage(message, 4000);
}
