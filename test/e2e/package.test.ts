import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { listFiles, PackageManager } from "@vscode/vsce";
import { afterAll, beforeAll, expect, test } from "vitest";
import { copyOf } from "../../src/development/copyOf.mjs";
import { packExtension } from "../../src/development/package.mjs";
import { openWindow } from "../../src/development/vscode/openWindow.mjs";
import { PROJECT } from "../../src/development/vscode/places.mjs";
import { installExtension } from "../../src/development/vscode/server.mjs";
import { PICTURES } from "./openedSeeds.js";

let place: string;
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), "source-review-package-"));
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

test("the package holds what runs and what is read, and no source, test, seed or training", async () => {
  const files = await listFiles({ cwd: PROJECT, packageManager: PackageManager.None });
  for (const wanted of [
    "package.json",
    "dist/extension.js",
    "dist/draft.js",
    "dist/lint.js",
    "dist/onDemand.js",
    "dist/across.js",
    "dist/collectionThread.js",
    "dist/worker.js",
    "dist/cli.js",
    "dist/data/names-names.model",
    "dist/data/names-gazetteers.json",
    "dist/THIRD-PARTY.txt",
    "dist/MODEL_CARD.md",
    "LICENSE",
    "media/icon.png",
    "media/walkthrough/documents.svg",
    "media/example/sources/example.txt",
  ]) {
    expect(files).toContain(wanted);
  }
  expect(files.filter((file) => /^(?:src|test|seeds|node_modules|\.)|\.map$/.test(file))).toEqual([]);
});

test("the packed extension, installed into a clean VS Code, marks a name", async () => {
  const vsix = join(place, "source-review.vsix");
  await packExtension(vsix);
  const seeds = copyOf(join(PROJECT, "seeds"));
  const { window, close } = await openWindow({
    folder: seeds.path,
    pictures: PICTURES,
    prepare: (codeServer, dataFolder) => installExtension(codeServer, dataFolder, vsix),
  });
  try {
    await window.open("01-news-report.txt");
    expect((await window.marked("Tikrit")).underline).toMatch(/^underline /);
  } finally {
    await close();
    seeds.remove();
  }
});
