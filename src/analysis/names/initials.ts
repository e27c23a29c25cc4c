import type { Block } from "../text/sourceText.js";
import { isTitleCase } from "./lines.js";
import { flagsOf, GIVEN_BIT } from "./personsWithin.js";
import { firstBehind, type TokenName } from "./spans.js";
import { withSpans } from "./withSpans.js";
import wordKinds from "./wordKinds.json" with { type: "json" };
import type { WordLists } from "./wordLists.js";

/** What a letter numbers: "vitamin C. Ron Vesk said". */
const BEFORE_LETTERS: ReadonlySet<string> = new Set(wordKinds.beforeLetters.split(" "));
const CONFIDENCE = 0.6;
const MOST_INITIALS = 3;

/** Whether a word is one capital with a full stop. */
export function isInitial(word: string): boolean {
  return word.length === 2 && /^\p{Lu}\.$/u.test(word);
}

/**
 * Gives persons the initials before their given names that the labels left out, and finds those whom the labels left out altogether for
 * them: "L. Ron Hubbard" behind "writer".
 */
export function withInitials(block: Block, names: readonly TokenName[], lists: WordLists): readonly TokenName[] {
  const { words, tokens } = block;
  let added: TokenName[] | null = null;
  for (let i = 1; i + 2 < tokens.count; i++) {
    if (words[i].length !== 2 || !isInitial(words[i]) || !mayFollow(block, i)) continue;
    let given = i + 1;
    while (given < i + MOST_INITIALS && isInitial(words[given])) given++;
    const name = personAt(block, i, given, names, lists);
    if (!name) continue;
    added ??= [];
    added.push(name);
    i = name.end - 1;
  }
  return added ? withSpans(names, added) : names;
}

/** Whether a person's name may begin at an initial: behind a small word or a mark inside a sentence. */
function mayFollow({ words, lower }: Block, initial: number): boolean {
  const before = words[initial - 1];
  return (before === "," || /^\p{Ll}[\p{Ll}-]*$/u.test(before)) && !BEFORE_LETTERS.has(lower[initial - 1]);
}

function personAt(block: Block, first: number, given: number, names: readonly TokenName[], lists: WordLists): TokenName | null {
  const known = names[firstBehind(names, first)];
  if (known && known.first <= first) return null;
  if (known && known.first < given + 2) return known.first === given && known.type === "person" ? { ...known, first } : null;
  const isGiven = isTitleCase(block, given) && (flagsOf(lists, block.words[given]) & GIVEN_BIT) !== 0;
  return isGiven && isTitleCase(block, given + 1) ? { first, end: given + 2, type: "person", confidence: CONFIDENCE } : null;
}
