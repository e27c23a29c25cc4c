import type { Quote } from "../../analysis/analysis.js";
import { speakerName } from "../../editor/words.js";
import { inOneRow } from "./excerpt.js";
import type { ListedDocument } from "./listedDocument.js";
import { placeOf } from "./place.js";
import { speakerWords } from "./quotationListing.js";
import type { Branch, Subject, TreeNode } from "./treeNode.js";

const MOST_ROWS = 5_000;

/** @returns the name a row is about, undefined where it is about none. */
export function copiedName(subject: Subject): string | undefined {
  switch (subject.kind) {
    case "entity":
    case "mention":
    case "speaker":
      return subject.entity.name;
    case "source":
      return subject.words;
    case "topic":
    case "topicMention":
      return subject.topic.label;
    default:
      return undefined;
  }
}

/** @returns a quotation word for word, with its speaker and where it stands: the file and the line. */
export function copiedQuotation(document: ListedDocument, quote: Quote): string {
  const paragraphs = quote.spans.length > 1 ? quote.spans : [quote];
  const words = paragraphs.map(({ start, end }) => inOneRow(document.text.slice(start, end)).trim()).join("\n\n");
  const speaker = speakerName(document.reviewed, quote, (span) => speakerWords(document, span)) ?? "speaker not identified";
  return `${words} — ${speaker} (${document.path}:${document.text.lineAt(quote.start).number})`;
}

/** @returns a row and everything under it as indented lines. */
export function copiedRows(node: TreeNode): string {
  const lines: string[] = [];
  const left = addRows(node, "", lines);
  if (left) lines.push("…");
  return lines.join("\n");
}

/** Adds a row and those under it. @returns whether something was left out. */
function addRows(node: TreeNode, indent: string, lines: string[]): boolean {
  if (lines.length >= MOST_ROWS) return true;
  lines.push(indent + rowText(node));
  return node.branch !== undefined && addBranch(node.branch, `${indent}  `, lines);
}

function addBranch(branch: Branch, indent: string, lines: string[]): boolean {
  for (let index = 0; index < branch.size; index++) if (addRows(branch.at(index), indent, lines)) return true;
  return false;
}

function rowText({ subject, label, description }: TreeNode): string {
  switch (subject.kind) {
    case "quotation":
      return copiedQuotation(subject.document, subject.quote).replaceAll("\n\n", " ");
    case "mention":
    case "topicMention": {
      const place = placeOf(subject);
      return place ? `${subject.document.text.lineAt(place.span.start).number}: ${label}` : label;
    }
    default:
      return description === "" ? label : `${label} (${description})`;
  }
}
