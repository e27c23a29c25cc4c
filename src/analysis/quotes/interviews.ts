import type { Entity, Span } from "../analysis.js";
import type { Layout } from "../sections/layout.js";
import { memoByBlock } from "../text/blockMemo.js";
import type { Block } from "../text/sourceText.js";
import type { MentionIndex, PlacedMention } from "./mentionIndex.js";

/** The fewest questions in bold that make an interview of a document without labels. */
const FEWEST_QUESTIONS = 2;
const LONGEST_QUESTION = 800;
const EMPHASES = ["**", "__", "*", "_"];

/** A question asks the one who answers, and the answers are somebody's own: a list of frequent questions has neither. */
const ASKS_YOU = /\byou(?:r|rs|rself)?\b/i;
const ANSWERS_SELF = /\b(?:I|we|my|our|me|us)\b/;

/**
 * The words of a paragraph that is nothing but a question in bold or italic letters of Markdown, as offsets of the block; null for any
 * other. A question may have other sentences before it.
 */
export const questionOf = memoByBlock(({ text }: Block): Span | null => {
  if (text.length > LONGEST_QUESTION) return null;
  const marks = EMPHASES.find((emphasis) => text.startsWith(emphasis));
  if (marks === undefined || !text.endsWith(marks) || text.length < 2 * marks.length + 3) return null;
  const inner = text.slice(marks.length, -marks.length);
  if (inner.includes(marks) || inner !== inner.trim() || !/\?["”’»]?$/.test(inner)) return null;
  return { start: marks.length, end: text.length - marks.length };
});

/**
 * Whether questions in bold and the paragraphs behind them are an interview.
 * @param blocks the paragraphs of the body.
 */
export function areInterview(blocks: readonly Block[]): boolean {
  let questions = 0;
  let asksYou = false;
  let answersSelf = false;
  for (let i = 0; i + 1 < blocks.length; i++) {
    if (!questionOf(blocks[i]) || questionOf(blocks[i + 1])) continue;
    questions++;
    asksYou ||= ASKS_YOU.test(blocks[i].text);
    answersSelf ||= ANSWERS_SELF.test(blocks[i + 1].text.slice(0, LONGEST_QUESTION));
  }
  return questions >= FEWEST_QUESTIONS && asksYou && answersSelf;
}

/** In ordinary letters more questions are asked for, and a share of the paragraphs that they and their answers are. */
const FEWEST_PLAIN = 3;
const LEAST_SHARE = 0.6;
const LEAST_YOU = 0.5;
const LONGEST_PLAIN = 400;

/** The words of a paragraph that is nothing but a question, as offsets of the block; null for any other. */
const plainQuestionOf = memoByBlock(({ text }: Block): Span | null => {
  if (text.length > LONGEST_PLAIN || !text.endsWith("?") || !/^\p{Lu}/u.test(text) || /["“”«„]/.test(text)) return null;
  return { start: 0, end: text.length };
});

/**
 * Whether a text goes from question to answer, both in ordinary letters, from its first question to its end: most questions ask "you",
 * most answers say "I", and none stands in marks, as a story's talk does.
 */
function isPlainInterview(blocks: readonly Block[]): boolean {
  const first = blocks.findIndex((block) => plainQuestionOf(block) !== null);
  if (first < 0) return false;
  let questions = 0;
  let you = 0;
  let self = 0;
  for (let i = first; i + 1 < blocks.length; i++) {
    if (!plainQuestionOf(blocks[i]) || plainQuestionOf(blocks[i + 1])) continue;
    const answer = blocks[i + 1].text.slice(0, LONGEST_QUESTION);
    if (/^["“„«‘']/.test(answer)) return false;
    questions++;
    if (ASKS_YOU.test(blocks[i].text)) you++;
    if (ANSWERS_SELF.test(answer)) self++;
  }
  const share = (2 * questions) / (blocks.length - first);
  return questions >= FEWEST_PLAIN && share >= LEAST_SHARE && you >= LEAST_YOU * questions && self >= LEAST_YOU * questions;
}

/** The questions of an interview, as offsets of the block. */
export interface InterviewQuestions {
  readonly questionOf: (block: Block) => Span | null;
  /** Whether they stand in ordinary letters. */
  readonly isPlain: boolean;
}

/** Finds the questions of an interview: those in bold, or else those in ordinary letters; null in a text that is none. @param blocks the paragraphs of the body. */
export function interviewQuestions(blocks: readonly Block[]): InterviewQuestions | null {
  if (areInterview(blocks)) return { questionOf, isPlain: false };
  return isPlainInterview(blocks) ? { questionOf: plainQuestionOf, isPlain: true } : null;
}

/** Who answers in an interview, and the words of the introduction that say so. */
export interface PersonAsked extends Span {
  readonly entity: Entity;
  /** In words a reader can check. */
  readonly rule: string;
}

/** What stands before the name of the one who is asked, and behind it in a headline. */
const INTERVIEW_WITH =
  /\b(?:interview(?:s|ed|ing)?|q&a|conversation|spoke|speaks|talked|talks|talking|sat down|sits down)(?: (?:with|to))?(?! by\b) (?:[\p{L}-]+ ){0,6}$/iu;
const OPENS_HEADLINE = /(?:^|[:–—”"’'»] )$/u;
const BEHIND_IN_HEADLINE =
  /^(?::| on | about | speaks| talks| tells| explains| discusses| remembers| recalls| looks back|, in (?:his|her) own words)/;
const BEFORE_NAME = 80;

/**
 * Who answers in an interview: the one person named before the first question who did not write it, or else the one whom the headline
 * gives the word ("Ada Byron on the bridge") or the introduction says was spoken with. Null where that is nobody or may be several.
 * @param end where the first question begins.
 */
export function personAsked(text: string, { authors, sections }: Layout, end: number, mentions: MentionIndex): PersonAsked | null {
  const isAuthor = ({ start }: Span): boolean => authors.some((author) => author.start <= start && start < author.end);
  const named = mentions
    .within({ start: 0, end })
    .filter(({ mention, entity }) => entity.type === "person" && mention.kind === "name" && !isAuthor(mention));
  const headlineEnd = sections.filter(({ kind }) => kind === "headline").reduce((last, section) => Math.max(last, section.end), 0);
  return (
    theOne(named, "the only person named before the first question") ??
    theOne(
      named.filter(({ mention }) => mention.start < headlineEnd && hasTheWord(text, mention)),
      "to whom the headline gives the word",
    ) ??
    theOne(
      named.filter(({ mention }) => INTERVIEW_WITH.test(lineBefore(text, mention.start))),
      "with whom the introduction says the interview is",
    )
  );
}

function hasTheWord(text: string, { start, end }: Span): boolean {
  return OPENS_HEADLINE.test(lineBefore(text, start).replace(/^#+ /, "")) && BEHIND_IN_HEADLINE.test(text.slice(end, end + 24));
}

function lineBefore(text: string, offset: number): string {
  const before = text.slice(Math.max(0, offset - BEFORE_NAME), offset);
  return before.slice(before.lastIndexOf("\n") + 1);
}

function theOne(named: readonly PlacedMention[], why: string): PersonAsked | null {
  if (named.length === 0 || new Set(named.map(({ entity }) => entity)).size > 1) return null;
  const [{ entity, mention }] = named;
  return { start: mention.start, end: mention.end, entity, rule: `taken for ${entity.name}, ${why}` };
}
