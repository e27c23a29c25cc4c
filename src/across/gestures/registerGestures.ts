import * as vscode from "vscode";
import type { DocumentReader } from "../../review/documentStore.js";
import type { AcrossEntities } from "./acrossEntities.js";
import { acrossHover } from "./hover.js";
import { acrossReferences } from "./references.js";
import { workspaceSymbolProvider } from "./symbols.js";

/** Lets VS Code's own gestures answer over all documents: for the languages that documents under review have, and for those only. */
export function registerGestures(reader: DocumentReader, entities: AcrossEntities): vscode.Disposable {
  const languages = new Set<string>();
  const registered: vscode.Disposable[] = [
    vscode.languages.registerWorkspaceSymbolProvider(workspaceSymbolProvider(reader, entities)),
    // For any language: a selector that says less puts this below what the document's own hover says.
    vscode.languages.registerHoverProvider({ language: "*" }, acrossHover(reader, entities)),
    new vscode.Disposable(() => subscription.dispose()),
  ];

  function add(uri: string | undefined): void {
    const document = reader.state(uri ?? "") && vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri);
    if (!document || languages.has(document.languageId)) return;
    const { languageId } = document;
    languages.add(languageId);
    registered.push(vscode.languages.registerReferenceProvider(languageId, acrossReferences(reader, entities)));
  }

  const subscription = reader.onDidChange(({ uri }) => add(uri));
  for (const { uri } of vscode.workspace.textDocuments) add(uri.toString());
  return new vscode.Disposable(() => {
    for (const each of registered) each.dispose();
  });
}
