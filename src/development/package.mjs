// Packs the extension: npm run package [-- FILE.vsix]
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { createVSIX } from "@vscode/vsce";
import { PROJECT } from "./vscode/places.mjs";

/**
 * Builds the extension as it is shipped and packs it. What goes in is listed in .vscodeignore.
 * @param {string} vsix the file to write
 * @returns {Promise<void>}
 */
export async function packExtension(vsix) {
  // All that runs is bundled. The README's picture is in the package, so its links stay as they are.
  await createVSIX({ cwd: PROJECT, packagePath: vsix, dependencies: false, allowMissingRepository: true, rewriteRelativeLinks: false });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await packExtension(resolve(process.argv[2] ?? "source-review.vsix"));
