import type { Decision, DecisionBody, SpeakerChoice } from "./decision.js";

/** A decision in a few words, for lists and for other programs. The words it is on are not among them. */
export function decisionWords(decision: Decision | DecisionBody): string {
  switch (decision.kind) {
    case "accept":
      return "accepted";
    case "reject":
      return "rejected";
    case "change-type":
      return `is ${/^[aeiou]/.test(decision.type) ? "an" : "a"} ${decision.type}`;
    case "rename":
      return `named ${decision.name}`;
    case "merge":
      return `same as ${decision.into.name}`;
    case "keep-apart":
      return `not the same as ${decision.from.name}`;
    case "take-out":
      return decision.to ? `not ${decision.from.name} but ${decision.to.name}` : `not ${decision.from.name}`;
    case "add-name":
      return `names ${decision.of.name}`;
    case "resize":
      return `extends over “${decision.to.exact}”`;
    case "verdict":
      return decision.verdict === "to-be-checked" ? "to be checked" : decision.verdict;
    case "speaker":
      return speakerWords(decision.speaker);
    case "not-a-quotation":
      return "not a quotation";
    case "add-quotation":
      return `${decision.quoteKind} quotation`;
    case "comment":
    case "edit-comment":
      return decision.text;
    case "resolve-comment":
      return decision.resolved ? "resolved" : "open again";
    case "ignore-finding":
      return decision.reason === "" ? `${decision.rule} ignored` : `${decision.rule} ignored: ${decision.reason}`;
    case "status":
      return decision.status === "in-review" ? "in review" : decision.status;
  }
}

function speakerWords(speaker: SpeakerChoice): string {
  switch (speaker.kind) {
    case "entity":
      return `said by ${speaker.name.name}`;
    case "typed":
      return `said by ${speaker.name}`;
    case "unnamed":
      return "said by an unnamed source";
    case "nobody":
      return "said by nobody the text names";
  }
}
