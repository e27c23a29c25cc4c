import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type OpenedFolder, openSeeds } from "./openedSeeds.js";

let opened: OpenedFolder;
beforeAll(async () => {
  opened = await openSeeds();
  await opened.window.open("01-news-report.txt");
  await opened.window.openContainer("Source Review");
});
afterEach(async ({ task }) => {
  if (task.result?.state === "fail") await opened.window.screenshot(`failed ${task.name}`);
});
afterAll(() => opened?.close());

const rowWithFocus = () =>
  opened.window.page.locator(".pane .monaco-list.element-focused .monaco-list-row.focused").getAttribute("aria-label");

test("the views are filled once when they are first seen: what VS Code asks of rows that were just drawn is answered", async () => {
  const { window } = opened;
  await window.treeRow("Quotations", /^Khalid al-Attiyah/).waitFor();
  await window.treeRow("Entities", /^Nouri al-Maliki/).waitFor();
  await window.page.waitForTimeout(1000);
  expect(window.hostLog()).toContain("Extension host");
  expect(window.hostLog()).not.toContain("No tree item");
});

test("Enter on a mention goes there, and the tree keeps its place and the keyboard", async () => {
  const { window } = opened;
  await window.treeRow("Entities", /Nouri al-Maliki/).click();
  await window.press("ArrowRight");
  await expect.poll(async () => (await window.treeRows("Entities")).some((row) => row.level === 3)).toBe(true);
  await window.press("ArrowDown");
  await window.press("ArrowDown");
  const before = await rowWithFocus();
  await window.press("Enter");
  await expect.poll(() => window.cursor()).toMatch(/selected/);
  expect(await rowWithFocus()).toBe(before);
  expect(before).toMatch(/^Line \d+, /);
});

test("Show in Sidebar selects the mention that the cursor is on", async () => {
  const { window } = opened;
  await window.goTo(17, 62);
  await window.command("Source Review: Show in Sidebar");
  await expect.poll(async () => (await window.treeRows("Entities")).find((row) => row.selected)?.label).toMatch(/^Line 17, .*Barack Obama/);
});

test("F2 renames the entity whose row has the keyboard, not the one that was chosen before", async () => {
  const { window } = opened;
  await window.treeRow("Entities", /^Nouri al-Maliki/).click();
  await window.press("ArrowLeft");
  await window.press("ArrowDown");
  await expect.poll(rowWithFocus).not.toMatch(/^Nouri al-Maliki/);
  const name = (await rowWithFocus())?.split(",")[0];
  await window.press("F2");
  const input = window.page.locator(".quick-input-widget:visible input").first();
  await expect.poll(() => input.inputValue()).toBe(name);
  await window.type("Renamed Here");
  await window.press("Enter");
  await window.page.locator(".quick-input-widget:visible .monaco-list-row").first().waitFor();
  await window.press("Enter");
  await window.treeRow("Entities", /^Renamed Here/).waitFor();
  await window.command("Source Review: Undo Decision");
  await window.treeRow("Entities", /^Renamed Here/).waitFor({ state: "detached" });
});

/** Types a filter once its box has the keyboard: the palette's own box is there a moment longer. */
async function filterEntities(text: string): Promise<void> {
  const { window } = opened;
  await window.command("Source Review: Filter Entities…");
  await window.page.locator('.quick-input-widget input[placeholder^="Words of a name"]:focus').waitFor({ state: "visible" });
  await window.type(text);
}

test("a filter narrows the tree with each letter, says what is left, and is cleared from the title", async () => {
  const { window } = opened;
  await filterEntities("attiyah");
  const message = window.page.getByText(/^Filter “attiyah”: 1 of \d+$/);
  await message.waitFor({ state: "visible" });
  await window.press("Enter");
  await expect.poll(async () => (await window.treeRows("Entities")).filter((row) => row.level === 2).length).toBe(1);
  await window.command("Source Review: Clear the Filter of Entities");
  await message.waitFor({ state: "detached" });
});

test("Find All Mentions lists the mentions in VS Code's own view of references", async () => {
  const { window } = opened;
  await filterEntities("attiyah");
  await window.press("Enter");
  const row = window.treeRow("Entities", /Khalid al-Attiyah/);
  const item = window.page.getByRole("menuitem", { name: "Find All Mentions" });
  const results = window.page.getByText(/^\d+ results in \d+ files?$/);
  // A menu takes no click and no key in the moment after it opened, and closes: it is opened again then.
  await expect
    .poll(async () => {
      if (!(await item.isVisible())) await row.click({ button: "right" });
      await item.click();
      return results.waitFor({ state: "visible", timeout: 5_000 }).then(
        () => true,
        () => false,
      );
    })
    .toBe(true);
  await window.openContainer("Source Review");
  await window.command("Source Review: Clear the Filter of Entities");
});
