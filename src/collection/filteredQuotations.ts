import { foldWord } from "../analysis/identity/folding.js";
import type { QuotationFilter } from "./answers.js";
import type { RecordedQuote } from "./documentRecord.js";
import type { DocumentTable } from "./documentTable.js";
import type { EntityIndex } from "./entityIndex.js";
import type { QuoteRef } from "./wordingTable.js";

/** What folding changes beside case: no letter, mark and typographic sign that English text has most of. */
const FOLDED = /[^\u0020-\u0026\u0028-\u005f\u0061-\u007e\n“”‘—–…]/;

/** A quotation by the number of its document and its own number there. */
export type QuotePlace = Pick<QuoteRef, "slot" | "quote">;

/** Quotations by who speaks, each list by path and place. */
export interface SpokenQuotations {
  /** By the speaker's id in the collection. */
  readonly named: ReadonlyMap<string, readonly QuotePlace[]>;
  readonly unnamed: readonly QuotePlace[];
  readonly nobody: readonly QuotePlace[];
}

/** Whether a filter leaves nothing out. */
export function leavesAll({ words = "", indirect = true, below }: QuotationFilter): boolean {
  return words.trim() === "" && indirect && below === undefined;
}

/** The quotations of all documents that a filter leaves. Reads every quotation once. */
export function filteredQuotations(documents: DocumentTable, entities: EntityIndex, filter: QuotationFilter): SpokenQuotations {
  const named = new Map<string, QuotePlace[]>();
  const [unnamed, nobody]: QuotePlace[][] = [[], []];
  const words = foldWord(filter.words ?? "")
    .split(/\s+/)
    .filter((word) => word !== "");
  const found = entities.found(filter.words ?? "");
  for (const slot of documents.slotsByPath()) {
    const record = documents.recordAt(slot);
    const quotes = record.quotes();
    const recorded = quotes.some(({ speaker }) => speaker?.entity != null) ? record.entities() : [];
    for (const [quote, each] of quotes.entries()) {
      if (!fitsKind(each, filter)) continue;
      const { speaker } = each;
      const speaking = speaker?.entity == null ? [] : [speaker.entity, ...speaker.others].map((number) => recorded[number]);
      const ids = new Set(speaking.flatMap((entity) => entities.idOf(slot, entity) ?? []));
      const isFound = [...ids].some((id) => found.has(id));
      if (!isFound && !hasWords(words, each, speaking.map(({ name }) => name).join("\n"))) continue;
      if (ids.size === 0) (speaker?.anonymous ? unnamed : nobody).push({ slot, quote });
      for (const id of ids) {
        const list = named.get(id) ?? [];
        list.push({ slot, quote });
        named.set(id, list);
      }
    }
  }
  return { named, unnamed, nobody };
}

function fitsKind({ kind, speaker }: RecordedQuote, { indirect = true, below }: QuotationFilter): boolean {
  if (kind === "indirect" && !indirect) return false;
  return below === undefined || (speaker !== null && speaker.confidence < below);
}

function hasWords(words: readonly string[], { text, speaker }: RecordedQuote, name: string): boolean {
  if (words.length === 0) return true;
  const whole = `${text}\n${speaker?.words ?? ""}\n${name}`;
  const lower = whole.toLowerCase().replaceAll("’", "");
  if (words.every((word) => lower.includes(word))) return true;
  if (!FOLDED.test(lower)) return false;
  const folded = foldWord(whole);
  return words.every((word) => folded.includes(word));
}
