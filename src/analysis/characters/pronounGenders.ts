import type { Quote } from "../analysis.js";
import type { Gender } from "../identity/genders.js";
import { memoByBlock } from "../text/blockMemo.js";
import type { SourceText } from "../text/sourceText.js";
import type { Named } from "./cast.js";

/** How much a pronoun tells of the gender of the only person whom its sentence names before it; "him" may well be another one. */
const VOTES: ReadonlyMap<string, readonly [Gender, number]> = new Map([
  ["he", ["male", 2]],
  ["his", ["male", 2]],
  ["himself", ["male", 2]],
  ["him", ["male", 1]],
  ["she", ["female", 2]],
  ["her", ["female", 1]],
  ["hers", ["female", 2]],
  ["herself", ["female", 2]],
]);
/** In the first sentence that names nobody a pronoun tells so much of the only person of the sentence before. */
const SENTENCE_BEFORE = 1;
/** A gender is believed from so many votes on, and from so many times the votes for the other one. */
const LEAST_VOTES = 2;
const LEAST_RATIO = 3;

export interface GenderVotes {
  readonly male: number;
  readonly female: number;
}

/** What the pronouns of a text tell of those it names: by an entity's id, by a phrase's key, and by its noun behind an asterisk. */
export type PronounGenders = ReadonlyMap<string, GenderVotes>;

/** The gender that enough votes agree on. */
export function votedGender(votes: GenderVotes | undefined): Gender | null {
  if (!votes) return null;
  const { male, female } = votes;
  if (Math.max(male, female) < LEAST_VOTES || Math.max(male, female) < LEAST_RATIO * Math.min(male, female)) return null;
  return female > male ? "female" : "male";
}

/** What is counted together: an entity, or all phrases with the same words. */
function keyOf({ entity, phrase }: Named): string | null {
  if (entity) return entity.id;
  return phrase === null || phrase === "narrator" ? null : phrase.key;
}

/**
 * Learns genders from the text itself: "The child put down her cup": a pronoun behind the only person that its sentence names so far.
 * @param named every mention of a person outside the quotations, in text order.
 * @param quotes the quotations in marks, in text order.
 */
export function pronounGenders(
  { blocks }: SourceText,
  named: readonly Named[],
  quotes: readonly { readonly quote: Quote }[],
): PronounGenders {
  const votes = new Map<string, { male: number; female: number }>();
  const add = (key: string, gender: Gender, weight: number): void => {
    const counted = votes.get(key) ?? { male: 0, female: 0 };
    votes.set(key, counted);
    counted[gender] += weight;
  };
  const tell = (one: Named, key: string, [gender, weight]: readonly [Gender, number], most: number): void => {
    add(key, gender, Math.min(weight, most));
    if (one.phrase !== null && one.phrase !== "narrator") add(`* ${one.phrase.noun}`, gender, Math.min(weight, most));
  };
  let n = 0;
  let q = 0;
  for (const { start, block } of blocks) {
    const { tokens, sentences, lower } = block;
    let sentence = 0;
    let from = start;
    let only: Named | null = null;
    let before: Named | null = null;
    let several = false;
    const meet = (one: Named): void => {
      while (sentence < sentences.length && start + tokens.starts[sentences[sentence]] <= one.start) open();
      const key = keyOf(one);
      if (one.start < from || key === null) return;
      several ||= only !== null && keyOf(only) !== key;
      only = one;
    };
    const open = (): void => {
      from = start + tokens.starts[sentences[sentence++]];
      before = several ? null : only;
      only = null;
      several = false;
    };
    for (const token of pronounsOf(block)) {
      const at = start + tokens.starts[token];
      for (; n < named.length && named[n].start < at; n++) meet(named[n]);
      while (sentence < sentences.length && sentences[sentence] <= token) open();
      while (q < quotes.length && quotes[q].quote.end <= at) q++;
      if (q < quotes.length && quotes[q].quote.start <= at) continue;
      const vote = VOTES.get(lower[token]);
      if (several || !vote) continue;
      if (only !== null) tell(only, keyOf(only) ?? "", vote, 2);
      else if (before !== null) tell(before, keyOf(before) ?? "", vote, SENTENCE_BEFORE);
    }
  }
  return votes;
}

const pronounsOf = memoByBlock(({ tokens, lower }): readonly number[] => {
  let found: number[] | null = null;
  for (let i = 0; i < tokens.count; i++) {
    if (!VOTES.has(lower[i])) continue;
    if (found) found.push(i);
    else found = [i];
  }
  return found ?? NONE;
});

const NONE: readonly number[] = [];
