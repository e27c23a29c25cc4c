import { CueForm } from "./cueLexicon.js";
import type { CuePlace } from "./cuePlace.js";
import type { SourceCandidates } from "./sourceCandidates.js";
import { isWord, type Strip } from "./strips.js";
import { Auxiliary } from "./verbGroup.js";
import { isNounOfSource, WordClass } from "./wordClasses.js";

const LONGEST_PHRASE = 6;
const IN_PHRASE: ReadonlySet<number> = new Set([
  WordClass.Capital,
  WordClass.Determiner,
  WordClass.Possessive,
  WordClass.Lower,
  WordClass.Plural,
]);
/** What an apposition or a relative clause begins with. */
const OPENS_ASIDE: ReadonlySet<number> = new Set([WordClass.Who, WordClass.Determiner, WordClass.Possessive]);

/**
 * The phrase that a sentence begins with, with all that stands between commas behind it, where the cue's verb follows the last of these:
 * "My grandmother, a cook who kept bees, used to say", "Weld, who said so, doubted". It is asked for where no other source was found.
 * @returns the index of the candidate; -1 where there is none.
 */
export function openingSource({ strip, from, form, verb, isPassive }: CuePlace, sources: SourceCandidates): number {
  const isUsedTo = verb.auxiliary === Auxiliary.To && isWord(strip, verb.start - 1, "used");
  const hasSubject = form === CueForm.Third || (form === CueForm.Past && !isPassive);
  const comma = isUsedTo ? verb.start - 2 : hasSubject && verb.auxiliary !== Auxiliary.To ? verb.start - 1 : -1;
  if (comma <= from + 2 || strip.classes[comma] !== WordClass.Comma) return -1;
  const end = phraseEnd(strip, from);
  if (end === from || end >= comma || strip.classes[end] !== WordClass.Comma || !OPENS_ASIDE.has(strip.classes[end + 1])) return -1;
  for (let i = 0; i < sources.count; i++) {
    const { start, after, long } = sources.show(i);
    if (start === from && !after && long) return i;
  }
  return -1;
}

function phraseEnd({ classes }: Strip, from: number): number {
  let end = from;
  while (end < from + LONGEST_PHRASE && (IN_PHRASE.has(classes[end]) || isNounOfSource(classes[end]))) end++;
  return end;
}
