import type { Span } from "../analysis.js";
import type { Gender } from "../identity/genders.js";
import type { Person } from "./persons.js";
import { GAPS, type Gap, GIVEN_PLACES, type GivenPlace, isNothing, LENGTHS, type Length } from "./talkGaps.js";

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
  /** What stands between the last quotation and this one. */
  readonly gap: Gap;
  /** Where the words stand that name the speaker. */
  readonly givenAt: GivenPlace;
  /** How long the quotation is, and whether it begins as an answer does. */
  readonly length: Length;
  readonly opensAsAnswer: boolean;
  /** Who is told to speak the turns around this one. */
  readonly around: Around;
  /** The words right before the quotation lead to it: a colon or a comma ends them. */
  readonly led: boolean;
  /** The words in lower case by which somebody is called in the last quotation and in this one. */
  readonly lastCalls: ReadonlySet<string>;
  readonly ownCalls: ReadonlySet<string>;
  /** Those of the next quotation. */
  readonly nextCalls: ReadonlySet<string>;
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

/** Who is told to speak the turns around one, by the words beside their own quotations. */
export interface Around {
  readonly last: Person | null;
  readonly lastButOne: Person | null;
  readonly next: Person | null;
  readonly nextButOne: Person | null;
  readonly nextGap: Gap;
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

/** Features whose weights both questions share. */
export const SHARED_FEATURES: readonly string[] = [
  ...GAPS.map((gap) => `spoke last, ${gap} between`),
  ...GAPS.map((gap) => `spoke before the last, ${gap} between`),
  ...GAPS.map((gap) => `first in the sentence before, ${gap} between`),
  ...GIVEN_PLACES.map((place) => `given ${place}, half sure`),
  ...GIVEN_PLACES.map((place) => `given ${place}, not sure`),
  "first in the sentence before, which leads to this",
  "first in the gap before, spoke last",
  "took turns with the last so far",
  ...LENGTHS.map((length) => `spoke last, the end of its sentence between, this ${length}`),
  ...LENGTHS.map((length) => `spoke last, other words between, this ${length}`),
  "spoke last, this begins as an answer",
  "spoke last, words between, this begins as an answer",
  "asked last, the end of its sentence between",
  ...GAPS.map((gap) => `told last, ${gap} between`),
  ...GAPS.map((gap) => `told next, ${gap} between`),
  "told last but one, nothing between",
  "told last but one, words between",
  "told next but one, nothing between",
  "told next but one, words between",
  "called in the next quotation, nothing between",
  "called in the next quotation, words between",
];
const SHARED = 2 * TALK_FEATURES.length;
const OF_GAPS = SHARED + SHARED_FEATURES.indexOf(`spoke last, ${GAPS[0]} between`);
const OF_PLACES = SHARED + SHARED_FEATURES.indexOf(`given ${GIVEN_PLACES[0]}, half sure`);
const OF_REST = SHARED + SHARED_FEATURES.indexOf("first in the sentence before, which leads to this");
const OF_TOLD = SHARED + SHARED_FEATURES.indexOf(`told last, ${GAPS[0]} between`);
const OF_NEXT_CALLS = SHARED + SHARED_FEATURES.indexOf("called in the next quotation, nothing between");
const OF_LENGTHS = SHARED + SHARED_FEATURES.indexOf(`spoke last, the end of its sentence between, this ${LENGTHS[0]}`);

/** UTF-16 code units from which on a mention is long ago. */
const FAR = 1500;

export const TALK_WEIGHTS = TALK_FEATURES.length * 2 + SHARED_FEATURES.length;

/** Where the features of a question begin among the weights. */
function baseOf({ asked }: TurnPlace): number {
  return asked === "pronoun" ? 0 : TALK_FEATURES.length;
}

/** What takes the places of features in the weights: a list of them, or the sum of their weights. */
export interface FeaturePlaces {
  push(place: number): unknown;
}

/** Adds the places of the features that do not depend on who spoke before. */
export function addStaticFeatures(
  { person, rank, count, distance, isNarrator, order }: Candidate,
  place: TurnPlace,
  found: FeaturePlaces,
): void {
  const base = baseOf(place);
  const { before, after, beat } = place;
  found.push(base + Math.min(rank, 3));
  if (before[0] === person) found.push(base + 4);
  if (before[before.length - 1] === person) found.push(base + 5);
  if (isOnlyOne(before, person)) found.push(base + 6);
  if (after[0] === person) found.push(base + 7);
  if (isOnlyOne(after, person)) found.push(base + 8);
  const called = isCalled(person, place.lastCalls);
  if (called) found.push(base + 9);
  if (called && place.answers) found.push(base + 10);
  if (isCalled(person, place.ownCalls)) found.push(base + 11);
  if (isCalled(person, place.nextCalls)) found.push(OF_NEXT_CALLS + (isNothing(place.around.nextGap) ? 0 : 1));
  if (place.gender !== null) found.push(base + (person.gender === null ? 13 : 12));
  found.push(base + (isNarrator ? 16 : person.entity || person.names.size > 0 ? 14 : 15));
  if (count <= 1) found.push(base + 17);
  if (count > 5) found.push(base + 18);
  if (distance < 600) found.push(base + (distance < 200 ? 19 : 20));
  if (place.given === person) found.push(base + (21 + (place.carried ? 2 : 0) + (place.givenSure ? 0 : 1)));
  if (beat[0] === person) found.push(base + 25);
  if (isOnlyOne(beat, person)) found.push(base + 26);
  if (after[0] === person) found.push(base + (place.goesOn ? 36 : 37));
  if (place.beatGender !== null && person.gender !== null) found.push(base + (place.beatGender === person.gender ? 38 : 39));
  if (place.afterGender !== null && person.gender !== null) found.push(base + (place.afterGender === person.gender ? 40 : 41));
  if (isNamed(person, place.ownNames)) found.push(base + 42);
  if (isNamed(person, place.lastNames)) found.push(base + 43);
  if (order < 2) found.push(base + 44 + order);
  if (distance > FAR) found.push(base + 46);
  if (place.given === person) found.push(OF_PLACES + GIVEN_PLACES.indexOf(place.givenAt) + (place.givenSure ? 0 : GIVEN_PLACES.length));
  const gap = GAPS.indexOf(place.gap);
  if (beat[0] === person) found.push(OF_GAPS + 2 * GAPS.length + gap);
  if (beat[0] === person && place.led) found.push(OF_REST);
  const { around } = place;
  if (around.last === person) found.push(OF_TOLD + gap);
  if (around.next === person) found.push(OF_TOLD + GAPS.length + GAPS.indexOf(around.nextGap));
  if (around.lastButOne === person) found.push(OF_TOLD + 2 * GAPS.length + (isNothing(place.gap) ? 0 : 1));
  if (around.nextButOne === person) found.push(OF_TOLD + 2 * GAPS.length + 2 + (isNothing(around.nextGap) ? 0 : 1));
  if (place.given === person && (place.answers || place.carried)) found.push(base + (place.carried ? (place.answers ? 48 : 49) : 47));
}

/** Adds the places of the features that depend on who spoke before. */
export function addTurnFeatures({ person }: Candidate, place: TurnPlace, earlier: Earlier, found: FeaturePlaces): void {
  const base = baseOf(place);
  const between = place.answers ? 0 : 1;
  const ago = earlier.indexOf(person);
  if (ago === 0) {
    found.push(base + 27 + between);
    if (place.before.includes(person)) found.push(base + 33);
    if (place.asks) found.push(base + 35 - between);
    const end = place.gap === "the end of its sentence";
    if (end || place.gap === "its sentence and more" || place.gap.startsWith("a sentence") || place.gap === "sentences")
      found.push(OF_LENGTHS + (end ? 0 : LENGTHS.length) + LENGTHS.indexOf(place.length));
    if (place.opensAsAnswer) found.push(OF_LENGTHS + 2 * LENGTHS.length + between);
    if (place.asks && end) found.push(OF_LENGTHS + 2 * LENGTHS.length + 2);
  } else if (ago > 0 && earlier.slice(1, ago).every((other) => other === earlier[0])) found.push(base + 29 + between);
  const last = ago === 0 ? 0 : 1;
  if (ago === 0 || ago === 1) found.push(OF_GAPS + ago * GAPS.length + GAPS.indexOf(place.gap));
  if (ago === 0 && place.before[0] === person) found.push(OF_REST + 1);
  if (ago === 1 && earlier[3] === person && earlier[2] === earlier[0]) found.push(OF_REST + 2);
  if (place.beat[0] === person) found.push(base + 50 + last);
  if (place.beatGender !== null && place.beatGender === person.gender) found.push(base + 52 + last);
  if (ago === 1 && !place.asks && place.answers) found.push(base + 54);
  if (ago === 1 && isCalled(person, place.lastCalls)) found.push(base + 55);
  if (ago < 0) found.push(base + 32);
  else if (ago < 6) found.push(base + 31);
}

function isOnlyOne(persons: readonly Person[], person: Person): boolean {
  return persons.length > 0 && persons.every((each) => each === person);
}

function isNamed({ names }: Person, words: ReadonlySet<string>): boolean {
  if (words.size === 0) return false;
  for (const name of names) if (words.has(name)) return true;
  return false;
}

function isCalled(person: Person, words: ReadonlySet<string>): boolean {
  return person.noun !== "" ? words.has(person.noun) : isNamed(person, words);
}
