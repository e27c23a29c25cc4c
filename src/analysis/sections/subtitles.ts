import { memoByBlock } from "../text/blockMemo.js";
import type { SourceText } from "../text/sourceText.js";

const TIMING = /^(?:\d{1,2}:)?\d{1,2}:\d{2}[.,]\d{3}\s+-->\s+(?:\d{1,2}:)?\d{1,2}:\d{2}[.,]\d{3}(?:\s[^\n]{0,100})?$/;

const isTiming = memoByBlock(({ text }) => text.includes("-->") && TIMING.test(text));

/** The indices of the blocks that subtitles (WebVTT, SubRip) are set with: their first line, the times, and the numbers above these. */
export function readSubtitleMarks({ blocks }: SourceText): ReadonlySet<number> {
  const marks = new Set<number>();
  blocks.forEach(({ block }, i) => {
    if (!isTiming(block)) return;
    marks.add(i);
    if (i > 0 && /^\d{1,6}$/.test(blocks[i - 1].block.text)) marks.add(i - 1);
  });
  if (marks.size > 0 && blocks[0].block.text.startsWith("WEBVTT")) marks.add(0);
  return marks;
}
