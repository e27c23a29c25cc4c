/** Above this share of replacement characters a text was read in another encoding than its own. */
const MOST_REPLACED = 0.02;

const BINARY = "This document holds characters that are no text, so it is not analysed.";
/** Of a file that VS Code shows no text of. */
export const NO_TEXT = "The file in front is no text. Text and Markdown can be reviewed: save its words in such a file to review them.";
const ENCODING = "Much of this document cannot be read in the encoding it was opened with. Reopen it with another encoding.";

/** VS Code hands no larger document to an extension. */
export const LARGEST_DOCUMENT = 50 * 1024 * 1024;
export const TOO_LARGE = "VS Code hands no document over 50 MB to an extension. Split the file to review it.";

/** Why a text cannot be analysed, as a sentence for the reader; null where it can. */
export function unreadableReason(text: string): string | null {
  if (text.includes("\0")) return BINARY;
  let replaced = 0;
  for (let at = text.indexOf("\ufffd"); at >= 0; at = text.indexOf("\ufffd", at + 1)) replaced++;
  return replaced > 20 && replaced > text.length * MOST_REPLACED ? ENCODING : null;
}
