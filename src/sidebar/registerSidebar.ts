import { type Disposable, type ExtensionContext, FileDecoration, type Uri, window } from "vscode";
import { STANCE_WORDS } from "../editor/reviewWords.js";
import type { DocumentReader } from "../review/documentStore.js";
import { CursorFollower } from "./cursorFollower.js";
import { Sidebar } from "./sidebar.js";
import { MARKED_ROW } from "./treeItem.js";

/**
 * Builds the sidebar over the documents of a store.
 * @returns the sidebar, which the extension's context disposes.
 */
export function registerSidebar(context: ExtensionContext, store: DocumentReader): Sidebar {
  const sidebar = new Sidebar(store, context);
  context.subscriptions.push(sidebar, new CursorFollower(sidebar), registerRowMarks());
  return sidebar;
}

/** A sign at the end of the rows whose speaker is uncertain, or that were decided on: seen in a narrow sidebar too. */
function registerRowMarks(): Disposable {
  const marks: Readonly<Record<string, FileDecoration>> = {
    uncertain: new FileDecoration("?", "The speaker is uncertain"),
    stale: new FileDecoration("≠", "The words changed since this was decided"),
    disagreement: new FileDecoration("⇄", "Reviewers disagree"),
    ...Object.fromEntries(Object.entries(STANCE_WORDS).map(([value, { badge, label }]) => [value, new FileDecoration(badge, label)])),
  };
  return window.registerFileDecorationProvider({
    provideFileDecoration: (uri: Uri) => (uri.scheme === MARKED_ROW ? marks[uri.path.slice(1)] : undefined),
  });
}
