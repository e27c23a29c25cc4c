import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type OpenedFolder, openSeeds } from "./openedSeeds.js";

let opened: OpenedFolder;
beforeAll(async () => {
  opened = await openSeeds();
  await opened.window.open("01-news-report.txt");
  await opened.window.openContainer("Source Review");
  // Folded up, they leave room for rows that stand far down: what is out of sight is not drawn.
  for (const view of ["Quotations", "Topics"]) await opened.window.page.locator(`.pane-header .title:text-is("${view}")`).click();
});
afterEach(async ({ task }) => {
  if (task.result?.state === "fail") await opened.window.screenshot(`failed ${task.name}`);
});
afterAll(() => opened?.close());

const rows = (view: string) => opened.window.treeRows(view);

test("one entry stands for a person in all documents, and a line below it leads into a document that was not open", async () => {
  const { window } = opened;
  await window.command("Source Review: List All Documents");
  await expect
    .poll(async () => (await rows("Entities")).map(({ label }) => label), { timeout: 30_000 })
    .toContainEqual(expect.stringMatching(/^Barack Obama, person, \d+ mentions in \d+ documents$/));
  // The click unfolds the entity: a key that did so, too, would go on to its first document where the click was quicker.
  await window.treeRow("Entities", /Barack Obama/).click();
  await expect
    .poll(async () => (await rows("Entities")).filter(({ level }) => level === 3).map(({ label }) => label))
    .toContainEqual(expect.stringMatching(/^01-news-report\.txt/));
  await window.press("ArrowDown");
  await window.press("ArrowDown");
  await window.press("ArrowRight");
  await expect
    .poll(async () => (await rows("Entities")).filter(({ level }) => level === 4).map(({ label }) => label))
    .toContainEqual(expect.stringMatching(/^Line \d+, .*Obama/));
  await window.press("ArrowDown");
  await window.press("Enter");
  await expect.poll(() => window.page.locator(".tab.active").getAttribute("data-resource-name")).not.toBe("01-news-report.txt");
  await expect.poll(() => window.cursor()).toMatch(/selected/);
});

test("what is typed in Go to Entity finds another spelling in all documents", async () => {
  const { window } = opened;
  await window.command("Source Review: Go to Entity…");
  await window.page.locator('.quick-input-widget input[placeholder^="Name, role"]:focus').waitFor({ state: "visible" });
  await window.type("jafari");
  await expect.poll(() => window.quickPick()).toContainEqual(expect.stringMatching(/Ibrahim al-Jaafari.*documents/));
  await window.press("Escape");
});

test("the view Across Documents lists dates in the order of time, and says how many documents were read", async () => {
  const { window } = opened;
  await window.page.locator('.pane-header .title:text-is("Across Documents")').click();
  await window.page.getByText(/^\d+ documents read\.$/).waitFor({ state: "visible" });
  await window.treeRow("Across Documents", /Dates/).click();
  await expect
    .poll(async () => (await rows("Across Documents")).filter(({ level }) => level === 2).map(({ label }) => label))
    .toContainEqual(expect.stringMatching(/^\d{4}/));
});

test("Go to Entity finds the entities of all documents from the sidebar's lists, too, with no document in front", async () => {
  const { window } = opened;
  await window.command("View: Close All Editors");
  await window.command("Source Review: Focus on Entities View");
  await window.press("Alt+q");
  await window.press("e");
  await window.page.locator('.quick-input-widget input[placeholder^="Name, role"]:focus').waitFor({ state: "visible" });
  await window.type("jafari");
  await expect.poll(() => window.quickPick()).toContainEqual(expect.stringMatching(/Ibrahim al-Jaafari.*documents/));
  await window.press("Enter");
  await expect.poll(() => window.cursor()).toMatch(/selected/);
});
