import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import * as vscode from "vscode";
import { reviewerOf } from "../../src/decisions/reviewer.js";
import { test } from "./suite.js";
import { eventually, folder, showNew } from "./window.js";

interface Git {
  readonly enabled: boolean;
  getAPI(version: 1): { openRepository(root: vscode.Uri): Promise<unknown> };
}

test("decisions are made in the setting's name where git knows none, else in the git user's", async () => {
  const { document } = await showNew("sources/reviewer.txt", "Robert Fico met Angela Merkel in Berlin.\n");
  const settings = vscode.workspace.getConfiguration("sourceReview");
  assert.equal(await reviewerOf(document.uri), "reviewer");
  await settings.update("reviewer", "Mara Holm", vscode.ConfigurationTarget.Global);
  assert.equal(await reviewerOf(document.uri), "Mara Holm");
  execFileSync("git", ["init", "--quiet"], { cwd: folder().fsPath });
  execFileSync("git", ["config", "user.name", "Ada Lund"], { cwd: folder().fsPath });
  const enabling = vscode.workspace.getConfiguration("git");
  await enabling.update("enabled", true, vscode.ConfigurationTarget.Global);
  const git = await vscode.extensions.getExtension<Git>("vscode.git")?.activate();
  await eventually("git", () => git?.enabled || undefined);
  await git?.getAPI(1).openRepository(folder());
  await eventually("the git user's name", async () => ((await reviewerOf(document.uri)) === "Ada Lund" ? true : undefined));
  await enabling.update("enabled", undefined, vscode.ConfigurationTarget.Global);
  await settings.update("reviewer", undefined, vscode.ConfigurationTarget.Global);
});
