import assert from "node:assert/strict";
import { rm, symlink } from "node:fs/promises";
import { join } from "node:path";
import * as vscode from "vscode";
import type { AcrossGroup, AcrossRow } from "../../src/across/acrossRows.js";
import type { AcrossTree } from "../../src/across/acrossTree.js";
import type { Across } from "../../src/across.js";
import { ACROSS_COMMANDS, VERSION_SCHEME } from "../../src/contributions.js";
import { closeAll, edit, eventuallyGathered, sourceReview } from "./reviewing.js";
import { test } from "./suite.js";
import { eventually, folder, show } from "./window.js";

const ONE =
  "On 3 May 2014 Robert Fico said in Berlin: “The harbour has 14 berths and stays open to every ship from every country of the world.”\n";
const OTHER = "Robert Fico told reporters: “The harbour has 41 berths and stays open to every ship from every country of the world.”\n";

async function across(): Promise<Across> {
  return (await sourceReview()).across();
}

function uriOf(name: string): vscode.Uri {
  return vscode.Uri.joinPath(folder(), "sources", "across", name);
}

async function write(name: string, content: string | Uint8Array): Promise<string> {
  await vscode.workspace.fs.writeFile(uriOf(name), typeof content === "string" ? new TextEncoder().encode(content) : content);
  return uriOf(name).toString();
}

/** The rows under a heading, those under its years among them. */
async function rowsBelow(tree: AcrossTree, heading: AcrossRow): Promise<readonly AcrossRow[]> {
  const rows = await tree.getChildren(heading);
  return (await Promise.all(rows.map((row) => (row.kind === "year" ? tree.getChildren(row) : [row])))).flat();
}

/** The rows under a heading once they are as asked for. */
async function rowsWhen(group: AcrossGroup, isThere: (row: AcrossRow) => boolean): Promise<AcrossRow> {
  const { tree } = await across();
  return eventuallyGathered(`a row under ${group}`, async () => {
    const heading = (await tree.getChildren()).find((row) => row.kind === "group" && row.group === group);
    return heading && (await rowsBelow(tree, heading)).find(isThere);
  });
}

function labelOf(tree: AcrossTree, row: AcrossRow): string {
  const { label } = tree.getTreeItem(row);
  return typeof label === "string" ? label : (label?.label ?? "");
}

const isUtterance = (row: AcrossRow) => row.kind === "utterance" && row.utterance.text.includes("harbour has");

test("files that nobody opened are read; two versions of an utterance stand side by side", async () => {
  const first = await write("one.txt", ONE);
  const second = await write("other.txt", OTHER);
  const front = (await show("01-news-report.txt")).document.uri.toString();
  const utterance = await rowsWhen("quotations", isUtterance);
  const { tree } = await across();
  assert.match(labelOf(tree, utterance), /^number · /);
  const versions = await tree.getChildren(utterance);
  assert.deepEqual(versions.map((row) => row.kind === "version" && row.version.quotation.path).sort(), [first, second].sort());
  assert.match(labelOf(tree, versions[1]), /^(?:14 → 41|41 → 14) · /);
  await vscode.commands.executeCommand(ACROSS_COMMANDS.compare, versions[1]);
  const input = await eventually("a comparison", () => {
    const shown = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    return shown instanceof vscode.TabInputTextDiff ? shown : undefined;
  });
  assert.equal(input.original.scheme, VERSION_SCHEME);
  const texts = await Promise.all([input.original, input.modified].map((uri) => vscode.workspace.openTextDocument(uri)));
  assert.deepEqual(texts.map((text) => (text.getText().includes("14 berths") ? 14 : 41)).sort(), [14, 41]);
  const { documents } = await sourceReview();
  assert.equal(documents.front, front, "The views stay with the document that the comparison was opened from.");
  await closeAll();
});

test("a heading with nothing below it does not open", async () => {
  const { tree } = await across();
  const opens = (total: number) => tree.getTreeItem({ kind: "group", group: "quotations", total }).collapsibleState;
  assert.equal(opens(0) ?? vscode.TreeItemCollapsibleState.None, vscode.TreeItemCollapsibleState.None);
  assert.equal(opens(1), vscode.TreeItemCollapsibleState.Collapsed);
});

test("many dates stand below their years", async () => {
  const days = Array.from({ length: 60 }, (_, day) => `On ${1 + (day % 28)} March ${1801 + (day % 2)} the harbour was closed.`);
  await write("years.txt", `${days.join("\n\n")}\n`);
  const year = await eventuallyGathered("the year", async () => {
    const { tree } = await across();
    const heading = (await tree.getChildren()).find((row) => row.kind === "group" && row.group === "dates");
    return heading && (await tree.getChildren(heading)).find((row) => row.kind === "year" && row.year.year === "1802");
  });
  const { tree } = await across();
  assert.equal((await tree.getChildren(year)).length, 30);
  await vscode.workspace.fs.delete(uriOf("years.txt"));
});

test("a date leads to its sentence", async () => {
  const path = await write("one.txt", ONE);
  const row = await rowsWhen("dates", (one) => one.kind === "date" && one.date.path === path && one.date.value === "2014-05-03");
  await vscode.commands.executeCommand(ACROSS_COMMANDS.open, row);
  const editor = vscode.window.activeTextEditor;
  assert.equal(editor?.document.uri.toString(), path);
  assert.equal(editor?.document.getText(editor.selection), "3 May 2014");
  await closeAll();
});

test("an unsaved text goes before the file's, and the file's holds again when the editor gives it up", async () => {
  // Long ago, so that the rows are among the first 200.
  const path = await write("unsaved.txt", ONE.replace("3 May 2014", "4 June 1985"));
  const isDated = (value: string) => (row: AcrossRow) => row.kind === "date" && row.date.path === path && row.date.value === value;
  await rowsWhen("dates", isDated("1985-06-04"));
  const { document } = await vscode.window.showTextDocument(uriOf("unsaved.txt"));
  const start = document.getText().indexOf("1985");
  await edit((change) =>
    change.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(start + 4)), "1979"),
  );
  await rowsWhen("dates", isDated("1979-06-04"));
  assert.equal(document.isDirty, true);
  await closeAll();
  await rowsWhen("dates", isDated("1985-06-04"));
});

test("binaries, links in circles and files that vanish leave the others as they are", async () => {
  await write("binary.txt", new Uint8Array([0, 1, 2, 3]));
  await symlink(folder().fsPath, join(folder().fsPath, "sources", "across", "circle"));
  const path = await write("vanishing.txt", ONE);
  const hasPath = (row: AcrossRow) => row.kind === "date" && row.date.path === path;
  await rowsWhen("dates", hasPath);
  await vscode.workspace.fs.delete(uriOf("vanishing.txt"));
  const { tree } = await across();
  await eventuallyGathered("an end to the row", async () => {
    const dates = (await tree.getChildren()).find((row) => row.kind === "group" && row.group === "dates");
    return dates && ((await rowsBelow(tree, dates)).some(hasPath) ? undefined : true);
  });
  await eventually("word of the binary", () => (/left out/.test(tree.message ?? "") ? true : undefined));
  await rm(join(folder().fsPath, "sources", "across"), { recursive: true });
});

test("reading pauses, resumes and stops", async () => {
  const { tree } = await across();
  const says = (words: RegExp) => eventually(String(words), () => (words.test(tree.message ?? "") ? true : undefined));
  await vscode.commands.executeCommand(ACROSS_COMMANDS.pause);
  await says(/^Paused/);
  await vscode.commands.executeCommand(ACROSS_COMMANDS.resume);
  await says(/read/);
  await vscode.commands.executeCommand(ACROSS_COMMANDS.stop);
  await says(/^Stopped/);
  await vscode.commands.executeCommand(ACROSS_COMMANDS.resume);
  await says(/documents read/);
});
