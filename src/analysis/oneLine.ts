import hyphens from "./hyphens.json" with { type: "json" };

/** A word that is parted at a line's end: what stands of it before the hyphen, the hyphen, the break, and the word's letters that go on. */
const PARTED = /(?<![\p{L}\p{M}])([\p{L}\p{M}]{1,60})([-\u2010\u2011\u00ad])[^\S\n]{0,40}\n[^\S\n]{0,40}(?=(\p{L}[\p{L}\p{M}]{0,60}))/gu;
const KEEPS_AFTER: ReadonlySet<string> = new Set(hyphens.before);
const KEEPS_BEFORE: ReadonlySet<string> = new Set(hyphens.after);

/**
 * Joins the words that are parted at a line's end. Before a capital, and behind a word that is mostly written with a hyphen, the hyphen
 * stays: "al-⏎Maliki" is "al-Maliki", "pro-⏎vince" is "province".
 */
export function withoutPartedWords(text: string): string {
  if (!text.includes("\n")) return text;
  return text.replace(PARTED, (_, part: string, hyphen: string, next: string) => {
    if (hyphen === "\u00ad") return part;
    const stays = next !== next.toLowerCase() || KEEPS_AFTER.has(part.toLowerCase()) || KEEPS_BEFORE.has(next);
    return stays ? `${part}${hyphen}` : part;
  });
}

/** Any white space but single spaces between words, and what steers a terminal; most words have none. */
const UNEVEN = /^\s|\s$|\s\s|[^\S ]|\p{Cc}/u;

/** What stands before a line that is set apart as a quotation. */
const LINE_MARKS = /\n[^\S\n]{0,8}(?:>[^\S\n]?){1,8}/g;

/** A text without the ">" before lines that are set apart. */
export function withoutLineMarks(text: string): string {
  return text.includes("\n>") || text.includes("\n >") ? text.replace(LINE_MARKS, "\n") : text;
}

/**
 * Words of a text on one line: white space and what steers a terminal is single spaces, and none at the ends; words that are parted at a
 * line's end are whole again, and the ">" before a line is gone.
 */
export function onOneLine(text: string): string {
  if (!UNEVEN.test(text)) return text;
  return withoutPartedWords(withoutLineMarks(text))
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
}

/** Marks of emphasis at one end of a word: "**Ingrid** Solheim". */
const EMPHASIS = /(?<=[\p{L}\p{N}.])[*_]{1,3}(?![\p{L}\p{N}*_])|(?<![\p{L}\p{N}*_])[*_]{1,3}(?=[\p{L}\p{N}])/gu;

/** Words of a text on one line, as `onOneLine` gives them, without marks of emphasis: what somebody is called is the same where it is bold. */
export function wordsOnOneLine(text: string): string {
  const line = onOneLine(text);
  return line.includes("*") || line.includes("_") ? line.replace(EMPHASIS, "") : line;
}
