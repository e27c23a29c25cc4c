import type { QuotationSpan } from "../quotes/quotationSpans.js";

/** A speaker stands within this many characters of the quotation. */
const NEAR_QUOTATION = 60;

/** Between a quotation and its "he said" are a space and perhaps a comma or dash. */
const RIGHT_BEHIND = 3;

/** Tells of one place of the text after another how it stands to the quotations; soonest where the places are in text order. */
export class NearQuotations {
  readonly #quotations: readonly QuotationSpan[];
  #offset = 0;
  /** The first quotation that ends behind the place. */
  #next = 0;

  /** @param quotations in text order, none inside another. */
  constructor(quotations: readonly QuotationSpan[]) {
    this.#quotations = quotations;
  }

  /** Turns to a place, by its UTF-16 offset. */
  moveTo(offset: number): void {
    const quotations = this.#quotations;
    while (this.#next > 0 && quotations[this.#next - 1].end > offset) this.#next--;
    while (this.#next < quotations.length && quotations[this.#next].end <= offset) this.#next++;
    this.#offset = offset;
  }

  /** The first quotation that ends behind the place; as many as there are where none does. */
  get next(): number {
    return this.#next;
  }

  /** The quotation that the place is in, or -1. */
  get around(): number {
    const next = this.#quotations[this.#next];
    return next !== undefined && next.start <= this.#offset ? this.#next : -1;
  }

  /** The quotation that ends right before the place, or -1. */
  get rightBefore(): number {
    const before = this.#quotations[this.#next - 1];
    return before !== undefined && this.#offset - before.end <= RIGHT_BEHIND ? this.#next - 1 : -1;
  }

  /** Whether a quotation ends shortly before the place or begins shortly after it. */
  get isNear(): boolean {
    const before = this.#quotations[this.#next - 1];
    const after = this.#quotations[this.#next];
    return (
      (before !== undefined && this.#offset - before.end < NEAR_QUOTATION) ||
      (after !== undefined && after.start >= this.#offset && after.start - this.#offset < NEAR_QUOTATION)
    );
  }
}
