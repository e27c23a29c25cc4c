import type { SectionKind, Span } from "../analysis.js";
import { readCalendarDate } from "../dates/calendarDate.js";
import { foldWord } from "../identity/folding.js";
import { givenNameGender } from "../identity/genders.js";
import { memoByBlock } from "../text/blockMemo.js";
import { compiled } from "../text/compiled.js";
import { readByline, readNameList } from "./byline.js";
import { isDatelineAlone, namesNoPlace, readDateline, readPlacedDate } from "./dateline.js";
import words from "./formWords.json" with { type: "json" };
import {
  countWords,
  endsLikeSentence,
  isClassification,
  isFormNumber,
  isSpeech,
  plain,
  plainLine,
  readDateLine,
  readLabel,
} from "./lineForms.js";
import { type PageLine, pageLine } from "./pageLines.js";
import pageWords from "./pageWords.json" with { type: "json" };
import { trailingForm } from "./trailing.js";

/** What a line above the text can be: a section's kind, a line that may be the headline, or the text itself, which ends the header. */
export type Form =
  | SectionKind
  | "text"
  | "stop"
  /** A label whose date stands in the next line. */
  | "date label"
  /** The same of a date that is not the document's. */
  | "other date label"
  | "caption label"
  /** An agency's name alone. */
  | "agency"
  /** The names and numbers below it are whom to ask. */
  | "contact"
  /** Who an author is or where: it belongs to a byline above it. */
  | "role"
  /** Persons' names and no more: authors where a date or a role stands below. */
  | "names";

export interface Formed {
  readonly form: Form;
  /** It says that an office gives the text out, or of what kind it is: the title stands below it. */
  readonly release?: boolean;
  /** It is a usual heading, as "Summary" is. */
  readonly isHeading?: boolean;
  /** It stands in pages' heads only. */
  readonly ofHead?: boolean;
  readonly date?: string;
  readonly revised?: boolean;
  /** Spans from the block's start. */
  readonly authors?: readonly Span[];
}

const MOST_STANDFIRST_WORDS = 75;
const MOST_ROLE_WORDS = 9;
const LONGEST_FORM = 1200;
const LONGEST_HEADING = 60;
const LONGEST_PATH = 100;
const CREDIT_LINE =
  /^(?:translat(?:or|ed by)|editor|edited by|photograph(?:er|ers|y|s)?|photos|pictures|illustrat(?:or|ed by))\b\s*:?\s*\p{Lu}/iu;
const KINDS_OF_TEXT: ReadonlySet<string> = new Set([...words.kindsOfText, ...pageWords.releases]);
const RELEASES: ReadonlySet<string> = new Set(pageWords.releases);
/** "PRESS RELEASE – No. 112/2014", "For Immediate Release   May 4, 2014". */
const RELEASE_LINE = new RegExp(`^(?:${pageWords.releases.join("|")})(?:\\s*[–—:#-]\\s*|\\s+)(?=\\D{0,20}\\d).{1,40}$`);
const NAVIGATION: ReadonlySet<string> = new Set([...pageWords.navigation, ...pageWords.homes]);
const RELEASE_FIELDS: ReadonlySet<string> = new Set(pageWords.releaseFields);
const CONTACTS: ReadonlySet<string> = new Set(pageWords.contactLabels);
const DATE_LABELS: ReadonlySet<string> = new Set([...words.publicationLabels, ...words.revisionLabels]);
const REVISION_LABELS: ReadonlySet<string> = new Set(words.revisionLabels);
const OTHER_DATE_LABELS: ReadonlySet<string> = new Set(pageWords.otherDateLabels);
const HEADINGS: ReadonlySet<string> = new Set(pageWords.headings);
const AGENCIES: ReadonlySet<string> = new Set(words.agencies);
const WITH_AGENCY = compiled(
  new RegExp(`^\\p{Lu}[^.!?:;]{1,50}\\b(?:with|and)\\s(?:${[...words.agencies, ...pageWords.withAgencies].join("|")})$`, "iu"),
);
const STAFF =
  /^(?:by\s)?(?:\p{Lu}[^.!?:;]{1,40}\s)?(?:staff|news\s?desk|web desk|newsroom|editorial board|(?:our )?(?:special|staff|legal|sports) (?:writer|reporter|correspondent)s?|our bureau)$/iu;
const JOB_AT_END = new RegExp(`\\b(?:${pageWords.jobs.join("|")})$`, "i");
const OF_HEAD = new RegExp(`^(?:${pageWords.ofHead.join("|")})`, "i");
/** "Posted on June 13, 2014 by Jane Doe". */
const DATED_BY = /^(.{0,24}\d{4}.{0,24}?)\sby\s\p{Lu}/iu;
const IN_LINE = /\s[|·•]\s/;
const ATTENDANCE: ReadonlySet<string> = new Set(pageWords.attendance);
const STANDFIRSTS: ReadonlySet<string> = new Set(pageWords.standfirstLabels);
const SEPARATOR = /\s*[|›»>•·/]\s*/;
const TIME_ALONE = compiled(/^\d{1,2}[:.]\d\d\s?(?:[ap]\.?m\.?)?(?:\s?\(?[A-Z]{2,4}\)?)?$/i);

/** What a block's own words make of it in a header; its authors are given by the block's offsets. */
export const headerForm = memoByBlock((block): Formed => {
  const { text } = block;
  if (/^```/.test(text)) return { form: "stop" };
  if (/^#\s/.test(text)) return { form: "headline" };
  if (/^#{2,6}\s/.test(text) || text.length > LONGEST_FORM) return { form: "stop" };
  const line = plainLine(block);
  if (line.length <= LONGEST_HEADING && HEADINGS.has(line)) return { form: "stop", isHeading: true };
  if (isFormNumber(text) || isClassification(text)) return { form: "boilerplate", ofHead: true };
  const onPage = pageLine(block);
  return (
    readRelease(text, line) ??
    readDate(text, line, onPage) ??
    readWriters(text) ??
    readPage(line, onPage) ??
    readPlace(text) ??
    readKind(text, line) ??
    readSlug(text) ??
    (trailingForm(text) === "furniture" && countWords(text) <= 8 ? { form: "boilerplate" } : null) ??
    (isSpeech(text) || countWords(text) > MOST_STANDFIRST_WORDS ? { form: "stop" } : readNames(text)) ?? { form: "text" }
  );
});

function readDate(text: string, line: string, onPage: PageLine): Formed | null {
  const label = readLabel(text);
  if (label && OTHER_DATE_LABELS.has(label.label)) return { form: label.contentStart < text.length ? "boilerplate" : "other date label" };
  const dateLine = readDateLine(text);
  if (dateLine) return { form: "date", date: dateLine.date.value, revised: dateLine.revised };
  const signed = text.length <= LONGEST_PATH ? DATED_BY.exec(text) : null;
  const day = signed && readDateLine(signed[1]);
  const writer = day && signed ? readByline(text.slice(signed[1].length).trim()) : null;
  if (day && signed && writer) {
    const shift = text.length - text.slice(signed[1].length).trim().length;
    const authors = writer.authors.map(({ start, end }) => ({ start: start + shift, end: end + shift }));
    return { form: "byline", authors, date: day.date.value };
  }
  const parts = text.length <= LONGEST_PATH && readPlacedDate(text) === null ? text.split(IN_LINE) : [];
  if (parts.length > 1) return readParts(text, parts);
  if (onPage === "time" || TIME_ALONE.test(text)) return { form: "date" };
  return line.length <= LONGEST_HEADING && DATE_LABELS.has(line) ? { form: "date label", revised: REVISION_LABELS.has(line) } : null;
}

/** "Report | 14 October 2014 | PDF", "By Jane Doe · June 13, 2014 · 5 min read": a date, and who wrote the text. */
function readParts(text: string, parts: readonly string[]): Formed | null {
  const dated = parts.map((part) => readDateLine(part)).find((found) => found !== null);
  if (!dated || !parts.every((part) => countWords(part) <= MOST_ROLE_WORDS)) return null;
  const [first] = parts;
  const authors = readByline(first)?.authors ?? readNames(first)?.authors;
  if (RELEASES.has(plain(first))) return null;
  return authors && text.startsWith(first) ? { form: "byline", authors, date: dated.date.value } : { form: "date", date: dated.date.value };
}

function readWriters(text: string): Formed | null {
  const byline = readByline(text);
  // "By Lamp Staff" names nobody.
  const staff =
    text.length <= LONGEST_HEADING && STAFF.test(text) && !byline?.authors.some(({ start, end }) => /\s/.test(text.slice(start, end)));
  if (byline && !staff) return { form: "byline", authors: byline.authors, ...dateOf(text) };
  if (text.length > LONGEST_HEADING) return null;
  if (CREDIT_LINE.test(text) && countWords(text) <= 8) return { form: "byline" };
  if (endsLikeSentence(text)) return null;
  if (WITH_AGENCY.test(text) || staff) return { form: "byline" };
  const comma = plain(text.split(/,|\s(?:in|at)\s/, 1)[0]);
  if (
    (AGENCIES.has(comma) && comma !== plain(text)) ||
    /^(?:[Rr]eporting (?:from|in)|[Ii]n|[Ss]pecial to|[Ff]or)\s(?:[Tt]he\s)?\p{Lu}\p{Ll}/u.test(text)
  )
    return { form: "role" };
  const job = JOB_AT_END.exec(text);
  return job && countWords(text) <= MOST_ROLE_WORDS ? readRole(text, job.index) : null;
}

/** "Environment correspondent", "Jane Doe Environment correspondent": the job's first word has a capital too. */
function readRole(text: string, job: number): Formed {
  const lead = readNameList(text.slice(0, job).trim());
  const words = text.split(/\s+/);
  if (lead.length !== 1 || words.length < 3 || !isGivenName(words[0])) return { form: "role" };
  const capitals = text.slice(lead[0].start, lead[0].end).split(/\s+/);
  const name = (capitals.length > 2 ? capitals.slice(0, -1) : capitals).join(" ");
  const start = text.indexOf(name);
  return name.includes(" ") && start >= 0 ? { form: "byline", authors: [{ start, end: start + name.length }] } : { form: "role" };
}

/** What stands behind a name: "in Addis Ababa". */
const IN_PLACE = /^\sin\s\p{Lu}[^\s,]*(?:\s\p{Lu}[^\s,]*){0,2}$/u;

/** For whom somebody writes, behind a name: ", The Lamp". */
const AT_PAPER = compiled(/^,\sThe(?:\s\p{Lu}[\p{L}.'’&-]*){1,3}$/u);

/** Persons' names and nothing else, the first one's given name a known one; or several, each with a place. */
function readNames(text: string): Formed | null {
  if (text.length > LONGEST_HEADING || endsLikeSentence(text)) return null;
  const authors = readNameList(text);
  const behind = authors.length > 0 ? text.slice(authors[authors.length - 1].end) : "";
  const placed = authors.length > 0 && IN_PLACE.test(behind);
  const whole = authors.length > 0 && (behind === "" || placed || (authors.length === 1 && AT_PAPER.test(behind)));
  if (!(placed && authors.length > 1) && !isGivenName(text.split(/\s/, 1)[0])) return null;
  const parts = authors.map(({ start, end }) => text.slice(start, end).split(/\s+/).length);
  return whole && parts.every((count) => count >= 2 && count <= 4) ? { form: "names", authors } : null;
}

function isGivenName(word: string): boolean {
  return /^\p{Lu}/u.test(word) && givenNameGender(foldWord(word)) !== null;
}

/** What pages put above a text: pictures, buttons, menus, a path of sections, counts, handles. */
function readPage(line: string, onPage: PageLine): Formed | null {
  if (onPage === "caption" || onPage === "caption label" || onPage === "agency") return { form: onPage };
  if (onPage === "furniture" || onPage === "links" || onPage === "region") return { form: "boilerplate", ofHead: OF_HEAD.test(line) };
  if (/^support (?:the|us)\b/.test(line) && countWords(line) <= 4) return { form: "boilerplate" };
  if (NAVIGATION.has(line) || isPath(line) || /^(?:@\w{2,30}|(?!(?:1[5-9]|20)\d\d$)\d{1,3}(?:,?\d{3})*|\d{1,3}(?:\.\d)?k)$/i.test(line))
    return { form: "boilerplate" };
  return null;
}

/** "Home | World | Africa": sections, the first of them one that pages are known to have. */
function isPath(line: string): boolean {
  if (line.length > LONGEST_PATH) return false;
  const parts = line.split(SEPARATOR);
  return parts.length > 1 && NAVIGATION.has(parts[0]) && parts.every((part) => part !== "" && countWords(part) <= 5 && !/\d{4}/.test(part));
}

function readPlace(text: string): Formed | null {
  if (isDatelineAlone(text)) return { form: "dateline", ...dateOf(text) };
  const placed = readPlacedDate(text);
  return placed !== null ? { form: namesNoPlace(text) ? "date" : "dateline", date: placed } : null;
}

function readRelease(text: string, line: string): Formed | null {
  return RELEASE_LINE.test(line) ? { form: readCalendarDate(text) ? "date" : "heading", release: true, ...dateOf(text) } : null;
}

function readKind(text: string, line: string): Formed | null {
  const first = line.split(SEPARATOR, 1)[0];
  if (KINDS_OF_TEXT.has(line) || (RELEASES.has(first) && line.length <= LONGEST_PATH))
    return { form: "heading", release: RELEASES.has(first) };
  const label = readLabel(text);
  if (label !== null && STANDFIRSTS.has(label.label) && label.contentStart < text.length && countWords(text) <= MOST_STANDFIRST_WORDS)
    return { form: "standfirst" };
  if (label !== null && ATTENDANCE.has(label.label)) return { form: "byline" };
  if (label !== null && CONTACTS.has(label.label)) return { form: "contact" };
  if (label !== null && countWords(text) <= 8 && RELEASE_FIELDS.has(label.label.replace(/\.$/, "")))
    return { form: "boilerplate", ofHead: true };
  return readDateline(text) ? { form: "stop" } : null;
}

function dateOf(text: string): { readonly date?: string } {
  const date = readCalendarDate(text)?.value;
  return date === undefined ? {} : { date };
}

/** A wire service's working title: "IRAQ-CRISIS/MALIKI (UPDATE 2)", "BC-Iraq-Kurds,4th Ld-Writethru". */
function readSlug(text: string): Formed | null {
  if (!isSlug(text)) return null;
  const date = readCalendarDate(text)?.value;
  return date === undefined ? { form: "boilerplate" } : { form: "date", date };
}

/** A slug "USA-CONGRESS/VOTE (WRAPUP 2)": what is tied together, and what stands behind it. */
const TIED = compiled(/^([\p{L}\d&]+(?:[-/][\p{L}\d&]+)+)(.*)$/su);

function isSlug(text: string): boolean {
  if (text.length > 80) return false;
  if (readLabel(text)?.label === "slug") return true;
  const [, first = "", rest = ""] = TIED.exec(text) ?? [];
  if (first === "") return false;
  const capitals = first === first.toUpperCase() && /\p{Lu}{2}/u.test(first);
  if (/^\s*(?:\([^()]{1,60}\))?$/.test(rest)) return capitals || /^(?:BC|AM|PM)-/.test(first);
  return (
    /^,|\b(?:\d+(?:st|nd|rd|th)?\s)?(?:ld|lead|writethru|update|urgent|newsalert)\b/i.test(rest) &&
    !/\p{Ll}{3,}\s\p{Ll}{2,}/u.test(rest) &&
    countWords(text) <= 6
  );
}
