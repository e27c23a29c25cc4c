import { join } from "node:path";
import { Worker } from "node:worker_threads";
import * as vscode from "vscode";
import { registerGoTo } from "./commands/goTo.js";
import { registerReviewing } from "./commands/reviewing.js";
import { registerShowInSidebar } from "./commands/showInSidebar.js";
import { registerSteps } from "./commands/steps.js";
import { registerToggles } from "./commands/toggles.js";
import { COMMANDS } from "./contributions.js";
import { ContextKeys } from "./editor/contextKeys.js";
import { Decorations } from "./editor/decorations.js";
import { DocumentTracker } from "./editor/documentTracker.js";
import { LanguageFeatures } from "./editor/languageFeatures.js";
import { OverviewRuler } from "./editor/overviewRuler.js";
import { ReviewSelection } from "./editor/reviewSelection.js";
import { StatusItem } from "./editor/statusItem.js";
import { type DocumentReader, DocumentStore } from "./review/documentStore.js";
import { registerSidebar } from "./sidebar/registerSidebar.js";
import type { Sidebar } from "./sidebar/sidebar.js";

/** What the extension offers to other extensions, and to its tests. */
export interface SourceReview {
  /** The documents under review and what was found in them. */
  readonly documents: DocumentReader;
  readonly sidebar: Sidebar;
}

/** Builds the parts and ties them together. */
export function activate(context: vscode.ExtensionContext): SourceReview {
  const log = vscode.window.createOutputChannel("Source Review", { log: true });
  const store = new DocumentStore();
  const selection = new ReviewSelection(context.workspaceState);
  const tracker = new DocumentTracker({
    store,
    selection,
    log,
    startThread: () => new Worker(join(context.extensionPath, "dist", "worker.js")),
  });
  const features = new LanguageFeatures(store);
  context.subscriptions.push(
    log,
    tracker,
    features,
    tracker.onDidSeeLanguage((language) => features.add(language)),
    new Decorations(store),
    new OverviewRuler(store),
    new ContextKeys(store),
    new StatusItem(store),
    registerGoTo(store),
    registerSteps(store),
    registerToggles(),
    registerReviewing(store, selection, tracker),
    vscode.commands.registerCommand(COMMANDS.showOutput, () => log.show()),
  );
  const sidebar = registerSidebar(context, store);
  context.subscriptions.push(registerShowInSidebar((uri, offset) => sidebar.reveal(uri, offset)));
  tracker.start();
  return { documents: store, sidebar };
}
