import type { Span } from "../analysis.js";
import { MONTH_PATTERN } from "../dates/calendarDate.js";
import { readDateline } from "../sections/dateline.js";
import { bytes, integers, shorts } from "../text/arena.js";
import { memoByBlock } from "../text/blockMemo.js";
import type { PlacedBlock, SourceText } from "../text/sourceText.js";
import { readSettings } from "./cueSetting.js";
import type { QuotationSpan } from "./quotationSpans.js";
import { addThatCues, addUnlistedCues } from "./unlistedCues.js";
import { type ClassedBlock, readClasses, WordClass } from "./wordClasses.js";
import type { WordTest } from "./wordTest.js";

/** The part of a quotation that stands in one block. */
export interface QuotationPart extends Span {
  /** The quotation's index among the document's. */
  readonly quotation: number;
}

/**
 * A block as the reading of attributions sees it: its words outside quotations, and each quotation as one word.
 * Offsets are those of the block, so that an equal block with equal quotations is read once.
 */
export interface Strip {
  readonly count: number;
  /** One entry for each position; what stands behind the count is nothing. */
  readonly classes: Uint8Array;
  /** The index of the cue word, or -1. */
  readonly cues: Int16Array;
  /** For each position with a cue, the shape of what stands behind it. */
  readonly settings: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Where each sentence begins. The last entry is the count. */
  readonly sentences: readonly number[];
  readonly text: string;
  /** The block's tokens, those inside quotations too. */
  readonly classed: ClassedBlock;
}

/** The parts of the quotations in each block, in text order. */
export function partsByBlock(source: SourceText, quotations: readonly QuotationSpan[]): ReadonlyMap<number, readonly QuotationPart[]> {
  const parts = new Map<number, QuotationPart[]>();
  let block = 0;
  quotations.forEach(({ spans }, quotation) => {
    for (const { start, end } of spans) {
      while (block < source.blocks.length && blockEnd(source.blocks[block]) <= start) block++;
      for (let i = block; i < source.blocks.length && source.blocks[i].start < end; i++) {
        const placed = source.blocks[i];
        const part = {
          start: Math.max(start, placed.start) - placed.start,
          end: Math.min(end, blockEnd(placed)) - placed.start,
          quotation,
        };
        const list = parts.get(i);
        if (list) list.push(part);
        else parts.set(i, [part]);
      }
    }
  });
  return parts;
}

function blockEnd({ start, block }: PlacedBlock): number {
  return start + block.text.length;
}

const LOWER = /\p{Ll}/u;
const NEVER_SPLITS = ",;:—–-";

/** The first token behind the dateline that a block begins with, 0 where it has none: who speaks is named behind it. */
const behindDateline = memoByBlock(({ text, tokens }) => {
  const end = readDateline(text)?.end ?? 0;
  let token = 0;
  while (token < tokens.count && tokens.starts[token] < end) token++;
  return token;
});

const MONTHS = MONTH_PATTERN.replace(/\b\p{Ll}/gu, (letter) => letter.toUpperCase());
/** "(SHEL.L)", "(Nasdaq: ACME)", and the day that an editor has added: "[June 12]". */
const ASIDE = String.raw`\((?:[A-Z\d]{1,6}\.[A-Z]{1,3}|[A-Z][A-Za-z]{2,11}: ?[A-Z\d.]{1,6})\)|\[(?:(?:${MONTHS})\.? \d{1,2}|\d{1,2} (?:${MONTHS}))(?:,? \d{4})?\]`;
const ASIDE_HERE = new RegExp(`^(?:${ASIDE})`);
const ASIDE_ANYWHERE = new RegExp(ASIDE);
const LONGEST_ASIDE = 26;

/** Whether a block has codes of shares or days in brackets, which are no words of its sentences. */
const hasAsides = memoByBlock(({ text }) => (text.includes("(") || text.includes("[")) && ASIDE_ANYWHERE.test(text));

/** The end of the aside that begins at an offset; the offset itself where none does. */
function asideEnd(text: string, start: number): number {
  const opens = text[start] === "(" || text[start] === "[";
  return opens ? start + (ASIDE_HERE.exec(text.slice(start, start + LONGEST_ASIDE))?.[0].length ?? 0) : start;
}

/** @param parts the quotations' parts in the block, in text order, as offsets of the block. */
export function readStrip({ block }: PlacedBlock, parts: readonly Span[]): Strip {
  const { tokens, text } = block;
  const classed = readClasses(block);
  addThatCues(classed, tokens.starts, tokens.ends, tokens.count, text);
  const body = behindDateline(block);
  const hasAside = hasAsides(block);
  if (parts.length === 0 && !hasAside) {
    const sentences = withEnd(block.sentences, tokens.count);
    if (body > 0 && !sentences.includes(body)) sentences.splice(1, 0, body);
    const { classes, cues } = classed;
    const settings = readSettings(classes, cues, sentences, tokens.count);
    return { count: tokens.count, classes, cues, settings, starts: tokens.starts, ends: tokens.ends, sentences, text, classed };
  }
  const classes = bytes(tokens.count);
  const cues = shorts(tokens.count);
  const starts = integers(tokens.count);
  const ends = integers(tokens.count);
  const sentences: number[] = [];
  let count = 0;
  let part = 0;
  let sentence = 0;
  const add = (wordClass: number, cue: number, start: number, end: number, begins: boolean): void => {
    if (begins || count === 0) sentences.push(count);
    classes[count] = wordClass;
    cues[count] = cue;
    starts[count] = start;
    ends[count] = end;
    count++;
  };
  for (let i = 0; i < tokens.count; ) {
    while (sentence < block.sentences.length && block.sentences[sentence] < i) sentence++;
    let begins = block.sentences[sentence] === i || (i === body && body > 0);
    while (part < parts.length && parts[part].end <= tokens.starts[i]) part++;
    if (part < parts.length && parts[part].start <= tokens.starts[i]) {
      const { start, end } = parts[part];
      add(WordClass.Quotation, -1, start, end, begins);
      while (i < tokens.count && tokens.starts[i] < end) i++;
      continue;
    }
    const skipped = hasAside ? asideEnd(text, tokens.starts[i]) : 0;
    if (skipped > tokens.starts[i]) {
      while (i < tokens.count && tokens.starts[i] < skipped) i++;
      continue;
    }
    if (count > 0 && classes[count - 1] === WordClass.Quotation)
      begins = begins ? !continuesAfter(text, ends[count - 1], tokens.starts[i], classed.classes, classed.cues, i) : false;
    add(classed.classes[i], classed.cues[i], tokens.starts[i], tokens.ends[i], begins);
    i++;
  }
  sentences.push(count);
  addUnlistedCues(classes, cues, ends, count, text);
  return {
    count,
    classes,
    cues,
    settings: readSettings(classes, cues, sentences, count),
    starts,
    ends,
    sentences,
    text,
    classed,
  };
}

/** Spreading would take an iterator for each block. */
function withEnd(sentences: readonly number[], count: number): number[] {
  const all = new Array<number>(sentences.length + 1);
  for (let i = 0; i < sentences.length; i++) all[i] = sentences[i];
  all[sentences.length] = count;
  return all;
}

/** Whether the sentence goes on after a quotation although the quotation ends in a full stop: “Why?” the man asked. */
function continuesAfter(text: string, quotationEnd: number, next: number, classes: Uint8Array, cues: Int16Array, from: number): boolean {
  const last = text[quotationEnd - 2];
  if (NEVER_SPLITS.includes(last)) return true;
  if (last !== "?" && last !== "!" && last !== "…") return false;
  if (LOWER.test(text[next])) return true;
  for (let i = from; i < classes.length && i < from + 6; i++) {
    if (classes[i] === WordClass.Comma || classes[i] === WordClass.Stop) return false;
    // “Why now?” The mayor claims: “We won.”
    if (cues[i] >= 0) return classes[i] !== WordClass.Colon && classes[i + 1] !== WordClass.Colon;
  }
  return false;
}

/** The word at a position, in lower case; empty where there is none. */
export function wordAt({ text, starts, ends, count }: Strip, at: number): string {
  return at >= 0 && at < count ? text.slice(starts[at], ends[at]).toLowerCase() : "";
}

/** Whether a word, whatever its capitals, stands at a position. @param word in lower case. */
export function isWord({ text, starts, ends, count }: Strip, at: number, word: string): boolean {
  if (at < 0 || at >= count || ends[at] - starts[at] !== word.length) return false;
  return text.slice(starts[at], ends[at]).toLowerCase() === word;
}

/** Whether one of some words, whatever its capitals, stands at a position. */
export function isOneOf({ text, starts, ends, count }: Strip, at: number, words: WordTest): boolean {
  return at >= 0 && at < count && words.hasInAnyCase(text, starts[at], ends[at]);
}
