import assert from "node:assert/strict";
import * as vscode from "vscode";
import { LOOK_COMMANDS } from "../../src/contributions.js";
import { anchorsIn } from "../../src/review/anchors.js";
import type { LookKind } from "../../src/secondLook/looks.js";
import type { LookRow } from "../../src/secondLook/lookTree.js";
import { analysisOf, closeAll, edit, sourceReview } from "./reviewing.js";
import { test } from "./suite.js";
import { eventually, showNew } from "./window.js";

const TEXT = `Robert Fico met Angela Merkel in Berlin on Friday. Fico said: “The harbour has 14 berths and stays open.”

Nobody in the town has been asked about the railway line.
`;
const QUOTATION = "“The harbour has 14 berths and stays open.”";

/** A document with a verdict on its quotation. */
async function decided(name: string): Promise<vscode.TextDocument> {
  const { document } = await showNew(`sources/${name}.txt`, TEXT);
  await analysisOf(document);
  const { decisions } = await sourceReview();
  const start = TEXT.indexOf(QUOTATION);
  const target = anchorsIn(TEXT).target({ start, end: start + QUOTATION.length }, "quotation");
  await decisions.make(document.uri, [{ kind: "verdict", target, verdict: "verified" }]);
  return document;
}

/** The rows of a group, once there are any. */
async function rowsOf(document: vscode.TextDocument, group: LookKind): Promise<readonly LookRow[]> {
  const { secondLook } = await sourceReview();
  return eventually(`a row under ${group}`, () => {
    const row = secondLook.groups.find((one) => one.kind === "group" && one.group === group && one.uri === document.uri.toString());
    return row && secondLook.getChildren(row);
  });
}

async function replace(document: vscode.TextDocument, words: string, by: string): Promise<void> {
  const start = document.getText().indexOf(words);
  await edit((change) =>
    change.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(start + words.length)), by),
  );
}

test("a decision is in place, needs a look after a number changed, and is in place again when it is confirmed", async () => {
  const document = await decided("confirm");
  assert.equal((await rowsOf(document, "in-place")).length, 1);
  await replace(document, "14", "41");
  const [row] = await rowsOf(document, "needs-look");
  const { secondLook, documents } = await sourceReview();
  assert.match(String(secondLook.getTreeItem(row).description), /^verified · .+ · /);
  await vscode.commands.executeCommand(LOOK_COMMANDS.confirm, row);
  await rowsOf(document, "in-place");
  const reviewed = documents.get(document.uri.toString());
  assert.equal(reviewed?.review.secondLook.length, 0);
  const decision = reviewed?.placed.find((placed) => placed.decision.scope === "document")?.decision;
  assert.equal(decision?.target.kind === "span" && decision.target.anchor.exact, QUOTATION.replace("14", "41"));
  await closeAll();
});

test("a decision stands elsewhere after words were put before it", async () => {
  const document = await decided("elsewhere");
  await edit((change) => change.insert(document.uri, new vscode.Position(0, 0), "Yesterday "));
  const [row] = await rowsOf(document, "moved");
  assert.equal(row.kind === "look" && row.look.span?.start, TEXT.indexOf(QUOTATION) + "Yesterday ".length);
  await closeAll();
});

test("then and now stand side by side, and neither can be written to", async () => {
  const document = await decided("compare");
  await replace(document, "14", "41");
  const [row] = await rowsOf(document, "needs-look");
  await vscode.commands.executeCommand(LOOK_COMMANDS.compare, row);
  const input = await eventually("a comparison", () => {
    const shown = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    return shown instanceof vscode.TabInputTextDiff ? shown : undefined;
  });
  const [then, now] = await Promise.all([input.original, input.modified].map((uri) => vscode.workspace.openTextDocument(uri)));
  assert.ok(then.getText().includes("14 berths") && !then.getText().includes("41 berths"));
  assert.ok(now.getText().includes("41 berths"));
  await vscode.commands.executeCommand(LOOK_COMMANDS.confirm, (await rowsOf(document, "needs-look"))[0]);
  await rowsOf(document, "in-place");
  assert.equal(vscode.workspace.fs.isWritableFileSystem(then.uri.scheme) ?? false, false);
  await closeAll();
});

test("a decision whose words are gone is anchored to the selection, or dropped", async () => {
  const document = await decided("gone");
  await replace(document, ` Fico said: ${QUOTATION}`, "");
  const [row] = await rowsOf(document, "gone");
  const editor = await vscode.window.showTextDocument(document);
  const start = document.getText().indexOf("Nobody in the town");
  editor.selection = new vscode.Selection(document.positionAt(start), document.positionAt(start + "Nobody in the town".length));
  await vscode.commands.executeCommand(LOOK_COMMANDS.reanchor, row);
  const [anchored] = await rowsOf(document, "in-place");
  assert.equal(anchored.kind === "look" && anchored.look.target.anchor.exact, "Nobody in the town");
  await vscode.commands.executeCommand(LOOK_COMMANDS.drop, anchored);
  const { secondLook } = await sourceReview();
  await eventually("an empty view", () => (secondLook.groups.length === 0 ? true : undefined));
  await closeAll();
});
