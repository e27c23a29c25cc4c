/** What reads all documents of the workspace as one: a bundle of its own, read after the document in front has its marks. */
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import * as vscode from "vscode";
import { type AcrossRow, isAcrossRow, placeOf } from "./across/acrossRows.js";
import { AcrossTree } from "./across/acrossTree.js";
import { registerAllDocuments } from "./across/all/registerAllDocuments.js";
import { CollectionClient } from "./across/collectionClient.js";
import { Gathering } from "./across/gathering.js";
import { AcrossEntities } from "./across/gestures/acrossEntities.js";
import { FigureDiagnostics } from "./across/gestures/figureDiagnostics.js";
import { registerGestures } from "./across/gestures/registerGestures.js";
import { IdentityDecisions } from "./across/identityDecisions.js";
import { openPlace } from "./across/openPlace.js";
import { VersionTexts } from "./across/versionTexts.js";
import { ACROSS_COMMANDS, ACROSS_CONTEXT_KEYS } from "./contributions.js";
import type { Decisions } from "./decisions/decisions.js";
import type { ReviewSelection } from "./editor/reviewSelection.js";
import { type CollectionThreadData, collectionLimits } from "./gathering/collectionProtocol.js";
import type { GatheringPhase } from "./gathering/gatherProtocol.js";
import type { DocumentReader } from "./review/documentStore.js";
import type { Sidebar } from "./sidebar/sidebar.js";

/** It has time until then, too. */
export { findRenamedOutside } from "./decisions/renamedOutside.js";

export interface AcrossParts {
  readonly context: Pick<vscode.ExtensionContext, "extensionPath" | "extensionUri" | "storageUri" | "globalStorageUri">;
  readonly reader: DocumentReader;
  readonly selection: ReviewSelection;
  readonly decisions: Decisions;
  readonly sidebar: Sidebar;
  readonly log: vscode.LogOutputChannel;
  /** Called when there are documents to open; more than once. */
  readonly found: () => void;
}

/** The documents of the workspace read as one. */
export interface Across extends vscode.Disposable {
  readonly client: CollectionClient;
  readonly tree: AcrossTree;
  readonly entities: AcrossEntities;
  /** Has the workspace looked through for what came, went or changed untold, as when the window gets the keyboard back. */
  lookAgain(): void;
}

/** Milliseconds after the loss of the thread until the workspace is gathered again. */
const PATIENCE = 5000;
const MOST_LOSSES = 3;

/** Registers the view over all documents, and begins to gather them. */
export function registerAcross({ context, reader, selection, decisions, sidebar, log, found }: AcrossParts): Across {
  const data: CollectionThreadData = {
    cache: join((context.storageUri ?? context.globalStorageUri).fsPath, "records"),
    analyst: join(context.extensionPath, "dist", "worker.js"),
  };
  let phase: GatheringPhase = "searching";
  let hasNone = false;
  let losses = 0;
  let again: NodeJS.Timeout | undefined;
  const client = new CollectionClient({
    startThread: () =>
      new Worker(join(context.extensionPath, "dist", "collectionThread.js"), {
        workerData: data,
        resourceLimits: collectionLimits(losses),
      }),
    log: (message) => log.info(message),
    told: (progress, version) => {
      if (progress.phase !== phase) {
        phase = progress.phase;
        showPhase(phase);
      }
      tree.tell(progress, version);
      all.tell(progress, version);
      figures.tell(progress, version);
      if (progress.documents > 0) found();
      const isEmpty = progress.phase === "ready" && progress.documents === 0;
      if (isEmpty !== hasNone) {
        hasNone = isEmpty;
        void vscode.commands.executeCommand("setContext", ACROSS_CONTEXT_KEYS.noDocuments, hasNone);
      }
    },
    lost: () => {
      if (++losses <= MOST_LOSSES) again = setTimeout(anew, PATIENCE);
      else log.error("The documents of the workspace are not read any more: the thread ended too often. Reload the window to try again.");
    },
  });
  const tree = new AcrossTree(client);
  const entities = new AcrossEntities(client, () => phase);
  const identity = new IdentityDecisions(decisions, selection, (decided) => client.post({ kind: "decide", decisions: decided }));
  const all = registerAllDocuments({
    client,
    reader,
    areRead: () => entities.areRead,
    identity,
    decisions,
    sidebar,
    extensionUri: context.extensionUri,
  });
  const gathering = new Gathering(selection, (request) => client.post(request));
  const texts = new VersionTexts();
  const figures = new FigureDiagnostics({ client, reader, compare: (left, right) => texts.compare(left, right) });

  function anew(): void {
    identity.tellAgain();
    gathering.search();
  }

  function onRows(command: string, run: (rows: readonly AcrossRow[]) => Promise<void> | void): vscode.Disposable {
    return vscode.commands.registerCommand(command, (row: unknown, rows: unknown) =>
      run(Array.isArray(rows) ? rows.filter(isAcrossRow) : isAcrossRow(row) ? [row] : tree.selection),
    );
  }

  const registrations = vscode.Disposable.from(
    tree,
    all,
    identity,
    gathering,
    texts,
    figures,
    registerGestures(reader, entities),
    client,
    vscode.commands.registerCommand(ACROSS_COMMANDS.pause, () => client.post({ kind: "pause" })),
    vscode.commands.registerCommand(ACROSS_COMMANDS.resume, () =>
      phase === "stopped" ? gathering.search() : client.post({ kind: "resume" }),
    ),
    vscode.commands.registerCommand(ACROSS_COMMANDS.stop, () => client.post({ kind: "stop" })),
    onRows(ACROSS_COMMANDS.showMore, ([row]) => row && tree.showMore(row)),
    onRows(ACROSS_COMMANDS.open, async ([row]) => {
      await openPlace(row && placeOf(row));
    }),
    onRows(ACROSS_COMMANDS.compare, async (rows) => {
      const versions = rows.flatMap((row) => (row.kind === "version" ? [row] : []));
      const [left, right] = versions.length > 1 ? versions.map(({ version }) => version) : [versions[0]?.first, versions[0]?.version];
      if (left && right) await texts.compare(left.quotation, right.quotation);
    }),
  );
  showPhase(phase);
  gathering.search();
  return {
    client,
    tree,
    entities,
    lookAgain: () => gathering.lookAgain(),
    dispose: () => {
      clearTimeout(again);
      registrations.dispose();
    },
  };
}

function showPhase(phase: GatheringPhase): void {
  const isReading = phase === "searching" || phase === "analysing";
  const isHalted = phase === "paused" || phase === "stopped";
  void vscode.commands.executeCommand("setContext", ACROSS_CONTEXT_KEYS.reading, isReading);
  void vscode.commands.executeCommand("setContext", ACROSS_CONTEXT_KEYS.halted, isHalted);
}
