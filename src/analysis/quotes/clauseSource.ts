import { CUE_WORDS, CueForm } from "./cueLexicon.js";
import type { CueReading } from "./cueReading.js";
import functionWords from "./functionWords.json" with { type: "json" };
import type { SourceCandidate } from "./sourceCandidates.js";
import type { Strip } from "./strips.js";
import { Auxiliary } from "./verbGroup.js";
import { isNounOfSource, WordClass } from "./wordClasses.js";

const LONGEST_PHRASE = 14;

/** The classes of words in a noun phrase, from its last word back to its first. */
const IN_PHRASE: ReadonlySet<number> = new Set([
  WordClass.Lower,
  WordClass.Capital,
  WordClass.Plural,
  WordClass.Number,
  WordClass.Determiner,
  WordClass.Possessive,
  WordClass.CueNoun,
  WordClass.Of,
  WordClass.For,
  WordClass.ObjectPronoun,
]);
const BEFORE_ASIDE: ReadonlySet<number> = new Set([WordClass.Comma, WordClass.Subordinator]);
const WHAT_IS_ASKED: ReadonlySet<number> = new Set([
  WordClass.About,
  WordClass.Whether,
  WordClass.Who,
  WordClass.By,
  WordClass.Preposition,
  WordClass.To,
]);
/** In small letters: "USA Today" is no time. */
const NO_SOURCE: ReadonlySet<string> = new Set([...functionWords.deictic, "used"]);
const RELATIVE: ReadonlySet<string> = new Set(["who", "which"]);

/**
 * The source of a cue by the clause it stands in, which the ranking of its candidates does not see: nobody before "asked" in "Ada Byron,
 * asked about the bridge, smiled", and in "a clerk, who was ill, said" the clerk, not "who".
 * @param source the candidate that was chosen for the reading.
 */
export function clauseSource(strip: Strip, reading: CueReading, source: SourceCandidate): SourceCandidate | null {
  if (source.after) return source;
  return isAskedAside(strip, reading) ? null : withoutLast(strip, reading, beforeRelative(strip, reading, source));
}

/** "The ministry today said", "My father used to say": the time right before the verb and "used" are none of the source's words. */
function withoutLast({ text, starts, ends }: Strip, { verb }: CueReading, source: SourceCandidate): SourceCandidate {
  let { end } = source;
  if (end !== verb.start) return source;
  while (end > source.start + 1 && NO_SOURCE.has(text.slice(starts[end - 1], ends[end - 1]))) end--;
  return end === source.end ? source : { ...source, end };
}

function isAskedAside({ classes, cues, count }: Strip, { cue, verb: { start, auxiliary } }: CueReading): boolean {
  const { form, class: cueClass } = CUE_WORDS[cues[cue]];
  if (cueClass !== "asking" || form !== CueForm.Past || auxiliary !== Auxiliary.None || start === 0 || cue + 1 >= count) return false;
  return BEFORE_ASIDE.has(classes[start - 1]) && WHAT_IS_ASKED.has(classes[cue + 1]);
}

/** The phrase before a relative clause that a comma closes before the cue; the same source where it is no such pronoun. */
function beforeRelative({ classes, text, starts, ends }: Strip, { from, verb }: CueReading, source: SourceCandidate): SourceCandidate {
  const { start, end } = source;
  if (end - start > 1 || classes[start] !== WordClass.Who || classes[start - 1] !== WordClass.Comma) return source;
  if (verb.start <= start + 2 || classes[verb.start - 1] !== WordClass.Comma) return source;
  if (!RELATIVE.has(text.slice(starts[start], ends[start]))) return source;
  const lowest = Math.max(from, start - 1 - LONGEST_PHRASE);
  let first = start - 1;
  while (first > lowest && (IN_PHRASE.has(classes[first - 1]) || isNounOfSource(classes[first - 1]))) first--;
  return first === start - 1 ? source : { ...source, start: first, end: verb.start - 1, long: true };
}
