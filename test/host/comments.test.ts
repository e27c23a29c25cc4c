import assert from "node:assert/strict";
import * as vscode from "vscode";
import { COMMENT_COMMANDS, HISTORY_COMMANDS } from "../../src/contributions.js";
import { anchorsIn } from "../../src/review/anchors.js";
import { analysisOf, closeAll, positionIn, sourceReview } from "./reviewing.js";
import { test } from "./suite.js";
import { eventually, showNew } from "./window.js";

const TEXT = `Robert Fico met Angela Merkel in Berlin on Friday. Fico said: “The harbour stays open.”

Nobody in the town has been asked about the railway line.
`;

async function opened(name: string): Promise<vscode.TextDocument> {
  const { document } = await showNew(`sources/${name}.txt`, TEXT);
  await analysisOf(document);
  return document;
}

/** The range of the first place of some words. */
function rangeAt(document: vscode.TextDocument, words: string): vscode.Range {
  const start = document.getText().indexOf(words);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + words.length));
}

/** What VS Code hands over when the reader sends a comment from a box that was opened at a place. */
function begun(document: vscode.TextDocument, words: string, text: string) {
  return { thread: { uri: document.uri, range: rangeAt(document, words), comments: [], dispose: () => undefined }, text };
}

async function threadsOn(document: vscode.TextDocument, is: (threads: readonly vscode.CommentThread[]) => boolean) {
  const { comments } = await sourceReview();
  return eventually("such comment threads", () => {
    const threads = comments.shown(document.uri.toString());
    return is(threads) ? threads : undefined;
  });
}

async function reviewThreads(document: vscode.TextDocument) {
  return (await analysisOf(document)).review.threads;
}

test("a comment on a mark is a thread there; it is answered, edited, resolved, opened again and deleted", async () => {
  const document = await opened("comments");
  await vscode.commands.executeCommand(COMMENT_COMMANDS.submit, begun(document, "Angela Merkel", "Was it **her**?"));
  const [thread] = await threadsOn(document, ({ length }) => length === 1);
  assert.ok(thread.range?.isEqual(rangeAt(document, "Angela Merkel")));
  const [found] = await reviewThreads(document);
  assert.equal(found.placed.decision.target.kind === "span" && found.placed.decision.target.item, "mention");

  await vscode.commands.executeCommand(COMMENT_COMMANDS.submit, { thread, text: "It was." });
  await threadsOn(document, ([one]) => one.comments.length === 2);

  const answer = thread.comments[1];
  await vscode.commands.executeCommand(COMMENT_COMMANDS.edit, answer);
  assert.equal(answer.mode, vscode.CommentMode.Editing);
  assert.equal(answer.body, "It was.");
  answer.body = "It was, says the register.";
  await vscode.commands.executeCommand(COMMENT_COMMANDS.save, answer);
  await threadsOn(document, ([one]) => one.comments[1]?.label === "edited");
  assert.equal((await reviewThreads(document))[0].comments[1].text, "It was, says the register.");

  await vscode.commands.executeCommand(COMMENT_COMMANDS.resolve, thread);
  await threadsOn(document, ([one]) => one.state === vscode.CommentThreadState.Resolved && one.contextValue === "resolved");
  await vscode.commands.executeCommand(COMMENT_COMMANDS.reopen, thread);
  await threadsOn(document, ([one]) => one.state === vscode.CommentThreadState.Unresolved);

  await vscode.commands.executeCommand(COMMENT_COMMANDS.remove, thread.comments[1]);
  await threadsOn(document, ([one]) => one.comments.length === 1);
  await vscode.commands.executeCommand(COMMENT_COMMANDS.remove, thread.comments[0]);
  await threadsOn(document, ({ length }) => length === 0);
  await vscode.commands.executeCommand(HISTORY_COMMANDS.redo);
  await threadsOn(document, ({ length }) => length === 1);
  await closeAll();
});

test("an edit that is cancelled, or says nothing new, leaves the comment as it was", async () => {
  const document = await opened("cancelled");
  await vscode.commands.executeCommand(COMMENT_COMMANDS.submit, begun(document, "Berlin", "Not Bonn?"));
  const [thread] = await threadsOn(document, ({ length }) => length === 1);
  const comment = thread.comments[0];
  for (const end of [COMMENT_COMMANDS.cancel, COMMENT_COMMANDS.save]) {
    await vscode.commands.executeCommand(COMMENT_COMMANDS.edit, comment);
    if (end === COMMENT_COMMANDS.cancel) comment.body = "Something else";
    await vscode.commands.executeCommand(end, comment);
    assert.equal(comment.mode, vscode.CommentMode.Preview);
    assert.ok(comment.body instanceof vscode.MarkdownString && comment.body.value === "Not Bonn?");
  }
  assert.equal((await reviewThreads(document))[0].comments[0].modified, (await reviewThreads(document))[0].comments[0].created);
  await closeAll();
});

test("comments that were there before are folded up, follow the text, and take neither the focus nor the cursor", async () => {
  const document = await opened("folded");
  const { decisions } = await sourceReview();
  const start = TEXT.indexOf("railway line");
  const target = anchorsIn(TEXT).target({ start, end: start + "railway line".length }, "selection");
  await decisions.make(document.uri, [{ kind: "comment", target, text: "Which one?" }]);
  const [thread] = await threadsOn(document, ({ length }) => length === 1);
  assert.equal(thread.collapsibleState, vscode.CommentThreadCollapsibleState.Collapsed);
  const editor = vscode.window.activeTextEditor;
  assert.equal(editor?.document, document);
  assert.ok(editor.selection.isEqual(new vscode.Selection(0, 0, 0, 0)));
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), "A line before.\n"));
  await threadsOn(document, ([one]) => one.range?.start.isEqual(positionIn(document, "railway line").translate(0, -1)) === true);
  await closeAll();
  await threadsOn(document, ({ length }) => length === 0);
});

test("Markdown from a file is shown without trust, HTML or images", async () => {
  const document = await opened("hostile");
  const text = "[run](command:workbench.action.quit) <img src='https://example.org/a.png'> ![b](https://example.org/b.png)";
  await vscode.commands.executeCommand(COMMENT_COMMANDS.submit, begun(document, "Berlin", text));
  const [thread] = await threadsOn(document, ({ length }) => length === 1);
  const { body } = thread.comments[0];
  assert.ok(body instanceof vscode.MarkdownString);
  assert.equal(body.isTrusted, false);
  assert.equal(body.supportHtml, false);
  assert.ok(!body.value.includes("!["));
  assert.equal((await reviewThreads(document))[0].comments[0].text, text);
  await closeAll();
});
