import { withoutLineNumbers } from "../analysis/lineNumbers.js";
import { onOneLine } from "../analysis/oneLine.js";
import { type ExportedDocument, speakerNames, standingWords, wordsAt } from "./exportedDocument.js";
import { lineFinder } from "./lineFinder.js";

/** The names that a citation's template may hold in braces. */
export const CITATION_FIELDS = ["quote", "speaker", "path", "file", "line", "title", "date", "verdict"] as const;
export type CitationField = (typeof CITATION_FIELDS)[number];

/**
 * The citation of one quotation.
 * @param template text with fields in braces, `{speaker}: “{quote}” ({path}, line {line})`; other braces stay as they are. The quotation's
 * line breaks become spaces, its own marks are left out; reported speech goes without the template's marks, too, since it is no quotation. @returns undefined where the document has no quotation of that id.
 */
export function citation(
  template: string,
  document: Pick<ExportedDocument, "path" | "text" | "review">,
  quoteId: string,
): string | undefined {
  const { path, review } = document;
  const text = withoutLineNumbers(document.text);
  const { analysis } = review;
  const quote = analysis.quotes.find(({ id }) => id === quoteId);
  if (!quote) return undefined;
  const values: Readonly<Record<CitationField, string>> = {
    quote: withoutMarks(wordsAt(text, quote)),
    speaker: speakerNames(review, text)(quote),
    path,
    file: path.slice(path.lastIndexOf("/") + 1),
    line: String(lineFinder(text)(quote.start)),
    title: onOneLine(analysis.document.title ?? ""),
    date: analysis.document.date ?? "",
    verdict: standingWords(review.quotes.get(quoteId)),
  };
  return filledCitation(quote.kind === "indirect" ? template.replace(MARKED_FIELD, "{quote}") : template, values);
}

const OPENING = "(?:''|``|[\"“„‟«»‘'`‚‹「『])";
const CLOSING = "(?:''|[\"”“»«’'›」』])";
const MARKED_FIELD = new RegExp(`${OPENING}\\{quote\\}${CLOSING}`, "gu");
/** The field with its marks, and what parts it from what stands before it. */
const LED_UP_TO_FIELD = new RegExp(`[\\s:,;—–]{0,8}${OPENING}?\\{quote\\}${CLOSING}?`, "gu");
const BETWEEN_MARKS = new RegExp(`^${OPENING}(.*?)(?:${CLOSING})?$`, "su");

/** A quotation's words without the marks around it. */
function withoutMarks(words: string): string {
  return BETWEEN_MARKS.exec(words)?.[1] ?? words;
}

/**
 * A citation's template without the quotation, for a place where its words stand already: `{speaker}: “{quote}” ({path})` gives
 * `{speaker} ({path})`. One that is nothing else stays as it is.
 */
export function withoutQuote(template: string): string {
  const rest = template.replace(LED_UP_TO_FIELD, "").trim();
  return /\{\w{1,12}\}/.test(rest) ? rest : template;
}

/** A citation's template with its fields filled in; other braces stay as they are. */
export function filledCitation(template: string, values: Readonly<Record<CitationField, string>>): string {
  return template.replace(/\{(\w{1,12})\}/g, (whole, name: string) => {
    const field = CITATION_FIELDS.find((one) => one === name);
    return field === undefined ? whole : values[field];
  });
}
