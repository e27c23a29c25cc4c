import type { CueReading } from "./cueReading.js";
import functionWords from "./functionWords.json" with { type: "json" };
import type { Strip } from "./strips.js";
import { WordClass } from "./wordClasses.js";

const KICKERS: ReadonlySet<string> = new Set([...functionWords.kickers, ...functionWords.heads]);

/** Whether what stands before a reading's colon says what a line is, and not who says it: "Transcript: …", "Election night live: …", "Claim: “…”". */
export function isKicker(strip: Strip, { source, cue }: CueReading): boolean {
  if (source === null || source.after || strip.classes[cue] !== WordClass.Colon) return false;
  return isKickerWord(strip, source.end - 1) || isKickerWord(strip, cue - 1);
}

/** Whether the word at a position is one of those: in a line, the last before its colon. */
export function isKickerWord({ text, starts, ends }: Strip, position: number): boolean {
  return position >= 0 && KICKERS.has(text.slice(starts[position], ends[position]).toLowerCase());
}
