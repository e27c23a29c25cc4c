import type { EntityType } from "../analysis.js";
import type { NamedEntity } from "./entities.js";
import { type Actor, canBeMeant, type Position } from "./pronounFeatures.js";
import { nounGender, type PronounReference } from "./references.js";
import type { FoundRole } from "./rolePhrases.js";

/** How many of the entities named last a pronoun can mean. */
const CANDIDATES = 8;
/** An entity named longer ago, in sentences, is no candidate. */
const FARTHEST = 12;

const TITLE_EVIDENCE = 3;
const GIVEN_NAME_EVIDENCE = 1.5;

/** A mention in its place; sentence, block and token are counted over the document. */
export interface ActorPlace {
  readonly sentence: number;
  readonly block: number;
  readonly token: number;
  /** The quotation that it stands in, or -1. */
  readonly quotation: number;
  readonly nearQuotation: boolean;
}

/** How many persons (or others) were mentioned in the present sentence and block. */
interface Order {
  sentence: number;
  inSentence: number;
  block: number;
  inBlock: number;
}

/** Whose turn it is in a transcript, and who spoke before; -1 where that is nobody. The one says "I", to the other one says "you". */
export interface Turn {
  readonly speaker: number;
  readonly addressee: number;
}

/** Who was named, and when last. */
export class Actors {
  readonly #entities: readonly NamedEntity[];
  readonly #types: readonly EntityType[];
  readonly #roles: readonly (readonly FoundRole[])[];
  readonly #actors: (Actor | undefined)[];
  /** The actors named last, the last first. */
  readonly #persons: Actor[] = [];
  readonly #others: Actor[] = [];
  readonly #candidates: Actor[] = [];
  readonly #personOrder: Order = { sentence: -1, inSentence: 0, block: -1, inBlock: 0 };
  readonly #otherOrder: Order = { sentence: -1, inSentence: 0, block: -1, inBlock: 0 };

  constructor(entities: readonly NamedEntity[], roles: readonly (readonly FoundRole[])[]) {
    this.#entities = entities;
    this.#types = entities.map(({ type }) => type);
    this.#roles = roles;
    this.#actors = new Array<Actor | undefined>(entities.length).fill(undefined);
  }

  /**
   * The entities that a pronoun can mean, the one named last first; good until the next are asked for.
   * @param turn who speak with one another in a transcript, and are never meant.
   * @param said the quotation that "he said" follows, or -1: whom only its words bring up, or name last, does not speak them.
   */
  candidates(reference: PronounReference, sentence: number, { speaker, addressee }: Turn, said: number): readonly Actor[] {
    const { pronoun } = reference;
    const candidates = this.#candidates;
    candidates.length = 0;
    for (const actor of pronoun === "male" || pronoun === "female" ? this.#persons : this.#others) {
      if (sentence - actor.sentence > FARTHEST) break;
      if (actor.entity === speaker || actor.entity === addressee) continue;
      if (said >= 0 && (actor.firstQuotation === said || (actor.quotation === said && !actor.lastIsPronoun))) continue;
      const type = this.#types[actor.entity];
      const fits = pronoun === "many" ? type !== "place" : pronoun === "thing" ? type !== "group" : canBeMeant(actor, reference);
      if (fits) candidates.push(actor);
    }
    return candidates;
  }

  /** Notes a mention of an entity. @param isReference whether it is a pronoun or noun phrase. */
  note(entity: number, place: ActorPlace, position: Position, isReference: boolean): Actor {
    const actor = this.#actors[entity] ?? this.#newActor(entity);
    const isPerson = this.#types[entity] === "person";
    const order = isPerson ? this.#personOrder : this.#otherOrder;
    const { sentence, block } = place;
    order.inSentence = order.sentence === sentence ? order.inSentence + 1 : 1;
    order.inBlock = order.block === block ? order.inBlock + 1 : 1;
    order.sentence = sentence;
    order.block = block;
    actor.inSentence = actor.sentence === sentence ? actor.inSentence + 1 : 1;
    actor.opensSentence = order.inSentence === 1 || (actor.sentence === sentence && actor.opensSentence);
    actor.opensBlock = order.inBlock === 1 || (actor.block === block && actor.opensBlock);
    actor.position = actor.sentence === sentence && actor.position === "subject" ? "subject" : position;
    actor.sentence = sentence;
    actor.block = block;
    actor.token = place.token;
    actor.lastIsPronoun = isReference;
    actor.quotation = place.quotation;
    if (actor.count === 0) actor.firstQuotation = place.quotation;
    actor.nearQuotation = place.quotation < 0 && place.nearQuotation;
    actor.count++;
    moveToFront(isPerson ? this.#persons : this.#others, actor);
    return actor;
  }

  #newActor(entity: number): Actor {
    const actor: Actor = {
      entity,
      female: 0,
      male: 0,
      sentence: -1,
      block: -1,
      token: -1,
      position: "other",
      lastIsPronoun: false,
      trust: 1,
      nearQuotation: false,
      opensSentence: false,
      opensBlock: false,
      quotation: -1,
      firstQuotation: -1,
      count: 0,
      inSentence: 0,
    };
    if (this.#types[entity] === "person") this.#weighGender(actor, entity);
    this.#actors[entity] = actor;
    return actor;
  }

  #weighGender(actor: Actor, entity: number): void {
    const { titles, givenName, oneWord } = this.#entities[entity].traits;
    if (titles.male) actor.male = TITLE_EVIDENCE;
    if (titles.female) actor.female = TITLE_EVIDENCE;
    for (const { head } of this.#roles[entity]) {
      const gender = nounGender(head);
      if (gender) actor[gender] = TITLE_EVIDENCE;
    }
    if (oneWord !== null && actor.female + actor.male === 0) actor[oneWord] = GIVEN_NAME_EVIDENCE / 2;
    if (givenName !== null) actor[givenName] = Math.max(actor[givenName], GIVEN_NAME_EVIDENCE);
  }
}

/** The one named longest ago gives way where there are too many. */
function moveToFront(actors: Actor[], actor: Actor): void {
  let at = 0;
  while (at < actors.length && actors[at] !== actor) at++;
  for (let i = Math.min(at, CANDIDATES - 1); i > 0; i--) actors[i] = actors[i - 1];
  actors[0] = actor;
}
