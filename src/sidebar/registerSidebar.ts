import { type Disposable, type ExtensionContext, FileDecoration, type Uri, window } from "vscode";
import type { DocumentReader } from "../review/documentStore.js";
import { CursorFollower } from "./cursorFollower.js";
import { registerRowCommands } from "./rowCommands.js";
import { Sidebar } from "./sidebar.js";
import { UNCERTAIN_ROW } from "./treeItem.js";
import { registerViewCommands } from "./viewCommands.js";

/**
 * Builds the sidebar over the documents of a store.
 * @returns the sidebar, which the extension's context disposes.
 */
export function registerSidebar(context: ExtensionContext, store: DocumentReader): Sidebar {
  const sidebar = new Sidebar(store, context);
  context.subscriptions.push(
    sidebar,
    new CursorFollower(sidebar),
    registerUncertainMark(),
    ...registerViewCommands(sidebar.state),
    ...registerRowCommands(sidebar),
  );
  return sidebar;
}

/** A question mark at the end of the rows whose speaker is uncertain: seen in a narrow sidebar too. */
function registerUncertainMark(): Disposable {
  const mark = new FileDecoration("?", "The speaker is uncertain");
  return window.registerFileDecorationProvider({
    provideFileDecoration: (uri: Uri) => (uri.scheme === UNCERTAIN_ROW.scheme ? mark : undefined),
  });
}
