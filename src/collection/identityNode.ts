import { factsConflict, type IdentityFacts } from "./identityFacts.js";
import { FULL_NAME, OTHER_NAME } from "./identityKeys.js";
import type { NameFamily } from "./nameFamily.js";
import { type EntityRef, NO_REFS, type RefTable } from "./refTable.js";
import { byCount, Tally } from "./tally.js";

/** A type counts for a name's own only where it is not outvoted so many times. */
const DOMINANCE = 3;

type ReadonlyTally = Pick<Tally<IdentityNode>, "size" | "of" | "values">;

const NONE: ReadonlyTally = new Tally();

/** All entities, of all documents, whose fullest name has one key. There are tens of thousands, so what few of them have is not kept in each. */
export class IdentityNode {
  readonly #table: RefTable;
  #refs = NO_REFS;
  #uses = 0;
  /** The form of the name that came first, with its count, and the others, which few have. */
  #form = "";
  #formCount = 0;
  #otherForms: Tally | null = null;
  #shortFor: Tally<IdentityNode> | null = null;
  #shortForms: Tally<IdentityNode> | null = null;
  #parted: ReadonlyMap<number, number> | null = null;
  #senses: ReadonlyMap<IdentityFacts, number> | null | undefined;

  /** Where the index of names keeps it; -1 where it does not. */
  place = -1;
  /** The node it points at, where the graph read that; undefined where it did not. */
  target: IdentityNode | null | undefined;

  /**
   * @param family of a full name; null where it is none.
   * @param table where the references of all names are.
   */
  constructor(
    readonly key: string,
    readonly family: NameFamily | null,
    table: RefTable,
  ) {
    this.#table = table;
  }

  /** Of a full name; empty where it is none. */
  get given(): string {
    if (this.family === null) return "";
    const start = FULL_NAME.length + this.family.surname.length + 2;
    return this.key.slice(start, this.key.indexOf("|", start));
  }

  /** Of a full name; empty where it is none. */
  get surname(): string {
    return this.family?.surname ?? "";
  }

  get isFullName(): boolean {
    return this.family !== null;
  }

  get isPerson(): boolean {
    return this.key[0] !== OTHER_NAME;
  }

  /** The nodes of the names that documents use this name for, too, each with how many do. */
  get shortFor(): ReadonlyTally {
    return this.#shortFor ?? NONE;
  }

  /** The nodes of the other names that documents use for what has this name, each with how many do. */
  get shortForms(): ReadonlyTally {
    return this.#shortForms ?? NONE;
  }

  /** Whether an entity's fullest name is this. */
  get isUsed(): boolean {
    return this.#uses > 0;
  }

  /** How many entities of documents have it as their fullest name. */
  get uses(): number {
    return this.#uses;
  }

  /** Whether nothing is left that has the name. */
  get isEmpty(): boolean {
    return !this.isUsed && this.shortFor.size === 0;
  }

  /** Notes that so many documents more use another name for what has this one. */
  addShort(short: IdentityNode, count = 1): void {
    this.#shortForms ??= new Tally();
    this.#shortForms.add(short, count);
    short.#shortFor ??= new Tally();
    short.#shortFor.add(this, count);
  }

  /** Takes out what was noted. */
  removeShort(short: IdentityNode): void {
    if (this.#shortForms?.remove(short) && this.#shortForms.size === 0) this.#shortForms = null;
    if (short.#shortFor?.remove(this) && short.#shortFor.size === 0) short.#shortFor = null;
  }

  /** Where the list of its references begins in the table. */
  get firstRef(): number {
    return this.#refs;
  }

  /** Takes up what was saved beside its forms and short forms. */
  restore(firstRef: number, uses: number): void {
    this.#refs = firstRef;
    this.#uses = uses;
  }

  /** In no order; read anew each time. */
  get refs(): readonly EntityRef[] {
    return this.#table.read(this.#refs);
  }

  /** The forms of the name in the documents, each with how many have it. */
  *forms(): IterableIterator<readonly [string, number]> {
    if (this.#formCount > 0) yield [this.#form, this.#formCount];
    if (this.#otherForms !== null) yield* this.#otherForms.entries();
  }

  /** @returns whether no document had the form before. */
  addForm(form: string, count = 1): boolean {
    if (this.#formCount === 0 && this.#otherForms === null) {
      this.#form = form;
      this.#formCount = count;
      return true;
    }
    if (form === this.#form) {
      this.#formCount += count;
      return this.#formCount === count;
    }
    this.#otherForms ??= new Tally();
    return this.#otherForms.add(form, count);
  }

  /** @returns whether no document has the form any more. */
  removeForm(form: string): boolean {
    return form === this.#form ? --this.#formCount === 0 : (this.#otherForms?.remove(form) ?? false);
  }

  /** @returns as {@link addForm}. */
  add(ref: EntityRef, form: string): boolean {
    this.#refs = this.#table.add(this.#refs, ref);
    this.#uses++;
    this.#senses = undefined;
    return this.addForm(form);
  }

  /** Takes out what was added for an entity of a document. @returns as {@link removeForm}. */
  remove(slot: number, entity: number, form: string): boolean {
    this.#refs = this.#table.remove(this.#refs, slot, entity);
    this.#uses--;
    this.#senses = undefined;
    return this.removeForm(form);
  }

  /**
   * The number of the sense by the facts, where documents say of the name what cannot be true of one; the sense that most documents have
   * is 0. Null where nothing parts them.
   */
  get senses(): ReadonlyMap<IdentityFacts, number> | null {
    if (this.#senses === undefined) this.#senses = this.#readSenses();
    return this.#senses;
  }

  /** Whether the name is several entities'. */
  get isSplit(): boolean {
    return this.#parted !== null || this.senses !== null;
  }

  /** Says by the documents' numbers which senses a reviewer parted from the others; null where none. */
  part(senses: ReadonlyMap<number, number> | null): void {
    this.#parted = senses;
  }

  /** The sense that is meant: a reviewer's word comes before the facts. */
  senseOf({ slot, facts }: EntityRef): number {
    return this.#parted?.get(slot) ?? this.senses?.get(facts) ?? 0;
  }

  /** The facts of a sense, the most frequent first. */
  factsOf(sense: number): readonly IdentityFacts[] {
    const facts = this.#countedFacts().filter(([each]) => this.senses?.get(each) === sense && each !== "");
    return facts.map(([each]) => each);
  }

  /** The facts that most documents have. */
  get mainFacts(): IdentityFacts {
    return this.#countedFacts().find(([facts]) => facts !== "")?.[0] ?? "";
  }

  /** The most frequent first. */
  #countedFacts(): readonly (readonly [IdentityFacts, number])[] {
    const counts = this.#table.facts(this.#refs);
    return counts.size > 1 ? [...counts].sort(byCount) : [...counts];
  }

  #readSenses(): ReadonlyMap<IdentityFacts, number> | null {
    if (this.#uses < 2) return null;
    const counted = this.#countedFacts();
    if (counted.length < 2) return null;
    const senses: { readonly facts: IdentityFacts[]; count: number }[] = [];
    for (const [facts, count] of counted) {
      if (facts === "") continue;
      const fitting = senses.find((sense) => !sense.facts.some((each) => factsConflict(each, facts)));
      if (fitting === undefined) senses.push({ facts: [facts], count });
      else {
        fitting.facts.push(facts);
        fitting.count += count;
      }
    }
    if (senses.length < 2) return null;
    senses.sort((a, b) => b.count - a.count || (a.facts[0] < b.facts[0] ? -1 : 1));
    const [main, ...others] = senses;
    if (!this.isPerson) {
      for (const other of [...others]) {
        if (other.count * DOMINANCE > main.count) continue;
        main.facts.push(...other.facts);
        senses.splice(senses.indexOf(other), 1);
      }
      if (senses.length < 2) return null;
    }
    const numbers = new Map(senses.flatMap(({ facts }, i) => facts.map((each) => [each, i] as const)));
    const dominates = main.count >= DOMINANCE * senses.slice(1).reduce((sum, { count }) => sum + count, 0);
    numbers.set("", dominates ? 0 : senses.length);
    return numbers;
  }
}
