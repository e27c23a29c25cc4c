import { annotationOf } from "./annotation.js";
import { decisionFrom } from "./annotationReading.js";
import { byTime, type Decision } from "./decision.js";
import { parsedJson } from "./json.js";

/** A line longer than this, in UTF-16 code units, is no decision and is kept unread. */
const LONGEST_LINE = 2 ** 20;

interface JournalLine {
  readonly decision: Decision;
  /** The line as it was read, so that what did not change is written as it was. */
  readonly text: string;
}

/** The lines of one sidecar file: decisions by their ids, and what could not be read, kept as it is. */
export interface Journal {
  readonly lines: ReadonlyMap<string, JournalLine>;
  readonly unreadable: readonly string[];
}

export const EMPTY_JOURNAL: Journal = { lines: new Map(), unreadable: [] };

/** Reads a sidecar file. Empty lines are passed over; of two lines with one id the later holds. Nothing is thrown, whatever the text. */
export function readJournal(text: string): Journal {
  const lines = new Map<string, JournalLine>();
  const unreadable = new Set<string>();
  for (const line of (text.startsWith("\ufeff") ? text.slice(1) : text).split("\n")) {
    if (line.trim() === "") continue;
    const decision = line.length > LONGEST_LINE ? undefined : decisionFrom(parsedJson(line));
    if (decision) put(lines, { decision, text: line.endsWith("\r") ? line.slice(0, -1) : line });
    else unreadable.add(line);
  }
  return { lines, unreadable: [...unreadable] };
}

/** The text of a sidecar file: one decision a line, sorted by id, what could not be read at the end. */
export function printJournal({ lines, unreadable }: Journal): string {
  const sorted = [...lines].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return [...sorted.map(([, { text }]) => `${text}\n`), ...unreadable.map((line) => `${line}\n`)].join("");
}

/** The decisions from the first made to the last, undone ones too. */
export function decisionsIn({ lines }: Journal): Decision[] {
  return Array.from(lines.values(), ({ decision }) => decision).sort(byTime);
}

/** Both sides' lines; of one id, the line that was modified later. The order of the sides does not matter. */
export function mergedJournals(one: Journal, other: Journal): Journal {
  const lines = new Map(one.lines);
  for (const line of other.lines.values()) put(lines, line);
  return { lines, unreadable: [...new Set([...one.unreadable, ...other.unreadable])].sort() };
}

/** The journal with decisions added, or put in the place of those with their ids where they were modified later. */
export function withDecisions(journal: Journal, decisions: readonly Decision[]): Journal {
  const lines = new Map(journal.lines);
  for (const decision of decisions) put(lines, { decision, text: JSON.stringify(annotationOf(decision)) });
  return { ...journal, lines };
}

function put(lines: Map<string, JournalLine>, line: JournalLine): void {
  const known = lines.get(line.decision.id);
  if (!known || isLater(line, known)) lines.set(line.decision.id, line);
}

/** Of two lines modified at one moment the greater text is taken, so that every reader takes the same. */
function isLater(line: JournalLine, known: JournalLine): boolean {
  const { modified } = line.decision;
  return modified === known.decision.modified ? line.text > known.text : modified > known.decision.modified;
}
