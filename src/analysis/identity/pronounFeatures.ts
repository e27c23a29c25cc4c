import type { Gender } from "./genders.js";
import type { PronounReference } from "./references.js";
import type { SparseFeatures } from "./sparseFeatures.js";

/** How a mention stands in its sentence, as far as the words beside it show. */
export type Position = "subject" | "possessive" | "prepositional" | "other";

/** An entity as the walk through the text knows it. */
export interface Actor {
  readonly entity: number;
  /** Evidence for each gender: titles and nouns weigh most, then the text's own pronouns, then given names. */
  female: number;
  male: number;
  /** The last mention: its sentence, block and token counted over the document. */
  sentence: number;
  block: number;
  token: number;
  position: Position;
  lastIsPronoun: boolean;
  /** How sure the last pronoun that meant the actor was; a chain of pronouns is no surer than its weakest link. */
  trust: number;
  /** Whether the last mention stands beside a quotation, as its speaker would. */
  nearQuotation: boolean;
  /** Whether the last mention was the first of its sentence and of its block. */
  opensSentence: boolean;
  opensBlock: boolean;
  /** The quotation that the last mention stands in, or -1. */
  quotation: number;
  /** The quotation that the first mention stands in, or -1. */
  firstQuotation: number;
  count: number;
  /** How often it was named in the sentence of its last mention. */
  inSentence: number;
}

/** Where a pronoun stands. */
export interface PronounPlace {
  readonly reference: PronounReference;
  /** The pronoun's place in the document. */
  readonly start: number;
  readonly sentence: number;
  readonly block: number;
  readonly token: number;
  readonly quotation: number;
  readonly nearQuotation: boolean;
}

/** What was seen besides the candidates. */
export interface Surroundings {
  /** The sentence and token of the last unnamed person (or thing) that the pronoun could mean, or -1. */
  readonly nounSentence: number;
  readonly nounToken: number;
  /** The sentence of the last pronoun of this kind, or -1, and whether it was left without a name. */
  readonly pronounSentence: number;
  readonly pronounUnnamed: boolean;
  /** The entity that the last pronoun of this kind meant, or -1. */
  readonly pronounEntity: number;
}

/** The features of a candidate, in the order of their weights. None names a word of a text. */
export const FEATURES = [
  "same sentence",
  "sentence before",
  "two sentences before",
  "three to four sentences before",
  "five to eight sentences before",
  "farther",
  "nearest",
  "second nearest",
  "third nearest",
  "farther in rank",
  "only candidate",
  "one of two",
  "subject here",
  "subject before",
  "possessive last",
  "prepositional last",
  "other position last",
  "opens its sentence, here",
  "opens its sentence, before",
  "opens its block",
  "last was a pronoun",
  "last was a pronoun, near",
  "meant by the last such pronoun",
  "meant by the last such pronoun, near",
  "named once",
  "named twice or thrice",
  "named four to seven times",
  "named often",
  "most often named",
  "gender agrees by evidence",
  "gender agrees by name",
  "gender not known",
  "gender against the name",
  "pronoun opens, candidate opened the sentence before",
  "object pronoun, subject of this sentence",
  "object pronoun, not in this sentence",
  "possessive, in this sentence",
  "possessive, subject of this sentence",
  "subject pronoun, in this sentence",
  "subject pronoun, subject before",
  "same block",
  "block before",
  "two blocks or more before",
  "quoted both alike",
  "pronoun quoted, candidate outside",
  "candidate quoted, pronoun outside",
  "unnamed noun between",
  "distance in tokens",
  "twice in the last sentence",
  "beside a quotation",
  "both beside a quotation",
] as const;

/** The features of leaving the pronoun without a name. */
export const UNNAMED_FEATURES = [
  "always",
  "unnamed noun in this sentence",
  "unnamed noun in the sentence before",
  "unnamed noun within five sentences",
  "last such pronoun unnamed, near",
  "last such pronoun unnamed",
  "last such pronoun named, near",
  "no candidate near",
  "no candidate with fitting gender",
  "quoted",
  "object",
  "possessive",
  "opens its sentence",
  "several candidates",
] as const;

export type PronounGroup = "person" | "thing" | "many";

const EVIDENCE = 2;

/** Which weights judge a pronoun. */
export function groupOf({ pronoun }: PronounReference): PronounGroup {
  return pronoun === "thing" || pronoun === "many" ? pronoun : "person";
}

/** The gender that speaks for an actor; null where nothing does or both do alike. */
export function genderOf({ female, male }: Actor): Gender | null {
  if (female === male) return null;
  return female > male ? "female" : "male";
}

/** What speaks for that gender more than for the other. */
function genderWeight({ female, male }: Actor): number {
  return Math.abs(female - male);
}

/** Whether a person can be meant: no title, noun or pronoun of the text speaks for the other gender. */
export function canBeMeant(actor: Actor, { pronoun }: PronounReference): boolean {
  if (pronoun === "thing" || pronoun === "many") return true;
  const gender = genderOf(actor);
  return gender === null || gender === pronoun || genderWeight(actor) < EVIDENCE;
}

/**
 * Fills in the features of one candidate.
 * @param rank the candidate's place among the candidates, the nearest 0.
 * @param candidates how many there are.
 * @param mostNamed the highest count among them.
 */
export function fillFeatures(
  features: SparseFeatures,
  actor: Actor,
  place: PronounPlace,
  around: Surroundings,
  rank: number,
  candidates: number,
  mostNamed: number,
): void {
  features.clear();
  const distance = place.sentence - actor.sentence;
  const here = distance === 0;
  const { reference } = place;
  features.add(distance <= 2 ? distance : distance <= 4 ? 3 : distance <= 8 ? 4 : 5);
  features.add(6 + Math.min(rank, 3));
  if (candidates === 1) features.add(10);
  if (candidates === 2) features.add(11);
  const subject = actor.position === "subject";
  if (subject) features.add(here ? 12 : 13);
  else features.add(actor.position === "possessive" ? 14 : actor.position === "prepositional" ? 15 : 16);
  if (actor.opensSentence) features.add(here ? 17 : 18);
  if (actor.opensBlock) features.add(19);
  if (actor.lastIsPronoun) features.add(distance <= 1 ? 21 : 20);
  if (around.pronounEntity === actor.entity) features.add(place.sentence - around.pronounSentence <= 1 ? 23 : 22);
  features.add(actor.count === 1 ? 24 : actor.count <= 3 ? 25 : actor.count <= 7 ? 26 : 27);
  if (actor.count === mostNamed && mostNamed > 1) features.add(28);
  if (reference.pronoun === "female" || reference.pronoun === "male") {
    const gender = genderOf(actor);
    features.add(gender === null ? 31 : gender !== reference.pronoun ? 32 : genderWeight(actor) >= EVIDENCE ? 29 : 30);
  }
  if (reference.first && actor.opensSentence && distance === 1) features.add(33);
  if (reference.case === "object") {
    if (!here) features.add(35);
    else if (subject) features.add(34);
  }
  if (reference.case === "possessive" && here) features.add(subject ? 37 : 36);
  if (reference.case === "subject") {
    if (here) features.add(38);
    else if (subject && distance === 1) features.add(39);
  }
  const blocks = place.block - actor.block;
  features.add(40 + Math.min(blocks, 2));
  if (place.quotation >= 0 === actor.quotation >= 0) features.add(43);
  else features.add(place.quotation >= 0 ? 44 : 45);
  if (around.nounToken > actor.token) features.add(46);
  features.add(47, Math.log2(1 + place.token - actor.token) / 8);
  if (actor.inSentence > 1) features.add(48);
  if (actor.nearQuotation) features.add(place.nearQuotation ? 50 : 49);
}

/** Fills in the features of leaving the pronoun without a name. */
export function fillUnnamedFeatures(
  features: SparseFeatures,
  place: PronounPlace,
  around: Surroundings,
  candidates: readonly Actor[],
): void {
  features.clear();
  const { reference, sentence } = place;
  features.add(0);
  if (around.nounSentence >= 0) {
    const distance = sentence - around.nounSentence;
    if (distance <= 5) features.add(distance === 0 ? 1 : distance === 1 ? 2 : 3);
  }
  if (around.pronounSentence >= 0) {
    const near = sentence - around.pronounSentence <= 2;
    if (around.pronounUnnamed) features.add(near ? 4 : 5);
    else if (near) features.add(6);
  }
  let isNear = false;
  let agrees = reference.pronoun === "thing" || reference.pronoun === "many";
  for (const actor of candidates) {
    isNear ||= sentence - actor.sentence <= 2;
    agrees ||= genderOf(actor) === reference.pronoun;
  }
  if (!isNear) features.add(7);
  if (!agrees) features.add(8);
  if (place.quotation >= 0) features.add(9);
  if (reference.case === "object") features.add(10);
  if (reference.case === "possessive") features.add(11);
  if (reference.first) features.add(12);
  if (candidates.length > 2) features.add(13);
}
