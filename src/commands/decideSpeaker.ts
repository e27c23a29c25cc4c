import type * as vscode from "vscode";
import { DECISION_COMMANDS } from "../contributions.js";
import type { Decidable } from "../decisions/decidable.js";
import type { Decisions } from "../decisions/decisions.js";
import { nameOf, spanTargetOf } from "../decisions/targets.js";
import type { SpeakerChoice } from "../review/decision.js";
import { type Deciding, registerDecision, wordsOfItem } from "./decideOnItem.js";
import { pickEntity } from "./entityPick.js";

/** Registers the command that gives a quotation another speaker. */
export function registerSpeakerDecision(deciding: Deciding): vscode.Disposable {
  return registerDecision(deciding, DECISION_COMMANDS.speaker, ["quotation"], (item) => chooseSpeaker(deciding.decisions, item));
}

/** Lets the reviewer choose who said a quotation. */
export async function chooseSpeaker(decisions: Decisions, item: Decidable): Promise<void> {
  if (item.kind !== "quotation") return;
  const speaker = await pickSpeaker(item, `Another Speaker for ${wordsOfItem(item)}`, item.quote.speaker?.entity ?? undefined);
  if (speaker) await decisions.make(item.document.uri, [{ kind: "speaker", target: spanTargetOf(item), speaker }]);
}

/**
 * @param now the id of the entity that speaks now.
 * @returns undefined where that was left with Escape.
 */
export async function pickSpeaker(item: Pick<Decidable, "reviewed">, title: string, now?: string): Promise<SpeakerChoice | undefined> {
  const picked = await pickEntity<SpeakerChoice>(item.reviewed, {
    title,
    placeholder: "Who said it? Pick or type a name.",
    others: [
      { label: "A source that stays unnamed", icon: "account", value: { kind: "unnamed" } },
      { label: "The text does not say", icon: "question", value: { kind: "nobody" } },
    ],
    typed: true,
    note: ({ id }) => (id === now ? "the speaker now" : ""),
  });
  switch (picked?.kind) {
    case "entity":
      return { kind: "entity", name: nameOf(item, picked.entity) };
    case "typed":
      return { kind: "typed", name: picked.name };
    case "other":
      return picked.value;
    case undefined:
      return undefined;
  }
}
