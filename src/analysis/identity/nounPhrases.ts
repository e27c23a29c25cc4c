import type { EntityType } from "../analysis.js";
import type { Block } from "../text/sourceText.js";
import { TokenKind } from "../text/tokens.js";
import type { NamedEntity } from "./entities.js";
import type { Gender } from "./genders.js";
import genderWords from "./genderWords.json" with { type: "json" };
import { AGED, type NounReference } from "./references.js";
import type { FoundRole } from "./rolePhrases.js";
import roleWords from "./roleWords.json" with { type: "json" };
import { wholeNoun } from "./traits.js";

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
/** "the Labour MP" may be another of the party whom the text has not called so. */
const CONFIDENCE_BY_PARTY = 0.65;
/** How many UTF-16 code units behind a role may name what it belongs to. */
const FARTHEST_OWNER = 60;
/** The words by which parties are called, and the first of each party's. */
const PARTIES: ReadonlyMap<string, string> = new Map(
  roleWords.parties.split(" ").flatMap((party) => {
    const words = party.split("=");
    return words.map((word) => [word, words[0]] as const);
  }),
);

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
  readonly #roles: readonly (readonly FoundRole[])[];
  readonly #genders: readonly (Gender | null)[];
  readonly #lastOfType = new Map<EntityType, number>();
  /** The persons named last, two at most, the last first. */
  #lastPersons: readonly Bearer[] = [];
  readonly #borne = new Map<string, BorneNoun>();
  /** The nouns of each entity, once it was named. */
  readonly #borneBy: (readonly BorneNoun[] | undefined)[];

  constructor(entities: readonly NamedEntity[], roles: readonly (readonly FoundRole[])[]) {
    this.#types = entities.map(({ type }) => type);
    this.#roles = roles;
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

  /**
   * The person that a noun with a name before it means: "the Arsenal manager" is whose role the text ties to that name, and "the Labour
   * MP" the only one near whom it calls an MP of no party.
   * @param name what stands between "the" and the noun. @param text the whole document's.
   */
  resolveDescribed({ noun }: NounReference, name: string, text: string, sentence: number): ResolvedPhrase | null {
    const near = this.#nearBy(noun, sentence);
    const party = PARTIES.get(name.toLowerCase());
    const isOf = (role: FoundRole): boolean => isTied(text, role, name) || (party !== undefined && partyOf(role) === party);
    const tied = near.filter(({ entity }) => this.#rolesBy(entity, noun).some(isOf));
    if (tied.length > 0) return { entity: tied[0].entity, confidence: tied.length === 1 ? CONFIDENCE_ROLE : CONFIDENCE_ROLE_OF_SEVERAL };
    if (party === undefined) return null;
    const ofNoParty = near.filter(({ entity }) => this.#rolesBy(entity, noun).every((role) => partyOf(role) === undefined));
    return ofNoParty.length === 1 ? { entity: ofNoParty[0].entity, confidence: CONFIDENCE_BY_PARTY } : null;
  }

  /** "the harbour board chief": who is called the head of the harbour board. */
  #resolveByField({ noun, token, endToken }: NounReference, block: Block, sentence: number): ResolvedPhrase | null {
    if (endToken - token < 3 || !SAME_ROLES.has(noun)) return null;
    const fields = block.lower.slice(token + 1, endToken - 1);
    const isOf = ({ role }: FoundRole): boolean => {
      const words = role.toLowerCase().split(" ");
      return fields.every((field) => words.includes(field));
    };
    const near = this.#nearBy(noun, sentence).filter(({ entity }) => this.#rolesBy(entity, noun).some(isOf));
    return near.length === 1 ? { entity: near[0].entity, confidence: CONFIDENCE_ROLE } : null;
  }

  /** Those near who bear a noun or one for the same role, the one named last first. */
  #nearBy(noun: string, sentence: number): readonly Bearer[] {
    const near = [noun, ...(SAME_ROLES.get(noun) ?? [])].flatMap((each) => this.#borne.get(each)?.bearers ?? []);
    const found = new Map(near.filter((bearer) => sentence - bearer.sentence <= ROLE_REACH).map((bearer) => [bearer.entity, bearer]));
    return [...found.values()].sort((a, b) => b.sentence - a.sentence);
  }

  #rolesBy(entity: number, noun: string): readonly FoundRole[] {
    return this.#roles[entity].filter(({ head }) => {
      const whole = wholeNoun(head);
      return whole === noun || SAME_ROLES.get(noun)?.includes(whole);
    });
  }

  /** The entity that a definite noun phrase means here, or null where the evidence is thin. */
  resolve(reference: NounReference, block: Block, sentence: number): ResolvedPhrase | null {
    if (reference.noun === AGED) return this.#resolveAged(sentence, reference.gender);
    const borne = this.#borne.get(reference.noun);
    if (isNarrowed(block, reference.endToken)) return null;
    const described = reference.type === "person" ? this.#resolveByField(reference, block, sentence) : null;
    if (described) return described;
    if (!borne) return null;
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

/** The party that a role names, if any. */
function partyOf({ role }: FoundRole): string | undefined {
  for (const word of role.split(" ")) {
    const party = PARTIES.get(word.toLowerCase());
    if (party !== undefined) return party;
  }
  return undefined;
}

/** The other nouns for the same role: "the Tesla boss" is its chief executive. */
const SAME_ROLES: ReadonlyMap<string, readonly string[]> = sameRoles();

function sameRoles(): ReadonlyMap<string, readonly string[]> {
  const others = new Map<string, string[]>();
  for (const group of roleWords.sameRoles.split(" ")) {
    const nouns = group.split("=");
    for (const noun of nouns) others.set(noun, [...(others.get(noun) ?? []), ...nouns.filter((other) => other !== noun)]);
  }
  return others;
}

/** What may stand between a role and what it belongs to: the name of who has it. */
const OWNER_BEHIND = /^(?:,?\s\p{Lu}[\p{L}.'’-]*){0,4},?\s(?:of|for|from|in|at)\s(?:the\s)?$/u;

/** Whether the text ties a role to a name: "the Arsenal manager", "Harlow's MP", "Senator Ada Weld of Ohio". */
function isTied(text: string, { role, start, end }: FoundRole, name: string): boolean {
  if (holdsName(role, name)) return true;
  const before = text.slice(Math.max(0, start - name.length - LONGEST_POSSESSIVE), start);
  if (before.endsWith(`${name}'s `) || before.endsWith(`${name}’s `)) return true;
  const at = text.slice(end, end + FARTHEST_OWNER).indexOf(name);
  return at > 0 && OWNER_BEHIND.test(text.slice(end, end + at));
}

const LONGEST_POSSESSIVE = 3;

/** Whether words hold a name as whole words. */
function holdsName(words: string, name: string): boolean {
  for (let at = words.indexOf(name); at >= 0; at = words.indexOf(name, at + 1)) {
    const isOpen = at === 0 || !LETTER.test(words[at - 1]);
    const isClosed = at + name.length === words.length || !LETTER.test(words[at + name.length]);
    if (isOpen && isClosed) return true;
  }
  return false;
}

const LETTER = /\p{L}/u;

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
