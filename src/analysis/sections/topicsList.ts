import type { Span } from "../analysis.js";
import type { SourceText } from "../text/sourceText.js";
import { countWords, endsLikeSentence, isRightBelow, readDateLine, readTopicList, readTopicsLabel } from "./lineForms.js";

/** A label such as "Topics covered" and the topics on its line or below it. */
export interface TopicsList {
  /** How many blocks it takes, the label's included. */
  readonly blocks: number;
  /** Offsets into the document. */
  readonly topics: readonly Span[];
}

const MOST_ITEMS = 40;
const LONGEST_LIST = 1000;

/** Reads the declared topics whose label is the block at the index; null where it is no such label or nothing is listed. */
export function readTopicsList(source: SourceText, index: number): TopicsList | null {
  const { blocks } = source;
  const { start, block } = blocks[index];
  if (block.text.length > LONGEST_LIST) return null;
  const from = readTopicsLabel(block.text);
  if (from === null) return null;
  if (from < block.text.length) {
    if (endsLikeSentence(block.text) && countWords(block.text) > 12 && !/,.*,/s.test(block.text)) return null;
    return { blocks: 1, topics: listAt(block.text, from, start) };
  }
  const topics: Span[] = [];
  let next = index + 1;
  let itemised = false;
  // Where an empty line stands below the label, it may stand between the topics too.
  const apart = next < blocks.length && !isRightBelow(source, next);
  while (next < blocks.length && next - index <= MOST_ITEMS) {
    const { start: at, block: item } = blocks[next];
    if (!isList(item.text, topics.length === 0)) break;
    const marked = /^[-*+•·]\s/.test(item.text);
    if (topics.length > 0 && !(itemised && marked) && !apart && !isRightBelow(source, next)) break;
    itemised = marked;
    topics.push(...listAt(item.text, 0, at));
    next++;
    if (!marked && item.text.includes(",")) break;
  }
  return topics.length === 0 ? null : { blocks: next - index, topics };
}

function listAt(text: string, from: number, start: number): Span[] {
  return readTopicList(text, from).map((span) => ({ start: start + span.start, end: start + span.end }));
}

/** Whether a block lists topics: short parts without the end of a sentence, and no date. */
function isList(text: string, first: boolean): boolean {
  if (text.length > LONGEST_LIST || endsLikeSentence(text) || readDateLine(text) !== null) return false;
  const parts = readTopicList(text, 0);
  return parts.length > 0 && (first || parts.length === 1) && parts.every(({ start, end }) => countWords(text.slice(start, end)) <= 7);
}
