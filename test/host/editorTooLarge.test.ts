import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, sourceReview } from "./reviewing.js";
import { test } from "./suite.js";
import { eventually, folder } from "./window.js";

test("over 50 MB the reader is told why nothing shows", async () => {
  const { documents } = await sourceReview();
  const uri = vscode.Uri.joinPath(folder(), "sources", "too large.txt");
  await vscode.workspace.fs.writeFile(uri, new Uint8Array(51 * 1024 * 1024).fill(0x61));
  await vscode.commands.executeCommand("vscode.open", uri);
  const state = await eventually("a state of the large document", () => documents.state(uri.toString()));
  assert.match(state.kind === "unreadable" ? state.reason : "", /50 MB/);
  await closeAll();
  await eventually("an end to the large document", () => (documents.state(uri.toString()) ? undefined : true));
  await vscode.workspace.fs.delete(uri);
});
