import assert from "node:assert/strict";
import * as vscode from "vscode";
import packageJson from "../../package.json";
import { sourceReview } from "./reviewing.js";
import { figure, test } from "./suite.js";
import { extension } from "./window.js";

test("the extension activates", async () => {
  const asleep = !extension().isActive;
  const start = performance.now();
  await extension().activate();
  if (asleep) figure("activation", performance.now() - start, "ms");
  assert.equal(extension().isActive, true);
});

test("every command of the manifest is there", async () => {
  await (await sourceReview()).across();
  const registered = new Set(await vscode.commands.getCommands(true));
  const missing = packageJson.contributes.commands.map(({ command }) => command).filter((command) => !registered.has(command));
  assert.deepEqual(missing, []);
});
