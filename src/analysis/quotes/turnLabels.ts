import { readStampedLabel, stampBefore, stampBehind } from "../sections/stamps.js";
import { memoByBlock } from "../text/blockMemo.js";
import { compiled } from "../text/compiled.js";
import type { Block } from "../text/sourceText.js";
import { CUE_WORDS, CueForm } from "./cueLexicon.js";
import functionWords from "./functionWords.json" with { type: "json" };

/** The label at the head of a transcript's paragraph. */
export interface Labelled {
  readonly label: string;
  /** Offsets in the block. */
  readonly start: number;
  readonly end: number;
  readonly content: number;
  /** Whether its form alone leaves no doubt. */
  readonly isSure: boolean;
  /** Whether it stands in bold letters of Markdown, in which a transcript sets all its labels. */
  readonly isBold?: boolean;
}

const LONGEST_LABEL = 70;

const CAPITALS = functionWords.labelTitles.map((title) => title.toUpperCase()).join("|");
const SMALL = functionWords.labelTitles.map((title) => `${title[0].toUpperCase()}${title.slice(1)}`).join("|");
/** "MR. ", "Dr. ". */
export const COURTESY = `(?:${CAPITALS}|${SMALL})\\.[ \\t]+`;

/** Capitals with initials and titles, "Q" and "A", or a name in small letters; then a colon. */
const CAPITAL_LABEL = new RegExp(
  `^(?:${COURTESY})?[\\p{Lu}][\\p{Lu}.'’&-]*(?:[ \\t]+[\\p{Lu}(&][\\p{Lu}.'’()-]*){0,6}(?:,[^:\\n]{1,40}|(?:[ \\t]\\([^():\\n]{1,60}\\)){1,2}|[ \\t]?#\\d{1,2})?$`,
  "u",
);
const NAME_LABEL = compiled(/^[\p{Lu}][\p{L}.'’-]*(?:[ \t]+[\p{L}(&][\p{L}.'’()-]*){0,6}(?:[ \t]\([^():\n]{1,60}\)){0,2}$/u);
/** "Mr. SHUSTER." and "The CHAIRMAN." of a hearing's record: a title and a name, or an office in capitals, then a full stop. */
const STOPPED_LABEL = compiled(
  /^((?:(?:Mr|Mrs|Ms|Dr|Gen|Col|Adm|Lt|Hon|Prof)\.|Senator|Secretary|Representative|Delegate|Congressman|Congresswoman|Chairman|Chairwoman|Chair|Director|General|Admiral|Ambassador|Governor|Judge|Justice|Mayor|Sheriff|Chief|Professor|The)(?:[ \t]+(?:\p{Lu}[\p{Lu}\p{M}'’-]+|\p{Lu}\.|Mc\p{Lu}+|of [\p{Lu}][\p{Ll}]+(?: \p{Lu}\p{Ll}+)?)){1,4})\.[ \t]+(?=["“(\p{Lu}])/u,
);
/** The same in small letters, "Mr. Shuster." and "The Chairman.": it is one where it stands again. */
const SMALL_STOPPED_LABEL = compiled(
  /^((?:(?:Mr|Mrs|Ms|Dr|Gen|Col|Adm|Lt|Hon|Prof)\.|Senator|Secretary|Representative|Delegate|Congressman|Congresswoman|Chairman|Chairwoman|Director|Ambassador|Governor|Judge|Justice|Mayor)(?:[ \t]+(?:\p{Lu}[\p{L}\p{M}'’-]+|\p{Lu}\.|of [\p{Lu}][\p{Ll}]+)){1,3}|The (?:Acting )?(?:Chair(?:man|woman|person)?|President|Speaker|Clerk|Court|Witness))\.[ \t]+(?=["“(\p{Lu}])/u,
);
/** As parliaments have it: "The Minister for Fisheries, Food and the Coast (Ada Byron):". */
const OFFICE_LABEL = /^(The \p{Lu}[\p{L},'’ -]{4,140}? \(\p{Lu}[\p{L}.'’ -]{2,50}\)): /u;
const LONGEST_OFFICE = 220;
const STOPPED_STARTS = "MDGCALHPSRJT";
/** "MARTA. You are late.", as plays have it: one where it stands again; "SEN. MARTA HILL:" begins with a title. */
const PLAY_LABEL = compiled(
  new RegExp(
    `^(?!(?:${CAPITALS})\\.)(\\p{Lu}[\\p{Lu}\\p{M}'’-]{2,}(?:[ \\t]\\p{Lu}[\\p{Lu}\\p{M}'’-]+){0,2})\\.[ \\t]+(?=["“(\\p{Lu}])`,
    "u",
  ),
);
/** "[Ada Byron]: …", "<abyron> …". */
const BRACKETED_LABEL = /^(?:\[(?=\p{Lu})([^\]:\n]{2,50})\]:|<([\p{L}\d_.-]{2,30})>)[ \t]+/u;
const LETTER_LABEL_STARTS = "QA*";
const LETTER_LABEL = /^(?:\*\*)?([QA])(?:(?:[:.]|\s*[—–-])(?:\*\*)?[ \t]+|[ \t\u00a0]{2,}|\t)/;
/** As press offices have it: "Q Thanks, Dana." */
const BARE_ASKER = /^Q[ \u00a0](?=\p{Lu}[\p{L}'’]*[,.\s]|-{2}|\[|—)/u;
/** The same with who asks in brackets: "Q (Jane Doe, Radio Varna):". */
const ASKER_LABEL = /^((?:\*\*)?[QA]\s?\()(\p{Lu}[^()\n]{1,60})\):(?:\*\*)?[ \t]+/u;
/** A title and a name in capitals: nobody else writes so but who takes a speech down. */
const TITLED_LABEL = new RegExp(
  `^(?:${CAPITALS}|${functionWords.labelOffices.map((office) => office.toUpperCase()).join("|")})\\.?\\s+[\\p{Lu}.'’ -]+(?:\\([^()]*\\))?$`,
  "u",
);
/** "Mr. Hale (Canada) (spoke in French)": of whom, in brackets behind a title and a name, nobody writes so but who takes down what is said. */
const PLACED_LABEL = compiled(new RegExp(`^${COURTESY}\\p{Lu}[\\p{L}.'’ -]{1,40}(?: \\([^():\\n]{2,60}\\)){1,2}$`, "u"));

/** "Respondent 12", "Speaker B": who is known by a number. */
const NUMBERED_LABEL = new RegExp(`^(?:${functionWords.numbered.join("|")})[ \\t](?:#?\\d{1,3}|\\p{Lu})$`, "iu");

/** Two capitals at least, then a colon: "WALLACE: …" inside marks. */
const LABEL_IN_MARKS = /^["“]([\p{Lu}][\p{Lu}.'’-]+(?: [\p{Lu}.'’-]+){0,4}):\s/u;

/**
 * The end of a transcript's label that stands right behind a mark, as where a transcript is quoted; 0 where none does.
 * @param offset the mark's.
 */
export function labelInMarks(text: string, offset: number): number {
  const found = LABEL_IN_MARKS.exec(text.slice(offset, offset + LONGEST_LABEL));
  return found ? offset + 1 + found[1].length : 0;
}

/** As parliaments call several who are not told apart: "Some hon. members". */
const VOICES: ReadonlySet<string> = new Set(functionWords.manyVoices);

/** The verbs of all clauses, and those of speaking. */
const VERBS: ReadonlySet<string> = new Set([
  ...functionWords.be,
  ...functionWords.have,
  ...functionWords.do,
  ...functionWords.modal,
  ...CUE_WORDS.filter(({ form }) => form === CueForm.Past || form === CueForm.Participle).map(({ text }) => text),
]);
/** A sentence may lead up to a quotation with a colon, too: "Lev struck another note: “…”" */
const LOWER_WORD = /(?:^|\s)(?!(?:of|the|and|for|de|del|della|der|den|di|du|da|dos|la|le|van|von|zu|al|el|bin|ibn|y|e)\s)\p{Ll}/u;
const OPENING_MARK = /["“„«‘]/;

/** Labels of what heads a record, and of nobody: who is there, where, when and why; whom a lawyer is there for. */
const HEADS: ReadonlySet<string> = new Set(functionWords.heads);
const ON_BEHALF = /^(?:for|on behalf of) (?:the )?\p{Lu}/iu;

/** Reads the label that a block begins with; null where it has none. */
export const labelOf = memoByBlock(readLabel);

/** Whether words in the form of a label are nothing but a name: no word but a name's particles stands in small letters. */
export function isBareName(label: string): boolean {
  return !LOWER_WORD.test(label);
}

/** A label without what it adds in brackets: "THE MINISTER" of "THE MINISTER (Ann Weld)". */
export function withoutBracket(label: string): string {
  return label.includes("(") ? label.replace(/(?:[ \t]*\([^()]*\)?){1,2}$/, "") : label;
}

/** "AB" of "Ada Byron", "C&B" of "Cork & Bark", "AH" and "AHB" of "Ada Hale-Byron": an interview names its people whole but once. */
export function initialsOf(label: string): readonly string[] {
  const words = firstLetters(label.split(/[ \t]+/));
  return label.includes("-") ? [words, firstLetters(label.split(/[ \t-]+/))] : [words];
}

function firstLetters(words: readonly string[]): string {
  return words.map((word) => word[0]).join("");
}

/** "12. Q.": old records number their questions. */
const NUMBER_BEFORE = /^\d{1,5}[.)]?\s{1,3}(?=[QA][.:]\s)/;
/** What is asked and answered in one paragraph: "How long? A. Nine years." */
const ANSWER_INSIDE = /(\?["”’)]{0,2})\s{1,4}(?:[—–]\s?)?A[.:]\s{1,4}(?=\S)/;

/** Where the answer stands in a paragraph that a question's label begins; null where none does. @param from where the question begins. */
export function answerInside(
  text: string,
  from: number,
): { readonly asked: number; readonly start: number; readonly content: number } | null {
  const found = ANSWER_INSIDE.exec(text.slice(from));
  if (!found) return null;
  const at = from + found.index;
  return { asked: at + found[1].length, start: at + found[0].indexOf("A"), content: at + found[0].length };
}

function readLabel(block: Block): Labelled | null {
  const { text } = block;
  const before = stampBefore(text) || (NUMBER_BEFORE.exec(text.slice(0, 12))?.[0].length ?? 0);
  if (before > 0) {
    const rest = text.slice(before, before + LONGEST_OFFICE);
    const label = readBareLabel(rest) ?? readNumberLabel(rest);
    return label && { ...label, start: label.start + before, end: label.end + before, content: label.content + before };
  }
  const number = text[0] === "Q" || text[0] === "*" ? (QUESTION_NUMBER.exec(text.slice(0, LONGEST_LABEL))?.[0].length ?? 0) : 0;
  if (number > 0) {
    const label = readColonLabel(text.slice(number, number + LONGEST_OFFICE), text.startsWith("**", number) ? 2 : 0);
    if (label)
      return { ...label, start: label.start + number, end: label.end + number, content: Math.min(label.content + number, text.length) };
  }
  const office = text.startsWith("The ") ? OFFICE_LABEL.exec(text.slice(0, LONGEST_OFFICE)) : null;
  if (office) return { label: office[1], start: 0, end: office[1].length, content: office[0].length, isSure: true };
  const label = readBareLabel(text.slice(0, LONGEST_OFFICE));
  return label && { ...label, content: Math.min(label.content, text.length) };
}

/** "Q12 Ada Byron:", "**Q12** **Chair:**": as the record of a committee counts its questions. */
const QUESTION_NUMBER = /^(?:\*\*)?Q\d{1,4}\.?(?:\*\*)?[ \t\u00a0]+(?=[\p{Lu}*])/u;

/** "+44 7700 900123:", who is not among those whose names a chat's program knows. */
const TELEPHONE = /^(\+\d[\d\s().-]{5,20}\d): /;

function readNumberLabel(head: string): Labelled | null {
  const number = head[0] === "+" ? TELEPHONE.exec(head) : null;
  return number && { label: number[1], start: 0, end: number[1].length, content: number[0].length, isSure: true };
}

/** @param text what a block is or ends with. */
function readBareLabel(text: string): Labelled | null {
  const head = text.slice(0, LONGEST_LABEL + 40);
  const letter = LETTER_LABEL_STARTS.includes(head[0]) ? LETTER_LABEL.exec(head) : null;
  const asks = letter || head[0] !== "Q" ? null : BARE_ASKER.exec(head);
  if (asks) return { label: "Q", start: 0, end: 1, content: asks[0].length, isSure: false };
  const from = head.startsWith("**") ? 2 : 0;
  if (letter) return { label: letter[1], start: from, end: from + 1, content: letter[0].length, isSure: true };
  const bracketed = head[0] === "[" || head[0] === "<" ? BRACKETED_LABEL.exec(head) : null;
  if (bracketed) {
    const label = bracketed[1] ?? bracketed[2];
    return { label, start: 1, end: 1 + label.length, content: bracketed[0].length, isSure: true };
  }
  // Most paragraphs are told apart by a bracket, which costs a fraction of the rest.
  const stamped = head.includes("(") || head.includes("[") ? readStampedLabel(text) : null;
  if (stamped)
    return { label: head.slice(from, from + stamped.name), start: from, end: from + stamped.name, content: stamped.content, isSure: true };
  const asker = LETTER_LABEL_STARTS.includes(head[0]) ? ASKER_LABEL.exec(head) : null;
  if (asker) {
    const [all, before, label] = asker;
    return { label, start: before.length, end: before.length + label.length, content: all.length, isSure: true };
  }
  if (STOPPED_STARTS.includes(head[0])) {
    const sure = STOPPED_LABEL.exec(head);
    const stopped = sure ?? SMALL_STOPPED_LABEL.exec(head);
    if (stopped) return { label: stopped[1], start: 0, end: stopped[1].length, content: stopped[0].length, isSure: sure !== null };
  }
  const played = PLAY_LABEL.exec(head);
  if (played) return { label: played[1], start: 0, end: played[1].length, content: played[0].length, isSure: false };
  return readColonLabel(head, from);
}

function readColonLabel(head: string, from: number): Labelled | null {
  const colon = head.indexOf(":");
  if (colon < from + 1 || colon > LONGEST_LABEL) return null;
  const label = head.slice(from, colon).replace(/\*+$/, "");
  const isNumbered = NUMBERED_LABEL.test(label);
  const isPlaced = label.endsWith(")") && PLACED_LABEL.test(label);
  if (!isNumbered && !isPlaced && !CAPITAL_LABEL.test(label) && (!NAME_LABEL.test(label) || isClause(label))) return null;
  if (HEADS.has(label.toLowerCase()) || ON_BEHALF.test(label)) return null;
  let content = colon + 1;
  while (content < head.length && (head[content] === " " || head[content] === "*" || head[content] === "\t")) content++;
  if (content === colon + 1 && content < head.length && head[content] !== "\n") return null;
  if (!isPlaced && LOWER_WORD.test(label) && OPENING_MARK.test(head[content] ?? "")) return null;
  content += stampBehind(head, content);
  return {
    label,
    start: from,
    end: from + label.length,
    content,
    isSure: isNumbered || isPlaced || TITLED_LABEL.test(label) || VOICES.has(label.toLowerCase()),
    isBold: from > 0,
  };
}

/** Whether a verb stands in a label: "The minister was blunt: …" leads up to what is said, and is no transcript's. */
function isClause(label: string): boolean {
  return label.split(/[ \t]+/).some((word) => VERBS.has(word));
}
