import type { EntityType } from "../analysis.js";
import { type Block, tokenText } from "../text/sourceText.js";
import wordKinds from "./wordKinds.json" with { type: "json" };

/** "MSc Economics": what somebody has studied. */
const DEGREES: ReadonlySet<string> = new Set(wordKinds.degrees.split(" "));
/** "Defendants", whom papers before a court write with a capital. */
const PARTIES: ReadonlySet<string> = new Set(wordKinds.partiesToCases.split(" "));

/** What faiths have, and what somebody comes to. */
const OF_FAITHS: ReadonlySet<string> = new Set(wordKinds.ofFaiths.split(" "));

const OFFICES: ReadonlyMap<string, ReadonlySet<string>> = secondWords(wordKinds.officesAlone.split("|"));
const MAJESTIES: ReadonlySet<string> = new Set(wordKinds.majesties.split(" "));

/** Whether words that the labels have for a name are none: a degree, a party to a case, an office, what somebody is addressed by. */
export function isNoName(block: Block, first: number, end: number, type: EntityType): boolean {
  const { words, lower } = block;
  if ((DEGREES.has(words[first]) && !isStateOfAddress(block, end, type)) || isPartyAndState(block, first, end)) return true;
  if (type === "work" && isShouted(block, first, end)) return true;
  if (type === "person" && end - first === 1 && isFaith(block, first)) return true;
  if (end - first === 1) return PARTIES.has(lower[first]) || isCitation(block, first) || isAddressed(block, first);
  if (end - first === 2 && OFFICES.get(words[first])?.has(words[first + 1])) return true;
  // "the Work and Pensions Secretary"
  if (type === "person" && end - first === 2 && /^(?:secretary|minister)$/.test(lower[end - 1]) && lower[first - 1] === "and") return true;
  // "Health Cabinet Secretary"
  return type === "organization" && lower[end - 1] === "cabinet" && lower[end] === "secretary";
}

/** "MA" in "Boston, MA 02108". */
function isStateOfAddress({ words }: Block, end: number, type: EntityType): boolean {
  return type === "place" && /^\d{5}$/.test(words[end] ?? "");
}

/** Of phrases of two words, the second ones by the first: looking a phrase up would make a string of it. */
function secondWords(phrases: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const phrase of phrases) {
    const [first, second] = phrase.split(" ");
    found.set(first, (found.get(first) ?? new Set()).add(second));
  }
  return found;
}

/** "Islam's holiest site", "the spread of Islam": the faith, and nobody of the surname. */
function isFaith({ words, lower }: Block, token: number): boolean {
  if (words[token] !== "Islam") return false;
  if (/^['’]s$/.test(words[token + 1] ?? "")) return OF_FAITHS.has(lower[token + 2] ?? "");
  return /^(?:of|in|to|about|against)$/.test(words[token - 1] ?? "") && OF_FAITHS.has(lower[token - 2] ?? "");
}

/** "EWHC" in "[2022] EWHC 2041": a court, in a case's citation. */
function isCitation({ words }: Block, token: number): boolean {
  return words[token - 1] === "]" && /^\p{Lu}[\p{Lu}\p{Ll}]+$/u.test(words[token]) && /^\d+$/.test(words[token + 1] ?? "");
}

/** `shouted "Jai Weld"`: what is shouted is no work. */
function isShouted({ words }: Block, first: number, end: number): boolean {
  if (!/^["“‘'«]$/.test(words[first - 1] ?? "") || !/^["”’'»,.!]$/.test(words[end] ?? "")) return false;
  const verb = /^[,:]$/.test(words[first - 2] ?? "") ? first - 3 : first - 2;
  return /^(?:shout|chant|yell|scream|cr(?:y|ied))(?:s|ed|ing)?$/.test(words[verb] ?? "");
}

/** "Your Lordship". */
function isAddressed({ lower }: Block, token: number): boolean {
  return MAJESTIES.has(lower[token]) && /^(?:your|his|her|their|my)$/.test(lower[token - 1] ?? "");
}

/** "R-Tenn.", "D-N.Y.": for whom and where a member of Congress sits, which is no name. */
function isPartyAndState(block: Block, first: number, end: number): boolean {
  const word = tokenText(block, first);
  return end - first <= 2 && word[1] === "-" && /^[RDI]-\p{Lu}/u.test(word);
}
