// npm run train:speakers [-- FOLDER OF CORPORA]: learns the verb forms, then with these the weights by which attributions are read.
import { spawnSync } from "node:child_process";

for (const program of ["trainSpeakersVerbs.ts", "trainSpeakers.ts"]) {
  const { status } = spawnSync(process.execPath, ["src/development/run.mjs", `src/training/${program}`, ...process.argv.slice(2)], {
    stdio: "inherit",
  });
  if (status !== 0) process.exit(status ?? 1);
}
