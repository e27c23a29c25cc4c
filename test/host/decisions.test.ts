import assert from "node:assert/strict";
import { copyFile, rename, rm } from "node:fs/promises";
import * as vscode from "vscode";
import { DECISION_COMMANDS, HISTORY_COMMANDS } from "../../src/contributions.js";
import type { Decision } from "../../src/review/decision.js";
import { decisionsIn, printJournal, readJournal, withDecisions } from "../../src/review/journal.js";
import { analysisOf, closeAll, positionIn, sourceReview, textAt } from "./reviewing.js";
import { test } from "./suite.js";
import { eventually, folder, showNew } from "./window.js";

const TEXT = `Council votes on the harbour

Jun 13, 2014

Prime Minister Robert Fico met Angela Merkel in Berlin on Friday. Fico said: “The harbour stays open.” He left for Bratislava in the evening.

“We have waited for years,” Angela Merkel said in Berlin.
`;

async function opened(name: string, text = TEXT): Promise<vscode.TextEditor> {
  const editor = await showNew(`sources/${name}.txt`, text);
  await analysisOf(editor.document);
  return editor;
}

function putCursor(editor: vscode.TextEditor, words: string): void {
  const position = positionIn(editor.document, words);
  editor.selection = new vscode.Selection(position, position);
}

function sidecar(name: string): vscode.Uri {
  return vscode.Uri.joinPath(folder(), ".source-review", "documents", "sources", `${name}.txt.jsonl`);
}

async function saved(uri: vscode.Uri): Promise<readonly Decision[]> {
  const text = await vscode.workspace.fs.readFile(uri).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => "",
  );
  return decisionsIn(readJournal(text));
}

async function mentionsOf(editor: vscode.TextEditor, name: string): Promise<number> {
  const { analysis } = await analysisOf(editor.document);
  return analysis.entities.find((entity) => entity.name === name)?.mentions.length ?? 0;
}

test("a rejected mention is a mention no more; undone it is one again, and both are in the sidecar file", async () => {
  const editor = await opened("rejected");
  assert.equal(await mentionsOf(editor, "Berlin"), 2);
  putCursor(editor, "Berlin on");
  await vscode.commands.executeCommand(DECISION_COMMANDS.reject);
  assert.equal(await mentionsOf(editor, "Berlin"), 1);
  const [decision] = await saved(sidecar("rejected"));
  assert.equal(decision.kind, "reject");
  assert.equal(decision.document, "sources/rejected.txt");
  assert.equal(decision.target.kind === "span" && decision.target.anchor.exact, "Berlin");
  await vscode.commands.executeCommand(HISTORY_COMMANDS.undo);
  assert.equal(await mentionsOf(editor, "Berlin"), 2);
  assert.deepEqual(
    (await saved(sidecar("rejected"))).map(({ state }) => state),
    ["undone"],
  );
  await vscode.commands.executeCommand(HISTORY_COMMANDS.redo);
  assert.equal(await mentionsOf(editor, "Berlin"), 1);
  await closeAll();
});

test("what another window writes is taken up, and both windows' lines are kept", async () => {
  const editor = await opened("shared");
  putCursor(editor, "“The harbour");
  await vscode.commands.executeCommand(DECISION_COMMANDS.accept);
  const uri = sidecar("shared");
  const [mine] = await saved(uri);
  const theirs: Decision = {
    ...mine,
    id: "urn:uuid:other-window",
    batch: "urn:uuid:other-batch",
    creator: "Ada",
    kind: "verdict",
    verdict: "wrong",
  } as Decision;
  await vscode.workspace.fs.writeFile(
    uri,
    new TextEncoder().encode(`not a decision\n${printJournal(withDecisions(readJournal(""), [theirs]))}`),
  );
  const { documents } = await sourceReview();
  const quote = await eventually("a disagreement", () => {
    const reviewed = documents.get(editor.document.uri.toString());
    return reviewed && [...reviewed.review.quotes.values()].find(({ standing }) => standing.kind === "disagreement");
  });
  assert.equal(quote.decisions.length, 2);
  await eventually("both lines in the file", async () => ((await saved(uri)).length === 2 ? true : undefined));
  assert.match(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)), /^not a decision$/m);
  await closeAll();
});

test("a decision follows its words through an edit, and holds after the document is closed and opened again", async () => {
  const editor = await opened("edited");
  putCursor(editor, "Berlin on");
  await vscode.commands.executeCommand(DECISION_COMMANDS.reject);
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), "A late line.\n\n"));
  assert.equal(await mentionsOf(editor, "Berlin"), 1);
  await editor.document.save();
  await closeAll();
  const again = await vscode.window.showTextDocument(editor.document.uri);
  await analysisOf(again.document);
  assert.equal(await mentionsOf(again, "Berlin"), 1);
  const { analysis } = await analysisOf(again.document);
  const berlin = analysis.entities.find(({ name }) => name === "Berlin");
  assert.deepEqual(
    berlin?.mentions.map((mention) => textAt(again.document, mention)),
    ["Berlin"],
  );
  await closeAll();
});

test("decisions go with a document that gets another name", async () => {
  const editor = await opened("old-name");
  putCursor(editor, "Berlin on");
  await vscode.commands.executeCommand(DECISION_COMMANDS.reject);
  const newUri = vscode.Uri.joinPath(folder(), "sources", "new-name.txt");
  const renaming = new vscode.WorkspaceEdit();
  renaming.renameFile(editor.document.uri, newUri);
  assert.ok(await vscode.workspace.applyEdit(renaming));
  await eventually("the sidecar at its new place", async () => ((await saved(sidecar("new-name"))).length === 1 ? true : undefined));
  assert.deepEqual(await saved(sidecar("old-name")), []);
  const again = await vscode.window.showTextDocument(newUri);
  await eventually("the decision in force", async () => ((await mentionsOf(again, "Berlin")) === 1 ? true : undefined));
  await closeAll();
});

test("decisions are found again when their document got another name outside of VS Code, and are nobody's where two could be meant", async () => {
  const text = `${TEXT}\nA line of its own.\n`;
  const editor = await opened("outside-old", text);
  putCursor(editor, "Berlin on");
  await vscode.commands.executeCommand(DECISION_COMMANDS.reject);
  await closeAll();
  const place = (name: string) => vscode.Uri.joinPath(folder(), "sources", `${name}.txt`).fsPath;
  await rename(place("outside-old"), place("outside-new"));
  const again = await vscode.window.showTextDocument(vscode.Uri.file(place("outside-new")));
  await eventually("the decision in force", async () => ((await mentionsOf(again, "Berlin")) === 1 ? true : undefined));
  assert.equal((await saved(sidecar("outside-new"))).length, 1);
  assert.deepEqual(await saved(sidecar("outside-old")), []);
  await closeAll();

  await copyFile(sidecar("outside-new").fsPath, sidecar("outside-twin").fsPath);
  await rename(place("outside-new"), place("outside-third"));
  const third = await vscode.window.showTextDocument(vscode.Uri.file(place("outside-third")));
  await analysisOf(third.document);
  await new Promise((resolve) => setTimeout(resolve, 1000));
  assert.deepEqual(await saved(sidecar("outside-third")), []);
  await closeAll();
  for (const name of ["outside-new", "outside-twin"]) await rm(sidecar(name).fsPath);
});

test("what was decided on an untitled document holds in the file with its text", async () => {
  const text = `${TEXT}\nThis was written here first.\n`;
  const untitled = await vscode.workspace.openTextDocument({ content: text });
  const editor = await vscode.window.showTextDocument(untitled);
  await vscode.commands.executeCommand("sourceReview.reviewDocument");
  await analysisOf(untitled);
  putCursor(editor, "Berlin on");
  await vscode.commands.executeCommand(DECISION_COMMANDS.reject);
  assert.equal(await mentionsOf(editor, "Berlin"), 1);
  await closeAll();
  const named = await opened("first-name", text);
  await eventually("the decision in force", async () => ((await mentionsOf(named, "Berlin")) === 1 ? true : undefined));
  await closeAll();
});

test("decisions whose folder is deleted hold no more when it is made again a moment later with others", async () => {
  const editor = await opened("madeAgain");
  const { decisions } = await sourceReview();
  const uri = editor.document.uri.toString();
  putCursor(editor, "Berlin on");
  await vscode.commands.executeCommand(DECISION_COMMANDS.reject);
  const [kept] = await saved(sidecar("madeAgain"));
  const made: Decision = { ...kept, id: `${kept.id.slice(0, -1)}${kept.id.endsWith("0") ? "1" : "0"}` };
  const whole = vscode.Uri.joinPath(folder(), ".source-review");
  // Files are looked at every four seconds besides: what is noticed only then comes too late for one of three.
  for (const [before, after] of [
    [kept, made],
    [made, kept],
    [kept, made],
  ]) {
    await eventually("the decision", () => decisions.of(uri).some(({ id }) => id === before.id) || undefined);
    await rm(whole.fsPath, { recursive: true });
    await new Promise((resolve) => setTimeout(resolve, 2500));
    await vscode.workspace.fs.writeFile(
      sidecar("madeAgain"),
      new TextEncoder().encode(printJournal(withDecisions(readJournal(""), [after]))),
    );
    await eventually("the other decision alone", () => {
      const ids = decisions.of(uri).map(({ id }) => id);
      return (ids.includes(after.id) && !ids.includes(before.id)) || undefined;
    });
  }
  await closeAll();
});
