import words from "./differenceWords.json" with { type: "json" };

const NEGATIONS: ReadonlySet<string> = new Set(words.negations);
const NUMBERS: ReadonlySet<string> = new Set(words.numbers);

/** Whether a word negates. @param key as `readWords` gives it. */
export function isNegation(key: string): boolean {
  return NEGATIONS.has(key);
}

/** Whether a word stands for a number. @param key as `readWords` gives it. */
export function isNumber(key: string): boolean {
  return /\p{N}/u.test(key) || NUMBERS.has(key);
}
