import type { Block } from "../text/sourceText.js";
import formNames from "./formNames.json" with { type: "json" };
import { isCapital } from "./lines.js";
import { firstBehind, type TokenName } from "./spans.js";

const STARTS: ReadonlySet<string> = new Set(formNames.eventStarts.split(" "));
const CONFIDENCE = 0.7;
const MOST_WORDS = 5;
const ORDINAL = /^(?:First|Second|Third|Fourth|Fifth)$/;

/** Whether a word may begin the name of an event that is called by what is behind "of". */
export function beginsEvent(word: string): boolean {
  return /^\p{Lu}\p{Ll}/u.test(word) && STARTS.has(word.toLowerCase());
}

/** "Treaty of Westphalia", "Festival of Pacific Arts", from a token on that `beginsEvent` is true of; null where no "of" with a name follows. */
export function eventOf(block: Block, first: number, names: readonly TokenName[]): TokenName | null {
  const { words } = block;
  const known = names[firstBehind(names, first)];
  if (known && known.first < first && known.end > first) return null;
  if (words[first + 1] !== "of") return null;
  const name = words[first + 2] === "the" ? first + 3 : first + 2;
  let end = name;
  while (end < name + MOST_WORDS && (isCapital(block, end) || (/^['’]s$/.test(words[end]) && isCapital(block, end + 1)))) end++;
  if (end === name || end === name + MOST_WORDS) return null;
  return { first: first > 0 && ORDINAL.test(words[first - 1]) ? first - 1 : first, end, type: "event", confidence: CONFIDENCE };
}
