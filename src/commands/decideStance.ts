import * as vscode from "vscode";
import { DECISION_COMMANDS } from "../contributions.js";
import type { Decidable } from "../decisions/decidable.js";
import { reviewOfItem } from "../decisions/decidableItem.js";
import type { Decisions } from "../decisions/decisions.js";
import { reviewerOf } from "../decisions/reviewer.js";
import { namesOf, spanTargetOf, targetOf } from "../decisions/targets.js";
import { VERDICT_WORDS } from "../editor/reviewWords.js";
import type { DecisionBody, Verdict } from "../review/decision.js";
import { VERDICTS } from "../review/decision.js";
import { settledBy } from "../review/standing.js";
import { type Deciding, registerDecision, wordsOfItem } from "./decideOnItem.js";

/** Registers the commands that take a side on an item: accept, reject, a verdict. */
export function registerStances(deciding: Deciding): vscode.Disposable {
  const { decisions } = deciding;
  return vscode.Disposable.from(
    registerDecision(deciding, DECISION_COMMANDS.accept, ["mention", "entity", "quotation"], (item) => accept(decisions, item)),
    registerDecision(deciding, DECISION_COMMANDS.reject, ["mention", "entity", "quotation"], (item) => reject(decisions, item)),
    registerDecision(deciding, DECISION_COMMANDS.rejectName, ["entity"], (item) => reject(decisions, item)),
    registerDecision(deciding, DECISION_COMMANDS.rejectEverywhere, ["entity"], (item) => rejectEverywhere(decisions, item)),
    registerDecision(deciding, DECISION_COMMANDS.notAQuotation, ["quotation"], (item) => reject(decisions, item)),
    registerDecision(deciding, DECISION_COMMANDS.verdict, ["quotation", "mention", "entity"], (item) => chooseVerdict(decisions, item)),
  );
}

export async function accept(decisions: Decisions, item: Decidable): Promise<void> {
  const settles = await settling(item);
  await decisions.make(item.document.uri, [{ kind: "accept", target: targetOf(item), ...settles }]);
}

/** Takes a mention, an entity of the document or a quotation out. */
export async function reject(decisions: Decisions, item: Decidable): Promise<void> {
  const settles = await settling(item);
  await decisions.make(item.document.uri, rejections(item, settles));
}

async function rejectEverywhere(decisions: Decisions, item: Decidable): Promise<void> {
  if (item.kind !== "entity") return;
  await decisions.make(item.document.uri, rejections(item, {}), "everywhere");
}

export async function decideVerdict(decisions: Decisions, item: Decidable, verdict: Verdict): Promise<void> {
  const settles = await settling(item);
  await decisions.make(item.document.uri, [{ kind: "verdict", target: targetOf(item), verdict, ...settles }]);
}

async function chooseVerdict(decisions: Decisions, item: Decidable): Promise<void> {
  const { standing } = reviewOfItem(item.reviewed, item);
  const now = standing.kind === "decided" ? standing.value : undefined;
  const items = VERDICTS.map((verdict) => ({
    label: VERDICT_WORDS[verdict].label,
    iconPath: new vscode.ThemeIcon(VERDICT_WORDS[verdict].icon),
    ...(verdict === now && { description: "its verdict now" }),
    verdict,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: `Verdict on ${wordsOfItem(item)}`,
    placeHolder: "What did checking show?",
  });
  if (chosen) await decideVerdict(decisions, item, chosen.verdict);
}

function rejections(item: Decidable, settles: { readonly settles?: readonly string[] }): DecisionBody[] {
  switch (item.kind) {
    case "mention":
      return [{ kind: "reject", target: spanTargetOf(item), ...settles }];
    case "entity":
      return namesOf(item, item.entity).map((target) => ({ kind: "reject", target, ...settles }));
    case "quotation":
      return [{ kind: "not-a-quotation", target: spanTargetOf(item), ...settles }];
  }
}

async function settling(item: Decidable): Promise<{ readonly settles?: readonly string[] }> {
  const settles = settledBy(reviewOfItem(item.reviewed, item).standing, await reviewerOf(item.document.uri));
  return settles.length > 0 ? { settles } : {};
}
