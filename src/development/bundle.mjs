import { readFileSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { dataFiles } from "./dataFiles.mjs";

/**
 * Bundles a part of the project for Node, with what all bundles have in common.
 * @param {import("esbuild").BuildOptions} options what this bundle has of its own
 * @returns {Promise<import("esbuild").Metafile>} which files went into it, and how many bytes of each
 */
export async function bundle(options) {
  const { metafile } = await build({
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    legalComments: "none",
    plugins: [dataFiles()],
    logLevel: "warning",
    ...options,
    metafile: true,
  });
  for (const file of Object.keys(metafile.outputs)) if (!file.endsWith(".map")) metafile.outputs[file].bytes = inAscii(file);
  return metafile;
}

/**
 * Escapes what esbuild leaves of other characters, which is in regular expressions: for the first of them the engine would hold the whole
 * program in two bytes a character, and be twice as long in reading it.
 * @param {string} file
 * @returns {number} the file's bytes
 */
function inAscii(file) {
  const written = readFileSync(file, "utf8");
  const code = written.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
  if (code !== written) writeFileSync(file, code);
  return code.length;
}
