import type { Entity, Span } from "../analysis.js";
import type { MentionIndex } from "./mentionIndex.js";

/** Where one of several messages begins that a document holds, one below the other. */
interface MessageHead {
  readonly start: number;
  /** Null where its head names nobody. */
  readonly writer: Entity | null;
  /** Whether a mark begins each of its lines: "> ". */
  readonly isQuoted: boolean;
}

/** "From: Ann Weld <weld@example.org>", with "To:", "Sent:" or "Subject:" in the lines below, or below a line of dashes. */
const FROM =
  /(?:^|\n)[ \t>]{0,8}\*{0,2}From:\*{0,2}[ \t]*([^\n]{2,160})(?=(?:\n[^\n]{0,400}){0,5}?\n[ \t>]{0,8}\*{0,2}(?:To|Sent|Date|Subject):)/g;
const FROM_BELOW = /(?<=\n[ \t]{0,4}-{3,}[^\n]{0,60}\n)[ \t]{0,4}\*{0,2}From:\*{0,2}[ \t]*([^\n]{2,160})/g;
/** "On 3 May 2021 at 10:02, Ann Weld wrote:" */
const WROTE = /\n[ \t>]{0,8}On\b([^\n]{4,160})\bwrote:/g;
const DASHES = /\n[ \t]{0,4}-{3,}()/g;

/**
 * Who writes what in a text that holds messages below one another.
 * @returns the writer of the message that an offset stands in, null where no head names him; undefined for a text of no messages.
 */
export function messageWriters(text: string, mentions: MentionIndex): ((offset: number) => Entity | null) | undefined {
  const from = text.includes("From:") ? headsBy(FROM, text, mentions) : [];
  if (from.length === 0) return undefined;
  const heads = [...headsBy(DASHES, text, mentions), ...from, ...headsBy(FROM_BELOW, text, mentions), ...headsBy(WROTE, text, mentions)];
  heads.sort((a, b) => a.start - b.start);
  return (offset) => {
    const isQuoted = isQuotedAt(text, offset);
    for (let i = heads.length - 1; i >= 0; i--) if (heads[i].start <= offset && heads[i].isQuoted === isQuoted) return heads[i].writer;
    return null;
  };
}

function headsBy(form: RegExp, text: string, mentions: MentionIndex): readonly MessageHead[] {
  return Array.from(text.matchAll(form), ({ index, 0: all, 1: named }) => {
    const at = index + all.lastIndexOf(named);
    const end = index + all.length;
    const behind = /\S/g;
    behind.lastIndex = end;
    const isQuoted = form === WROTE ? behind.exec(text)?.[0] === ">" : isQuotedAt(text, end - 1);
    return { start: index, writer: personIn({ start: at, end: at + named.length }, mentions), isQuoted };
  });
}

/** In a longer line nobody looks for its beginning: no program quotes by such. */
const LONGEST_LINE = 2000;

function isQuotedAt(text: string, offset: number): boolean {
  const near = text.slice(Math.max(0, offset - LONGEST_LINE), offset + 1);
  return /^[ \t]{0,4}>/.test(near.slice(near.lastIndexOf("\n", near.length - 2) + 1));
}

/** The one person whom a line names. */
function personIn(line: Span, mentions: MentionIndex): Entity | null {
  const persons = new Set(
    mentions
      .within(line)
      .filter(({ mention, entity }) => mention.kind === "name" && entity.type === "person")
      .map(({ entity }) => entity),
  );
  const [person, ...others] = persons;
  return person !== undefined && others.length === 0 ? person : null;
}
