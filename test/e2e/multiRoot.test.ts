import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { openWindow } from "../../src/development/vscode/openWindow.mjs";
import { PICTURES } from "./openedSeeds.js";

const FOLDERS = ["north", "south"];
const TEXTS = [
  'Harbour reopens\n\nMinister Anna Kowalczyk spoke in Lisbon on Tuesday. "We have read the letter," Kowalczyk said.\n',
  'A letter\n\nAnna Kowalczyk, the minister, spoke in Porto on Monday. "We have read it twice," Kowalczyk said. Marta Silva was there.\n',
];

/** A workspace of two folders, each with a source of the same name. */
const place = mkdtempSync(join(tmpdir(), "source-review-folders-"));
const everywhere = FOLDERS.map((folder) => join(place, folder, ".source-review", "everywhere.jsonl"));
let opened: Awaited<ReturnType<typeof openWindow>>;
beforeAll(async () => {
  for (const [rank, folder] of FOLDERS.entries()) {
    mkdirSync(join(place, folder, "sources"), { recursive: true });
    writeFileSync(join(place, folder, "sources", "harbour.txt"), TEXTS[rank]);
  }
  const workspace = join(place, "both.code-workspace");
  writeFileSync(workspace, JSON.stringify({ folders: FOLDERS.map((path) => ({ path })) }));
  opened = await openWindow({ folder: workspace, pictures: PICTURES });
});
afterEach(async ({ task }) => {
  if (task.result?.state === "fail") await opened.window.screenshot(`failed ${task.name}`);
});
afterAll(async () => {
  await opened?.close();
  rmSync(place, { recursive: true, force: true, maxRetries: 5 });
});

const entities = async () => (await opened.window.treeRows("Entities")).map(({ label }) => label);

test("the sources of both folders are read as one, and told apart where they have one name", async () => {
  const { window } = opened;
  await window.openContainer("Source Review");
  await window.command("Source Review: List All Documents");
  await window.treeRow("Entities", /^Marta Silva/).waitFor();
  await expect.poll(entities).toContainEqual(expect.stringMatching(/^Anna Kowalczyk, person, \d mentions in 2 documents$/));
  await window.treeRow("Entities", /^Anna Kowalczyk/).click();
  await window.press("ArrowRight");
  const inFolder = (folder: string) => expect.stringMatching(new RegExp(`^harbour\\.txt, \\d mentions.*, in ${folder}/sources$`));
  await expect.poll(entities).toEqual(expect.arrayContaining(FOLDERS.map(inFolder)));
});

test("what is decided for all documents is kept in each folder for its own, and taken back in each", async () => {
  const { window } = opened;
  await window.treeRow("Entities", /^Anna Kowalczyk/).click();
  await window.press("F2");
  const input = window.page.locator(".quick-input-widget:visible input").first();
  await expect.poll(() => input.inputValue()).toBe("Anna Kowalczyk");
  await window.type("The Minister");
  await window.press("Enter");
  await window.treeRow("Entities", /^The Minister/).waitFor();
  for (const file of everywhere) {
    await expect.poll(() => existsSync(file)).toBe(true);
    await expect.poll(() => readFileSync(file, "utf8")).toContain("The Minister");
  }
  await window.command("Source Review: Undo Decision");
  await window.treeRow("Entities", /^The Minister/).waitFor({ state: "detached" });
  await window.treeRow("Entities", /^Anna Kowalczyk/).waitFor();
  await expect.poll(entities).toContainEqual(expect.stringMatching(/^Anna Kowalczyk, person, \d mentions in 2 documents$/));
});

test("a citation has the form that the document's own folder gives it", async () => {
  const { window } = opened;
  mkdirSync(join(place, "south", ".vscode"));
  writeFileSync(
    join(place, "south", ".vscode", "settings.json"),
    JSON.stringify({ "sourceReview.citation": "{file}, line {line}: {quote}" }),
  );
  await window.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await window.press("Control+P");
  await window.type("harbour.txt");
  await window.page.locator(".quick-input-widget:visible .monaco-list-row", { hasText: "south" }).first().click();
  await window.page.locator('.tab.active[data-resource-name="harbour.txt"]').waitFor();
  await window.goTo(3, 66);
  const copied = async () => {
    await window.command("Source Review: Copy Citation");
    return window.page.evaluate("navigator.clipboard.readText()");
  };
  await expect.poll(copied, { timeout: 20_000 }).toBe("harbour.txt, line 3: We have read it twice,");
});
