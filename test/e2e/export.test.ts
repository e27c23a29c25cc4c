import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type OpenedFolder, openSeeds } from "./openedSeeds.js";

let opened: OpenedFolder;
beforeAll(async () => {
  opened = await openSeeds();
});
afterAll(() => opened?.close());

/** Exports the document in front as a report. @param name of the file, in the folder; the one that is offered unless given. */
async function exportReport(name?: string): Promise<string> {
  const { page, command, press } = opened.window;
  const rows = page.locator(".quick-input-widget:visible .monaco-list-row");
  const input = page.locator(".quick-input-widget:visible input").first();
  await command("Source Review: Export…");
  await rows.filter({ hasText: "The document in front" }).click();
  await rows.filter({ hasText: "a report to read" }).click();
  await expect.poll(() => input.inputValue()).toMatch(/\.md$/);
  const offered = await input.inputValue();
  if (name !== undefined) await input.fill(join(opened.folder, name));
  // VS Code looks whether the place is there before it takes Enter.
  await page.waitForTimeout(1000);
  await press("Enter");
  return offered;
}

test("a report on one document is offered under its name, leads back to it, and is no source although it stands among them", async () => {
  const { window, folder } = opened;
  await window.open("01-news-report.txt");
  await window.marked("Tikrit");
  expect(await exportReport()).toBe(join(folder, "01-news-report.review.md"));
  const report = join(folder, "01-news-report.review.md");
  await expect.poll(() => existsSync(report)).toBe(true);
  await expect.poll(() => readFileSync(report, "utf8")).toContain("(<01-news-report.txt#L3>)");
  await window.open("01-news-report.review.md");
  await window.page.waitForTimeout(1500);
  expect((await window.styledText()).filter(({ classes }) => /TextEditorDecorationType/.test(classes))).toEqual([]);
});

test("a report is never written onto a source", async () => {
  const { window, folder } = opened;
  const source = join(folder, "04-briefing.md");
  const before = readFileSync(source, "utf8");
  await window.open("01-news-report.txt");
  await exportReport("04-briefing.md");
  // VS Code asks whether to replace the file, and is told to.
  await window.page.waitForTimeout(1000);
  await window.press("Enter");
  await expect.poll(() => window.notifications()).toContainEqual(expect.stringContaining("sources are never written to"));
  expect(readFileSync(source, "utf8")).toBe(before);
});
