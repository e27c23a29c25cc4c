import * as vscode from "vscode";
import type { AcrossEntities, FoundEntity } from "../across/gestures/acrossEntities.js";
import { openPlace } from "../across/openPlace.js";
import type { Entity } from "../analysis/analysis.js";
import type { Place } from "../collection/answers.js";
import { COMMANDS } from "../contributions.js";
import { firstFullMention } from "../editor/mentionProviders.js";
import { wordsOf } from "../editor/textPlaces.js";
import { counted, isUncertain, kindWords, otherNames, speakerName, TYPE_WORDS } from "../editor/words.js";
import type { DocumentReader } from "../review/documentStore.js";
import { QUOTE_WORDS } from "../review/quoteWords.js";
import type { ReviewedDocument } from "../review/reviewedDocument.js";
import { editorInFront, tellNothingInFront } from "./editorInFront.js";
import { type FindOthers, type OtherItem, type PickText, type PlaceItem, pickOther, pickPlace } from "./previewPick.js";

/** A list of more entries than this takes VS Code seconds to draw. */
const MOST_ITEMS = 5_000;
/** So many entities of all documents are offered for what was typed. */
const MOST_OF_ALL = 50;

/** So much of a quotation is searched, in UTF-16 code units. */
const LONGEST_QUOTATION = 600;

interface Offer {
  readonly items: readonly PlaceItem[];
  /** The item that an offset belongs to. */
  readonly at: (offset: number) => PlaceItem | undefined;
}

type FindInAll = (entities: AcrossEntities, front: ReviewedDocument | undefined) => FindOthers;
type MakeOffer = (document: vscode.TextDocument, reviewed: ReviewedDocument) => Offer;

/** Registers the commands that offer a document's entities, quotations and topics to go to. */
export function registerGoTo(reader: DocumentReader, across: () => AcrossEntities | undefined): vscode.Disposable {
  function register(command: string, makeOffer: MakeOffer, text: PickText, findAll?: FindInAll): vscode.Disposable {
    return vscode.commands.registerCommand(command, async () => {
      const front = await editorInFront(reader);
      const entities = across();
      const others = findAll && entities?.areRead ? findAll(entities, front?.reviewed) : undefined;
      if (!front) return others ? pickOther(text, others) : tellNothingInFront(reader);
      const { editor, reviewed } = front;
      const { items, at } = makeOffer(editor.document, reviewed);
      pickPlace(editor, items, at(editor.document.offsetAt(editor.selection.start)), text, others);
    });
  }
  return vscode.Disposable.from(
    register(COMMANDS.goToEntity, entityOffer, { title: "Go to Entity", placeholder: "Name, role, type or other name" }, entitiesOfAll),
    register(COMMANDS.goToQuotation, quotationOffer, { title: "Go to Quotation", placeholder: "Words, speaker or line" }),
    register(COMMANDS.goToTopic, topicOffer, { title: "Go to Topic", placeholder: "Topic" }),
  );
}

function entityOffer(document: vscode.TextDocument, { analysis, index }: ReviewedDocument): Offer {
  const entities = analysis.entities.filter(({ mentions }) => mentions.length > 0);
  entities.sort((a, b) => b.mentions.length - a.mentions.length || a.mentions[0].start - b.mentions[0].start);
  const items = entities.slice(0, MOST_ITEMS).map((entity) => entityItem(document, entity));
  return {
    items,
    at: (offset) => {
      const entity = index.mentionAt(offset)?.entity;
      return entity && items[entities.indexOf(entity)];
    },
  };
}

function entityItem(document: vscode.TextDocument, entity: Entity): PlaceItem {
  const { one, icon } = kindWords(entity);
  const others = otherNames(entity);
  const also = others.length > 0 ? [`also ${others.join(", ")}`] : [];
  const detail = [...entity.roles, ...also].join(" · ");
  return {
    label: escapedIcons(entity.name),
    iconPath: new vscode.ThemeIcon(icon),
    description: `${one} · ${counted(entity.mentions.length, "mention")}`,
    ...(detail !== "" && { detail: escapedIcons(detail) }),
    span: firstFullMention(document, entity),
  };
}

/** Entities of all documents: what is typed finds other spellings, too. Before anything is typed, without those that the list has already. */
function entitiesOfAll(entities: AcrossEntities, front: ReviewedDocument | undefined): FindOthers {
  const named = new Map(front?.analysis.entities.map((entity) => [`${entity.type} ${entity.name}`, entity]));
  return async (query) => {
    const found = await entities.search(query, MOST_OF_ALL);
    return found.flatMap((each) => {
      const here = named.get(`${each.entity.type} ${each.entity.name}`);
      if (here && query.trim() === "") return [];
      const place = here?.mentions[0] && front ? { path: front.uri, line: 0, ...here.mentions[0] } : undefined;
      return [itemOfAll(entities, each, place)];
    });
  };
}

/** @param here the place in the document in front, where it has the entity. */
function itemOfAll(entities: AcrossEntities, { entity, first }: FoundEntity, here: Place | undefined): OtherItem {
  const { one, icon } = TYPE_WORDS[entity.type];
  const others = otherNames(entity);
  return {
    label: escapedIcons(entity.name),
    iconPath: new vscode.ThemeIcon(icon),
    description: `${one} · ${counted(entity.mentions, "mention")} in ${counted(entity.documents, "document")}`,
    ...(others.length > 0 && { detail: escapedIcons(`also ${others.join(", ")}`) }),
    alwaysShow: true,
    open: async () => openPlace(here ?? (await entities.firstMention(first))),
  };
}

function quotationOffer(document: vscode.TextDocument, reviewed: ReviewedDocument): Offer {
  const items = reviewed.analysis.quotes.slice(0, MOST_ITEMS).map((quote) => {
    const name = speakerName(reviewed, quote, (span) => wordsOf(document, span, 60));
    const doubt = quote.speaker && isUncertain(quote.speaker) ? "?" : "";
    return {
      // Long words leave a row no room beside them, but are found by what is typed.
      label: escapedIcons(wordsOf(document, quote, LONGEST_QUOTATION)),
      detail: escapedIcons(
        `${name === null ? "no speaker" : `${name}${doubt}`} · ${QUOTE_WORDS[quote.kind].one} · line ${document.positionAt(quote.start).line + 1}`,
      ),
      span: quote,
    };
  });
  return { items, at: (offset) => items.find(({ span }) => span.end >= offset) };
}

function topicOffer(_document: vscode.TextDocument, { analysis }: ReviewedDocument): Offer {
  const topics = analysis.topics.filter(({ mentions }) => mentions.length > 0);
  const items = topics.map(({ label, declared, mentions }) => ({
    label: escapedIcons(label),
    description: `${declared ? "Listed by the document" : "Found in the text"} · ${counted(mentions.length, "mention")}`,
    span: mentions[0],
  }));
  return {
    items,
    at: (offset) => items[topics.findIndex(({ mentions }) => mentions.some(({ start, end }) => start <= offset && offset <= end))],
  };
}

/** A label's "$(name)" would be drawn as an icon: in words of the document it is text. */
function escapedIcons(text: string): string {
  return text.replaceAll("$(", "\\$(");
}
