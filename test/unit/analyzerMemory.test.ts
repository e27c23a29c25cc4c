import { expect, test } from "vitest";
import { analyze, createAnalyzer } from "../../src/analysis/analyze.js";
import { heldMegabytes } from "../bench/garbage.js";

test("no state of a text is held for the names and the speakers' words that were read in it", { timeout: 60_000 }, () => {
  const analyzer = createAnalyzer();
  const around = "The ferry leaves at nine – and nobody waits for it.\n\n".repeat(3_000);
  const analyze = (letters: string) =>
    analyzer.analyze(
      `${around}“We lost it all,” a senior official of the ministry of ${letters}ater said. Then Alexander Westminster${letters}ford left.\n\n${around}`,
    );
  for (const letter of "abc") analyze(letter);
  const before = heldMegabytes();
  for (const letter of "defghijklmnopqrstuvwxyz") analyze(letter);
  // A state has more than half a megabyte.
  expect(heldMegabytes() - before).toBeLessThan(5);
});

test("a signature below a bare “>” is read anew where it changes", () => {
  const signed = (name: string): string =>
    `They wrote to us in May.\n\n> “The bridge is shut, and nobody may cross it.”\n>\n> — ${name}\n\nThat was all.`;
  const analyzer = createAnalyzer();
  for (const name of ["Ann Weld", "in old chalk", "Robert Hale Marsh", "Ann Weld"])
    expect(analyzer.analyze(signed(name))).toEqual(analyze(signed(name)));
});
