import { type CalendarDate, readCalendarDate } from "../dates/calendarDate.js";
import { memoByBlock } from "../text/blockMemo.js";
import { CharClass, charClass } from "../text/characters.js";
import { compiled } from "../text/compiled.js";
import type { SourceText } from "../text/sourceText.js";
import words from "./formWords.json" with { type: "json" };
import { readStampedLabel, stampBefore } from "./stamps.js";

/** A line's form is read from its first characters and its last ones: nothing here grows with the line. */
const LONGEST_LINE = 300;

const TOPIC_LABELS: ReadonlySet<string> = new Set(words.topicLabels);
const DATE_LABELS: ReadonlySet<string> = new Set([...words.publicationLabels, ...words.revisionLabels]);
const REVISION_LABELS: ReadonlySet<string> = new Set(words.revisionLabels);
const PHOTO_LABELS: ReadonlySet<string> = new Set(words.photoLabels);

/** Without one of these nothing is a credit, where its own form does not tell. */
const ANY_CREDIT = new RegExp(`${words.photoCredits.map(escaped).join("|")}|[([](?:photo|image|picture|credit)`, "i");
const LONGEST_CAPTION = 600;
const CREDIT_TAIL = 120;

const CREDITED = words.creditedAgencies.join("|");
/** "[File: Jane Doe/Reuters]", "JANE DOE / AFP", "Photograph: Jane Doe/The Lamp", "Credit...Jane Doe for The Lamp". */
const NAMED_CREDIT = compiled(
  new RegExp(
    `\\[(?:(?:File|Courtesy)\\b[^\\]]{2,80}|[^\\]]{2,60}\\/(?:${CREDITED}))\\]\\.?$` +
      `|(?:^|[\\s.])\\p{Lu}[\\p{Lu}'’.-]+(?:\\s\\p{Lu}[\\p{Lu}'’.-]*){1,4}\\s?\\/\\s?(?:${CREDITED})\\.?$` +
      `|(?:^|[.!?)”"]\\s?)(?:Photograph|Photo|Picture|Image|Illustration|Composite|Video)s?:\\s\\p{Lu}[^.!?:]{2,80}\\.?$` +
      `|\\(\\p{Lu}[\\p{L}.'’-]+(?:\\s\\p{Lu}[\\p{L}.'’-]*){1,3}(?:\\sfor\\s|\\s?\\/\\s?)(?:[Tt]he\\s)?\\p{Lu}[^()]{2,40}\\)$` +
      `|Credit\\s?\\.\\.\\.\\s?\\p{Lu}[^!?]{2,80}$`,
    "u",
  ),
);

const MAY_NAME_CREDIT =
  /\/|Credit|\sfor\s[^()]{2,44}\)$|(?:Photo|Photograph|Picture|Image|Illustration|Composite|Video)s?:|\[File|\[Courtesy/;

/** The words of a pattern that means just them. */
function escaped(literal: string): string {
  return literal.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** A label at the start of a line, as in "Tags: Iraq, Syria". */
export interface LabelledLine {
  /** Lower case, white space made single. */
  readonly label: string;
  /** Where what follows the label begins, from the line's start. */
  readonly contentStart: number;
}

const LABEL = compiled(/^[\s>*_#-]{0,8}([\p{L}][\p{L}\s/'’-]{0,40})[*_]{0,2}\s?[:：][*_]{0,2}\s{0,8}/u);

/** The words before a line's first colon where they are few; null where the line has no such label. */
export function readLabel(line: string): LabelledLine | null {
  const head = line.slice(0, 80);
  if (!head.includes(":") && !head.includes("：")) return null;
  const found = LABEL.exec(head);
  if (!found) return null;
  return { label: plain(found[1]), contentStart: found[0].length };
}

/**
 * Whether a line declares topics.
 * @returns where the topics begin, from the line's start; the line's length where the label stands alone; null for any other line.
 */
export function readTopicsLabel(line: string): number | null {
  if (line.length <= 40 && TOPIC_LABELS.has(plain(line)))
    return /[:：]\s*$/.test(line) ||
      line.trim().split(/\s+/).length > 1 ||
      /^(?:tags|topics|keywords|categories|subjects)$/i.test(line.trim())
      ? line.length
      : null;
  const label = readLabel(line);
  if (!label || !TOPIC_LABELS.has(label.label)) return null;
  return label.contentStart;
}

/** The spans of the topics in a list such as "iraq, baghdad | mosul"; offsets from the list's start. */
export function readTopicList(list: string, from: number): { readonly start: number; readonly end: number }[] {
  const topics: { start: number; end: number }[] = [];
  const separator = /[;|•·]/.test(list.slice(from)) ? /[;|•·\n]/ : /[,،、\n]/;
  for (let at = from; at <= list.length; ) {
    let end = at;
    while (end < list.length && !separator.test(list[end])) end++;
    const part = list.slice(at, end);
    const lead = part.length - part.replace(/^[\s#\-–—*•·[\]"'“”]+/u, "").length;
    const length = part.replace(/[\s.\]"'“”*]+$/u, "").length;
    if (length > lead && length - lead <= 80) topics.push({ start: at + lead, end: at + length });
    at = end + 1;
  }
  return topics;
}

/** A line that is nothing but the document's date, with its label and time. */
export interface DateLine {
  readonly date: CalendarDate;
  /** The line says when the text was changed or read, not when it appeared. */
  readonly revised: boolean;
}

const DATE_EXTRAS =
  /\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thu(?:rs)?|fri|sat|sun|am|pm|a\.m\.?|p\.m\.?|gmt|utc|bst|[ecmp][sd]?t|[ce]est|cet|local time|at|on|noon|midnight|updated|published|posted|last|modified|updated on|and|min read|minutes? read|ist|et|pt|hrs?|h|z|t)\b/gi;

/** "10:15 am IST - VARNA": where it was written, behind the time's zone. */
const BEHIND_ZONE = compiled(/(?<=\b(?:IST|PKT|BDT|WAT|EAT|GMT)\b)\s+[-–|]\s+\p{Lu}[\p{L} ]{2,25}$/u);

const FORM_NUMBER = /^[\p{L}\d][^()\n]{0,30} \(Rev(?:\.|ised)? ?[\d/.-]+\)$/iu;

/** Whether a line is no more than the number of the printed form that was filled in, with when it was printed: "FD-302 (Rev. 5-8-10)". */
export function isFormNumber(line: string): boolean {
  return line.endsWith(")") && FORM_NUMBER.test(line);
}

const CLASSIFICATION = new RegExp(
  `^\\(?(?:${words.classifications.join("|")})(?:\\s?(?:/{1,2}|[-–,&]|and\\s)\\s?[\\p{L} ,/-]{2,40})?\\)?$`,
  "iu",
);

/** Whether a line is no more than who may read what is below it: "SECRET", "TOP SECRET//NOFORN", "Privileged & Confidential". */
export function isClassification(line: string): boolean {
  return line.length <= LONGEST_CLASSIFICATION && CLASSIFICATION.test(line);
}

const LONGEST_CLASSIFICATION = 60;
const LONGEST_REFERENCES = 40;

/** Reads a line that is a date: "Jun 13, 2014", "Published: Friday 13 June 2014, 10:15 GMT". Null for any other line. */
export function readDateLine(line: string): DateLine | null {
  if (line.length > 140 || !/\d/.test(line)) return null;
  const date = readCalendarDate(line);
  if (!date) return null;
  const label = readLabel(line);
  const labelled = label !== null && DATE_LABELS.has(label.label);
  const rest = (
    line.slice(labelled ? label.contentStart : 0, Math.max(date.start, labelled ? label.contentStart : 0)) +
    " " +
    line.slice(date.end)
  )
    .replace(/\(\p{Lu}[\p{L}\s]{1,20}\)/gu, " ")
    .replace(BEHIND_ZONE, " ")
    .replace(
      /first published|first posted|released?|issued|dated|filed|date(?: of (?:entry|report|record|issue|interview|statement))?|received|accepted/gi,
      " ",
    )
    .replace(DATE_EXTRAS, " ");
  const second = readCalendarDate(rest);
  const letters = (second ? rest.slice(0, second.start) + rest.slice(second.end) : rest).replace(/[^\p{L}]/gu, "");
  if (letters.length > 3) return null;
  const lead = plain(labelled ? label.label : line.slice(0, date.start));
  return { date, revised: REVISION_LABELS.has(lead) || /^(?:last )?(?:updated|modified|revised)/.test(lead) };
}

/** Whether a block is the caption of a picture: it begins with a label of one, or ends with the photographer's credit. */
export function isCaption(text: string): boolean {
  if (text.length > LONGEST_CAPTION) return false;
  if (/^!\[[^\]]{0,500}\]\(/.test(text)) return true;
  const label = readLabel(text);
  if (label && PHOTO_LABELS.has(label.label)) return true;
  const end = text.slice(-CREDIT_TAIL);
  if (!mayCredit(end)) return false;
  if (MAY_NAME_CREDIT.test(end) && NAMED_CREDIT.test(end)) return true;
  if (!ANY_CREDIT.test(end)) return false;
  const tail = plain(end);
  const found = words.photoCredits.some((credit) => isCredit(tail, credit));
  if (!found) return /[([](?:photo|image|picture|credit)\b[^)\]]{0,100}[)\]]\.?$/i.test(end);
  return (
    /[([][^)\]]{0,110}[)\]]\.?["”]?$/.test(end) ||
    text.length <= 350 ||
    /(?:photo(?:graph(?:ed)?)?|image|picture|credit|courtesy)/i.test(tail)
  );
}

/** What words of a credit have in common, in any case but of the first letter. */
const CREDIT_STEM = new RegExp(words.creditStems.map(escaped).join("|"));

/** Whether a text's end may be a credit: most sentences are seen not to be at a glance, which is all that they may cost. */
function mayCredit(end: string): boolean {
  const last = end.charCodeAt(end.length - 1);
  if (last !== FULL_STOP && last !== QUESTION_MARK && last !== CLOSING_MARK && last !== STRAIGHT_MARK) return true;
  return CREDIT_STEM.test(end);
}

const FULL_STOP = 0x2e;
const QUESTION_MARK = 0x3f;
const CLOSING_MARK = 0x201d;
const STRAIGHT_MARK = 0x22;

/** A speaker's label and its colon; a full stop in its place only where no initials stand before it ("U.S. Department"). */
const SPEECH_LABEL = compiled(
  /^(?:\*\*)?(?:(?:Q|A|\p{Lu}[\p{Lu}\p{M}.'’-]+(?:\s[\p{Lu}\p{M}.'’-]+){0,5})(?:\*\*)?\s?:|(?:Q|A|(?:\p{Lu}[\p{Lu}\p{M}.'’-]*\s){0,5}\p{Lu}[\p{Lu}\p{M}'’-]+)(?:\*\*)?\s?\.)\s/u,
);

const BRACKETED_LABEL = /^\[\p{Lu}[^\]:\n]{1,50}\]:\s/u;
const STAMPED_LABEL = /^\p{Lu}[^:\n]{0,50}: ?\S/u;

/** Whether a block is a turn of a transcript: "Q: …", "MR. CARNEY: …", "[00:12] Ada Byron: …". */
export function isSpeech(text: string): boolean {
  const stamp = stampBefore(text);
  if (stamp > 0) return STAMPED_LABEL.test(text.slice(stamp, stamp + 60)) || text[stamp] === "<";
  if (readStampedLabel(text)) return true;
  if (text[0] === "[" && BRACKETED_LABEL.test(text.slice(0, 60))) return true;
  return SPEECH_LABEL.test(text.slice(0, 80)) && /\p{Ll}/u.test(text.slice(0, 400));
}

/** Whether a credit stands in the tail; one such as "reuters/" only where a mark, a bracket or "by" stands before it. */
function isCredit(tail: string, credit: string): boolean {
  const at = tail.indexOf(credit);
  return at >= 0 && (!credit.endsWith("/") || /(?:^|[.!?:"”)\]([|]\s?|\bby\s|\bvia\s)$/.test(tail.slice(0, at)));
}

/** The words of a line in lower case, without marks of emphasis around them, white space made single. */
export function plain(line: string): string {
  const lower = line.slice(0, LONGEST_LINE).toLowerCase().replaceAll("’", "'");
  const single = UNEVEN_SPACE.test(lower) ? lower.replace(/\s+/g, " ") : lower;
  let start = 0;
  let end = single.length;
  while (start < end && LEADING.includes(single[start])) start++;
  while (end > start && TRAILING.includes(single[end - 1])) end--;
  return single.slice(start, end);
}

const UNEVEN_SPACE = /\s\s|[^\S ]/;
const LEADING = " *_#>";
const TRAILING = " *_:：";

/** The same of a block. */
export const plainLine = memoByBlock(({ text }) => plain(text));

/** A text without the numbers of notes at its end: "… died." of "… died.[2][3]". */
export function withoutReferences(text: string): string {
  return text.endsWith("]")
    ? text.slice(0, -LONGEST_REFERENCES) + text.slice(-LONGEST_REFERENCES).replace(/(?:\s?\[\d{1,3}\])+$/, "")
    : text;
}

/** Whether a text ends like a sentence, closing marks aside. */
export function endsLikeSentence(text: string): boolean {
  return /[.!?…。؟][)"'\]”’»*_]{0,4}$/.test(withoutReferences(text).slice(-8));
}

/** Whether a block stands in the line right below the one before it, with no empty line between. */
export function isRightBelow({ text, blocks }: SourceText, index: number): boolean {
  const before = blocks[index - 1];
  return before !== undefined && !/\n\s*\n|\r\s*\r/.test(text.slice(before.start + before.block.text.length, blocks[index].start));
}

/** How many words a text has: what stands between white space, counted in its first 2,000 characters. */
export function countWords(text: string): number {
  const length = Math.min(text.length, 2000);
  let words = 0;
  let inWord = false;
  for (let at = 0; at < length; at++) {
    const cls = charClass(text.charCodeAt(at));
    const space = cls === CharClass.Space || cls === CharClass.NewLine;
    if (!space && !inWord) words++;
    inWord = !space;
  }
  return words;
}
