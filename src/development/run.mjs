// Bundles a TypeScript program of the project and runs it: node src/development/run.mjs ENTRY [ARGUMENT…]
import { spawnSync } from "node:child_process";
import { basename, join } from "node:path";
import { bundle } from "./bundle.mjs";

const [entry, ...args] = process.argv.slice(2);
const outfile = join("dist", "tools", `${basename(entry, ".ts")}.cjs`);
await bundle({ entryPoints: [entry], outfile, sourcemap: "inline", external: ["compromise", "wink-nlp", "wink-eng-lite-web-model"] });
const { status } = spawnSync(process.execPath, ["--enable-source-maps", "--max-old-space-size=8192", outfile, ...args], {
  stdio: "inherit",
});
process.exitCode = status ?? 1;
