import type { Block } from "../text/sourceText.js";
import { TokenKind } from "../text/tokens.js";
import formNames from "./formNames.json" with { type: "json" };
import { isCapital, isTitleCase } from "./lines.js";
import type { TokenName } from "./spans.js";

const LAWS: ReadonlySet<string> = new Set(formNames.laws.split(" "));
/** What ends persons' and firms' names as well: "Jude Law". An article before the name tells them apart. */
const UNCERTAIN: ReadonlySet<string> = new Set(formNames.uncertainLaws.split(" "));
const NUMBERED: ReadonlySet<string> = new Set(formNames.numberedLaws.split(" "));
const LINKS: ReadonlySet<string> = new Set(formNames.lawLinks.split(" "));
const BEFORE: ReadonlySet<string> = new Set(["the", "a", "an", "this", "that", "new", "proposed", "controversial", "under", "'s", "’s"]);

/** "Under the Railway Labor Act": what opens a sentence before a law. */
const BEFORE_ARTICLE: ReadonlySet<string> = new Set("under in by with of for since through on and but as after before unlike".split(" "));
const ARTICLE = /^(?:the|a|an)$/i;

const CONFIDENCE = 0.7;
/** A law's name has at most so many tokens before its last word. */
const LONGEST = 10;

/** Whether a word may end a law's name. */
export function endsLaw(word: string): boolean {
  return LAWS.has(word.toLowerCase()) && /^\p{Lu}\p{Ll}/u.test(word);
}

/**
 * The law whose name ends with a token, with the year that belongs to it: "Clean Water Act", "Foreign Agents Law", "Securities Act of 1933".
 * @param last a token that `endsLaw` is true of.
 * @returns null where it is no law's name.
 */
export function lawAt(block: Block, last: number): TokenName | null {
  const { words, lower, tokens } = block;
  if (last + 1 < tokens.count && isCapital(block, last + 1)) return null;
  const first = startOfLaw(block, last);
  if (first === last) return null;
  if (UNCERTAIN.has(lower[last]) && !(first > 0 && BEFORE.has(lower[first - 1])) && !/^The$/.test(words[first])) return null;
  let from = BEFORE_ARTICLE.has(lower[first]) && ARTICLE.test(words[first + 1]) ? first + 1 : first;
  if (ARTICLE.test(words[from])) from++;
  return from < last ? { first: from, end: behindYear(block, last + 1), type: "work", confidence: CONFIDENCE } : null;
}

/** The first of the capitalised words that a law's name begins with. Small words stand between two of them alone. */
function startOfLaw(block: Block, last: number): number {
  const { lower } = block;
  let first = last;
  for (let i = last - 1; i >= 0 && i >= last - LONGEST; i--) {
    if (lower[i] === ")" && first === last) {
      const open = startOfBracket(block, i);
      if (open < 1 || !isTitleCase(block, open - 1)) break;
      i = open;
      first = open;
    } else if (isTitleCase(block, i) || /^\p{Lu}[\p{L}-]+$/u.test(block.words[i])) first = i;
    else if (!(LINKS.has(lower[i]) && first === i + 1 && !NUMBERED.has(lower[first])) && !(/^['’]s?$/.test(lower[i]) && first === i + 1))
      break;
  }
  return startOfList(block, first, last);
}

/** The bracket that opens what is put into a law's name: "Harbours (Dues) Act"; -1 where that is no part of a name. */
function startOfBracket(block: Block, close: number): number {
  const { lower } = block;
  for (let i = close - 1; i >= 0 && i >= close - LONGEST; i--) {
    if (lower[i] === "(") return i + 1 < close ? i : -1;
    if (!isTitleCase(block, i) && !LINKS.has(lower[i]) && lower[i] !== ",") return -1;
  }
  return -1;
}

/** "Harbours, Docks and Ferries Act": where the fields before a comma begin, behind an article. */
function startOfList(block: Block, first: number, last: number): number {
  const { words, lower } = block;
  if (!lower.slice(first, last).includes("and")) return first;
  let from = first;
  while (from > 1 && first - from < LONGEST && lower[from - 1] === "," && isTitleCase(block, from - 2)) from -= 2;
  return from < first && from > 0 && ARTICLE.test(words[from - 1]) ? from : first;
}

/** Behind the year of a law: "of 1933", "2016". */
function behindYear({ words, tokens }: Block, end: number): number {
  const year = words[end] === "of" || words[end] === "," ? end + 1 : end;
  const isYear = year < tokens.count && tokens.kinds[year] === TokenKind.Number && /^(?:1[6-9]|20)\d\d$/.test(words[year]);
  return isYear && (year > end || tokens.starts[year] === tokens.ends[year - 1] + 1) ? year + 1 : end;
}
