import type { DateRef } from "../analysis.js";
import type { SourceText } from "../text/sourceText.js";

/**
 * Finds dates, times and durations and resolves them.
 * @param documentDate the document's own date, ISO 8601; without it, what is relative to it is left out.
 */
export function findDates(_source: SourceText, _documentDate: string | undefined): readonly DateRef[] {
  return [];
}
