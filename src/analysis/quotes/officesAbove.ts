import functionWords from "./functionWords.json" with { type: "json" };
import type { MentionIndex } from "./mentionIndex.js";
import { COURTESY, withoutBracket } from "./turnLabels.js";
import type { Turn } from "./turns.js";

const OFFICES = functionWords.chairs.join("|");
/** "The Chair", "PRESIDENT": a label that is nothing but an office. */
const OFFICE_ALONE = new RegExp(`^(?:the )?(?:acting |temporary )?(${OFFICES})$`, "i");
/** "(Chair)", ", Chairman": behind the name of who has the office. */
const BEHIND = new RegExp(`^(?:\\s?\\(|,\\s)(?:the |in the )?(${OFFICES})\\b`, "i");
/** "President: Mr. ", "Chair – ": before it. */
const BEFORE = new RegExp(`(?:^|\\n)[ \\t]*(?:the )?(${OFFICES})(?::|[ \\t][–—-])[ \\t]*(?:${COURTESY})?$`, "i");
const LONGEST_BEHIND = 30;
const LONGEST_BEFORE = 40;

/**
 * Who has the office that a record's labels call somebody by, as its head says: "Jane Doe (Chair)", "President: Mr. Doe".
 * @returns entities by the label's words; none where the head names two for one office.
 */
export function officesAbove(text: string, turns: readonly Turn[], mentions: MentionIndex): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const labels = new Map<string, string>();
  for (const { label } of turns) {
    const words = label ? withoutBracket(text.slice(label.start, label.end)) : "";
    const office = words.length <= LONGEST_BEHIND ? OFFICE_ALONE.exec(words)?.[1] : undefined;
    if (office) labels.set(words, office.toLowerCase());
  }
  if (labels.size === 0) return found;
  const holders = new Map<string, Set<string>>();
  for (const { mention, entity } of mentions.within({ start: 0, end: turns[0].start })) {
    if (mention.kind !== "name" || entity.type !== "person") continue;
    const office =
      BEHIND.exec(text.slice(mention.end, mention.end + LONGEST_BEHIND)) ??
      BEFORE.exec(text.slice(Math.max(0, mention.start - LONGEST_BEFORE), mention.start));
    if (office) holders.set(office[1].toLowerCase(), (holders.get(office[1].toLowerCase()) ?? new Set()).add(entity.id));
  }
  for (const [label, office] of labels) {
    const [holder, ...others] = holders.get(office) ?? [];
    if (holder !== undefined && others.length === 0) found.set(label, holder);
  }
  return found;
}
