import type { CollectionQuotation, FigureApart } from "./answers.js";
import type { DocumentTable } from "./documentTable.js";
import type { QuotationIndex } from "./quotationIndex.js";
import { versionDifferences } from "./utterance.js";

/**
 * The figures in a document's quotations that another document's version of the same utterance has otherwise; each quotation is held against
 * the first version, those that most documents have before others, that differs from it so.
 * @param path of the document. @returns in text order; none for an unknown path.
 */
export function figuresApart(documents: DocumentTable, index: QuotationIndex, path: string): readonly FigureApart[] {
  const slot = documents.slotOf(path);
  if (slot === undefined) return [];
  const { length } = documents.recordAt(slot).quotes();
  return Array.from({ length }, (_, quote) => quote)
    .flatMap((quote) => {
      if (!index.hasFiguresApart(slot, quote)) return [];
      const own = index.quotation({ slot, quote });
      for (const other of index.versionsBeside(slot, quote)) {
        const found = figuresOf(own, other);
        if (found.length > 0) return found;
      }
      return [];
    })
    .sort((a, b) => a.span.start - b.span.start);
}

function figuresOf(own: CollectionQuotation, other: CollectionQuotation): readonly FigureApart[] {
  return versionDifferences(other.text, own.text, own.start)
    .filter(({ kind }) => kind === "number")
    .map(({ span, words, first }) => ({ own, other, words, otherWords: first, span: words === "" ? own : span }));
}
