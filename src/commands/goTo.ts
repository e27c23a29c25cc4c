import * as vscode from "vscode";
import type { Entity } from "../analysis/analysis.js";
import { COMMANDS } from "../contributions.js";
import { firstFullMention } from "../editor/mentionProviders.js";
import { reviewOf, wordsOf } from "../editor/textPlaces.js";
import { counted, isUncertain, QUOTE_WORDS, speakerName, TYPE_WORDS } from "../editor/words.js";
import type { DocumentReader } from "../review/documentStore.js";
import type { ReviewedDocument } from "../review/reviewedDocument.js";
import { type PickText, type PlaceItem, pickPlace } from "./previewPick.js";

/** A list of more entries than this takes VS Code seconds to draw. */
const MOST_ITEMS = 10_000;

type Items = (document: vscode.TextDocument, reviewed: ReviewedDocument) => PlaceItem[];

/** Registers the commands that offer a document's entities, quotations and topics to go to. */
export function registerGoTo(reader: DocumentReader): vscode.Disposable {
  function register(command: string, items: Items, text: PickText): vscode.Disposable {
    return vscode.commands.registerCommand(command, () => {
      const editor = vscode.window.activeTextEditor;
      const reviewed = editor && reviewOf(reader, editor.document);
      if (!reviewed) return;
      pickPlace(editor, items(editor.document, reviewed), text);
    });
  }
  return vscode.Disposable.from(
    register(COMMANDS.goToEntity, entityItems, { title: "Go to Entity", placeholder: "Name, role, type or other name" }),
    register(COMMANDS.goToQuotation, quotationItems, { title: "Go to Quotation", placeholder: "Words, speaker or line" }),
    register(COMMANDS.goToTopic, topicItems, { title: "Go to Topic", placeholder: "Topic" }),
  );
}

function entityItems(document: vscode.TextDocument, { analysis }: ReviewedDocument): PlaceItem[] {
  const entities = analysis.entities.filter(({ mentions }) => mentions.length > 0);
  entities.sort((a, b) => b.mentions.length - a.mentions.length || a.mentions[0].start - b.mentions[0].start);
  return entities.slice(0, MOST_ITEMS).map((entity) => entityItem(document, entity));
}

function entityItem(document: vscode.TextDocument, entity: Entity): PlaceItem {
  const { one, icon } = TYPE_WORDS[entity.type];
  const also = entity.aliases.length > 0 ? [`also ${entity.aliases.join(", ")}`] : [];
  const detail = [...entity.roles, ...also].join(" · ");
  return {
    label: escapedIcons(entity.name),
    iconPath: new vscode.ThemeIcon(icon),
    description: `${one} · ${counted(entity.mentions.length, "mention")}`,
    ...(detail !== "" && { detail: escapedIcons(detail) }),
    span: firstFullMention(document, entity),
  };
}

function quotationItems(document: vscode.TextDocument, reviewed: ReviewedDocument): PlaceItem[] {
  return reviewed.analysis.quotes.slice(0, MOST_ITEMS).map((quote) => {
    const name = speakerName(reviewed, quote, (span) => wordsOf(document, span, 60));
    const doubt = quote.speaker && isUncertain(quote.speaker) ? "?" : "";
    return {
      label: escapedIcons(wordsOf(document, quote, 100)),
      description: escapedIcons(name === null ? "no speaker" : `${name}${doubt}`),
      detail: `${QUOTE_WORDS[quote.kind]} · line ${document.positionAt(quote.start).line + 1}`,
      span: quote,
    };
  });
}

function topicItems(_document: vscode.TextDocument, { analysis }: ReviewedDocument): PlaceItem[] {
  return analysis.topics.flatMap(({ label, declared, mentions }) =>
    mentions.length === 0
      ? []
      : [
          {
            label: escapedIcons(label),
            description: `${declared ? "Listed by the document" : "Found in the text"} · ${counted(mentions.length, "mention")}`,
            span: mentions[0],
          },
        ],
  );
}

/** A label's "$(name)" would be drawn as an icon: in words of the document it is text. */
function escapedIcons(text: string): string {
  return text.replaceAll("$(", "\\$(");
}
