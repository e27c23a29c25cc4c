import assert from "node:assert/strict";
import * as vscode from "vscode";
import { DECISION_COMMANDS, HISTORY_COMMANDS } from "../../src/contributions.js";
import { analysisOf, closeAll, eventuallyGathered, positionIn, sourceReview } from "./reviewing.js";
import { test } from "./suite.js";
import { eventually, folder, revert, show, showNew, writeNew } from "./window.js";

const TEXT = "On 3 May 2014 Robert Fico met Angela Merkel in Berlin. Fico said: “The harbour stays open.” He left Berlin at once.\n";

async function opened(name: string): Promise<vscode.TextEditor> {
  const editor = await showNew(`sources/${name}.txt`, TEXT);
  await analysisOf(editor.document);
  return editor;
}

async function mentionsOf(document: vscode.TextDocument, name: string): Promise<number> {
  const { analysis } = await analysisOf(document);
  return analysis.entities.find((entity) => entity.name === name)?.mentions.length ?? 0;
}

async function berlins(document: vscode.TextDocument, count: number): Promise<void> {
  await eventually(`${count} mentions of Berlin`, async () => ((await mentionsOf(document, "Berlin")) === count ? true : undefined));
}

async function rejectBerlin(editor: vscode.TextEditor): Promise<void> {
  const position = positionIn(editor.document, "Berlin.");
  editor.selection = new vscode.Selection(position, position);
  await vscode.commands.executeCommand(DECISION_COMMANDS.reject);
  await berlins(editor.document, 1);
}

test("a document that moves to another folder while it stands in two groups, not saved, keeps its decisions and is in front again", async () => {
  const { documents } = await sourceReview();
  const editor = await opened("moving");
  await rejectBerlin(editor);
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), "A late line.\n\n"));
  await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.Two);
  const target = vscode.Uri.joinPath(folder(), "sources", "moved", "elsewhere.txt");
  const rename = new vscode.WorkspaceEdit();
  rename.renameFile(editor.document.uri, target);
  assert.ok(await vscode.workspace.applyEdit(rename));
  const moved = await eventually("the document at its new place", () =>
    vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === target.toString()),
  );
  await berlins(moved, 1);
  assert.match(moved.getText(), /^A late line/);
  await eventually("it in front", () => (documents.front === target.toString() ? true : undefined));
  await eventually("an end to the old name", () => (documents.state(editor.document.uri.toString()) ? undefined : true));
  await closeAll();
});

test("of a document in two groups the one may be closed: its analysis stays and follows the text", async () => {
  const { documents } = await sourceReview();
  const { document } = await opened("groups");
  const beside = await vscode.window.showTextDocument(document, vscode.ViewColumn.Two);
  await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
  await eventually("one editor", () => (vscode.window.visibleTextEditors.includes(beside) ? undefined : true));
  assert.equal(documents.state(document.uri.toString())?.kind, "ready");
  const editor = await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), "Berlin again. "));
  await berlins(document, 3);
  await closeAll();
});

test("undone and redone text leaves a decision where it was made; the decision is undone by itself", async () => {
  const editor = await opened("undo");
  const { document } = editor;
  await rejectBerlin(editor);
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), "Nobody spoke. "));
  await berlins(document, 1);
  await vscode.commands.executeCommand("undo");
  assert.equal(document.getText(), TEXT);
  await berlins(document, 1);
  await vscode.commands.executeCommand("redo");
  await berlins(document, 1);
  await vscode.commands.executeCommand(HISTORY_COMMANDS.undo);
  await berlins(document, 2);
  assert.match(document.getText(), /^Nobody spoke/);
  await vscode.commands.executeCommand(HISTORY_COMMANDS.redo);
  await berlins(document, 1);
  await closeAll();
});

test("a decision on words that were never saved needs a look after the text is reverted, and holds when they come again", async () => {
  const editor = await opened("reverted");
  const { document } = editor;
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), "Angela Merkel flew to Vienna with her spokesman on Monday.\n\n"));
  const vienna = async (count: number) =>
    eventually(`${count} mentions of Vienna`, async () => ((await mentionsOf(document, "Vienna")) === count ? true : undefined));
  await vienna(1);
  const position = positionIn(document, "Vienna");
  editor.selection = new vscode.Selection(position, position);
  await vscode.commands.executeCommand(DECISION_COMMANDS.reject);
  await vienna(0);
  const text = document.getText();
  await revert(document, TEXT);
  await eventually("a decision whose words are gone", async () =>
    (await analysisOf(document)).placed.some(({ placement }) => placement.kind === "orphaned") ? true : undefined,
  );
  await editor.edit((edit) => edit.replace(new vscode.Range(0, 0, document.lineCount, 0), text));
  await eventually("the decision in its place", async () =>
    (await analysisOf(document)).placed.every(({ placement }) => placement.kind !== "orphaned") ? true : undefined,
  );
  await vienna(0);
  await closeAll();
});

test("a document that is deleted while it is open is in no list of all documents once its tab is closed", async () => {
  const { documents } = await sourceReview();
  const { document } = await opened("deleted");
  const path = document.uri.toString();
  const { tree } = await (await sourceReview()).across();
  const isListed = async () => {
    const dates = (await tree.getChildren()).find((row) => row.kind === "group" && row.group === "dates");
    const rows = dates ? await tree.getChildren(dates) : [];
    const all = (await Promise.all(rows.map((row) => (row.kind === "year" ? tree.getChildren(row) : [row])))).flat();
    return all.some((row) => row.kind === "date" && row.date.path === path);
  };
  await eventuallyGathered("its date", async () => ((await isListed()) ? true : undefined));
  await vscode.workspace.fs.delete(document.uri);
  await closeAll();
  await eventually("an end to the document", () => (documents.state(path) ? undefined : true));
  await eventuallyGathered("an end to its date", async () => ((await isListed()) ? undefined : true));
});

/** A picture of one dot. */
const DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

test("while the output has the keyboard the views stay with what is in front: a document, or a picture, which is none", async () => {
  const { documents } = await sourceReview();
  const picture = await writeNew("sources/dot.png", Buffer.from(DOT, "base64"));
  const { document } = await show("01-news-report.txt");
  const uri = document.uri.toString();
  for (const [opened, front] of [
    [document.uri, uri],
    [picture, undefined],
  ] as const) {
    await vscode.commands.executeCommand("vscode.open", opened);
    await eventually("the views of what was opened", () => documents.front === front || undefined);
    await vscode.commands.executeCommand("sourceReview.showOutput");
    await vscode.commands.executeCommand("workbench.panel.output.focus");
    await eventually("the output with the keyboard", () => vscode.window.activeTextEditor?.document.uri.scheme === "output" || undefined);
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal(documents.front, front);
  }
  await vscode.commands.executeCommand("workbench.action.closePanel");
  await closeAll();
});

test("beside a page without text the views stay with the document that is still seen, and commands work in it", async () => {
  const { documents } = await sourceReview();
  const { document } = await show("01-news-report.txt");
  const reviewed = await analysisOf(document);
  const uri = document.uri.toString();
  const picture = await writeNew("sources/dot.png", Buffer.from(DOT, "base64"));
  await vscode.commands.executeCommand("vscode.open", picture, vscode.ViewColumn.Beside);
  await eventually("the picture in front", () => (vscode.window.activeTextEditor ? undefined : true));
  await new Promise((resolve) => setTimeout(resolve, 300));
  assert.equal(documents.front, uri);

  await vscode.commands.executeCommand("sourceReview.nextQuotation");
  const editor = await eventually("the document with the keyboard", () => vscode.window.activeTextEditor);
  assert.equal(editor.document.uri.toString(), uri);
  assert.equal(editor.document.offsetAt(editor.selection.start), reviewed.analysis.quotes[0].start);

  await vscode.commands.executeCommand("vscode.open", picture);
  await eventually("nothing in front, since the document is seen no more", () => documents.front === undefined || undefined);
  await closeAll();
});
