import type { Span } from "../analysis/analysis.js";
import { markedSpans } from "./markedSpans.js";
import { type Passage, utterancesAt, utterancesWithin } from "./passages.js";
import type { IndexedDocument, KnownSpeaker, SourceIndex } from "./sourceIndex.js";

/** Fewer words of the author's before or behind a quotation are no part of what a draft takes from a source. */
const FEWEST_WORDS = 3;

/** What stands between single marks within a line or a paragraph; beside double ones they are no quotation for the analysis. */
const IN_SINGLE_MARKS = /(?<![\p{L}\p{N}])[‘'][^‘”“"]{1,400}?[’'](?![\p{L}\p{N}])/gu;

/** Tells which words of the sources their authors say themselves. What stands between marks in a source is read once it is asked for. */
export class Narration {
  readonly #index: SourceIndex;
  readonly #marked = new Map<IndexedDocument, readonly Span[]>();

  constructor(index: SourceIndex) {
    this.#index = index;
  }

  /**
   * Whether the words of a passage are the author's of a report: they stand in nobody's quotation and between no marks, and none of those whom
   * the whole text may be by is the speaker.
   * @returns `all` of them, or `some`: a few in a row before or behind what stands between marks; otherwise null.
   */
  share(passage: Passage, isSame: (other: KnownSpeaker) => boolean): "all" | "some" | null {
    const { isReport, authors } = this.#index.documentAt(passage.first);
    if (!isReport || authors.some(isSame)) return null;
    const told = (passage.pieces ?? [passage]).flatMap(({ first, end }) =>
      Array.from({ length: end - first }, (_, i) => this.#isTold(first + i)),
    );
    const [first, last] = [told.indexOf(false), told.lastIndexOf(false)];
    if (first < 0) return "all";
    if (first < FEWEST_WORDS && told.length - 1 - last < FEWEST_WORDS) return null;
    // A quotation without marks may be longer than it is known to be.
    return utterancesWithin(this.#index, passage).every(({ marked }) => marked) ? "some" : null;
  }

  /** Whether the document of a passage names a speaker, by the last of his names at least. */
  names({ first }: Passage, { forms }: KnownSpeaker): boolean {
    const document = this.#index.documentAt(first);
    return forms.some(({ parts }) => {
      const positions = this.#index.positionsOf(this.#index.idOf(parts[parts.length - 1] ?? ""));
      return positions.some((position) => document.first <= position && position < document.end);
    });
  }

  #isTold(position: number): boolean {
    if (utterancesAt(this.#index, position).length > 0) return false;
    const { start } = this.#index.offsets(position, position + 1);
    return !this.#markedIn(this.#index.documentAt(position)).some((span) => span.start <= start && start < span.end);
  }

  #markedIn(document: IndexedDocument): readonly Span[] {
    const known = this.#marked.get(document) ?? [
      ...markedSpans(document.text).flatMap(({ spans }) => spans),
      ...singleMarks(document.text),
    ];
    this.#marked.set(document, known);
    return known;
  }
}

function singleMarks(text: string): readonly Span[] {
  return Array.from(text.matchAll(IN_SINGLE_MARKS), ({ 0: words, index }) => ({ start: index, end: index + words.length }));
}
