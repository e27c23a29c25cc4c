import functionWords from "./functionWords.json" with { type: "json" };
import { sharedSubjectRule } from "./rules.js";
import type { NewQuote } from "./turnQuotes.js";

const JOINED = "(?:and|but|yet|then)";
const BETWEEN = [...functionWords.adverb, "has", "have", "had", "did", "does", "not"].join("|");
/** What stands between a quotation and a verb that its speaker is the subject of, too: " and ", " of the villagers, but later ". */
const GOES_ON = new RegExp(`^[^.!?;:\\n“”"«»]{0,80}?\\b${JOINED}\\s(?:(?:${BETWEEN}|\\p{Ll}+ly)\\s){0,2}$`, "u");
/** “…,” adding that nobody had died. */
const ADDING = /^,?\s$/;
const PARTICIPLE = /^(?:adding|saying|noting|warning|insisting|stressing|arguing|claiming|explaining|telling)$/;
const FARTHEST = 120;
const SHARED = 0.85;

/**
 * "Ann Weld called it “a mess” and added that nobody had died": who added is who called it so, before the quotation.
 * @param before the quotation before, in text order.
 */
export function withSharedSubject(text: string, quote: NewQuote, before: NewQuote | null): NewQuote {
  const { speaker, cue } = quote;
  if (speaker !== null || cue === null || quote.start < cue.end || !before?.speaker || before.kind === "indirect") return quote;
  const { cue: earlier, speaker: subject, end } = before;
  if (earlier === null || subject.end > earlier.start || earlier.end > before.start || cue.start < end) return quote;
  const between = cue.start - end > FARTHEST ? null : text.slice(end, cue.start);
  if (between === null) return quote;
  const goesOn = GOES_ON.test(between) || (ADDING.test(between) && PARTICIPLE.test(text.slice(cue.start, cue.end)));
  if (!goesOn) return quote;
  const rule = sharedSubjectRule(text, cue, subject, earlier);
  return { ...quote, speaker: { ...subject, rule, confidence: Math.round(100 * subject.confidence * SHARED) / 100 } };
}
