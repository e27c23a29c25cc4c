import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type OpenedFolder, openSeeds } from "./openedSeeds.js";

let opened: OpenedFolder;
beforeAll(async () => {
  opened = await openSeeds();
  await opened.window.open("01-news-report.txt");
  await opened.window.marked("Tikrit");
  await opened.window.openContainer("Source Review");
});
afterEach(async ({ task }) => {
  if (task.result?.state === "fail") await opened.window.screenshot(`failed ${task.name}`);
});
afterAll(() => opened?.close());

/** Where the keyboard is: in a comment's box, on a thread, in the text, or elsewhere. */
function keyboard(): Promise<string> {
  const at = (selector: string) => opened.window.page.locator(selector).count();
  return (async () => {
    if ((await at(".review-widget .comment-form :focus")) > 0) return "box";
    if ((await at(".review-widget :focus, .review-widget:focus")) > 0) return "thread";
    return (await at(".editor-instance :focus")) > 0 ? "text" : "elsewhere";
  })();
}

/** Types a comment and sends it, once VS Code has seen that the box is not empty. */
async function send(text: string): Promise<void> {
  const { window } = opened;
  await window.type(text);
  await window.page.locator(".review-widget .monaco-text-button:not(.disabled):visible", { hasText: /^Comment$/ }).waitFor();
  await window.press("Control+Enter");
}

/** The titles of the threads that stand open. */
const titles = () => opened.window.page.locator(".review-widget:visible .review-title .filename").allInnerTexts();

test("while a comment is written the sidebar stays with the document; sent, the keyboard is in the text again", async () => {
  const { window } = opened;
  await expect.poll(async () => (await window.treeRows("Entities")).some(({ label }) => label.startsWith("Nouri al-Maliki"))).toBe(true);
  await window.goTo(3, 62);
  await window.command("Source Review: Comment…");
  await expect.poll(keyboard).toBe("box");
  // The views are drawn anew a moment after another editor has the keyboard.
  await window.page.waitForTimeout(2500);
  expect(await window.treeRow("Entities", /Nouri al-Maliki/).isVisible()).toBe(true);
  await send("Spelled otherwise in the wire.");
  await expect.poll(keyboard).toBe("text");
  await expect.poll(titles).toEqual(["Nouri al-Maliki"]);
});

test("of a mark that has a comment the thread takes the keyboard, and beside it another mark of the line has a box of its own", async () => {
  const { window } = opened;
  await window.goTo(3, 62);
  await window.command("Source Review: Comment…");
  await expect.poll(keyboard).toBe("thread");
  await window.goTo(3, 6);
  await window.command("Source Review: Comment…");
  await expect.poll(keyboard).toBe("box");
  await send("Since when?");
  await expect.poll(keyboard).toBe("text");
  await expect.poll(titles).toEqual(["Mosul"]);
});
