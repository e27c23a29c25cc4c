// npm run train [-- FOLDER OF CORPORA]: makes the tagger's lists, then its model, which is trained with these lists.
import { spawnSync } from "node:child_process";

for (const program of ["lists.ts", "train.ts"]) {
  const { status } = spawnSync(process.execPath, ["src/development/run.mjs", `src/training/${program}`, ...process.argv.slice(2)], {
    stdio: "inherit",
  });
  if (status !== 0) process.exit(status ?? 1);
}
