import type { EntityType } from "../analysis.js";
import { type Block, tokenText } from "../text/sourceText.js";
import { TokenKind } from "../text/tokens.js";
import { foldedHash } from "./hashing.js";
import type { TokenName } from "./spans.js";
import wordKinds from "./wordKinds.json" with { type: "json" };
import { PLACE_KINDS, WORD_KINDS, WordLists } from "./wordLists.js";

const TITLES: ReadonlySet<string> = new Set(wordKinds.kinds.title.split(" "));
const LATE_TITLES: ReadonlySet<string> = new Set(wordKinds.kinds.lateTitle.split(" "));
const GROUPS: ReadonlySet<string> = new Set(wordKinds.kinds.group.split(" "));
const TITLE_COMPLEMENTS: ReadonlySet<string> = new Set(wordKinds.titleComplements.split(" "));
const PERSON_TITLES: ReadonlySet<string> = new Set(wordKinds.personTitles.split(" "));
const PARTICLES: ReadonlySet<string> = new Set(wordKinds.particlesBeforeSurname.split(" "));
const ORGANIZATION_ENDS: ReadonlySet<string> = new Set(wordKinds.organizationEnds.split(" "));
const ORGANIZATION_HEADS: ReadonlySet<string> = new Set(wordKinds.kinds.organizationHead.split(" "));

/** Short names before a title: "US President", "UN Secretary-General". */
const BEFORE_TITLES: Readonly<Record<string, EntityType>> = {
  us: "place",
  "u.s.": "place",
  uk: "place",
  "u.k.": "place",
  un: "organization",
  "u.n.": "organization",
  eu: "organization",
};

const PERSON_BITS = (1 << WORD_KINDS.indexOf("given")) | (1 << WORD_KINDS.indexOf("surname"));

const LOOSE: ReadonlySet<string> = new Set([",", "of", "and", "'s", "’s", "(", "-", "–", "—", ":", ";", "/", "'", "’", "or", "in", "for"]);

/**
 * The first token of a person's name without the titles before it ("Foreign Minister Ramtane Lamamra" begins at "Ramtane").
 * @returns `end` where nothing but titles is left.
 */
export function afterTitles(block: Block, first: number, end: number): number {
  let from = first;
  for (let i = first; i < end; i++) {
    const word = tokenText(block, i).toLowerCase();
    if (LATE_TITLES.has(word) ? i + 1 < end || i === first : i === from && TITLES.has(word)) from = i + 1;
  }
  const complement = from > first && from + 2 < end && tokenText(block, from) === "of";
  return complement && TITLE_COMPLEMENTS.has(tokenText(block, from + 1).toLowerCase()) ? from + 2 : from;
}

/** Brings what the labels say to what a name is: no titles, no article, no possessive; "Cairo, Egypt" and "Wuhan University's Laboratory" as two. */
export class NameTidier {
  readonly #lists: WordLists;

  constructor(lists: WordLists) {
    this.#lists = lists;
  }

  tidy(block: Block, names: readonly TokenName[]): readonly TokenName[] {
    const out: TokenName[] = [];
    for (const name of joinParts(block, names)) this.#add(block, name, out);
    return out.map((name, n) => electionOf(block, this.#teamOf(block, name), n > 0 ? out[n - 1].end : 0));
  }

  /** In a table of results a city is its team; a country is a country. */
  #teamOf(block: Block, name: TokenName): TokenName {
    if (name.type !== "place" || !hasResults(block, name)) return name;
    const kind = WordLists.placeKind(this.#kinds(block, name.first, name.end));
    return kind > 0 && PLACE_KINDS[kind - 1] === "country" ? name : { ...name, type: "organization" };
  }

  #add(block: Block, name: TokenName, out: TokenName[]): void {
    const { confidence } = name;
    let { first, end } = name;
    const type = end - first > 1 && PERSON_TITLES.has(tokenText(block, first).toLowerCase()) ? "person" : name.type;
    if (type === "person") first = this.#afterTitles(block, name, out);
    while (first < end && (LOOSE.has(tokenText(block, first)) || this.#opensWithArticle(block, first, end, type))) first++;
    while (end > first && LOOSE.has(tokenText(block, end - 1))) end--;
    if (first >= end) return;
    if (type === "person" && this.#startsWithAcronym(block, first, end)) {
      out.push({ first, end: first + 1, type: "organization", confidence });
      first++;
    }
    for (let i = first + 1; i < end - 1; i++) {
      const second = this.#typeAfter(block, first, i, end, type);
      if (!second) continue;
      const possessive = /^['’]s$/.test(tokenText(block, i));
      this.#add(
        block,
        { first, end: i, type: possessive && type === "organization" && this.#isPlace(block, first, i) ? "place" : type, confidence },
        out,
      );
      this.#add(block, { first: i + 1, end, type: second, confidence }, out);
      return;
    }
    out.push({ first, end, type, confidence });
  }

  #afterTitles(block: Block, { first, end, confidence }: TokenName, out: TokenName[]): number {
    const stripped = afterTitles(block, first, end);
    if (stripped > first) {
      const word = tokenText(block, first).toLowerCase();
      const type = GROUPS.has(word) ? "group" : BEFORE_TITLES[word];
      if (type) out.push({ first, end: first + 1, type, confidence });
    }
    return stripped;
  }

  /** "The Arab League", but not "The Hague" and "The New York Times" as the lists have them. */
  #opensWithArticle(block: Block, first: number, end: number, type: EntityType): boolean {
    if (type === "work" || type === "person" || first + 1 >= end || !/^the$/i.test(tokenText(block, first))) return false;
    return opensSentence(block, first) && this.#kinds(block, first, end) === 0;
  }

  /** The type of what follows token i, where the name is two there; null where it is one. */
  #typeAfter(block: Block, first: number, i: number, end: number, type: EntityType): EntityType | null {
    const word = tokenText(block, i);
    if (word === ",")
      return (type === "person" || type === "place") && !/^(?:Jr|Sr|II|III|D\.?C)\.?$/.test(tokenText(block, i + 1)) ? type : null;
    if (word === "and") return type === "person" || (type === "organization" && this.#joinsTwo(block, first, i, end)) ? type : null;
    if (word === "of") return type === "person" && i - first > 1 ? "place" : null;
    if (word === "in") return type === "organization" && !hasForOrOn(block, first, i) && tokenText(block, i + 1) !== "the" ? "place" : null;
    if (!/^['’]s$/.test(word)) return null;
    if (type === "place") return "place";
    if (type !== "organization" || this.#kinds(block, first, end) !== 0) return null;
    return this.#isPlace(block, first, i) || ORGANIZATION_HEADS.has(tokenText(block, i - 1).toLowerCase()) ? type : null;
  }

  /** "Conservative Party and Club for Growth", but not "Department of Health and Human Services". */
  #joinsTwo(block: Block, first: number, and: number, end: number): boolean {
    if (and - first < 2 || end - and < 3 || !ORGANIZATION_ENDS.has(tokenText(block, and - 1).toLowerCase())) return false;
    for (let i = and + 1; i < end; i++)
      if (ORGANIZATION_HEADS.has(tokenText(block, i).toLowerCase())) return this.#kinds(block, first, end) === 0;
    return false;
  }

  /** Whether an acronym of an organization stands before a person's name: "LEBA Fatallah Fawzi". */
  #startsWithAcronym(block: Block, first: number, end: number): boolean {
    const word = tokenText(block, first);
    if (end - first < 2 || !/^\p{Lu}{3,8}$/u.test(word) || !/^\p{Lu}\p{Ll}/u.test(tokenText(block, first + 1))) return false;
    return (this.#lists.wordFlags(foldedHash(word, 0, word.length)) & PERSON_BITS) === 0;
  }

  #isPlace(block: Block, first: number, end: number): boolean {
    return WordLists.placeKind(this.#kinds(block, first, end)) > 0;
  }

  /** What the gazetteers say of the very phrase. */
  #kinds({ text, tokens }: Block, first: number, end: number): number {
    let hash = 0;
    for (let i = first; i < end; i++) hash = WordLists.extend(hash, foldedHash(text, tokens.starts[i], tokens.ends[i]));
    return WordLists.kinds(this.#lists.phrase(hash));
  }
}

function opensSentence({ text, tokens }: Block, token: number): boolean {
  return token === 0 || !/[\p{L}\p{N},]/u.test(text[tokens.ends[token - 1] - 1]);
}

function hasForOrOn(block: Block, first: number, end: number): boolean {
  for (let i = first; i < end; i++) if (/^(?:for|on)$/.test(tokenText(block, i))) return true;
  return false;
}

/** Joins an organization and the place it is of: "University" and "Southern California". A name that ends in "Al" takes the next word. */
function joinParts(block: Block, names: readonly TokenName[]): TokenName[] {
  const joined: TokenName[] = [];
  for (const [n, part] of names.entries()) {
    const free = (n + 1 < names.length ? names[n + 1].first : block.tokens.count) > part.end;
    const name = free && endsInParticle(block, part) ? { ...part, end: part.end + 1 } : part;
    const before = joined[joined.length - 1];
    if (before && belongTogether(block, before, name)) joined[joined.length - 1] = { ...before, end: name.end };
    else joined.push(name);
  }
  return joined;
}

function endsInParticle(block: Block, { first, end, type }: TokenName): boolean {
  if (type !== "person" || end - first < 2 || !PARTICLES.has(tokenText(block, end - 1).toLowerCase())) return false;
  return /^\p{Lu}\p{Ll}/u.test(tokenText(block, end));
}

function belongTogether(block: Block, before: TokenName, name: TokenName): boolean {
  const gap = name.first - before.end;
  if (before.type !== "organization" || gap < 1 || gap > 2 || tokenText(block, before.end) !== "of") return false;
  if (gap === 2 && tokenText(block, before.end + 1) !== "the") return false;
  if (name.type !== "place" && name.type !== "group") return false;
  return ORGANIZATION_HEADS.has(tokenText(block, before.end - 1).toLowerCase());
}

/** A row of a table of results has at least this many figures after the name. */
const FIGURES_OF_A_ROW = 4;

/** Whether figures stand right after the name, as in a table of results ("Swindon 4 2 1 1 5 4 7", "Seattle 70 63 .526 5"). */
function hasResults({ text, tokens }: Block, { end }: TokenName): boolean {
  let figures = 0;
  for (let i = end; i < tokens.count && figures < FIGURES_OF_A_ROW; i++) {
    if (tokens.kinds[i] === TokenKind.Number) figures++;
    else if (figures === 0 || !".-/".includes(text[tokens.starts[i]])) return false;
  }
  return figures >= FIGURES_OF_A_ROW;
}

const ELECTIONS: ReadonlySet<string> = new Set(["election", "elections", "by-election", "referendum", "primary", "primaries"]);

/** "the 2008 New Zealand general election" is an event, not a place. */
function electionOf(block: Block, name: TokenName, after: number): TokenName {
  if ((name.type !== "place" && name.type !== "group") || name.first <= after || !/^[12]\d{3}$/.test(tokenText(block, name.first - 1)))
    return name;
  for (let i = name.end; i < block.tokens.count && i < name.end + 4; i++) {
    const word = tokenText(block, i);
    if (ELECTIONS.has(word)) return { ...name, first: name.first - 1, end: i + 1, type: "event" };
    if (!/^\p{Ll}[\p{Ll}-]+$/u.test(word)) return name;
  }
  return name;
}
