import type { Entity, Span, Speaker } from "../analysis.js";
import { foldWord } from "../identity/folding.js";
import { type Gender, givenNameGender } from "../identity/genders.js";
import { nounType } from "../identity/rolePhrases.js";
import { headEndOf, isInscribed, isThingNoun } from "../quotes/speakers.js";
import words from "./characterWords.json" with { type: "json" };
import { isPersonNoun, type PersonPhrase, personGender } from "./personPhrases.js";
import { callNames, genderOf, NARRATOR, type Person } from "./persons.js";
import { type PronounGenders, votedGender } from "./pronounGenders.js";
import type { Candidate } from "./talkFeatures.js";

/**
 * A mention of a person outside the quotations: an entity's, a phrase for one without a name, or the "I" of the one who tells the story.
 * A phrase with an entity means that one: "his wife".
 */
export interface Named extends Span {
  readonly entity: Entity | null;
  readonly phrase: PersonPhrase | "narrator" | null;
}

/** A phrase with the noun alone ("the man") means the last such man within this many UTF-16 code units; others of the kind within less. */
const SAME_NOUN_REACH = 3000;
const SAME_KEY_REACH = 1500;
const MOST_RECENT = 20;
const LONGEST_WORDS = 120;

const FIRST_PERSON: ReadonlySet<string> = new Set(words.firstPerson.split(" "));
const DETERMINERS: ReadonlySet<string> = new Set(`${words.articles} all`.split(" "));
/** From so much confidence on the words that name a speaker are believed. */
const SURE = 0.7;
const NO_NAMES: ReadonlySet<string> = new Set(words.noNames.split(" "));

/** The persons of a text as the talk meets them: entities, those named only by a phrase, and the one who tells the story. */
export class Cast {
  readonly persons: Person[] = [];
  narrator: Person | null = null;
  readonly #text: string;
  readonly #byEntity = new Map<string, Person>();
  readonly #byKey = new Map<string, Person>();
  readonly #byName = new Map<string, Person[]>();
  /** Persons without a name by the ends of the phrases for them. */
  readonly #byPlace = new Map<number, Person>();
  /** Those named last, the last first. */
  readonly #recent: Person[] = [];

  readonly #isStory: boolean;
  /** Whom speaking entities that are no persons stand for: the person called so, or themselves. */
  readonly #speaking: ReadonlyMap<string, Entity>;

  readonly #genders: PronounGenders;

  /** @param isStory whatever speaks in a story is somebody: "the old horse". @param genders what pronouns tell of those without a known gender. */
  constructor(text: string, isStory: boolean, speaking: ReadonlyMap<string, Entity>, genders: PronounGenders) {
    this.#genders = genders;
    this.#text = text;
    this.#isStory = isStory;
    this.#speaking = speaking;
  }

  /** Tells of the persons named within a reach of an offset, the last first, and how many were named since. */
  eachRecent(offset: number, reach: number, tell: (person: Person, rank: number) => void): void {
    this.#recent.forEach((person, rank) => {
      if (offset - person.last.end < reach) tell(person, rank);
    });
  }

  /** @param rank how many others were named since; looked up where it is left out. */
  candidate(person: Person, offset: number, rank: number = this.#recent.indexOf(person)): Candidate {
    const { count, last } = person;
    return {
      person,
      rank: rank < 0 ? MOST_RECENT : rank,
      count,
      distance: Math.max(0, offset - last.end),
      last,
      isNarrator: person === this.narrator,
      order: this.#orderOf(person),
    };
  }

  /** How many others of those named last were named more often. */
  #orderOf({ count }: Person): number {
    let more = 0;
    for (const other of this.#recent) if (other.count > count) more++;
    return more;
  }

  /** Whom the words for a speaker name; null where they leave it open. */
  personOf(speaker: Speaker): Person | null {
    if (speaker.entity) return this.#personOfEntity(speaker.entity);
    const words = this.#text.slice(speaker.start, Math.min(speaker.end, speaker.start + LONGEST_WORDS));
    const small: readonly string[] = words.toLowerCase().match(/[\p{L}][\p{L}'’-]*/gu) ?? [];
    if (small[0] === "i" || (small.length === 1 && FIRST_PERSON.has(small[0]))) return this.#theNarrator();
    const name = /^\p{Lu}[\p{Ll}’']+(?:-\p{L}[\p{Ll}’']+)*(?:\s\p{Lu}[\p{Ll}’']+(?:-\p{L}[\p{Ll}’']+)*){0,2}(?:\s#?\d{1,3})?/u.exec(
      words,
    )?.[0];
    const isOwner = name !== undefined && /['’]s$/.test(name) && /^\s\p{Ll}/u.test(words.slice(name.length));
    if (name && !isOwner && !NO_NAMES.has(small[0] ?? "")) return this.#personNamed(name, speaker.start);
    if (small.length < 2) return small.length > 0 && isPersonNoun(small[0]) ? (this.#byPlace.get(speaker.end) ?? null) : null;
    const end = small.findIndex((word, i) => i > 0 && i < 6 && isPersonNoun(word) && !isPersonNoun(small[i + 1] ?? ""));
    if (end < 0) return this.#isStory && speaker.confidence >= SURE ? this.#anyoneCalled(speaker) : null;
    const noun = small[end];
    const to = speaker.start + words.toLowerCase().indexOf(noun) + noun.length;
    const met = this.#byPlace.get(to);
    if (met) return met;
    return this.known({ start: speaker.start, end: to, entity: null, phrase: phraseOf(small.slice(0, end + 1), noun) });
  }

  #personOfEntity(id: string): Person | null {
    const speaking = this.#speaking.get(id);
    if (!speaking) return this.#byEntity.get(id) ?? null;
    return this.known({ start: 0, end: 0, entity: speaking, phrase: null });
  }

  /** One called by no word for a person: "the Rabbit", "a rough voice", "the girls". */
  #anyoneCalled({ start, end }: Span): Person | null {
    const headEnd = headEndOf(this.#text, start, Math.min(end, start + LONGEST_WORDS));
    const small: string[] =
      this.#text
        .slice(start, headEnd)
        .toLowerCase()
        .match(/[\p{L}'’-]+/gu) ?? [];
    while (small.length > 2 && small[small.length - 1].endsWith("ly")) small.pop();
    const noun = small[small.length - 1];
    if (small.length < 2 || !DETERMINERS.has(small[0]) || nounType(noun) !== null || isThingNoun(noun) || isInscribed(noun)) return null;
    const to = start + this.#text.slice(start, headEnd).toLowerCase().lastIndexOf(noun) + noun.length;
    return this.known({ start, end: to, entity: null, phrase: phraseOf(small, noun) });
  }

  /** The person whom a name means that was not found as one: somebody called so, or a new one. */
  #personNamed(name: string, start: number): Person {
    const words = name.toLowerCase().split(/\s+/);
    const known = (this.#byName.get(words[0]) ?? []).filter(({ names }) => words.every((word) => names.has(word)));
    const key = `name ${words.join(" ")}`;
    const person = known.length === 1 ? known[0] : this.#byKey.get(key);
    if (person) return person;
    const added = this.#newPerson(null, key, "", givenNameGender(foldWord(words[0])), new Set(words));
    added.added.push({ start, end: start + name.length, kind: "name" });
    this.#byKey.set(key, added);
    return added;
  }

  #theNarrator(): Person {
    this.narrator ??= this.#newPerson(null, NARRATOR, "", null, new Set());
    return this.narrator;
  }

  /** The person that a mention names, known or new. */
  known(named: Named): Person | null {
    if (named.entity) {
      let person = this.#byEntity.get(named.entity.id);
      if (!person) {
        const gender = genderOf(named.entity, this.#text, this.#genders.get(named.entity.id));
        person = this.#newPerson(named.entity, "", "", gender, callNames(named.entity));
        this.#byEntity.set(named.entity.id, person);
      }
      if (named.phrase) this.#byPlace.set(named.end, person);
      return person;
    }
    const met = this.#byPlace.get(named.end);
    if (met) return met;
    const { phrase } = named;
    if (phrase === "narrator") return this.#theNarrator();
    if (!phrase) return null;
    const person = this.#personFor(phrase, named.start);
    this.#byPlace.set(named.end, person);
    person.added.push({ start: named.start, end: named.end, kind: "nominal" });
    return person;
  }

  #personFor({ key, noun, gender, definite }: PersonPhrase, start: number): Person {
    const same = this.#byKey.get(key);
    if (same && (definite || start - same.last.end < SAME_KEY_REACH)) return same;
    const last = this.#byKey.get(`* ${noun}`);
    const bare = key === noun || last?.key === noun;
    if (definite && bare && last && start - last.last.end < SAME_NOUN_REACH) {
      this.#byKey.set(key, last);
      return last;
    }
    const person = this.#newPerson(
      null,
      key,
      noun,
      gender ?? votedGender(this.#genders.get(key)) ?? votedGender(this.#genders.get(`* ${noun}`)),
      new Set(),
    );
    this.#byKey.set(key, person);
    this.#byKey.set(`* ${noun}`, person);
    return person;
  }

  /** Notes that a person was named. */
  meet(person: Person, { start, end }: Span): void {
    person.last = { start, end };
    person.count++;
    const at = this.#recent.indexOf(person);
    if (at > 0) this.#recent.splice(at, 1);
    if (at !== 0) this.#recent.unshift(person);
    if (this.#recent.length > MOST_RECENT) this.#recent.pop();
  }

  #newPerson(entity: Entity | null, key: string, noun: string, gender: Gender | null, names: ReadonlySet<string>): Person {
    const person: Person = {
      number: this.persons.length,
      entity,
      key,
      noun,
      gender,
      added: [],
      last: { start: 0, end: 0 },
      count: 0,
      names,
    };
    this.persons.push(person);
    for (const name of names) {
      const known = this.#byName.get(name);
      if (known) known.push(person);
      else this.#byName.set(name, [person]);
    }
    return person;
  }

  /** How a person is called to the reader. */
  nameOf(person: Person): string {
    if (person.entity) return person.entity.name;
    const first = person.added[0];
    return first ? `“${this.#text.slice(first.start, first.end)}”` : "the one who tells the story";
  }
}

/** The phrase that a speaker's words are, by themselves. */
function phraseOf(words: readonly string[], noun: string): PersonPhrase {
  const definite = words[0] === "the" || words[0] === "this" || words[0] === "that";
  const key = (definite || words[0] === "a" || words[0] === "an" ? words.slice(1) : words).join(" ");
  return { first: 0, end: words.length, noun, key, gender: personGender(noun), definite };
}
