import type { Span } from "../analysis.js";
import type { Layout } from "../sections/layout.js";
import { SectionWalk } from "../sections/sectionWalk.js";
import { isDated } from "../sections/stamps.js";
import type { SourceText } from "../text/sourceText.js";
import { namesPart, onlyAsks } from "./askers.js";
import { Examination } from "./examination.js";
import functionWords from "./functionWords.json" with { type: "json" };
import { type InterviewQuestions, interviewQuestions, questionOf } from "./interviews.js";
import type { MentionIndex } from "./mentionIndex.js";
import { isNotice, isStageDirection, isTitle } from "./stageDirections.js";
import { answerInside, COURTESY, isBareName, type Labelled, labelOf, withoutBracket } from "./turnLabels.js";

/** What one speaker of a transcript or interview says, from one label to the next. */
export interface Turn {
  /** Where it begins: at its label, if it has one, or at the number or the time before it. */
  readonly start: number;
  /** The words that name who speaks, without the colon; null for a question in bold and for the answer to one. */
  readonly label: Span | null;
  /** The words elsewhere that say whom the label means: the lawyer's name for "Q", the witness's for "A". */
  readonly meant: Span | null;
  /** Whether it says no more of the speaker than that somebody asks: "Q", "QUESTION", a question in bold. */
  readonly asks: boolean;
  /** One span for each paragraph. */
  readonly spans: readonly Span[];
}

const SPEAKING: ReadonlySet<string> = new Set(["person", "organization"]);

/** The fewest labelled paragraphs that make a transcript. */
const FEWEST_LABELS = 2;
/** From this share of labelled paragraphs on, a paragraph without a label goes on with what the one before says. */
const SHARE_TO_GO_ON = 0.3;

/** What the paragraphs of a document begin with, whoever is named. */
interface Heads {
  /** The indices of the body's blocks. */
  readonly bodies: readonly number[];
  readonly labels: readonly (Labelled | null)[];
  /** For each label, whether its form or that it stands again says that it is one. */
  readonly isSure: readonly boolean[];
  /** Whether a label stands again. */
  readonly again: boolean;
  readonly interview: InterviewQuestions | null;
}

/** What was read of a document: it is asked for before the names are known, and again with them. */
interface ReadTurns {
  readonly layout: Layout;
  readonly heads: Heads;
  /** The labels that were believed, and the turns that they make; null before the turns were read. */
  found: { readonly believed: readonly (Labelled | null)[]; readonly turns: readonly Turn[] } | null;
}

const readBySource = new WeakMap<SourceText, ReadTurns>();

function readOf(source: SourceText, layout: Layout): ReadTurns {
  const known = readBySource.get(source);
  if (known?.layout === layout) return known;
  const read: ReadTurns = { layout, heads: readHeads(source, layout), found: null };
  readBySource.set(source, read);
  return read;
}

function readHeads(source: SourceText, layout: Layout): Heads {
  const bodies = bodyBlocks(source, layout);
  const labels = withoutRecordHeads(
    bodies.map((index) => {
      const { block } = source.blocks[index];
      const line = layout.speakerLines?.get(index);
      return line ? lineLabel(block.text, line) : labelOf(block);
    }),
    (label) => source.blocks[bodies[label]].block.text,
  );
  const counts = new Map<string, number>();
  for (const label of labels) if (label) counts.set(withoutBracket(label.label), (counts.get(withoutBracket(label.label)) ?? 0) + 1);
  return {
    bodies,
    labels,
    isSure: labels.map(
      (label) =>
        label !== null &&
        (label.isSure || onlyAsks(label.label) || namesPart(label.label) || (counts.get(withoutBracket(label.label)) ?? 0) > 1),
    ),
    again: Array.from(counts.values()).some((count) => count > 1),
    interview: interviewQuestions(bodies.map((index) => source.blocks[index].block)),
  };
}

const RECORD_HEADS: ReadonlySet<string> = new Set(functionWords.recordHeads);

/** The labels without those that head a record above the first turn: "Witnesses:", "Members present:". Below it "STAFF:" is who speaks. */
function withoutRecordHeads(labels: readonly (Labelled | null)[], textOf: (label: number) => string): readonly (Labelled | null)[] {
  const isHead = (label: Labelled): boolean => RECORD_HEADS.has(label.label.toLowerCase());
  const mayOpen = (label: Labelled, i: number): boolean =>
    label.isSure || (label.label.length > 1 && isBareName(label.label) && !isHeading(label, textOf(i)));
  const first = labels.findIndex((label, i) => label !== null && !isHead(label) && mayOpen(label, i));
  return labels.map((label, i) => (label && (first < 0 || i < first) && isHead(label) ? null : label));
}

/** Finds the turns of a transcript or interview; none in a document that is neither. */
export function findTurns(source: SourceText, layout: Layout, mentions: MentionIndex): readonly Turn[] {
  const read = readOf(source, layout);
  const { bodies, labels, isSure } = read.heads;
  const believed = labels.map((label, i) =>
    label &&
    (isSure[i] || (isNamed(label, source.blocks[bodies[i]].start, mentions) && !isHeading(label, source.blocks[bodies[i]].block.text)))
      ? label
      : null,
  );
  // The names mostly change nothing.
  if (!read.found?.believed.every((label, i) => label === believed[i]))
    read.found = { believed, turns: turnsBy(source, layout, read.heads, believed) };
  return read.found.turns;
}

/** The turns that begin with the labels that are believed. */
function turnsBy(
  source: SourceText,
  layout: Layout,
  { bodies, labels, again, interview }: Heads,
  believed: readonly (Labelled | null)[],
): readonly Turn[] {
  const total = believed.filter((label) => label !== null).length;
  const isTranscript = total >= FEWEST_LABELS && (again || total >= bodies.length * SHARE_TO_GO_ON);
  const inBold = believed.some((label) => label?.isBold === true);
  // Where labels say who speaks, a question in ordinary letters is no sign.
  const questions = interview && !(interview.isPlain && isTranscript) ? interview.questionOf : null;
  const isInterview = questions !== null;
  if (!isTranscript && !isInterview) return [];
  const goesOn = layout.speakerLines !== undefined || total >= bodies.length * SHARE_TO_GO_ON;
  const turns: (Omit<Turn, "spans"> & { readonly spans: Span[] })[] = [];
  const examination = new Examination();
  let current: Span[] | null = null;
  /** Whether what a paragraph without a label says is the answer to a question in bold. */
  let answers = false;
  const open = (start: number, label: Span | null, meant: Span | null, asks: boolean, spans: Span[]): void => {
    turns.push({ start, label, meant, asks, spans });
    current = spans;
  };
  let next = 0;
  bodies.forEach((index, i) => {
    const { start, block } = source.blocks[index];
    // A headline or heading may name the witness.
    for (; next < index; next++) examination.meet(source.blocks[next]);
    next = index + 1;
    // Among many labels, what has the form of one is one: nobody else's turn goes on with it.
    const other = isTranscript && goesOn && labels[i] && labels[i].label.length > 1 ? labels[i] : null;
    const label =
      believed[i] ??
      (other && !isHeading(other, block.text) && (isBareName(other.label) || (inBold && other.isBold === true)) ? other : null);
    const question = (questions ?? questionOf)(block);
    const end = start + (question?.end ?? block.text.length);
    if (examination.meet(source.blocks[index])) {
      current = null;
      answers = false;
    } else if (label) {
      const isSaid = label.content < block.text.length && !isNotice(block.text.slice(label.content));
      const inside = label.label === "Q" ? answerInside(block.text, label.content) : null;
      const spans = isSaid ? [{ start: start + label.content, end: inside ? start + inside.asked : end }] : [];
      const words = { start: start + label.start, end: start + label.end };
      open(start, words, examination.meantBy(label.label), onlyAsks(label.label), spans);
      answers = question !== null;
      if (inside) {
        const letter = { start: start + inside.start, end: start + inside.start + 1 };
        open(letter.start, letter, examination.meantBy("A"), false, [{ start: start + inside.content, end }]);
        answers = false;
      }
    } else if (isInterview && question) {
      open(start, null, null, true, [{ start: start + question.start, end }]);
      answers = true;
    } else if (isStageDirection(block)) return;
    else if (isDated(block.text)) current = null;
    else if (isTitle(block, () => current && lastOf(source.text, current))) {
      current = null;
      answers = false;
    } else if (answers) {
      open(start, null, null, false, [{ start, end }]);
      answers = false;
    } else if (current && (isInterview || goesOn)) current.push({ start, end });
  });
  const spoken = turns.filter(({ spans }) => spans.length > 0);
  if (spoken.length > 0 && isExcerpt(source, bodies, spoken)) spoken[spoken.length - 1].spans.length = 1;
  return spoken;
}

/** So many turns of one paragraph show that an excerpt has no longer ones. */
const FEWEST_SHORT = 4;
/** So many paragraphs before the first turn are an article's. */
const FEWEST_BEFORE = 2;
const LEAST_PARAGRAPH = 100;

/**
 * Whether the turns stand in an article that goes on behind them: it begins with paragraphs of its own, all turns but the last are of one
 * paragraph, and what follows that one quotes somebody.
 */
function isExcerpt({ blocks, text }: SourceText, bodies: readonly number[], turns: readonly Omit<Turn, "label">[]): boolean {
  const last = turns[turns.length - 1].spans;
  if (turns.length < FEWEST_SHORT || last.length < 2 || turns.slice(0, -1).some(({ spans }) => spans.length > 1)) return false;
  const before = bodies.filter((index) => blocks[index].start < turns[0].start && blocks[index].block.text.length >= LEAST_PARAGRAPH);
  return before.length >= FEWEST_BEFORE && /["“]/.test(text.slice(last[1].start, last[last.length - 1].end));
}

/** Whether a label names somebody who may speak, or ends with such a name. @param start where its block begins. */
function isNamed(label: Labelled, start: number, mentions: MentionIndex): boolean {
  return mentions
    .within({ start, end: start + label.end })
    .some(
      ({ entity, mention }) => SPEAKING.has(entity.type) && (mention.start === start + label.start || mention.end >= start + label.end - 1),
    );
}

/** "Flooding: Harlow", "President: Mr. Hale (Malta)": a few words without an end, behind what no other paragraph begins with. */
function isHeading({ content }: Labelled, text: string): boolean {
  const said = text
    .slice(content)
    .replace(COURTESY_BEFORE, "")
    .replace(/ \([^()]*\)$/, "");
  return (
    said.length <= LONGEST_HEADING &&
    /^\p{Lu}[\p{L}\p{N},’' -]*$/u.test(said) &&
    said.split(" ").every((word) => !/^\p{Ll}{5,}/u.test(word))
  );
}

const LONGEST_HEADING = 40;
const COURTESY_BEFORE = new RegExp(`^${COURTESY}`);

/** The label that a line of nothing but a speaker's name is. */
function lineLabel(text: string, { start, end }: Span): Labelled {
  return { label: text.slice(start, end), start, end, content: text.length, isSure: true };
}

/** The words of the last paragraph of a turn; empty where it has none yet. */
function lastOf(text: string, spans: readonly Span[]): string {
  const last = spans.at(-1);
  return last ? text.slice(last.start, last.end) : "";
}

function bodyBlocks(source: SourceText, layout: Layout): readonly number[] {
  const walk = new SectionWalk(layout.sections);
  const found: number[] = [];
  source.blocks.forEach(({ start }, index) => {
    const kind = walk.kindOf(start, source.blocks[index + 1]?.start ?? Number.POSITIVE_INFINITY);
    if (kind === null || kind === "body") found.push(index);
  });
  return found;
}
