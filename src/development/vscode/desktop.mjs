import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { downloadAndUnzipVSCode } from "@vscode/test-electron";
import { KEPT } from "./places.mjs";
import { runCommand } from "./runCommand.mjs";

const OLDEST_MINOR = 100;
const PATIENCE_MS = 10_000;

/**
 * A VS Code of the desktop.
 * @typedef {{ readonly kind: "desktop", readonly label: string, readonly executable: string }} Desktop
 */

/**
 * The VS Code of this machine, if there is one that can take an extension under development.
 * @returns {Promise<Desktop | undefined>}
 */
export async function codeOnPath() {
  // In a terminal of a remote window, `code` is a messenger to that window.
  if (process.env.VSCODE_IPC_HOOK_CLI !== undefined) return undefined;
  const executable = process.platform === "win32" ? "code.cmd" : "code";
  const { ok, output } = await runCommand(executable, ["--version"], { quiet: true });
  const version = /^1\.(\d+)\.\d+/m.exec(output);
  if (!ok || !version) return undefined;
  if (Number(version[1]) < OLDEST_MINOR) {
    console.log(`The VS Code on this machine is ${version[0]}; the extension needs 1.${OLDEST_MINOR} or newer.`);
    return undefined;
  }
  return { kind: "desktop", label: `the VS Code ${version[0]} on this machine`, executable };
}

/**
 * A VS Code for this project alone, downloaded unless it is there, where there is a screen to show it on.
 * @returns {Promise<Desktop | undefined>} undefined where there is no screen or no way to the download
 */
export async function downloadedDesktop() {
  if (process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return undefined;
  const kept =
    existsSync(KEPT) && readdirSync(KEPT).some((name) => name.startsWith("vscode-") && existsSync(join(KEPT, name, "is-complete")));
  if (!kept && !(await canDownload())) return undefined;
  try {
    const executable = await downloadAndUnzipVSCode({ version: "stable", cachePath: KEPT, timeout: PATIENCE_MS });
    return { kind: "desktop", label: "the VS Code that @vscode/test-electron downloaded", executable };
  } catch (error) {
    console.log(`VS Code could not be downloaded: ${error instanceof Error ? error.message : error}`);
    return undefined;
  }
}

async function canDownload() {
  try {
    await fetch("https://update.code.visualstudio.com/api/releases/stable", { signal: AbortSignal.timeout(PATIENCE_MS) });
    return true;
  } catch {
    console.log("VS Code's download cannot be reached from here.");
    return false;
  }
}
