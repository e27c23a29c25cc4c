import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { runTests } from "@vscode/test-electron";
import { bundle } from "../../src/development/bundle.mjs";
import { copyOf } from "../../src/development/copyOf.mjs";
import { launchChromium } from "../../src/development/vscode/chromium.mjs";
import { provideCodeServer } from "../../src/development/vscode/codeServer.mjs";
import { downloadedDesktop } from "../../src/development/vscode/desktop.mjs";
import { PROJECT } from "../../src/development/vscode/places.mjs";
import { startServer } from "../../src/development/vscode/server.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
const START_PATIENCE_MS = 90_000;
const SILENCE_PATIENCE_MS = 240_000;

/**
 * Runs test/host inside a VS Code, on a copy of the seeds, and prints how each test went.
 * @param {string} [only] run the files alone whose name holds this
 * @returns {Promise<{ passed: number, failed: readonly string[], figures: Record<string, { value: number, unit: string }> }>} failed: the name of each test
 */
export async function runHostSuite(only = "") {
  const place = mkdtempSync(join(tmpdir(), "source-review-host-"));
  const seeds = copyOf(join(PROJECT, "seeds"));
  try {
    const suite = await bundleSuite(place, only);
    const reports = join(place, "reports.ndjson");
    const env = { SOURCE_REVIEW_REPORTS: reports };
    const desktop = await downloadedDesktop();
    if (desktop) {
      console.log(`In ${desktop.label}.`);
      await inDesktop(desktop, { folder: seeds.path, suite, env, dataFolder: join(place, "data") });
    } else {
      const codeServer = await provideCodeServer();
      console.log(`In ${codeServer.label}.`);
      await inBrowser(codeServer, { folder: seeds.path, suite, env, dataFolder: join(place, "data"), reports });
    }
    return summary(readReports(reports));
  } finally {
    seeds.remove();
    rmSync(place, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * @param {string} place
 * @param {string} only
 */
async function bundleSuite(place, only) {
  const files = readdirSync(HERE).filter((name) => name.endsWith(".test.ts") && name.includes(only));
  const contents = [...files.map((name) => `import "./${name}";`), 'export { run } from "./suite.js";'].join("\n");
  const outfile = join(place, "suite.js");
  await bundle({ stdin: { contents, resolveDir: HERE, loader: "ts" }, outfile, external: ["vscode"], sourcemap: "inline" });
  return outfile;
}

/**
 * @param {import("../../src/development/vscode/desktop.mjs").Desktop} desktop
 * @param {{ folder: string, suite: string, env: Record<string, string>, dataFolder: string }} options
 */
async function inDesktop(desktop, { folder, suite, env, dataFolder }) {
  mkdirSync(dataFolder, { recursive: true });
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  await runTests({
    vscodeExecutablePath: desktop.executable,
    extensionDevelopmentPath: PROJECT,
    extensionTestsPath: suite,
    extensionTestsEnv: env,
    launchArgs: [folder, "--disable-extensions", "--disable-workspace-trust", `--user-data-dir=${dataFolder}`, ...asRoot],
  });
}

/**
 * @param {import("../../src/development/vscode/codeServer.mjs").CodeServer} codeServer
 * @param {{ folder: string, suite: string, env: Record<string, string>, dataFolder: string, reports: string }} options
 */
async function inBrowser(codeServer, { folder, suite, env, dataFolder, reports }) {
  // VS Code in the browser saves by itself after a second, unlike on a desktop: what a test has not saved would be saved on a slow machine.
  const server = await startServer(codeServer, { dataFolder, env, settings: { "files.autoSave": "off" } });
  try {
    const browser = await launchChromium();
    try {
      const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
      await page.goto(server.address({ folder, developmentPath: PROJECT, testsPath: suite }), { timeout: START_PATIENCE_MS });
      await followReports(reports);
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
  }
}

/**
 * Waits until the suite has ended, or is silent for too long.
 * @param {string} path
 */
async function followReports(path) {
  for (let seen = 0, since = Date.now(); ; await wait(100)) {
    const reports = readReports(path);
    if (reports.at(-1)?.kind === "ended") return;
    if (reports.length > seen) {
      seen = reports.length;
      since = Date.now();
    }
    if (Date.now() - since > (seen === 0 ? START_PATIENCE_MS : SILENCE_PATIENCE_MS)) return;
  }
}

/**
 * @param {string} path
 * @returns {readonly import("./suite.js").Report[]}
 */
function readReports(path) {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, "utf8").split("\n");
  return lines.slice(0, -1).map((line) => JSON.parse(line));
}

/** @param {readonly import("./suite.js").Report[]} reports */
function summary(reports) {
  let passed = 0;
  /** @type {string[]} */
  const failed = [];
  /** @type {Record<string, { value: number, unit: string }>} */
  const figures = {};
  for (const report of reports) {
    if (report.kind === "passed") {
      passed++;
      console.log(`  ✓ ${report.name}`);
    } else if (report.kind === "failed") {
      failed.push(report.name);
      console.log(`  ✗ ${report.name}\n${report.reason.replace(/^/gm, "      ")}`);
    } else if (report.kind === "figure") {
      figures[report.name] = { value: report.value, unit: report.unit };
      console.log(`    ${report.name}: ${report.value.toFixed(1)} ${report.unit}`);
    }
  }
  const last = reports.at(-1);
  if (last?.kind !== "ended") {
    failed.push(last ? `The suite went silent after: ${last.name}` : "The suite did not start.");
    console.log(`  ✗ ${failed.at(-1)}`);
  }
  return { passed, failed, figures };
}
