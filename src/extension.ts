import { join } from "node:path";
import { Worker } from "node:worker_threads";
import * as vscode from "vscode";
import { Decorations } from "./editor/decorations.js";
import { DocumentTracker } from "./editor/documentTracker.js";
import { ReviewSelection } from "./editor/reviewSelection.js";
import { DocumentStore } from "./review/documentStore.js";

/** Builds the parts and ties them together. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel("Source Review", { log: true });
  const store = new DocumentStore();
  const selection = new ReviewSelection(context.workspaceState);
  const tracker = new DocumentTracker({
    store,
    selection,
    log,
    startThread: () => new Worker(join(context.extensionPath, "dist", "worker.js")),
  });
  context.subscriptions.push(log, tracker, new Decorations(store));
  tracker.start();
}
