// Builds what the extension is made of: node src/development/build.mjs [--minify]
import { copyFileSync, existsSync, writeFileSync } from "node:fs";
import { bundle } from "./bundle.mjs";
import { checkHostBundle } from "./bundleCheck.mjs";
import { thirdPartyNotices } from "./thirdParty.mjs";

const PARTS = [
  {
    entry: "src/extension.ts",
    outfile: "dist/extension.js",
    external: ["vscode", "./onDemand.js", "./draft.js", "./lint.js", "./across.js"],
  },
  { entry: "src/onDemand.ts", outfile: "dist/onDemand.js", external: ["vscode"] },
  { entry: "src/lint.ts", outfile: "dist/lint.js", external: ["vscode"] },
  { entry: "src/draft.ts", outfile: "dist/draft.js", external: ["vscode"] },
  { entry: "src/across.ts", outfile: "dist/across.js", external: ["vscode"] },
  { entry: "src/gathering/collectionThread.ts", outfile: "dist/collectionThread.js" },
  { entry: "src/worker/analysisWorker.ts", outfile: "dist/worker.js" },
  { entry: "src/cli.ts", outfile: "dist/cli.js", banner: { js: "#!/usr/bin/env node" } },
];

const minify = process.argv.includes("--minify");
const built = await Promise.all(
  PARTS.filter(({ entry }) => existsSync(entry)).map(async ({ entry, ...rest }) => ({
    entry,
    metafile: await bundle({ entryPoints: [entry], minify, sourcemap: !minify, ...rest }),
  })),
);

// The lists behind the names have licences that ask to be named wherever the lists go.
copyFileSync("src/analysis/names/MODEL_CARD.md", "dist/MODEL_CARD.md");
writeFileSync("dist/THIRD-PARTY.txt", thirdPartyNotices(built.map(({ metafile }) => metafile)));

const problems = built.flatMap(({ entry, metafile }) =>
  entry === "src/extension.ts" || entry === "src/across.ts" ? checkHostBundle(metafile, { shipped: minify }) : [],
);
for (const problem of problems) console.error(problem);
for (const { metafile } of built) {
  for (const [file, { bytes }] of Object.entries(metafile.outputs)) {
    if (file.endsWith(".js")) console.log(`${file}  ${(bytes / 1024).toFixed(1)} KB`);
  }
}
process.exitCode = problems.length === 0 ? 0 : 1;
