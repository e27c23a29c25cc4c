import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "./runCommand.mjs";

const FLAGS = [
  "--host=127.0.0.1",
  "--without-connection-token",
  "--accept-server-license-terms",
  "--disable-telemetry",
  "--disable-workspace-trust",
  // A built VS Code takes an extension under development from the address only with this.
  "--enable-smoke-test-driver",
];

/** Quiet windows: what shows is the extension's own. */
const SETTINGS = {
  "workbench.startupEditor": "none",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.tips.enabled": false,
  "workbench.enableExperiments": false,
  "chat.disableAIFeatures": true,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "extensions.autoCheckUpdates": false,
  "git.enabled": false,
  // Looking for ports to forward starts processes, which holds the extension host up.
  "remote.autoForwardPortsSource": "output",
};

/**
 * What an address opens. folder: none for a window without one, or a file `.code-workspace` that names several; developmentPath: a folder with an extension; testsPath: a module whose run() is called in the extension host.
 * @typedef {{ readonly folder?: string | undefined, readonly developmentPath?: string, readonly testsPath?: string }} Opened
 *
 * A VS Code that serves its window to browsers on this machine.
 * @typedef {{ readonly address: (opened: Opened) => string, readonly ended: Promise<string>, readonly stop: () => Promise<void> }} VsCodeServer
 */

/**
 * Starts VS Code's server.
 * @param {import("./codeServer.mjs").CodeServer} codeServer
 * @param {{ dataFolder: string, settings?: Readonly<Record<string, unknown>>, env?: NodeJS.ProcessEnv, port?: number }} options port 0: any free one
 * @returns {Promise<VsCodeServer>} once it listens; ended settles with what it last wrote when it stops
 * @throws {Error} when it does not start
 */
export async function startServer(codeServer, { dataFolder, settings = {}, env = {}, port = 0 }) {
  writeSettings(dataFolder, settings);
  const server = spawn(codeServer.node, [codeServer.server, ...FLAGS, `--port=${port}`, `--server-data-dir=${dataFolder}`], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  /** @type {Promise<string>} */
  const ended = new Promise((resolve) => {
    server.on("error", (error) => resolve(error.message));
    server.on("close", () => resolve(output));
  });
  /** @type {Promise<number>} */
  const listening = new Promise((resolve) => {
    for (const stream of [server.stdout, server.stderr]) {
      stream.setEncoding("utf8");
      stream.on("data", (/** @type {string} */ text) => {
        output = (output + text).slice(-20_000);
        const bound = /Extension host agent listening on (\d+)/.exec(output);
        if (bound) resolve(Number(bound[1]));
      });
    }
  });
  const stop = async () => {
    server.kill("SIGTERM");
    await ended;
  };
  const kill = () => server.kill("SIGKILL");
  process.once("exit", kill);
  server.once("close", () => process.removeListener("exit", kill));
  const opened = await Promise.race([listening, ended]);
  if (typeof opened === "string") throw new Error(`VS Code's server did not start:\n${opened}`);
  return { address: (what) => address(opened, what), ended, stop };
}

/**
 * The settings that a server gives to every window it serves.
 * @param {string} dataFolder
 * @param {Readonly<Record<string, unknown>>} settings
 */
export function writeSettings(dataFolder, settings) {
  const folder = join(dataFolder, "data", "Machine");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "settings.json"), JSON.stringify({ ...SETTINGS, ...settings }, undefined, 2));
}

/**
 * Installs a packed extension for the windows of a data folder.
 * @param {import("./codeServer.mjs").CodeServer} codeServer
 * @param {string} dataFolder
 * @param {string} vsix
 * @throws {Error} when VS Code refuses it
 */
export async function installExtension(codeServer, dataFolder, vsix) {
  const args = [codeServer.server, "--accept-server-license-terms", `--server-data-dir=${dataFolder}`, `--install-extension=${vsix}`];
  const { ok, output } = await runCommand(codeServer.node, args, { quiet: true });
  if (!ok || !/successfully installed/i.test(output)) throw new Error(`VS Code did not install ${vsix}:\n${output}`);
}

/**
 * @param {number} port
 * @param {Opened} opened
 */
function address(port, { folder, developmentPath, testsPath }) {
  const remote = (/** @type {string} */ path) => `vscode-remote://127.0.0.1:${port}${path}`;
  const payload = [
    ...(developmentPath === undefined ? [] : [["extensionDevelopmentPath", remote(developmentPath)]]),
    ...(testsPath === undefined ? [] : [["extensionTestsPath", remote(testsPath)]]),
  ];
  const what = folder === undefined ? { ew: "true" } : folder.endsWith(".code-workspace") ? { workspace: folder } : { folder };
  return `http://127.0.0.1:${port}/?${new URLSearchParams({ ...what, payload: JSON.stringify(payload) })}`;
}
