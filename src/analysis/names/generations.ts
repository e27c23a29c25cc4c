import type { Block } from "../text/sourceText.js";
import { firstBehind, type TokenName } from "./spans.js";

/** Whether a word may stand behind a comma and tell a son from his father: "Jan Weld, Jr." */
export function tellsGeneration(word: string): boolean {
  return /^(?:Jr|Sr)\.?$/.test(word);
}

/** The person's name that ends with a token that `tellsGeneration` is true of, with the comma before it; null where none stands there. */
export function generationAt({ words }: Block, token: number, names: readonly TokenName[]): TokenName | null {
  // "Ann Weld, Jr. Airport"
  if (words[token - 1] !== "," || /^\p{Lu}/u.test(words[token + 1] ?? "")) return null;
  const name = names[firstBehind(names, token - 2)];
  return name?.type === "person" && name.end === token - 1 ? { ...name, end: token + 1 } : null;
}
