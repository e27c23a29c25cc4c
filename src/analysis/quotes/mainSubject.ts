import { CueForm } from "./cueLexicon.js";
import type { CuePlace } from "./cuePlace.js";
import type { SourceCandidate } from "./sourceCandidates.js";
import type { Strip } from "./strips.js";
import { isNounOfSource, WORD_CLASSES, WordClass } from "./wordClasses.js";

const FARTHEST = 40;
const LONGEST_NAME = 4;

/**
 * "After saying that the bridge was shut, she left": who speaks is the subject of the clause behind the one with the participle, which
 * begins the sentence.
 * @returns the pronoun, the name or the noun phrase, right behind a comma or a quotation that ends with one; null for another cue.
 */
export function subjectOfMainClause({ strip, cue, from, to, form }: CuePlace): SourceCandidate | null {
  if (form !== CueForm.Ing || cue > from + 1 || (cue === from + 1 && !isLeading(strip, from))) return null;
  const { classes } = strip;
  const last = Math.min(to - 1, cue + FARTHEST);
  for (let at = cue + 1; at < last; at++) {
    if (!endsClause(strip, at)) continue;
    const end = subjectEnd(strip, at + 1, last);
    if (end > at + 1 && (GOES_ON[classes[end]] === 1 || isPlainVerb(strip, end))) return { start: at + 1, end, after: true, long: false };
  }
  return null;
}

/** "After", "By", "Without": what leads up to a participle. */
function isLeading({ classes }: Strip, at: number): boolean {
  const wordClass = classes[at];
  return wordClass === WordClass.Preposition || wordClass === WordClass.Subordinator || wordClass === WordClass.By;
}

/** Whether a comma stands at a position, or a quotation that ends with one. */
function endsClause({ classes, text, ends }: Strip, at: number): boolean {
  return classes[at] === WordClass.Comma || (classes[at] === WordClass.Quotation && text[ends[at] - 2] === ",");
}

function subjectEnd({ classes }: Strip, start: number, limit: number): number {
  const first = classes[start];
  if (first === WordClass.He || first === WordClass.They) return start + 1;
  const isDescribed = first === WordClass.Determiner || first === WordClass.Possessive;
  let end = isDescribed ? start + 1 : start;
  while (end < limit && end < start + LONGEST_NAME && (classes[end] === WordClass.Capital || (isDescribed && isNoun(classes[end])))) end++;
  return isDescribed && end === start + 1 ? start : end;
}

/** "left" behind a pronoun, "left the meeting" behind a name: a plain word that what stands around it makes a verb. */
function isPlainVerb({ classes }: Strip, at: number): boolean {
  const behind = classes[at + 1];
  if (classes[at - 1] === WordClass.He || classes[at - 1] === WordClass.They) return classes[at] === WordClass.Lower;
  if (classes[at] !== WordClass.Lower || classes[at - 1] !== WordClass.Capital) return false;
  return behind === WordClass.Determiner || behind === WordClass.Possessive || behind === WordClass.Preposition || behind === WordClass.To;
}

function isNoun(wordClass: WordClass): boolean {
  return wordClass === WordClass.Lower || wordClass === WordClass.Plural || isNounOfSource(wordClass);
}

/** The classes of words with which the clause goes on behind its subject. */
const GOES_ON = Uint8Array.from({ length: WORD_CLASSES }, (_, wordClass) => (goesOn(wordClass) ? 1 : 0));

function goesOn(wordClass: WordClass): boolean {
  switch (wordClass) {
    case WordClass.Be:
    case WordClass.Have:
    case WordClass.Do:
    case WordClass.Modal:
    case WordClass.Ed:
    case WordClass.Verb:
    case WordClass.CueVerb:
    case WordClass.Adverb:
      return true;
    default:
      return false;
  }
}
