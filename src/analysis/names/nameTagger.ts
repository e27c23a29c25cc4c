import type { EntityType, Span } from "../analysis.js";
import type { Layout } from "../sections/layout.js";
import type { Block, SourceText } from "../text/sourceText.js";
import { Scorer } from "./firstLook.js";
import { openModel } from "./model.js";
import modelFile from "./names.model";
import { namesOf, type TokenName } from "./spans.js";
import { WordLists } from "./wordLists.js";

/** A proper name in the text, without titles and without the possessive 's. */
export interface NameSpan extends Span {
  readonly type: EntityType;
  /** How sure the tagger is, 0..1. */
  readonly confidence: number;
}

/** Finds names. It keeps what it found in each block, so that an edited document costs only its changed blocks. */
export interface NameTagger {
  /**
   * @returns the names in text order, none crossing another, as offsets into the document; none in boilerplate.
   */
  tag(source: SourceText, layout: Layout): readonly NameSpan[];
}

/** @param model the bytes of a model as `npm run train` writes it; the shipped one where none is given. */
export function createNameTagger(model: Uint8Array = modelFile): NameTagger {
  const scorer = new Scorer(openModel(model), new WordLists());
  const kept = new WeakMap<Block, readonly TokenName[]>();
  return {
    tag(source, layout) {
      const found: NameSpan[] = [];
      let section = 0;
      for (const { start, block } of source.blocks) {
        while (section < layout.sections.length && layout.sections[section].end <= start) section++;
        if (section < layout.sections.length && layout.sections[section].kind === "boilerplate" && layout.sections[section].start <= start) continue;
        let names = kept.get(block);
        if (!names) {
          const look = scorer.look(block);
          const list: TokenName[] = [];
          for (let s = 0; s < look.stretches.length; s += 2) {
            namesOf(look.labels, look.offsets[s >> 1], look.stretches[s + 1] - look.stretches[s], look.stretches[s], list);
          }
          names = list;
          kept.set(block, names);
        }
        for (const { first, end, type } of names) {
          found.push({ start: start + block.tokens.starts[first], end: start + block.tokens.ends[end - 1], type, confidence: 0.8 });
        }
      }
      return withAuthors(found, layout.authors);
    },
  };
}

function withAuthors(names: readonly NameSpan[], authors: readonly Span[]): readonly NameSpan[] {
  if (authors.length === 0) return names;
  const apart = names.filter((name) => !authors.some((author) => author.start < name.end && name.start < author.end));
  const added = authors.map(({ start, end }): NameSpan => ({ start, end, type: "person", confidence: 1 }));
  return [...apart, ...added].sort((a, b) => a.start - b.start);
}
