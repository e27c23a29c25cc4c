import { isCountryKey, isPeopleKey } from "../analysis/identity/countryForms.js";
import { givenNameGender } from "../analysis/identity/genders.js";
import { factsConflict } from "./identityFacts.js";
import { SINGLE_NAME } from "./identityKeys.js";
import type { IdentityNode } from "./identityNode.js";
import type { NameTable } from "./nameTable.js";

/** A candidate must have so many times the documents of all others for a form that several share to mean it. */
const OWNS = 10;
/** And so many documents that use the form for it. */
const OWNS_LEAST = 5;
/** Documents that have a shortened name by itself may be so many times as many as those that say what it is short for. */
const SHORTENED_ALONE = 12;
/** The meaning of a short form must have so many times the documents of all its other meanings. */
const USED_MOST = 3;

/** The rules by which a name is short for another, by what the documents say now. */
export class NameTargets {
  readonly #names: NameTable;

  constructor(names: NameTable) {
    this.#names = names;
  }

  /** The fuller name that a name is short for, or null; of the names that meet in one, that one. */
  targetOf(node: IdentityNode): IdentityNode | null {
    if (this.#standsAlone(node) || node.isSplit) return null;
    const target = node.isFullName ? fullNameTarget(node) : node.isPerson ? this.#singleTarget(node) : otherTarget(node);
    return target === node || target?.isSplit !== false ? null : target;
  }

  /** The entities that a short or partial name could mean. */
  candidates(node: IdentityNode): readonly IdentityNode[] {
    if (node.key.startsWith(SINGLE_NAME)) return this.#singleCandidates(node);
    const { family, given } = node;
    if (family === null) return isListed(node) ? [] : [...spelledOut(node)];
    if (given.length === 1) return initialCandidates(node);
    const roots = new Set(family.withGiven(given).map(rootInFamily));
    roots.delete(node);
    return [...roots];
  }

  /** Whether no other name can come into question, as with most. */
  #standsAlone({ number, isFullName, isPerson }: IdentityNode): boolean {
    if (this.#names.isShort(number)) return false;
    return isFullName ? this.#names.surnames.isAlone(number) : !isPerson;
  }

  #singleCandidates(node: IdentityNode): readonly IdentityNode[] {
    const used = node.shortFor.filter(({ isFullName }) => isFullName).map(rootInFamily);
    return [...new Set([...(this.#names.surnames.family(node.key.slice(2))?.meanings ?? []), ...used])];
  }

  #singleTarget(node: IdentityNode): IdentityNode | null {
    const candidates = this.#singleCandidates(node);
    const best = only(candidates) ?? owner(node, candidates);
    if (best === null) return null;
    const { surname, given } = best;
    const name = node.key.slice(2);
    if (name !== surname && givenNameGender(name) !== null) return null;
    const gender = /g:(.)/.exec(node.mainFacts)?.[1];
    if (gender !== undefined && (givenNameGender(given)?.[0] ?? gender) !== gender) return null;
    return factsConflict(node.mainFacts, best.mainFacts) ? null : best;
  }
}

function fullNameTarget(node: IdentityNode): IdentityNode | null {
  const root = rootInFamily(node);
  if (root !== node) return root;
  const { surname, given } = node;
  if (given.length === 1) return only(initialCandidates(node));
  const longer = node.shortFor.filter((each) => each.isFullName).map(rootInFamily);
  const target = only(longer.filter((each) => each !== node));
  return target?.key.includes(surname) && target.key.includes(given) ? target : null;
}

/** The longest of the names that documents spell a name out as, where all of them are forms of it; otherwise all of them. */
function spelledOut(node: IdentityNode): ReadonlySet<IdentityNode> {
  const longer = node.shortFor.filter((each) => !each.isPerson && each !== node);
  if (longer.length < 2) return new Set(longer);
  const sorted = longer.map((each) => ({ each, key: each.key })).sort((a, b) => b.key.length - a.key.length || (a.key < b.key ? -1 : 1));
  const [longest, ...others] = sorted;
  return new Set(others.every(({ key }) => isWithin(key, longest.key)) ? [longest.each] : longer);
}

function otherTarget(node: IdentityNode): IdentityNode | null {
  const candidates = [...spelledOut(node)];
  const full = only(candidates) ?? mostUsed(node, candidates);
  if (full === null || isListed(node)) return null;
  if (node.isUsed && factsConflict(node.mainFacts, full.mainFacts)) return null;
  return isAcronym(node) || node.uses <= SHORTENED_ALONE * node.usesFor(full) ? full : null;
}

function rootInFamily(node: IdentityNode): IdentityNode {
  return node.family?.rootOf(node) ?? node;
}

/** The names that an initial with a surname could stand for. */
function initialCandidates({ family, given: initial }: IdentityNode): readonly IdentityNode[] {
  return family?.meanings.filter(({ given }) => given[0] === initial) ?? [];
}

/** Whether the words of a name all stand in another, in order. */
function isWithin(short: string, long: string): boolean {
  const words = long.slice(2).split(" ");
  let at = -1;
  return short
    .slice(2)
    .split(" ")
    .every((word) => {
      at = words.indexOf(word, at + 1);
      return at >= 0;
    });
}

/** Whether the lists of countries and peoples know the name: it is short for nothing else. */
function isListed({ key }: IdentityNode): boolean {
  const name = key.startsWith("O|") ? key.slice(2) : "";
  return isCountryKey(name) || isPeopleKey(name);
}

function isAcronym(node: IdentityNode): boolean {
  if (node.key.slice(2).includes(" ")) return false;
  return node.forms().some(([form]) => form.length > 1 && form.replace(/\P{L}/gu, "") === form.replace(/\P{Lu}/gu, ""));
}

function only<T>(values: readonly T[]): T | null {
  return values.length === 1 ? values[0] : null;
}

/** The one candidate that nearly all documents mean by a form. */
function owner(node: IdentityNode, candidates: readonly IdentityNode[]): IdentityNode | null {
  const best = farAhead(candidates, OWNS, ({ uses }) => uses);
  return best === null || node.usesFor(best) < OWNS_LEAST ? null : best;
}

/** The candidate that most documents spell a form out as. */
function mostUsed(node: IdentityNode, candidates: readonly IdentityNode[]): IdentityNode | null {
  return farAhead(candidates, USED_MOST, (each) => node.usesFor(each));
}

/** The one that has so many times the number of all others together, and more than any; null where none has. */
function farAhead(nodes: readonly IdentityNode[], times: number, numberOf: (node: IdentityNode) => number): IdentityNode | null {
  let best: IdentityNode | null = null;
  let [most, all] = [0, 0];
  for (const node of nodes) {
    const number = numberOf(node);
    all += number;
    if (number <= most) continue;
    best = node;
    most = number;
  }
  return most >= times * (all - most) ? best : null;
}
