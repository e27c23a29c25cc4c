import assert from "node:assert/strict";
import * as vscode from "vscode";
import { DECISION_COMMANDS, HISTORY_COMMANDS } from "../../src/contributions.js";
import type { ReviewedDocument } from "../../src/review/reviewedDocument.js";
import { analysisOf, closeAll, positionIn, sourceReview, textAt } from "./reviewing.js";
import { test } from "./suite.js";
import { eventually, showNew } from "./window.js";

const TEXT = `Council votes on the harbour

Jun 13, 2014

Prime Minister Robert Fico met Angela Merkel in Berlin on Friday. Fico said: “The harbour stays open.” He left for Bratislava in the evening.

“We have waited for years,” Angela Merkel said in Berlin. The Brenzlau yard was closed, an official said.
`;

async function opened(name: string): Promise<vscode.TextEditor> {
  const editor = await showNew(`sources/${name}.txt`, TEXT);
  await analysisOf(editor.document);
  return editor;
}

function select(editor: vscode.TextEditor, words: string): void {
  const start = editor.document.getText().indexOf(words);
  const { document } = editor;
  editor.selection = new vscode.Selection(document.positionAt(start), document.positionAt(start + words.length));
}

function putCursor(editor: vscode.TextEditor, words: string): void {
  const position = positionIn(editor.document, words);
  editor.selection = new vscode.Selection(position, position);
}

/** Runs a command and takes the first answer of each question that it asks. */
async function runTakingFirst(command: string, ...given: readonly unknown[]): Promise<void> {
  let done = false;
  const run = Promise.resolve(vscode.commands.executeCommand(command, ...given)).then(() => {
    done = true;
  });
  await eventually("an end of the questions", async () => {
    if (done) return true;
    await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
    await new Promise((resolve) => setTimeout(resolve, 60));
    return undefined;
  });
  await run;
}

function namesIn({ analysis }: ReviewedDocument): readonly string[] {
  return analysis.entities.map(({ name }) => name);
}

async function reviewed(editor: vscode.TextEditor): Promise<ReviewedDocument> {
  return analysisOf(editor.document);
}

test("a name rejected in the document is no entity there any more, and one undo brings it back", async () => {
  const editor = await opened("name");
  putCursor(editor, "Berlin on");
  await vscode.commands.executeCommand(DECISION_COMMANDS.rejectName);
  assert.ok(!namesIn(await reviewed(editor)).includes("Berlin"));
  await vscode.commands.executeCommand(HISTORY_COMMANDS.undo);
  assert.ok(namesIn(await reviewed(editor)).includes("Berlin"));
  await closeAll();
});

test("a name rejected everywhere is rejected in a document that is opened later", async () => {
  const first = await opened("everywhere-first");
  putCursor(first, "Bratislava");
  await vscode.commands.executeCommand(DECISION_COMMANDS.rejectEverywhere);
  assert.ok(!namesIn(await reviewed(first)).includes("Bratislava"));
  const second = await opened("everywhere-second");
  await eventually("the rejection", async () => (namesIn(await reviewed(second)).includes("Bratislava") ? undefined : true));
  await vscode.commands.executeCommand(HISTORY_COMMANDS.undo);
  assert.ok(namesIn(await reviewed(second)).includes("Bratislava"));
  await closeAll();
});

test("the type of an entity is changed", async () => {
  const editor = await opened("type");
  putCursor(editor, "Berlin on");
  await runTakingFirst(DECISION_COMMANDS.changeType);
  const { analysis } = await reviewed(editor);
  assert.equal(analysis.entities.find(({ name }) => name === "Berlin")?.type, "person");
  await closeAll();
});

test("two entities are merged, parted for good, and a mention is taken out", async () => {
  const editor = await opened("who");
  const before = namesIn(await reviewed(editor)).length;
  putCursor(editor, "Berlin on");
  await runTakingFirst(DECISION_COMMANDS.merge);
  assert.equal(namesIn(await reviewed(editor)).length, before - 1);
  await vscode.commands.executeCommand(HISTORY_COMMANDS.undo);
  assert.equal(namesIn(await reviewed(editor)).length, before);
  putCursor(editor, "Berlin. The");
  await runTakingFirst(DECISION_COMMANDS.takeOut);
  assert.deepEqual(
    (await reviewed(editor)).analysis.entities.filter(({ name }) => name === "Berlin").map(({ mentions }) => mentions.length),
    [1, 1],
  );
  await closeAll();
});

test("a missed name is marked from the selection, and its mark is widened", async () => {
  const editor = await opened("missed");
  select(editor, "evening");
  await runTakingFirst(DECISION_COMMANDS.addName);
  assert.ok(namesIn(await reviewed(editor)).includes("evening"));
  select(editor, "the evening");
  await vscode.commands.executeCommand(DECISION_COMMANDS.resize);
  const { analysis } = await reviewed(editor);
  const [mention] = analysis.entities.find(({ name }) => name === "evening")?.mentions ?? [];
  assert.equal(mention && textAt(editor.document, mention), "the evening");
  await closeAll();
});

test("a quotation gets a verdict, another speaker, and is none at last", async () => {
  const editor = await opened("quotation");
  putCursor(editor, "harbour stays");
  const quoteHere = async () => (await reviewed(editor)).index.quoteAt(editor.document.offsetAt(editor.selection.start));
  await runTakingFirst(DECISION_COMMANDS.verdict);
  const quote = await quoteHere();
  const standing = (await reviewed(editor)).review.quotes.get(quote?.id ?? "")?.standing;
  assert.equal(standing?.kind === "decided" && standing.value, "verified");
  await runTakingFirst(DECISION_COMMANDS.speaker);
  assert.equal((await quoteHere())?.speaker?.anonymous, true);
  await vscode.commands.executeCommand(DECISION_COMMANDS.notAQuotation);
  assert.equal(await quoteHere(), undefined);
  for (let strokes = 0; strokes < 3; strokes++) await vscode.commands.executeCommand(HISTORY_COMMANDS.undo);
  assert.equal((await quoteHere())?.speaker?.anonymous, false);
  await closeAll();
});

test("a missed quotation is marked from the selection with its speaker in one stroke", async () => {
  const editor = await opened("missed-quotation");
  select(editor, "Brenzlau yard was closed");
  const before = (await reviewed(editor)).analysis.quotes.length;
  await runTakingFirst(DECISION_COMMANDS.addQuotation);
  const { analysis } = await reviewed(editor);
  const added = analysis.quotes.find((quote) => textAt(editor.document, quote) === "Brenzlau yard was closed");
  assert.equal(added?.speaker?.anonymous, true);
  await vscode.commands.executeCommand(HISTORY_COMMANDS.undo);
  assert.equal((await reviewed(editor)).analysis.quotes.length, before);
  await closeAll();
});

test("the lightbulb offers the decisions on what the cursor is on", async () => {
  const editor = await opened("lightbulb");
  const at = positionIn(editor.document, "Berlin on");
  const actions = await eventually("actions", async () => {
    const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      editor.document.uri,
      new vscode.Range(at, at),
    );
    return found?.length ? found : undefined;
  });
  const reject = actions.find(({ title }) => title === "Reject this mention, “Berlin”");
  assert.ok(reject?.command);
  await vscode.commands.executeCommand(reject.command.command, ...(reject.command.arguments ?? []));
  assert.equal((await reviewed(editor)).index.mentionAt(editor.document.offsetAt(at)), undefined);
  await closeAll();
});

test("the source is never written to", async () => {
  const editor = await opened("untouched");
  putCursor(editor, "Berlin on");
  await vscode.commands.executeCommand(DECISION_COMMANDS.reject);
  assert.equal(editor.document.isDirty, false);
  assert.equal(editor.document.getText(), TEXT);
  assert.equal((await sourceReview()).decisions.of(editor.document.uri.toString()).length > 0, true);
  await closeAll();
});
