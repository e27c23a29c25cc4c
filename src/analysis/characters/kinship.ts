import type { Entity, Mention } from "../analysis.js";
import { nounGender } from "../identity/references.js";
import type { SourceText } from "../text/sourceText.js";
import words from "./characterWords.json" with { type: "json" };
import { findPersonPhrases } from "./personPhrases.js";
import { genderOf } from "./persons.js";

/** What one is to another who is his or her "wife", "son", "aunt": the words of those with the same tie, seen from the other side. */
const INVERSE: ReadonlyMap<string, readonly string[]> = new Map(
  words.kin.flatMap((line) => {
    const [these, those] = line.split(" / ").map((side) => side.split(" "));
    return [...these.map((noun) => [noun, those] as const), ...those.map((noun) => [noun, these] as const)];
  }),
);

/** Who is whose "wife", "son", "aunt", as far as the text says it with a name: "her grandson Karim", "Mr. Hale" and "Mrs. Hale". */
export class Kinship {
  readonly #relatives = new Map<string, Entity | null>();
  readonly #text: string;

  /** @param taken all mentions, in text order. @param owners the entity of each. */
  constructor({ text, blocks }: SourceText, entities: readonly Entity[], taken: readonly Mention[], owners: ReadonlyMap<Mention, Entity>) {
    this.#text = text;
    let t = 0;
    for (const { start, block } of blocks) {
      for (const { first, end, noun } of findPersonPhrases(block)) {
        if (!INVERSE.has(noun)) continue;
        const from = start + block.tokens.starts[first];
        const to = start + block.tokens.ends[end - 1];
        while (t < taken.length && taken[t].end <= from) t++;
        const owner = this.ownerOf(taken, t, from, owners);
        let n = t;
        while (n < taken.length && taken[n].start < to) n++;
        const name = taken[n];
        if (!owner || name?.kind !== "name" || name.start - to > 2 || !/^,? $/.test(text.slice(to, name.start))) continue;
        const relative = owners.get(name);
        if (relative?.type === "person" && relative !== owner) this.#tie(owner, noun, relative);
      }
    }
    this.#tieCouples(entities);
  }

  /** Whom a phrase means whose owner is given, by its noun: the wife of that man. */
  relativeOf(owner: Entity, noun: string): Entity | null {
    return this.#relatives.get(`${owner.id} ${noun}`) ?? null;
  }

  /** The owner of a phrase that begins at an offset: "his" there, or the name before "'s". @param t the first mention that ends behind it. */
  ownerOf(taken: readonly Mention[], t: number, from: number, owners: ReadonlyMap<Mention, Entity>): Entity | null {
    const here = taken[t];
    const owner =
      here?.start === from && here.kind === "pronoun" ? here : POSSESSIVE.test(this.#text.slice(from - 3, from)) ? taken[t - 1] : undefined;
    const entity = owner && (owner === here || owner.end >= from - 3) ? owners.get(owner) : undefined;
    return entity?.type === "person" ? entity : null;
  }

  #tie(owner: Entity, noun: string, relative: Entity): void {
    this.#set(owner, noun, relative);
    const gender = genderOf(owner, this.#text);
    for (const back of INVERSE.get(noun) ?? []) if (gender === null || nounGender(back) === gender) this.#set(relative, back, owner);
  }

  #set(owner: Entity, noun: string, relative: Entity): void {
    const key = `${owner.id} ${noun}`;
    const known = this.#relatives.get(key);
    this.#relatives.set(key, known === undefined || known === relative ? relative : null);
  }

  /** The one "Mr. Hale" and the one "Mrs. Hale" of a text are husband and wife. */
  #tieCouples(entities: readonly Entity[]): void {
    const couples = new Map<string, { readonly men: Entity[]; readonly women: Entity[] }>();
    for (const entity of entities) {
      if (entity.type !== "person") continue;
      const name = entity.mentions.find(
        ({ kind, start }) => kind === "name" && TITLED.test(this.#text.slice(Math.max(0, start - 5), start)),
      );
      if (!name) continue;
      const surname = entity.name.slice(entity.name.lastIndexOf(" ") + 1);
      const couple = couples.get(surname) ?? { men: [], women: [] };
      couples.set(surname, couple);
      (/Mr\.?\s$/.test(this.#text.slice(Math.max(0, name.start - 5), name.start)) ? couple.men : couple.women).push(entity);
    }
    for (const { men, women } of couples.values()) if (men.length === 1 && women.length === 1) this.#tie(men[0], "wife", women[0]);
  }
}

const POSSESSIVE = /['’]s\s$/;
const TITLED = /\bMrs?\.?\s$/;
