import { type Block, tokenText } from "../text/sourceText.js";
import formNames from "./formNames.json" with { type: "json" };
import type { TokenName } from "./spans.js";

const CONFIDENCE = 0.7;
const MOST_WORDS = 5;

/** What is called by a word of its own, and how many words that may be. */
const CALLED: readonly (readonly [head: string, most: number])[] = [
  ["Operation", MOST_WORDS],
  ["Hurricane", 1],
  ["Typhoon", 1],
  ["Cyclone", 1],
  ["Storm", 1],
];

/** What is about a storm and no storm's name: "Storm Warning". */
const ABOUT_STORMS: ReadonlySet<string> = new Set(formNames.aboutStorms.split(" "));

/** "Tropical Storm Vesk", "Super Typhoon Vesk". */
const STRENGTHS = /^(?:Tropical|Subtropical|Post-Tropical|Super|Severe)$/;
const STORM = /^(?:Hurricane|Typhoon|Cyclone|Storm)$/;
const OPENERS = /^(?:Before|After|During|Since|When|As|Then|Until|While|Like|Unlike|Although|But|And|In)$/;

const HEADS: ReadonlySet<string> = new Set(CALLED.map(([head]) => head));

/** Whether a word begins the name of an operation or a storm. */
export function beginsOperation(word: string): boolean {
  return HEADS.has(word);
}

/** Whether a run of capitalised words is a storm's name with what it is: "Hurricane Vesk", "Tropical Storm Vesk". Its last word is what it is called by. */
export function isStorm({ words, lower }: Block, first: number, end: number): boolean {
  const called = end - 1;
  if (called - first < 1 || called - first > 2 || !STORM.test(words[called - 1]) || ABOUT_STORMS.has(lower[called])) return false;
  return called - first === 1 || STRENGTHS.test(words[first]) || OPENERS.test(words[first]);
}

/** Adds military operations by their code names ("Operation Blue Heron") and storms, in place of the names found inside these words. */
export function withOperations(block: Block, names: readonly TokenName[]): readonly TokenName[] {
  let all = names;
  for (const [head, most] of CALLED) all = withCalled(block, all, head, most);
  return all;
}

function withCalled(block: Block, names: readonly TokenName[], head: string, most: number): readonly TokenName[] {
  const { words } = block;
  let at = words.indexOf(head);
  if (at < 0) return names;
  const out: TokenName[] = [];
  let n = 0;
  for (; at >= 0; at = words.indexOf(head, at + 1)) {
    const end = endOfCodeName(block, at, most);
    const first = at > 0 && most === 1 && STRENGTHS.test(words[at - 1]) ? at - 1 : at;
    for (; n < names.length && names[n].end <= first; n++) out.push(names[n]);
    // "Before Storm Vesk" opens a sentence.
    const opens = n < names.length && names[n].first === first - 1 && names[n].end <= end && OPENERS.test(words[first - 1]);
    const crosses = n < names.length && !opens && (names[n].first < first || (names[n].first === first && names[n].end > end));
    if (end === at + 1 || crosses || (most === 1 && ABOUT_STORMS.has(block.lower[at + 1]))) continue;
    out.push({ first, end, type: "event", confidence: CONFIDENCE });
    while (n < names.length && names[n].first < end) n++;
  }
  return [...out, ...names.slice(n)];
}

/** Behind the capitalised words that follow, with an "of" or "of the" between them. */
function endOfCodeName(block: Block, operation: number, most: number): number {
  let end = operation + 1;
  for (let i = end; i < block.tokens.count && i <= operation + most; i++) {
    const word = tokenText(block, i);
    if (/^\p{Lu}[\p{L}-]+$/u.test(word)) end = i + 1;
    else if (end === operation + 1 || !/^(?:of|the|and)$/.test(word)) break;
  }
  return end;
}
