import { nounType } from "../identity/rolePhrases.js";
import type { CuePlace } from "./cuePlace.js";
import { PREPOSITIONS } from "./prepositions.js";
import type { SourceCandidate } from "./sourceCandidates.js";
import { isWord, type Strip } from "./strips.js";
import { WordClass } from "./wordClasses.js";

const LONGEST_APPOSITION = 14;
/** What follows it is a clause and no more of a list. */
const SHORTEST_CLAUSE = 4;

const VERBS: ReadonlySet<number> = new Set([
  WordClass.CueVerb,
  WordClass.Verb,
  WordClass.Be,
  WordClass.Have,
  WordClass.Do,
  WordClass.Modal,
  WordClass.That,
]);
/** Where the noun of an apposition has ended: "a nurse from Oslo", "a charity based in Oslo". */
const BEHIND_NOUN: ReadonlySet<number> = new Set([...PREPOSITIONS, WordClass.Who, WordClass.Comma]);

/**
 * "According to Ann Weld, a nurse from Oslo, the bridge is shut": where the apposition ends that stands between a source and what it says.
 * @param source the source that stands before a comma.
 * @returns the position of the comma behind the apposition; -1 where what is said begins behind the first comma.
 */
export function endOfApposition({ strip, last }: CuePlace, source: SourceCandidate): number {
  const { classes } = strip;
  if (classes[source.end] !== WordClass.Comma) return -1;
  const start = source.end + 1;
  let end = start;
  while (end < last && end < start + LONGEST_APPOSITION && classes[end] !== WordClass.Comma) {
    if (VERBS.has(classes[end]) && !isParticiple(strip, end)) return -1;
    end++;
  }
  if (classes[end] !== WordClass.Comma || last - end <= SHORTEST_CLAUSE) return -1;
  return isApposition(strip, start, end, source) ? end : -1;
}

/** "based in", "run by": it tells of the noun before. */
function isParticiple({ classes, text, ends }: Strip, at: number): boolean {
  return classes[at] === WordClass.Verb && text.startsWith("ed", ends[at] - 2) && BEHIND_NOUN.has(classes[at + 1]);
}

function isApposition(strip: Strip, start: number, end: number, source: SourceCandidate): boolean {
  const { classes } = strip;
  if (end === start + 1 && classes[start] === WordClass.Number) return true;
  if (isName(strip, start, end)) return nounOf(strip, source.start, source.end) === "person";
  const what = nounOf(strip, start, end);
  if (isName(strip, source.start, source.end) && what === "person") return true;
  // "the Quay Institute, a research group based in Varna"
  const isNamed = classes[source.start] === WordClass.Determiner && classes[source.start + 1] === WordClass.Capital;
  return isNamed && classes[start] === WordClass.Determiner && what === "organization";
}

function isName({ classes }: Strip, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (classes[at] !== WordClass.Capital && classes[at] !== WordClass.Other) return false;
  return end > start;
}

/** What the noun that a phrase is about says that it is of. */
function nounOf(strip: Strip, start: number, end: number): ReturnType<typeof nounType> {
  const { classes, text, starts, ends } = strip;
  let head = start;
  while (
    head < end &&
    !BEHIND_NOUN.has(classes[head]) &&
    !(classes[head] === WordClass.Ed && BEHIND_NOUN.has(classes[head + 1])) &&
    !isParticiple(strip, head)
  )
    head++;
  if (head > start + 1 && isWord(strip, head - 1, "tank") && isWord(strip, head - 2, "think")) return "organization";
  return head > start ? nounType(text.slice(starts[head - 1], ends[head - 1]).toLowerCase()) : null;
}
