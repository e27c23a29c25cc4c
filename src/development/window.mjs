// Opens the extension in a real window and lets a script drive it:
//   npm run window -- --script look.mjs [--folder FOLDER] [--pictures FOLDER] [--theme dark|light|hc-dark|hc-light]
// The script's default export is called with the window (see vscode/vscodeWindow.mjs).
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { copyOf } from "./copyOf.mjs";
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
const folder = copyOf(resolve(values.folder));
const { window, close } = await openWindow({ folder: folder.path, pictures: resolve(values.pictures) });
try {
  if (values.theme === "dark" || values.theme === "light" || values.theme === "hc-dark" || values.theme === "hc-light")
    await window.theme(values.theme);
  await script.default(window);
} catch (error) {
  console.error(error, "\nThe window as it was:", await window.screenshot("failure"));
  process.exitCode = 1;
} finally {
  await close();
  folder.remove();
}
