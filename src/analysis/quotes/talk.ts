import type { QuotationSpan } from "./quotationSpans.js";

/** Where people talk, a sentence in marks (a capital at its beginning, a stop or comma at its end) is speech from this likelihood on. */
export const LEAST_IN_TALK = 0.19;

/** People talk in a text where so many quotations, and this share of all, stand right behind the one before. */
const LEAST_ANSWERS = 3;
const SHARE_OF_ANSWERS = 0.15;

export function isTalk(text: string, quotations: readonly QuotationSpan[]): boolean {
  let answers = 0;
  for (let i = 1; i < quotations.length; i++) {
    const { end } = quotations[i - 1].spans[quotations[i - 1].spans.length - 1];
    if (!/[\p{L}\p{N}]/u.test(text.slice(end, quotations[i].spans[0].start))) answers++;
  }
  return answers >= LEAST_ANSWERS && answers >= SHARE_OF_ANSWERS * quotations.length;
}

/** "“Amen,” I yawned": a capital at the beginning of the words in marks, and a stop or a comma at their end. */
export function isSentence(text: string, { spans }: QuotationSpan): boolean {
  const [{ start }] = spans;
  const { end } = spans[spans.length - 1];
  return (
    /^\P{L}{0,3}\p{Lu}/u.test(text.slice(start, start + 5)) && /[.,!?…—-]\s?["”’']*\s*$/.test(text.slice(Math.max(start, end - 5), end))
  );
}
