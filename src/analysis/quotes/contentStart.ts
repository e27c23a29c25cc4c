import type { Span } from "../analysis.js";
import { compiled } from "../text/compiled.js";
import functionWords from "./functionWords.json" with { type: "json" };

const LONGEST_SETTING = 100;
/** In what somebody says something, up to the words that begin what is said. */
const SETTING = compiled(
  new RegExp(
    `^ in (?:a|an|the|his|her|its|their|this) (?:\\p{Ll}[\\p{Ll}-]{0,20} ){0,2}(?:${[...functionWords.papers, "note", "notes", "interview", "speech"].join("|")})` +
      "(?: to \\p{L}{2,20})?(?: on \\p{Lu}\\p{Ll}{2,6}day)? " +
      "(?=(?:the|a|an|he|she|it|they|we|there|his|her|its|their|these|those|some|many|no)\\s|\\p{Lu})",
    "u",
  ),
);

/** "14:32 Trains are suspended": when it was written. */
const CLOCK = /^\d{1,2}[:.]\d{2} (?=\p{Lu})/u;
const LONGEST_CLOCK = 8;

/** Behind the signs that set a line of an earlier letter apart. */
function behindArrows(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && (text[at] === ">" || text[at] === " ")) at++;
  return at < end ? at : start;
}

/**
 * Where what is said begins behind a cue and the paper that it was said in: "said in a note the company would miss its target".
 * @param cue the cue's words; @param content what was taken for what is said, which may begin inside the words for the paper.
 */
export function contentStart(text: string, cue: Span, { start, end }: Span): number {
  if (text[start] === ">") return behindArrows(text, start, end);
  if (start < cue.start && (start === 0 || text[start - 1] === "\n"))
    return start + (CLOCK.exec(text.slice(start, Math.min(end, start + LONGEST_CLOCK)))?.[0].length ?? 0);
  if (start <= cue.end || start - cue.end > LONGEST_SETTING) return start;
  const setting = SETTING.exec(text.slice(cue.end, cue.end + LONGEST_SETTING));
  if (!setting) return start;
  const behind = cue.end + setting[0].length;
  return behind > start && behind < end ? behind : start;
}
