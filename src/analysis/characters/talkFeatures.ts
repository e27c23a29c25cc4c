import type { Span } from "../analysis.js";
import type { Gender } from "../identity/genders.js";
import type { Person } from "./persons.js";

/** What is asked: who "he" or "she" is beside a quotation, or who speaks one that has no words for its speaker. */
export type Asked = "pronoun" | "nobody";

/** Somebody who may speak a turn, as the text before it shows him. */
export interface Candidate {
  readonly person: Person;
  /** How many others were named since. */
  readonly rank: number;
  /** How often he was named, and how many UTF-16 code units before the turn he was last, and where. */
  readonly count: number;
  readonly distance: number;
  readonly last: Span;
  readonly isNarrator: boolean;
  /** How many others were named more often so far. */
  readonly order: number;
}

/** A turn of the talk, whoever spoke before it. */
export interface TurnPlace {
  readonly asked: Asked;
  readonly gender: Gender | null;
  /** Whom the words beside the quotation name, or the one taken over from an earlier quotation, with whether that is half sure. */
  readonly given: Person | null;
  readonly givenSure: boolean;
  readonly carried: boolean;
  readonly turn: number;
  /** The quotation, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /** No word stands between the last quotation and this one, or a paragraph ends there: another one answers. */
  readonly answers: boolean;
  /** The last quotation is a question. */
  readonly asks: boolean;
  /** The words in lower case by which somebody is called in the last quotation and in this one. */
  readonly lastCalls: ReadonlySet<string>;
  readonly ownCalls: ReadonlySet<string>;
  /** Those named between the last quotation and this one, in the sentence right before this one, and after it in its own sentence. */
  readonly before: readonly Person[];
  readonly beat: readonly Person[];
  readonly after: readonly Person[];
  /** The words behind the quotation go on with its sentence. */
  readonly goesOn: boolean;
  /** The gender of "he" or "she" as the first word of the sentence right before the quotation, and of the words behind it. */
  readonly beatGender: Gender | null;
  readonly afterGender: Gender | null;
  /** The words with capitals of this quotation and of the last one, in lower case. */
  readonly ownNames: ReadonlySet<string>;
  readonly lastNames: ReadonlySet<string>;
}

/** Who spoke the turns before, as one reading of the talk has it, the last first; null for a turn left open. */
export type Earlier = readonly (Person | null)[];

/** The features of a candidate, in the order of their weights; those of each question have weights of their own. None names a word. */
export const TALK_FEATURES = [
  "named last",
  "named second to last",
  "named third to last",
  "named longer ago",
  "first in the gap before",
  "last in the gap before",
  "only one in the gap before",
  "first in the gap after",
  "only one in the gap after",
  "called in the last quotation",
  "called in the last quotation, which this answers",
  "called in this quotation",
  "gender agrees",
  "gender is not known",
  "has a name",
  "has no name",
  "tells the story",
  "named once",
  "named often",
  "named in the last 200 characters",
  "named in the last 600 characters",
  "given, half sure",
  "given, not sure",
  "taken over, half sure",
  "taken over, not sure",
  "first in the sentence before",
  "only one in the sentence before",
  "spoke last, this answers",
  "spoke last, words between",
  "spoke before the last, this answers",
  "spoke before the last, words between",
  "spoke in the last six turns",
  "never spoke",
  "spoke last, named in the gap",
  "asked last, words between",
  "asked last, this answers",
  "first in the gap after, which goes on with the sentence",
  "first in the gap after, a sentence of its own",
  "gender of the pronoun before agrees",
  "gender of the pronoun before does not agree",
  "gender of the pronoun after agrees",
  "gender of the pronoun after does not agree",
  "named in this quotation",
  "named in the last quotation",
  "named most often so far",
  "named second most often so far",
  "named longer ago than 1500 characters",
  "given, this answers",
  "taken over, this answers",
  "taken over, words between",
  "first in the sentence before, spoke last",
  "first in the sentence before, did not speak last",
  "pronoun before agrees, spoke last",
  "pronoun before agrees, did not speak last",
  "asked, and another answered",
  "called in the last quotation, spoke before the last",
] as const;

/** UTF-16 code units from which on a mention is long ago. */
const FAR = 1500;

export const TALK_WEIGHTS = TALK_FEATURES.length * 2;

/** Where the features of a question begin among the weights. */
function baseOf({ asked }: TurnPlace): number {
  return asked === "pronoun" ? 0 : TALK_FEATURES.length;
}

/** The places in the weights of the features that do not depend on who spoke before. */
export function staticFeatures({ person, rank, count, distance, isNarrator, order }: Candidate, place: TurnPlace): number[] {
  const base = baseOf(place);
  const { before, after, beat } = place;
  const found = [base + Math.min(rank, 3)];
  const addIf = (holds: boolean, feature: number): void => {
    if (holds) found.push(base + feature);
  };
  addIf(before[0] === person, 4);
  addIf(before[before.length - 1] === person, 5);
  addIf(isOnlyOne(before, person), 6);
  addIf(after[0] === person, 7);
  addIf(isOnlyOne(after, person), 8);
  const called = isCalled(person, place.lastCalls);
  addIf(called, 9);
  addIf(called && place.answers, 10);
  addIf(isCalled(person, place.ownCalls), 11);
  addIf(place.gender !== null, person.gender === null ? 13 : 12);
  found.push(base + (isNarrator ? 16 : person.entity || person.names.size > 0 ? 14 : 15));
  addIf(count <= 1, 17);
  addIf(count > 5, 18);
  addIf(distance < 600, distance < 200 ? 19 : 20);
  addIf(place.given === person, 21 + (place.carried ? 2 : 0) + (place.givenSure ? 0 : 1));
  addIf(beat[0] === person, 25);
  addIf(isOnlyOne(beat, person), 26);
  addIf(after[0] === person, place.goesOn ? 36 : 37);
  addIf(place.beatGender !== null && person.gender !== null, place.beatGender === person.gender ? 38 : 39);
  addIf(place.afterGender !== null && person.gender !== null, place.afterGender === person.gender ? 40 : 41);
  addIf(isNamed(person, place.ownNames), 42);
  addIf(isNamed(person, place.lastNames), 43);
  addIf(order < 2, 44 + order);
  addIf(distance > FAR, 46);
  if (place.given === person) addIf(place.answers || place.carried, place.carried ? (place.answers ? 48 : 49) : 47);
  return found;
}

/** The places in the weights of the features that depend on who spoke before. */
export function turnFeatures({ person }: Candidate, place: TurnPlace, earlier: Earlier): number[] {
  const base = baseOf(place);
  const between = place.answers ? 0 : 1;
  const ago = earlier.indexOf(person);
  const found: number[] = [];
  if (ago === 0) {
    found.push(base + 27 + between);
    if (place.before.includes(person)) found.push(base + 33);
    if (place.asks) found.push(base + 35 - between);
  } else if (ago > 0 && earlier.slice(1, ago).every((other) => other === earlier[0])) found.push(base + 29 + between);
  const last = ago === 0 ? 0 : 1;
  if (place.beat[0] === person) found.push(base + 50 + last);
  if (place.beatGender !== null && place.beatGender === person.gender) found.push(base + 52 + last);
  if (ago === 1 && !place.asks && place.answers) found.push(base + 54);
  if (ago === 1 && isCalled(person, place.lastCalls)) found.push(base + 55);
  if (ago < 0) found.push(base + 32);
  else if (ago < 6) found.push(base + 31);
  return found;
}

function isOnlyOne(persons: readonly Person[], person: Person): boolean {
  return persons.length > 0 && persons.every((each) => each === person);
}

function isNamed({ names }: Person, words: ReadonlySet<string>): boolean {
  for (const name of names) if (words.has(name)) return true;
  return false;
}

function isCalled(person: Person, words: ReadonlySet<string>): boolean {
  return person.noun !== "" ? words.has(person.noun) : isNamed(person, words);
}
