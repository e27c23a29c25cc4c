import type { IdentityFacts } from "./identityFacts.js";
import { FULL_NAME, surnameOf } from "./identityKeys.js";
import type { NameFamily } from "./nameFamily.js";
import type { Senses } from "./nameSenses.js";
import type { NameTable } from "./nameTable.js";
import type { EntityRef } from "./refTable.js";
import { byCount } from "./tally.js";

/** What tells which sense of its name a document's entity has. */
export type SensedRef = Pick<EntityRef, "slot" | "facts">;

/** All entities, of all documents, whose fullest name has one key; read from the table of names, which has one of each. */
export class IdentityNode {
  readonly #table: NameTable;
  readonly number: number;

  constructor(table: NameTable, number: number) {
    this.#table = table;
    this.number = number;
  }

  get key(): string {
    return this.#table.keyOf(this.number);
  }

  /** Of a full name; empty where it is none. */
  get given(): string {
    if (!this.isFullName) return "";
    const { key } = this;
    const start = key.indexOf("|", FULL_NAME.length + 1) + 1;
    return key.slice(start, key.indexOf("|", start));
  }

  /** Of a full name; empty where it is none. */
  get surname(): string {
    return this.isFullName ? surnameOf(this.key) : "";
  }

  /** The full names with its surname; null where it is no full name. */
  get family(): NameFamily | null {
    return this.isFullName ? this.#table.surnames.familyOf(this.number, this.surname) : null;
  }

  get isFullName(): boolean {
    return this.#table.isFullName(this.number);
  }

  get isPerson(): boolean {
    return this.#table.isPerson(this.number);
  }

  /** The names that documents use this one for, too, in no order. */
  get shortFor(): readonly IdentityNode[] {
    return this.#table.shortForms.shortFor(this.number).map((name) => this.#table.node(name));
  }

  /** How many documents use this name for another. */
  usesFor(long: IdentityNode): number {
    return this.#table.shortForms.count(long.number, this.number);
  }

  /** The other names that documents use for what has this name, in no order. */
  get shortForms(): readonly IdentityNode[] {
    return this.#table.shortForms.shortForms(this.number).map((name) => this.#table.node(name));
  }

  /** Whether an entity's fullest name is this. */
  get isUsed(): boolean {
    return this.uses > 0;
  }

  /** How many entities of documents have it as their fullest name. */
  get uses(): number {
    return this.#table.uses(this.number);
  }

  /** In no order; read anew each time. */
  get refs(): readonly EntityRef[] {
    return this.#table.refs(this.number);
  }

  /** The forms of the name in the documents, each with how many have it. */
  forms(): readonly (readonly [string, number])[] {
    return this.#table.forms(this.number);
  }

  /** See `readSenses`. */
  get senses(): Senses | null {
    return this.#table.senses(this.number);
  }

  /** Whether the name is several entities'. */
  get isSplit(): boolean {
    return this.#table.parted(this.number) !== undefined || this.senses !== null;
  }

  /** Says by the documents' numbers which senses a reviewer parted from the others; null where none. */
  part(senses: ReadonlyMap<number, number> | null): void {
    this.#table.part(this.number, senses);
  }

  /** The sense that is meant: a reviewer's word comes before the facts. */
  senseOf({ slot, facts }: SensedRef): number {
    return this.#table.parted(this.number)?.get(slot) ?? this.senses?.get(facts) ?? 0;
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
    const facts = this.#table.facts(this.number);
    return facts.length > 1 ? [...facts].sort(byCount) : facts;
  }
}
