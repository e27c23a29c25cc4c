import type { PersonForm, TitleClass } from "./nameForms.js";
import type { NameMention } from "./nameMentions.js";
import { givenNameKey, namesAgree, romanizationKey, titlesAgree } from "./personForms.js";

/** The person that each mention names. */
export interface PersonLinks {
  /** The person's number for each mention given. */
  readonly entities: Int32Array;
  /** How sure each link is; 1 where there was no doubt. */
  readonly confidences: Float64Array;
  readonly count: number;
}

/** How many of those that share a name part are remembered: enough for nearness, and it keeps the work linear. */
const REMEMBERED = 6;

/** Named so many times as often as another, a person owns the bare surname that both share. */
const DOMINANCE = 3;

/** So many tokens at most stand between two names that are tied. */
const FARTHEST_TIE = 8;
const NO_KEYS: ReadonlySet<string> = new Set();

const CONFIDENCE_GIVEN_NAME = 0.9;
const CONFIDENCE_SPELLING = 0.8;
const CONFIDENCE_NEARER = 0.7;
const CONFIDENCE_AHEAD = 0.6;

interface Person {
  readonly id: number;
  /** The keys of the full names that were taken for this person's. */
  readonly keys: string[];
  form: PersonForm;
  title: TitleClass | null;
  /** How often the person was named so far, and in which block last. */
  count: number;
  block: number;
}

interface FoundPerson {
  readonly person: Person;
  readonly confidence: number;
}

/** Persons that share one name part, in order of nearness to the mention being read. */
interface Sharing {
  count: number;
  readonly first: Person;
  recent: Person[] | null;
  /** The person whom the part alone meant last. */
  owner: Person | null;
}

/**
 * Joins the mentions of persons. Full names meet by their pairs of parts; a bare surname or given name goes to the person last named
 * who can bear it, or else to the first one named after. The most complete names are read first.
 * @param mentions the names of persons, in text order.
 */
export function linkPersons(mentions: readonly NameMention[]): PersonLinks {
  const linker = new PersonLinker(
    mentions.some(({ form }) => form.person.parts.length > 1 && form.person.parts.some((part) => part.length === 1)),
    new Set(mentions.flatMap(({ courtesy, form }) => (courtesy === "miss" && form.person.parts.length === 1 ? form.person.parts : []))),
  );
  const persons = new Int32Array(mentions.length).fill(-1);
  const confidences = new Float64Array(mentions.length).fill(1);
  const byKey = new Map<string, Person>();
  const ties = readTies(mentions);
  for (const mention of fullNamesFirst(mentions)) {
    const key = mention.personKey;
    if (!byKey.has(key) && !ties.aliases.has(key)) byKey.set(key, linker.addFullName(mention, ties.apart.get(key)));
  }
  for (const [key, { of, alias }] of ties.aliases) {
    const person = byKey.get(of.personKey);
    byKey.set(key, person ? linker.addAlias(person, alias) : linker.addFullName(alias));
  }
  for (let i = 0; i < mentions.length; i++) {
    const mention = mentions[i];
    const known = mention.form.person.parts.length > 1 ? byKey.get(mention.personKey) : undefined;
    if (known) {
      persons[i] = known.id;
      linker.seen(known, mention);
      continue;
    }
    const { person, confidence } = linker.findByPart(mention);
    persons[i] = person.id;
    confidences[i] = confidence;
  }
  return { entities: persons, confidences, count: linker.count };
}

interface Ties {
  /** For the key of each full name, the keys of those that are others'. */
  readonly apart: ReadonlyMap<string, ReadonlySet<string>>;
  /** By the key of the alias. */
  readonly aliases: ReadonlyMap<string, { readonly of: NameMention; readonly alias: NameMention }>;
}

/** "Jan Roe, also known as Ali Hale", "Jan Roe and his father, Jan P. Roe". */
function readTies(mentions: readonly NameMention[]): Ties {
  const apart = new Map<string, Set<string>>();
  const aliases = new Map<string, { of: NameMention; alias: NameMention }>();
  for (let i = 1; i < mentions.length; i++) {
    const [of, alias] = [mentions[i - 1], mentions[i]];
    if (alias.tie === null || of.block !== alias.block || alias.firstToken - of.endToken > FARTHEST_TIE) continue;
    if (of.form.person.parts.length < 2 || alias.form.person.parts.length < 2) continue;
    if (of.personKey === alias.personKey) continue;
    if (alias.tie === "alias") aliases.set(alias.personKey, { of, alias });
    else {
      for (const [a, b] of [
        [of, alias],
        [alias, of],
      ])
        apart.set(a.personKey, (apart.get(a.personKey) ?? new Set()).add(b.personKey));
    }
  }
  return { apart, aliases };
}

/** Full names, those with the most parts first, initials counting half. */
function fullNamesFirst(mentions: readonly NameMention[]): NameMention[] {
  const byWeight: NameMention[][] = [];
  for (const mention of mentions) {
    const { parts, generation } = mention.form.person;
    if (parts.length < 2) continue;
    let weight = generation === null ? 0 : 1;
    for (const part of parts) weight += part.length > 1 ? 2 : 1;
    weight = Math.min(weight, 20);
    byWeight[weight] ??= [];
    byWeight[weight].push(mention);
  }
  return byWeight.reverse().flat();
}

class PersonLinker {
  count = 0;
  readonly #hasInitials: boolean;
  readonly #misses: ReadonlySet<string>;
  readonly #byPair = new Map<string, Person[]>();
  readonly #byTitle = new Map<string, Sharing>();
  readonly #byLast = new Map<string, Sharing>();
  readonly #byFirst = new Map<string, Sharing>();
  readonly #byMiddle = new Map<string, Sharing>();
  readonly #bySpelling = new Map<string, Sharing>();

  /**
   * @param hasInitials whether any name is abbreviated; else no keys are kept for it.
   * @param misses the words that stand alone behind "Miss".
   */
  constructor(hasInitials: boolean, misses: ReadonlySet<string>) {
    this.#hasInitials = hasInitials;
    this.#misses = misses;
  }

  /** @param apart the keys of names that are not this person's. */
  addFullName(mention: NameMention, apart: ReadonlySet<string> = NO_KEYS): Person {
    const form = mention.form.person;
    const known = this.#findFullName(form, mention.courtesy, apart);
    if (known) {
      known.keys.push(mention.personKey);
      if (known.title === null || known.title === "other") known.title = mention.courtesy;
      if (known.form.generation === null && form.generation !== null) known.form = { ...known.form, generation: form.generation };
      return known;
    }
    const person: Person = { id: this.count++, keys: [mention.personKey], form, title: mention.courtesy, count: 0, block: -1 };
    this.#remember(person, form);
    return person;
  }

  /** Gives a person another full name. */
  addAlias(person: Person, { form, personKey }: NameMention): Person {
    person.keys.push(personKey);
    this.#remember(person, form.person);
    return person;
  }

  #remember(person: Person, { parts }: PersonForm): void {
    const last = parts.length - 1;
    for (let i = 0; i < Math.min(last, 5); i++) {
      for (let j = i + 1; j <= Math.min(last, 5); j++) remember(this.#byPair, `${givenNameKey(parts[i])} ${parts[j]}`, person);
      if (this.#hasInitials) remember(this.#byPair, `${parts[i][0]}. ${parts[last]}`, person);
    }
    remember(this.#byPair, spellingPair(parts), person);
    share(this.#byLast, parts[last], person);
    share(this.#byFirst, parts[0], person);
    share(this.#bySpelling, romanizationKey(parts[last]), person);
    for (let i = 1; i < Math.min(last, 5); i++) share(this.#byMiddle, parts[i], person);
  }

  /** Notes that a person was named, so that a bare name that follows finds the nearest. */
  seen(person: Person, { form, titleWords, block }: NameMention): void {
    person.count++;
    person.block = block;
    const { parts, titleOnly } = form.person;
    if (titleWords.length > 0 && !titleOnly) touch(this.#shareTitle(titleWords[titleWords.length - 1], person), person);
    const own = person.form.parts;
    touch(this.#byLast.get(own[own.length - 1]), person);
    if (own.length > 1) touch(this.#byFirst.get(own[0]), person);
    if (parts !== own && parts.length > 1) touch(this.#byLast.get(parts[parts.length - 1]), person);
  }

  /** The person whom a single name part names here. */
  findByPart(mention: NameMention): FoundPerson {
    const form = mention.form.person;
    const part = form.parts[form.parts.length - 1];
    const title = mention.courtesy;
    const agrees = (person: Person): boolean =>
      titlesAgree(title, person.title) &&
      (form.generation === null || person.form.generation === null || form.generation === person.form.generation);
    if (form.titleOnly) {
      const bearer = this.#byTitle.get(part)?.recent?.[0];
      if (bearer) return this.#link(bearer, mention, CONFIDENCE_NEARER);
    }
    const bears = title === "miss" ? (person: Person): boolean => agrees(person) && !this.#isYoungerMiss(person) : agrees;
    const surname = nearest(this.#byLast.get(part), mention.block, bears);
    if (surname) {
      const sharing = this.#byLast.get(part);
      if (sharing) sharing.owner = surname.person;
      return this.#link(surname.person, mention, surname.confidence);
    }
    const given = nearest(this.#byFirst.get(part), mention.block, agrees) ?? nearest(this.#byMiddle.get(part), mention.block, agrees);
    if (given) return this.#link(given.person, mention, Math.min(given.confidence, CONFIDENCE_GIVEN_NAME));
    const spelling = part.length > 4 ? this.#bySpelling.get(romanizationKey(part)) : undefined;
    if (spelling?.count === 1 && agrees(spelling.first)) return this.#link(spelling.first, mention, CONFIDENCE_SPELLING);
    const person: Person = { id: this.count++, keys: [], form, title, count: 0, block: -1 };
    share(this.#byLast, part, person);
    this.seen(person, mention);
    return { person, confidence: 1 };
  }

  /** "Miss Jane", by her given name, is the younger sister of whom the text calls "Miss Marlo", by the surname. */
  #isYoungerMiss({ form: { parts } }: Person): boolean {
    return parts.length > 1 && this.#misses.has(parts[0]);
  }

  #link(person: Person, mention: NameMention, confidence: number): FoundPerson {
    const title = mention.courtesy;
    if ((person.title === null || person.title === "other") && title !== null) person.title = title;
    this.seen(person, mention);
    return { person, confidence };
  }

  #shareTitle(word: string, person: Person): Sharing {
    const known = this.#byTitle.get(word);
    if (known) return known;
    const sharing: Sharing = { count: 1, first: person, recent: null, owner: null };
    this.#byTitle.set(word, sharing);
    return sharing;
  }

  #findFullName(form: PersonForm, title: TitleClass | null, apart: ReadonlySet<string>): Person | null {
    const { parts } = form;
    const first = parts[0];
    const last = parts[parts.length - 1];
    const keys = [
      first.length === 1 ? `${first}. ${last}` : `${givenNameKey(first)} ${last}`,
      `${givenNameKey(parts[parts.length - 2])} ${last}`,
    ];
    keys.push(`${first[0]}. ${last}`, spellingPair(parts));
    for (const key of keys) {
      for (const person of this.#byPair.get(key) ?? []) {
        if (titlesAgree(title, person.title) && namesAgree(form, person.form) && !person.keys.some((key) => apart.has(key))) return person;
      }
    }
    return null;
  }
}

function spellingPair(parts: readonly string[]): string {
  return `~${parts.map(romanizationKey).join(" ")}`;
}

function remember(index: Map<string, Person[]>, key: string, person: Person): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, [person]);
  else if (known.length < REMEMBERED && known[known.length - 1] !== person) known.push(person);
}

function share(index: Map<string, Sharing>, key: string, person: Person): void {
  const known = index.get(key);
  if (!known) index.set(key, { count: 1, first: person, recent: null, owner: null });
  else known.count++;
}

function touch(sharing: Sharing | undefined, person: Person): void {
  if (!sharing) return;
  if (sharing.recent === null) {
    sharing.recent = [person];
    return;
  }
  const { recent } = sharing;
  const at = recent.indexOf(person);
  if (at === 0) return;
  if (at > 0) recent.splice(at, 1);
  else if (recent.length >= REMEMBERED) recent.pop();
  recent.unshift(person);
}

/**
 * The person named last who agrees. Whom the part alone meant before, or who is named far more often, comes before one
 * who was only named in an earlier block.
 */
function nearest(sharing: Sharing | undefined, block: number, agrees: (person: Person) => boolean): FoundPerson | null {
  if (!sharing) return null;
  let found: Person | null = null;
  for (const person of sharing.recent ?? []) {
    if (!agrees(person)) continue;
    if (found === null) found = person;
    else if (found.block < block && person.count >= DOMINANCE * found.count) found = person;
  }
  const { owner } = sharing;
  if (found !== null && owner !== null && owner !== found && agrees(owner) && (found.block < block || owner.block === block)) found = owner;
  const alone = sharing.count === 1;
  if (found) return { person: found, confidence: alone ? 1 : CONFIDENCE_NEARER };
  return agrees(sharing.first) ? { person: sharing.first, confidence: alone ? 1 : CONFIDENCE_AHEAD } : null;
}
