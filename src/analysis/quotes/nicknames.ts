import type { Span } from "../analysis.js";
import { CharClass, charClass, isUpperAt } from "../text/characters.js";
import { compiled } from "../text/compiled.js";
import functionWords from "./functionWords.json" with { type: "json" };
import { isSpace } from "./marks.js";

const LONGEST_NICKNAME = 24;

/**
 * Whether quoted words are a nickname: one to three words with capitals, between two capitalised words (William "Bill" Clinton), or
 * between a verb of saying and a name.
 * @param span the words with their marks.
 */
export function isNickname(text: string, span: Span): boolean {
  if (span.end - span.start > LONGEST_NICKNAME + 2 || !isSpace(text.charCodeAt(span.end))) return false;
  const words = text.slice(span.start + 1, span.end - 1).split(" ");
  if (words.length > 3 || !words.every((word) => isUpperAt(word, 0) || word === "the") || !isUpperAt(words[words.length - 1], 0))
    return false;
  if (!isUpperAt(text, span.end + 1) || isInTitleLine(text, span)) return false;
  return isUpperAt(text, previousWordStart(text, span.start)) || leadsName(text, span);
}

const SAYING_BEFORE = /\b(?:said|says|added|adds|replied)\s$/;
const NAME_BEHIND = compiled(/^\s\p{Lu}[\p{L}.’'-]*(?:\s\p{Lu}[\p{L}.’'-]+|[,.])/u);

/** “He fell,” said “Big” Sam Reed: the nickname begins the name of who speaks. */
function leadsName(text: string, { start, end }: Span): boolean {
  return SAYING_BEFORE.test(text.slice(Math.max(0, start - 9), start)) && NAME_BEHIND.test(text.slice(end, end + LONGEST_SIGNATURE));
}

const WIDEST = 200;
const LEAST_WORDS = 6;

/** Whether nearly every word of the line begins with a capital, so that those around the marks say nothing: Rival Calls Weld ‘A Coward’ Over Dam. */
function isInTitleLine(text: string, { start, end }: Span): boolean {
  const before =
    text
      .slice(Math.max(0, start - WIDEST), start)
      .split("\n")
      .at(-1) ?? "";
  const [behind] = text.slice(end, end + WIDEST).split("\n", 1);
  const words = `${before} ${behind}`.split(/\s+/).filter((word) => word !== "");
  return words.length >= LEAST_WORDS && isInTitleCase(words);
}

const LONGEST_SIGNATURE = 40;

/** Whether quoted words are what a letter is signed with: a letter signed “An Old Subscriber”. */
export function isSignature(text: string, { start, end }: Span): boolean {
  return end - start <= LONGEST_SIGNATURE && /\bsigned,?\s(?:only\s|simply\s|as\s)?$/.test(text.slice(Math.max(0, start - 16), start));
}

const LONGEST_BYNAME = 40;
const CALLED = compiled(
  /\b(?:(?:also|better|best|widely|popularly|locally|otherwise)\s)?(?:[Kk]nown\s(?:\p{L}+\s){0,5}as|nicknamed|dubbed|(?:sign|call|styl)(?:s|ed|ing|es)?\s(?:him|her)self|aka|a\.k\.a\.)\s(?:the\s)?$/u,
);

/** Whether quoted words are what somebody or something is known as: Ann Weld, known as “the child rescuer”. */
export function isByname(text: string, { start, end }: Span): boolean {
  return end - start <= LONGEST_BYNAME && CALLED.test(text.slice(Math.max(0, start - LONGEST_BYNAME), start));
}

const LONGEST_DEFINED = 40;
/** From a bracket on: ("Weld" or the ", (together with Halden, the "; with nothing before the marks, behind a name: Weld Marine (". */
const DEFINING =
  /\((?:(?:["“”][^"“”()\n]{1,40}["“”],?|the|or|and|collectively|together(?:\swith\s[\p{L} ]{1,30})?|hereinafter|each|an?|this|our|its|we),?\s)+$|(?:\b\p{Lu}[\p{L}\p{N}./&’'-]*|\))\s\($/u;
const DEFINED_BEHIND = /^,?(?:\)|\s(?:or|and)\s(?:(?:the|an?|collectively)\s)?["“”])/u;

/** Whether quoted words are what a paper will call somebody or something: Weld Marine Limited (“Weld” or the “Company”). */
export function isDefined(text: string, { start, end }: Span): boolean {
  if (end - start > LONGEST_DEFINED || !DEFINED_BEHIND.test(text.slice(end, end + LONGEST_DEFINED))) return false;
  return (
    isInTitleCase(text.slice(start + 1, end - 1).split(" ")) && DEFINING.test(text.slice(Math.max(0, start - 2 * LONGEST_DEFINED), start))
  );
}

const LONGEST_TITLE = 60;
const PERFORMED = new RegExp(`\\b(?:${functionWords.performing.join("|")})\\s$`);

/** Whether quoted words are a work's title behind what somebody did with it: read “Green Eggs and Ham”. */
export function isPerformed(text: string, { start, end }: Span): boolean {
  if (end - start > LONGEST_TITLE || !PERFORMED.test(text.slice(Math.max(0, start - 12), start))) return false;
  const words = text.slice(start + 1, end - 1).split(/\s+/);
  return words.length > 1 && isInTitleCase(words) && /[\p{L}\p{N}]$/u.test(words[words.length - 1]);
}

/** "novel", or "novel," before a title. */
const WORK = new RegExp(`\\b(?:${functionWords.works.join("|")})(,?)\\s$`);

/** Whether quoted words are a work's title behind what kind of work it is: the novel “The Long Road,” her documentary “1985.” */
export function isTitleOfWork(text: string, { start, end }: Span): boolean {
  if (end - start > LONGEST_TITLE) return false;
  const work = WORK.exec(text.slice(Math.max(0, start - 16), start));
  if (!work) return false;
  const words = text
    .slice(start, end)
    .replace(/^["“”'‘’]{1,2}|[.,]?["“”'‘’]{1,2}$/g, "")
    .split(/\s+/);
  // Behind a comma one word may be what somebody says in the work.
  return words.length > work[1].length && isInTitleCase(words);
}

/** Whether all but short words begin with a capital or a digit. */
function isInTitleCase(words: readonly string[]): boolean {
  return /^[\p{Lu}\p{N}]/u.test(words[0]) && words.every((word) => word.length < 4 || !/^\p{Ll}/u.test(word));
}

/** The start of the word that one space parts from the offset; the offset itself where no word ends there. */
function previousWordStart(text: string, offset: number): number {
  if (!isSpace(text.charCodeAt(offset - 1))) return offset;
  let at = offset - 1;
  const last = text.charCodeAt(at - 1);
  if (charClass(last) === CharClass.Symbol && last !== 0x2e) return offset;
  while (at > 0 && offset - at < 40 && !isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}
