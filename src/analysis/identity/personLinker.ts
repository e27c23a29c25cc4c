import { givenNameGender } from "./genders.js";
import type { PersonForm } from "./nameForms.js";
import type { NameMention } from "./nameMentions.js";
import { givenNameKey, namesAgree, romanizationKey, titlesAgree } from "./personForms.js";
import {
  CONFIDENCE_NEARER,
  type FoundPerson,
  nearest,
  newSharing,
  noteMeant,
  type Person,
  remember,
  type Sharing,
  share,
  touch,
} from "./personIndex.js";
import { areNamesakes, isLadys, isMrOrMs, isOfOtherGender, isRanked, isReigning, spellingPair } from "./personTitles.js";

const NO_PERSONS: readonly Person[] = [];
const NO_KEYS: ReadonlySet<string> = new Set();

const CONFIDENCE_GIVEN_NAME = 0.9;
const CONFIDENCE_SPELLING = 0.8;

/** The persons of a document, met name by name, and what each may be called by. */
export class PersonLinker {
  count = 0;
  readonly #hasInitials: boolean;
  readonly #misses: ReadonlySet<string>;
  readonly #alone: ReadonlySet<string>;
  /** The surnames behind "Mrs". */
  readonly #ladies = new Set<string>();
  /** The titles of full names, with the surname. */
  readonly #titled = new Set<string>();
  readonly #byPair = new Map<string, Person[]>();
  readonly #byTitle = new Map<string, Sharing>();
  readonly #byLast = new Map<string, Sharing>();
  readonly #byFirst = new Map<string, Sharing>();
  readonly #byMiddle = new Map<string, Sharing>();
  readonly #bySpelling = new Map<string, Sharing>();

  /**
   * @param hasInitials whether any name is abbreviated; else no keys are kept for it.
   * @param misses the words that stand alone behind "Miss".
   * @param alone the words that stand alone for a person.
   */
  constructor(hasInitials: boolean, misses: ReadonlySet<string>, alone: ReadonlySet<string>) {
    this.#hasInitials = hasInitials;
    this.#misses = misses;
    this.#alone = alone;
  }

  /** Notes which surnames the text calls both somebody of a rank and somebody's wife by: "Captain Weld", "Mrs Weld". */
  keepApart(mentions: readonly NameMention[]): void {
    for (const { courtesy, titleWords, form } of mentions) {
      const { parts } = form.person;
      const title = titleWords[titleWords.length - 1];
      if (parts.length === 1 && isLadys(courtesy)) this.#ladies.add(parts[0]);
      else if (parts.length > 1 && title !== undefined) this.#titled.add(`${title} ${parts[parts.length - 1]}`);
    }
  }

  /** "Captain Weld" is not Joanna Weld, whom the text calls "Mrs Weld" and never by the rank. */
  #isOfLadysHusband({ titleWords, courtesy }: NameMention, part: string, { form: { parts } }: Person): boolean {
    if (courtesy !== "other" || parts.length < 2 || !this.#ladies.has(part)) return false;
    return !this.#titled.has(`${titleWords[titleWords.length - 1]} ${part}`) && givenNameGender(parts[0]) === "female";
  }

  /** @param apart the keys of names that are not this person's. */
  addFullName(mention: NameMention, apart: ReadonlySet<string> = NO_KEYS): Person {
    const form = mention.form.person;
    const known = this.#findFullName(mention, apart);
    if (known) {
      known.keys.push(mention.personKey);
      known.titled ||= isMrOrMs(mention.title);
      if (known.title === null || known.title === "other") known.title = mention.courtesy;
      if (known.form.generation === null && form.generation !== null) known.form = { ...known.form, generation: form.generation };
      return known;
    }
    const person: Person = {
      id: this.count++,
      keys: [mention.personKey],
      form,
      title: mention.courtesy,
      ranked: false,
      titled: isMrOrMs(mention.title),
      heir: mention.asHeir,
      aside: false,
      bare: false,
      byFirst: false,
      inOffice: mention.titleWords.length > 0,
      fully: 0,
      firstBlock: -1,
      count: 0,
      block: -1,
    };
    this.#remember(person, form);
    return person;
  }

  /** The one person whose surname a bare name is; undefined where several have it or none. */
  onlyBearer({ form: { person } }: NameMention): Person | undefined {
    const sharing = person.parts.length === 1 ? this.#byLast.get(person.parts[0]) : undefined;
    return sharing?.count === 1 ? sharing.all[0] : undefined;
  }

  /** The one other person who shares the given name of a name from birth; undefined where several do or none. */
  onlyNamesake({ form: { person } }: NameMention, own: Person | undefined): Person | undefined {
    const sharing = person.parts.length > 1 ? this.#byFirst.get(person.parts[0]) : undefined;
    const others = sharing?.all.filter((each) => each !== own && each.form.parts.length > 1) ?? [];
    return sharing && sharing.count <= 2 && others.length === 1 ? others[0] : undefined;
  }

  /** Gives a person another name. */
  addAlias(person: Person, { form, personKey }: NameMention): Person {
    const { parts } = form.person;
    if (parts.length < 2) share(this.#byLast, parts[0], person);
    else {
      person.keys.push(personKey);
      this.#remember(person, form.person);
    }
    return person;
  }

  #remember(person: Person, { parts, particled }: PersonForm): void {
    const last = parts.length - 1;
    for (let i = 0; i < Math.min(last, 5); i++) {
      for (let j = i + 1; j <= Math.min(last, 5); j++) remember(this.#byPair, `${givenNameKey(parts[i])} ${parts[j]}`, person);
      if (this.#hasInitials) remember(this.#byPair, `${parts[i][0]}. ${parts[last]}`, person);
    }
    remember(this.#byPair, spellingPair(parts), person);
    if (particled !== null) remember(this.#byPair, `…${particled}`, person);
    share(this.#byLast, parts[last], person);
    share(this.#byFirst, parts[0], person);
    share(this.#bySpelling, romanizationKey(parts[last]), person);
    for (let i = 1; i < Math.min(last, 5); i++) share(this.#byMiddle, parts[i], person);
  }

  /** Notes that a person was named, so that a bare name that follows finds the nearest. */
  seen(person: Person, { form, titleWords, block, asKin }: NameMention): void {
    person.count++;
    person.block = block;
    const { parts, titleOnly } = form.person;
    if (titleWords.length > 0 && !titleOnly) touch(this.#shareTitle(titleWords[titleWords.length - 1], person), person);
    const own = person.form.parts;
    const bearers = this.#byLast.get(own[own.length - 1]);
    // By the given name alone nobody is brought up as the one whom the surname means.
    const isGivenOnly = own.length > 1 && parts.length === 1 && parts[0] === own[0] && parts[0] !== own[own.length - 1];
    // Whose brother somebody is goes on being meant by the surname.
    const main = bearers?.recent?.[0];
    const staysAside = person.aside && parts.length > 1 && main !== person && main?.block === block;
    const isAside = asKin && parts.length > 1 && !bearers?.recent?.includes(person);
    if (isAside && bearers?.recent) {
      bearers.recent.push(person);
      person.aside = true;
    } else if (!staysAside && (!isGivenOnly || (bearers?.recent?.includes(person) && !person.aside))) touch(bearers, person);
    const first = own.length > 1 ? this.#byFirst.get(own[0]) : undefined;
    // "Yoo Byung-eun", and "His son Yoo Dae-kyun".
    if (asKin && first?.recent && !first.recent.includes(person)) first.recent.push(person);
    else touch(first, person);
    for (let i = 1; i < own.length - 1; i++) touch(this.#byMiddle.get(own[i]), person);
    if (parts !== own && parts.length > 1) touch(this.#byLast.get(parts[parts.length - 1]), person);
  }

  /**
   * The person whom a single name part names here.
   * @param other the number of a person whom it does not name, or -1.
   * @param kin the name of whose kin the text says that is: of others only a namesake of that name's bearer is meant by the given name.
   */
  findByPart(mention: NameMention, other: number, kin: NameMention | null): FoundPerson {
    const form = mention.form.person;
    const part = form.parts[form.parts.length - 1];
    const title = mention.courtesy;
    const ranked = isRanked(mention);
    const agrees = (person: Person): boolean =>
      person.id !== other &&
      titlesAgree(title, person.title) &&
      !isOfOtherGender(title, person.form) &&
      !(ranked && this.#isOfLadysHusband(mention, part, person)) &&
      !(person.form.parts.length === 1 && ((person.ranked && isLadys(title)) || (ranked && isLadys(person.title)))) &&
      (form.generation === null || person.form.generation === null || form.generation === person.form.generation);
    if (form.titleOnly) {
      const bearer = this.#byTitle.get(part)?.recent?.[0];
      if (bearer) return this.#link(bearer, mention, CONFIDENCE_NEARER);
    }
    const bears = title === "miss" ? (person: Person): boolean => agrees(person) && !this.#isYoungerMiss(person) : agrees;
    const sharing = this.#byLast.get(part);
    const titled = sharing && sharing.count > 1 ? this.#bearersOfTitle(mention) : NO_PERSONS;
    const generation =
      form.generation === null
        ? null
        : nearest(sharing, mention.block, (person) => bears(person) && person.form.generation === form.generation);
    const isTitled = (person: Person): boolean => (titled.includes(person) || (isMrOrMs(mention.title) && person.titled)) && bears(person);
    const hasTitled = titled.length > 0 || isMrOrMs(mention.title);
    const surname =
      generation ??
      (hasTitled ? nearest(sharing, mention.block, isTitled) : null) ??
      // "Dy" is Benjamin Dy before Corazon Salonga-Dy.
      (sharing && sharing.count > 1 ? nearest(sharing, mention.block, (person) => bears(person) && !person.form.double) : null) ??
      nearest(sharing, mention.block, bears);
    const here = surname && surname.person.block !== mention.block && kin === null ? this.#givenHere(part, mention, agrees) : null;
    // "Soto" is "Ambrosio Soto Duarte", who was named, before he is "Javier Soto", who was not.
    const middle = surname && surname.person.count === 0 ? this.#byMiddle.get(part)?.recent?.find(bears) : undefined;
    const first = here ?? middle ?? (surname && kin === null ? this.#calledByFirst(part, surname.person, agrees) : null);
    if (first) {
      first.byFirst = true;
      return this.#link(first, mention, CONFIDENCE_NEARER);
    }
    if (surname) {
      surname.person.bare = true;
      noteMeant(sharing, surname.person, mention.block);
      return this.#link(surname.person, mention, surname.confidence);
    }
    const named = kin === null ? agrees : (person: Person): boolean => agrees(person) && areNamesakes(person.form, kin.form.person);
    const full = givenNameKey(part);
    const given = isReigning(mention)
      ? null
      : (nearest(this.#byFirst.get(part), mention.block, named) ??
        nearest(this.#byMiddle.get(part), mention.block, named) ??
        // "Ben" where the text has a Benjamin.
        (full === part ? null : nearest(this.#byFirst.get(full), mention.block, named)));
    if (given) given.person.byFirst = true;
    if (given) noteMeant(this.#byFirst.get(part), given.person, mention.block);
    if (given) return this.#link(given.person, mention, Math.min(given.confidence, CONFIDENCE_GIVEN_NAME));
    const spelling = part.length > 4 ? this.#bySpelling.get(romanizationKey(part)) : undefined;
    if (spelling?.count === 1 && agrees(spelling.all[0])) return this.#link(spelling.all[0], mention, CONFIDENCE_SPELLING);
    const person: Person = {
      id: this.count++,
      keys: [],
      form,
      title,
      ranked,
      titled: false,
      heir: mention.asHeir,
      aside: false,
      bare: false,
      byFirst: false,
      inOffice: mention.titleWords.length > 0,
      fully: 0,
      firstBlock: -1,
      count: 0,
      block: -1,
    };
    share(this.#byLast, part, person);
    this.seen(person, mention);
    return { person, confidence: 1 };
  }

  /** Whom the same paragraph has named in full by the given name that is another's surname: "Perry Weld", where Rick Perry is far. */
  #givenHere(part: string, { block, title }: NameMention, agrees: (person: Person) => boolean): Person | null {
    if (title !== null) return null;
    const last = this.#byFirst.get(part)?.recent?.[0];
    return last && last.block === block && last.form.parts.length > 1 && agrees(last) ? last : null;
  }

  /**
   * Who is in office and whom a word means that is another's surname, where the text has called somebody by it before who begins with it, or
   * has not named the other yet: "Tarvo" is Tarvo Hale, the president, and not his spokesman, Vesk Tarvo. Nor is it where the last word of the name stands alone.
   */
  #calledByFirst(part: string, surname: Person, agrees: (person: Person) => boolean): Person | null {
    const first = this.#byFirst.get(part)?.recent?.[0];
    if (!first || first === surname || first.form.parts.length < 2 || first.fully < surname.fully || !agrees(first)) return null;
    const isMeant = first.inOffice && (first.byFirst ? !surname.bare : surname.count === 0);
    return isMeant && !this.#alone.has(first.form.parts[first.form.parts.length - 1]) ? first : null;
  }

  /** Those whom the text has called by the rank or office before a name: "Col. Weld" is the one of the Welds who is a colonel. */
  #bearersOfTitle({ courtesy, titleWords }: NameMention): readonly Person[] {
    const title = courtesy === "other" ? titleWords[titleWords.length - 1] : undefined;
    return (title !== undefined && this.#byTitle.get(title)?.recent) || NO_PERSONS;
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
    const sharing = newSharing(person);
    this.#byTitle.set(word, sharing);
    return sharing;
  }

  #findFullName(mention: NameMention, apart: ReadonlySet<string>): Person | null {
    const form = mention.form.person;
    const title = mention.courtesy;
    const { parts, particled, generation } = form;
    // "Ben Hale" may be the surname of "Tom Ben Hale".
    const bearer = particled !== null && parts.length === 2 ? this.#byPair.get(`…${particled}`)?.[0] : undefined;
    if (bearer && titlesAgree(form.title, bearer.title)) return bearer;
    const first = parts[0];
    const last = parts[parts.length - 1];
    const keys = [
      first.length === 1 ? `${first}. ${last}` : `${givenNameKey(first)} ${last}`,
      `${givenNameKey(parts[parts.length - 2])} ${last}`,
    ];
    // "Orbán Viktor" is "Viktor Orbán" in the order of his own language.
    const turned =
      parts.length === 2 ? this.#byPair.get(`${givenNameKey(last)} ${first}`)?.find(({ form }) => form.parts.length === 2) : undefined;
    if (turned && titlesAgree(title, turned.title)) return turned;
    keys.push(`${first[0]}. ${last}`, spellingPair(parts));
    for (const key of keys) {
      for (const person of this.#byPair.get(key) ?? []) {
        const isNamesake = mention.asHeir ? person.form.generation === null : person.heir && generation === null;
        if (isNamesake) continue;
        if (titlesAgree(title, person.title) && namesAgree(form, person.form) && !person.keys.some((key) => apart.has(key))) return person;
      }
    }
    return null;
  }
}
