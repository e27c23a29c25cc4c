import * as vscode from "vscode";
import { HISTORY_COMMANDS } from "../contributions.js";
import type { Decisions } from "../decisions/decisions.js";
import { reviewerOf } from "../decisions/reviewer.js";
import { setting } from "../editor/settings.js";
import { quoted } from "../editor/words.js";
import type { Decision } from "../review/decision.js";
import { decisionWords } from "../review/decisionWords.js";
import type { DocumentReader } from "../review/documentStore.js";
import { redone, undone } from "../review/history.js";
import { inOneRow, shortened } from "../sidebar/model/excerpt.js";

/** So much of the words is told in the status bar, in UTF-16 code units. */
const LONGEST = 40;

/** Decisions among which the newest stroke is looked for, and how they are written. */
interface Strokes {
  readonly uri: vscode.Uri;
  readonly all: readonly Decision[];
  readonly write: (changed: readonly Decision[]) => Promise<void>;
}

/**
 * Registers the commands that undo and redo the reviewer's own strokes, newest first: those that hold in the document in front, those that
 * say how far others are, and those that hold everywhere where the sidebar lists all documents or no document under review is in front.
 */
export function registerUndo(reader: DocumentReader, decisions: Decisions): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(HISTORY_COMMANDS.undo, async () => {
      const changed = await changeLatest(
        strokesHere(reader, decisions),
        (all, creator) => undone(all, decisions.now(), creator),
        "created",
      );
      say(changed.length > 0 ? `Undone: ${wordsOf(changed)}` : "You decided nothing here that could be undone.");
    }),
    vscode.commands.registerCommand(HISTORY_COMMANDS.redo, async () => {
      const changed = await changeLatest(
        strokesHere(reader, decisions),
        (all, creator) => redone(all, decisions.now(), creator),
        "modified",
      );
      say(changed.length > 0 ? `Redone: ${wordsOf(changed)}` : "There is no decision of yours to redo here.");
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
  const own: Strokes[] = front
    ? [{ uri: front, all: decisions.of(front.toString()), write: (changed) => decisions.write(front, changed) }]
    : [];
  own.push(...statusStrokes(decisions, front));
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

/** Of the documents that are not in front, what was said of how far they are: they are marked in the Explorer, where none need be open. */
function statusStrokes(decisions: Decisions, front: vscode.Uri | undefined): readonly Strokes[] {
  return decisions.known().flatMap(({ uri, own }) => {
    const all = uri.toString() === front?.toString() ? [] : own.filter(({ kind }) => kind === "status");
    return all.length === 0 ? [] : [{ uri, all, write: (changed: readonly Decision[]) => decisions.write(uri, changed) }];
  });
}

/** Changes the stroke that was made, or undone, last among all. @returns its decisions as they were before, one of each document; none where there is none. */
async function changeLatest(
  strokes: readonly Strokes[],
  change: (all: readonly Decision[], creator: string) => readonly Decision[],
  when: "created" | "modified",
): Promise<readonly Decision[]> {
  const reviewers = new Map<string, Promise<string>>();
  const reviewer = (uri: vscode.Uri): Promise<string> => {
    const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri.toString() ?? "";
    const known = reviewers.get(folder) ?? reviewerOf(uri);
    reviewers.set(folder, known);
    return known;
  };
  const possible = await Promise.all(
    strokes.map(async ({ uri, all, write }) => {
      const changed = change(all, await reviewer(uri));
      const before = all.find(({ id }) => id === changed[0]?.id);
      return { changed, before, write };
    }),
  );
  const found = possible.flatMap(({ before, ...rest }) => (before ? [{ ...rest, before }] : []));
  const [latest] = [...found].sort((a, b) => (a.before[when] < b.before[when] ? 1 : -1));
  // One stroke may have been made on several documents, or in several folders.
  const ofLatest = found.filter(({ before }) => before.batch === latest.before.batch);
  for (const { changed, write } of ofLatest) await write(changed);
  return ofLatest.map(({ before }) => before);
}

/** @param stroke one decision of each document or folder. */
function wordsOf(stroke: readonly Decision[]): string {
  const [decision] = stroke;
  return `${targetWords(decision, stroke.length)}${decisionWords(decision)}`.replace(/\s+/g, " ");
}

function targetWords({ target, document }: Decision, documents: number): string {
  switch (target.kind) {
    case "name":
      return `${target.name}: `;
    case "span":
      return `${quoted(shortened(inOneRow(target.anchor.exact), LONGEST))}: `;
    case "document":
      return documents > 1 ? `${documents} documents: ` : `${document?.slice(document.lastIndexOf("/") + 1) ?? "this document"}: `;
    case "decision":
      return "";
  }
}

function say(message: string): void {
  vscode.window.setStatusBarMessage(message, 4000);
}
