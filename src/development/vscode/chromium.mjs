import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";
import { withLock } from "./lock.mjs";
import { KEPT } from "./places.mjs";
import { runCommand } from "./runCommand.mjs";
import { ensureSystemPackages } from "./systemPackages.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const ELSEWHERE = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium"];
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Launches a headless Chromium: the one on this machine, else one that apt-get or Playwright fetches.
 * @returns {Promise<import("playwright-core").Browser>}
 * @throws {Error} saying what to install
 */
export async function launchChromium() {
  const executablePath = (await installedChromium()) ?? (await withLock(join(KEPT, "chromium.lock"), fetchedChromium));
  return chromium.launch({ executablePath, args: FLAGS, headless: true });
}

/** @returns {Promise<string | undefined>} */
async function installedChromium() {
  const onPath = (process.env.PATH ?? "").split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  for (const path of [...onPath, ...ELSEWHERE, chromium.executablePath()]) {
    // Ubuntu's `chromium-browser` may be a note that it comes as a snap: only one that runs counts.
    if (existsSync(path) && (await runCommand(path, ["--version"], { quiet: true })).ok) return path;
  }
  return undefined;
}

/** @returns {Promise<string>} */
async function fetchedChromium() {
  /** @type {string[]} */
  const reasons = [];
  for (const fetch of [fromApt, fromPlaywright]) {
    try {
      await fetch();
    } catch (error) {
      reasons.push(error instanceof Error ? error.message : String(error));
    }
    const path = await installedChromium();
    if (path !== undefined) return path;
  }
  throw new Error(`The tests drive VS Code in Chromium, and none could be found or fetched.\n${reasons.join("\n")}`);
}

async function fromApt() {
  await ensureSystemPackages(["chromium"], "the tests in a browser");
}

async function fromPlaywright() {
  const cli = join(createRequire(import.meta.url).resolve("playwright-core/package.json"), "..", "cli.js");
  const { ok, output } = await runCommand(process.execPath, [cli, "install", "chromium"], { quiet: true });
  if (!ok) throw new Error(output);
}
