import * as vscode from "vscode";
import { ENTITY_TYPES } from "../analysis/analysis.js";
import { HISTORY_COMMANDS } from "../contributions.js";
import { figure, TYPE_WORDS } from "../editor/words.js";
import type { ReviewedDocument } from "../review/reviewedDocument.js";
import type { Deciding } from "./decideOnItem.js";
import { editorInFront, tellNothingInFront } from "./editorInFront.js";
import { type StepLimit, undecidedItems } from "./stepItems.js";
import { StepSession } from "./stepSession.js";

interface LimitItem extends vscode.QuickPickItem {
  readonly limit: StepLimit;
}

/** Registers the command that goes from one undecided item to the next. */
export function registerStepThrough(deciding: Deciding): vscode.Disposable {
  let session: StepSession | undefined;
  const command = vscode.commands.registerCommand(HISTORY_COMMANDS.stepThrough, async () => {
    if (session) {
      session.resume();
      return;
    }
    const front = await editorInFront(deciding.reader);
    if (!front) return tellNothingInFront(deciding.reader);
    const limit = await pickLimit(front.reviewed);
    if (!limit) return;
    const started = new StepSession(deciding, front.editor, limit, () => {
      if (session === started) session = undefined;
    });
    session = started;
    started.start();
  });
  return vscode.Disposable.from(command, new vscode.Disposable(() => session?.dispose()));
}

async function pickLimit(reviewed: ReviewedDocument): Promise<StepLimit | undefined> {
  const limits: readonly (readonly [StepLimit, string, string])[] = [
    ["all", "Everything", "checklist"],
    ["uncertain", "Only What Is Uncertain", "question"],
    ["quotations", "Quotations", "quote"],
    ...ENTITY_TYPES.map((type) => [type, TYPE_WORDS[type].many, TYPE_WORDS[type].icon] as const),
  ];
  const items = limits.map(([limit, label, icon]): LimitItem & { readonly left: number } => {
    const left = undecidedItems(reviewed, limit).length;
    return { label, iconPath: new vscode.ThemeIcon(icon), description: `${figure(left)} left`, limit, left };
  });
  const offered = items.filter(({ left }) => left > 0);
  if (offered.length === 0) {
    await vscode.window.showInformationMessage("Nothing is left to decide here.");
    return undefined;
  }
  return (await vscode.window.showQuickPick(offered, { title: "Step Through", placeHolder: "What do you want to decide on?" }))?.limit;
}
