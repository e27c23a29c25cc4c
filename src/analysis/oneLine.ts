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

/** Words of a text on one line: white space is single spaces, and words that are parted at a line's end are whole again. */
export function onOneLine(text: string): string {
  return withoutPartedWords(text).replace(/\s+/g, " ");
}
