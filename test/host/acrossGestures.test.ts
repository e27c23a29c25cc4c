import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import * as vscode from "vscode";
import { analysisOf, closeAll, eventuallyGathered, positionIn, sourceReview } from "./reviewing.js";
import { test } from "./suite.js";
import { folder } from "./window.js";

const ONE = "Minister Jozef Qaddoura opened the lock.\n\nQaddoura left before noon.\n\nAda Merrow kept the keys.\n";
const OTHER = "The lock was dug in 1931.\n\nAt the lock stood Jozef Qaddoura.\n";

function uriOf(name: string): vscode.Uri {
  return vscode.Uri.joinPath(folder(), "sources", "gestures", name);
}

/** Writes two documents, opens the first and waits until both are read. */
async function opened(): Promise<vscode.TextDocument> {
  for (const [name, content] of Object.entries({ "one.txt": ONE, "other.txt": OTHER })) {
    await vscode.workspace.fs.writeFile(uriOf(name), new TextEncoder().encode(content));
  }
  const { document } = await vscode.window.showTextDocument(uriOf("one.txt"));
  await analysisOf(document);
  const { entities } = await (await sourceReview()).across();
  await eventuallyGathered("both documents in the collection", async () =>
    entities.areRead && (await entities.search("qaddoura", 9)).some(({ entity }) => entity.documents === 2) ? true : undefined,
  );
  return document;
}

async function end(): Promise<void> {
  await closeAll();
  for (const within of [["sources"], [".source-review", "documents", "sources"]]) {
    await rm(join(folder().fsPath, ...within, "gestures"), { recursive: true, force: true });
  }
}

test("Shift+F12 lists the mentions in documents that nobody opened, each once", async () => {
  const document = await opened();
  const found = await vscode.commands.executeCommand<vscode.Location[]>(
    "vscode.executeReferenceProvider",
    document.uri,
    positionIn(document, "Qaddoura"),
  );
  const places = found.map(({ uri, range }) => `${uri.path.split("/").at(-1)} ${range.start.line}:${range.start.character}`);
  assert.deepEqual(places.sort(), ["one.txt 0:9", "one.txt 2:0", "other.txt 2:18"]);
  await end();
});

/** What the hovers say at the first place of some words. */
async function hoverOn(document: vscode.TextDocument, words: string): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    "vscode.executeHoverProvider",
    document.uri,
    positionIn(document, words),
  );
  return hovers.flatMap(({ contents }) => contents.map((part) => (typeof part === "string" ? part : part.value))).join("\n");
}

test("the hover says how many documents have the entity, and how this one names it", async () => {
  const document = await opened();
  assert.match(await hoverOn(document, "Jozef Qaddoura"), /In 2 documents, 3 mentions\\?; here\\?: Jozef Qaddoura/);
  await end();
});

test("the hover counts over all documents what is one entity by the decisions in this one", async () => {
  const document = await opened();
  const { decisions } = await sourceReview();
  const known = (name: string) => ({ kind: "name", name, type: "person" }) as const;
  await decisions.make(document.uri, [{ kind: "merge", target: known("Ada Merrow"), into: known("Jozef Qaddoura") }]);
  for (const words of ["Jozef Qaddoura", "Ada Merrow"]) {
    const text = await hoverOn(document, words);
    assert.match(text, /3 mentions, first in line 1/);
    assert.match(text, /In 2 documents, 4 mentions/);
  }
  await end();
});

test("Ctrl+T finds another spelling, once for all documents, and leads to the document in front first", async () => {
  await opened();
  const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>("vscode.executeWorkspaceSymbolProvider", "gaddoura");
  const found = symbols.filter(({ name }) => name.includes("Qaddoura"));
  assert.deepEqual(
    found.map(({ name, containerName, location }) => [name, containerName, location.uri.toString()]),
    [["Jozef Qaddoura (gaddoura)", "Person · 2 documents", uriOf("one.txt").toString()]],
  );
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  const elsewhere = await vscode.commands.executeCommand<vscode.SymbolInformation[]>("vscode.executeWorkspaceSymbolProvider", "qaddoura");
  assert.equal(elsewhere.filter(({ name }) => name === "Jozef Qaddoura").length, 1);
  await end();
});
