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
  await expect.poll(async () => (await speakers()).slice(0, 2)).toEqual(["— Laurent Fabius", "— Laurent Fabius"]);
});
