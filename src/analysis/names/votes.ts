import { ENTITY_TYPES, type EntityType } from "../analysis.js";
import { integers } from "../text/arena.js";
import { CharClass, charClass } from "../text/characters.js";
import type { Block } from "../text/sourceText.js";
import { TokenKind } from "../text/tokens.js";
import { isCommonFirm } from "./commonFirms.js";
import { definedType, endBeforeLegalForm } from "./definitions.js";
import definitions from "./definitions.json" with { type: "json" };
import { foldedHash, mix } from "./hashing.js";
import { isStorm } from "./operations.js";
import { isShortFormOfThing, longFormBefore } from "./shortForms.js";
import type { TokenName } from "./spans.js";
import wordKinds from "./wordKinds.json" with { type: "json" };

const TYPES = ENTITY_TYPES.length;
/** Where the votes for "no name" are kept. */
export const NO_NAME = TYPES;
/** Where the votes of what the text says is a thing are kept, which no other vote outweighs. */
export const THING = TYPES + 1;
/** The kinds of votes: one for each type, "no name" and things. */
export const VOTE_KINDS = TYPES + 2;
/** Beside the votes: how many persons' full names have the word. */
export const SUPPORT = VOTE_KINDS;

/** How much a vote counts, in tenths: a person's whole name speaks for the surname alone, an organization's for its initials. */
const WHOLE_VOTE = 10;
const GIVEN_VOTE = 5;
/** A person named by one word alone, which may be any strange word. */
const SINGLE_NAME_VOTE = 5;
const SHORT_NAME_VOTE = 5;
/** A word that is no common one and was no name where it stood. */
const STRANGE_PLAIN_VOTE = 5;
const INITIALS_VOTE = 20;
const DEFINITION_VOTE = 45;
/** For a common word that is an organization's name where it stands, though plain words speak against it. */
const SURE_VOTE = 63;
/** What a paper says once that it calls an organization by holds in all of it. */
const DEFINED_TIMES = 3;
const DEFINED_HEADS: ReadonlySet<string> = new Set(
  `${wordKinds.organizationEnds} ${definitions.legalForms} limited trust fund group holdings authority agency school hospital`.split(" "),
);
const LONG_FORM_VOTE = 20;
const SURNAMES_FIRST: ReadonlySet<string> = new Set(wordKinds.koreanSurnames.split(" "));
const COURTESY = /^(?:Mr|Mrs|Ms|Miss)\.?$/;
const TEAM_VOTE = 40;
/** What is left of the vote of a name in a headline or in a sentence in capitals. */
const SHARE_IN_CAPITALS = 0.2;
const ORGANIZATION = ENTITY_TYPES.indexOf("organization");
const PERSON = ENTITY_TYPES.indexOf("person");
const EVENT = ENTITY_TYPES.indexOf("event");

/** In place of a vote: the phrase goes on. */
export const CONTINUES = -1;
/** A vote in one integer: its kind times this, plus its weight in tenths. */
export const KIND_STEP = 64;

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
    if (end - first < 2) {
      // "Ms Marsh" is as good as a full name.
      if (type === "person" && COURTESY.test(block.words[first - 1] ?? "")) {
        this.#vote(first, end, SUPPORT, 1);
        this.#vote(first, end, t, WHOLE_VOTE * share);
      }
      return;
    }
    if (type === "person") {
      this.#vote(end - 1, end, t, WHOLE_VOTE * share);
      this.#vote(first, first + 1, t, (isSurnameFirst(block, first, end) ? WHOLE_VOTE : GIVEN_VOTE) * share);
      for (let i = first; i < end; i++) {
        this.#vote(i, i + 1, SUPPORT, 1);
        if (i > first && isQuoted(block, i)) this.#vote(i, i + 1, t, WHOLE_VOTE * share);
      }
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
    if (isCommonFirm(block, first, end)) {
      this.#vote(first, end, ORGANIZATION, SURE_VOTE);
      return;
    }
    if (isStorm(block, first, end)) this.#vote(end - 1, end, EVENT, DEFINITION_VOTE);
    const defined = definedBehind(block, first, end);
    for (let n = 0; defined > 0 && n < DEFINED_TIMES; n++) this.#vote(defined, defined + 1, ORGANIZATION, SURE_VOTE);
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

  /** What the text says that a person is called besides. */
  addAlias({ first, end }: Pick<TokenName, "first" | "end">): void {
    this.#vote(first, end, PERSON, DEFINITION_VOTE);
  }

  /** A run of capitalised words that results name as a team. */
  addTeam(first: number, end: number): void {
    this.#vote(first, end, ORGANIZATION, TEAM_VOTE);
  }

  /** The first word of an organization's name, which may be called by it alone. */
  addShortName(token: number): void {
    this.#vote(token, token + 1, ORGANIZATION, SHORT_NAME_VOTE);
  }

  /** A capitalised word that was no name, in a place where capitals mean something. @param isCommon whether it is a common word, too. */
  addPlainWord(token: number, isCommon: boolean): void {
    this.#vote(token, token + 1, NO_NAME, isCommon ? WHOLE_VOTE : STRANGE_PLAIN_VOTE);
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

/** "Park Jin-woo": whether a name begins with the surname, as Koreans' do. */
function isSurnameFirst({ words }: Block, first: number, end: number): boolean {
  return (
    end - first === 2 &&
    words[first + 1].includes("-") &&
    SURNAMES_FIRST.has(words[first]) &&
    /^\p{Lu}\p{Ll}+-\p{L}\p{Ll}+$/u.test(words[first + 1])
  );
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

/** The word that a paper calls an organization by from there on, which is one of its own: `Meridian Freight Limited ("Meridian")`; 0 where none is given. */
function definedBehind({ words, lower, tokens: { kinds, count } }: Block, first: number, end: number): number {
  if (end + 4 >= count || words[end] !== "(" || !DEFINED_HEADS.has(lower[end - 1]) || kinds[end + 1] !== TokenKind.QuotationMark) return 0;
  const word = words[end + 2];
  if (kinds[end + 3] !== TokenKind.QuotationMark || words[end + 4] !== ")") return 0;
  for (let i = first; i < end; i++) if (words[i] === word) return end + 2;
  return 0;
}

/** Whether a token stands alone in quotation marks, as a nickname does in a name. */
function isQuoted({ tokens: { kinds } }: Block, token: number): boolean {
  return kinds[token - 1] === TokenKind.QuotationMark && kinds[token + 1] === TokenKind.QuotationMark;
}

function initialsOf({ text, tokens }: Block, first: number, end: number): string {
  let initials = "";
  for (let i = first; i < end; i++) {
    const code = text.charCodeAt(tokens.starts[i]);
    if (charClass(code) === CharClass.Upper) initials += text[tokens.starts[i]];
  }
  return initials;
}
