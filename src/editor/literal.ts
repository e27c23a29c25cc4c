/** Markdown that shows the text as it is. `MarkdownString.appendText` would make its spaces unbreakable, and the line endless. */
export function literal(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, "\\$&");
}
