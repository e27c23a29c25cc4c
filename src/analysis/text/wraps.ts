import { memoByBlock } from "./blockMemo.js";
import type { SourceText } from "./sourceText.js";

/** The text of a block with its lines joined; null where it has but one. */
const joinedLines = memoByBlock(({ text }) => (text.includes("\n") ? text.replaceAll("\n", " ") : null));

/**
 * A text whose lines of one paragraph are joined by spaces, so that every line break in it ends a paragraph.
 * @returns the same offsets and blocks; the same text where no block has a line break.
 */
export function withoutWraps(source: SourceText): SourceText {
  const { text, blocks } = source;
  const parts: string[] = [];
  let at = 0;
  for (const { start, block } of blocks) {
    const joined = joinedLines(block);
    if (joined === null) continue;
    parts.push(text.slice(at, start), joined);
    at = start + joined.length;
  }
  if (at === 0) return source;
  parts.push(text.slice(at));
  return { text: parts.join(""), blocks };
}
