import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import * as vscode from "vscode";
import { ACROSS_COMMANDS, HISTORY_COMMANDS, SIDEBAR_COMMANDS, VIEWS } from "../../src/contributions.js";
import type { AllDocuments } from "../../src/sidebar/allDocuments.js";
import { closeAll, eventuallyGathered, sourceReview } from "./reviewing.js";
import { test } from "./suite.js";
import { eventually, folder } from "./window.js";

const TEXTS = {
  "one.txt": "Salem Qaddouri opened the mill on Monday. Salem Qaddouri left before noon.\n",
  "other.txt": "At the mill stood Salem Gaddouri, who had built it.\n",
};

const everywhere = () => vscode.Uri.joinPath(folder(), ".source-review", "everywhere.jsonl");

async function kept(): Promise<string> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(everywhere()));
  } catch {
    return "";
  }
}

async function entities(): Promise<AllDocuments> {
  for (const [name, content] of Object.entries(TEXTS)) {
    const uri = vscode.Uri.joinPath(folder(), "sources", "same", name);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(content));
  }
  const { sidebar, across } = await sourceReview();
  await across();
  await vscode.commands.executeCommand(SIDEBAR_COMMANDS.listAllDocuments);
  await vscode.commands.executeCommand(`${VIEWS.entities}.focus`);
  await eventually("a view that is seen", () => sidebar.trees.entities.visible || undefined);
  const rows = sidebar.trees.entities.all;
  assert.ok(rows);
  return rows;
}

function labelOf(rows: AllDocuments, id: string): string {
  const { label } = rows.item(id);
  return typeof label === "string" ? label : (label?.label ?? "");
}

/** The pair among those that may be the same; null where there is none. */
async function pair(rows: AllDocuments): Promise<string | null> {
  const all = (await rows.children(undefined)).find((id) => labelOf(rows, id) === "May Be the Same");
  if (all === undefined) return null;
  return (await rows.children(all)).find((id) => /Salem [QG]addouri — Salem [QG]addouri/.test(labelOf(rows, id))) ?? null;
}

async function documents(): Promise<readonly number[]> {
  const { client } = await (await sourceReview()).across();
  return ((await client.ask("searchEntities", "salem qaddouri", 9)) ?? []).map((entity) => entity.documents);
}

/** Runs a test on the two documents, and leaves the folder and the views as they were, however it ends. */
function testOfTwo(name: string, run: (rows: AllDocuments) => Promise<void>): void {
  test(name, async () => {
    try {
      await run(await entities());
    } finally {
      await closeAll();
      await vscode.commands.executeCommand(SIDEBAR_COMMANDS.listFrontDocument);
      await rm(join(folder().fsPath, "sources", "same"), { recursive: true, force: true });
      await rm(join(folder().fsPath, ".source-review"), { recursive: true, force: true });
    }
  });
}

testOfTwo(
  "two spellings that may be one name are offered below their entity and among all pairs; decided once, they are one",
  async (rows) => {
    const offered = await eventuallyGathered("the pair", async () => (await pair(rows)) ?? undefined);
    assert.match(String(rows.item(offered).description), /spellings/);
    assert.equal((await rows.children(offered)).length, 2);
    assert.deepEqual(await documents(), [1, 1]);
    await vscode.commands.executeCommand(ACROSS_COMMANDS.same, offered);
    await eventually("one entity", async () => ((await documents()).join() === "2" ? true : undefined));
    await eventually("an end to the pair", async () => ((await pair(rows)) === null ? true : undefined));
    const written = (await kept()).split("\n").filter((line) => line !== "");
    const merges = written.map((line) => JSON.parse(line)).filter((each) => each["review:decision"].kind === "merge");
    assert.deepEqual(
      merges.map(({ motivation, target }) => [motivation, target.source]),
      [["linking", "urn:source-review:everywhere"]],
    );

    const { decisions } = await sourceReview();
    const uri = vscode.Uri.joinPath(folder(), "sources", "same", "one.txt");
    const made = decisions.everywhere(uri).filter(({ kind }) => kind === "merge");
    await decisions.write(
      uri,
      made.map((each) => ({ ...each, state: "undone" as const, modified: decisions.now() })),
    );
    await eventually("two entities again", async () => ((await documents()).join() === "1,1" ? true : undefined));
  },
);

/** The row of an entity among those of all documents, by its name; null where there is none. */
async function entityRow(rows: AllDocuments, name: string): Promise<string | null> {
  for (const type of await rows.children(undefined)) {
    const found = (await rows.children(type)).find((id) => rows.item(id).contextValue === "all-entity" && labelOf(rows, id) === name);
    if (found !== undefined) return found;
  }
  return null;
}

testOfTwo(
  "what is rejected, renamed or of another type in all documents is listed and found so, and undone with no document in front",
  async (rows) => {
    const { sidebar, decisions } = await sourceReview();
    sidebar.state.setFilter("entities", "gaddouri");
    const row = (name: string) => eventuallyGathered(`the entry ${name}`, async () => (await entityRow(rows, name)) ?? undefined);
    const isGone = (name: string) =>
      eventually(`an end to ${name}`, async () => ((await entityRow(rows, name)) === null ? true : undefined));
    try {
      await closeAll();
      await vscode.commands.executeCommand(ACROSS_COMMANDS.reject, await row("Salem Gaddouri"));
      await isGone("Salem Gaddouri");
      assert.match(await kept(), /"kind":"reject"/);
      await vscode.commands.executeCommand(HISTORY_COMMANDS.undo);
      await row("Salem Gaddouri");
      await vscode.commands.executeCommand(HISTORY_COMMANDS.redo);
      await isGone("Salem Gaddouri");
      await vscode.commands.executeCommand(HISTORY_COMMANDS.undo);
      await row("Salem Gaddouri");

      const within = vscode.Uri.joinPath(folder(), "sources", "same", "other.txt");
      const target = { kind: "name", name: "Salem Gaddouri", type: "person" } as const;
      await decisions.make(within, [{ kind: "rename", target, name: "Selim the Miller" }], "everywhere");
      await decisions.make(within, [{ kind: "change-type", target, type: "work" }], "everywhere");
      sidebar.state.setFilter("entities", "miller");
      const renamed = await row("Selim the Miller");
      assert.match(String(rows.item(renamed).accessibilityInformation?.label), /work/);
      const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>("vscode.executeWorkspaceSymbolProvider", "miller");
      assert.ok(symbols.some(({ name }) => name === "Selim the Miller"));
      await vscode.commands.executeCommand(HISTORY_COMMANDS.undo);
      await vscode.commands.executeCommand(HISTORY_COMMANDS.undo);
      sidebar.state.setFilter("entities", "gaddouri");
      await row("Salem Gaddouri");
    } finally {
      sidebar.state.setFilter("entities", "");
    }
  },
);

testOfTwo("two that are not the same are offered no more, and stay two", async (rows) => {
  const offered = await eventuallyGathered("the pair", async () => (await pair(rows)) ?? undefined);
  await vscode.commands.executeCommand(ACROSS_COMMANDS.notSame, offered);
  await eventually("an end to the pair", async () => ((await pair(rows)) === null ? true : undefined));
  assert.deepEqual(await documents(), [1, 1]);
  assert.match(await kept(), /"kind":"keep-apart"/);
});
