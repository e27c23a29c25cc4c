// Opens the extension in a real window and lets a script drive it:
//   npm run window -- --script look.mjs [--folder FOLDER] [--pictures FOLDER] [--theme dark|light|hc-dark|hc-light]
// The script's default export is called with the window (see vscode/vscodeWindow.mjs).
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { openWindow } from "./vscode/openWindow.mjs";
import { PROJECT } from "./vscode/places.mjs";

const { values } = parseArgs({
  options: {
    script: { type: "string" },
    folder: { type: "string", default: join(PROJECT, "seeds") },
    pictures: { type: "string", default: "pictures" },
    theme: { type: "string" },
  },
});
if (values.script === undefined) throw new Error("Name the script to run: --script FILE.mjs");

const script = await import(pathToFileURL(resolve(values.script)).href);
const parent = mkdtempSync(join(tmpdir(), "source-review-folder-"));
const folder = join(parent, basename(resolve(values.folder)));
cpSync(resolve(values.folder), folder, { recursive: true });
const { window, close } = await openWindow({ folder, pictures: resolve(values.pictures) });
try {
  if (values.theme === "dark" || values.theme === "light" || values.theme === "hc-dark" || values.theme === "hc-light")
    await window.theme(values.theme);
  await script.default(window);
} catch (error) {
  console.error(error, "\nThe window as it was:", await window.screenshot("failure"));
  process.exitCode = 1;
} finally {
  await close();
  rmSync(parent, { recursive: true, force: true });
}
