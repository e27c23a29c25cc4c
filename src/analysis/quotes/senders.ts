import type { Span } from "../analysis.js";
import functionWords from "./functionWords.json" with { type: "json" };
import type { PlacedMention } from "./mentionIndex.js";
import type { SourceCandidate } from "./sourceCandidates.js";
import type { Strip } from "./strips.js";

/** "e-mail from ", "letter of 3 May from ". */
const MESSAGE_FROM = `(?:${functionWords.messages.join("|")})s?\\s(?:(?:of|on|dated|sent)\\s[\\p{L}\\p{N} ]{1,24}?\\s)?from\\s`;
const FARTHEST = 120;
/** "An e-mail from ", "The letter of 3 May from ": what a source's words begin with, up to who wrote it. */
const FROM = new RegExp(`^(?:[\\p{L}’'-]+\\s){0,4}?${MESSAGE_FROM}(?=\\p{Lu})`, "u");
/** What stands behind the sender: neither "'s lawyer" nor "chief executive Ann Weld", who wrote it then. */
const BEHIND_SENDER = /^(?:\s(?:to|about|on|in|dated|sent)\s|,|$)/;
const LONGEST_BEHIND = 8;
/** The same within a sentence, with who wrote it, up to the one it is written to. */
const FROM_TO = new RegExp(`\\b${MESSAGE_FROM}((?:\\p{Lu}[\\p{L}.’'-]*\\s){1,4})to\\s[^“”":;]{0,80}$`, "du");

/** Who wrote what a source's words name first: Ruiz of "an e-mail from Ruiz to Sir John". */
export function senderOf(text: string, { start, end }: Span, inside: readonly PlacedMention[]): PlacedMention | null {
  const from = FROM.exec(text.slice(start, start + FARTHEST));
  if (!from) return null;
  const at = start + from[0].length;
  const named = inside.find(({ mention }) => mention.kind === "name" && mention.start <= at && mention.end > at);
  return named && BEHIND_SENDER.test(text.slice(named.mention.end, Math.min(end, named.mention.end + LONGEST_BEHIND))) ? named : null;
}

/** The words for who wrote, where those before a colon were taken that say to whom: Holm of "read the message from Holm to the minister, Ann Weld: “…”". */
export function senderBefore({ text, starts, ends }: Strip, from: number, source: SourceCandidate): SourceCandidate | null {
  const first = Math.max(starts[from], ends[source.end - 1] - FARTHEST);
  const found = FROM_TO.exec(text.slice(first, ends[source.end - 1]));
  const name = found?.indices?.[1];
  if (!name) return null;
  const [nameStart, nameEnd] = [first + name[0], first + name[1]];
  let start = from;
  while (start < source.start && starts[start] < nameStart) start++;
  let end = start;
  while (end < source.start && ends[end] <= nameEnd) end++;
  return end > start ? { start, end, after: false, long: false } : null;
}
