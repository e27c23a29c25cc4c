import type { Gender } from "../identity/genders.js";
import { nounGender } from "../identity/references.js";
import { nounType } from "../identity/rolePhrases.js";
import { memoByBlock } from "../text/blockMemo.js";
import type { Block } from "../text/sourceText.js";
import { TokenKind } from "../text/tokens.js";
import words from "./characterWords.json" with { type: "json" };

/** A phrase for one person whom it gives no name: "the old man", "my mother". */
export interface PersonPhrase {
  /** Its first token and its end in the block. */
  readonly first: number;
  readonly end: number;
  /** The noun in lower case. */
  readonly noun: string;
  /** What tells the person apart in the text: the noun with its modifiers, with the possessive where one stands before it. */
  readonly key: string;
  readonly gender: Gender | null;
  /** "the", "my", a possessive: somebody the text has spoken of, or means only one of. */
  readonly definite: boolean;
}

const NOUNS: ReadonlySet<string> = new Set(words.personNouns.split(" "));
/** Words for persons that in stories are words for things: "his head". */
const THINGS: ReadonlySet<string> = new Set(words.things.split(" "));
const ARTICLES: ReadonlySet<string> = new Set(words.articles.split(" "));
const POSSESSIVES: ReadonlySet<string> = new Set(words.possessives.split(" "));
const NO_MODIFIERS: ReadonlySet<string> = new Set(words.noModifiers.split(" "));
const AGENT = /(?:keeper|master|mistress|man|woman|maid|boy|girl|smith|ist|ician|eer|wright)$/;

const MALE: ReadonlySet<string> = new Set(words.male.split(" "));
const FEMALE: ReadonlySet<string> = new Set(words.female.split(" "));
const MOST_MODIFIERS = 3;

/** Whether a noun in lower case is a word for one person. */
export function isPersonNoun(noun: string): boolean {
  if (THINGS.has(noun)) return false;
  const type = nounType(noun);
  if (type !== null) return type === "person" && !noun.endsWith("people");
  if (NOUNS.has(noun) || nounGender(noun) !== null || (noun.length > 5 && AGENT.test(noun))) return true;
  const hyphen = noun.lastIndexOf("-");
  return hyphen > 0 && (NOUNS.has(noun.slice(hyphen + 1)) || nounGender(noun.slice(hyphen + 1)) !== null);
}

/** The gender that a noun in lower case for a person tells. */
export function personGender(noun: string): Gender | null {
  const gender = nounGender(noun) ?? nounGender(noun.slice(noun.lastIndexOf("-") + 1));
  if (gender !== null) return gender;
  if (FEMALE.has(noun) || noun.endsWith("woman")) return "female";
  return MALE.has(noun) || (noun.endsWith("man") && noun.length > 5) ? "male" : null;
}

/** The phrases for persons in a block, in text order: a determiner, at most three modifiers, and the noun. */
export const findPersonPhrases = memoByBlock((block: Block): readonly PersonPhrase[] => {
  const { tokens, lower } = block;
  const found: PersonPhrase[] = [];
  for (let i = 1; i < tokens.count; i++) {
    if (tokens.kinds[i] !== TokenKind.Word || !isPersonNoun(lower[i])) continue;
    if (i + 1 < tokens.count && tokens.kinds[i + 1] === TokenKind.Word && isPersonNoun(lower[i + 1])) continue;
    const phrase = phraseAt(block, i);
    if (phrase) found.push(phrase);
  }
  return found;
});

function phraseAt({ tokens, lower }: Block, noun: number): PersonPhrase | null {
  for (let first = noun - 1; first >= 0 && noun - first <= MOST_MODIFIERS + 1; first--) {
    const word = lower[first];
    const owner = word === "'s" || word === "’s";
    if (!owner && tokens.kinds[first] !== TokenKind.Word) return null;
    if (!owner && !ARTICLES.has(word) && !POSSESSIVES.has(word)) {
      if (NO_MODIFIERS.has(word)) return null;
      continue;
    }
    const possessive = owner ? "'s " : POSSESSIVES.has(word) ? `${word} ` : "";
    return {
      first: owner ? first + 1 : first,
      end: noun + 1,
      noun: lower[noun],
      key: possessive + lower.slice(first + 1, noun + 1).join(" "),
      gender: personGender(lower[noun]) ?? (noun - first > 1 ? nounGender(lower[noun - 1]) : null),
      definite: possessive !== "" || word === "the" || word === "this" || word === "that",
    };
  }
  return null;
}
