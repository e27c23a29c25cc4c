import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { QUOTE_WORDS } from "../../src/review/quoteWords.js";

const readme = readFileSync("README.md", "utf8");

const hidden: ReadonlySet<string> = new Set(
  manifest.contributes.menus.commandPalette.flatMap((entry) => ("when" in entry && entry.when === "false" ? [entry.command] : [])),
);

describe("the README", () => {
  it("lists every command of the palette", () => {
    const missing = manifest.contributes.commands.filter(({ command, title }) => !hidden.has(command) && !readme.includes(title));
    expect(missing.map(({ title }) => title)).toEqual([]);
  });

  it("lists every setting", () => {
    const missing = Object.keys(manifest.contributes.configuration.properties).filter((id) => !readme.includes(`\`${id}\``));
    expect(missing).toEqual([]);
  });

  it("gives the key of every command that has one", () => {
    const names: Readonly<Record<string, string>> = { right: "Right", left: "Left", up: "Up", down: "Down", "shift+n": "Shift+N" };
    for (const { command, key } of manifest.contributes.keybindings) {
      const [chord, second] = key.split(" ");
      // F2 renames in every list of VS Code's; all other keys stand behind one.
      expect(chord).toBe(command === "sourceReview.row.rename" ? "f2" : "alt+q");
      const title = manifest.contributes.commands.find((known) => known.command === command)?.title ?? command;
      const row = readme.split("\n").find((line) => line.startsWith("|") && line.split("|")[1].includes(title));
      expect(row?.split("|")[2], title).toContain(second ? (names[second] ?? second.toUpperCase()) : "F2 in the sidebar");
    }
  });

  it("names no script that is not there", () => {
    const named = [...readme.matchAll(/npm run ([\w:]+)/g)].map(([, script]) => script);
    expect(named.filter((script) => !(script in manifest.scripts))).toEqual([]);
    expect(named.length).toBeGreaterThan(3);
  });
});

it("the kinds of quotations are called the same wherever a reader meets them", () => {
  const settings = JSON.stringify(manifest.contributes);
  for (const text of [readme, settings]) {
    expect(text).not.toMatch(/reported speech|indirect speech|mixed quotation|quoted words/i);
    expect(text).toMatch(/indirect quotation/i);
  }
  expect(Object.values(QUOTE_WORDS).map(({ one, short }) => one === `${short[0].toUpperCase()}${short.slice(1)} quotation`)).toEqual([
    true,
    true,
    true,
  ]);
});
