// Builds the extension and opens it in a VS Code: npm start [-- FOLDER]
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { provideCodeServer } from "./vscode/codeServer.mjs";
import { codeOnPath, downloadedDesktop } from "./vscode/desktop.mjs";
import { KEPT, PROJECT } from "./vscode/places.mjs";
import { runCommand } from "./vscode/runCommand.mjs";
import { startServer } from "./vscode/server.mjs";

/** The same port each time, where it is free: the browser keeps a window's layout by its address. */
const PORT = 8765;
const folder = resolve(process.env.INIT_CWD ?? ".", process.argv[2] ?? join(PROJECT, "seeds"));
if (!existsSync(folder)) {
  console.error(`There is no folder ${folder}.`);
  process.exitCode = 1;
} else if (!(await runCommand(process.execPath, ["src/development/build.mjs"], { cwd: PROJECT })).ok) {
  process.exitCode = 1;
} else {
  process.exitCode = await open();
}

async function open() {
  const desktop = (await codeOnPath()) ?? (await downloadedDesktop());
  return desktop ? openDesktop(desktop) : openBrowser();
}

/** @param {import("./vscode/desktop.mjs").Desktop} desktop */
async function openDesktop({ label, executable }) {
  console.log(`Opening ${folder} in ${label}.`);
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox", `--user-data-dir=${join(tmpdir(), "source-review-data")}`] : [];
  const { ok } = await runCommand(executable, ["--new-window", `--extensionDevelopmentPath=${PROJECT}`, ...asRoot, folder]);
  return ok ? 0 : 1;
}

async function openBrowser() {
  try {
    const codeServer = await provideCodeServer();
    const dataFolder = join(KEPT, "start-data");
    const server = await startServer(codeServer, { dataFolder, port: (await isFree(PORT)) ? PORT : 0 });
    for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => server.stop());
    console.log(`There is no VS Code for the desktop here: this is ${codeServer.label}.`);
    console.log(`Open this address; Ctrl+C ends it:\n\n  ${server.address({ folder, developmentPath: PROJECT })}\n`);
    await server.ended;
    return 0;
  } catch (error) {
    console.error(`No VS Code could be started. ${error instanceof Error ? error.message : error}`);
    console.error("Install Visual Studio Code, so that `code` is on the PATH, or see above what the one in the browser needs.");
    return 1;
  }
}

/**
 * @param {number} port
 * @returns {Promise<boolean>} nobody listens there
 */
function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}
