import type { Block } from "../text/sourceText.js";
import definitions from "./definitions.json" with { type: "json" };
import type { TokenName } from "./spans.js";
import { isTitleWord } from "./titles.js";

/** What somebody does whose surname opens a sentence: "May said". */
const SAYING: ReadonlySet<string> = new Set(definitions.saying.split(" "));
/** Behind these a place is a place, whoever bears its name: "flew to Sofia". */
const BEFORE_PLACES = /^(?:in|at|to|from|of|near|for|across|around|outside|towards?|into|over|through|between)$/i;

/** What it is worth, in the model's integers, that only a person can stand there whom the document names in full. */
const SURNAME_WORTH = 500;
const GIVEN_WORTH = 250;

/**
 * What is added for a person where the labels have no name, or a place, at a single word of a full name that the document has: "May said",
 * "May, 51," and "Minister May" beside "Owen May", "Sofia is" beside "Sofia Hale".
 * @param own the name that the labels have at the word; null where they have none.
 */
export function worthOfSingle({ words, lower }: Block, token: number, own: TokenName | null): number {
  const before = words[token - 1] ?? "";
  if (own !== null) return own.type === "place" && own.end - own.first === 1 && !BEFORE_PLACES.test(before) ? GIVEN_WORTH : 0;
  const next = lower[token + 1] ?? "";
  const isAged = next === "," && /^\d\d$/.test(words[token + 2] ?? "") && /^[,.]$/.test(words[token + 3] ?? "");
  return isAged || SAYING.has(next) || (/^\p{Lu}/u.test(before) && isTitleWord(before)) ? SURNAME_WORTH : 0;
}
