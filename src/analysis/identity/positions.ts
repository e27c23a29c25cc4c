import type { Block } from "../text/sourceText.js";
import genderWords from "./genderWords.json" with { type: "json" };
import type { Position } from "./pronounFeatures.js";

/** How far before its name a role may begin, in tokens. */
const LONGEST_ROLE = 9;

const CLAUSE_OPENERS: ReadonlySet<string> = new Set(genderWords.clauseOpeners.split(" "));
const PREPOSITIONS: ReadonlySet<string> = new Set(genderWords.prepositions.split(" "));

/** How a name stands in its sentence. @param endToken the first token after the name. @param sentenceStart the first token of the sentence. */
export function positionOf(block: Block, firstToken: number, endToken: number, sentenceStart: number): Position {
  const { text, tokens, lower } = block;
  const isShort = endToken < tokens.count && tokens.ends[endToken] - tokens.starts[endToken] <= 2;
  const after = isShort ? lower[endToken] : "";
  if (after === "'s" || after === "’s" || after === "'" || after === "’") return "possessive";
  let before = firstToken - 1;
  while (before >= sentenceStart && firstToken - before <= LONGEST_ROLE && belongsToName(text, tokens.starts[before])) before--;
  if (before < sentenceStart) {
    const opener = firstToken > sentenceStart ? lower[sentenceStart] : "";
    return PREPOSITIONS.has(opener) ? "prepositional" : "subject";
  }
  const word = lower[before];
  if (PREPOSITIONS.has(word)) return "prepositional";
  const opens = CLAUSE_OPENERS.has(word) || word === "," || tokens.kinds[before] === 3;
  return opens && tokens.kinds[Math.min(endToken, tokens.count - 1)] === 0 && endToken < tokens.count ? "subject" : "other";
}

/** Whether a word before a name may be part of its role: a capital, a bracket, or "of" and "the" between capitals. */
function belongsToName(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === 0x28 || code === 0x29 || (code >= 0x41 && code <= 0x5a)) return true;
  return text.startsWith("of ", at) || text.startsWith("the ", at) || text.startsWith("and ", at);
}
