import { join } from "node:path";
import { Worker } from "node:worker_threads";
import * as vscode from "vscode";
import type { AcrossEntities } from "./across/gestures/acrossEntities.js";
import type { Across } from "./across.js";
import { afterFront } from "./commands/afterFront.js";
import { documentsChosen } from "./commands/chosenDocuments.js";
import type { Deciding } from "./commands/decideOnItem.js";
import { registerDraftsOnNeed } from "./commands/draftsOnNeed.js";
import { registerOnFirstUse } from "./commands/onFirstUse.js";
import { registerReviewing } from "./commands/reviewing.js";
import { registerShowInSidebar } from "./commands/showInSidebar.js";
import { registerToggles } from "./commands/toggles.js";
import { CommentThreads } from "./comments/commentThreads.js";
import {
  COMMANDS,
  COMMENT_COMMANDS,
  DECISION_COMMANDS,
  DOCUMENT_COMMANDS,
  HISTORY_COMMANDS,
  LOOK_COMMANDS,
  ROW_COMMANDS,
  SIDEBAR_COMMANDS,
  STEP_COMMANDS,
} from "./contributions.js";
import { Decisions } from "./decisions/decisions.js";
import { KeepingNotices } from "./decisions/keepingNotices.js";
import { SidecarPlaces } from "./decisions/sidecarPlaces.js";
import { followRenames } from "./decisions/sidecarRenames.js";
import { ContextKeys } from "./editor/contextKeys.js";
import { Decorations } from "./editor/decorations.js";
import { DocumentTracker } from "./editor/documentTracker.js";
import { LanguageFeatures } from "./editor/languageFeatures.js";
import { seemsToHoldDocuments } from "./editor/likelyDocuments.js";
import { registerLintOnNeed } from "./editor/lintOnNeed.js";
import { OverviewRuler } from "./editor/overviewRuler.js";
import { ReviewSelection } from "./editor/reviewSelection.js";
import { shownUris } from "./editor/shownDocuments.js";
import { StatusBadges } from "./editor/statusBadges.js";
import { StatusItem } from "./editor/statusItem.js";
import { UnhurriedReader } from "./editor/unhurriedReader.js";
import { type DocumentReader, DocumentStore } from "./review/documentStore.js";
import { LookTexts } from "./secondLook/lookTexts.js";
import { LookTree } from "./secondLook/lookTree.js";
import { registerSidebar } from "./sidebar/registerSidebar.js";
import { itemOfSubject } from "./sidebar/rowItem.js";
import type { Sidebar } from "./sidebar/sidebar.js";
import { CHECK_TASK } from "./worker/protocol.js";

/** What the extension offers to other extensions, and to its tests. */
export interface SourceReview {
  /** The documents under review and what was found in them. */
  readonly documents: DocumentReader;
  readonly sidebar: Sidebar;
  readonly decisions: Decisions;
  readonly secondLook: LookTree;
  readonly comments: CommentThreads;
  /** All documents of the workspace read as one, once the document in front has its marks. */
  across(): Promise<Across>;
}

/** The commands whose code is read when one of them is called first. */
const ON_DEMAND: readonly string[] = [
  ...Object.values(DECISION_COMMANDS),
  ...Object.values(HISTORY_COMMANDS),
  ...Object.values(DOCUMENT_COMMANDS),
  ...Object.values(COMMENT_COMMANDS),
  ...Object.values(LOOK_COMMANDS),
  ...Object.values(SIDEBAR_COMMANDS),
  ...Object.values(ROW_COMMANDS),
  COMMANDS.goToEntity,
  COMMANDS.goToQuotation,
  COMMANDS.goToTopic,
  ...Object.values(STEP_COMMANDS),
  COMMANDS.openExample,
];

/** Builds the parts and ties them together. */
export function activate(context: vscode.ExtensionContext): SourceReview {
  const log = vscode.window.createOutputChannel("Source Review", { log: true });
  const store = new DocumentStore();
  const selection = new ReviewSelection(context.workspaceState);
  const places = new SidecarPlaces(context.globalStorageUri);
  const decisions = new Decisions(places, new KeepingNotices(context.workspaceState), log);
  const startThread = () => new Worker(join(context.extensionPath, "dist", "worker.js"));
  const tracker = new DocumentTracker({
    store,
    selection,
    log,
    startThread,
    decisionsOf: (uri) => decisions.of(uri),
  });
  // The thread loads the engine while the rest is built.
  if (vscode.workspace.textDocuments.some((document) => selection.has(document))) tracker.prepare();
  const unhurried = new UnhurriedReader(store, (uri) => shownUris().has(uri));
  const features = new LanguageFeatures(unhurried);
  context.subscriptions.push(
    log,
    selection,
    decisions,
    followRenames(places, log),
    tracker,
    tracker.onDidTakeUp((uri) => void decisions.open(uri)),
    decisions.onDidChange((uri) => tracker.redecide(uri)),
    features,
    tracker.onDidSee((document) => features.add(document)),
    new Decorations(store),
    unhurried,
    new OverviewRuler(store),
    new ContextKeys(unhurried),
    new StatusItem(unhurried),
    registerLintOnNeed(unhurried),
    registerToggles(),
    registerReviewing(store, selection, tracker),
    vscode.commands.registerCommand(COMMANDS.showOutput, () => log.show()),
  );
  const sidebar = registerSidebar(context, store);
  const deciding: Deciding = {
    reader: store,
    decisions,
    itemOfRow: (id) => {
      const row = sidebar.find(id);
      return row && itemOfSubject(row.node.subject);
    },
  };
  const documentsOf = documentsChosen((id) => {
    const subject = sidebar.find(id)?.node.subject;
    return subject?.kind === "document" ? subject.document.reviewed.uri : undefined;
  });
  const looks = new LookTree(unhurried);
  const lookTexts = new LookTexts();
  const threads = new CommentThreads(unhurried);
  context.subscriptions.push(
    registerShowInSidebar((uri, offset) => sidebar.reveal(uri, offset)),
    threads,
    looks,
    lookTexts,
    new StatusBadges(decisions, selection),
    registerDraftsOnNeed(() => ({
      selection,
      decisions,
      startThread: () => new Worker(join(context.extensionPath, "dist", "worker.js"), { workerData: CHECK_TASK }),
      log,
    })),
    registerOnFirstUse(ON_DEMAND, () => {
      const { registerOnDemand } = require("./onDemand.js") as typeof import("./onDemand.js");
      return registerOnDemand({
        ...deciding,
        ...{ documentsOf, selection, startThread, log, threads, looks, lookTexts, sidebar, extensionUri: context.extensionUri },
        across: () => entities,
      });
    }),
  );
  let entities: AcrossEntities | undefined;
  const across = afterFront(store).then(() => {
    const { registerAcross, findRenamedOutside } = require("./across.js") as typeof import("./across.js");
    const registered = registerAcross({
      ...{ context, reader: store, selection, decisions, sidebar, log },
      found: () => tracker.prepare(),
    });
    context.subscriptions.push(registered, findRenamedOutside({ reader: store, places, decisions, log }));
    entities = registered.entities;
    return registered;
  });
  tracker.start();
  seemsToHoldDocuments(selection).then(
    (holds) => holds && tracker.prepare(),
    (error: unknown) => log.warn(`The workspace could not be looked through: ${error}`),
  );
  return { documents: store, sidebar, decisions, secondLook: looks, comments: threads, across: () => across };
}
