import { CUE_WORDS } from "./cueLexicon.js";
import { CUE_SETTINGS, type CueSetting } from "./cueSetting.js";

/** How often a word was a cue where it stood, on this many steps. */
export const PRIOR_STEPS = 12;

/** How often what is said stands before the cue, on four steps, and how often behind an object ("told reporters that"), on four. */
export const HABITS = 16;

/** What was counted of each cue word. */
export interface CuePriors {
  /** The step of how often the word is a cue. */
  overall(word: number): number;
  /** The same for the places with one shape of what stands behind it. */
  inSetting(word: number, setting: CueSetting): number;
  /** Where what it reports stands. */
  habit(word: number): number;
}

const COLUMNS = 1 + CUE_SETTINGS + 1;

/**
 * Reads priors as they are written: for each word one sign for the overall prior, one for each setting, one for the habit, in base 36.
 * @throws when they were written for another list of cues.
 */
export function readPriors(written: string): CuePriors {
  if (written.length !== CUE_WORDS.length * COLUMNS) {
    throw new Error("The list of cues has changed since the model was trained: npm run train:speakers");
  }
  const steps = Uint8Array.from(written, (sign) => Number.parseInt(sign, 36));
  return {
    overall: (word) => steps[word * COLUMNS],
    inSetting: (word, setting) => steps[word * COLUMNS + 1 + setting],
    habit: (word) => steps[word * COLUMNS + COLUMNS - 1],
  };
}

/** Writes priors as `readPriors` reads them. */
export function writePriors(priors: CuePriors): string {
  return CUE_WORDS.map((_, word) => {
    const settings = Array.from({ length: CUE_SETTINGS }, (__, setting) => priors.inSetting(word, setting));
    return [priors.overall(word), ...settings, priors.habit(word)].map((step) => step.toString(36)).join("");
  }).join("");
}
