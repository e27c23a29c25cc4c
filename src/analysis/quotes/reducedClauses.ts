import type { CueReading } from "./cueReading.js";
import functionWords from "./functionWords.json" with { type: "json" };
import type { SourceCandidate } from "./sourceCandidates.js";
import type { Strip } from "./strips.js";
import { isNounOfSource, WordClass } from "./wordClasses.js";
import { WordTest } from "./wordTest.js";

const IRREGULAR = new WordTest(functionWords.irregularParticiples);
const LONGEST_PHRASE = 12;

/** What stands between a participle and what it has: "obtained by", "speaking to", "marching against". */
const LINKS: ReadonlySet<number> = new Set([WordClass.By, WordClass.With, WordClass.To, WordClass.Preposition, WordClass.About]);

/** The words of a noun phrase with its own attributes, from the last back to the first. */
const IN_PHRASE: ReadonlySet<number> = new Set([
  WordClass.Lower,
  WordClass.Capital,
  WordClass.Plural,
  WordClass.Number,
  WordClass.Time,
  WordClass.Determiner,
  WordClass.Possessive,
  WordClass.CueNoun,
  WordClass.Of,
  WordClass.For,
  WordClass.Preposition,
  WordClass.With,
  WordClass.About,
  WordClass.Stop,
]);

/** What a subject stands behind. */
const BEFORE_SUBJECT: ReadonlySet<number> = new Set([
  WordClass.Edge,
  WordClass.Comma,
  WordClass.Dash,
  WordClass.Coordinator,
  WordClass.But,
  WordClass.That,
  WordClass.Subordinator,
  WordClass.Stop,
]);

/**
 * The whole subject of a cue's verb where what a participle in it has was taken for the source: "A letter obtained by the Oslo Times" of
 * "A letter obtained by the Oslo Times warns", "A source speaking to Norvik News" before "said".
 * @param from where the sentence begins. @param verb where the cue's verb begins.
 * @returns the same source elsewhere.
 */
export function withReducedClause(strip: Strip, from: number, verb: number, source: SourceCandidate): SourceCandidate {
  const { classes } = strip;
  const link = source.start - 1;
  if ((source.end !== verb && !source.after) || link <= from + 1 || !LINKS.has(classes[link])) return source;
  const participle = link - 1;
  if (!isParticiple(strip, participle)) return source;
  const start = startOfPhrase(strip, participle, from);
  return start < participle ? { ...source, start, long: true } : source;
}

/** Whether a cue is the participle by which a paper is what somebody has got or read: "a letter seen by the Oslo Times". */
export function isOfPaper(strip: Strip, { cue, verb }: CueReading): boolean {
  const { classes } = strip;
  return verb.start === cue && classes[cue - 1] === WordClass.Paper && classes[cue + 1] === WordClass.By && isParticiple(strip, cue);
}

function isParticiple({ classes, text, starts, ends }: Strip, at: number): boolean {
  if (classes[at] === WordClass.Ed || classes[at] === WordClass.Ing || IRREGULAR.has(text, starts[at], ends[at])) return true;
  const isVerb = classes[at] === WordClass.Verb || classes[at] === WordClass.CueVerb;
  return isVerb && (text.startsWith("ed", ends[at] - 2) || text.startsWith("ing", ends[at] - 3));
}

/** Where the noun phrase begins that ends at a position and is its clause's subject; the position where it is none. */
function startOfPhrase({ classes }: Strip, end: number, from: number): number {
  if (!(isNounOfSource(classes[end - 1]) || NOUNS.has(classes[end - 1]))) return end;
  let start = end - 1;
  while (start > from && end - start < LONGEST_PHRASE && (IN_PHRASE.has(classes[start - 1]) || isNounOfSource(classes[start - 1]))) start--;
  if (start > from && !BEFORE_SUBJECT.has(classes[start - 1])) return end;
  // "On Monday a letter obtained by": what leads up to the subject is none of it.
  if (classes[start] === WordClass.Preposition || classes[start] === WordClass.Time)
    while (start < end && classes[start] !== WordClass.Determiner) start++;
  return start;
}

const NOUNS: ReadonlySet<number> = new Set([WordClass.Lower, WordClass.Plural, WordClass.Capital, WordClass.CueNoun]);
