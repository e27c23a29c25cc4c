import functionWords from "./functionWords.json" with { type: "json" };
import type { PlacedMention } from "./mentionIndex.js";
import type { SourceCandidate } from "./sourceCandidates.js";
import type { Strip } from "./strips.js";

const MESSAGES = `(?:${functionWords.messages.join("|")})s?`;
const FARTHEST = 120;
/** "An e-mail from ", "The letter of 3 May from ": what a source's words begin with, up to who wrote it. */
const FROM = new RegExp(
  `^(?:[\\p{L}’'-]+\\s){0,4}?${MESSAGES}\\s(?:(?:of|on|dated|sent)\\s[\\p{L}\\p{N} ]{1,24}?\\s)?from\\s(?=\\p{Lu})`,
  "u",
);
/** The same within a sentence, with who wrote it, up to the one it is written to. */
const FROM_TO = new RegExp(
  `\\b${MESSAGES}\\s(?:(?:of|on|dated|sent)\\s[\\p{L}\\p{N} ]{1,24}?\\s)?from\\s((?:\\p{Lu}[\\p{L}.’'-]*\\s){1,4})to\\s[^“”":;]{0,80}$`,
  "u",
);

/** Who wrote what a source's words name first: Ruiz of "an e-mail from Ruiz to Sir John". */
export function senderOf(text: string, start: number, inside: readonly PlacedMention[]): PlacedMention | null {
  const from = FROM.exec(text.slice(start, start + FARTHEST));
  if (!from) return null;
  const at = start + from[0].length;
  return inside.find(({ mention }) => mention.kind === "name" && mention.start <= at && mention.end > at) ?? null;
}

/** The words for who wrote, where those before a colon were taken that say to whom: Holm of "read the message from Holm to the minister, Ann Weld: “…”". */
export function senderBefore({ text, starts, ends }: Strip, from: number, source: SourceCandidate): SourceCandidate | null {
  const first = Math.max(starts[from], ends[source.end - 1] - FARTHEST);
  const found = FROM_TO.exec(text.slice(first, ends[source.end - 1]));
  if (!found) return null;
  const nameStart = first + found.index + found[0].indexOf(found[1], found[0].indexOf("from "));
  const nameEnd = nameStart + found[1].trimEnd().length;
  let start = from;
  while (start < source.start && starts[start] < nameStart) start++;
  let end = start;
  while (end < source.start && ends[end] <= nameEnd) end++;
  return end > start ? { start, end, after: false, long: false } : null;
}
