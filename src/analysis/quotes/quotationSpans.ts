import type { SectionKind, Span } from "../analysis.js";
import type { Layout } from "../sections/layout.js";
import { endsLikeSentence } from "../sections/lineForms.js";
import type { PlacedBlock, SourceText } from "../text/sourceText.js";
import { findBlockQuotations } from "./blockQuotations.js";
import { findDashTalk } from "./dashTalk.js";
import { isSpace, type Mark, MarkFamily, marksOf } from "./marks.js";
import { isDefined, isNickname, isSignature } from "./nicknames.js";
import { findSingleEnd, isPluralPossessive, isStatement, mayRunOn } from "./singleMarks.js";
import { isDirectionInMarks } from "./stageDirections.js";
import { labelInMarks } from "./turnLabels.js";

/** What sets a quotation apart: marks, a dash in a text of dialogue, or lines of its own; the last two are speech without doubt. */
export type QuotationForm = "marks" | "dash" | "block";

/** A quotation found by its form; its marks are inside. */
export interface QuotationSpan extends Span {
  readonly form: QuotationForm;
  /** One span for each paragraph the quotation runs over. */
  readonly spans: readonly Span[];
  /** Whether a mark closes it; a quotation that is never closed ends with its paragraph. */
  readonly closed: boolean;
}

/** A quotation that is not opened anew may run over so many lines of one paragraph whose wrapping was not recognised. */
const MOST_LINES = 40;

const SINGLE_MARKS = "‘’‚'`´";

/** The sections in which nothing is quoted; nothing is in front matter either, whose values may stand between marks. */
const SILENT: ReadonlySet<SectionKind> = new Set<SectionKind>(["boilerplate", "topics", "byline", "date"]);

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/**
 * Finds quotations by their marks, the outermost where they are nested, those that dashes set off in a text of dialogue, and those that
 * stand in lines of their own. Nicknames between two parts of a name and what a paper defines are left out; which others are no speech is for the attribution to
 * say, which sees what stands around them.
 * @returns spans of the document in text order, none crossing another.
 */
export function findQuotationSpans(source: SourceText, layout: Layout): readonly QuotationSpan[] {
  const holdsNone = blocksWithout(source, layout);
  const reader = new QuotationReader(source, (block) => holdsNone[block] === 1);
  for (let i = 0; i < source.blocks.length; i++) {
    if (holdsNone[i] === 1) reader.leaveOpen(i);
    else reader.readBlock(i);
  }
  const said = reader.found.filter((found) => !isDefined(source.text, found));
  const marked = withoutSecondMarks(source, layout, said);
  const set = withForm(
    marked,
    findBlockQuotations(source, (block) => holdsNone[block] === 1),
    "block",
  );
  const talk = findDashTalk(source);
  return talk.length < set.length
    ? set
    : withForm(
        set,
        talk.map(({ start, end }) => ({ start, end, spans: [{ start, end }] })),
        "dash",
      );
}

/** For each block 1 where it holds no quotation, since its section has none. */
function blocksWithout({ blocks }: SourceText, { sections, frontEnd = 0 }: Layout): Uint8Array {
  const skipped = sections.filter(({ kind, end }) => SILENT.has(kind) || end <= frontEnd);
  const holdsNone = new Uint8Array(blocks.length);
  let section = 0;
  for (let i = 0; i < blocks.length && section < skipped.length; i++) {
    const { start } = blocks[i];
    while (section < skipped.length && skipped[section].end <= start) section++;
    if (section < skipped.length && skipped[section].start <= start) holdsNone[i] = 1;
  }
  return holdsNone;
}

/**
 * Finds the marks that open a quotation which nothing closes, in its paragraph or in those after it that open it anew.
 * @param source part of a document will do; every quotation that it begins has to end in it.
 * @returns the marks, in text order; none that may be an inch, an apostrophe or a closing mark.
 */
export function findUnclosedMarks(source: SourceText): readonly Span[] {
  const reader = new QuotationReader(source, () => false);
  for (let i = 0; i < source.blocks.length; i++) reader.readBlock(i);
  return reader.unclosed;
}

/** Adds quotations of another form; marks inside them are their own. @param added in text order. */
function withForm(
  found: readonly QuotationSpan[],
  added: readonly Pick<QuotationSpan, "start" | "end" | "spans">[],
  form: QuotationForm,
): readonly QuotationSpan[] {
  if (added.length === 0) return found;
  let next = 0;
  const apart = found.filter(({ start, end }) => {
    while (next < added.length && added[next].end <= start) next++;
    return next === added.length || added[next].start >= end;
  });
  const formed = added.map(({ start, end, spans }): QuotationSpan => ({ form, start, end, spans, closed: true }));
  return [...apart, ...formed].sort((a, b) => a.start - b.start);
}

/**
 * Leaves out what stands between single marks where the document quotes with double ones: emphasis, words as words. Headlines quote with
 * single marks everywhere: “Minister warns of 'chaos'”.
 */
function withoutSecondMarks({ text, blocks }: SourceText, { sections }: Layout, found: readonly QuotationSpan[]): readonly QuotationSpan[] {
  const isSingle = ({ start }: Span): boolean => SINGLE_MARKS.includes(text[start]) && text[start + 1] !== text[start];
  const singles = found.filter(isSingle).length;
  if (singles === 0 || singles * 2 >= found.length) return found;
  const heads = sections.filter(({ kind }) => HEADS.has(kind));
  const firstEnd = blocks[0].start + blocks[0].block.text.length;
  const headEnd = firstEnd <= LONGEST_HEAD ? firstEnd : 0;
  let next = 0;
  return found.filter((span) => {
    if (!isSingle(span) || span.end <= headEnd || isStatement(text, span)) return true;
    while (next < heads.length && heads[next].end < span.end) next++;
    return next < heads.length && heads[next].start <= span.start;
  });
}

const HEADS: ReadonlySet<string> = new Set(["headline", "standfirst", "heading"]);
/** A text's first line no longer than this may be its headline, whatever it looks like. */
const LONGEST_HEAD = 160;

/** A page's foot and the next one's head have so many lines at most. */
const MOST_PAGE_MARKS = 4;

interface OpenQuotation {
  readonly mark: Mark;
  /** The document's offset of the mark that opened it in this paragraph. */
  readonly start: number;
  /** The parts in the paragraphs before; a paragraph that is opened anew adds its own. */
  readonly earlier: Span[];
  /** The end of the first block that it ran into: where it ends if nothing closes it. */
  readonly firstEnd: number;
  /** How many lines it has run over without a new mark. */
  readonly lines: number;
}

class QuotationReader {
  readonly found: QuotationSpan[] = [];
  /** The marks that were never closed and are sure to open. */
  readonly unclosed: Span[] = [];
  readonly #source: SourceText;
  readonly #holdsNone: (block: number) => boolean;
  #open: OpenQuotation | null = null;

  constructor(source: SourceText, holdsNone: (block: number) => boolean) {
    this.#source = source;
    this.#holdsNone = holdsNone;
  }

  readBlock(index: number): void {
    const { start, block } = this.#source.blocks[index];
    const marks = marksOf(block);
    for (let i = this.#closeSingle(index, marks) + 1; i < marks.length; i++) {
      const mark = marks[i];
      const open: OpenQuotation | null = this.#open;
      if (!open) i = this.#openAt(index, marks, i);
      else if (mark.family === open.mark.family && start + mark.start > open.start) {
        if (closes(mark, open.mark) && !this.#isApostrophe(index, mark)) this.#close(open, start + mark.end);
        else if (opensInside(marks, i, open.mark)) i++;
        else if (mark.opens && mark.family === MarkFamily.Double) {
          this.#endUnclosed(open, start + mark.start);
          this.#openAt(index, marks, i);
        }
      }
    }
    if (this.#open) this.#carryOver(this.#open, index);
  }

  /** A section that holds no quotations ends what was open before it, unless that goes on behind a page's number and head. */
  leaveOpen(index: number): void {
    if (this.#open && this.#open.start < this.#source.blocks[index].start) this.#endUnclosed(this.#open, this.#source.blocks[index].start);
  }

  /** @returns the index of the last mark that was used. */
  #openAt(index: number, marks: readonly Mark[], i: number): number {
    const { start, block } = this.#source.blocks[index];
    const mark = marks[i];
    if (!mark.opens) return i;
    if (mark.family === MarkFamily.Single) {
      const last = findSingleEnd(block.text, marks, i);
      const isAnew = this.#isOpenedAnew(index, mark);
      const runsOn = isAnew && mayRunOn(block.text, marks, i);
      if (last > i && !runsOn) {
        this.#add([{ start: start + mark.start, end: start + marks[last].end }], true);
        return last;
      }
      if (!runsOn && !(mark.oriented && isAnew)) return i;
    }
    this.#open = { mark, start: start + mark.start, earlier: [], firstEnd: start + block.text.length, lines: 0 };
    return i;
  }

  /** Whether the next block begins with a mark like the one that opened a quotation in this one. */
  #isOpenedAnew(index: number, { char }: Mark): boolean {
    const next = this.#source.blocks[index + 1];
    if (!next?.block.text.startsWith(char)) return false;
    const [first] = marksOf(next.block);
    return first?.start === 0 && first.opens;
  }

  /** Whether a single mark stands behind a plural's s where the next block opens anew what is open. */
  #isApostrophe(index: number, mark: Mark): boolean {
    const isPlural = mark.family === MarkFamily.Single && isPluralPossessive(this.#source.blocks[index].block.text, mark);
    return isPlural && this.#open !== null && this.#isOpenedAnew(index, this.#open.mark);
  }

  /**
   * Closes a quotation of single marks that a block opened anew where one would end that the block opens alone.
   * @returns the index of the closing mark, or -1.
   */
  #closeSingle(index: number, marks: readonly Mark[]): number {
    const open = this.#open;
    const { start, block } = this.#source.blocks[index];
    if (open?.mark.family !== MarkFamily.Single || open.start !== start) return -1;
    const last = findSingleEnd(block.text, marks, 0);
    if (last < 0 || this.#isApostrophe(index, marks[last])) return -1;
    this.#close(open, start + marks[last].end);
    return last;
  }

  #close(open: OpenQuotation, end: number): void {
    this.#open = null;
    this.#add([...open.earlier, { start: open.start, end }], true);
  }

  /** Where the block ends inside a quotation: it goes on in the next block, or it was never closed. */
  #carryOver(open: OpenQuotation, index: number): void {
    const { start, block } = this.#source.blocks[index];
    const end = start + block.text.length;
    const overPage = this.#overPage(index);
    if (overPage) {
      open.earlier.push({ start: open.start, end });
      this.#open = { ...open, start: overPage.start, firstEnd: overPage.start + overPage.block.text.length, lines: 0 };
      return;
    }
    const next = this.#source.blocks[index + 1];
    if (!next) {
      this.#endUnclosed(open, end);
      return;
    }
    const breaks = countLineBreaks(this.#source.text, end, next.start);
    const marks = marksOf(next.block);
    const first = marks[0];
    if (breaks > 0 && (labelInMarks(next.block.text, 0) > 0 || isDirectionInMarks(next.block.text))) {
      this.#endUnclosed(open, end);
    } else if (breaks > 0 && first && first.start === 0 && first.opens && first.family === open.mark.family) {
      open.earlier.push({ start: open.start, end });
      this.#open = { mark: first, start: next.start, earlier: open.earlier, firstEnd: next.start + next.block.text.length, lines: 0 };
    } else if (breaks === 0) {
      this.#open = open;
    } else if (breaks === 1 && open.lines < MOST_LINES && !startsAnew(marks, open.mark)) {
      this.#open = { ...open, lines: open.lines + 1 };
    } else this.#endUnclosed(open, end);
  }

  /** Where a block's last sentence goes on behind the number and the head of a page. */
  #overPage(index: number): PlacedBlock | null {
    const { blocks } = this.#source;
    let next = index + 1;
    while (next < blocks.length && next <= index + MOST_PAGE_MARKS && this.#holdsNone(next)) next++;
    if (next === index + 1 || next >= blocks.length || this.#holdsNone(next)) return null;
    return /^\p{Ll}/u.test(blocks[next].block.text) && !endsLikeSentence(blocks[index].block.text) ? blocks[next] : null;
  }

  /** Keeps a quotation that is never closed where its opening mark leaves no doubt; it ends where its first block ends, at the latest. */
  #endUnclosed(open: OpenQuotation, limit: number): void {
    this.#open = null;
    const { text } = this.#source;
    let end = Math.min(limit, open.firstEnd);
    while (end > open.start && isSpace(text.charCodeAt(end - 1))) end--;
    const atParagraphEnd = end === open.firstEnd;
    const { mark } = open;
    // A straight single mark that is never closed is an apostrophe.
    if (mark.family === MarkFamily.Single && !mark.oriented) return;
    const isSure = mark.opens && (!mark.closes || mark.char === "«");
    if (isSure) this.unclosed.push({ start: open.start, end: open.start + mark.end - mark.start });
    const sure = open.earlier.length > 0 || (atParagraphEnd && open.mark.opens && !open.mark.closes && end - open.start > 2);
    if (sure) this.#add([...open.earlier, { start: open.start, end }], false);
  }

  #add(spans: readonly Span[], closed: boolean): void {
    const { text } = this.#source;
    const [first] = spans;
    const last = spans[spans.length - 1];
    const head = text.slice(first.start, Math.min(last.end, first.start + 64));
    if (!LETTER_OR_DIGIT.test(head)) return;
    if (spans.length === 1 && (isNickname(text, first) || isSignature(text, first))) return;
    this.found.push({ form: "marks", start: first.start, end: last.end, spans, closed });
  }
}

function closes(mark: Mark, opening: Mark): boolean {
  if (!mark.closes || (mark.char === "‘" && opening.char !== "‚")) return false;
  return mark.family !== MarkFamily.Guillemet || mark.char !== opening.char;
}

/**
 * Whether a mark opens a quotation inside another and the next mark closes it: curly marks inside straight ones, or two closing
 * marks before another opens.
 */
function opensInside(marks: readonly Mark[], i: number, opening: Mark): boolean {
  const [mark, next, after] = marks.slice(i, i + 3);
  if (!mark.oriented || mark.family !== MarkFamily.Double || !next || next.family !== mark.family) return false;
  if (!next.oriented || !next.closes || next.opens) return false;
  return !opening.oriented || (after !== undefined && after.family === mark.family && after.closes && !after.opens);
}

function startsAnew(marks: readonly Mark[], opening: Mark): boolean {
  const next = marks.find((mark) => mark.family === opening.family);
  return next?.opens === true && !next.closes;
}

function countLineBreaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to && count < 2; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x0a || code === 0x2028 || code === 0x2029 || (code === 0x0d && text.charCodeAt(at + 1) !== 0x0a)) count++;
  }
  return count;
}
