import type { Entity, Span } from "../analysis.js";
import { foldWord } from "../identity/folding.js";
import { givenNameGender } from "../identity/genders.js";
import { nounGender } from "../identity/references.js";
import { nounType } from "../identity/rolePhrases.js";
import { compiled } from "../text/compiled.js";
import functionWords from "./functionWords.json" with { type: "json" };
import { headEndOf, isSourceNoun } from "./speakers.js";

const LONGEST_PHRASE = 90;
/** What ends a phrase before its noun: "One of the two". */
const NO_DESCRIPTION: ReadonlySet<string> = new Set([
  ...functionWords.of,
  ...functionWords.preposition,
  ...functionWords.be,
  ...functionWords.who,
]);

/** Whether a person's given name does not speak against "he" or "she". @param pronoun in lower case. */
export function agrees(pronoun: string, { name }: Pick<Entity, "name">): boolean {
  const gender = genderOfName(name);
  return gender === null || (gender === "female") === (pronoun === "she");
}

/** Whether a person's given name is known to be of the gender that "he" or "she" has. @param pronoun in lower case. */
export function isOfGender(pronoun: string, { name }: Pick<Entity, "name">): boolean {
  return genderOfName(name) !== null && agrees(pronoun, { name });
}

/** Whether the noun for an unnamed person does not speak against "he" or "she". @param pronoun in lower case. */
export function nounAgrees(pronoun: string, noun: string): boolean {
  const gender = nounGender(noun);
  return gender === null || (gender === "female") === (pronoun === "she");
}

function genderOfName(name: string): ReturnType<typeof givenNameGender> {
  return givenNameGender(foldWord(name.split(" ", 1)[0]));
}

/** "a man from the village", "one official": a single person. */
const ONE = /^(?:an?|one|another)\s/i;

/** The noun, in lower case, of a phrase for one unnamed person ("a man from the village"); null where it is none. */
export function unnamedNoun(phrase: string): string | null {
  return ONE.test(phrase) ? personNoun(phrase) : null;
}

/** "the nominee", "his supervisor", "Ann Weld's deputy". */
const DESCRIBED = compiled(/^(?:(?:the|his|her|their|its|my|our)|(?:[\p{L}.]+\s){0,3}[\p{L}.]+['’]s)\s\p{Ll}/iu);

/** The noun, in lower case, of a phrase that says who one person is without a name ("the nominee"); null where it is none. */
export function describedNoun(phrase: string): string | null {
  const noun = DESCRIBED.test(phrase) ? personNoun(phrase) : null;
  return noun?.endsWith("s") ? null : noun;
}

function personNoun(phrase: string): string | null {
  const head =
    phrase
      .slice(0, headEndOf(phrase, 0, phrase.length))
      .split(/\s/)
      .at(-1)
      ?.toLowerCase() ?? "";
  return isSourceNoun(head) || nounType(head) === "person" ? head : null;
}

const OPENING = /^(?:(?=(?:An?|One|Another)\s)|(?:But|And|Yet)\s(?=(?:an?|one|another)\s))/;
const WORD = compiled(/[\p{L}\p{N}’'.-]+/gu);
/** An article and so many words at most. */
const LONGEST_OPENING = 6;

/** An unnamed person with whom a sentence begins: "A senior official in Brussels". */
export interface UnnamedOpening extends Span {
  readonly noun: string;
}

/** The first noun phrase of a sentence up to its noun, where it is for one unnamed person; offsets in the sentence. Null where it is not. */
export function unnamedOpening(sentence: string): UnnamedOpening | null {
  const opening = OPENING.exec(sentence);
  if (!opening) return null;
  const start = opening[0].length;
  let noun: UnnamedOpening | null = null;
  let count = 0;
  for (const { index, 0: word } of sentence.slice(start, start + LONGEST_PHRASE).matchAll(WORD)) {
    const small = word.toLowerCase();
    const isNoun = isSourceNoun(small) || nounType(small) === "person";
    if (count === LONGEST_OPENING || NO_DESCRIPTION.has(small) || (noun && !isNoun)) return noun;
    if (isNoun) noun = { start, end: start + index + word.length, noun: small };
    count++;
  }
  return noun;
}
