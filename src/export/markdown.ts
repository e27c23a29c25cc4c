import { ENTITY_TYPES, type Entity, type EntityType, type Quote } from "../analysis/analysis.js";
import { withoutLineNumbers } from "../analysis/lineNumbers.js";
import { onOneLine } from "../analysis/oneLine.js";
import { documentIri } from "../review/documentPath.js";
import { QUOTE_WORDS } from "../review/quoteWords.js";
import type { CommentThread, Review } from "../review/review.js";
import type { ExportedDocument } from "./exportedDocument.js";
import { speakerNames, standingWords, wordsAt } from "./exportedDocument.js";
import { lineFinder } from "./lineFinder.js";

/** Gives the IRI under which a report finds the document of a path. */
export type AddressOf = (path: string) => string;

const HEADINGS: Readonly<Record<EntityType, string>> = {
  person: "People",
  organization: "Organizations",
  place: "Places",
  group: "Groups",
  event: "Events",
  work: "Works",
};

/**
 * A report to read: names with their roles and places, quotations with speaker, verdict and comments.
 * @param addressOf where a document's path leads from the place of the report, as a relative IRI.
 */
export function markdownReport(documents: readonly ExportedDocument[], addressOf: AddressOf = documentIri): string {
  return documents.map((document) => documentPart(document, addressOf(document.path)).join("\n")).join("\n\n");
}

function documentPart({ path, text: given, review }: ExportedDocument, address: string): string[] {
  const text = withoutLineNumbers(given);
  const { analysis } = review;
  const lineAt = lineFinder(text);
  const speakerOf = speakerNames(review, text);
  const place = (start: number): string => `[line ${lineAt(start)}](<${address}#L${lineAt(start)}>)`;
  const title = analysis.document.title === undefined ? path : analysis.document.title;
  const about = [
    `File: ${plain(path)}`,
    ...(analysis.document.date ? [`Date: ${plain(analysis.document.date)}`] : []),
    `Review: ${statusWords(review)}`,
  ];
  const byItem = threadsByStart(review.threads);

  const entitiesUnder = (heading: string, entities: readonly Entity[]): string[] =>
    entities.length === 0 ? [] : ["", `### ${heading}`, "", ...entities.map((entity) => entityLine(entity, review, place))];
  const entityPart = [
    ...ENTITY_TYPES.flatMap((type) =>
      entitiesUnder(
        HEADINGS[type],
        analysis.entities.filter((entity) => entity.type === type && !entity.anonymous),
      ),
    ),
    ...entitiesUnder(
      "Unnamed sources",
      analysis.entities.filter(({ anonymous }) => anonymous),
    ),
  ];
  const quotePart = analysis.quotes.flatMap((quote) =>
    quoteLines(quote, text, review, speakerOf(quote), place, byItem.get(quote.start) ?? []),
  );
  const quoteStarts = new Set(analysis.quotes.map(({ start }) => start));
  const others = review.threads.filter(({ span }) => !span || !quoteStarts.has(span.start));
  return [
    `# ${plain(title)}`,
    "",
    ...about.map((line) => `${line}  `),
    ...(entityPart.length > 0 ? ["", "## Names", ...entityPart] : []),
    ...(quotePart.length > 0 ? ["", "## Quotations", ...quotePart] : []),
    ...(others.length > 0
      ? ["", "## Comments", ...others.flatMap((thread) => ["", ...threadHead(thread, text, place), ...threadLines(thread)])]
      : []),
    ...secondLookPart(review),
    "",
  ];
}

function statusWords({ status }: Review): string {
  return status === "in-review" ? "in review" : status;
}

function entityLine(entity: Entity, review: Review, place: (start: number) => string): string {
  const { name, aliases, roles, mentions, id } = entity;
  const parts = [
    `**${plain(name)}**`,
    ...(aliases.length > 0 ? [`also ${aliases.map(plain).join(", ")}`] : []),
    ...(roles.length > 0 ? [roles.map(plain).join("; ")] : []),
    ...(standingWords(review.entities.get(id)) === "" ? [] : [standingWords(review.entities.get(id))]),
    `${mentions.length} ${mentions.length === 1 ? "mention" : "mentions"}`,
  ];
  return `- ${parts.join(" · ")}: ${[...new Set(mentions.map(({ start }) => place(start)))].join(", ")}`;
}

function quoteLines(
  quote: Quote,
  text: string,
  review: Review,
  speaker: string,
  place: (start: number) => string,
  threads: readonly CommentThread[],
): string[] {
  const standing = standingWords(review.quotes.get(quote.id));
  const said = [
    speaker === "" ? "No speaker named" : plain(speaker),
    QUOTE_WORDS[quote.kind].short,
    place(quote.start),
    ...(standing === "" ? [] : [`**${standing}**`]),
  ];
  return ["", `> ${plain(wordsAt(text, quote))}`, "", said.join(" · "), ...threads.flatMap((thread) => ["", ...threadLines(thread)])];
}

function threadHead({ span }: CommentThread, text: string, place: (start: number) => string): string[] {
  return span
    ? [`On “${plain(wordsAt(text, span))}”, ${place(span.start)}:`, ""]
    : ["On words that are no longer in the text, or on a name:", ""];
}

function threadLines({ comments, resolved }: CommentThread): string[] {
  return comments.map(
    ({ creator, created, text }, rank) =>
      `- ${plain(creator)}, ${plain(created.slice(0, 10))}${rank === 0 && resolved ? " (resolved)" : ""}: ${plain(text)}`,
  );
}

function secondLookPart({ secondLook }: Review): string[] {
  if (secondLook.length === 0) return [];
  const lines = secondLook.map(({ decision, placement }) => {
    const words =
      decision.target.kind === "span" ? decision.target.anchor.exact : decision.target.kind === "name" ? decision.target.name : "";
    return `- “${plain(words)}”: ${placement.kind === "orphaned" ? "no longer in the text" : "changed, look again"}`;
  });
  return ["", "## Second look", "", ...lines];
}

function threadsByStart(threads: readonly CommentThread[]): ReadonlyMap<number, CommentThread[]> {
  const map = new Map<number, CommentThread[]>();
  for (const thread of threads) {
    if (thread.span) map.set(thread.span.start, [...(map.get(thread.span.start) ?? []), thread]);
  }
  return map;
}

/** Words on one line that Markdown takes as they are: no markup, no links, no HTML. */
function plain(text: string): string {
  return onOneLine(text)
    .replace(/[\\`*_{}[\]<>()#|~!]/g, "\\$&")
    .replace(/&/g, "&amp;")
    .replace(/^([-+]|\d+\.)(?=\s)/, "\\$1")
    .replace(/(https?|ftp|mailto|command|file|vscode):/gi, "$1\u200b:");
}
