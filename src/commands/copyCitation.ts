import * as vscode from "vscode";
import { DOCUMENT_COMMANDS } from "../contributions.js";
import { setting } from "../editor/settings.js";
import { citation } from "../export/citation.js";
import { type Deciding, registerDecision } from "./decideOnItem.js";

/** Registers the command that copies a quotation with its speaker and place, in the form that the settings give. */
export function registerCopyCitation(deciding: Deciding): vscode.Disposable {
  return registerDecision(deciding, DOCUMENT_COMMANDS.copyCitation, ["quotation"], async (item) => {
    if (item.kind !== "quotation") return;
    const { document, reviewed, quote } = item;
    const path = vscode.workspace.asRelativePath(document.uri);
    const cited = citation(setting("citation", document.uri), { path, text: document.getText(), review: reviewed.review }, quote.id);
    if (cited === undefined) return;
    await vscode.env.clipboard.writeText(cited.replace(/ {2,}/g, " ").trim());
    vscode.window.setStatusBarMessage("Copied the citation", 3000);
  });
}
