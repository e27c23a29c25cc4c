import type { Block } from "../text/sourceText.js";
import { TokenKind } from "../text/tokens.js";
import { compoundNoun } from "./compoundNouns.js";
import type { Gender } from "./genders.js";
import genderWords from "./genderWords.json" with { type: "json" };
import { nounType } from "./roles.js";

/** What a third-person pronoun can stand for. */
export type PronounKind = Gender | "thing" | "many";
export type PronounCase = "subject" | "object" | "possessive";

/** A word of a block that refers to something named elsewhere, or competes with what is. */
export type Reference = PronounReference | NounReference;

export interface PronounReference {
  readonly kind: "pronoun";
  readonly token: number;
  readonly endToken: number;
  readonly pronoun: PronounKind;
  readonly case: PronounCase;
  /** Whether the pronoun opens its sentence. */
  readonly first: boolean;
}

/** A noun for a person, organization or place, with the words before it back to its "the" or "this". */
export interface NounReference {
  readonly kind: "noun";
  readonly token: number;
  readonly endToken: number;
  readonly noun: string;
  readonly type: "person" | "organization" | "place";
  readonly definite: boolean;
  /** Whether "a" or "an" stands before it: somebody new. */
  readonly introduces: boolean;
  readonly gender: Gender | null;
}

const PRONOUNS: ReadonlyMap<string, readonly [PronounKind, PronounCase]> = new Map(
  Object.entries(genderWords.pronouns).map(([word, sort]) => {
    const [kind, role] = sort.split(" ");
    return [word, [kind as PronounKind, role as PronounCase]] as const;
  }),
);
const FEMALE_NOUNS: ReadonlySet<string> = new Set(genderWords.female.split(" "));
const MALE_NOUNS: ReadonlySet<string> = new Set(genderWords.male.split(" "));
const AFTER_OBJECT: ReadonlySet<string> = new Set(genderWords.afterObjectPronoun.split(" "));

const LONGEST_PHRASE = 4;

/** The gender that a noun or title tells, or null. */
export function nounGender(noun: string): Gender | null {
  if (FEMALE_NOUNS.has(noun)) return "female";
  return MALE_NOUNS.has(noun) ? "male" : null;
}

/** What a word by itself can refer to. */
type ReferringWord =
  | { readonly kind: "determiner" }
  | { readonly kind: "article" }
  | { readonly kind: "age" }
  | { readonly kind: "pronoun"; readonly pronoun: PronounKind; readonly case: PronounCase }
  | { readonly kind: "noun"; readonly type: NounReference["type"]; readonly gender: Gender | null };

const DETERMINER: ReferringWord = { kind: "determiner" };
/** "a" or "an": "that a president was sent away" is about no "that president". */
const ARTICLE: ReferringWord = { kind: "article" };
const AGE: ReferringWord = { kind: "age" };
/** The noun of "the 38-year-old" and of "the mother of four". */
export const AGED = "year-old";
const AFTER_AGED: ReadonlySet<string> = new Set(genderWords.afterAged.split(" "));
const PARENTS: ReadonlySet<string> = new Set(genderWords.parents.split(" "));
const COUNT = /^(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)$/;
const PARENT_OF = new RegExp(`^(?:${genderWords.parents.replaceAll(" ", "|")})-of-(?:one|${COUNT.source.slice(4, -2)})$`);
const SHORTEST_WORD = 2;
const LONGEST_WORD = 24;

/** How many words are remembered before all are forgotten, so that the memory stays bounded. */
const MOST_WORDS = 50_000;

const referringWords = new Map<string, ReferringWord | null>();

function referringWord(word: string): ReferringWord | null {
  let known = referringWords.get(word);
  if (known === undefined) {
    if (referringWords.size >= MOST_WORDS) referringWords.clear();
    known = readReferringWord(word);
    referringWords.set(word, known);
  }
  return known;
}

function readReferringWord(word: string): ReferringWord | null {
  if (word === "a" || word === "an") return ARTICLE;
  if (word.length < SHORTEST_WORD || word.length > LONGEST_WORD) return null;
  if (word === "the" || word === "this" || word === "that") return DETERMINER;
  if (word === "old") return AGE;
  const pronoun = PRONOUNS.get(word);
  if (pronoun) return { kind: "pronoun", pronoun: pronoun[0], case: pronoun[1] };
  const parent = PARENT_OF.test(word) ? word.slice(0, word.indexOf("-")) : null;
  if (parent) return { kind: "noun", type: "person", gender: nounGender(parent) };
  const type = nounType(word);
  return type === null ? null : { kind: "noun", type, gender: nounGender(word) };
}

const NO_REFERENCES: readonly Reference[] = [];

/** The pronouns of the third person and the nouns for persons, organizations and places of a block, in text order. */
export function findReferences(block: Block): readonly Reference[] {
  const { tokens, sentences, lower } = block;
  const { count, kinds } = tokens;
  let found: Reference[] | null = null;
  let sentence = 0;
  let determiner = -1;
  for (let i = 0; i < count; i++) {
    if (kinds[i] !== 0) {
      determiner = -1;
      continue;
    }
    const word = referringWord(lower[i]);
    if (word === null) continue;
    if (word.kind === "determiner") {
      determiner = i;
      continue;
    }
    if (word.kind === "article") {
      determiner = -1;
      continue;
    }
    if (word.kind === "age") {
      const aged = readAged(block, i);
      if (aged && found) found.push(aged);
      else if (aged) found = [aged];
      continue;
    }
    while (sentence + 1 < sentences.length && sentences[sentence + 1] <= i) sentence++;
    found ??= [];
    if (word.kind === "pronoun") {
      const isHer = lower[i] === "her" && takesNoun(block, i);
      const isObjectIt = lower[i] === "it" && i > 0 && kinds[i - 1] === 0 && !opensClause(block, i);
      found.push({
        kind: "pronoun",
        token: i,
        endToken: i + 1,
        pronoun: word.pronoun,
        case: isHer ? "possessive" : isObjectIt ? "object" : word.case,
        first: sentences[sentence] === i,
      });
      continue;
    }
    const { type, gender } = word;
    const parent = determiner === i - 1 && gender !== null ? readParent(block, i, gender) : null;
    if (parent) {
      found.push(parent);
      determiner = -1;
      continue;
    }
    const definite = determiner >= 0 && i - determiner <= LONGEST_PHRASE && determiner >= (sentences[sentence] ?? 0);
    found.push({
      kind: "noun",
      token: definite ? determiner : i,
      endToken: i + 1,
      noun: compoundNoun(lower[i - 1], lower[i]),
      type,
      definite,
      introduces: !definite && followsArticle(block, i),
      gender,
    });
    determiner = -1;
  }
  return found ?? NO_REFERENCES;
}

/** Whether "a" or "an" stands before a noun and the few words that describe it. */
function followsArticle({ lower, tokens }: Block, noun: number): boolean {
  for (let i = noun - 1; i >= 0 && i >= noun - LONGEST_PHRASE && tokens.kinds[i] === TokenKind.Word; i--)
    if (INTRODUCING.has(lower[i])) return true;
  return false;
}

/** Words that bring up somebody new. */
const INTRODUCING: ReadonlySet<string> = new Set(["a", "an", "another"]);

/** "the mother of four", "the mother-of-four"; null where it is said of whom: "the mother of two boys". @param noun the token "mother". */
function readParent({ lower, tokens }: Block, noun: number, gender: Gender): NounReference | null {
  const isOneWord = PARENT_OF.test(lower[noun]);
  if (!isOneWord && !(PARENTS.has(lower[noun]) && lower[noun + 1] === "of" && COUNT.test(lower[noun + 2] ?? ""))) return null;
  const endToken = isOneWord ? noun + 1 : noun + 3;
  const next = endToken < tokens.count && tokens.kinds[endToken] === TokenKind.Word ? lower[endToken] : "";
  if (next !== "" && !AFTER_AGED.has(next) && !AFTER_OBJECT.has(next) && !next.endsWith("ed")) return null;
  return { kind: "noun", token: noun - 1, endToken, noun: AGED, type: "person", definite: true, introduces: false, gender };
}

/** "the 38-year-old", "the 38-year-old nurse"; null where another noun follows. @param old the token "old". */
function readAged({ lower, tokens }: Block, old: number): NounReference | null {
  const [the, age] = [old - 5, old - 4];
  if (the < 0 || lower[the] !== "the" || lower[old - 2] !== "year" || !/^\d{1,3}$/.test(lower[age])) return null;
  const next = old + 1 < tokens.count && tokens.kinds[old + 1] === TokenKind.Word ? lower[old + 1] : "";
  const isPerson = next !== "" && nounType(next) === "person";
  if (next !== "" && !isPerson && !AFTER_AGED.has(next) && !AFTER_OBJECT.has(next) && !next.endsWith("ed")) return null;
  const gender = isPerson ? nounGender(next) : null;
  const endToken = isPerson ? old + 2 : old + 1;
  return { kind: "noun", token: the, endToken, noun: AGED, type: "person", definite: true, introduces: false, gender };
}

/** Whether "her" stands before a noun of its own. */
function takesNoun({ lower, tokens }: Block, at: number): boolean {
  if (at + 1 >= tokens.count || tokens.kinds[at + 1] !== 0) return false;
  return !AFTER_OBJECT.has(lower[at + 1]);
}

const CLAUSE_OPENERS: ReadonlySet<string> = new Set(genderWords.clauseOpeners.split(" "));

function opensClause({ lower }: Block, at: number): boolean {
  return CLAUSE_OPENERS.has(lower[at - 1]);
}
