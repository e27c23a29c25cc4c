import { endingOf } from "./endings.js";
import type { QuotationSpan } from "./quotationSpans.js";

/** Where people talk, a sentence in marks (a capital at its beginning, a stop or comma at its end) is speech from this likelihood on. */
export const LEAST_IN_TALK = 0.19;

/** People talk in a text where so many quotations, and this share of all, stand right behind the one before. */
const LEAST_ANSWERS = 3;
const SHARE_OF_ANSWERS = 0.15;
/** Two may take turns in it where so many do: in other texts who is quoted twice goes on speaking. */
const LEAST_ANSWERS_OF_TWO = 3;
const SHARE_OF_ANSWERS_OF_TWO = 0.08;
/** The same where so great a share of the quotations asks or exclaims, and one is answered or so great a share of the text is quoted. */
const SHARE_OF_QUESTIONS = 0.2;
const SHARE_QUOTED = 0.5;

/** See endingOf: a question or an exclamation. */
const ASKS = 3;

/** What the quotations of a text tell of how people speak in it. */
export interface Talk {
  readonly isTalk: boolean;
  readonly takesTurns: boolean;
}

export function readTalk(text: string, quotations: readonly QuotationSpan[]): Talk {
  let answers = 0;
  let quoted = 0;
  let questions = 0;
  for (const { spans } of quotations) {
    for (const { start, end } of spans) quoted += end - start;
    if (endingOf(text, spans[0].start, spans[spans.length - 1].end) === ASKS) questions++;
  }
  for (let i = 1; i < quotations.length; i++) {
    const { end } = quotations[i - 1].spans[quotations[i - 1].spans.length - 1];
    if (!/[\p{L}\p{N}]/u.test(text.slice(end, quotations[i].spans[0].start))) answers++;
  }
  const isMost = (least: number, share: number): boolean => answers >= least && answers >= share * quotations.length;
  return {
    isTalk: isMost(LEAST_ANSWERS, SHARE_OF_ANSWERS),
    takesTurns:
      isMost(LEAST_ANSWERS_OF_TWO, SHARE_OF_ANSWERS_OF_TWO) ||
      (questions >= SHARE_OF_QUESTIONS * quotations.length && (answers > 0 || quoted > SHARE_QUOTED * text.length)),
  };
}

/** "“Amen,” I yawned": a capital at the beginning of the words in marks, and a stop or a comma at their end. */
export function isSentence(text: string, { spans }: QuotationSpan): boolean {
  const [{ start }] = spans;
  const { end } = spans[spans.length - 1];
  return (
    /^\P{L}{0,3}\p{Lu}/u.test(text.slice(start, start + 5)) && /[.,!?…—-]\s?["”’']*\s*$/.test(text.slice(Math.max(start, end - 5), end))
  );
}
