import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";

/** Lists of more bytes than this stand beside a bundle. */
const LONG_LIST = 8192;

/** The folder beside the bundles that holds the models and the long lists. */
const FOLDER = "data";

/**
 * Keeps the analysis's models and long lists out of the code, in files beside the bundle that are read when it is loaded: a program that
 * holds megabytes of data is decoded, hashed and scanned each time it starts, which takes longer than to read the data.
 * @param {Map<string, string>} digests takes the digest of each file, by its name
 * @returns {import("esbuild").Plugin}
 */
export function dataFiles(digests) {
  return {
    name: "data-files",
    setup({ initialOptions, onLoad }) {
      if (initialOptions.outfile === undefined) throw new Error("Data is put beside a bundle: it needs to be told its outfile.");
      const folder = resolve(initialOptions.absWorkingDir ?? ".", dirname(initialOptions.outfile), FOLDER);
      /** @param {string} path */
      const named = (path) => {
        mkdirSync(folder, { recursive: true });
        const name = path.split(sep).slice(-2).join("-");
        digests.set(name, createHash("sha256").update(readFileSync(path)).digest("hex"));
        return name;
      };
      onLoad({ filter: /\.model$/ }, ({ path }) => {
        const name = named(path);
        copyFileSync(path, join(folder, name));
        return { loader: "js", contents: reading(name, (file) => `readFileSync(${file})`) };
      });
      onLoad({ filter: /[\\/]src[\\/]analysis[\\/].*\.json$/ }, ({ path }) => {
        if (statSync(path).size <= LONG_LIST) return undefined;
        const name = named(path);
        writeFileSync(join(folder, name), JSON.stringify(JSON.parse(readFileSync(path, "utf8"))));
        return { loader: "js", contents: reading(name, (file) => `JSON.parse(readFileSync(${file}, "utf8"))`) };
      });
    },
  };
}

/**
 * @param {string} name
 * @param {(file: string) => string} read
 * @returns {string} a module whose default export is what the file holds
 */
function reading(name, read) {
  const file = `join(__dirname, ${JSON.stringify(FOLDER)}, ${JSON.stringify(name)})`;
  return `import { readFileSync } from "node:fs";\nimport { join } from "node:path";\nexport default ${read(file)};\n`;
}
