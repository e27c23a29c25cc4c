import type { EntityType } from "../analysis.js";
import type { Block } from "../text/sourceText.js";
import { TokenKind } from "../text/tokens.js";
import type { NamedEntity } from "./entities.js";
import type { Gender } from "./genders.js";
import genderWords from "./genderWords.json" with { type: "json" };
import { AGED, type NounReference } from "./references.js";
import type { FoundRole } from "./rolePhrases.js";
import roleWords from "./roleWords.json" with { type: "json" };

const AFTER_NOUN: ReadonlySet<string> = new Set(
  `${genderWords.afterObjectPronoun} ${genderWords.clauseOpeners} ${genderWords.prepositions} ${roleWords.stops}`.split(" "),
);

/** A role or a name's own noun is remembered this many sentences. */
const ROLE_REACH = 40;
const NAME_REACH = 12;
/** Who is called by his age was named just before. */
const AGED_REACH = 2;
const CONFIDENCE_AGED = 0.75;
const CONFIDENCE_AGED_OF_SEVERAL = 0.5;
const CONFIDENCE_ROLE = 0.85;
const CONFIDENCE_ROLE_OF_SEVERAL = 0.65;
const CONFIDENCE_NAME_NOUN = 0.75;

/** How many of those that bear a noun are remembered. */
const MOST_BEARERS = 4;

interface Bearer {
  readonly entity: number;
  sentence: number;
}

/** A noun by which somebody is called. */
interface BorneNoun {
  /** The entities that bear it, the one named last first. */
  readonly bearers: Bearer[];
  /** The sentence in which somebody unnamed was last called so: "a minister"; -1 where nobody was. */
  introduced: number;
}

/** Whom a noun phrase means, and how sure that is. */
export interface ResolvedPhrase {
  readonly entity: number;
  readonly confidence: number;
}

/** Resolves definite noun phrases by the roles that the text gives and by the nouns inside names: "the prime minister", "the ministry". */
export class NounPhraseResolver {
  readonly #nounsOf: readonly (readonly string[])[];
  readonly #types: readonly EntityType[];
  readonly #genders: readonly (Gender | null)[];
  readonly #lastOfType = new Map<EntityType, number>();
  /** The persons named last, two at most, the last first. */
  #lastPersons: readonly Bearer[] = [];
  readonly #borne = new Map<string, BorneNoun>();
  /** The nouns of each entity, once it was named. */
  readonly #borneBy: (readonly BorneNoun[] | undefined)[];

  constructor(entities: readonly NamedEntity[], roles: readonly (readonly FoundRole[])[]) {
    this.#types = entities.map(({ type }) => type);
    this.#genders = entities.map(({ traits }) => traits.givenName);
    this.#nounsOf = entities.map(({ traits }, i) => withRoles(traits.nouns, roles[i]));
    this.#borneBy = new Array<undefined>(entities.length).fill(undefined);
  }

  /**
   * Notes that an entity was named.
   * @param quoted in somebody's words: whoever the text has called "a minister" just before is still "the minister" to it.
   */
  meet(entity: number, sentence: number, quoted: boolean): void {
    this.#lastOfType.set(this.#types[entity], entity);
    if (this.#types[entity] === "person") this.#meetPerson(entity, sentence);
    this.#borneBy[entity] ??= this.#nounsOf[entity].map((noun) => this.#bear(noun));
    for (const { bearers, introduced } of this.#borneBy[entity]) {
      let at = 0;
      while (at < bearers.length && bearers[at].entity !== entity) at++;
      const own = at < bearers.length ? bearers[at] : { entity, sentence };
      if (!quoted || introduced < own.sentence) own.sentence = sentence;
      for (let i = Math.min(at, MOST_BEARERS - 1); i > 0; i--) bearers[i] = bearers[i - 1];
      bearers[0] = own;
    }
  }

  /** Notes that somebody or something unnamed was called by a noun. */
  introduce(noun: string, sentence: number): void {
    this.#bear(noun).introduced = sentence;
  }

  #bear(noun: string): BorneNoun {
    const known = this.#borne.get(noun) ?? { bearers: [], introduced: -1 };
    this.#borne.set(noun, known);
    return known;
  }

  #meetPerson(entity: number, sentence: number): void {
    const [last] = this.#lastPersons;
    if (last?.entity === entity) last.sentence = sentence;
    else this.#lastPersons = last ? [{ entity, sentence }, last] : [{ entity, sentence }];
  }

  /** "the 38-year-old" is who was named last, less surely where another was named just before. */
  #resolveAged(sentence: number, gender: Gender | null): ResolvedPhrase | null {
    const near = this.#lastPersons.filter(
      (person) => sentence - person.sentence <= AGED_REACH && (gender === null || this.#isOf(gender, person.entity)),
    );
    if (near.length === 0) return null;
    return { entity: near[0].entity, confidence: near.length === 1 ? CONFIDENCE_AGED : CONFIDENCE_AGED_OF_SEVERAL };
  }

  /** Whether nothing tells that a person is of the other gender. */
  #isOf(gender: Gender, entity: number): boolean {
    const known = this.#genders[entity];
    return known === null || known === gender;
  }

  /** The entity that a definite noun phrase means here, or null where the evidence is thin. */
  resolve(reference: NounReference, block: Block, sentence: number): ResolvedPhrase | null {
    if (reference.noun === AGED) return this.#resolveAged(sentence, reference.gender);
    const borne = this.#borne.get(reference.noun);
    if (!borne || isNarrowed(block, reference.endToken)) return null;
    const reach = reference.type === "person" ? ROLE_REACH : NAME_REACH;
    const near = borne.bearers.filter((bearer) => sentence - bearer.sentence <= reach);
    if (near.length === 0 || near[0].sentence <= borne.introduced) return null;
    if (reference.type !== "person") {
      if (isModifier(block, reference.endToken)) return null;
      const isLast = this.#lastOfType.get(reference.type) === near[0].entity;
      return near.length === 1 && (isLast || reference.type === "organization")
        ? { entity: near[0].entity, confidence: CONFIDENCE_NAME_NOUN }
        : null;
    }
    return { entity: near[0].entity, confidence: near.length === 1 ? CONFIDENCE_ROLE : CONFIDENCE_ROLE_OF_SEVERAL };
  }
}

/** The nouns for an entity: the heads of its roles first, then those of its names. */
function withRoles(nouns: readonly string[], roles: readonly FoundRole[]): readonly string[] {
  return roles.length === 0 ? nouns : [...new Set([...roles.map(({ head }) => head), ...nouns])];
}

/** "the president of Egypt" says itself who is meant, and may mean another. */
function isNarrowed({ words }: Block, after: number): boolean {
  if (after >= words.length) return false;
  const word = words[after];
  return word === "of" || word === "for" || word === "who";
}

/** "the group chairman": a plain word follows that is no verb or function word as far as can be seen. */
function isModifier({ lower, tokens }: Block, after: number): boolean {
  if (after >= tokens.count || tokens.kinds[after] !== TokenKind.Word) return false;
  const word = lower[after];
  return !word.endsWith("ed") && !word.startsWith("'") && !word.startsWith("’") && !AFTER_NOUN.has(word);
}
