import type { Section, SectionKind } from "../analysis.js";

/** Tells in which sections blocks stand. To be asked of blocks in text order. */
export class SectionWalk {
  readonly #sections: readonly Section[];
  #at = 0;

  constructor(sections: readonly Section[]) {
    this.#sections = sections;
  }

  /**
   * @param start the block's first UTF-16 code unit in the document. @param next that of the block behind it.
   * @returns the kind of the section that the block stands in, and of the text behind it where a dateline opens the block; null between sections.
   */
  kindOf(start: number, next: number): SectionKind | null {
    const sections = this.#sections;
    while (this.#at < sections.length && sections[this.#at].end <= start) this.#at++;
    if (this.#at === sections.length || sections[this.#at].start > start) return null;
    const behind = sections[this.#at + 1];
    const isInline = sections[this.#at].kind === "dateline" && behind !== undefined && behind.start < next;
    return isInline ? behind.kind : sections[this.#at].kind;
  }
}
