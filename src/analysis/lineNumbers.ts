/** A number in the margin, as transcripts of courts have one before each line. */
const NUMBERED = /[ \t]{0,8}(\d{1,2})(?=[ \t\r\n]|$)/y;
const EACH_NUMBERED = /^([ \t]{0,8})(\d{1,2})(?=[ \t\r\n]|$)/gm;
const BETWEEN_LINES = /(\n[ \t]{0,8})\d{1,2}(?=[ \t\r\n]|$)/g;
/** By so many lines that are not empty is told whether a text has such numbers; among them so many are in a row, and such a share is numbered. */
export const LINES_READ = 40;
const FEWEST_IN_ROW = 12;
const LEAST_SHARE = 0.7;
/** Where so much of a line is empty, all of it may be. */
const LONGEST_MARGIN = 80;

/**
 * A text with spaces for the numbers that its pages have in the margin, from 1 on each page.
 * @returns the same offsets; the same text where it has no such numbers.
 */
export function withoutLineNumbers(text: string): string {
  if (!hasLineNumbers(text)) return text;
  let last = 0;
  return text.replace(EACH_NUMBERED, (all, space: string, digits: string) => {
    const number = Number(digits);
    if (number !== last + 1 && number !== 1) return all;
    last = number;
    return space + " ".repeat(digits.length);
  });
}

/**
 * Some words of a text with such numbers, without those that stand in them.
 * @param words without the first line's own margin.
 */
export function withoutNumbersBetweenLines(words: string): string {
  return words.replace(BETWEEN_LINES, "$1  ");
}

/** Whether a text, or the lines that it begins with, has a number before each line. */
export function hasLineNumbers(text: string): boolean {
  let lines = 0;
  let numbered = 0;
  let row = 0;
  let longest = 0;
  for (let from = 0; from < text.length && lines < LINES_READ; ) {
    const end = text.indexOf("\n", from);
    const to = end < 0 ? text.length : end;
    if (text.slice(from, Math.min(to, from + LONGEST_MARGIN)).trim() !== "") {
      lines++;
      NUMBERED.lastIndex = from;
      const number = Number(NUMBERED.exec(text)?.[1] ?? Number.NaN);
      if (!Number.isNaN(number)) numbered++;
      row = number === row + 1 ? number : number === 1 ? 1 : 0;
      longest = Math.max(longest, row);
      if (lines === FEWEST_IN_ROW && numbered < FEWEST_IN_ROW / 2) return false;
    }
    from = to + 1;
  }
  return longest >= FEWEST_IN_ROW && numbered >= LEAST_SHARE * lines;
}
