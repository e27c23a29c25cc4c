/** What is run by commands and hovers alone, and read when the first is asked for: a bundle of its own, so that VS Code starts no slower for it. */
import * as vscode from "vscode";
import type { AcrossEntities } from "./across/gestures/acrossEntities.js";
import type { DocumentsOf } from "./commands/chosenDocuments.js";
import { registerCopyCitation } from "./commands/copyCitation.js";
import { registerEntityDecisions } from "./commands/decideEntity.js";
import { registerUndo } from "./commands/decideHistory.js";
import type { Deciding } from "./commands/decideOnItem.js";
import { registerSelectionDecisions } from "./commands/decideSelection.js";
import { registerSpeakerDecision } from "./commands/decideSpeaker.js";
import { registerStances } from "./commands/decideStance.js";
import { registerDecisionList } from "./commands/decisionList.js";
import { type ExportingParts, exportDocuments } from "./commands/exporting.js";
import { registerGoTo } from "./commands/goTo.js";
import { importAnnotations } from "./commands/importing.js";
import { registerStatus } from "./commands/markStatus.js";
import { registerOpenExample } from "./commands/openExample.js";
import { registerSteps } from "./commands/steps.js";
import { registerStepThrough } from "./commands/stepThrough.js";
import { type Commenting, registerCommentCommands } from "./comments/commentCommands.js";
import { DOCUMENT_COMMANDS } from "./contributions.js";
import { registerLookCommands, type SecondLook } from "./secondLook/lookCommands.js";
import { registerRowCommands } from "./sidebar/rowCommands.js";
import type { Sidebar } from "./sidebar/sidebar.js";
import { registerViewCommands } from "./sidebar/viewCommands.js";

export { hoverProvider } from "./editor/hover.js";

export type OnDemandParts = Deciding &
  ExportingParts &
  Commenting &
  SecondLook & {
    readonly documentsOf: DocumentsOf;
    readonly sidebar: Sidebar;
    /** Where the extension is installed. */
    readonly extensionUri: vscode.Uri;
    /** The entities of all documents; undefined until what reads them is loaded. */
    readonly across: () => AcrossEntities | undefined;
  };

/**
 * Registers what goes to a chosen place, decides, comments, goes back and forth in what was decided, takes reviews away and brings
 * annotations in, and what the views' titles and rows offer.
 */
export function registerOnDemand(parts: OnDemandParts): vscode.Disposable {
  return vscode.Disposable.from(
    registerStances(parts),
    registerEntityDecisions(parts),
    registerSpeakerDecision(parts),
    registerSelectionDecisions(parts),
    registerUndo(parts.reader, parts.decisions),
    registerDecisionList(parts.reader, parts.decisions),
    registerSteps(parts.reader),
    registerStepThrough(parts),
    registerCopyCitation(parts),
    registerStatus(parts.decisions, parts.selection, parts.documentsOf),
    registerGoTo(parts.reader, parts.across),
    registerOpenExample(parts.extensionUri),
    registerCommentCommands(parts),
    registerLookCommands(parts),
    ...registerViewCommands(parts.sidebar.state),
    ...registerRowCommands(parts.sidebar),
    vscode.commands.registerCommand(DOCUMENT_COMMANDS.export, (given: unknown, all: unknown) => exportDocuments(parts, given, all)),
    vscode.commands.registerCommand(DOCUMENT_COMMANDS.import, (given: unknown) => importAnnotations(parts, given)),
  );
}
