import { ENTITY_TYPES, type EntityType } from "../analysis.js";
import { integers } from "../text/arena.js";
import { CharClass, charClass } from "../text/characters.js";
import type { Block } from "../text/sourceText.js";
import { definedType, endBeforeLegalForm } from "./definitions.js";
import { foldedHash, mix } from "./hashing.js";
import { isShortFormOfThing, longFormBefore } from "./shortForms.js";
import type { TokenName } from "./spans.js";

const TYPES = ENTITY_TYPES.length;
/** Where the votes for "no name" are kept. */
export const NO_NAME = TYPES;
/** Where the votes of what the text says is a thing are kept, which no other vote outweighs. */
export const THING = TYPES + 1;
/** The kinds of votes: one for each type, "no name" and things. */
const VOTE_KINDS = TYPES + 2;
/** Beside the votes: how many persons' full names have the word. */
const SUPPORT = VOTE_KINDS;
const KEPT_KINDS = VOTE_KINDS + 1;

/** How much a vote counts, in tenths: a person's whole name speaks for the surname alone, an organization's for its initials. */
const WHOLE_VOTE = 10;
const GIVEN_VOTE = 5;
/** A person named by one word alone, which may be any strange word. */
const SINGLE_NAME_VOTE = 5;
const SHORT_NAME_VOTE = 5;
const INITIALS_VOTE = 20;
const DEFINITION_VOTE = 45;
const LONG_FORM_VOTE = 20;
const TEAM_VOTE = 40;
/** What is left of the vote of a name in a headline or in a sentence in capitals. */
const SHARE_IN_CAPITALS = 0.2;
/** Counted beside the votes, for what is unknown. */
const UNKNOWN = 5;

const ORGANIZATION = ENTITY_TYPES.indexOf("organization");

/** In place of a vote: the phrase goes on. */
export const CONTINUES = -1;
/** A vote in one integer: its kind times this, plus its weight in tenths. */
const KIND_STEP = 64;

/** The votes of one block, which depend on nothing outside it: keys of phrases and, in turn, CONTINUES or a vote. */
export type BlockVotes = Int32Array;

/** Gathers the votes of one block after the other. */
export class VoteBuffer {
  #votes = new Int32Array(256);
  #length = 0;
  #hashOf: (token: number) => number = () => 0;

  /** @param hashOf the hash of a token of the block, as `phraseHash` gives it. */
  start(hashOf: (token: number) => number): void {
    this.#length = 0;
    this.#hashOf = hashOf;
  }

  /** The votes gathered, in an array of their own. */
  kept(): BlockVotes {
    const kept = integers(this.#length);
    for (let i = 0; i < this.#length; i++) kept[i] = this.#votes[i];
    return kept;
  }

  /** @param inCapitals whether the name was found where capitals say little. */
  addName(block: Block, { first, end, type }: TokenName, inCapitals: boolean): void {
    const t = ENTITY_TYPES.indexOf(type);
    const share = inCapitals ? SHARE_IN_CAPITALS : 1;
    this.#vote(first, end, t, wholeVote(type, end - first) * share);
    if (end - first < 2) return;
    if (type === "person") {
      this.#vote(end - 1, end, t, WHOLE_VOTE * share);
      this.#vote(first, first + 1, t, GIVEN_VOTE * share);
      for (let i = first; i < end; i++) this.#vote(i, i + 1, SUPPORT, 1);
    } else if (type === "organization") {
      const firm = endBeforeLegalForm(block, first, end);
      if (firm > first && firm < end) this.#vote(first, firm, t, DEFINITION_VOTE * share);
      const initials = initialsOf(block, first, end);
      if (initials.length > 2) this.#add(extendedKey(0, phraseHash(initials, 0, initials.length)), t * KIND_STEP + INITIALS_VOTE * share);
      if (isShortForm(block, end, initials)) this.#vote(end + 1, end + 2, t, INITIALS_VOTE * share);
    }
  }

  /** A run of capitalised words, for what the text says that it is. @param isListed as `definedType` takes it. */
  addDefinition(block: Block, first: number, end: number, isListed: boolean): void {
    if (end - first === 1 && isShortFormOfThing(block, first)) {
      this.#vote(first, end, THING, WHOLE_VOTE);
      return;
    }
    const firm = endBeforeLegalForm(block, first, end);
    if (firm > first) this.#vote(first, firm, ORGANIZATION, DEFINITION_VOTE);
    const type = firm > first ? null : definedType(block, first, end, isListed);
    if (type) this.#vote(first, end, ENTITY_TYPES.indexOf(type), DEFINITION_VOTE);
    const long = longFormBefore(block, end);
    if (long) {
      this.#vote(long.first, long.end, ORGANIZATION, LONG_FORM_VOTE);
      this.#vote(end + 1, end + 2, ORGANIZATION, DEFINITION_VOTE);
    }
  }

  /** What its marks and the words beside say is a work's title, or a paper's. */
  addTitle({ first, end, type }: TokenName): void {
    this.#vote(first, end, ENTITY_TYPES.indexOf(type), DEFINITION_VOTE);
  }

  /** A run of capitalised words that results name as a team. */
  addTeam(first: number, end: number): void {
    this.#vote(first, end, ORGANIZATION, TEAM_VOTE);
  }

  /** The first word of an organization's name, which may be called by it alone. */
  addShortName(token: number): void {
    this.#vote(token, token + 1, ORGANIZATION, SHORT_NAME_VOTE);
  }

  /** A capitalised word that was no name, in a place where capitals mean something. */
  addPlainWord(token: number): void {
    this.#vote(token, token + 1, NO_NAME, WHOLE_VOTE);
  }

  #vote(first: number, end: number, kind: number, tenths: number): void {
    let key = 0;
    for (let i = first; i < end; i++) {
      key = extendedKey(key, this.#hashOf(i));
      this.#add(key, i + 1 < end ? CONTINUES : kind * KIND_STEP + tenths);
    }
  }

  #add(key: number, vote: number): void {
    if (this.#length + 2 > this.#votes.length) {
      const grown = new Int32Array(this.#votes.length * 2);
      grown.set(this.#votes);
      this.#votes = grown;
    }
    this.#votes[this.#length++] = key;
    this.#votes[this.#length++] = vote;
  }
}

/**
 * What a whole document says of its names (after Krishnan and Manning 2006: an effective two-stage model for non-local dependencies):
 * votes of every name found at first look for all places with the same words. A phrase is known by its number.
 */
export class Evidence {
  #keys = new Int32Array(1024);
  /** For each slot the number of its phrase plus 1; 0 where it is free. */
  #phrases = new Int32Array(1024);
  #votes = new Int32Array(512 * KEPT_KINDS);
  /** For each phrase how many longer ones begin with it. */
  #longer = new Int32Array(512);
  #count = 0;

  /** How many phrases it has room for; those that lost their last vote stay among them. */
  get count(): number {
    return this.#count;
  }

  /** Counts a block's votes. */
  add(votes: BlockVotes): void {
    this.#reserve(votes.length >> 1);
    this.#tally(votes, 1);
  }

  /** Takes a block's votes out again. */
  remove(votes: BlockVotes): void {
    this.#tally(votes, -1);
  }

  #tally(votes: BlockVotes, times: number): void {
    for (let i = 0; i < votes.length; i += 2) {
      const phrase = this.#take(votes[i]);
      const vote = votes[i + 1];
      if (vote === CONTINUES) this.#longer[phrase] += times;
      else this.#votes[phrase * KEPT_KINDS + Math.trunc(vote / KIND_STEP)] += (vote % KIND_STEP) * times;
    }
  }

  #reserve(more: number): void {
    const needed = this.#count + more;
    if (needed > this.#longer.length) {
      const size = Math.max(needed, this.#longer.length * 2);
      this.#votes = enlarged(this.#votes, size * KEPT_KINDS);
      this.#longer = enlarged(this.#longer, size);
    }
    if (needed * 2 <= this.#keys.length) return;
    const [keys, phrases] = [this.#keys, this.#phrases];
    const size = 1 << (34 - Math.clz32(needed));
    this.#keys = new Int32Array(size);
    this.#phrases = new Int32Array(size);
    for (let slot = 0; slot < keys.length; slot++) {
      if (phrases[slot] === 0) continue;
      const to = this.#slotOf(keys[slot]);
      this.#keys[to] = keys[slot];
      this.#phrases[to] = phrases[slot];
    }
  }

  #slotOf(key: number): number {
    const mask = this.#keys.length - 1;
    let slot = Math.imul(key, 0x9e3779b1) & mask;
    while (this.#phrases[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  #take(key: number): number {
    const slot = this.#slotOf(key);
    if (this.#phrases[slot] === 0) {
      this.#keys[slot] = key;
      this.#phrases[slot] = ++this.#count;
    }
    return this.#phrases[slot] - 1;
  }

  /** The phrase of the key; -1 where nothing is known of it. */
  find(key: number): number {
    return this.#phrases[this.#slotOf(key)] - 1;
  }

  /** Whether a person's full name has the word. */
  supportsPerson(word: number): boolean {
    return this.#votes[word * KEPT_KINDS + SUPPORT] > 0;
  }

  /** Whether a longer phrase that is known begins with this one. */
  continues(phrase: number): boolean {
    return this.#longer[phrase] > 0;
  }

  /**
   * What the votes speak for, without the one that this very place cast: an index in ENTITY_TYPES, NO_NAME or THING; -1 where there are none.
   * @param own the kind of the vote of this place; `ownTenths` is what it counted.
   */
  kindWithout(phrase: number, own: number, ownTenths: number): number {
    if (this.#votes[phrase * KEPT_KINDS + THING] > 0) return THING;
    let best = -1;
    let most = 0;
    for (let kind = 0; kind < VOTE_KINDS; kind++) {
      const count = this.#countWithout(phrase, kind, own, ownTenths);
      if (count > most) {
        most = count;
        best = kind;
      }
    }
    return best;
  }

  /** The share of these votes that a kind has, counted with half a vote for the unknown: 0..1. */
  shareWithout(phrase: number, wanted: number, own: number, ownTenths: number): number {
    let total = UNKNOWN;
    for (let kind = 0; kind < VOTE_KINDS; kind++) total += this.#countWithout(phrase, kind, own, ownTenths);
    return this.#countWithout(phrase, wanted, own, ownTenths) / total;
  }

  #countWithout(phrase: number, kind: number, own: number, ownTenths: number): number {
    return Math.max(0, this.#votes[phrase * KEPT_KINDS + kind] - (kind === own ? ownTenths : 0));
  }
}

/** The vote in tenths that a name cast for the phrase first..end, which begins in it; 0 where it cast none. */
export function voteOf(name: TokenName, inCapitals: boolean, first: number, end: number): number {
  const share = inCapitals ? SHARE_IN_CAPITALS : 1;
  if (name.first === first && name.end === end) return wholeVote(name.type, end - first) * share;
  if (name.type !== "person" || end - first !== 1) return 0;
  if (end === name.end) return WHOLE_VOTE * share;
  return first === name.first ? GIVEN_VOTE * share : 0;
}

function wholeVote(type: EntityType, length: number): number {
  return type === "person" && length < 2 ? SINGLE_NAME_VOTE : WHOLE_VOTE;
}

/** The vote in tenths of a capitalised word that was no name. */
export const PLAIN_VOTE = WHOLE_VOTE;

/** The key of a phrase that goes on with one more token, by the token's hash. */
export function extendedKey(key: number, hash: number): number {
  return mix(key, hash);
}

/** A token's hash in phrases: "al-Maliki" and "Maliki" are the same word. */
export function phraseHash(text: string, start: number, end: number): number {
  const particle = end - start > 5 && text.charCodeAt(start + 2) === 0x2d && /^[ae]l-/i.test(text.slice(start, start + 3));
  return foldedHash(text, particle ? start + 3 : start, end);
}

/** Whether a short form of the name stands in brackets after it: "National Council for Integration (CONADIS)". */
function isShortForm({ text, tokens }: Block, bracket: number, initials: string): boolean {
  if (bracket + 2 >= tokens.count || text[tokens.starts[bracket]] !== "(" || text[tokens.starts[bracket + 2]] !== ")") return false;
  const short = text.slice(tokens.starts[bracket + 1], tokens.ends[bracket + 1]);
  return short.length > 1 && short.length < 12 && initials.includes(short[0]) && /\p{Lu}.*\p{Lu}|\p{Lu}\p{Ll}{3}/u.test(short);
}

function initialsOf({ text, tokens }: Block, first: number, end: number): string {
  let initials = "";
  for (let i = first; i < end; i++) {
    const code = text.charCodeAt(tokens.starts[i]);
    if (charClass(code) === CharClass.Upper) initials += text[tokens.starts[i]];
  }
  return initials;
}

function enlarged(numbers: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(length);
  larger.set(numbers);
  return larger;
}
