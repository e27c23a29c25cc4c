import { CUE_WORDS } from "./cueLexicon.js";
import type { CuePlace } from "./cuePlace.js";
import type { SourceCandidate } from "./sourceCandidates.js";
import type { Strip } from "./strips.js";
import { WORD_CLASSES, WordClass } from "./wordClasses.js";

/** Where what is said stands to the cue. */
export const enum ContentSide {
  After = 0,
  Before = 1,
  /** "The bill, he said, was bad." */
  Around = 2,
  /** There is none in this sentence. */
  None = 3,
}

/** Where what is said can begin: positions of a strip, end exclusive. For the side After only the start is known yet. */
export interface ContentStart {
  readonly side: ContentSide;
  readonly start: number;
  /** For the sides Before and Around: where the part before the cue ends. */
  readonly end: number;
  /** For the side Around: where the second part begins. */
  readonly again: number;
}

const FARTHEST_START = 12;
const FARTHEST_END = 90;
const MOST_ENDS = 24;

/** A list of beginnings, filled anew for each cue; it shows one of them at a time, so that those that are not chosen cost no object. */
export class ContentStarts implements ContentStart {
  readonly #sides: ContentSide[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #agains: number[] = [];
  #count = 0;
  side = ContentSide.None;
  start = 0;
  end = 0;
  again = 0;

  get count(): number {
    return this.#count;
  }

  /** The beginning with an index, until another is shown. */
  show(index: number): ContentStart {
    this.side = this.#sides[index];
    this.start = this.#starts[index];
    this.end = this.#ends[index];
    this.again = this.#agains[index];
    return this;
  }

  /** The beginning with an index, to keep. */
  take(index: number): ContentStart {
    const { side, start, end, again } = this.show(index);
    return { side, start, end, again };
  }

  clear(): void {
    this.#count = 0;
  }

  add(side: ContentSide, start: number, end: number, again: number): void {
    this.#sides[this.#count] = side;
    this.#starts[this.#count] = start;
    this.#ends[this.#count] = end;
    this.#agains[this.#count] = again;
    this.#count++;
  }
}

/** Fills the list with the places where what is said can begin. @param source the phrase that names the speaker, where there is one in the sentence. */
export function findContentStarts({ strip, cue, from, last, verb }: CuePlace, source: SourceCandidate | null, found: ContentStarts): void {
  found.clear();
  found.add(ContentSide.None, 0, 0, 0);
  const behind = source?.after ? Math.max(verb.end, source.end) : verb.end;
  const groupStart = source && !source.after ? Math.min(source.start, verb.start) : verb.start;
  const farthest = Math.min(last, behind + FARTHEST_START);
  for (let start = verb.end; start < farthest; start++) {
    const wordClass = strip.classes[start];
    if (wordClass === WordClass.Comma || wordClass === WordClass.Colon || wordClass === WordClass.Stop) continue;
    if (source?.after && start >= source.start && start < source.end) continue;
    found.add(ContentSide.After, start, 0, 0);
  }
  let end = groupStart;
  while (end > from && isSeparator(strip.classes[end - 1])) end--;
  if (end <= from) return;
  let again = hasListener(strip, cue) && strip.classes[behind] === WordClass.ObjectPronoun ? behind + 1 : behind;
  while (again < last && isSeparator(strip.classes[again])) again++;
  addBeginnings(strip, from, end, again > behind && last > again ? again : -1, found);
}

/** "The road, she told me, was shut": to whom. */
function hasListener({ cues }: Strip, cue: number): boolean {
  return CUE_WORDS[cues[cue]].hasListener;
}

function isSeparator(wordClass: number): boolean {
  return wordClass === WordClass.Comma || wordClass === WordClass.Dash || wordClass === WordClass.Colon;
}

/** Adds the sentence's beginning, with and without a conjunction or an adverb before it, and behind its first and last comma. @param again see `addBeginning`. */
function addBeginnings({ classes }: Strip, from: number, end: number, again: number, found: ContentStarts): void {
  const opens = classes[from];
  const isOpened = opens === WordClass.But || opens === WordClass.Coordinator || opens === WordClass.Adverb;
  const opened = !isOpened ? from : classes[from + 1] === WordClass.Comma ? from + 2 : from + 1;
  let first = from;
  let latest = from;
  for (let at = from + 1; at < end - 1; at++) {
    const wordClass = classes[at];
    if (wordClass !== WordClass.Comma && wordClass !== WordClass.Dash && wordClass !== WordClass.But) continue;
    if (first === from) first = at + 1;
    latest = at + 1;
  }
  addBeginning(from, end, again, found);
  if (opened > from && opened < end) addBeginning(opened, end, again, found);
  if (first > from && first !== opened) addBeginning(first, end, again, found);
  if (latest > first && latest !== opened) addBeginning(latest, end, again, found);
}

/** @param again where what is said goes on behind the cue, or -1. */
function addBeginning(start: number, end: number, again: number, found: ContentStarts): void {
  found.add(ContentSide.Before, start, end, 0);
  if (again >= 0) found.add(ContentSide.Around, start, end, again);
}

/** Fills a list with where what begins at a position can end: the sentence's end, and each break of its clauses before it. */
export function findContentEnds({ strip, last }: CuePlace, start: number, ends: number[]): void {
  ends.length = 0;
  if (last <= start) return;
  ends.push(last);
  const farthest = Math.min(last, start + FARTHEST_END);
  for (let at = start + 1; at < farthest && ends.length < MOST_ENDS; at++) {
    if (BREAKS_CLAUSE[strip.classes[at]] === 1) ends.push(at);
  }
}

const BREAKS_CLAUSE = Uint8Array.from({ length: WORD_CLASSES }, (_, wordClass) => (breaksClause(wordClass) ? 1 : 0));

function breaksClause(wordClass: WordClass): boolean {
  switch (wordClass) {
    case WordClass.Comma:
    case WordClass.Dash:
    case WordClass.Colon:
    case WordClass.Coordinator:
    case WordClass.But:
    case WordClass.Subordinator:
    case WordClass.Whether:
    case WordClass.Who:
    case WordClass.That:
    case WordClass.To:
    case WordClass.Preposition:
    case WordClass.By:
    case WordClass.With:
    case WordClass.About:
    case WordClass.Particle:
    case WordClass.Time:
    case WordClass.OpenBracket:
    case WordClass.Ing:
    case WordClass.CueVerb:
    case WordClass.Verb:
    case WordClass.Modal:
    case WordClass.Be:
    case WordClass.Have:
      return true;
    default:
      return false;
  }
}
