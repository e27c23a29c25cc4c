import { afterAll, beforeAll, expect, test } from "vitest";
import { figure } from "./figures.js";
import { type OpenedFolder, openSeeds } from "./openedSeeds.js";

let opened: OpenedFolder;
beforeAll(async () => {
  opened = await openSeeds();
});
afterAll(() => opened?.close());

test.each([
  ["01-news-report.txt", "first marks, document opened with the window"],
  ["03-wire-dispatch.txt", "first marks, next document"],
])("the marks of %s come after its text", async (name, what) => {
  const { window } = opened;
  const seen = window.page.evaluate(framesUntilMarked, name);
  await window.open(name);
  const { text, marks } = await seen;
  figure(what, marks - text, "ms");
  expect(marks).toBeGreaterThanOrEqual(text);
});

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
