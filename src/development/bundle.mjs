import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { dataFiles } from "./dataFiles.mjs";

/**
 * Bundles a part of the project for Node, with what all bundles have in common.
 * @param {import("esbuild").BuildOptions} options what this bundle has of its own
 * @returns {Promise<import("esbuild").Metafile>} which files went into it, and how many bytes of each
 */
export async function bundle(options) {
  /** @type {Map<string, string>} */
  const digests = new Map();
  const { metafile } = await build({
    bundle: true,
    platform: "node",
    target: "node20",
    // Else each literal with a property of Unicode becomes a call that makes the expression anew wherever it is met.
    supported: { "regexp-unicode-property-escapes": true },
    format: "cjs",
    legalComments: "none",
    plugins: [dataFiles(digests)],
    logLevel: "warning",
    ...options,
    metafile: true,
  });
  for (const file of Object.keys(metafile.outputs)) if (!file.endsWith(".map")) metafile.outputs[file].bytes = finish(file, digests);
  return metafile;
}

/**
 * Writes a bundle in ASCII, with the digest of its data at its end: what was made by a program is known by the program's bytes, and the
 * data is a part of it wherever it stands.
 * @param {string} file
 * @param {ReadonlyMap<string, string>} digests
 * @returns {number} the file's bytes
 */
function finish(file, digests) {
  const code = withVscodeAsItIs(inAscii(readFileSync(file, "utf8")));
  const data = [...digests].sort(([a], [b]) => (a < b ? -1 : 1)).flat();
  const ended = data.length > 0 ? `${code}// data ${createHash("sha256").update(data.join(" ")).digest("hex")}\n` : code;
  writeFileSync(file, ended);
  return ended.length;
}

/**
 * For each file that imports all of it, esbuild copies VS Code's API, which is some hundred getters: thirty copies were a third of the
 * time that activation takes. The files use its members alone, so each may have the API itself. Names are short, so that a source map
 * inside the program, which is one word of a megabyte, is looked through in linear time.
 * @param {string} code
 * @returns {string}
 */
function withVscodeAsItIs(code) {
  return code.replace(/(?<![\w$])[\w$]{1,40}\(require\("vscode"\)\)/g, 'require("vscode")');
}

/**
 * Escapes what esbuild leaves of other characters, which is in regular expressions: for the first of them the engine would hold the whole
 * program in two bytes a character, and be twice as long in reading it.
 * @param {string} code
 * @returns {string}
 */
function inAscii(code) {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
