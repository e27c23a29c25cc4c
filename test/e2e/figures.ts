import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { KEPT } from "../../src/development/vscode/places.mjs";

const RESULTS = join(KEPT, "results");
const FIGURES = join(RESULTS, "figures.json");

/** Prints a measured figure and keeps it for `npm run bench`; no test fails by a figure. */
export function figure(name: string, value: number, unit: string): void {
  console.log(`${name}: ${value.toFixed(1)} ${unit}`);
  mkdirSync(RESULTS, { recursive: true });
  const kept = existsSync(FIGURES) ? JSON.parse(readFileSync(FIGURES, "utf8")) : {};
  writeFileSync(FIGURES, JSON.stringify({ ...kept, [name]: { value, unit } }, undefined, 2));
}
