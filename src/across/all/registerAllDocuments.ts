import type * as vscode from "vscode";
import type { GatheringProgress } from "../../gathering/gatherProtocol.js";
import type { DocumentReader } from "../../review/documentStore.js";
import type { Sidebar } from "../../sidebar/sidebar.js";
import { VIEWS, type ViewName } from "../../sidebar/views.js";
import type { CollectionClient } from "../collectionClient.js";
import { AllDocumentRows } from "./allDocumentRows.js";
import type { AllLister } from "./allRow.js";
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
  readonly sidebar: Sidebar;
  readonly extensionUri: vscode.Uri;
}

/** The sidebar's trees in their state All Documents. */
export interface AllDocumentTrees extends vscode.Disposable {
  /** Takes how far the gathering is. @param version rises with every change of the collection. */
  tell(progress: GatheringProgress, version: number): void;
}

/** Gives each of the sidebar's trees its rows of all documents. */
export function registerAllDocuments({ client, reader, sidebar, extensionUri }: AllDocumentsParts): AllDocumentTrees {
  const texts = new DocumentTexts();
  const run = rowActions(client, extensionUri);
  const trees = VIEWS.map((view) => {
    const rows = new AllDocumentRows(view, LISTERS[view]({ client, texts, reader }), sidebar.state, run, extensionUri);
    return { rows, shown: sidebar.trees[view].showAll(rows) };
  });
  return {
    tell(progress, version) {
      texts.clear();
      for (const { rows } of trees) rows.tell(progress, version);
    },
    dispose() {
      for (const { rows, shown } of trees) {
        shown.dispose();
        rows.dispose();
      }
    },
  };
}
