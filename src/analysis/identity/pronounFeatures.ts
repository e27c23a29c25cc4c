import type { Gender } from "./genders.js";
import type { PronounReference } from "./references.js";

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

/** The gender that speaks for an actor, with its weight; null where nothing does or both do alike. */
function genderOf(actor: Actor): readonly [Gender | null, number] {
  if (actor.female === actor.male) return [null, 0];
  return actor.female > actor.male ? ["female", actor.female - actor.male] : ["male", actor.male - actor.female];
}

/** Whether a person can be meant: no title, noun or pronoun of the text speaks for the other gender. */
export function canBeMeant(actor: Actor, { pronoun }: PronounReference): boolean {
  if (pronoun === "thing" || pronoun === "many") return true;
  const [gender, weight] = genderOf(actor);
  return gender === null || gender === pronoun || weight < EVIDENCE;
}

/**
 * Fills in the features of one candidate.
 * @param rank the candidate's place among the candidates, the nearest 0.
 * @param candidates how many there are.
 * @param mostNamed the highest count among them.
 */
export function fillFeatures(
  features: Float64Array,
  actor: Actor,
  place: PronounPlace,
  around: Surroundings,
  rank: number,
  candidates: number,
  mostNamed: number,
): void {
  features.fill(0);
  const distance = place.sentence - actor.sentence;
  const here = distance === 0;
  const { reference } = place;
  features[distance <= 2 ? distance : distance <= 4 ? 3 : distance <= 8 ? 4 : 5] = 1;
  features[6 + Math.min(rank, 3)] = 1;
  if (candidates === 1) features[10] = 1;
  if (candidates === 2) features[11] = 1;
  const subject = actor.position === "subject";
  if (subject) features[here ? 12 : 13] = 1;
  else features[actor.position === "possessive" ? 14 : actor.position === "prepositional" ? 15 : 16] = 1;
  if (actor.opensSentence) features[here ? 17 : 18] = 1;
  if (actor.opensBlock) features[19] = 1;
  if (actor.lastIsPronoun) features[distance <= 1 ? 21 : 20] = 1;
  if (around.pronounEntity === actor.entity) features[place.sentence - around.pronounSentence <= 1 ? 23 : 22] = 1;
  features[actor.count === 1 ? 24 : actor.count <= 3 ? 25 : actor.count <= 7 ? 26 : 27] = 1;
  if (actor.count === mostNamed && mostNamed > 1) features[28] = 1;
  if (reference.pronoun === "female" || reference.pronoun === "male") {
    const [gender, weight] = genderOf(actor);
    features[gender === null ? 31 : gender !== reference.pronoun ? 32 : weight >= EVIDENCE ? 29 : 30] = 1;
  }
  if (reference.first && actor.opensSentence && distance === 1) features[33] = 1;
  if (reference.case === "object") {
    if (!here) features[35] = 1;
    else if (subject) features[34] = 1;
  }
  if (reference.case === "possessive" && here) features[subject ? 37 : 36] = 1;
  if (reference.case === "subject") {
    if (here) features[38] = 1;
    else if (subject && distance === 1) features[39] = 1;
  }
  const blocks = place.block - actor.block;
  features[40 + Math.min(blocks, 2)] = 1;
  if (place.quotation >= 0 === actor.quotation >= 0) features[43] = 1;
  else features[place.quotation >= 0 ? 44 : 45] = 1;
  if (around.nounToken > actor.token) features[46] = 1;
  features[47] = Math.log2(1 + place.token - actor.token) / 8;
  if (actor.inSentence > 1) features[48] = 1;
  if (actor.nearQuotation) features[place.nearQuotation ? 50 : 49] = 1;
}

/** Fills in the features of leaving the pronoun without a name. */
export function fillUnnamedFeatures(features: Float64Array, place: PronounPlace, around: Surroundings, candidates: readonly Actor[]): void {
  features.fill(0);
  const { reference, sentence } = place;
  features[0] = 1;
  if (around.nounSentence >= 0) {
    const distance = sentence - around.nounSentence;
    if (distance <= 5) features[distance === 0 ? 1 : distance === 1 ? 2 : 3] = 1;
  }
  if (around.pronounSentence >= 0) {
    const near = sentence - around.pronounSentence <= 2;
    if (around.pronounUnnamed) features[near ? 4 : 5] = 1;
    else if (near) features[6] = 1;
  }
  if (!candidates.some((actor) => sentence - actor.sentence <= 2)) features[7] = 1;
  if (
    reference.pronoun !== "thing" &&
    reference.pronoun !== "many" &&
    !candidates.some((actor) => genderOf(actor)[0] === reference.pronoun)
  )
    features[8] = 1;
  if (place.quotation >= 0) features[9] = 1;
  if (reference.case === "object") features[10] = 1;
  if (reference.case === "possessive") features[11] = 1;
  if (reference.first) features[12] = 1;
  if (candidates.length > 2) features[13] = 1;
}
