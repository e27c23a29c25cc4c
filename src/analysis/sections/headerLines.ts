import type { SectionKind, Span } from "../analysis.js";
import type { PlacedBlock, SourceText } from "../text/sourceText.js";
import { isPaper } from "./byline.js";
import { readDateline } from "./dateline.js";
import { type Formed, headerForm } from "./headerForms.js";
import { countWords, endsLikeSentence, isRightBelow, plainLine } from "./lineForms.js";
import { isPictured } from "./pageLines.js";
import { readTopicsList } from "./topicsList.js";
import { isAuthorNote } from "./trailing.js";

/** A block above the text; a line without a form of its own may be the headline, the standfirst or a heading. */
export interface HeaderLine {
  readonly kind: SectionKind | "text";
  readonly release?: boolean;
  readonly date?: string;
  readonly revised?: boolean;
  readonly authors?: readonly Span[];
}

/** The lines that a header may have, in the order of the blocks. */
export interface HeaderLines {
  readonly lines: readonly HeaderLine[];
  /** The index of the last of them that has a form by which headers are known; -1 where none has. */
  readonly last: number;
  readonly topics: readonly Span[];
  /** A heading such as "Summary" begins the text. */
  readonly aboveHeading: boolean;
}

/** The header is looked for in so many blocks, furniture aside, and in so many with it. */
const MOST_BLOCKS = 16;
const MOST_BLOCKS_IN_ALL = 60;
/** So many blocks without a form of their own may stand between two that have one. */
const MOST_BETWEEN = 2;
/** Below a byline or a date a longer paragraph is text, not the standfirst. */
const MOST_WORDS_BELOW = 45;
const MOST_SHORT_WORDS = 2;
/** A line of so few words that is no sentence may be a number or a name of some sort. */
const MOST_LABEL_WORDS = 3;
const LEAST_PARAGRAPH_WORDS = 10;
const LEAST_TITLE_WORDS = 4;
const MOST_CAPTION_WORDS = 60;
const MOST_CONTACT_LINES = 8;
/** Right below the label of whom to ask stand a name and an office, whatever they look like. */
const NAMED_CONTACT_LINES = 2;
const MOST_CONTACT_WORDS = 12;
const MOST_POINTS = 8;
const POINT = /^[*•·–-]\s+\S/;
const ABSTRACT = "abstract";
const BELOW: ReadonlySet<string> = new Set(["byline", "date", "dateline"]);

/**
 * Reads the blocks from one on as lines of a header, as far as they can be such.
 * @param to the index of the first block of what trails the text.
 * @param marks the indices of the blocks that are numbers and running heads of pages.
 */
export function readHeaderLines(source: SourceText, from: number, to: number, marks: ReadonlySet<number>): HeaderLines {
  return new HeaderReader(source, from, to, marks).read();
}

class HeaderReader {
  readonly #lines: HeaderLine[] = [];
  readonly #topics: Span[] = [];
  #last = -1;
  #between = 0;
  #counted = 0;

  constructor(
    readonly source: SourceText,
    readonly from: number,
    readonly to: number,
    readonly marks: ReadonlySet<number>,
  ) {}

  read(): HeaderLines {
    const { blocks } = this.source;
    const abstract = this.#abstractAt();
    while (this.#next < this.to && this.#counted < MOST_BLOCKS && this.#lines.length < MOST_BLOCKS_IN_ALL) {
      if (this.#between > MOST_BETWEEN && this.#next >= abstract) break;
      const i = this.#next;
      if (this.marks.has(i)) {
        this.#lines.push({ kind: "boilerplate" });
        continue;
      }
      const list = readTopicsList(this.source, i);
      if (list) {
        this.#topics.push(...list.topics);
        for (let n = 0; n < list.blocks; n++) this.#lines.push({ kind: "topics" });
        this.#keep();
      } else if (!this.#readLine(headerForm(blocks[i].block), i)) break;
    }
    const behind = this.#formAt(this.#next);
    return {
      lines: this.#lines,
      last: this.#last,
      topics: this.#topics,
      aboveHeading: behind?.form === "stop" && behind.isHeading === true,
    };
  }

  /** The index of the heading of a paper's abstract, below its title, authors and their institutes; the first block's where there is none. */
  #abstractAt(): number {
    const { blocks } = this.source;
    for (let i = this.from; i < Math.min(this.to, this.from + MOST_BLOCKS); i++) if (plainLine(blocks[i].block) === ABSTRACT) return i;
    return this.from;
  }

  /** The index of the next block. */
  get #next(): number {
    return this.from + this.#lines.length;
  }

  /** Reads the line at an index and those that belong to it; false where the text begins. */
  #readLine(formed: Formed, i: number): boolean {
    const { blocks } = this.source;
    const { block } = blocks[i];
    const { form } = formed;
    switch (form) {
      case "stop":
        return false;
      case "headline":
        if (this.#lines.some(({ kind }) => kind !== "boilerplate")) return false;
        this.#add(blocks[i], formed, form);
        return true;
      case "boilerplate":
        // A number that a document begins with may be a chapter's.
        if (i === this.from && /^\d+$/.test(block.text)) this.#addText();
        else this.#add(blocks[i], formed, form, (formed.ofHead === true && !this.#hasParagraph()) || i === this.from);
        return true;
      case "date":
        // Times between paragraphs are the text's own.
        if (formed.date === undefined && this.#hasParagraph()) return false;
        this.#add(blocks[i], formed, form);
        return true;
      case "date label":
      case "other date label":
        this.#readDateBelow(formed, i);
        return true;
      case "contact":
        if (this.#hasParagraph()) return false;
        this.#readContact(i);
        return true;
      case "caption label":
        this.#readCaptionBelow(i);
        return true;
      case "agency":
        if (this.#follows("byline")) this.#add(blocks[i], formed, "byline");
        else if (isPictured(this.source, i, this.to)) {
          for (const at of [i, i + 1]) this.#add(blocks[at], { form: "caption" }, "caption", this.#between <= 1);
        } else this.#addText();
        return true;
      case "caption":
        this.#add(blocks[i], formed, form, this.#between <= 1);
        this.#takeAlternative(i);
        return true;
      case "role":
        if (this.#follows("byline")) this.#add(blocks[i], formed, "byline");
        else this.#addText();
        return true;
      case "names":
        if (this.#areAuthors(formed, i)) this.#add(blocks[i], formed, "byline");
        else this.#addText();
        return true;
      case "text":
        if (this.#readPoints(i)) return true;
        if (this.#follows("byline") && (/^(?:and|&)$/i.test(block.text) || this.#isNote(block.text) || this.#isPaper(i))) {
          this.#add(blocks[i], formed, "byline");
          return true;
        }
        if (this.#lines.some(({ kind }) => BELOW.has(kind)) && (countWords(block.text) > MOST_WORDS_BELOW || this.#hasParagraph()))
          return false;
        this.#addText();
        return true;
      default:
        this.#add(blocks[i], formed, form);
        return true;
    }
  }

  /** The points that an agency sets below its headline, above who writes or the dateline: "* Shares fall 23 pct"; false where none begin. */
  #readPoints(i: number): boolean {
    const { blocks } = this.source;
    if (i === this.from || !POINT.test(blocks[i].block.text)) return false;
    let end = i;
    while (end < this.to && end < i + MOST_POINTS && POINT.test(blocks[end].block.text)) end++;
    const behind = this.#formAt(end);
    if (!behind || !(behind.form === "byline" || behind.form === "date" || readDateline(blocks[end].block.text))) return false;
    for (let n = i; n < end; n++) this.#add(blocks[n], { form: "standfirst" }, "standfirst");
    return true;
  }

  /** @param known whether headers are known by such a line. */
  #add({ start }: PlacedBlock, { release, date, revised, authors }: Formed, kind: SectionKind, known = true): void {
    this.#lines.push({
      kind,
      ...(release && { release }),
      ...(date !== undefined && { date }),
      ...(revised && { revised }),
      ...(authors && { authors: authors.map((author) => ({ start: start + author.start, end: start + author.end })) }),
    });
    if (kind !== "boilerplate") this.#counted++;
    if (known) this.#keep();
  }

  #addText(): void {
    const { text } = this.source.blocks[this.#next].block;
    const isLabel = countWords(text) <= MOST_LABEL_WORDS && !endsLikeSentence(text);
    if (!isLabel && this.#lines.some(({ kind }, n) => kind !== "boilerplate" && !(kind === "text" && this.#isShort(n)))) this.#between++;
    this.#counted++;
    this.#lines.push({ kind: "text" });
  }

  #keep(): void {
    this.#between = 0;
    this.#last = this.#lines.length - 1;
  }

  /** Whether the line before is of a kind, furniture aside. */
  #follows(kind: SectionKind): boolean {
    return this.#lines.filter((line) => line.kind !== "boilerplate" && line.kind !== "date").at(-1)?.kind === kind;
  }

  /** Whether a line read so far has but a word or two, as the name of a column or of a section does. */
  #isShort(n: number): boolean {
    return countWords(this.source.blocks[this.from + n].block.text) <= MOST_SHORT_WORDS;
  }

  /** Whether a line read so far may be a paragraph of the text. */
  #hasParagraph(): boolean {
    return this.#lines.some(({ kind }, n) => {
      if (kind !== "text") return false;
      const { text } = this.source.blocks[this.from + n].block;
      return countWords(text) >= LEAST_PARAGRAPH_WORDS && endsLikeSentence(text);
    });
  }

  /** Whether a paragraph stands at an index that does not begin with the words of the line at another: it would tell of whom that names. */
  #isParagraph(i: number, line: number): boolean {
    const text = this.source.blocks[i]?.block.text;
    if (i >= this.to || text === undefined || countWords(text) < LEAST_PARAGRAPH_WORDS || !endsLikeSentence(text)) return false;
    const names = this.source.blocks[line].block.text.split(/\s+/);
    return !names.some((name) => text.startsWith(name));
  }

  #formAt(i: number): Formed | null {
    return i < this.to && !this.marks.has(i) ? headerForm(this.source.blocks[i].block) : null;
  }

  #readDateBelow({ form, revised }: Formed, i: number): void {
    const { blocks } = this.source;
    const below = this.#formAt(i + 1);
    const dated = below?.form === "date";
    const isOwn = form === "date label" && dated;
    this.#add(blocks[i], { form: "date" }, isOwn ? "date" : "boilerplate", dated);
    if (!dated || !below) return;
    this.#add(
      blocks[i + 1],
      isOwn ? { ...below, revised: revised === true || below.revised === true } : { form: "boilerplate" },
      isOwn ? "date" : "boilerplate",
    );
  }

  /** Whom to ask: the label's line, and those right below it that are names, offices, numbers and addresses. */
  #readContact(i: number): void {
    const { blocks } = this.source;
    this.#add(blocks[i], { form: "boilerplate" }, "boilerplate");
    const isLabel = /:\s*$/.test(blocks[i].block.text);

    for (let n = 1; n <= MOST_CONTACT_LINES; n++) {
      const form = this.#formAt(i + n)?.form;
      if (form === undefined || !isRightBelow(this.source, i + n) || !["text", "names", "role", "boilerplate"].includes(form)) return;
      const { text } = blocks[i + n].block;
      if (countWords(text) > MOST_CONTACT_WORDS) return;
      if (!(isLabel && n <= NAMED_CONTACT_LINES) && !/@|(?:\d[\s().-]{0,2}){7}/.test(text)) return;
      this.#add(blocks[i + n], { form: "boilerplate" }, "boilerplate");
    }
  }

  #readCaptionBelow(i: number): void {
    const { blocks } = this.source;
    const isLabel = /[,:]$/.test(blocks[i].block.text);
    const below = this.#formAt(i + 1);
    if (
      !below ||
      !isRightBelow(this.source, i + 1) ||
      countWords(blocks[i + 1].block.text) > MOST_CAPTION_WORDS ||
      (!isLabel && below.form !== "caption")
    ) {
      this.#add(blocks[i], { form: "boilerplate" }, "boilerplate", false);
      return;
    }
    for (const block of [blocks[i], blocks[i + 1]]) this.#add(block, { form: "caption" }, "caption", this.#between <= 1);
  }

  /** The line right above a caption tells what the picture shows, where an empty line stands above it. */
  #takeAlternative(i: number): void {
    const at = this.#lines.length - 2;
    if (at < 1 || this.#lines[at].kind !== "text" || !isRightBelow(this.source, i) || isRightBelow(this.source, i - 1)) return;
    this.#lines[at] = { kind: "caption" };
    this.#between = Math.max(0, this.#between - 1);
  }

  /** Whether persons' names alone in a line below what may be the headline are the authors': a date or a role stands below, or there are several. */
  #areAuthors({ authors = [] }: Formed, i: number): boolean {
    if (!this.#lines.some(({ kind }) => kind === "text" || kind === "headline")) return false;
    if (this.#follows("byline")) return true;
    if (this.#lines.some(({ kind, date }) => kind === "date" && date !== undefined) && this.#isParagraph(i + 1, i)) return true;
    if (this.#isBelowStandfirst() && this.#isParagraph(i + 1, i)) return true;
    let next = i + 1;
    while (this.#formAt(next)?.form === "boilerplate") next++;
    const below = this.#formAt(next)?.form;
    return below === "date" || below === "role" || (below === "date label" && next === i + 1) || authors.length > 1;
  }

  /** Whether a headline and its standfirst stand above, and nothing else. */
  #isBelowStandfirst(): boolean {
    const texts = this.#lines.flatMap(({ kind }, n) => (kind === "text" ? [this.source.blocks[this.from + n].block.text] : []));
    const [title, standfirst] = texts;
    if (texts.length !== 2 || endsLikeSentence(title) || countWords(title) < LEAST_TITLE_WORDS) return false;
    return endsLikeSentence(standfirst) && countWords(standfirst) <= MOST_WORDS_BELOW;
  }

  /** For whom the authors write: "The Lakeside Dispatch", right below a byline and right above nothing. */
  #isPaper(i: number): boolean {
    const isTitled = this.#lines.some(({ kind }) => kind === "text" || kind === "headline");
    if (!isTitled || i + 1 >= this.to) return false;
    return isRightBelow(this.source, i) && !isRightBelow(this.source, i + 1) && isPaper(this.source.blocks[i].block.text);
  }

  /** "Jane Doe reported from Varna", or what an author does, below a byline. */
  #isNote(text: string): boolean {
    const names = this.#lines.flatMap(({ authors = [] }) => authors.map(({ start, end }) => this.source.text.slice(start, end)));
    const named = names.some((name) => text.startsWith(name));
    return named && (/\breport(?:ed|ing|s) from\b/.test(text.slice(0, 160)) || isAuthorNote(text, names));
  }
}
