import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The notices that the licences of the bundled packages ask for.
 * @param {readonly import("esbuild").Metafile[]} metafiles of the bundles
 * @returns {string} each package with its version and its licence's whole text
 * @throws {Error} for a package without a licence file
 */
export function thirdPartyNotices(metafiles) {
  const folders = metafiles.flatMap(({ inputs }) =>
    Object.keys(inputs).flatMap((input) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []),
  );
  return [...new Set(folders)].sort().map(notice).join("\n\n----\n\n");
}

/** @param {string} folder */
function notice(folder) {
  const { name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  if (file === undefined) throw new Error(`${name} is bundled and has no licence file.`);
  return `${name} ${version}\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
}
