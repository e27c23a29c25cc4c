import { onOneLine } from "../analysis/oneLine.js";
import { type ExportedDocument, speakerNames, standingWords, wordsAt } from "./exportedDocument.js";
import { lineFinder } from "./lineFinder.js";

/** The names that a citation's template may hold in braces. */
export const CITATION_FIELDS = ["quote", "speaker", "path", "file", "line", "title", "date", "verdict"] as const;
export type CitationField = (typeof CITATION_FIELDS)[number];

/**
 * The citation of one quotation.
 * @param template text with fields in braces, `{speaker}: {quote} ({path}, line {line})`; other braces stay as they are. The line breaks of
 * the quotation become spaces. @returns undefined where the document has no quotation of that id.
 */
export function citation(
  template: string,
  document: Pick<ExportedDocument, "path" | "text" | "review">,
  quoteId: string,
): string | undefined {
  const { path, text, review } = document;
  const { analysis } = review;
  const quote = analysis.quotes.find(({ id }) => id === quoteId);
  if (!quote) return undefined;
  const values: Readonly<Record<CitationField, string>> = {
    quote: wordsAt(text, quote),
    speaker: speakerNames(review, text)(quote),
    path,
    file: path.slice(path.lastIndexOf("/") + 1),
    line: String(lineFinder(text)(quote.start)),
    title: onOneLine(analysis.document.title ?? ""),
    date: analysis.document.date ?? "",
    verdict: standingWords(review.quotes.get(quoteId)),
  };
  return filledCitation(template, values);
}

/** A citation's template with its fields filled in; other braces stay as they are. */
export function filledCitation(template: string, values: Readonly<Record<CitationField, string>>): string {
  return template.replace(/\{(\w{1,12})\}/g, (whole, name: string) => {
    const field = CITATION_FIELDS.find((one) => one === name);
    return field === undefined ? whole : values[field];
  });
}
