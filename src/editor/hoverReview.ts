import type * as vscode from "vscode";
import type { Span } from "../analysis/analysis.js";
import { DECISION_COMMANDS } from "../contributions.js";
import type { ItemPlace } from "../decisions/decidable.js";
import type { DecidableKind } from "../decisions/decidableItem.js";
import type { Decision } from "../review/decision.js";
import { decisionWords } from "../review/decisionWords.js";
import type { ItemReview, Standing } from "../review/review.js";
import { STANCE_WORDS } from "./reviewWords.js";

/** The commands that a hover's links may run. */
export const LINKED_DECISIONS: readonly string[] = Object.values(DECISION_COMMANDS);

const MOST_DECISIONS = 4;

/** Adds what was decided on an item. Words of people and documents are appended as text, never as Markdown. */
export function appendReview(text: vscode.MarkdownString, label: string, { standing, decisions }: ItemReview): void {
  appendStanding(text, label, standing);
  const shown = new Set(
    standing.kind === "decided" ? [standing.by.id] : standing.kind === "disagreement" ? standing.decisions.map(({ id }) => id) : [],
  );
  for (const decision of decisions.filter(({ id, kind }) => !shown.has(id) && kind !== "comment").slice(-MOST_DECISIONS)) {
    text.appendMarkdown("\n\n$(edit) ").appendText(`${label}${signed(decision)}`);
  }
}

function appendStanding(text: vscode.MarkdownString, label: string, standing: Standing): void {
  switch (standing.kind) {
    case "undecided":
      return;
    case "decided": {
      const { label: words, icon } = STANCE_WORDS[standing.value];
      text.appendMarkdown(`\n\n$(${icon}) **`).appendText(`${label}${words}`).appendMarkdown("** ");
      text.appendText(`by ${standing.by.creator}, ${day(standing.by)}`);
      if (standing.stale) text.appendMarkdown(" · $(history) **the words changed since; decide again to confirm**");
      return;
    }
    case "disagreement":
      text.appendMarkdown("\n\n$(git-compare) **").appendText(`${label}Disagreement`).appendMarkdown("**: ");
      text.appendText(standing.decisions.map(signed).join("; ")).appendMarkdown(". Decide again to settle it.");
  }
}

function signed(decision: Decision): string {
  return `${decisionWords(decision)}, ${decision.creator}, ${day(decision)}`;
}

function day({ created }: Decision): string {
  return new Date(created).toLocaleDateString();
}

/** What can be decided on a mention, as links. */
export function mentionLinks(uri: string, mention: Span): string {
  const to = (kind: DecidableKind) => argument({ uri, kind, start: mention.start, end: mention.end });
  return links([
    ["check", "Accept", DECISION_COMMANDS.accept, to("entity"), "Accept this name in the document"],
    ["close", "Reject", DECISION_COMMANDS.reject, to("mention"), "This mention is no name"],
    ["symbol-class", "Type…", DECISION_COMMANDS.changeType, to("entity"), "Change the type"],
    ["person-add", "Someone Else…", DECISION_COMMANDS.takeOut, to("mention"), "This mention is someone else"],
  ]);
}

/** What can be decided on a quotation, as links. */
export function quotationLinks(uri: string, quote: Span): string {
  const to = argument({ uri, kind: "quotation", start: quote.start, end: quote.end });
  return links([
    ["pass", "Verdict…", DECISION_COMMANDS.verdict, to, "Verified, disputed, wrong, to be checked"],
    ["account", "Speaker…", DECISION_COMMANDS.speaker, to, "Somebody else said it"],
    ["close", "Not a Quotation", DECISION_COMMANDS.notAQuotation, to, "These words are no quotation"],
  ]);
}

type Link = readonly [icon: string, label: string, command: string, argument: string, title: string];

function links(all: readonly Link[]): string {
  return all
    .map(([icon, label, command, given, title]) => `[$(${icon}) ${label}](command:${command}?${given} "${title}")`)
    .join(" &nbsp; ");
}

function argument(place: ItemPlace): string {
  return encodeURIComponent(JSON.stringify([place]));
}
