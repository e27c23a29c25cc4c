/** The check of drafts against their sources: a bundle of its own, read when a draft is checked first. */
import * as vscode from "vscode";
import { DRAFT_COMMANDS } from "./contributions.js";
import type { Decisions } from "./decisions/decisions.js";
import { registerDraftActions, showIgnored } from "./draft/draftActions.js";
import { type CheckThread, DraftChecks } from "./draft/draftChecks.js";
import { DraftDiagnostics } from "./draft/draftDiagnostics.js";
import type { SourceSelection } from "./draft/draftSources.js";
import { IgnoredFindings } from "./draft/ignoredFindings.js";

export interface DraftingParts {
  readonly selection: SourceSelection;
  readonly decisions: Decisions;
  readonly startThread: () => CheckThread;
  readonly log: vscode.LogOutputChannel;
}

/** Registers the commands on drafts, and checks those that the setting names as they are typed. */
export function registerDrafts({ decisions, ...parts }: DraftingParts): vscode.Disposable {
  const ignored = new IgnoredFindings(decisions);
  const checks = new DraftChecks({ ...parts, ignored });
  const inFront = (run: (document: vscode.TextDocument) => Promise<void>) => async (): Promise<void> => {
    const document = vscode.window.activeTextEditor?.document;
    if (document) await run(document);
    else void vscode.window.showInformationMessage("Open the draft in an editor first.");
  };
  return vscode.Disposable.from(
    new DraftDiagnostics(checks),
    registerDraftActions(checks, ignored),
    checks,
    vscode.commands.registerCommand(
      DRAFT_COMMANDS.check,
      inFront((document) => checks.check(document)),
    ),
    vscode.commands.registerCommand(
      DRAFT_COMMANDS.ignored,
      inFront((document) => showIgnored(ignored, document.uri)),
    ),
  );
}
