import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DEFAULT_CORPORA } from "./corpora.js";
import { evaluateDates } from "./evaluateDates.js";
import { evaluateDrafts } from "./evaluateDrafts.js";
import { evaluateIdentity } from "./evaluateIdentity.js";
import { evaluateLinks } from "./evaluateLinks.js";
import { evaluateNames } from "./evaluateNames.js";
import { evaluateQuotes } from "./evaluateQuotes.js";
import type { Evaluation, Figure } from "./figures.js";

// Measures the engine: evaluate.ts [--only PART,…] [--corpora FOLDER] [--save]

const EVALUATIONS: Readonly<Record<string, Evaluation>> = {
  names: evaluateNames,
  links: evaluateLinks,
  identity: evaluateIdentity,
  dates: evaluateDates,
  quotes: evaluateQuotes,
  drafts: evaluateDrafts,
};

const SAVED = join("src", "training", "figures.json");
const ERRORS = join("dist", "evaluation");

const args = process.argv.slice(2);

function option(name: string): string | undefined {
  const at = args.indexOf(`--${name}`);
  return at < 0 ? undefined : args[at + 1];
}

function main(): void {
  const only = option("only")?.split(",") ?? Object.keys(EVALUATIONS);
  const unknown = only.filter((part) => !(part in EVALUATIONS));
  if (unknown.length > 0)
    throw new Error(`There is no evaluation ${unknown.join(", ")}; there are ${Object.keys(EVALUATIONS).join(", ")}.`);
  const saved: Record<string, number> = existsSync(SAVED) ? JSON.parse(readFileSync(SAVED, "utf8")) : {};
  const corpora = option("corpora") ?? DEFAULT_CORPORA;
  mkdirSync(ERRORS, { recursive: true });
  let missed = 0;
  for (const part of only) {
    const notes: string[] = [];
    const figures = EVALUATIONS[part]({
      corpora,
      writeErrors: (file, lines) => writeFileSync(join(ERRORS, file), `${lines.join("\n")}\n`),
      note: (line) => notes.push(line),
    });
    for (const figure of figures) {
      console.log(line(figure, saved[figure.name]));
      if (figure.atLeast !== undefined && figure.value < figure.atLeast) missed++;
      saved[figure.name] = Math.round(figure.value * 10) / 10;
    }
    for (const note of notes) console.log(`  ${note}`);
  }
  console.log(`Errors for reading: ${ERRORS}`);
  if (args.includes("--save")) writeFileSync(SAVED, `${JSON.stringify(saved, null, 2)}\n`);
  if (missed > 0) console.log(`${missed} figure${missed > 1 ? "s" : ""} under what is asked.`);
}

function line({ name, value, atLeast, aim }: Figure, before: number | undefined): string {
  const change = before === undefined ? "new" : `was ${before.toFixed(1)}`;
  const asked = atLeast === undefined ? "" : `at least ${atLeast}${aim === undefined ? "" : `, aim ${aim}`}`;
  return `${name.padEnd(44)} ${value.toFixed(1).padStart(7)}  ${change.padEnd(10)} ${asked}`;
}

main();
