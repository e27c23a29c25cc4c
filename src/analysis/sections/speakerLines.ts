import type { Span } from "../analysis.js";
import { memoByBlock } from "../text/blockMemo.js";
import { compiled } from "../text/compiled.js";
import type { PlacedBlock, SourceText } from "../text/sourceText.js";
import { STAMP } from "./stamps.js";

/** The lines that name who speaks and say nothing: the offsets of the name in its block, by the block's index. */
export type SpeakerLines = ReadonlyMap<number, Span>;

const NAME = String.raw`\p{Lu}[\p{L}\p{M}.'’-]*(?:[ \t](?:\p{Lu}[\p{L}\p{M}.'’-]*|\d{1,2}|(?:de|del|della|der|di|du|da|la|le|van|von|bin|al|el|y)(?=[ \t]))){0,5}`;
/** "Ada Byron  00:12", "Ada Byron (00:12):", "Speaker 2 - 1:02:03". */
const STAMPED = compiled(new RegExp(String.raw`^(${NAME}):?[ \t]*(?:[-–—|,][ \t]*)?${STAMP}:?$`, "u"));
/** "Ada Byron", "Ada Byron -- Chief Engineer". */
const ALONE = compiled(new RegExp(String.raw`^(${NAME})(?:[ \t]+(?:-{1,2}|–|—)[ \t]+[^\n]{2,100})?$`, "u"));

const LONGEST_NAME = 50;
const LONGEST_LINE = 150;
/** Names that stand alone are a transcript's where so many stand so often, and some of what follows them is said by somebody. */
const FEWEST_SPEAKERS = 2;
const FEWEST_LINES = 2;
const LEAST_SHARE = 0.2;
const LEAST_TALKING = 0.4;
const TALKING = /\b(?:I|we|you|my|our|your|me|us|I['’](?:m|ve|d|ll)|we['’](?:re|ve|d|ll)|thanks?)\b/i;
const READ_FOR_TALK = 400;

interface NameLine {
  readonly end: number;
  readonly form: "stamped" | "alone" | "titled";
}

const nameLine = memoByBlock(({ text }): NameLine | null => {
  if (text.length > LONGEST_LINE) return null;
  const stamped = STAMPED.exec(text);
  if (stamped) return { end: stamped[1].length, form: "stamped" };
  const alone = ALONE.exec(text);
  if (!alone || alone[1].length > LONGEST_NAME || /[.!?]$/.test(alone[1])) return null;
  return { end: alone[1].length, form: alone[1].length < text.length ? "titled" : "alone" };
});

/**
 * Finds the lines of a transcript that stand above what somebody says, and name him: with the recording's time, as programs that write
 * down what they hear set them, or alone, as those of companies' calls with analysts do. None in a text where such lines do not recur.
 */
export function readSpeakerLines({ blocks }: SourceText): SpeakerLines {
  const lines = blocks.map(({ block }) => nameLine(block));
  const found = new Map<number, Span>();
  if (lines.every((line) => line === null)) return found;
  const isStamped = repeated(blocks, lines, ({ form }) => form === "stamped").size > 0;
  const names = repeated(blocks, lines, () => true);
  if (!isStamped && !isTalk(blocks, lines, names)) return found;
  // Who is there, and as what, is listed above where the first one speaks.
  const first = isStamped ? 0 : lines.findIndex((line, i) => line?.form === "alone" && names.has(nameIn(blocks[i], line)));
  lines.forEach((line, i) => {
    if (line && i >= first && (isStamped ? line.form === "stamped" : names.has(nameIn(blocks[i], line))))
      found.set(i, { start: 0, end: line.end });
  });
  return found;
}

function nameIn({ block }: PlacedBlock, { end }: NameLine): string {
  return block.text.slice(0, end);
}

/** The names that stand in such lines again and again. */
function repeated(
  blocks: readonly PlacedBlock[],
  lines: readonly (NameLine | null)[],
  counts: (line: NameLine) => boolean,
): ReadonlySet<string> {
  const times = new Map<string, number>();
  lines.forEach((line, i) => {
    if (line && counts(line)) times.set(nameIn(blocks[i], line), (times.get(nameIn(blocks[i], line)) ?? 0) + 1);
  });
  return new Set([...times].filter(([, count]) => count >= FEWEST_LINES).map(([name]) => name));
}

/** Whether lines of names part what several people say: they stand over a good share of the text, and much of that says "I" or "you". */
function isTalk(blocks: readonly PlacedBlock[], lines: readonly (NameLine | null)[], names: ReadonlySet<string>): boolean {
  if (names.size < FEWEST_SPEAKERS) return false;
  let said = 0;
  let talking = 0;
  for (let i = 0; i + 1 < blocks.length; i++) {
    const line = lines[i];
    if (!line || !names.has(nameIn(blocks[i], line)) || lines[i + 1]) continue;
    said++;
    if (TALKING.test(blocks[i + 1].block.text.slice(0, READ_FOR_TALK))) talking++;
  }
  return said > FEWEST_LINES && said >= LEAST_SHARE * blocks.length && talking >= LEAST_TALKING * said;
}
