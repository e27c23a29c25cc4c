import type { PersonForm, TitleClass } from "./nameForms.js";

/** How many of those that share a name part are remembered: enough for nearness, and it keeps the work linear. */
const REMEMBERED = 6;

/** Named so many times as often as another, a person owns the bare surname that both share. */
const DOMINANCE = 3;

/** How sure it is that a part of a name that several share means the one named last, and one who is named only behind. */
export const CONFIDENCE_NEARER = 0.7;
const CONFIDENCE_AHEAD = 0.6;

export interface Person {
  readonly id: number;
  /** The keys of the full names that were taken for this person's. */
  readonly keys: string[];
  form: PersonForm;
  title: TitleClass | null;
  /** Whether the text first calls the person by a rank and one word of a name: "Governor Ashford". */
  readonly ranked: boolean;
  /** Whether a full name of the person stands behind "Mr" or "Ms". */
  titled: boolean;
  /** Whether the text brought the person up as the heir of a namesake: "His son, Jan Weld II". */
  readonly heir: boolean;
  /** Whether the text brought the person up as the kin of another of the surname. */
  aside: boolean;
  /** Whether the surname alone meant the person before. */
  bare: boolean;
  /** Whether the first word of the full name alone meant the person before. */
  byFirst: boolean;
  /** Whether a title or rank stands before the full name. */
  readonly inOffice: boolean;
  /** How often the text names the person in full, and in which block first. */
  fully: number;
  firstBlock: number;
  /** How often the person was named so far, and in which block last. */
  count: number;
  block: number;
}

export interface FoundPerson {
  readonly person: Person;
  readonly confidence: number;
}

/** Persons that share one name part, in order of nearness to the mention being read. */
export interface Sharing {
  count: number;
  /** The first of them, in the order of their names' fullness. */
  readonly all: Person[];
  recent: Person[] | null;
  /** Whom the part alone meant in the most blocks, of several the last, and how many blocks these are. */
  owner: Person | null;
  owned: number;
  /** Whom it meant last, in how many blocks, and in which last. */
  last: Person | null;
  meant: number;
  block: number;
}

/** Notes whom the part alone meant in a block. */
export function noteMeant(sharing: Sharing | undefined, person: Person, block: number): void {
  if (!sharing) return;
  if (sharing.last !== person) {
    sharing.meant = sharing.owner === person ? sharing.owned : 0;
    sharing.block = -1;
  }
  if (sharing.block !== block) sharing.meant++;
  sharing.last = person;
  sharing.block = block;
  if (sharing.owner === person || sharing.meant >= sharing.owned) {
    sharing.owner = person;
    sharing.owned = sharing.meant;
  }
}

export function newSharing(person: Person): Sharing {
  return { count: 1, all: [person], recent: null, owner: null, owned: 0, last: null, meant: 0, block: -1 };
}

export function remember(index: Map<string, Person[]>, key: string, person: Person): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, [person]);
  else if (known.length < REMEMBERED && known[known.length - 1] !== person) known.push(person);
}

export function share(index: Map<string, Sharing>, key: string, person: Person): void {
  const known = index.get(key);
  if (!known) index.set(key, newSharing(person));
  else {
    known.count++;
    if (known.all.length < REMEMBERED) known.all.push(person);
  }
}

export function touch(sharing: Sharing | undefined, person: Person): void {
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
export function nearest(sharing: Sharing | undefined, block: number, agrees: (person: Person) => boolean): FoundPerson | null {
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
  const ahead = mostNamed(sharing.all.filter(agrees), block);
  return ahead ? { person: ahead, confidence: alone ? 1 : CONFIDENCE_AHEAD } : null;
}

/** Of persons not named yet the one who is named in full most often, and of these the first; one whom the same block names in full comes last. */
function mostNamed(persons: readonly Person[], block: number): Person | null {
  let found: Person | null = null;
  for (const person of persons) {
    const isHere = person.firstBlock === block;
    if (
      found === null ||
      (found.firstBlock === block && !isHere) ||
      (isHere === (found.firstBlock === block) && person.fully > found.fully)
    )
      found = person;
  }
  return found;
}
