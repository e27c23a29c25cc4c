import type { Block } from "../text/sourceText.js";
import { TokenKind } from "../text/tokens.js";
import { memoByWord } from "../text/vocabulary.js";
import { compoundNoun } from "./compoundNouns.js";
import type { Gender } from "./genders.js";
import genderWords from "./genderWords.json" with { type: "json" };
import { nounType } from "./rolePhrases.js";
import roleWords from "./roleWords.json" with { type: "json" };

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

/** What words can refer to, each sort once: a word is told by its place in the list. */
const REFERRING: readonly (ReferringWord | null)[] = [
  null,
  { kind: "determiner" },
  // "a" or "an": "that a president was sent away" is about no "that president".
  { kind: "article" },
  { kind: "age" },
  ...Array.from(PRONOUNS.values(), ([pronoun, role]) => ({ kind: "pronoun", pronoun, case: role }) as const),
  ...(["person", "organization", "place"] as const).flatMap((type) =>
    (["female", "male", null] as const).map((gender) => ({ kind: "noun", type, gender }) as const),
  ),
];
const [NO_REFERENCE, DETERMINER, ARTICLE, AGE] = [0, 1, 2, 3];
/** The noun of "the 38-year-old" and of "the mother of four". */
export const AGED = "year-old";
const AFTER_AGED: ReadonlySet<string> = new Set(genderWords.afterAged.split(" "));
const PARENTS: ReadonlySet<string> = new Set(genderWords.parents.split(" "));
const COUNT = /^(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)$/;
const PARENT_OF = new RegExp(`^(?:${genderWords.parents.replaceAll(" ", "|")})-of-(?:one|${COUNT.source.slice(4, -2)})$`);
const SHORTEST_WORD = 2;
const LONGEST_WORD = 24;

/** The place of what a word refers to among `REFERRING`. */
const referringWord = memoByWord((word) => readReferringWord(word.toLowerCase()));

function readReferringWord(word: string): number {
  if (word === "a" || word === "an") return ARTICLE;
  if (word.length < SHORTEST_WORD || word.length > LONGEST_WORD) return NO_REFERENCE;
  if (word === "the" || word === "this" || word === "that") return DETERMINER;
  if (word === "old") return AGE;
  const pronoun = PRONOUNS.get(word);
  if (pronoun) return REFERRING.findIndex((each) => each?.kind === "pronoun" && each.pronoun === pronoun[0] && each.case === pronoun[1]);
  const parent = PARENT_OF.test(word) ? word.slice(0, word.indexOf("-")) : null;
  const type = parent ? "person" : nounType(word);
  if (type === null) return NO_REFERENCE;
  const gender = nounGender(parent ?? word);
  return REFERRING.findIndex((each) => each?.kind === "noun" && each.type === type && each.gender === gender);
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
      if (!joinsWords(block, i)) determiner = -1;
      continue;
    }
    const place = referringWord(block, i);
    if (place === NO_REFERENCE) continue;
    const word = REFERRING[place];
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
    if (BEFORE_ROLES.has(lower[i]) && isPersonNoun(block, i + 1)) continue;
    const { type, gender } = word;
    const parent = i > 0 && determiner === i - 1 && gender !== null ? readParent(block, i, gender) : null;
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
    // "the harbour board chief"
    if (type === "person" || !isPersonNoun(block, i + 1)) determiner = -1;
  }
  // A copy has no more room than it needs, and very many are kept.
  return found?.slice() ?? NO_REFERENCES;
}

/** The hyphen of "the German-born painter". */
function joinsWords({ tokens: { starts, ends, count }, lower }: Block, hyphen: number): boolean {
  return lower[hyphen] === "-" && hyphen + 1 < count && starts[hyphen] === ends[hyphen - 1] && starts[hyphen + 1] === ends[hyphen];
}

/** "the chief executive", "the head coach": the noun behind is what the person is. */
const BEFORE_ROLES: ReadonlySet<string> = new Set(roleWords.beforeRoles.split(" "));

function isPersonNoun(block: Block, token: number): boolean {
  if (token >= block.tokens.count || block.tokens.kinds[token] !== TokenKind.Word) return false;
  const word = REFERRING[referringWord(block, token)];
  return word?.kind === "noun" && word.type === "person";
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
