import { withoutLineNumbers } from "../lineNumbers.js";
import { roomForMemos } from "./blockMemo.js";
import { blocksOf } from "./blocks.js";
import { commonEnds } from "./commonEnds.js";
import { type GroupedText, type LineGroup, type PlacedGroup, readLineGroups, usualWidth } from "./lineGroups.js";
import { findSentences } from "./sentences.js";
import { type Markup, type Tokens, tokenize } from "./tokens.js";
import { readWords, type Words } from "./vocabulary.js";

/** A paragraph, heading or list item, cut into tokens. It knows nothing of its place, so that an equal block is analysed once. */
export interface Block extends Words {
  readonly text: string;
  readonly tokens: Tokens;
  /** The index of the first token of each sentence. */
  readonly sentences: readonly number[];
  /** What `memoByBlock` remembers of it. */
  readonly memos: unknown[];
}

export interface PlacedBlock {
  /** The block's first UTF-16 code unit in the document. */
  readonly start: number;
  readonly block: Block;
}

/** A document's text, with spaces for the line numbers of its margin, cut into blocks in text order. Only white space lies between them. */
export interface SourceText {
  readonly text: string;
  readonly blocks: readonly PlacedBlock[];
}

export function readBlock(text: string, markup: Markup = "markdown"): Block {
  const tokens = tokenize(text, markup);
  const { words, lower, ids, generation } = readWords(text, tokens.count, tokens.starts, tokens.ends);
  return { text, tokens, words, lower, ids, generation, sentences: findSentences(text, tokens), memos: roomForMemos() };
}

/** The blocks of a group of lines, as it was cut for a usual width. */
interface CutGroup {
  readonly usual: number;
  /** Their starts are counted from where the group begins. */
  readonly blocks: readonly PlacedBlock[];
}

/** Reads texts, and keeps the last one with its blocks: where an edited text is given, only what changed is cut again. */
export class SourceReader {
  #grouped: GroupedText | undefined;
  readonly #cut = new WeakMap<LineGroup, CutGroup>();
  #usual = 0;
  readonly #markup: Markup;

  constructor(markup: Markup = "markdown") {
    this.#markup = markup;
  }

  /** Cuts a text into blocks, tokens and sentences. Line numbers in its margin are read as the white space between the lines. */
  read(given: string): SourceText {
    const text = withoutLineNumbers(given);
    const before = this.#grouped?.groups ?? [];
    this.#grouped = readLineGroups(text, this.#grouped);
    const { groups } = this.#grouped;
    const usual = usualWidth(groups);
    const known = this.#blocksOf(usual === this.#usual ? withoutEnds(before, groups) : before);
    this.#usual = usual;
    const blocks: PlacedBlock[] = [];
    for (const { from, group } of groups)
      for (const { start, block } of this.#cutGroup(group, text, from, usual, known)) blocks.push({ start: from + start, block });
    return { text, blocks };
  }

  /** The blocks of groups of lines, by their text. */
  #blocksOf(groups: readonly PlacedGroup[]): ReadonlyMap<string, Block> {
    const blocks = new Map<string, Block>();
    for (const { group } of groups) for (const { block } of this.#cut.get(group)?.blocks ?? []) blocks.set(block.text, block);
    return blocks;
  }

  #cutGroup(group: LineGroup, text: string, from: number, usual: number, earlier: ReadonlyMap<string, Block>): readonly PlacedBlock[] {
    const known = this.#cut.get(group);
    if (known?.usual === usual) return known.blocks;
    const blocks = blocksOf(group, text, from, usual).map(({ start, end }): PlacedBlock => {
      const slice = text.slice(from + start, from + end);
      return { start, block: earlier.get(slice) ?? readBlock(slice, this.#markup) };
    });
    this.#cut.set(group, { usual, blocks });
    return blocks;
  }
}

/** The groups of a text that stand neither at the beginning nor at the end of its next state too. */
function withoutEnds(groups: readonly PlacedGroup[], next: readonly PlacedGroup[]): readonly PlacedGroup[] {
  const { from, behind } = commonEnds(groups, next, (a, b) => a.group === b.group);
  return groups.slice(from, groups.length - behind);
}

/** Cuts a text into blocks, tokens and sentences. */
export function readSourceText(text: string, markup: Markup = "markdown"): SourceText {
  return new SourceReader(markup).read(text);
}

/** The word of a token. */
export function tokenText(block: Block, index: number): string {
  return block.words[index];
}
