import { ENTITY_TYPES, type EntityType } from "../analysis.js";
import { CharClass, charClass } from "../text/characters.js";
import type { Block } from "../text/sourceText.js";
import { definedType } from "./definitions.js";
import { foldedHash, mix } from "./hashing.js";
import { longFormBefore } from "./shortForms.js";
import type { TokenName } from "./spans.js";

const TYPES = ENTITY_TYPES.length;
/** Where the votes for "no name" are kept. */
const NO_NAME = TYPES;

/** A phrase of the document: how often it, or a name that it stands for, was taken for each type. */
export interface PhraseVotes {
  readonly votes: number[];
  continues: boolean;
}

/** How much a vote counts: a person's whole name speaks for the surname alone, an organization's for its initials. */
export const SURNAME_VOTE = 1;
export const GIVEN_VOTE = 0.5;
const INITIALS_VOTE = 2;
const DEFINITION_VOTE = 3;
const LONG_FORM_VOTE = 2;

const ORGANIZATION = ENTITY_TYPES.indexOf("organization");

/**
 * What a whole document says of its names (after Krishnan and Manning 2006: an effective two-stage model for non-local dependencies):
 * votes of every name found at first look for all places with the same words.
 */
export class Evidence {
  readonly #phrases = new Map<number, PhraseVotes>();

  /** @param weight 1, or less for names found where capitals say little. */
  addName(block: Block, { first, end, type }: TokenName, weight: number): void {
    const t = ENTITY_TYPES.indexOf(type);
    this.#vote(block, first, end, t, weight);
    if (end - first < 2) return;
    if (type === "person") {
      this.#vote(block, end - 1, end, t, SURNAME_VOTE * weight);
      this.#vote(block, first, first + 1, t, GIVEN_VOTE * weight);
    } else if (type === "organization") {
      const initials = initialsOf(block, first, end);
      if (initials.length > 2) this.#entry(phraseKey(0, initials, 0, initials.length)).votes[t] += INITIALS_VOTE * weight;
      if (isShortForm(block, end, initials)) this.#vote(block, end + 1, end + 2, t, INITIALS_VOTE * weight);
    }
  }

  /** A run of capitalised words, for what the text says that it is. */
  addDefinition(block: Block, first: number, end: number): void {
    const type = definedType(block, first, end);
    if (type) this.#vote(block, first, end, ENTITY_TYPES.indexOf(type), DEFINITION_VOTE);
    const long = longFormBefore(block, end);
    if (long) {
      this.#vote(block, long.first, long.end, ORGANIZATION, LONG_FORM_VOTE);
      this.#vote(block, end + 1, end + 2, ORGANIZATION, INITIALS_VOTE);
    }
  }

  /** A capitalised word that was no name, in a place where capitals mean something. */
  addPlainWord(block: Block, token: number): void {
    this.#vote(block, token, token + 1, NO_NAME, 1);
  }

  /** What is known of the phrase that goes on with one more token; undefined where nothing is. */
  find(key: number): PhraseVotes | undefined {
    return this.#phrases.get(key);
  }

  #vote(block: Block, first: number, end: number, type: number, weight: number): void {
    let key = 0;
    for (let i = first; i < end; i++) {
      key = tokenKey(block, i, key);
      const entry = this.#entry(key);
      if (i + 1 < end) entry.continues = true;
      else entry.votes[type] += weight;
    }
  }

  #entry(key: number): PhraseVotes {
    let entry = this.#phrases.get(key);
    if (!entry) {
      entry = { votes: new Array<number>(TYPES + 1).fill(0), continues: false };
      this.#phrases.set(key, entry);
    }
    return entry;
  }
}

/** The key of a phrase extended by a token; "al-Maliki" and "Maliki" are the same word. */
export function tokenKey(block: Block, token: number, key: number): number {
  const { text, tokens } = block;
  let start = tokens.starts[token];
  const end = tokens.ends[token];
  if (end - start > 5 && text.charCodeAt(start + 2) === 0x2d && /^[ae]l-/i.test(text.slice(start, start + 3))) start += 3;
  return phraseKey(key, text, start, end);
}

function phraseKey(key: number, text: string, start: number, end: number): number {
  return mix(key, foldedHash(text, start, end));
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

/** The type that the votes speak for. */
export interface Verdict {
  /** An index in ENTITY_TYPES, or that of ENTITY_TYPES.length for no name. */
  readonly type: number;
  /** The share of the votes, counted with half a vote for the unknown: 0..1. */
  readonly share: number;
}

/** The verdict of the votes without the one that this very place gave. */
export function verdictWithout(votes: readonly number[], own: EntityType | null, ownWeight: number): Verdict | null {
  const ownType = own === null ? NO_NAME : ENTITY_TYPES.indexOf(own);
  let total = 0.5;
  let best = -1;
  let most = 0;
  for (let t = 0; t <= TYPES; t++) {
    const count = Math.max(0, votes[t] - (t === ownType ? ownWeight : 0));
    total += count;
    if (count > most) {
      most = count;
      best = t;
    }
  }
  return best < 0 ? null : { type: best, share: most / total };
}
