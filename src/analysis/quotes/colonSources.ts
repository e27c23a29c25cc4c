import { isUpperAt } from "../text/characters.js";
import { compiled } from "../text/compiled.js";
import { CUE_WORDS, CueForm } from "./cueLexicon.js";
import type { CueReading } from "./cueReading.js";
import functionWords from "./functionWords.json" with { type: "json" };
import type { SourceCandidate } from "./sourceCandidates.js";
import { isOneOf, type Strip, wordAt } from "./strips.js";
import { WordClass } from "./wordClasses.js";
import { WordTest } from "./wordTest.js";

// Who speaks before and behind a colon: of headlines, labels and lead-ins.

const GIVING: ReadonlySet<string> = new Set(functionWords.giving);

/** "A second voice answers: “…”": behind a singular the last word before the colon is a verb. */
export function isVoice(strip: Strip, { cue }: CueReading, { start, end }: SourceCandidate): boolean {
  const last = end - 1;
  if (strip.classes[cue] !== WordClass.Colon || end !== cue || last <= start + 1 || strip.cues[last] < 0) return false;
  return CUE_WORDS[strip.cues[last]].form === CueForm.Third && isOneOf(strip, start, SINGULAR);
}

/** "Later that month on CNN: “…”", "Speaking to NBC: “…”": where or to whom something is said. */
export function isWhereSaid({ classes, text, starts, ends }: Strip, { cue }: CueReading, { start, end }: SourceCandidate): boolean {
  return classes[cue] === WordClass.Colon && end === cue && start > 0 && WHERE_SAID.has(text, starts[start - 1], ends[start - 1]);
}

const WHERE_SAID = new WordTest(["on", "to", "with", "at", "in"]);
const SINGULAR = new WordTest(["a", "an", "another"]);

/** "Hugh Hill" of "PUBLIC COMMENT: Hugh Hill asked". */
export function withoutLabel({ classes }: Strip, source: SourceCandidate): SourceCandidate {
  for (let at = source.end - 2; at > source.start; at--)
    if (classes[at] === WordClass.Colon) return { ...source, start: at + 1, long: false };
  return source;
}

/** What a headline tells of behind a quotation and a colon, and nobody who speaks: "“…”: Inside the Weld Disaster". */
const NO_SPEAKER = new WordTest(functionWords.headlineOpeners);

/** "Weld" of "“…”: Weld vows to rebuild", "Weld" of "“…”: Weld's terror": who a headline names, without what it goes on to tell. */
export function behindColon(strip: Strip, cue: number, source: SourceCandidate): SourceCandidate | null {
  const { text, starts, ends, classes } = strip;
  if (isOneOf(strip, cue + 1, NO_SPEAKER)) return null;
  const tells = classes[source.start] === WordClass.Capital ? TELLS_BEHIND_NAME : TELLS;
  for (let at = source.start + 1; at < source.end; at++) {
    const isPossessor = /^['’]s$/.test(text.slice(starts[at], ends[at])) && classes[at + 1] !== WordClass.Person;
    if (isPossessor || (!isUpperAt(text, starts[at]) && tells.has(classes[at]))) return { ...source, end: at, long: false };
  }
  return source;
}

/** "Hill" of "Hill warns rebels: “…”", "Minister" of "Minister on floods: “…”": who a headline gives the word, without what it tells of him. */
export function beforeColon(strip: Strip, source: SourceCandidate): SourceCandidate {
  const { classes } = strip;
  for (let at = source.start + 1; at + 1 < source.end; at++) {
    const isVerb = TELLS.has(classes[at]) || (classes[at] === WordClass.Plural && BEHIND_PLURAL.has(classes[at + 1]));
    const isDone = classes[at] === WordClass.Ed && classes[at - 1] === WordClass.Capital && BEHIND_DONE.has(classes[at + 1]);
    const isAbout = ABOUT.has(classes[at]) && (classes[at - 1] === WordClass.Capital || classes[at - 1] === WordClass.Person);
    // "Another source gave a plainer account: “…”"
    const isGiven = GIVING.has(wordAt(strip, at)) && BEHIND_DONE.has(classes[at + 1]);
    if (isVerb || isDone || isAbout || isGiven) return { ...source, end: at, long: false };
  }
  return source;
}

/** "Weld cabled Hill", "Weld phoned his mother": to whom. */
const BEHIND_DONE: ReadonlySet<number> = new Set([WordClass.Capital, WordClass.Determiner, WordClass.Possessive, WordClass.ObjectPronoun]);
const ABOUT: ReadonlySet<number> = new Set([WordClass.Preposition, WordClass.To, WordClass.About]);
const BEHIND_PLURAL: ReadonlySet<number> = new Set([
  WordClass.Particle,
  WordClass.Determiner,
  WordClass.Possessive,
  WordClass.ObjectPronoun,
]);
const TELLS: ReadonlySet<number> = new Set([WordClass.CueVerb, WordClass.Verb]);
const TELLS_BEHIND_NAME: ReadonlySet<number> = new Set([...TELLS, WordClass.CueNoun, WordClass.Ed, WordClass.Plural]);

/** "Q&A with chef Ann Weld: “…”": who is talked with. */
const LEAD = compiled(/^(?:(?:an?|our|the|exclusive)\s){0,2}(?:Q\s?&\s?A|interview|conversation|chat)s?\swith\s/i);
const LONGEST_LEAD = 40;

export function withoutLead({ text, starts }: Strip, source: SourceCandidate): SourceCandidate {
  const from = starts[source.start];
  const lead = LEAD.exec(text.slice(from, from + LONGEST_LEAD));
  if (lead === null) return source;
  let { start } = source;
  while (start < source.end && starts[start] < from + lead[0].length) start++;
  return start < source.end ? { ...source, start, long: false } : source;
}
