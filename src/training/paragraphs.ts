import type { CorpusDocument, CorpusQuote } from "./corpora.js";

/** Between two quotations so far apart, in UTF-16 code units, something is told in a paragraph of its own. */
const TOLD_APART = 350;
const WORD = /[\p{L}\p{N}]/u;
/** A sentence's end, and no short form of a title. */
const STOP = /(?<!\b(?:Mr|Mrs|Ms|Dr|St|Prof|Capt|Col|Rev))[.!?…]["”’')]*\s+|(?:--|—)\s+$/g;
/** Words that go on with the sentence of the quotation before them. */
const GOES_ON = /^[”’"']?\s*[\p{Ll}I,—–-]/u;
/** A speaker named so soon behind a quotation is part of its sentence: "…!" Martha cried. */
const TAG_REACH = 4;

/** A marked quotation, from its first mark to its last. */
interface Marked {
  readonly start: number;
  readonly end: number;
  readonly speakerId: string | undefined;
}

/**
 * Puts paragraphs back into a novel that has lost them, as novels are set: another speaker begins a paragraph of his own, with the sentence
 * that leads to his words; a quotation right behind another begins one; and what is told at length stands apart.
 * A space becomes a line break, so that all offsets stay what they are.
 */
export function withParagraphs(novel: CorpusDocument): CorpusDocument {
  const breaks = new Set<number>();
  const marked = novel.quotes.filter(({ spans }) => spans.length > 0).map(markedOf);
  marked.sort((a, b) => a.start - b.start);
  for (let i = 1; i < marked.length; i++)
    for (const at of paragraphsBetween(novel, marked[i - 1], marked[i])) {
      if (at > marked[i - 1].end && /\s/.test(novel.text[at - 1])) breaks.add(at - 1);
    }
  const parts: string[] = [];
  let at = 0;
  for (const space of [...breaks].sort((a, b) => a - b)) {
    parts.push(novel.text.slice(at, space), "\n");
    at = space + 1;
  }
  return { ...novel, text: parts.join("") + novel.text.slice(at) };
}

function markedOf({ spans, speakerId }: CorpusQuote): Marked {
  return { start: spans[0][0], end: spans[spans.length - 1][1], speakerId };
}

/** Where paragraphs begin between a quotation and the next. */
function paragraphsBetween({ text, entities }: CorpusDocument, last: Marked, next: Marked): readonly number[] {
  if (next.start <= last.end) return [];
  const between = text.slice(last.end, next.start);
  // Some quotations are marked without their marks.
  const gap = /["“‘']$/.test(between) ? between.slice(0, -1) : between;
  if (!WORD.test(gap)) return [last.end + gap.length];
  const isLong = gap.length >= TOLD_APART;
  if (last.speakerId === next.speakerId && !isLong) return [];
  const isNamed = (id: string | undefined, from: number, to: number): boolean =>
    entities.some((entity) => entity.id === id && entity.start >= from && entity.end <= to);
  const starts = [...gap.matchAll(STOP)].map(({ index, 0: stop }) => index + stop.length);
  const isTag =
    GOES_ON.test(gap) || entities.some(({ id, start }) => id === last.speakerId && start >= last.end && start < last.end + TAG_REACH);
  if (!isTag) starts.unshift(gap.length - gap.trimStart().length);
  if (starts.length === 0) return [];
  let begins = starts[starts.length - 1];
  const sentence = starts.length > 1 ? starts[starts.length - 2] : begins;
  const leadsNowhere = begins >= gap.trimEnd().length;
  if (leadsNowhere && last.speakerId !== next.speakerId && isNamed(next.speakerId, last.end + sentence, last.end + begins))
    begins = sentence;
  return isLong && starts[0] < begins ? [last.end + starts[0], last.end + begins] : [last.end + begins];
}
