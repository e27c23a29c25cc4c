import type { Span } from "../analysis.js";
import { isRightBelow } from "../sections/lineForms.js";
import { memoByBlock } from "../text/blockMemo.js";
import { compiled } from "../text/compiled.js";
import type { Block, SourceText } from "../text/sourceText.js";

/** The marks before a line that is set apart: "> ", in Markdown and in mails. */
const SET_APART = /^(?:>[^\S\n]?){1,8}/;
/** What is set apart but said by nobody: notes ("[!NOTE]", "**Note**"), headings, tables, code and lists. */
const NO_SPEECH = compiled(
  /^(?:\[!|#|\||```|[-*+]\s|\d{1,3}[.)]\s|\*\*\p{L}{1,20}:?\*\*|(?:note|tip|warning|caution|update|editor.{0,3}s note)\b:?)/iu,
);
/** Who wrote or said it, in a line of its own at the end: "— Robert Hale, fisherman". */
const SIGNATURE = /^(?:—|―|–|--?)\s*(?=\p{Lu})/u;
/** What stands before the lines of an older mail: they are its whole text, and no quotation. */
const MAIL_LEAD = /^on\b.{0,200}\bwrote:$|@.{0,80}wrote:$/is;
const TWO_LETTERS = /\p{L}\p{L}/u;
const SPACE = /\s/;
const MARK = /^["“«‘'„]/;
const LONGEST_LEAD = 2000;
/** What is longer is a document inside the document, and not what somebody says in it. */
const LONGEST = 6000;

/** A block that is set apart: how deep, and where its words begin. */
interface SetApart {
  readonly depth: number;
  readonly from: number;
}

const setApart = memoByBlock(({ text }: Block): SetApart | null => {
  if (text.charCodeAt(0) !== 0x3e) return null;
  const marks = SET_APART.exec(text)?.[0] ?? "";
  return { depth: marks.replace(/[^>]/g, "").length, from: marks.length };
});

/** A quotation that is set apart from the text around it, without marks of its own. */
export interface BlockQuotation extends Span {
  /** One span for each paragraph. */
  readonly spans: readonly Span[];
}

/**
 * Finds quotations that lines with ">" set apart: those that a colon leads in ("Olsen wrote to the minister:") or that a signature ends
 * ("— Robert Hale, fisherman"). What has marks of its own, a note, and the text of an older mail is none.
 * @param isSkipped whether a block holds no quotation, asked in the order of the blocks.
 * @returns offsets of the document, in text order; the signature is outside, and so are the first line's ">".
 */
export function findBlockQuotations(source: SourceText, isSkipped: (block: number) => boolean): readonly BlockQuotation[] {
  const { blocks } = source;
  const found: BlockQuotation[] = [];
  for (let b = 0; b < blocks.length; ) {
    const first = setApart(blocks[b].block);
    if (first === null || isSkipped(b)) {
      b++;
      continue;
    }
    let end = b + 1;
    while (end < blocks.length && setApart(blocks[end].block)?.depth === first.depth && isRightBelow(source, end)) end++;
    const quotation = quotationOf(source, b, end);
    if (quotation) found.push(quotation);
    b = end;
  }
  return found;
}

/** @param first the first block that is set apart; @param end behind the last. */
function quotationOf({ text, blocks }: SourceText, first: number, end: number): BlockQuotation | null {
  const wordsOf = (b: number): string => blocks[b].block.text.slice(setApart(blocks[b].block)?.from ?? 0);
  if (NO_SPEECH.test(wordsOf(first)) || MARK.test(wordsOf(first))) return null;
  const signed = SIGNATURE.test(wordsOf(end - 1));
  const stop = signed ? end - 1 : end;
  if (!signed && !isLedIn(blocks[first - 1]?.block)) return null;
  const spans: Span[] = [];
  let goesOn = false;
  for (let b = first; b < stop; b++) {
    const { start, block } = blocks[b];
    const span = { start: start + (setApart(block)?.from ?? 0), end: start + block.text.length };
    const isEmpty = span.end <= span.start;
    if (!isEmpty && goesOn) spans[spans.length - 1] = { start: spans[spans.length - 1].start, end: span.end };
    else if (!isEmpty) spans.push(span);
    goesOn = !isEmpty;
  }
  if (spans.length === 0) return null;
  const whole = { start: spans[0].start, end: spans[spans.length - 1].end };
  if (whole.end - whole.start > LONGEST) return null;
  const words = text.slice(whole.start, whole.end);
  if (!TWO_LETTERS.test(words) || !SPACE.test(words)) return null;
  return { ...whole, spans };
}

function isLedIn(before: Block | undefined): boolean {
  if (!before || before.text.startsWith("#")) return false;
  const lead = before.text.slice(-LONGEST_LEAD).trimEnd();
  return /:[*_]{0,2}$/.test(lead) && !MAIL_LEAD.test(lead);
}
