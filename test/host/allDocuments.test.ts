import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import * as vscode from "vscode";
import { SIDEBAR_COMMANDS, VIEWS } from "../../src/contributions.js";
import type { AllDocuments } from "../../src/sidebar/allDocuments.js";
import type { ViewName } from "../../src/sidebar/views.js";
import { closeAll, eventuallyGathered, sourceReview } from "./reviewing.js";
import { test } from "./suite.js";
import { eventually, folder } from "./window.js";

const ONE = "Robert Kaliňák came to Nitra on Friday. Kaliňák said: “The bridge over the Nitra stays closed until 14 May.”\n";
const WITH_TOPICS = `The bridge stays closed\n\nTopics covered\n\nferry traffic, nitra\n\nMay 9, 2014\n\n${ONE}\nThe ferry traffic was stopped in April. Ferry traffic begins again in May.\n`;
const OTHER = "The minister of the interior was asked about it.\n\n“Nobody asked us,” said Robert Kalinak in Bratislava.\n";

function uriOf(name: string): vscode.Uri {
  return vscode.Uri.joinPath(folder(), "sources", "all", name);
}

async function write(name: string, content: string): Promise<string> {
  await vscode.workspace.fs.writeFile(uriOf(name), new TextEncoder().encode(content));
  return uriOf(name).toString();
}

/** The tree in its state All Documents, seen. */
async function all(view: ViewName): Promise<AllDocuments> {
  const { sidebar, across } = await sourceReview();
  await across();
  await vscode.commands.executeCommand(SIDEBAR_COMMANDS.listAllDocuments);
  await vscode.commands.executeCommand(`${VIEWS[view]}.focus`);
  await eventually("a view that is seen", () => sidebar.trees[view].visible || undefined);
  const rows = sidebar.trees[view].all;
  assert.ok(rows);
  return rows;
}

function labelOf(rows: AllDocuments, id: string): string {
  const { label } = rows.item(id);
  return typeof label === "string" ? label : (label?.label ?? "");
}

/** The row with a label below others, once there is one; its description fits a pattern. */
async function below(rows: AllDocuments, parent: string | undefined, wanted: string, description = /(?:)/): Promise<string> {
  return eventuallyGathered(`a row “${wanted}”`, async () => {
    const ids = await rows.children(parent);
    return ids.find((id) => labelOf(rows, id) === wanted && description.test(String(rows.item(id).description)));
  });
}

async function filter(view: ViewName, query: string): Promise<void> {
  (await sourceReview()).sidebar.state.setFilter(view, query);
}

async function end(): Promise<void> {
  const { sidebar } = await sourceReview();
  for (const view of ["entities", "quotations", "topics"] as const) sidebar.state.setFilter(view, "");
  await vscode.commands.executeCommand(SIDEBAR_COMMANDS.listFrontDocument);
  await closeAll();
}

test("one entry stands for one person in all documents, whatever spelling is looked for; below it documents and lines", async () => {
  const first = await write("one.txt", ONE);
  const second = await write("other.txt", OTHER);
  const rows = await all("entities");
  assert.equal(vscode.workspace.getConfiguration("sourceReview").get("sidebar.scope"), "all");
  await filter("entities", "kalinak");
  const people = await below(rows, undefined, "People");
  const [entity, ...others] = await eventuallyGathered("the entry", async () => {
    const ids = await rows.children(people);
    return ids.some((id) => /2 documents/.test(String(rows.item(id).description))) ? ids : undefined;
  });
  assert.deepEqual(others, []);
  assert.equal(rows.parent(entity), people);
  const documents = await rows.children(entity);
  assert.deepEqual(
    documents.map((id) => labelOf(rows, id)),
    ["one.txt", "other.txt"],
  );
  for (const id of documents) assert.match(String(rows.item(id).description), /^\d+ · sources\/all(?: · |$)/);
  const [mention] = await rows.children(documents[1]);
  const { label, command } = rows.item(mention);
  assert.ok(typeof label === "object");
  const [[from, to]] = label.highlights ?? [];
  assert.match(label.label, /said Robert Kalinak in Bratislava/);
  assert.equal(label.label.slice(from, to), "Robert Kalinak");
  assert.ok(command);
  await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
  const editor = vscode.window.activeTextEditor;
  assert.equal(editor?.document.uri.toString(), second);
  assert.equal(editor?.document.getText(editor.selection), "Robert Kalinak");
  await vscode.commands.executeCommand(SIDEBAR_COMMANDS.copyName, entity);
  assert.match(await vscode.env.clipboard.readText(), /^Robert Kali[nň][aá]k$/);
  assert.ok(first !== second);
  await end();
});

test("quotations of all documents stand under who speaks, and are found by their words", async () => {
  await write("one.txt", WITH_TOPICS);
  const path = await write("other.txt", OTHER);
  const rows = await all("quotations");
  await filter("quotations", "nobody asked");
  const speaker = await eventuallyGathered("the speaker", async () =>
    (await rows.children(undefined)).find((id) => /Kali/.test(labelOf(rows, id))),
  );
  const [quotation, ...others] = await rows.children(speaker);
  assert.deepEqual(others, []);
  assert.match(String(rows.item(quotation).description), /^other\.txt:3/);
  await vscode.commands.executeCommand(SIDEBAR_COMMANDS.open, quotation);
  assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), path);
  await vscode.commands.executeCommand(SIDEBAR_COMMANDS.copyQuotation, quotation);
  assert.match(await vscode.env.clipboard.readText(), /Nobody asked us.* — Robert Kalinak \(sources\/all\/other\.txt:3\)/);
  assert.match(rows.message, /^Filter “nobody asked”: \d+ of \d+$/);
  await end();
});

test("topics of all documents lead to their documents and lines", async () => {
  await write("one.txt", WITH_TOPICS);
  const rows = await all("topics");
  await filter("topics", "ferry traffic");
  const topic = await below(rows, undefined, "ferry traffic", /1 document/);
  const [document] = await rows.children(topic);
  assert.equal(labelOf(rows, document), "one.txt");
  const [line] = await rows.children(document);
  assert.match(labelOf(rows, line), /ferry traffic/i);
  await end();
});

test("Show in Sidebar finds the entity of all documents although a filter leaves it out", async () => {
  await write("one.txt", ONE);
  await all("entities");
  const { sidebar, documents } = await sourceReview();
  const { document } = await vscode.window.showTextDocument(uriOf("one.txt"));
  await eventually("its analysis", () => documents.get(document.uri.toString()));
  await filter("entities", "nobody of this name");
  await eventuallyGathered("the entity", async () =>
    (await sidebar.reveal(document.uri.toString(), document.getText().indexOf("Kaliňák"))) ? true : undefined,
  );
  const [selected] = await eventually("a selection", () => {
    const { selection } = sidebar.trees.entities;
    return selection.length > 0 ? selection : undefined;
  });
  assert.match(selected, /^all\/entities\/person\//);
  await end();
});

test("Show in Sidebar selects the entity while the rows are just being drawn by another filter", async () => {
  await write("one.txt", ONE);
  await all("entities");
  const { sidebar, documents } = await sourceReview();
  const { document } = await vscode.window.showTextDocument(uriOf("one.txt"));
  await eventually("its analysis", () => documents.get(document.uri.toString()));
  const uri = document.uri.toString();
  await eventuallyGathered("the entity", async () => ((await sidebar.reveal(uri, ONE.indexOf("Kaliňák"))) ? true : undefined));
  for (const query of ["nitra", "nobody", "n", ""]) {
    await filter("entities", query);
    assert.ok(await sidebar.reveal(uri, ONE.indexOf("Kaliňák")), `nothing is shown with the filter “${query}”`);
    assert.match(sidebar.trees.entities.selection[0] ?? "", /^all\/entities\/person\//, `nothing is selected with the filter “${query}”`);
  }
  await end();
});

test("rows that an answer no longer has are forgotten with all below them", async () => {
  await write("one.txt", ONE);
  const rows = await all("entities");
  await filter("entities", "kaliňák");
  const people = await below(rows, undefined, "People");
  const [entity] = await eventuallyGathered("the entry", async () => {
    const ids = await rows.children(people);
    return ids.length > 0 ? ids : undefined;
  });
  const [document] = await rows.children(entity);
  assert.ok(rows.item(document).label);
  await filter("entities", "nobody of this name");
  await rows.children(undefined);
  for (const id of [people, entity, document]) assert.equal(rows.item(id).label, undefined);
  await end();
});

test("what vanished is listed no more, and the message tells of it", async () => {
  const rows = await all("entities");
  await rm(join(folder().fsPath, "sources", "all"), { recursive: true, force: true });
  await filter("entities", "kalinak");
  await eventuallyGathered("an end to the entry", async () => {
    await rows.children(undefined);
    return /^Filter “kalinak”: none of/.test(rows.message) ? true : undefined;
  });
  await end();
});
