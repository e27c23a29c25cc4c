import type { SectionKind, Span } from "../analysis.js";
import type { SourceText } from "../text/sourceText.js";
import { headerForm } from "./headerForms.js";

/** So many blocks of the text at most stand above a byline that is not in the header. */
const MOST_ABOVE = 4;

/** Who wrote a text and when, told below its first paragraphs. */
export interface LateByline {
  readonly kinds: ReadonlyMap<number, SectionKind>;
  readonly authors: readonly Span[];
  readonly date?: string;
}

const NONE: LateByline = { kinds: new Map(), authors: [] };

/**
 * Finds a byline with a date, in its line or in the next to it, below the paragraphs by which a page leads in, and the caption right below.
 * @param from the index of the first block of the text. @param to the index of the first block of what trails it.
 */
export function readLateByline({ blocks }: SourceText, from: number, to: number): LateByline {
  for (let i = from; i < Math.min(to, from + MOST_ABOVE); i++) {
    const { form, authors = [], date } = headerForm(blocks[i].block);
    if (form !== "byline" || authors.length === 0) continue;
    const dated = date === undefined ? [i - 1, i + 1].find((at) => at >= from && at < to && dateAt(blocks[at].block) !== undefined) : i;
    if (dated === undefined) return NONE;
    const kinds = new Map<number, SectionKind>([
      [dated, "date"],
      [i, "byline"],
    ]);
    const below = Math.max(i, dated) + 1;
    if (below < to && headerForm(blocks[below].block).form === "caption") kinds.set(below, "caption");
    const { start } = blocks[i];
    const day = date ?? dateAt(blocks[dated].block);
    return {
      kinds,
      authors: authors.map((author) => ({ start: start + author.start, end: start + author.end })),
      ...(day !== undefined && { date: day }),
    };
  }
  return NONE;
}

function dateAt(block: Parameters<typeof headerForm>[0]): string | undefined {
  const { form, date } = headerForm(block);
  return form === "date" ? date : undefined;
}
