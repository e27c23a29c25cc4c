import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DEFAULT_CORPORA } from "./corpora.js";
import { trainNameModel } from "./namesTraining.js";

// Makes the shipped name model: train.ts [FOLDER OF CORPORA] [--sample SHARE] [--epochs N] [--features N] [--out FILE]

const args = process.argv.slice(2);

function option(name: string, otherwise: string): string {
  const at = args.indexOf(`--${name}`);
  return at < 0 ? otherwise : args.splice(at, 2)[1];
}

const out = option("out", join("src", "analysis", "names", "names.model"));
const started = Date.now();
const bytes = trainNameModel({
  sample: Number(option("sample", "1")),
  epochs: Number(option("epochs", "5")),
  features: Number(option("features", "112000")),
  log: (line) => console.log(`${((Date.now() - started) / 1000).toFixed(0)} s  ${line}`),
  corpora: args[0] ?? DEFAULT_CORPORA,
});
writeFileSync(out, bytes);
