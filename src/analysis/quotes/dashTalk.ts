import type { Span } from "../analysis.js";
import { memoByBlock } from "../text/blockMemo.js";
import type { Block, SourceText } from "../text/sourceText.js";
import { type CueClause, cueClauseIn } from "./cueClause.js";

/** Talk is set with dashes where so many turns begin with one, and of these so many, and such a share, have a cue's clause or are led in. */
const FEWEST_TURNS = 5;
const FEWEST_CUES = 2;
const SHARE_OF_CUES = 0.15;
/** And so many are worded as one speaks to another: the points of a list are not. */
const SHARE_OF_SPOKEN = 0.3;
/** Of the paragraphs of such a text so many at least are turns. */
const SHARE_OF_PARAGRAPHS = 0.2;
/** In a text that has lost its paragraphs so many turns in one block make the dashes talk. */
const FEWEST_IN_ONE_BLOCK = 10;
const LONGEST_TURN = 3000;

/** A dash that begins a turn: an em dash, a horizontal bar or two hyphens, at the paragraph's beginning or behind a sentence; no bullet. */
const AT_BEGINNING = /^(?:[—―]|--)\s*(?=[“"'‘¿¡(]?[\p{Lu}.…])/u;
const BEHIND_SENTENCE = /(?<=[.!?:…]["”’)]?\s+)(?:[—―]|--)\s+(?=[¿¡(]?\p{Lu})/gu;

/** Words of the one who speaks and of whom he speaks to, and what asks or exclaims: a sentence that goes on with the speech. */
const SPOKEN = /[?!]|\b(?:I|I[’'](?:m|ll|ve|d)|me|my|mine|we|us|our|you|your|yours)\b|\b\p{L}+n[’']t\b/u;
const SENTENCE = /[^.!?…]+[.!?…]*["”’)]*\s*/gu;

/** A turn with the dash of its beginning; offsets of the block. */
interface DashTurn extends Span {
  readonly clause: CueClause | null;
  /** A colon stands before the dash: "He asked: — Who is there?" */
  readonly ledIn: boolean;
}

/**
 * Finds quotations that dashes set in place of marks, as in French, Irish or Spanish manner ("— Come in, he said."), in texts whose
 * paragraphs are such turns in good part and whose turns have cues inside them. Lists and bullet points have none.
 * A turn ends before its cue's clause, and goes on behind it with what is still spoken, as a second quotation.
 * @returns spans in text order; those that begin a turn have their dash inside.
 */
export function findDashTalk(source: SourceText): readonly Span[] {
  const { blocks } = source;
  const turns = blocks.map(({ block }) => turnsOf(block));
  const all = turns.flat();
  const cues = all.filter(({ clause, ledIn }) => clause !== null || ledIn).length;
  if (all.length < FEWEST_TURNS || cues < FEWEST_CUES || cues < SHARE_OF_CUES * all.length) return [];
  const talking = turns.filter(({ length }) => length > 0).length;
  const spoken = turns.reduce(
    (sum, inBlock, i) =>
      sum + inBlock.filter(({ start, end, clause }) => SPOKEN.test(blocks[i].block.text.slice(start, clause?.start ?? end))).length,
    0,
  );
  if (spoken < SHARE_OF_SPOKEN * all.length) return [];
  if (all.length < FEWEST_IN_ONE_BLOCK && talking < SHARE_OF_PARAGRAPHS * blocks.length) return [];
  return turns.flatMap((inBlock, i) => {
    const { start, block } = blocks[i];
    const isWhole = inBlock.length === 1;
    return inBlock
      .flatMap((turn) => spokenSpans(block.text, turn, isWhole))
      .map((span) => ({ start: start + span.start, end: start + span.end }));
  });
}

const turnsOf = memoByBlock(readTurns);
const NO_TURNS: readonly DashTurn[] = [];

/** How many tokens begin with a dash: no fewer than turns. */
function countDashes({ text, tokens: { count, starts } }: Block): number {
  let dashes = 0;
  for (let i = 0; i < count; i++) if (isDash(text.charCodeAt(starts[i]))) dashes++;
  return dashes;
}

/** An em dash, a horizontal bar or a hyphen. */
function isDash(code: number): boolean {
  return code === 0x2014 || code === 0x2015 || code === 0x2d;
}

function readTurns(block: Block): readonly DashTurn[] {
  const { text } = block;
  const first = isDash(text.charCodeAt(0)) && AT_BEGINNING.test(text.slice(0, 12));
  if (!first && countDashes(block) < FEWEST_IN_ONE_BLOCK) return NO_TURNS;
  const starts = first ? [0] : [];
  for (const { index } of text.matchAll(BEHIND_SENTENCE)) if (index > 0) starts.push(index);
  if (!first && starts.length < FEWEST_IN_ONE_BLOCK) return NO_TURNS;
  return starts.map((start, i) => {
    const end = Math.min(starts[i + 1] ?? text.length, start + LONGEST_TURN);
    return { start, end, clause: cueClauseIn(text, start, end), ledIn: /:\s*$/.test(text.slice(Math.max(0, start - 4), start)) };
  });
}

/** What is spoken in a turn. @param isWhole whether the turn has its paragraph for itself. */
function spokenSpans(text: string, { start, end, clause }: DashTurn, isWhole: boolean): readonly Span[] {
  if (!clause) return [trimmed(text, { start, end: isWhole ? end : endOfSpeech(text, start, end, true) })];
  const before = trimmed(text, { start, end: clause.start });
  const to = clause.endsSentence ? endOfSpeech(text, clause.end, end, false) : endOfSpeech(text, clause.end, end, true);
  const behind = trimmed(text, { start: clause.end, end: to });
  return behind.end > behind.start ? [before, behind] : [before];
}

/** Where the sentences end that are spoken: the first, where it is known to be, and those behind it that are worded so. */
function endOfSpeech(text: string, from: number, to: number, firstIsSpoken: boolean): number {
  let end = from;
  let spoken = firstIsSpoken;
  for (const { 0: sentence } of text.slice(from, to).matchAll(SENTENCE)) {
    if (!spoken && !SPOKEN.test(sentence)) break;
    end += sentence.length;
    spoken = false;
  }
  return end;
}

function trimmed(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(text[from])) from++;
  while (to > from && /\s/.test(text[to - 1])) to--;
  return { start: from, end: to };
}
