import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type OpenedFolder, openSeeds } from "./openedSeeds.js";

let opened: OpenedFolder;
beforeAll(async () => {
  opened = await openSeeds();
  await opened.window.open("01-news-report.txt");
  await opened.window.marked("Tikrit");
});
afterEach(async ({ task }) => {
  if (task.result?.state === "fail") await opened.window.screenshot(`failed ${task.name}`);
});
afterAll(() => opened?.close());

/** The name that stands after the quotation at the cursor. */
const speakers = async () => (await opened.window.styledText()).map(({ text }) => text).filter((text) => text.startsWith("— "));

test("part of a name typed and Enter give a quotation to whom the document names so", async () => {
  const { window } = opened;
  await window.goTo(17, 107);
  await window.command("Source Review: Another Speaker…");
  await window.page.locator('.quick-input-widget input[placeholder^="Who said it?"]:focus').waitFor({ state: "visible" });
  await window.type("Fabius");
  await expect.poll(() => window.quickPick()).toEqual([expect.stringMatching(/^Laurent Fabius/), "Another nameFabius"]);
  await window.press("Enter");
  // A doubtful speaker of an indirect quotation before it has a name and a question mark.
  const sure = async () => (await speakers()).filter((name) => !name.endsWith("?"));
  await expect.poll(async () => (await sure()).slice(0, 2)).toEqual(["— Laurent Fabius", "— Laurent Fabius"]);
});

test("what asks for a verdict or a speaker names what it is on, and who speaks now", async () => {
  const { window } = opened;
  const title = window.page.locator(".quick-input-widget:visible .quick-input-title");
  await window.goTo(17, 107);
  await window.command("Source Review: Set Verdict…");
  await expect.poll(() => title.innerText()).toBe("Verdict on “all options,”");
  await window.press("Escape");
  await window.command("Source Review: Another Speaker…");
  await expect.poll(() => title.innerText()).toBe("Another Speaker for “all options,”");
  await window.type("Fabius");
  await expect.poll(async () => (await window.quickPick())[0]).toMatch(/^Laurent Fabius.* the speaker now$/);
  await window.press("Escape");
});

test("a row's menu shows no key, since it would work in the text alone, and decides on the row", async () => {
  const { window } = opened;
  await window.openContainer("Source Review");
  await window.treeRow("Entities", /Maliki/).click({ button: "right" });
  const items = window.page.locator(".context-view .monaco-menu .action-item:not(.disabled)");
  const menu = async () => (await items.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, " ").trim());
  await expect.poll(menu).toContain("Accept");
  expect((await menu()).filter((text) => /Alt/.test(text))).toEqual([]);
  await items.filter({ hasText: "Change Type…" }).click();
  await expect.poll(() => window.quickPick()).toContainEqual(expect.stringMatching(/^Organization/));
  await window.press("Escape");
});

test("what is done in Second Look says that nothing is chosen there", async () => {
  const { window } = opened;
  await window.command("Source Review: Drop Decision");
  await expect.poll(() => window.notifications()).toEqual(["Choose a decision in the view Second Look first."]);
});
