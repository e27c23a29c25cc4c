import type { Quote } from "../analysis.js";

/** How sure a speaker is shown at most of whom the text says no more than "she". */
const OPEN = 0.5;
const LONGEST_PRONOUN = 4;
const PRONOUN = /^(?:he|she|they|it)$/i;

/**
 * "She said …" where nobody is found whom "she" means: that these words name the speaker is sure, and who that is, open. The quotation is
 * marked as doubtful, so that a reader looks. Linear in the number of the quotations.
 */
export function withOpenPronouns(text: string, quotes: readonly Quote[]): readonly Quote[] {
  return quotes.map((quote) => {
    const { speaker } = quote;
    if (!speaker || speaker.entity !== null || speaker.anonymous || speaker.confidence <= OPEN) return quote;
    const { start, end } = speaker;
    return end - start <= LONGEST_PRONOUN && PRONOUN.test(text.slice(start, end))
      ? { ...quote, speaker: { ...speaker, confidence: OPEN } }
      : quote;
  });
}
