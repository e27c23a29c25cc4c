import type { Span } from "../analysis.js";
import type { Layout } from "../sections/layout.js";
import { memoByBlock } from "../text/blockMemo.js";
import type { Block, SourceText } from "../text/sourceText.js";
import { onlyAsks } from "./askers.js";
import { CUE_WORDS, CueForm } from "./cueLexicon.js";
import functionWords from "./functionWords.json" with { type: "json" };
import { interviewQuestions, questionOf } from "./interviews.js";
import type { MentionIndex } from "./mentionIndex.js";

/** What one speaker of a transcript or interview says, from one label to the next. */
export interface Turn {
  /** Where it begins: at its label, if it has one. */
  readonly start: number;
  /** The words that name who speaks, without the colon; null for a question in bold and for the answer to one. */
  readonly label: Span | null;
  /** Whether it says no more of the speaker than that somebody asks: "Q", "QUESTION", a question in bold. */
  readonly asks: boolean;
  /** One span for each paragraph. */
  readonly spans: readonly Span[];
}

interface Labelled {
  readonly label: string;
  /** Offsets in the block. */
  readonly start: number;
  readonly end: number;
  readonly content: number;
  /** Whether its form alone leaves no doubt. */
  readonly isSure: boolean;
}

const LONGEST_LABEL = 70;
const LONGEST_TITLE = 200;

/** Capitals with initials and titles, "Q" and "A", or a name in small letters; then a colon. */
const CAPITAL_LABEL =
  /^(?:(?:MR|MRS|MS|DR|SEN|REP|GOV|GEN|COL|PROF|HON)\.\s+|(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Prof)\.\s+)?[\p{Lu}][\p{Lu}.'’&-]*(?:[ \t]+[\p{Lu}(&][\p{Lu}.'’()-]*){0,6}(?:,[^:\n]{1,40}|[ \t]\([^():\n]{1,60}\)|[ \t]?#\d{1,2})?$/u;
const NAME_LABEL = /^[\p{Lu}][\p{L}.'’-]*(?:[ \t]+[\p{L}(&][\p{L}.'’()-]*){0,6}(?:[ \t]\([^():\n]{1,60}\))?$/u;
/** "Mr. SHUSTER." and "The CHAIRMAN." of a hearing's record: a title and a name, or an office in capitals, then a full stop. */
const STOPPED_LABEL =
  /^((?:(?:Mr|Mrs|Ms|Dr|Gen|Col|Adm|Lt|Hon|Prof)\.|Senator|Secretary|Representative|Delegate|Congressman|Congresswoman|Chairman|Chairwoman|Chair|Director|General|Admiral|Ambassador|Governor|Judge|Justice|Mayor|Sheriff|Chief|Professor|The)(?:[ \t]+(?:\p{Lu}[\p{Lu}\p{M}'’-]+|\p{Lu}\.|Mc\p{Lu}+|of [\p{Lu}][\p{Ll}]+(?: \p{Lu}\p{Ll}+)?)){1,4})\.[ \t]+(?=["“(\p{Lu}])/u;
const LETTER_LABEL_STARTS = "QA*";
const LETTER_LABEL = /^(?:\*\*)?([QA])(?:[:.]|\s*[—–-])(?:\*\*)?[ \t]+/;
/** The same with who asks in brackets: "Q (Jane Doe, Radio Varna):". */
const ASKER_LABEL = /^((?:\*\*)?[QA]\s?\()(\p{Lu}[^()\n]{1,60})\):(?:\*\*)?[ \t]+/u;
/** A title and a name in capitals: nobody else writes so but who takes a speech down. */
const TITLED_LABEL =
  /^(?:MR|MRS|MS|DR|SEN|REP|GOV|GEN|COL|PROF|HON|JUDGE|SENATOR|GOVERNOR|MAYOR|MINISTER|SECRETARY)\.?\s+[\p{Lu}.'’ -]+(?:\([^()]*\))?$/u;

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

const SPEAKING: ReadonlySet<string> = new Set(["person", "organization"]);
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

/** Labels of what heads a record, and of nobody: who is there, where, when and why. */
const HEADS: ReadonlySet<string> = new Set(functionWords.heads);

/** The fewest labelled paragraphs that make a transcript. */
const FEWEST_LABELS = 2;
/** From this share of labelled paragraphs on, a paragraph without a label goes on with what the one before says. */
const SHARE_TO_GO_ON = 0.3;

/** Finds the turns of a transcript or interview; none in a document that is neither. */
export function findTurns(source: SourceText, layout: Layout, mentions: MentionIndex): readonly Turn[] {
  const bodies = bodyBlocks(source, layout);
  const labels = bodies.map((index) => labelOf(source.blocks[index].block));
  const counts = new Map<string, number>();
  for (const label of labels) if (label) counts.set(withoutBracket(label.label), (counts.get(withoutBracket(label.label)) ?? 0) + 1);
  const believed = labels.map((label, i) => {
    if (!label) return null;
    const { start } = source.blocks[bodies[i]];
    const named = mentions
      .within({ start, end: start + label.end })
      .some(
        ({ entity, mention }) =>
          SPEAKING.has(entity.type) && (mention.start === start + label.start || mention.end >= start + label.end - 1),
      );
    return label.isSure || onlyAsks(label.label) || (counts.get(withoutBracket(label.label)) ?? 0) > 1 || named ? label : null;
  });
  const total = believed.filter((label) => label !== null).length;
  const again = Array.from(counts.values()).some((count) => count > 1);
  const isTranscript = total >= FEWEST_LABELS && (again || total >= bodies.length * SHARE_TO_GO_ON);
  const questions = interviewQuestions(bodies.map((index) => source.blocks[index].block));
  const isInterview = questions !== null;
  if (!isTranscript && !isInterview) return [];
  const goesOn = total >= bodies.length * SHARE_TO_GO_ON;
  const turns: { readonly start: number; readonly label: Span | null; readonly asks: boolean; readonly spans: Span[] }[] = [];
  let current: Span[] | null = null;
  /** Whether what a paragraph without a label says is the answer to a question in bold. */
  let answers = false;
  const open = (start: number, label: Span | null, asks: boolean, spans: Span[]): void => {
    turns.push({ start, label, asks, spans });
    current = spans;
  };
  bodies.forEach((index, i) => {
    const { start, block } = source.blocks[index];
    // Among many labels, what has the form of one is one: nobody else's turn goes on with it.
    const label = believed[i] ?? (isTranscript && goesOn && labels[i] && !LOWER_WORD.test(labels[i].label) ? labels[i] : null);
    const question = (questions ?? questionOf)(block);
    const end = start + (question?.end ?? block.text.length);
    if (label) {
      const spans = label.content < block.text.length ? [{ start: start + label.content, end }] : [];
      open(start + label.start, { start: start + label.start, end: start + label.end }, onlyAsks(label.label), spans);
      answers = question !== null;
    } else if (isInterview && question) {
      open(start, null, true, [{ start: start + question.start, end }]);
      answers = true;
    } else if (isStageDirection(block.text)) return;
    else if (isTitleInCapitals(block.text)) {
      current = null;
      answers = false;
    } else if (answers) {
      open(start, null, false, [{ start, end }]);
      answers = false;
    } else if (current && (isInterview || goesOn)) current.push({ start, end });
  });
  return turns.filter(({ spans }) => spans.length > 0);
}

/** A label without what it adds in brackets: "THE MINISTER" of "THE MINISTER (Ann Weld)". */
export function withoutBracket(label: string): string {
  return label.replace(/[ \t]*\([^()]*\)?$/, "");
}

function bodyBlocks(source: SourceText, layout: Layout): readonly number[] {
  const sections = layout.sections;
  const found: number[] = [];
  let section = 0;
  source.blocks.forEach(({ start }, index) => {
    while (section + 1 < sections.length && sections[section].end <= start) section++;
    const inside = sections[section] && sections[section].start <= start && start < sections[section].end;
    if (!inside || sections[section].kind === "body") found.push(index);
  });
  return found;
}

const labelOf = memoByBlock(readLabel);

function readLabel(block: Block): Labelled | null {
  const head = block.text.slice(0, LONGEST_LABEL + 6);
  const letter = LETTER_LABEL_STARTS.includes(head[0]) ? LETTER_LABEL.exec(head) : null;
  const from = block.text.startsWith("**") ? 2 : 0;
  if (letter) return { label: letter[1], start: from, end: from + 1, content: letter[0].length, isSure: true };
  const asker = LETTER_LABEL_STARTS.includes(head[0]) ? ASKER_LABEL.exec(head) : null;
  if (asker) {
    const [all, before, label] = asker;
    return { label, start: before.length, end: before.length + label.length, content: all.length, isSure: true };
  }
  const stopped = STOPPED_LABEL.exec(head);
  if (stopped) return { label: stopped[1], start: 0, end: stopped[1].length, content: stopped[0].length, isSure: true };
  const colon = head.indexOf(":");
  if (colon < from + 1 || colon > LONGEST_LABEL) return null;
  const label = head.slice(from, colon).replace(/\*+$/, "");
  if ((!CAPITAL_LABEL.test(label) && (!NAME_LABEL.test(label) || isClause(label))) || HEADS.has(label.toLowerCase())) return null;
  let content = colon + 1;
  while (content < block.text.length && (block.text[content] === " " || block.text[content] === "*" || block.text[content] === "\t"))
    content++;
  if (content === colon + 1 && content < block.text.length && block.text[content] !== "\n") return null;
  if (LOWER_WORD.test(label) && OPENING_MARK.test(block.text[content] ?? "")) return null;
  return { label, start: from, end: from + label.length, content, isSure: TITLED_LABEL.test(label) };
}

/** Whether a verb stands in a label: "The minister was blunt: …" leads up to what is said, and is no transcript's. */
function isClause(label: string): boolean {
  return label.split(/[ \t]+/).some((word) => VERBS.has(word));
}

/** "STATEMENT OF ADA BYRON, CHIEF ENGINEER": what parts a record, and is said by nobody. */
function isTitleInCapitals(text: string): boolean {
  return text.length < LONGEST_TITLE && !/\p{Ll}|[.!?]$/u.test(text) && /\p{Lu}{2}.*\s.*\p{Lu}{2}.*\s.*\p{Lu}{2}/su.test(text);
}

/** [Laughter], (inaudible), *The interview was shortened.* */
function isStageDirection(text: string): boolean {
  const first = text[0];
  const last = text[text.length - 1];
  if ((first === "*" || first === "_") && last === first && text[1] !== first && !text.slice(1, -1).includes(first)) return true;
  return (first === "[" && last === "]") || (first === "(" && last === ")") || /^[-–—*_\s]+$/.test(text.slice(0, 200));
}
