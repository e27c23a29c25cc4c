import functionWords from "./functionWords.json" with { type: "json" };
import type { SourceCandidate } from "./sourceCandidates.js";
import { isOneOf, isWord, type Strip } from "./strips.js";
import { WordClass } from "./wordClasses.js";
import { WordTest } from "./wordTest.js";

const CITING = new WordTest([...functionWords.citing, "reported", "reports"]);
const TELLING = new WordTest(functionWords.telling);
const LONGEST_PHRASE = 14;

/** Where "as saying" stands behind a verb that quotes somebody: "quoted the minister, Ann Weld, as saying"; -1 where it does not. */
export function asSaying(strip: Strip, cite: number): number {
  if (!isOneOf(strip, cite, CITING)) return -1;
  for (let as = cite + 1; as + 1 < strip.count && as <= cite + LONGEST_PHRASE; as++) {
    if (strip.classes[as] === WordClass.Stop || strip.classes[as] === WordClass.Quotation) return -1;
    if (isWord(strip, as, "as") && isOneOf(strip, as + 1, TELLING)) return as;
  }
  return -1;
}

/** Who is quoted "as saying" something by another: the minister of "the agency quoted the minister as saying"; null where "saying" is no such cue. */
export function whoIsQuoted(strip: Strip, saying: number, from: number): SourceCandidate | null {
  if (!isWord(strip, saying - 1, "as") || !isOneOf(strip, saying, TELLING)) return null;
  for (let cite = saying - 3; cite > from && cite >= saying - LONGEST_PHRASE; cite--) {
    if (!isOneOf(strip, cite, CITING)) continue;
    const isActive = strip.classes[cite - 1] !== WordClass.Be && strip.classes[cite + 1] !== WordClass.By;
    return isActive ? { start: cite + 1, end: endOf(strip, cite + 1, saying - 1), after: false, long: false } : null;
  }
  return null;
}

/** Before a comma at the phrase's end. */
function endOf({ classes }: Strip, start: number, end: number): number {
  return end - 1 > start && classes[end - 1] === WordClass.Comma ? end - 1 : end;
}
