import type { Entity, Span } from "../analysis/analysis.js";
import { foldWord } from "../analysis/identity/folding.js";
import type { Slices } from "./slices.js";

/** Of more names that are the same but for one word, or forms of one name, a letter tells nothing: each is held against so many. */
const MOST_COMPARED = 50;

/** A spelling that differs from another by a letter. Spans are UTF-16 code units. */
export interface OtherSpelling {
  /** The first place of the rarer spelling. */
  readonly place: Span;
  /** The first place of the commoner one. */
  readonly usual: Span;
  /** Whether both are counted to the same entity, or to two that may be one. */
  readonly other: "same" | "another";
}

/** So many mentions, or persons, are read in a few milliseconds. */
const SLICE = 2000;

/** Among more persons many have names that differ by a letter. */
const MOST_PERSONS = 5000;

/** Names that are spelled two ways: forms of one entity, and persons whose names are the same but for a letter of one word. */
export function* otherSpellings(entities: readonly Entity[], text: string): Slices<readonly OtherSpelling[]> {
  const found: OtherSpelling[] = [];
  let read = 0;
  for (const entity of entities) {
    found.push(...spellingsOf(entity, text));
    read += entity.mentions.length;
    if (read < SLICE) continue;
    read = 0;
    yield;
  }
  return [...found, ...(yield* personsAlike(entities))];
}

function spellingsOf(entity: Entity, text: string): readonly OtherSpelling[] {
  const forms = formsOf(entity, text).slice(0, MOST_COMPARED);
  return forms.flatMap((form) => {
    // A letter more at its end makes another form of a name that is no person's: "Iraqi", "Iraqis"; "Syria", "Syrian".
    const isForm = ({ word }: Form): boolean => entity.type !== "person" && (word.startsWith(form.word) || form.word.startsWith(word));
    const usual = forms.find((one) => isOtherSpelling(form.word, one.word) && !isForm(one) && isCommoner(one, form));
    return usual ? [{ place: form.first, usual: usual.first, other: "same" }] : [];
  });
}

/** A word of an entity's names, folded. */
interface Form {
  readonly word: string;
  readonly first: Span;
  count: number;
}

/** The words of an entity's names in the order of the text; equal names are read once. */
function formsOf({ mentions }: Entity, text: string): readonly Form[] {
  const forms = new Map<string, Form>();
  const read = new Map<string, readonly Form[]>();
  for (const { start, end, kind } of mentions) {
    if (kind !== "name") continue;
    const name = text.slice(start, end);
    const known = read.get(name);
    if (known) {
      for (const form of known) form.count++;
      continue;
    }
    const own: Form[] = [];
    for (const { 0: word, index } of name.matchAll(/[\p{L}][\p{L}’'-]{3,}/gu)) {
      // Letters are no spelling: "ISIS" and "ISIL" are two names of one.
      if (word === word.toUpperCase()) continue;
      const folded = foldWord(word);
      const form = forms.get(folded) ?? { word: folded, first: { start: start + index, end: start + index + word.length }, count: 0 };
      forms.set(folded, form);
      form.count++;
      own.push(form);
    }
    read.set(name, own);
  }
  return [...forms.values()];
}

/** The commoner of two spellings is taken for the right one; of two as common the one that stands first. */
function isCommoner(one: Form, other: Form): boolean {
  return one.count === other.count ? one.first.start < other.first.start : one.count > other.count;
}

/** Persons of full names that have the same words but for one, which differs by a letter; the less mentioned one is asked about. */
function* personsAlike(entities: readonly Entity[]): Slices<readonly OtherSpelling[]> {
  const seen = new Map<string, { readonly word: string; readonly entity: Entity }[]>();
  const found: OtherSpelling[] = [];
  const persons = entities.filter(({ type, mentions }) => type === "person" && mentions.length > 0);
  if (persons.length > MOST_PERSONS) return [];
  let read = 0;
  for (const entity of persons.sort((a, b) => b.mentions.length - a.mentions.length || a.mentions[0].start - b.mentions[0].start)) {
    if (++read % SLICE === 0) yield;
    const words = entity.name.split(/\s+/).map(foldWord);
    if (words.length < 2) continue;
    for (const [i, word] of words.entries()) {
      const others = words.map((each, at) => (at === i ? "" : each)).join(" ");
      const known = seen.get(others) ?? [];
      seen.set(others, known);
      const usual = word.length < 4 ? undefined : known.find((each) => isOtherSpelling(each.word, word))?.entity;
      if (usual) found.push({ place: firstName(entity), usual: firstName(usual), other: "another" });
      if (known.length < MOST_COMPARED) known.push({ word, entity });
    }
  }
  return found;
}

/** The first place of the entity's full name, else of any name. */
function firstName({ name, mentions }: Entity): Span {
  return mentions.find(({ kind, start, end }) => kind === "name" && end - start === name.length) ?? mentions[0];
}

/** Whether two words are one name but for a letter or two: "Jaafari", "Jafari". Both are folded: accents and capitals are no other spelling. */
function isOtherSpelling(a: string, b: string): boolean {
  if (a === b || a[0] !== b[0] || Math.abs(a.length - b.length) > 1) return false;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - same && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  return Math.max(a.length, b.length) - same - tail === 1;
}
