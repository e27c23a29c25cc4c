import { nounType } from "../identity/rolePhrases.js";
import { isUpperAt } from "../text/characters.js";
import type { CueReading } from "./cueReading.js";
import functionWords from "./functionWords.json" with { type: "json" };
import { PREPOSITIONS } from "./prepositions.js";
import { isOneOf, type Strip, wordAt } from "./strips.js";
import { isNounOfSource, WordClass } from "./wordClasses.js";
import { WordTest } from "./wordTest.js";

const SAYINGS = new WordTest([...functionWords.sayings, ...functionWords.thing]);

/**
 * Whether a colon stands behind a clause or a thing that says nothing: "The pattern is clear: …", "Another problem for Weld: …", "Good news: …",
 * but not behind who speaks or what is said ("Weld: …", "They sent a message: …").
 */
export function isNobodysColon(strip: Strip, { cue, from, source }: CueReading): boolean {
  const { classes, cues } = strip;
  if (classes[cue] !== WordClass.Colon || cue === from || isTelling(strip, cue - 1)) return false;
  let finite = false;
  for (let at = from; at < cue; at++) {
    if (cues[at] >= 0) return false;
    finite ||= at > from && FINITE.has(classes[at]) && !isUpperAt(strip.text, strip.starts[at]);
  }
  return finite || (source !== null && !source.after && source.end === cue && isThing(strip, source.start, cue));
}

const FINITE: ReadonlySet<number> = new Set([WordClass.Verb, WordClass.Be, WordClass.Have, WordClass.Do, WordClass.Modal]);

function isTelling(strip: Strip, at: number): boolean {
  return strip.cues[at] >= 0 || strip.classes[at] === WordClass.Paper || isOneOf(strip, at, SAYINGS);
}

/** Whether a phrase's noun, the last word before its first preposition, is a plain one for a thing. */
function isThing(strip: Strip, start: number, end: number): boolean {
  const { classes } = strip;
  let head = start;
  while (head + 1 < end && !BEHIND_HEAD.has(classes[head + 1])) {
    // "Weld camp: …"
    if (classes[head] === WordClass.Capital) return false;
    head++;
  }
  const isPlain = classes[head] === WordClass.Lower || classes[head] === WordClass.Plural || classes[head] === WordClass.Ing;
  return isPlain && !isNounOfSource(classes[head]) && !isTelling(strip, head) && nounType(wordAt(strip, head)) === null;
}

const BEHIND_HEAD: ReadonlySet<number> = new Set([...PREPOSITIONS, WordClass.Comma]);
