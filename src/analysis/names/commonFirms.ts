import type { Block } from "../text/sourceText.js";
import { memoByWord } from "../text/vocabulary.js";
import definitions from "./definitions.json" with { type: "json" };
import formNames from "./formNames.json" with { type: "json" };
import { isCapital } from "./lines.js";
import { firstBehind, type TokenName } from "./spans.js";
import { withSpans } from "./withSpans.js";

/** Organizations that are called by a common word. */
const COMMON: ReadonlySet<string> = new Set(formNames.commonWordFirms.split(" "));
/** What only persons and organizations do, and no block or shell. */
const SAID: ReadonlySet<string> = new Set(formNames.saidOfCommonFirms.split(" "));
/** Who and what an organization has: "Snap shares", "Meta's chief executive". */
const HAS: ReadonlySet<string> = new Set(`${definitions.afterOrganizations} ${formNames.ofCommonFirms}`.split(" "));
const HEADS: ReadonlySet<string> = new Set(`${definitions.ofOrganizations} shares stake stakes`.split(" "));
const NOUNS: ReadonlySet<string> = new Set(`${definitions.organization} ${formNames.describingCommonFirms}`.split(" "));
/** What is called so in the world of a text and is a network: "wrote on X". */
const NETWORK = "X";
const ON: ReadonlySet<string> = new Set(["on", "via"]);

/** What shares do: "Grab rose." */
const MOVES: ReadonlySet<string> = new Set(formNames.movesOfShares.split(" "));
const DETERMINERS: ReadonlySet<string> = new Set(["the", "a", "an", "this", "his", "her", "their", "my", "our", "your"]);

const CONFIDENCE = 0.7;
const LONGEST_DESCRIPTION = 4;

/** 1 for a word that may be such an organization's name. */
const isCommonFirmWord = memoByWord((word) => (COMMON.has(word) ? 1 : word === NETWORK ? 2 : 0));

/** Whether a word, with a capital, may be such an organization's name. */
export function mayBeCommonFirm(word: string): boolean {
  return COMMON.has(word) || word === NETWORK;
}

/** Adds the organizations of common words that the labels left out. */
export function withCommonFirms(block: Block, names: readonly TokenName[]): readonly TokenName[] {
  let added: TokenName[] | null = null;
  for (let i = 0; i < block.tokens.count; i++) {
    if (isCommonFirmWord(block, i) === 0 || !isCommonFirm(block, i, i + 1)) continue;
    const known = names[firstBehind(names, i)];
    if (known && known.first <= i) continue;
    added ??= [];
    added.push({ first: i, end: i + 1, type: "organization", confidence: CONFIDENCE });
  }
  return added ? withSpans(names, added) : names;
}

/**
 * Whether the words beside a capitalised word that is a common one tell that it is an organization's name: "Snap said", "shares in Block",
 * "Neon, the broker", "wrote on X".
 */
export function isCommonFirm(block: Block, first: number, end: number): boolean {
  const kind = end - first === 1 ? isCommonFirmWord(block, first) : 0;
  if (kind === 0) return false;
  const { words, lower, tokens } = block;
  const next = lower[end] ?? "";
  if (kind === 2) {
    if (next === "," && lower[end + 1] === "formerly") return true;
    return ON.has(words[first - 1] ?? "") && (!/^[\p{L}\d-]/u.test(next) || /^(?:that|from|after|by|late|early|to|and|in)$/.test(next));
  }
  if (DETERMINERS.has(lower[first - 1] ?? "")) return false;
  if (SAID.has(next) || (MOVES.has(next) && /^(?:\d|[.,;]$|as$|after$|on$|by$|to$)/.test(words[end + 1] ?? "."))) return true;
  const owned = /^['’]s$/.test(next) ? end + 1 : end;
  if (HAS.has(lower[owned] ?? "") || (lower[owned] === "chief" && /^(?:executive|financial|operating)$/.test(lower[owned + 1] ?? "")))
    return true;
  if (/^(?:of|in|at)$/.test(words[first - 1] ?? "") && (HEADS.has(lower[first - 2] ?? "") || lower[first - 2] === "executive")) return true;
  if (next !== "," || !/^(?:the|an?|its|whose|which)$/.test(lower[end + 1] ?? "") || isCapital(block, end + 2)) return false;
  for (let i = end + 2; i < tokens.count && i < end + 2 + LONGEST_DESCRIPTION; i++) {
    if (!/^\p{L}/u.test(words[i])) return false;
    if (NOUNS.has(lower[i])) return true;
  }
  return false;
}
