import { memoByBlock } from "../text/blockMemo.js";
import { compiled } from "../text/compiled.js";
import type { Block } from "../text/sourceText.js";
import functionWords from "./functionWords.json" with { type: "json" };

const LONGEST_TITLE = 200;
const LONGEST_LINE = 120;
/** What a house's record tells between the speeches. */
const PROCEEDINGS = compiled(new RegExp(`^(?:${functionWords.proceedings.join("|").replaceAll(".", "\\.")})(?!\\p{L})`, "iu"));

/** What a program writes in place of a message: "<Media omitted>", "This message was deleted". */
const NOTICES: ReadonlySet<string> = new Set(functionWords.notices);
const LONGEST_NOTICE = 50;

/** Whether what stands behind a label is a program's notice, and nobody's words. */
export function isNotice(words: string): boolean {
  if (words.length > LONGEST_NOTICE) return false;
  const small = words
    .replace(/[\u200e<>.]/g, "")
    .trim()
    .toLowerCase();
  return NOTICES.has(small) || small.startsWith("attached:");
}

/** "This interview has been edited for length." */
const EDITED =
  /^(?:\p{L}+['’]s note: )?(?:this|the|our|these|both) (?:interview|conversation|transcript|q&a|discussion|exchange|answer|response)s?(?: \p{L}+){0,4} (?:has been|was|were|have been|is) (?:\p{Ll}+ly )?(?:edited|condensed|shortened|abridged|translated|conducted)\b/iu;

/** "[Laughter]", "(inaudible)", "*The interview was shortened.*", "Several hon. Members rose—": what is said by nobody, while a turn goes on. */
export const isStageDirection = memoByBlock(({ text }): boolean => {
  const first = text[0];
  const last = text[text.length - 1];
  if ((first === "*" || first === "_") && last === first && text[1] !== first && !text.slice(1, -1).includes(first)) return true;
  if ((first === "[" && last === "]") || (first === "(" && last === ")") || /^[-–—*_\s]+$/.test(text.slice(0, 200))) return true;
  return text.length <= LONGEST_LINE && (PROCEEDINGS.test(text) || EDITED.test(text));
});

const LONGEST_DIRECTION = 60;
const DIRECTION_IN_MARKS = /^["“”‘’']{1,2}(?:\([^()]*\)|\[[^[\]]*\])["“”‘’']{0,2}$/u;

/** Whether a bracket encloses all that stands in marks, or behind one that opens: “(APPLAUSE)”, as transcripts set it. */
export function isDirectionInMarks(words: string): boolean {
  return words.length <= LONGEST_DIRECTION && DIRECTION_IN_MARKS.test(words);
}

/**
 * "STATEMENT OF ADA BYRON, CHIEF ENGINEER", "EXAMINATION": what parts a record, and is said by nobody.
 * @param before the words of the turn above; who speaks in small letters goes on with no word in capitals.
 */
export function isTitle(block: Block, before: () => string | null): boolean {
  const form = titleForm(block);
  return form === "title" || (form === "one word" && /\p{Ll}/u.test(before() ?? ""));
}

const THREE_WORDS_IN_CAPITALS = compiled(/\p{Lu}{2}.*\s.*\p{Lu}{2}.*\s.*\p{Lu}{2}/su);

const titleForm = memoByBlock(({ text }): "title" | "one word" | null => {
  if (text.length >= LONGEST_TITLE || /\p{Ll}|[.!?]$/u.test(text)) return null;
  if (THREE_WORDS_IN_CAPITALS.test(text)) return "title";
  return /^\p{Lu}{5,}(?:[ -]\p{Lu}{2,})?:?$/u.test(text) ? "one word" : null;
});
