import type { Entity, Quote } from "../../analysis/analysis.js";
import { counted, otherNames, speakerName } from "../../editor/words.js";
import { inOneRow, shortened } from "./excerpt.js";
import type { ListedDocument } from "./listedDocument.js";
import { firstMention } from "./place.js";
import { isDoubtful, speakerWords } from "./quotationListing.js";
import type { Subject } from "./treeNode.js";

const LONGEST_TEXT = 600;
const MOST_ALIASES = 12;

/** One paragraph of what is told about a row when the pointer rests on it. `name` is the product's word, `text` the document's. */
export type Detail =
  | { readonly kind: "title"; readonly text: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "field"; readonly name: string; readonly text: string };

/** @returns what is told about a row; nothing where the row says it all. */
export function detailsOf(subject: Subject): readonly Detail[] {
  switch (subject.kind) {
    case "document":
      return [{ kind: "title", text: subject.document.title }, ...field("File", subject.document.path)];
    case "entity":
    case "speaker":
      return entityDetails(subject.document, subject.entity);
    case "mention":
      return [{ kind: "text", text: wholeLine(subject.document, subject.mention.start) }];
    case "topicMention":
      return [{ kind: "text", text: wholeLine(subject.document, subject.span.start) }];
    case "source":
      return [
        { kind: "title", text: subject.words },
        { kind: "text", text: "A source that the text does not name." },
        ...field("Quotations", String(subject.quotes.length)),
      ];
    case "quotation":
      return quotationDetails(subject.document, subject.quote);
    case "topic":
      return [
        { kind: "title", text: subject.topic.label },
        { kind: "text", text: subject.topic.declared ? "The document lists this topic." : "Found in the text." },
      ];
    case "heading":
    case "more":
      return [];
  }
}

function field(name: string, text: string): readonly Detail[] {
  return text === "" ? [] : [{ kind: "field", name, text }];
}

function wholeLine(document: ListedDocument, offset: number): string {
  const line = document.text.lineAt(offset);
  const start = Math.max(line.start, offset - LONGEST_TEXT / 2);
  const text = document.text.slice(start, Math.min(line.end, start + 2 * LONGEST_TEXT));
  return shortened(inOneRow(text).trim(), LONGEST_TEXT);
}

function entityDetails(document: ListedDocument, entity: Entity): readonly Detail[] {
  const first = firstMention(entity);
  const others = otherNames(entity);
  const aliases = others.slice(0, MOST_ALIASES).join(", ");
  const kinds = (["name", "nominal", "pronoun"] as const).map((kind) => entity.mentions.filter((mention) => mention.kind === kind).length);
  const [names, nominals, pronouns] = kinds;
  const counts = [
    counted(names, "name"),
    ...(nominals > 0 ? [counted(nominals, "description")] : []),
    ...(pronouns > 0 ? [counted(pronouns, "pronoun")] : []),
  ];
  return [
    { kind: "title", text: entity.name },
    ...field("Type", entity.type),
    ...field("Roles", entity.roles.join(", ")),
    ...field("Also", others.length > MOST_ALIASES ? `${aliases}, …` : aliases),
    ...field("Mentions", counts.join(", ")),
    ...field("First", first ? `line ${document.text.lineAt(first.start).number}` : ""),
  ];
}

function quotationDetails(document: ListedDocument, quote: Quote): readonly Detail[] {
  const { kind, speaker, cue } = quote;
  const text = document.text.slice(quote.start, Math.min(quote.end, quote.start + 2 * LONGEST_TEXT));
  const name = speakerName(document.reviewed, quote, (span) => speakerWords(document, span));
  const words = speaker ? speakerWords(document, speaker) : "";
  const sureness = isDoubtful(speaker) ? " (uncertain)" : "";
  return [
    { kind: "text", text: shortened(inOneRow(text).trim(), LONGEST_TEXT) },
    ...field("Speaker", name === null ? "not identified" : `${name}${sureness}`),
    ...field("In the text", words === name ? "" : words),
    ...field("Rule", speaker?.rule ?? ""),
    ...field("Cue", cue ? inOneRow(document.text.slice(cue.start, Math.min(cue.end, cue.start + LONGEST_TEXT))) : ""),
    ...field("Kind", kind),
  ];
}
