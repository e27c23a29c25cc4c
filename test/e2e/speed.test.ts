import { afterAll, beforeAll, expect, test } from "vitest";
import { figure } from "./figures.js";
import { type OpenedFolder, openSeeds } from "./openedSeeds.js";

/** Milliseconds between two documents, as a reader takes longer. */
const REST = 1000;

let opened: OpenedFolder;
beforeAll(async () => {
  opened = await openSeeds();
});
afterAll(() => opened?.close());

test("the marks of a document come after its text", async () => {
  const [first, ...next] = await markedAfter(
    "01-news-report.txt",
    "02-press-conference.txt",
    "03-wire-dispatch.txt",
    "04-briefing.md",
    "05-interview.txt",
  );
  figure("first marks, document opened with the window", first, "ms");
  // One reading says little: what VS Code does of its own meanwhile is not the same each time.
  figure("first marks, next document", next.sort((a, b) => a - b)[next.length >> 1], "ms");
  expect(Math.min(first, ...next)).toBeGreaterThanOrEqual(0);
});

/** Opens documents one after the other. @returns for how long the text of each was on the screen without its marks, in milliseconds. */
async function markedAfter(...names: readonly string[]): Promise<number[]> {
  const { window } = opened;
  const readings: number[] = [];
  for (const name of names) {
    const seen = window.page.evaluate(framesUntilMarked, name);
    await window.open(name);
    const { text, marks } = await seen;
    readings.push(marks - text);
    await window.page.waitForTimeout(REST);
  }
  return readings;
}

test("VS Code says how long the extension took to activate", async () => {
  const { window } = opened;
  await window.command("Developer: Show Running Extensions");
  const row = window.page.locator(".monaco-list-row", { hasText: /source-review\.source-review|Source Review/ }).first();
  await row.waitFor();
  const ms = Number(/Activation: (\d+)ms/.exec(await row.innerText())?.[1]);
  figure("activation, as VS Code counts it", ms, "ms");
  expect(ms).toBeGreaterThanOrEqual(0);
});

/** Runs in the browser: when the document's text was first on the screen, and when an extension had first marked it, in milliseconds. */
function framesUntilMarked(name: string): Promise<{ text: number; marks: number }> {
  interface Browser {
    readonly document: { querySelector(selector: string): unknown };
    requestAnimationFrame(next: (at: number) => void): void;
  }
  const { document, requestAnimationFrame } = globalThis as unknown as Browser;
  const editor = `.editor-instance[aria-label^="${name}"] .view-line`;
  return new Promise((resolve) => {
    let text: number | undefined;
    const look = (at: number) => {
      if (document.querySelector(`${editor} span span`)) text ??= at;
      if (text !== undefined && document.querySelector(`${editor} span[class*="TextEditorDecorationType"]`)) resolve({ text, marks: at });
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}
