import type { Span } from "../analysis.js";
import type { Block, SourceText } from "../text/sourceText.js";
import type { AttributionModel } from "./attributionModelForm.js";
import { type CueReading, createScratch, readCues } from "./cueReading.js";
import type { QuotationSpan } from "./quotationSpans.js";
import { partsByBlock, type QuotationPart, readStrip, type Strip } from "./strips.js";
import { WordClass } from "./wordClasses.js";

/** A block read for its attributions. */
export interface BlockReading {
  /** The block's first UTF-16 code unit in the document. */
  readonly start: number;
  readonly strip: Strip;
  readonly cues: readonly CueReading[];
  readonly parts: readonly QuotationPart[];
}

interface KnownReading {
  readonly key: string;
  readonly strip: Strip;
  readonly cues: readonly CueReading[];
}

const NO_PARTS: readonly QuotationPart[] = [];
const cache = new WeakMap<AttributionModel, WeakMap<Block, KnownReading>>();

/** Reads the cues of every block. A block that was read before with the same quotations in it is not read again. */
export function readBlocks(source: SourceText, quotations: readonly QuotationSpan[], model: AttributionModel): readonly BlockReading[] {
  const parts = partsByBlock(source, quotations);
  const scratch = createScratch();
  const known = cache.get(model) ?? new WeakMap<Block, KnownReading>();
  cache.set(model, known);
  return source.blocks.map((placed, index) => {
    const inside = parts.get(index) ?? NO_PARTS;
    const key = keyOf(inside);
    let reading = known.get(placed.block);
    if (reading?.key !== key) {
      const strip = readStrip(placed, inside);
      reading = { key, strip, cues: readCues(strip, model, scratch) };
      known.set(placed.block, reading);
    }
    return { start: placed.start, strip: reading.strip, cues: reading.cues, parts: inside };
  });
}

/** The blocks with their quotations in place and no cue read. */
export function readUnreadBlocks(source: SourceText, quotations: readonly QuotationSpan[]): readonly BlockReading[] {
  const parts = partsByBlock(source, quotations);
  return source.blocks.map((placed, index) => {
    const inside = parts.get(index) ?? NO_PARTS;
    return { start: placed.start, strip: readStrip(placed, inside), cues: [], parts: inside };
  });
}

function keyOf(parts: readonly Span[]): string {
  return parts.length === 0 ? "" : parts.map(({ start, end }) => `${start}-${end}`).join();
}

/** Where a quotation stands: its block, its position in the block's strip, and the bounds of its sentence there. */
export interface QuotationPlace {
  readonly quotation: number;
  readonly block: number;
  readonly position: number;
  readonly from: number;
  readonly to: number;
}

/** The places of the first and the last part of each quotation. */
export function placeQuotations(
  blocks: readonly BlockReading[],
  count: number,
): { readonly first: readonly QuotationPlace[]; readonly last: readonly QuotationPlace[] } {
  const first: QuotationPlace[] = new Array(count);
  const last: QuotationPlace[] = new Array(count);
  blocks.forEach(({ strip, parts }, block) => {
    if (parts.length === 0) return;
    let part = 0;
    let sentence = 0;
    for (let position = 0; position < strip.count && part < parts.length; position++) {
      while (strip.sentences[sentence + 1] <= position) sentence++;
      if (strip.classes[position] !== WordClass.Quotation) continue;
      const { quotation } = parts[part];
      const place = { quotation, block, position, from: strip.sentences[sentence], to: strip.sentences[sentence + 1] };
      first[quotation] ??= place;
      last[quotation] = place;
      part++;
    }
  });
  return { first, last };
}
