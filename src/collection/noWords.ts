import type { Analysis } from "../analysis/analysis.js";
import { withoutLineNumbers } from "../analysis/lineNumbers.js";

/** A link of Markdown's, of which only the text is words. */
const LINK = /\[([^\][\n]{1,300})\](\([^()\s]{0,500}(?:\s"[^"\n]{0,200}")?\))/g;
/** A tag of HTML, and a character by its name that is no letter. */
const MARKUP = /<\/?[a-z][^<>\n]{0,500}>|&(?:amp|nbsp|quot|lt|gt|[lr]dquo|hellip|[mn]dash|thinsp|shy);/gi;
/** What a recorder says of the room, and from when to when a subtitle is shown, with its number. */
const ASIDE =
  /[([](?:(?:loud|long|prolonged|more|some|scattered) )?(?:laughter|applause|cheers|cheering|booing|boos|crosstalk|inaudible|pause|laughs|chuckles)(?: and (?:laughter|applause|cheers))?[.!]?[)\]]/gi;
const SHOWN = /^(?:\d{1,6}[^\S\n]*\n)?(?:\d{1,3}:)?\d{2}:\d{2}[.,]\d{3}[^\S\n]*-->[^\n]*$/gm;

/**
 * A text with spaces for what in it is nobody's word: numbers in the margin, subtitles' times, a recorder's “(Laughter.)”, links' addresses, tags.
 * @returns the same offsets; the same text where it has none of these.
 */
export function withoutNoWords(text: string): string {
  let words = withoutLineNumbers(text);
  if (words.includes("-->")) words = words.replace(SHOWN, blank);
  if (words.includes("](")) words = words.replace(LINK, (_, shown: string, address: string) => ` ${shown} ${blank(address)}`);
  if (/[<&]/.test(words)) words = words.replace(MARKUP, blank);
  return /[([]/.test(words) ? words.replace(ASIDE, blank) : words;
}

const LONGEST_PAGE_MARK = 250;

/** A text with spaces for the page numbers and running heads between two parts of its body, which what is quoted goes on behind. */
export function withoutPageMarks(text: string, sections: Analysis["document"]["sections"]): string {
  const parts: string[] = [];
  let from = 0;
  for (let i = 1; i + 1 < sections.length; i++) {
    const { kind, start, end } = sections[i];
    if (kind !== "boilerplate" || end - start > LONGEST_PAGE_MARK) continue;
    if (sections[i - 1].kind !== "body" || sections[i + 1].kind !== "body") continue;
    parts.push(text.slice(from, start), blank(text.slice(start, end)));
    from = end;
  }
  return from === 0 ? text : parts.join("") + text.slice(from);
}

/** Spaces in the place of a stretch, its line breaks kept. */
function blank(stretch: string): string {
  return stretch.replace(/[^\n]/g, " ");
}
