import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchChromium } from "./chromium.mjs";
import { provideCodeServer } from "./codeServer.mjs";
import { PROJECT } from "./places.mjs";
import { startServer } from "./server.mjs";
import { vscodeWindow } from "./vscodeWindow.mjs";

/** How long a busy machine may take to load the workbench, in milliseconds. */
const LOAD_PATIENCE = 90_000;

/**
 * Opens a folder, or none, in a window of its own: own port, own data folder, own browser. Any number can be open at once.
 * @param {{
 *   folder?: string | undefined,
 *   pictures: string,
 *   developmentPath?: string | undefined,
 *   prepare?: (codeServer: import("./codeServer.mjs").CodeServer, dataFolder: string) => Promise<void>,
 *   settings?: Readonly<Record<string, unknown>>,
 *   size?: { width: number, height: number },
 * }} options developmentPath: the extension's folder, the project's unless given; prepare: done before the server starts, and then only what it installs is there
 * @returns {Promise<{ window: import("./vscodeWindow.mjs").VsCodeWindow, close: () => Promise<void> }>} once the workbench stands
 */
export async function openWindow({ folder, pictures, prepare, settings = {}, size = { width: 1400, height: 900 }, ...options }) {
  const codeServer = await provideCodeServer();
  const dataFolder = mkdtempSync(join(tmpdir(), "source-review-window-"));
  await prepare?.(codeServer, dataFolder);
  const developmentPath = options.developmentPath ?? (prepare ? undefined : PROJECT);
  const server = await startServer(codeServer, { dataFolder, settings });
  const browser = await launchChromium();
  const close = async () => {
    await browser.close();
    await server.stop();
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const page = await browser.newPage({ viewport: size });
    page.setDefaultTimeout(30_000);
    await page.goto(server.address({ folder, ...(developmentPath === undefined ? {} : { developmentPath }) }), { timeout: LOAD_PATIENCE });
    await page.locator(".monaco-workbench .part.editor").waitFor({ timeout: LOAD_PATIENCE });
    await page.locator(".statusbar-item").first().waitFor();
    return { window: vscodeWindow(page, { dataFolder, pictures }), close };
  } catch (error) {
    await close();
    throw error;
  }
}
