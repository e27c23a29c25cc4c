import type { SourceText } from "./sourceText.js";

/**
 * A text whose lines of one paragraph are joined by spaces, so that every line break in it ends a paragraph.
 * @returns the same offsets and blocks; the same text where no block has a line break.
 */
export function withoutWraps(source: SourceText): SourceText {
  const { text, blocks } = source;
  const parts: string[] = [];
  let at = 0;
  for (const { start, block } of blocks) {
    if (!block.text.includes("\n")) continue;
    parts.push(text.slice(at, start), block.text.replaceAll("\n", " "));
    at = start + block.text.length;
  }
  return at === 0 ? source : { text: parts.join("") + text.slice(at), blocks };
}
