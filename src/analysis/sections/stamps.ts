import { compiled } from "../text/compiled.js";
/** A time of a recording: "0:07", "(00:12)", "[01:02:03.5]". */
export const STAMP = String.raw`[\[(]?(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?(?:\s?[AP]M)?[\])]?`;

const DAY = String.raw`\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},? \d{1,2}:\d{2}(?::\d{2})?(?:\s?[AP]M)?`;
/** What programs set before the label of who speaks: "[00:12] ", "(1:02:03) ", "[12/03/2021, 10:02:11] ", "12/03/21, 10:02 - ". */
const BEFORE_LABEL = compiled(new RegExp(String.raw`^(?:\[${DAY}\]|${DAY}(?= [-–])|${STAMP})(?:[ \t]+[-–][ \t]+|[ \t]+)`, "iu"));
const FIRST = "[(0123456789";
const LONGEST = 40;
/** And behind it: "Ada Byron: (00:12) …". */
const BEHIND_LABEL = /^[[(](?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?[\])][ \t]*/u;

const STAMPED_LABEL = compiled(
  /^(?:\*\*)?(\p{Lu}[\p{L}\p{M}.'’ -]{1,50}?)(?:\*\*)?:?[ \t]*[[(](?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?[\])](?:\*\*)?:?[ \t]+(?=\S)/u,
);

/** As parliaments have it: "Senator BYRON (Victoria) (14:22): …", "Mr BYRON (Leeds) [3.15 pm]: …". */
const SEATED_LABEL = compiled(
  /^(\p{Lu}[\p{L}\p{M}.'’ -]{1,50}?(?:[ \t]\([^():\n]{1,80}\)){0,2})[ \t]*[[(](?:\d{1,2}:\d{2}|\d{1,2}[.:]\d{2}\s?[ap]\.?m\.?)[\])]:[ \t]+(?=\S)/u,
);
const LONGEST_SEATED = 200;

/**
 * Reads a label with the recording's or the session's time behind it: "Ada Byron (00:12): …", "**Ada Byron** [00:12] …".
 * @returns the length of the name, which may stand behind two asterisks, and where what is said begins; null for any other line.
 */
export function readStampedLabel(text: string): { readonly name: number; readonly content: number } | null {
  const found = STAMPED_LABEL.exec(text.slice(0, 2 * LONGEST)) ?? SEATED_LABEL.exec(text.slice(0, LONGEST_SEATED));
  return found && { name: found[1].length, content: found[0].length };
}

/** The length of the time with which a line of a recording begins, and of the space behind it; 0 where it begins with none. */
export function stampBefore(text: string): number {
  return text !== "" && FIRST.includes(text[0]) ? (BEFORE_LABEL.exec(text.slice(0, LONGEST))?.[0].length ?? 0) : 0;
}

const DAYS = /\d[/.-]\d/;

/** Whether a line begins with a day and a time, as each message of a chat does and what its program notes: "[12/03/2021, 10:02:11] Ada added Ben". */
export function isDated(text: string): boolean {
  const length = stampBefore(text);
  return length > 0 && DAYS.test(text.slice(0, length));
}

/** The length of a time in brackets at an offset, behind a label, and of the space behind it. */
export function stampBehind(text: string, offset: number): number {
  const first = text[offset];
  return first === "[" || first === "(" ? (BEHIND_LABEL.exec(text.slice(offset, offset + LONGEST))?.[0].length ?? 0) : 0;
}
