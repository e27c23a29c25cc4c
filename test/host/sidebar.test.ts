import assert from "node:assert/strict";
import * as vscode from "vscode";
import { DECISION_COMMANDS, HISTORY_COMMANDS, ROW_COMMANDS, SIDEBAR_COMMANDS, VIEWS } from "../../src/contributions.js";
import { PAGE } from "../../src/sidebar/model/treeModel.js";
import type { ReviewTree } from "../../src/sidebar/reviewTree.js";
import type { ViewName } from "../../src/sidebar/views.js";
import { analysisOf, closeAll, positionIn, sourceReview } from "./reviewing.js";
import { test } from "./suite.js";
import { eventually, show, showNew } from "./window.js";

const TEXT = `Council votes on the harbour

Jun 13, 2014

Prime Minister Robert Fico met Angela Merkel in Berlin on Friday. Fico said: “The harbour stays open.” He left for Bratislava in the evening.

“We have waited for years,” Angela Merkel said in Berlin.
`;

async function opened(name: string, text = TEXT): Promise<vscode.TextDocument> {
  const { document } = await showNew(`sources/${name}.txt`, text);
  await analysisOf(document);
  return document;
}

async function tree(view: ViewName): Promise<ReviewTree> {
  const { sidebar } = await sourceReview();
  await vscode.commands.executeCommand(`${VIEWS[view]}.focus`);
  await eventually("a view that is seen", () => sidebar.trees[view].visible || undefined);
  sidebar.refresh();
  return sidebar.trees[view];
}

function label(of: ReviewTree, id: string): string {
  const shown = of.getTreeItem(id).label;
  return typeof shown === "string" ? shown : (shown?.label ?? "");
}

/** The row under a row whose label is the one given. */
function child(of: ReviewTree, wanted: string, parent?: string): string {
  const labels = of.getChildren(parent);
  const found = labels.find((id) => label(of, id) === wanted);
  assert.ok(found, `No row “${wanted}” among: ${labels.map((id) => label(of, id)).join(", ")}`);
  return found;
}

const selectedText = () => {
  const editor = vscode.window.activeTextEditor;
  return editor?.document.getText(editor.selection);
};

test("the sidebar lists who is named, and a click leads to the first full mention", async () => {
  await opened("sidebar-entities");
  const entities = await tree("entities");
  const merkel = child(entities, "Angela Merkel", child(entities, "People"));
  const item = entities.getTreeItem(merkel);
  assert.match(item.accessibilityInformation?.label ?? "", /^Angela Merkel, person, 2 mentions/);
  assert.equal(entities.getChildren(merkel).length, 2);
  await vscode.commands.executeCommand(item.command!.command, ...item.command!.arguments!);
  assert.equal(selectedText(), "Angela Merkel");
  await closeAll();
});

test("rows that are shown are not drawn again when the list of all documents is loaded", async () => {
  await (await sourceReview()).across();
  await opened("sidebar-loaded");
  const entities = await tree("entities");
  const people = child(entities, "People");
  const all = entities.all;
  assert.ok(all);
  const drawn: (readonly string[] | undefined)[] = [];
  const listener = entities.onDidChangeTreeData((rows) => drawn.push(rows));
  entities.showAll(all);
  listener.dispose();
  assert.deepEqual(drawn, []);
  assert.equal(child(entities, "People"), people);
  await closeAll();
});

test("each mention leads to its own place", async () => {
  const document = await opened("sidebar-mentions");
  const entities = await tree("entities");
  const berlin = child(entities, "Berlin", child(entities, "Places"));
  const [, second] = entities.getChildren(berlin);
  await vscode.commands.executeCommand(SIDEBAR_COMMANDS.open, second);
  assert.equal(document.offsetAt(vscode.window.activeTextEditor!.selection.start), TEXT.lastIndexOf("Berlin"));
  await closeAll();
});

test("a row's menu decides on the row, wherever the cursor is, and of a row that is gone on nothing", async () => {
  const document = await opened("sidebar-decide");
  const position = positionIn(document, "Bratislava");
  vscode.window.activeTextEditor!.selection = new vscode.Selection(position, position);
  const entities = await tree("entities");
  const berlin = child(entities, "Berlin", child(entities, "Places"));
  const [first] = entities.getChildren(berlin);
  await vscode.commands.executeCommand(ROW_COMMANDS[DECISION_COMMANDS.reject], first, [first]);
  const mentions = async () =>
    (await analysisOf(document)).analysis.entities
      .flatMap(({ name, mentions }) => mentions.map(() => name))
      .filter((name) => /^B/.test(name));
  assert.deepEqual((await mentions()).sort(), ["Berlin", "Bratislava"]);
  await vscode.commands.executeCommand(HISTORY_COMMANDS.undo);
  void vscode.commands.executeCommand(ROW_COMMANDS[DECISION_COMMANDS.reject], "no such row");
  await new Promise((resolve) => setTimeout(resolve, 300));
  assert.deepEqual((await mentions()).sort(), ["Berlin", "Berlin", "Bratislava"]);
  await closeAll();
});

test("a row leads to the right words after the text above it has grown, before the next analysis", async () => {
  const document = await opened("sidebar-edit");
  const entities = await tree("entities");
  const bratislava = child(entities, "Bratislava", child(entities, "Places"));
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(4, 0), "Here is a new sentence. ");
  await vscode.workspace.applyEdit(edit);
  await vscode.commands.executeCommand(SIDEBAR_COMMANDS.open, bratislava);
  assert.equal(selectedText(), "Bratislava");
  await closeAll();
});

test("an edit draws the rows of its own line again, once, and nothing else", async () => {
  const document = await opened("sidebar-quiet");
  const entities = await tree("entities");
  for (const heading of entities.getChildren()) for (const row of entities.getChildren(heading)) entities.getChildren(row);
  const drawn: (readonly string[] | undefined)[] = [];
  const listener = entities.onDidChangeTreeData((rows) => drawn.push(rows));
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, document.lineAt(0).range.end, ", at last");
  await vscode.workspace.applyEdit(edit);
  await analysisOf(document);
  (await sourceReview()).sidebar.refresh();
  listener.dispose();
  const labels = drawn.flatMap((ids) => ids?.map((id) => label(entities, id)) ?? ["everything"]);
  assert.ok(
    labels.every((shown) => shown.includes("votes on the harbour, at last")),
    labels.join("\n"),
  );
  assert.equal(new Set(drawn.flat()).size, labels.length);
  await closeAll();
});

test("the words of a quotation are listed under its speaker", async () => {
  await opened("sidebar-quotations");
  const quotations = await tree("quotations");
  const merkel = child(quotations, "Angela Merkel");
  assert.equal(label(quotations, quotations.getChildren(merkel)[0]), "“We have waited for years,”");
  await closeAll();
});

test("a filter narrows the tree, whatever the accents, and is lifted for what is to be shown", async () => {
  const document = await opened("sidebar-filter");
  const { sidebar } = await sourceReview();
  const entities = await tree("entities");
  sidebar.state.setFilter("entities", "bérlin");
  sidebar.refresh();
  assert.deepEqual(
    entities.getChildren().map((id) => label(entities, id)),
    ["Places"],
  );
  assert.equal(await sidebar.reveal(document.uri.toString(), document.offsetAt(positionIn(document, "Robert Fico"))), true);
  assert.equal(sidebar.state.filter("entities"), "");
  assert.deepEqual(
    (await eventually("a selection", () => (entities.selection.length > 0 ? entities.selection : undefined))).map(
      (id) => entities.find(id)?.node.subject.kind,
    ),
    ["mention"],
  );
  await closeAll();
});

test("all open documents are listed when wanted, and the choice is a setting", async () => {
  await opened("sidebar-first");
  await vscode.commands.executeCommand("workbench.action.keepEditor");
  await opened("sidebar-second");
  await vscode.commands.executeCommand(SIDEBAR_COMMANDS.listOpenDocuments);
  assert.equal(vscode.workspace.getConfiguration("sourceReview").get("sidebar.scope"), "open");
  const entities = await tree("entities");
  const kinds = entities.getChildren().map((id) => entities.find(id)?.node.subject.kind);
  assert.ok(kinds.length >= 2 && kinds.every((kind) => kind === "document"), kinds.join(", "));
  await vscode.commands.executeCommand(SIDEBAR_COMMANDS.listFrontDocument);
  await eventually("one document's tree", () =>
    entities.find(entities.getChildren()[0])?.node.subject.kind === "heading" ? true : undefined,
  );
  await closeAll();
});

test("many mentions come in pages", async () => {
  await opened("sidebar-pages", Array.from({ length: 3 * PAGE }, () => "Angela Merkel came back from Berlin.").join("\n\n"));
  const entities = await tree("entities");
  const merkel = child(entities, "Angela Merkel", child(entities, "People"));
  const before = entities.getChildren(merkel);
  assert.equal(before.length, PAGE + 1);
  await vscode.commands.executeCommand(SIDEBAR_COMMANDS.showMore, before.at(-1));
  assert.equal(entities.getChildren(merkel).length, 2 * PAGE + 1);
  await closeAll();
});

test("a document that is not under review says so, and one without a name lists nothing", async () => {
  await showNew("elsewhere.csv", TEXT);
  const entities = await tree("entities");
  assert.deepEqual(entities.getChildren(), []);
  await opened("sidebar-empty", "nothing here.\n");
  (await sourceReview()).sidebar.refresh();
  assert.deepEqual(entities.getChildren(), []);
  await closeAll();
});

test("the tree follows the cursor when asked to", async () => {
  await show("01-news-report.txt");
  const document = await opened("sidebar-follow");
  const entities = await tree("entities");
  await vscode.commands.executeCommand(SIDEBAR_COMMANDS.followCursor);
  const editor = await vscode.window.showTextDocument(document);
  const at = positionIn(document, "Bratislava");
  editor.selection = new vscode.Selection(at, at);
  const selected = await eventually("the place's row", () =>
    entities.selection.map((id) => label(entities, id)).includes("Bratislava") ? true : undefined,
  );
  assert.equal(selected, true);
  await vscode.commands.executeCommand(SIDEBAR_COMMANDS.stopFollowing);
  await closeAll();
});
