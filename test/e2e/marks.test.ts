import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type OpenedFolder, openSeeds } from "./openedSeeds.js";

let opened: OpenedFolder;
beforeAll(async () => {
  opened = await openSeeds();
});
afterEach(async ({ task }) => {
  if (task.result?.state === "fail") await opened.window.screenshot(`failed ${task.name}`);
});
afterAll(() => opened?.close());

test("a name of an opened document is underlined", async () => {
  await opened.window.open("01-news-report.txt");
  const mark = await opened.window.marked("Tikrit");
  expect(mark.underline).toMatch(/^underline /);
});

test.each(["light", "dark", "hc-light", "hc-dark"] as const)("a name's mark is seen in the %s theme", async (theme) => {
  await opened.window.theme(theme);
  const mark = await opened.window.marked("Tikrit");
  const [, , ...lineColor] = mark.underline.split(" ");
  expect(lineColor.join(" ")).not.toBe(mark.color);
  await opened.window.screenshot(`marks ${theme}`);
});

test("in an editor beside, marks stay on their words while edits are undone and redone faster than they are told", async () => {
  const { window } = opened;
  await window.open("03-wire-dispatch.txt");
  await window.page.waitForTimeout(500);
  await window.command("View: Split Editor Right");
  await expect.poll(() => window.page.evaluate(wordsMarked)).not.toEqual([]);
  const words = new Set((await window.page.evaluate(wordsMarked)).flatMap(wordsIn));
  await window.goTo(5, 1);
  await window.type("The ministry of works and of public order said on the day before that ");
  await window.page.waitForTimeout(1500);
  for (const mark of await window.page.evaluate(wordsMarked)) for (const word of wordsIn(mark)) words.add(word);
  // A name that is broken between two rows is marked in two pieces, the first with the space behind it.
  const isWrong = (mark: string) => /^\s/.test(mark) || wordsIn(mark).some((word) => !words.has(word));
  for (let round = 0; round < 6; round++) {
    for (let times = 0; times < 5; times++) await window.press("Control+z");
    for (let times = 0; times < 5; times++) await window.press("Control+Shift+z");
    // Keys that follow each other so closely that no analysis comes that would set the marks right.
    const seen: string[][] = [];
    for (let letters = 0; letters < 8; letters++) {
      await window.page.waitForTimeout(120);
      await window.type("x");
      seen.push((await window.page.evaluate(wordsMarked)).filter(isWrong));
    }
    // A mark may be behind by the key on its way, but none stays on other words.
    expect(seen.slice(3)).toContainEqual([]);
    for (let letters = 0; letters < 8; letters++) await window.press("Backspace");
    await window.page.waitForTimeout(800);
  }
  await window.command("File: Revert File");
});

test("a quotation is marked in a row that is written from right to left, too, with its speaker behind it", async () => {
  const { window, folder } = opened;
  writeFileSync(join(folder, "arabic.txt"), "Prime Minister Nouri al-Maliki said: «لن نستسلم».\n");
  await window.open("arabic.txt");
  await window.marked("Nouri al-Maliki");
  await expect.poll(async () => (await window.styledText()).map(({ text }) => text)).toContain("— Nouri al-Maliki");
  const overlays = window.page.locator(".editor-group-container.active .view-overlays .cdr");
  const isBarred = (elements: readonly unknown[]) =>
    elements.filter((element) => (globalThis as unknown as Styles).getComputedStyle(element).borderLeftWidth === "2px").length;
  await expect.poll(() => overlays.evaluateAll(isBarred)).toBeGreaterThan(0);
});

interface Styles {
  getComputedStyle(element: unknown): { readonly borderLeftWidth: string };
}

function wordsIn(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}

/** Runs in the browser: the pieces of text that are marked in the editor at the left. */
function wordsMarked(): readonly string[] {
  interface Drawn {
    readonly textContent: string | null;
    querySelectorAll(selector: string): Iterable<Drawn>;
  }
  const { document } = globalThis as unknown as { readonly document: Drawn };
  const [left] = document.querySelectorAll(".editor-group-container");
  return Array.from(left?.querySelectorAll('.view-line span[class*="TextEditorDecorationType"]') ?? [], (mark) => mark.textContent ?? "");
}
