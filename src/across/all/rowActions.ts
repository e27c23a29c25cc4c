import * as vscode from "vscode";
import { onOneLine } from "../../analysis/oneLine.js";
import type { Place } from "../../collection/answers.js";
import { SIDEBAR_COMMANDS } from "../../contributions.js";
import { speakerWords } from "../acrossRows.js";
import type { CollectionClient } from "../collectionClient.js";
import { openPlace } from "../openPlace.js";
import { allItem } from "./allItem.js";
import { type AllRow, type AllSubject, placeOf } from "./allRow.js";

/** Does what the sidebar's commands say with rows of all documents. */
export function rowActions(client: CollectionClient, extensionUri: vscode.Uri): (command: string, row: AllRow) => Promise<void> {
  async function firstPlace(subject: AllSubject): Promise<Place | undefined> {
    switch (subject.kind) {
      case "entity":
        return firstOf(subject.entity.id);
      case "speaker":
        return subject.speaker.entity ? firstOf(subject.speaker.entity.id) : undefined;
      case "topic":
        return (await client.ask("topicDocuments", subject.topic.id, { count: 1 }))?.items[0]?.mentions[0];
      default:
        return placeOf(subject);
    }
  }

  async function firstOf(entity: string): Promise<Place | undefined> {
    return (await client.ask("documentsOf", entity, { count: 1 }))?.items[0]?.first;
  }

  return async (command, row) => {
    const { subject } = row;
    switch (command) {
      case SIDEBAR_COMMANDS.open:
        return openPlace(placeOf(subject), { preserveFocus: true });
      case SIDEBAR_COMMANDS.goToFirst:
        return openPlace(await firstPlace(subject));
      case SIDEBAR_COMMANDS.findMentions:
        await openPlace(await firstPlace(subject));
        await vscode.commands.executeCommand("references-view.findReferences");
        return;
      case SIDEBAR_COMMANDS.copyName:
        return copy(nameOfSubject(subject));
      case SIDEBAR_COMMANDS.copyQuotation:
        return copy(quotationText(subject));
      case SIDEBAR_COMMANDS.copyText: {
        const { label, description } = allItem(row, "", extensionUri);
        const text = typeof label === "string" ? label : (label?.label ?? "");
        return copy(quotationText(subject) ?? `${text} (${description})`);
      }
    }
  };
}

function nameOfSubject(subject: AllSubject): string | undefined {
  switch (subject.kind) {
    case "entity":
      return subject.entity.name;
    case "entityDocument":
      return subject.inDocument.name;
    case "mention":
      return subject.name;
    case "speaker":
      return subject.speaker.entity?.name;
    case "topic":
    case "topicMention":
      return subject.topic.label;
    default:
      return undefined;
  }
}

/** A quotation word for word, with its speaker and where it stands. */
function quotationText(subject: AllSubject): string | undefined {
  if (subject.kind !== "quotation") return undefined;
  const { quotation } = subject;
  const speaker = quotation.speaker.kind === "nobody" ? "speaker not identified" : speakerWords(quotation);
  const path = vscode.workspace.asRelativePath(vscode.Uri.parse(quotation.path));
  return `${onOneLine(quotation.text)} — ${speaker} (${path}:${quotation.line + 1})`;
}

async function copy(text: string | undefined): Promise<void> {
  if (text !== undefined) await vscode.env.clipboard.writeText(text);
}
