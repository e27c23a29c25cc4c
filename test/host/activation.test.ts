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

test("every command that the walkthrough names is there", async () => {
  const registered = new Set(await vscode.commands.getCommands(true));
  const named = packageJson.contributes.walkthroughs.flatMap(({ steps }) =>
    steps.flatMap(({ description, completionEvents }) => [
      ...[...description.matchAll(/\]\(command:([\w.]+)/g)].map(([, command]) => command),
      ...completionEvents.flatMap((event) => (event.startsWith("onCommand:") ? [event.slice("onCommand:".length)] : [])),
    ]),
  );
  assert.deepEqual(
    named.filter((command) => !registered.has(command)),
    [],
  );
});
