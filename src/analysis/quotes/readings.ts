import type { Span } from "../analysis.js";
import type { Block, PlacedBlock, SourceText } from "../text/sourceText.js";
import type { AttributionModel } from "./attributionModelForm.js";
import { type CueReading, createScratch, readCues, type Scratch } from "./cueReading.js";
import { type InnerWords, readInnerWords } from "./innerWords.js";
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
  /** Where each part stands in the strip. */
  readonly places: readonly PartPlace[];
}

/** Where a part of a quotation stands: its position in its block's strip, and the bounds of its sentence there. */
export interface PartPlace {
  readonly position: number;
  readonly from: number;
  readonly to: number;
  readonly inner: InnerWords;
}

/** Where a quotation stands. */
export interface QuotationPlace extends PartPlace {
  readonly block: number;
}

const NO_PARTS: readonly QuotationPart[] = [];
const NO_PLACES: readonly PartPlace[] = [];

/**
 * Reads the cues of every block.
 * @param known what was read before with the same model: a block with the same quotations in it is not read again.
 */
export function readBlocks(
  source: SourceText,
  quotations: readonly QuotationSpan[],
  model: AttributionModel,
  known: WeakMap<Block, BlockReading> = new WeakMap(),
): readonly BlockReading[] {
  const parts = partsByBlock(source, quotations);
  let scratch: Scratch | null = null;
  return source.blocks.map((placed, index) => {
    const inside = parts.get(index) ?? NO_PARTS;
    const { start, block } = placed;
    const before = known.get(block);
    if (before && areEqual(before.parts, inside)) {
      if (before.start === start && inside.length === 0) return before;
      return { start, strip: before.strip, cues: before.cues, parts: inside, places: before.places };
    }
    const strip = readStrip(placed, inside);
    scratch ??= createScratch();
    const reading = { start, strip, cues: readCues(strip, model, scratch), parts: inside, places: placeParts(placed, strip, inside) };
    known.set(block, reading);
    return reading;
  });
}

/** The blocks with their quotations in place and no cue read. */
export function readUnreadBlocks(source: SourceText, quotations: readonly QuotationSpan[]): readonly BlockReading[] {
  const parts = partsByBlock(source, quotations);
  return source.blocks.map((placed, index) => {
    const inside = parts.get(index) ?? NO_PARTS;
    const strip = readStrip(placed, inside);
    return { start: placed.start, strip, cues: [], parts: inside, places: placeParts(placed, strip, inside) };
  });
}

function areEqual(a: readonly Span[], b: readonly Span[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i].start !== b[i].start || a[i].end !== b[i].end) return false;
  return true;
}

function placeParts({ block }: PlacedBlock, strip: Strip, parts: readonly QuotationPart[]): readonly PartPlace[] {
  if (parts.length === 0) return NO_PLACES;
  const places: PartPlace[] = [];
  let sentence = 0;
  for (let position = 0; position < strip.count && places.length < parts.length; position++) {
    while (strip.sentences[sentence + 1] <= position) sentence++;
    if (strip.classes[position] !== WordClass.Quotation) continue;
    const inner = readInnerWords(block, strip.classed, strip.starts[position], strip.ends[position]);
    places.push({ position, from: strip.sentences[sentence], to: strip.sentences[sentence + 1], inner });
  }
  return places.slice();
}

/** The places of the first and the last part of each quotation. */
export function placeQuotations(
  blocks: readonly BlockReading[],
  count: number,
): { readonly first: readonly QuotationPlace[]; readonly last: readonly QuotationPlace[] } {
  const first: QuotationPlace[] = new Array(count);
  const last: QuotationPlace[] = new Array(count);
  for (let block = 0; block < blocks.length; block++) {
    const { parts, places } = blocks[block];
    for (let i = 0; i < places.length; i++) {
      const { quotation } = parts[i];
      const { position, from, to, inner } = places[i];
      const place = { block, position, from, to, inner };
      first[quotation] ??= place;
      last[quotation] = place;
    }
  }
  return { first, last };
}
