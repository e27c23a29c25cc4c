import type { SectionKind } from "../analysis.js";
import { memoByBlock } from "../text/blockMemo.js";
import { compiled } from "../text/compiled.js";
import type { PlacedBlock, SourceText } from "../text/sourceText.js";
import formWords from "./formWords.json" with { type: "json" };
import { countWords, endsLikeSentence, isCaption, isRightBelow, isSpeech, plain, plainLine, readLabel } from "./lineForms.js";
import words from "./pageWords.json" with { type: "json" };

/** What a page's line is by its own words, wherever it stands; nothing that tells of anything is more than "text". */
export type PageLine =
  | "furniture"
  /** It opens a list of links. */
  | "links"
  /** It opens a list that says where it ends. */
  | "region"
  /** It stands above one link. */
  | "link mark"
  | "caption"
  /** The caption is the next line. */
  | "caption label"
  | "time"
  | "forum field"
  | "legal head"
  /** An agency's name alone: a picture's source, where what the picture shows stands right below. */
  | "agency"
  /** It stands below the agency of a dateline. */
  | "dash"
  | "text";

const ALONE: ReadonlySet<string> = new Set(words.alone);
const LABELS: ReadonlySet<string> = new Set(words.labels);
const APPEAL_WORDS: ReadonlySet<string> = new Set(words.appealWords);
const CAPTION_LABELS: ReadonlySet<string> = new Set(words.captionLabels);
const WIRES: ReadonlySet<string> = new Set(formWords.agencies);
const AGENCIES: ReadonlySet<string> = new Set(formWords.creditedAgencies.map((name) => name.toLowerCase()));
const FORUM_FIELDS: ReadonlySet<string> = new Set(words.forumFields);
const FORUM_COUNTS: ReadonlySet<string> = new Set(words.forumCounts);
const LEGAL_HEADS: ReadonlySet<string> = new Set(words.legalHeads);
const SOURCE_LABELS: ReadonlySet<string> = new Set(words.sourceLabels);
const PATTERNS = compiled(new RegExp(`^(?:${words.patterns.join("|")})$`, "i"));
const LINK_MARKS = new RegExp(`^(?:${words.linkMarks.join("|")})$`, "i");
const CAPTION_PARTS = new RegExp(`^(?:${words.captionParts.join("|")}),`, "i");
const NUMBERED = new RegExp(`^(?:${words.numbered.join("|")})\\.?\\s\\d{1,3}[a-z]?[.:]\\s`, "i");
const TIME = compiled(
  /^(?:(?:last )?(?:updated|published|posted|from)\s?(?:at|on)?:?\s*)?(?:\d{1,2}[:.]\d\d\s?(?:[ap]\.?m\.?|\(?(?:GMT(?:[+-]\d{1,2})?|UTC|BST|[ECMP][SD]?T|CES?T|EES?T|IST|AES?T)\)?)(?:\s\(?[A-Z]{2,4}(?:[+-]\d{1,2})?\)?)?|\d{1,2}\s?(?:[smhd]|secs?|mins?|minutes?|hours?|hrs?|days?|weeks?|months?|years?)\s?ago)\.?$/i,
);

/** "© UNICEF/Jane Doe": whose picture it is. */
const CREDIT_ALONE = compiled(/^©\s?\p{Lu}[\p{L}.'’-]{1,30}(?:\s?\/\s?|\s)\p{Lu}[^\d.!?]{1,40}$/u);
/** "Jane Doe/AP" in a line of its own. */
const NAMED_ALONE = compiled(
  new RegExp(
    `^\\p{Lu}[\\p{L}.'’-]+(?:\\s\\p{Lu}[\\p{L}.'’-]*){0,3}\\s?\\/\\s?(?:${formWords.creditedAgencies.join("|")})(?:\\/[\\p{L}\\s]{2,30})?$`,
    "u",
  ),
);
const REGIONS: readonly (readonly RegExp[])[] = words.regions.map((ends) => ends.map((end) => new RegExp(`^(?:${end})$`, "i")));
const MOST_IN_REGION = 30;

const LONGEST = 400;
const LONGEST_LABEL = 70;
const MOST_APPEAL_WORDS = 40;
/** An appeal of so few words without a sentence's end needs no further sign. */
const MOST_BARE_APPEAL_WORDS = 7;

/** What these begin is a sentence of the page's own. */
const FULL_STARTS: ReadonlySet<string> = new Set(words.fullStarts);
const LEGAL_SIGNS = new RegExp(words.legalSigns.join("|"), "i");
/** The first words of all that a longer line can begin with; most lines are told apart by theirs. */
const FIRST_WORDS: ReadonlySet<string> = new Set(
  [words.starts, words.appeals, words.captionParts, words.numbered, words.sourceLabels, words.forumFields]
    .flat()
    .map((start) => firstWord(start) ?? start),
);

function firstWord(text: string): string | undefined {
  return /^[\s*_#>[(♦•▪►»–-]{0,8}(\p{L}[\p{L}’'.]{0,20})/u
    .exec(text.slice(0, 40))?.[1]
    .toLowerCase()
    .replace(/[’'].*|\.$/, "");
}

/** What a block is by its own words. */
export const pageLine = memoByBlock((block): PageLine => {
  const { text } = block;
  if (text.length > LONGEST) return "text";
  if (CREDIT_ALONE.test(text)) return "caption";
  if (text.length > LONGEST_LABEL) {
    if (isCaption(text)) return "caption";
    const first = firstWord(text);
    return first === undefined || !FIRST_WORDS.has(first) ? "text" : readLonger(text, plain(text));
  }
  const line = /^[-*+\s]{0,4}\[/.test(text) ? unlinked(plainLine(block)) : plainLine(block);
  const bare = line.replace(/^[[(–—-]+\s*|[\s·:|>»›→↓\])–—-]+$/g, "");
  if (ALONE.has(line) || ALONE.has(bare)) return "furniture";
  if (LABELS.has(bare)) return "links";
  if (REGIONS.some(([start]) => start.test(line))) return "region";
  if (LINK_MARKS.test(line)) return "link mark";
  if (PATTERNS.test(line)) return "furniture";
  if (LEGAL_HEADS.has(bare)) return "legal head";
  if (/\d/.test(line) && TIME.test(text)) return "time";
  if (text.includes("/") && NAMED_ALONE.test(text)) return "caption";
  if (AGENCIES.has(line)) return "agency";
  if (line === "—" || line === "–") return "dash";
  if (CAPTION_LABELS.has(line.replace(/[,:]$/, ""))) return "caption label";
  return isCaption(text) ? "caption" : readLonger(text, line);
});

/** The words of an item that is nothing but a link of Markdown. */
function unlinked(line: string): string {
  return /^(?:[-*+]\s+)?\[([^\]]{1,60})\]\([^)]{0,60}\)?$/.exec(line)?.[1] ?? line;
}

/** What a line is by the words that it begins with. */
function readLonger(text: string, line: string): PageLine {
  line = line.replace(/^[♦•▪►»–-]\s+/, "");
  if (CAPTION_PARTS.test(line) || NUMBERED.test(line)) return "caption";
  const label = readLabel(text);
  if (label !== null) {
    if (SOURCE_LABELS.has(label.label) && !endsLikeSentence(text) && countWords(text) <= MOST_BARE_APPEAL_WORDS * 2) return "caption";
    if (FORUM_FIELDS.has(label.label) && countWords(text) <= MOST_BARE_APPEAL_WORDS) return "forum field";
  }
  return isFurniture(text, line) ? "furniture" : "text";
}

function isFurniture(text: string, line: string): boolean {
  // Behind a colon stands a title; what ends like a sentence may be somebody's words ("Listen: there is a place next door.").
  if (words.starts.some((start) => startsWithWord(line, start) && !(start.endsWith(":") && isSentence(text, start)))) return true;
  const appeal = words.appeals.some((start) => startsWithWord(line, start));
  const count = appeal ? countWords(text) : 0;
  if (!appeal || count > MOST_APPEAL_WORDS || /["“”]/.test(text)) return false;
  if (count <= MOST_BARE_APPEAL_WORDS && !endsLikeSentence(text)) return true;
  return line.split(/[^\p{L}-]+/u).some((word) => APPEAL_WORDS.has(word));
}

function isSentence(text: string, start: string): boolean {
  return /[.!]["”’)]?$/.test(text) && !FULL_STARTS.has(start);
}

function startsWithWord(line: string, start: string): boolean {
  return line.startsWith(start) && !(/\p{L}$/u.test(start) && /^[\p{L}\p{N}]/u.test(line.slice(start.length)));
}

/** No list of links is longer, and no link has more words. */
const MOST_LINKS = 15;
const MOST_LINK_WORDS = 20;
const LEAST_APART_WORDS = 4;
const MOST_ALT_WORDS = 25;
const MOST_LEGAL_BLOCKS = 6;
const MOST_HEADING_WORDS = 8;

/**
 * Finds the lines between a text's paragraphs that are none of it: what a page says of itself, lists of links, captions, times.
 * @param from the index of the first block of the text; @param to of the first behind it.
 * @returns the kind of each such block, by its index.
 */
export function readPageLines(source: SourceText, from: number, to: number): ReadonlyMap<number, SectionKind> {
  const { blocks } = source;
  const kinds = new Map<number, SectionKind>();
  const counts: number[] = [];
  let fenced = false;
  for (let i = from; i < to; i++) {
    const { text } = blocks[i].block;
    if (text.startsWith("```") || text.startsWith("~~~")) fenced = !fenced;
    if (fenced) continue;
    switch (pageLine(blocks[i].block)) {
      case "furniture":
        kinds.set(i, "boilerplate");
        break;
      case "links": {
        const below = i + 1 < to ? pageLine(blocks[i + 1].block) : "text";
        if (below === "furniture" || below === "link mark" || below === "region") kinds.set(i, "boilerplate");
        const end = linksEnd(source, i + 1, to);
        for (let n = i; end > i + 1 && n < end; n++) kinds.set(n, "boilerplate");
        break;
      }
      case "region": {
        const end = regionEnd(blocks, i, to);
        for (let n = i; n < end; n++) kinds.set(n, "boilerplate");
        i = end - 1;
        break;
      }
      case "link mark":
        kinds.set(i, "boilerplate");
        if (i + 1 < to && isRightBelow(source, i + 1) && isLink(blocks[i + 1])) kinds.set(++i, "boilerplate");
        break;
      case "caption":
        kinds.set(i, "caption");
        if (isAlternative(source, i - 1, from, kinds)) kinds.set(i - 1, "caption");
        break;
      case "caption label":
        if (i + 1 >= to || !isRightBelow(source, i + 1)) break;
        if (!/[,:]$/.test(text) && pageLine(blocks[i + 1].block) !== "caption") break;
        kinds.set(i, "caption");
        kinds.set(++i, "caption");
        break;
      case "agency":
        if (!isPictured(source, i, to) || (i > from && isRightBelow(source, i))) break;
        kinds.set(i, "caption");
        kinds.set(++i, "caption");
        break;
      case "dash":
        if (i <= from || !isRightBelow(source, i) || !WIRES.has(plainLine(blocks[i - 1].block))) break;
        kinds.set(i - 1, "dateline");
        kinds.set(i, "dateline");
        break;
      case "time":
        kinds.set(i, "date");
        break;
      case "forum field": {
        let end = i + 1;
        while (end < to && isRightBelow(source, end) && pageLine(blocks[end].block) === "forum field") end++;
        const run = blocks.slice(i, end).map(({ block }) => readLabel(block.text)?.label ?? "");
        if (run.length > 1 && run.some((label) => FORUM_COUNTS.has(label))) for (let n = i; n < end; n++) kinds.set(n, "boilerplate");
        i = end - 1;
        break;
      }
      case "legal head":
        if (i + 1 >= to || !LEGAL_SIGNS.test(blocks[i + 1].block.text.slice(0, LONGEST * 2))) break;
        for (const end = legalEnd(blocks, i + 1, to); i < end; i++) kinds.set(i, "boilerplate");
        i--;
        break;
      case "text":
        if (text.length <= 4 && /^\d+$/.test(text)) counts.push(i);
    }
  }
  // A number alone beside a button counts who pressed it.
  for (const i of counts) if (isButton(source, kinds, i, i - 1) || isButton(source, kinds, i + 1, i + 1)) kinds.set(i, "boilerplate");
  return kinds;
}

/** @param lower the index of the lower of the two blocks that have to touch. */
function isButton(source: SourceText, kinds: ReadonlyMap<number, SectionKind>, lower: number, i: number): boolean {
  return lower < source.blocks.length && kinds.get(i) === "boilerplate" && isRightBelow(source, lower);
}

/** Where a list ends that says so; right behind its first line where it does not. */
function regionEnd(blocks: readonly PlacedBlock[], from: number, to: number): number {
  const region = REGIONS.find(([start]) => start.test(plainLine(blocks[from].block)));
  for (let i = from + 1; i < Math.min(to, from + MOST_IN_REGION); i++) {
    if (blocks[i].block.text.length > LONGEST) break;
    if (region?.[1].test(plainLine(blocks[i].block))) return i + 1;
  }
  return from + 1;
}

/** Whether the line right below an agency's name tells what its picture shows. */
export function isPictured(source: SourceText, i: number, to: number): boolean {
  if (i + 1 >= to || !isRightBelow(source, i + 1)) return false;
  const { text } = source.blocks[i + 1].block;
  return countWords(text) >= LEAST_APART_WORDS && countWords(text) <= MOST_ALT_WORDS && !endsLikeSentence(text) && !/["“”:]/.test(text);
}

/** Where the links below a label end: lines right below it or marked as items; with an empty line between where there are some. */
function linksEnd(source: SourceText, from: number, to: number): number {
  const { blocks } = source;
  const limit = Math.min(to, from + MOST_LINKS);
  const isItem = (i: number): boolean => isLink(blocks[i]);
  let end = from;
  while (end < limit && isItem(end) && (isRightBelow(source, end) || /^[-*+•·–>»]\s/.test(blocks[end].block.text))) end++;
  if (end > from) return end;
  while (end < limit && isItem(end) && countWords(blocks[end].block.text) >= LEAST_APART_WORDS) end++;
  return end > from + 1 ? end : from;
}

function isLink({ block: { text } }: PlacedBlock): boolean {
  return (
    countWords(text) <= MOST_LINK_WORDS && !/[.…:]["”’)]?$/.test(text) && !/["”]$/.test(text) && !isSpeech(text) && !/^#{1,6}\s/.test(text)
  );
}

/** Whether the line right above a caption says what its picture shows. */
function isAlternative(source: SourceText, i: number, from: number, kinds: ReadonlyMap<number, SectionKind>): boolean {
  if (i < from || kinds.has(i) || !isRightBelow(source, i + 1) || (i > from && isRightBelow(source, i))) return false;
  const { text } = source.blocks[i].block;
  return countWords(text) <= MOST_ALT_WORDS && !/["“”:]/.test(text) && /^\p{Lu}/u.test(text);
}

/** Where the paragraphs below the head of a legal notice end: at the next short line, or where anybody is quoted. */
function legalEnd(blocks: readonly PlacedBlock[], from: number, to: number): number {
  let end = from;
  while (end < to && end - from < MOST_LEGAL_BLOCKS) {
    const { text } = blocks[end].block;
    if (/["“”]/.test(text) && !/[“"]forward[- ]looking/i.test(text)) break;
    if (countWords(text) <= MOST_HEADING_WORDS && !endsLikeSentence(text)) break;
    end++;
  }
  return end;
}
