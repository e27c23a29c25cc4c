import * as vscode from "vscode";
import type { IdentityDecision } from "../../collection/answers.js";
import { ACROSS_COMMANDS } from "../../contributions.js";
import type { Decisions } from "../../decisions/decisions.js";
import type { GatheringProgress } from "../../gathering/gatherProtocol.js";
import type { DocumentReader } from "../../review/documentStore.js";
import type { Sidebar } from "../../sidebar/sidebar.js";
import { VIEWS, type ViewName } from "../../sidebar/views.js";
import type { CollectionClient } from "../collectionClient.js";
import type { IdentityDecisions } from "../identityDecisions.js";
import { AllDocumentRows } from "./allDocumentRows.js";
import type { AllLister, AllSubject } from "./allRow.js";
import { registerEntityRowDecisions } from "./decideEntityRow.js";
import { DocumentTexts } from "./documentTexts.js";
import { type AllSources, entityLister } from "./entityLister.js";
import { quotationLister } from "./quotationLister.js";
import { rowActions } from "./rowActions.js";
import { topicLister } from "./topicLister.js";

const LISTERS: Readonly<Record<ViewName, (sources: AllSources) => AllLister>> = {
  entities: entityLister,
  quotations: quotationLister,
  topics: topicLister,
};

export interface AllDocumentsParts {
  readonly client: CollectionClient;
  readonly reader: DocumentReader;
  readonly areRead: () => boolean;
  readonly identity: IdentityDecisions;
  readonly decisions: Decisions;
  readonly sidebar: Sidebar;
  readonly extensionUri: vscode.Uri;
}

/** The sidebar's trees in their state All Documents. */
export interface AllDocumentTrees extends vscode.Disposable {
  /** Takes how far the gathering is. @param version rises with every change of the collection. */
  tell(progress: GatheringProgress, version: number): void;
}

/** Gives each of the sidebar's trees its rows of all documents. */
export function registerAllDocuments(parts: AllDocumentsParts): AllDocumentTrees {
  const { client, reader, areRead, identity, decisions, sidebar, extensionUri } = parts;
  const texts = new DocumentTexts();
  const run = rowActions(client, extensionUri);
  const trees = VIEWS.map((view) => {
    const rows = new AllDocumentRows(view, LISTERS[view]({ client, texts, reader, areRead }), sidebar.state, run, extensionUri);
    return { rows, shown: sidebar.trees[view].showAll(rows) };
  });
  const subjectOf = (id: unknown): AllSubject | undefined =>
    typeof id === "string" ? trees.map(({ rows }) => rows.row(id)).find((row) => row)?.subject : undefined;
  const decideOn = (command: string, kind: IdentityDecision["kind"]) =>
    vscode.commands.registerCommand(command, async (id: unknown) => {
      const subject = subjectOf(id);
      if (subject?.kind !== "pair") return;
      const { pair } = subject;
      const [first] = (await client.ask("firstDocuments", [pair.right.id])) ?? [];
      if (first) await identity.decide(kind, pair, first.path);
    });
  const commands = [
    decideOn(ACROSS_COMMANDS.same, "same"),
    decideOn(ACROSS_COMMANDS.notSame, "apart"),
    registerEntityRowDecisions({ client, decisions, subjectOf }),
  ];
  return {
    tell(progress, version) {
      texts.clear();
      for (const { rows } of trees) rows.tell(progress, version);
    },
    dispose() {
      for (const command of commands) command.dispose();
      for (const { rows, shown } of trees) {
        shown.dispose();
        rows.dispose();
      }
    },
  };
}
