import abbreviations from "./abbreviations.json" with { type: "json" };
import { CharClass, charClass } from "./characters.js";
import starters from "./starters.json" with { type: "json" };
import { TokenKind, type Tokens } from "./tokens.js";

const NEVER_LAST: ReadonlySet<string> = new Set(
  [
    ...abbreviations.titles,
    ...abbreviations.months,
    ...abbreviations.givenNames,
    ...abbreviations.others,
    ...abbreviations.numbered,
  ].filter((word) => !abbreviations.endings.includes(word)),
);
const STARTERS: ReadonlySet<string> = new Set(starters.words);

const CLOSING = "\"'”’»)]}›";

/**
 * Finds where sentences begin. An abbreviation or initial ends a sentence only where a common first word follows.
 * @param text the text of one block.
 * @returns the index of the first token of each sentence; the first is 0, empty where there are no tokens.
 */
export function findSentences(text: string, tokens: Tokens): readonly number[] {
  const firsts: number[] = tokens.count > 0 ? [0] : [];
  for (let i = 0; i < tokens.count - 1; i++) {
    if (!endsSentence(text, tokens, i)) continue;
    let next = i + 1;
    while (next < tokens.count && isTrailing(text, tokens, next)) next++;
    if (next < tokens.count && startsSentence(text, tokens, i, next)) firsts.push(next);
    i = next - 1;
  }
  // A copy has no more room than it needs, and very many are kept.
  return firsts.length > 1 ? firsts.slice() : firsts;
}

function endsSentence(text: string, tokens: Tokens, i: number): boolean {
  const last = text.charCodeAt(tokens.ends[i] - 1);
  if (last === 0x21 || last === 0x3f || last === 0x2026 || isForeignStop(last)) return tokens.kinds[i] === TokenKind.Punctuation;
  return last === 0x2e && tokens.kinds[i] !== TokenKind.Number;
}

/** The Arabic question mark and full stop, the Devanagari danda, the full-width marks of Chinese and Japanese. */
function isForeignStop(code: number): boolean {
  return code === 0x061f || code === 0x06d4 || code === 0x0964 || isWideStop(code);
}

/** Full-width marks: no space follows them. */
function isWideStop(code: number): boolean {
  return code === 0x3002 || code === 0xff01 || code === 0xff1f;
}

/** Marks that close what the sentence opened, further full stops, and the number of a note: "so.[12]". */
function isTrailing(text: string, tokens: Tokens, i: number): boolean {
  const touches = tokens.starts[i] === tokens.ends[i - 1];
  if (touches && isInNote(text, tokens, i)) return true;
  if (!touches || tokens.ends[i] - tokens.starts[i] !== 1) return false;
  const code = text.charCodeAt(tokens.starts[i]);
  return CLOSING.includes(text[tokens.starts[i]]) || code === 0x2e || code === 0x21 || code === 0x3f || code === 0x2026;
}

const NOTE = /^\[\d{1,3}\]/;

/** Whether a token is the bracket or the number of "[12]". */
function isInNote(text: string, tokens: Tokens, i: number): boolean {
  const start = tokens.starts[i];
  if (text[start] === "[") return NOTE.test(text.slice(start, start + 5));
  return tokens.kinds[i] === TokenKind.Number && text[start - 1] === "[" && NOTE.test(text.slice(start - 1, start + 4));
}

/** Nobody is called "on X. Weld": X is where it was posted. */
function startsSentence(text: string, tokens: Tokens, i: number, next: number): boolean {
  if (tokens.starts[next] === tokens.ends[next - 1] && !isWideStop(text.charCodeAt(tokens.ends[i] - 1))) return false;
  let word = next;
  while (word < tokens.count && tokens.kinds[word] !== TokenKind.Word && tokens.kinds[word] !== TokenKind.Number && word < next + 3) word++;
  if (word >= tokens.count) return true;
  const first = charClass(text.charCodeAt(tokens.starts[word]));
  if (first === CharClass.Lower) return false;
  if (tokens.kinds[i] !== TokenKind.Word) return true;
  const abbreviation = text.slice(tokens.starts[i], tokens.ends[i] - 1);
  if (NEVER_LAST.has(abbreviation)) return false;
  if (abbreviation === "X" && i > 0 && text.slice(tokens.starts[i - 1], tokens.ends[i - 1]) === "on") return true;
  return STARTERS.has(text.slice(tokens.starts[word], tokens.ends[word])) || tokens.kinds[next] === TokenKind.QuotationMark;
}
