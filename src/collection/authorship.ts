import type { Analysis, Entity, Span } from "../analysis/analysis.js";
import type { Utterance } from "./sourceIndex.js";

/** Words of one who tells of himself. */
const FIRST_PERSON: ReadonlySet<string> = new Set(["i", "me", "my", "mine", "we", "us", "our", "ours"]);
/** A text that has one of them among fewer words than this, outside of its quotations, is somebody's own: a letter, a speech, a statement. */
const WORDS_BETWEEN = 150;
/** So many quotations without marks show as well as one with them that a text tells who says what. */
const FEWEST_INDIRECT = 2;
/** A line that is no longer and that begins with a name is a signature, a byline, or tells who speaks from there on. */
const LONGEST_LINE = 80;
const ENDS_NAME = /^[^\S\n]*(?:$|[,:(–—-])(?!.*[.!?”"]\s*$)/u;
/** The lines at a text's beginning that may say whose it is. */
const LONGEST_HEAD = 400;
/** What stands before an author's name and his titles: "Remarks by Mayor", "From:", "Statement of". */
const BEFORE_AUTHOR =
  /(?:^|[^\p{L}])(?:by|from|of|author|speaker|sender|signed)\s{0,3}:?(?:[^\S\n]+[\p{Lu}(][\p{L}.)]*){0,4}[^\S\n]*["*_]{0,2}$/iu;

/**
 * Whether a text tells what others say and is nobody's own: a report, not a letter, a speech, a statement or a text without quotations. Only
 * there are words outside of quotations the author's.
 * @param keys the words of the text; @param utterances its quotations, in indices of the words, in the order of their first.
 */
export function isReport(keys: readonly string[], utterances: readonly Pick<Utterance, "first" | "end" | "marked">[]): boolean {
  const indirect = utterances.filter(({ marked }) => !marked).length;
  if (indirect === utterances.length && indirect < FEWEST_INDIRECT) return false;
  let [own, outside, next, end] = [0, 0, 0, 0];
  for (let i = 0; i < keys.length; i++) {
    for (; next < utterances.length && utterances[next].first <= i; next++) end = Math.max(end, utterances[next].end);
    if (i < end) continue;
    outside++;
    if (FIRST_PERSON.has(keys[i])) own++;
  }
  return own < 2 || own * WORDS_BETWEEN < outside;
}

/** The persons who may have written a text or speak all of it: those named in its byline, alone on a line, or at its head as whose it is. */
export function possibleAuthors(text: string, { document, entities }: Analysis): readonly Entity[] {
  const bylines = document.sections.filter(({ kind }) => kind === "byline");
  return entities.filter(
    ({ type, mentions }) =>
      type === "person" &&
      mentions.some((mention) => mention.kind === "name" && (bylines.some((each) => isWithin(mention, each)) || isAuthorAt(text, mention))),
  );
}

function isWithin(part: Span, whole: Span): boolean {
  return whole.start <= part.start && part.end <= whole.end;
}

function isAuthorAt(text: string, { start, end }: Span): boolean {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const before = text.slice(Math.max(lineStart, start - LONGEST_LINE), start);
  if (start < LONGEST_HEAD && BEFORE_AUTHOR.test(before)) return true;
  const found = text.indexOf("\n", end);
  const lineEnd = found < 0 ? text.length : found;
  if (lineEnd - lineStart > LONGEST_LINE) return false;
  // An office may stand beside the name, but no verb.
  return !/\p{Ll}/u.test(before) && ENDS_NAME.test(text.slice(end, lineEnd));
}
