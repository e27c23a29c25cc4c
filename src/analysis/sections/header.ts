import type { SectionKind, Span } from "../analysis.js";
import { readCalendarDate } from "../dates/calendarDate.js";
import { onOneLine } from "../oneLine.js";
import { memoByBlock } from "../text/blockMemo.js";
import type { PlacedBlock, SourceText } from "../text/sourceText.js";
import { readByline } from "./byline.js";
import { isDatelineAlone, readDateline, readPlacedDate } from "./dateline.js";
import words from "./formWords.json" with { type: "json" };
import { countWords, endsLikeSentence, isCaption, isSpeech, plain, readDateLine, readLabel } from "./lineForms.js";
import { readTopicsList } from "./topicsList.js";
import { trailingForm } from "./trailing.js";

/** What stands above a document's text. */
export interface Header {
  /** The index of the first block that belongs to the text. */
  readonly end: number;
  /** The kind of each block from the first on. */
  readonly kinds: readonly SectionKind[];
  readonly title?: string;
  /** The date of a date line, or of another line of the header. */
  readonly date?: string;
  readonly topics: readonly Span[];
  readonly authors: readonly Span[];
}

/** The header is looked for in so many blocks. */
const MOST_BLOCKS = 16;
const MOST_HEADLINE_WORDS = 30;
const MOST_STANDFIRST_WORDS = 75;
const LEAST_TITLE_WORDS = 4;
/** So many blocks without a form of their own may stand between two that have one. */
const MOST_BETWEEN = 2;

const AGENCIES: ReadonlySet<string> = new Set(words.agencies);
const CREDIT_LINE = /^(?:translat(?:or|ed by)|editor|edited by|photographer|illustrat(?:or|ed by))\b\s*:?\s*\p{Lu}/iu;
/** Lines of an office that stand above the title of what it gives out. */
const OFFICE = /^(?:for immediate release|office of|press release|news release|media release)\b/;
/** Below a byline or a date a longer paragraph is text, not the standfirst. */
const MOST_WORDS_BELOW = 45;
const KINDS_OF_TEXT: ReadonlySet<string> = new Set(words.kindsOfText);

const BELOW: ReadonlySet<Form> = new Set<Form>(["byline", "date", "dateline"]);

type Form = SectionKind | "text" | "stop";

interface Formed {
  readonly form: Form;
  readonly date?: string;
  readonly revised?: boolean;
  readonly authors?: readonly Span[];
}

/**
 * Reads the header: headline, standfirst, byline, caption, topics and date in any order and presence.
 * @param from the index of the first block after front matter.
 * @param to the index of the first block of what trails the text.
 * @param titled whether the front matter has given the title already.
 */
export function readHeader(source: SourceText, from: number, to: number, titled: boolean): Header {
  const { blocks } = source;
  const forms: Formed[] = [];
  const topics: Span[] = [];
  let last = -1;
  let between = 0;
  for (let i = from; i < to && i - from < MOST_BLOCKS && between <= MOST_BETWEEN; i++) {
    const list = readTopicsList(source, i);
    if (list) {
      topics.push(...list.topics);
      for (let n = 0; n < list.blocks; n++) forms.push({ form: "topics" });
      i += list.blocks - 1;
    } else {
      const formed = readForm(blocks[i], forms.length === 0);
      if (formed.form === "stop") break;
      if (formed.form === "text" && countWords(blocks[i].block.text) > MOST_WORDS_BELOW && forms.some(({ form }) => BELOW.has(form))) break;
      forms.push(formed);
      if (formed.form === "text" && i > from) between++;
      if (formed.form === "text" || (formed.form === "boilerplate" && i > from) || (formed.form === "caption" && between > 1)) continue;
    }
    between = 0;
    last = forms.length - 1;
  }
  return buildHeader(blocks, from, forms, last, topics, titled);
}

/** @param first whether the block is the first of the document. */
function readForm({ start, block }: PlacedBlock, first: boolean): Formed {
  const formed = formOf(block);
  if (formed.form === "headline") return first ? formed : { form: "stop" };
  return formed.authors
    ? { ...formed, authors: formed.authors.map((author) => ({ start: start + author.start, end: start + author.end })) }
    : formed;
}

/** What a block's own words make of it in a header; authors are given by the block's offsets. */
const formOf = memoByBlock(({ text }): Formed => {
  if (/^```/.test(text)) return { form: "stop" };
  if (/^#\s/.test(text)) return { form: "headline" };
  if (/^#{2,6}\s/.test(text)) return { form: "stop" };
  if (text.length > 1200) return { form: "stop" };
  const dateLine = readDateLine(text);
  if (dateLine) return { form: "date", date: dateLine.date.value, revised: dateLine.revised };
  if (/^\d{1,2}[:.]\d\d\s?(?:[ap]\.?m\.?)?(?:\s?\(?[A-Z]{2,4}\)?)?$/i.test(text)) return { form: "date" };
  const byline = readByline(text);
  if (byline) {
    const date = readCalendarDate(text)?.value;
    return {
      form: "byline",
      authors: byline.authors,
      ...(date !== undefined && { date }),
    };
  }
  if (CREDIT_LINE.test(text) && countWords(text) <= 8) return { form: "byline" };
  if (isCaption(text)) return { form: "caption" };
  if (isDatelineAlone(text)) {
    const date = readCalendarDate(text)?.value;
    return { form: "dateline", ...(date !== undefined && { date }) };
  }
  const placed = readPlacedDate(text);
  if (placed !== null) return { form: "dateline", date: placed };
  if (KINDS_OF_TEXT.has(plain(text))) return { form: "heading" };
  if (readDateline(text)) return { form: "stop" };
  if (isSlug(text)) {
    const date = readCalendarDate(text)?.value;
    return date === undefined ? { form: "boilerplate" } : { form: "date", date };
  }
  if (trailingForm(text) === "furniture" && countWords(text) <= 8) return { form: "boilerplate" };
  if (isSpeech(text) || countWords(text) > MOST_STANDFIRST_WORDS) return { form: "stop" };
  return { form: "text" };
});

/** A wire service's working title: "IRAQ-CRISIS/MALIKI (UPDATE 2)", "BC-Iraq-Kurds,4th Ld-Writethru". */
function isSlug(text: string): boolean {
  if (text.length > 80) return false;
  if (readLabel(text)?.label === "slug") return true;
  const [, first = "", rest = ""] = /^([\p{L}\d&]+(?:[-/][\p{L}\d&]+)+)(.*)$/su.exec(text) ?? [];
  if (first === "") return false;
  const capitals = first === first.toUpperCase() && /\p{Lu}{2}/u.test(first);
  if (/^\s*(?:\([^()]{1,60}\))?$/.test(rest)) return capitals || /^(?:BC|AM|PM)-/.test(first);
  return (
    /^,|\b(?:\d+(?:st|nd|rd|th)?\s)?(?:ld|lead|writethru|update|urgent|newsalert)\b/i.test(rest) &&
    !/\p{Ll}{3,}\s\p{Ll}{2,}/u.test(rest) &&
    countWords(text) <= 6
  );
}

function buildHeader(
  blocks: readonly PlacedBlock[],
  from: number,
  forms: readonly Formed[],
  last: number,
  topics: readonly Span[],
  titled: boolean,
): Header {
  const texts = forms.map(({ form }, i) => (form === "text" ? i : -1)).filter((i) => i >= 0);
  const marked = forms.findIndex(({ form }) => form === "headline");
  const headline = titled ? -1 : marked >= 0 ? marked : findHeadline(blocks, from, texts, last);
  const standfirst = findStandfirst(blocks, from, forms, Math.max(headline, titled ? 0 : -1), last);
  const end = Math.max(last, headline, standfirst) + 1;
  const kinds = forms.slice(0, end).map(({ form }, i): SectionKind => {
    if (i === headline) return "headline";
    if (form !== "text" && form !== "stop") return form;
    if (i < headline) return "heading";
    return countWords(blocks[from + i].block.text) <= 6 && !endsLikeSentence(blocks[from + i].block.text) && i !== standfirst
      ? "heading"
      : "standfirst";
  });
  const used = forms.slice(0, end);
  const date =
    used.find((formed) => formed.form === "date" && formed.date !== undefined && !formed.revised)?.date ??
    used.find((formed) => formed.date !== undefined)?.date ??
    kinds
      .map((kind, i) => (kind === "caption" ? undefined : readCalendarDate(blocks[from + i].block.text.slice(0, 300))?.value))
      .find((value) => value !== undefined);
  return {
    end: from + end,
    kinds,
    ...(headline >= 0 && { title: titleOf(blocks[from + headline].block.text) }),
    ...(date !== undefined && { date }),
    topics,
    authors: used.flatMap((formed) => formed.authors ?? []),
  };
}

const plainOf = memoByBlock(({ text }) => plain(text));

/** The first line that can be a title; a line that says what kind of event was written down goes before others. */
function findHeadline(blocks: readonly PlacedBlock[], from: number, texts: readonly number[], last: number): number {
  const line = (i: number): string => plainOf(blocks[from + i].block);
  const candidates = texts.filter((i) => !OFFICE.test(line(i)) && !AGENCIES.has(line(i)));
  const event = candidates.find((i) => i <= last && words.transcriptHeads.some((head) => line(i).startsWith(head)));
  if (event !== undefined) return event;
  const first = isMasthead(blocks, from, candidates) ? candidates[1] : candidates[0];
  if (first === undefined) return -1;
  const { text } = blocks[from + first].block;
  const following = blocks[from + first + 1]?.block.text;
  if (following === undefined || !/\p{L}/u.test(text) || countWords(text) > MOST_HEADLINE_WORDS || text.length > 250) return -1;
  if (/^[-*+•·>|]\s|^\d{1,3}[.)]\s/.test(text) || /[,;:]["”’]?$/.test(text)) return -1;
  const dressed = first <= last && last >= 0;
  if (dressed) return first;
  const dateline = readDateline(following) !== null;
  if (endsLikeSentence(text) && !/[?!]["”’)]?$/.test(text) && !isTitleCase(text) && !dateline) return -1;
  return dateline || /^#{1,6}\s/.test(following) || (endsLikeSentence(following) && following.length > Math.max(60, text.length))
    ? first
    : -1;
}

/** Whether a line is set as titles are, with a capital in every longer word, whatever stands at its end. */
function isTitleCase(text: string): boolean {
  const longer = text.match(/\p{L}[\p{L}'’-]{3,}/gu) ?? [];
  return longer.length >= LEAST_TITLE_WORDS && longer.every((word) => /^\p{Lu}/u.test(word)) && /\p{Ll}/u.test(text);
}

/** Whether the first line is the name of the publication or of a column: a word or two above a line that reads like a title. */
function isMasthead(blocks: readonly PlacedBlock[], from: number, candidates: readonly number[]): boolean {
  if (candidates.length < 2 || candidates[1] !== candidates[0] + 1) return false;
  const [name, title] = candidates.map((i) => blocks[from + i].block.text);
  return countWords(name) <= 2 && countWords(title) >= 5 && countWords(title) <= 20 && !endsLikeSentence(title) && !/[:,;]$/.test(title);
}

function findStandfirst(blocks: readonly PlacedBlock[], from: number, forms: readonly Formed[], headline: number, last: number): number {
  const next = headline + 1;
  if (headline < 0 || next <= last || forms[next]?.form !== "text") return -1;
  const { text } = blocks[from + next].block;
  const following = blocks[from + next + 1]?.block.text;
  if (following === undefined) return -1;
  if (/^(?:\*[^*].*\*|_[^_].*_)$/s.test(text) && countWords(text) <= MOST_STANDFIRST_WORDS) return next;
  const opensText = readDateline(following) !== null;
  if (opensText) return next;
  return !endsLikeSentence(text) &&
    !/[:,;]$/.test(text) &&
    countWords(text) >= 4 &&
    countWords(following) > countWords(text) &&
    /^[\p{L}\p{N}"“‘']/u.test(text)
    ? next
    : -1;
}

/** A headline's words, without the marks of Markdown, white space made single. */
function titleOf(text: string): string {
  const words = text
    .replace(/^#{1,6}\s+/, "")
    .replace(/\s+#{1,6}$/, "")
    .replace(/^(\*\*|__)(.*)\1$/s, "$2");
  return onOneLine(words).trim();
}
