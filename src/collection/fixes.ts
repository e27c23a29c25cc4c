import { onOneLine } from "../analysis/oneLine.js";
import type { Difference, Finding } from "./finding.js";

/** Words to put in the place of a draft's, in UTF-16 offsets of the draft. */
export interface DraftEdit {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/**
 * What puts the source's words where a finding has others.
 * @returns null where no one place of a source says how the words should be.
 */
export function sourceWords(finding: Finding, draft: string): readonly DraftEdit[] | null {
  switch (finding.rule) {
    case "quote-altered":
      return finding.differences.length > 0 ? finding.differences.map((difference) => putIn(difference, draft)) : null;
    case "name-spelling":
      return finding.places.length > 0 ? [{ start: finding.start, end: finding.end, words: onOneLine(finding.places[0].words) }] : null;
    default:
      return null;
  }
}

/** The source's words with the punctuation that stands around them there, where it is known and the draft has no more than that itself. */
function putIn({ start, end, before, after, ...difference }: Difference, draft: string): DraftEdit {
  const source = onOneLine(difference.source);
  const first = before === null ? start : behindWord(draft, start);
  const last = after === null ? end : beforeWord(draft, end);
  const isKept = (own: string, other: string | null): boolean => other === null || own.replace(/\s+/g, " ") === other;
  if (source === "" && start < end) {
    if (first === null || last === null || before === null || after === null) return withoutSpace(start, end, draft);
    return { start: first, end: last, words: before };
  }
  const [from, opening] = first === null || isKept(draft.slice(first, start), before) ? [start, ""] : [first, before];
  const [to, closing] = last === null || isKept(draft.slice(end, last), after) ? [end, ""] : [last, after];
  if (start < end) return { start: from, end: to, words: `${opening}${source}${closing}` };
  if (before !== null && after !== null && first !== null && last !== null)
    return { start: first, end: last, words: before + source + after };
  return { start, end, words: endsWord(draft, start) ? ` ${source}` : `${source} ` };
}

/** Where the word before a place ends, if nothing but punctuation stands between them; otherwise null. */
function behindWord(draft: string, offset: number): number | null {
  const between = /[\s,;:.!?…—–-]{1,12}$/.exec(draft.slice(Math.max(0, offset - 12), offset))?.[0] ?? "";
  const at = offset - between.length;
  return /[\p{L}\p{N}%]/u.test(draft[at - 1] ?? "") ? at : null;
}

/** Where the word behind a place begins, if nothing but punctuation stands between them; otherwise null. */
function beforeWord(draft: string, offset: number): number | null {
  const between = /^[\s,;:.!?…—–-]{1,12}/.exec(draft.slice(offset, offset + 12))?.[0] ?? "";
  const at = offset + between.length;
  return /[\p{L}\p{N}$£€¥]/u.test(draft[at] ?? "") ? at : null;
}

/** Takes words out with the space before them, or after them at a beginning. */
function withoutSpace(start: number, end: number, draft: string): DraftEdit {
  if (/\s/.test(draft[start - 1] ?? "")) return { start: start - 1, end, words: "" };
  return { start, end: /\s/.test(draft[end] ?? "") ? end + 1 : end, words: "" };
}

/**
 * What marks an altered quotation as journalists mark it: an ellipsis where words are left out, brackets around words that the source
 * does not have.
 * @returns null where the finding is no alteration, and where a number or a negation differs: marking that would hide what it changes.
 */
export function markedAlteration(finding: Finding, draft: string): readonly DraftEdit[] | null {
  if (finding.rule !== "quote-altered" || finding.differences.length === 0) return null;
  if (finding.differences.some(({ kind }) => kind === "number" || kind === "negation")) return null;
  return finding.differences.map(({ start, end }) => {
    if (start < end) return { start, end, words: `[${draft.slice(start, end)}]` };
    return { start, end, words: endsWord(draft, start) ? " …" : "… " };
  });
}

function endsWord(draft: string, offset: number): boolean {
  return /[\p{L}\p{N},;:.!?]/u.test(draft[offset - 1] ?? "");
}

/** The two sides of a comparison. */
export interface ComparedWords {
  readonly source: string;
  readonly draft: string;
}

/**
 * The words of a finding beside those of its sources: what a draft put together from several places beside all of them. The quotation marks are
 * left out, and the punctuation at the draft's end where the source's words have none: neither is an alteration.
 * @returns null where there is nothing to compare: no source has the words, or has them as they are, of another speaker.
 */
export function comparedWords({ rule, start, end, places }: Finding, draft: string): ComparedWords | null {
  if (places.length === 0 || (rule !== "quote-altered" && rule !== "quote-stitched")) return null;
  const source = rule === "quote-stitched" ? places.map(({ words }) => onOneLine(words)).join(" … ") : onOneLine(places[0].words);
  const own = onOneLine(draft.slice(start, end)).replace(/^["“«„‘']|["”»’']$/g, "");
  return { source, draft: /[.,;:!?]$/.test(source) ? own : own.replace(/[.,;:!?]$/, "") };
}
