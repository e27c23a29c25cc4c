import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { openWindow } from "../../src/development/vscode/openWindow.mjs";
import type { VsCodeWindow } from "../../src/development/vscode/vscodeWindow.mjs";
import { PICTURES } from "./openedSeeds.js";

/** A window that just opened is slow to say anything. */
const PATIENCE = { timeout: 20_000 };

/** What a view of the container says in place of rows. */
function welcome(window: VsCodeWindow, view: string): Promise<string> {
  const pane = window.page.locator(".pane", { has: window.page.locator(`.pane-header .title:text-is("${view}")`) });
  return pane.locator(".welcome-view-content").innerText();
}

describe.each(["no folder", "an empty folder"] as const)("a window with %s", (what) => {
  let folder: string | undefined;
  let opened: Awaited<ReturnType<typeof openWindow>>;
  beforeAll(async () => {
    folder = what === "no folder" ? undefined : mkdtempSync(join(tmpdir(), "source-review-empty-"));
    opened = await openWindow({ folder, pictures: PICTURES });
    await opened.window.openContainer("Source Review");
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await opened.window.screenshot(`failed ${what} ${task.name}`.replaceAll(/[^\w -]/g, ""));
  });
  afterAll(async () => {
    await opened?.close();
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  });

  test("says what can be opened", async () => {
    const { window } = opened;
    const expected =
      folder === undefined ? /^Open a document to see who is named in it/ : /^The open folder holds no text or Markdown file\./;
    await expect.poll(() => welcome(window, "Entities"), PATIENCE).toMatch(expected);
    expect(await welcome(window, "Entities")).toMatch(folder === undefined ? /\nOpen Folder/ : /\nOpen Another Folder/);
    expect(await welcome(window, "Quotations")).toBe("Quotations appear here when a document under review is open.");
    await window.unfoldView("Second Look");
    await expect.poll(() => welcome(window, "Second Look"), PATIENCE).toBe("Decisions appear here when a document under review is open.");
  });

  test("says so for all documents, too", async () => {
    const { window } = opened;
    await window.command("Source Review: List All Documents");
    const expected =
      folder === undefined
        ? /^Open a folder to list whom all of its documents name\./
        : /^No document of the open folder is under review\./;
    await expect.poll(() => welcome(window, "Entities"), PATIENCE).toMatch(expected);
    await window.command("Source Review: List the Document in Front Only");
  });

  test("offers no command that has nothing to work on, and nothing pops up", async () => {
    const { window } = opened;
    await window.press("F1");
    await window.type("Source Review: Go to");
    await expect.poll(() => window.quickPick(), PATIENCE).not.toContain("Source Review: Go to Entity…");
    await window.press("Escape");
    expect(await window.notifications()).toEqual([]);
    await window.command("Source Review: Ignored Findings…");
    await expect.poll(() => window.notifications()).toEqual(["Open the draft in an editor first."]);
    await window.command("Notifications: Clear All Notifications");
    await expect.poll(() => window.notifications()).toEqual([]);
  });

  test("lists a document as soon as one is there", async () => {
    const { window } = opened;
    if (folder === undefined) {
      await window.command("Create: New File...");
      await window.press("Enter");
      await window.page.locator(".editor-instance .view-line").first().waitFor();
      await window.page.keyboard.insertText("Ingrid Solheim opened the harbour. “It is ready,” Ingrid Solheim said.");
      await window.command("Source Review: Review This Document");
    } else {
      writeFileSync(join(folder, "new.txt"), "Ingrid Solheim opened the harbour. “It is ready,” Ingrid Solheim said.\n");
      await window.open("new.txt");
      await window.command("Source Review: Review This Document");
    }
    await expect
      .poll(async () => (await window.treeRows("Entities")).map(({ label }) => label).join("; "), PATIENCE)
      .toMatch(/Ingrid Solheim/);
    expect(await window.notifications()).toEqual([]);
  });
});
