import { bytes } from "../text/arena.js";
import { WORD_CLASSES, WordClass } from "./wordClasses.js";

/** The shape of what stands behind a cue. */
export const enum CueSetting {
  /** The clause ends. */
  End = 0,
  /** "that", "whether", a question's word, a colon. */
  Marked = 1,
  Quotation = 2,
  /** A pronoun that can be a subject: "said he", "says they are". */
  Subject = 3,
  /** A noun phrase with a verb of its own behind it: "said the bill was bad". */
  Clause = 4,
  /** A noun phrase with such a clause behind it, or a quotation: "told reporters that". */
  PhraseMarked = 5,
  /** A noun phrase with an infinitive behind it: "asked him to". */
  PhraseTo = 6,
  /** A noun phrase by itself: "found two mistakes". */
  Phrase = 7,
  To = 8,
  /** A preposition with such a clause somewhere behind it: "said in a statement that". */
  PrepositionMarked = 9,
  Preposition = 10,
  Other = 11,
  /** The same, by the prepositions that say most: "responded by", "disagreed with", "spoke about". */
  By = 12,
  With = 13,
  About = 14,
}
export const CUE_SETTINGS = 15;

/** What a word of a class does to the phrase behind a cue. */
const enum Step {
  Ends = 0,
  Goes = 1,
  Connects = 2,
  Marks = 3,
  Verb = 4,
  To = 5,
}

const STEPS = Uint8Array.from({ length: WORD_CLASSES }, (_, wordClass) => stepOf(wordClass));

function stepOf(wordClass: WordClass): Step {
  switch (wordClass) {
    case WordClass.Lower:
    case WordClass.Capital:
    case WordClass.He:
    case WordClass.They:
    case WordClass.Speaker:
    case WordClass.Reflexive:
    case WordClass.It:
    case WordClass.ObjectPronoun:
    case WordClass.Possessive:
    case WordClass.Determiner:
    case WordClass.Number:
    case WordClass.Plural:
    case WordClass.Person:
    case WordClass.Paper:
    case WordClass.Body:
    case WordClass.Time:
    case WordClass.CueNoun:
    case WordClass.Ing:
    case WordClass.Ed:
    case WordClass.Adverb:
    case WordClass.Negation:
    case WordClass.Link:
    case WordClass.Other:
      return Step.Goes;
    case WordClass.Of:
    case WordClass.For:
    case WordClass.Preposition:
    case WordClass.By:
    case WordClass.With:
    case WordClass.About:
    case WordClass.Particle:
    case WordClass.Coordinator:
      return Step.Connects;
    case WordClass.That:
    case WordClass.Who:
    case WordClass.Whether:
    case WordClass.Colon:
    case WordClass.Quotation:
      return Step.Marks;
    case WordClass.Modal:
    case WordClass.Be:
    case WordClass.Have:
    case WordClass.Do:
    case WordClass.CueVerb:
    case WordClass.Verb:
      return Step.Verb;
    case WordClass.To:
      return Step.To;
    default:
      return Step.Ends;
  }
}

const FARTHEST = 16;

/** The shape of what stands behind a cue, within its sentence. @param to behind the sentence's last position. */
function settingAt(classes: Uint8Array, cue: number, to: number): CueSetting {
  let at = cue + 1;
  while (at < to && classes[at] === WordClass.Adverb) at++;
  if (at >= to) return CueSetting.End;
  const first = classes[at];
  switch (STEPS[first]) {
    case Step.Marks:
      return first === WordClass.Quotation ? CueSetting.Quotation : CueSetting.Marked;
    case Step.To:
      return CueSetting.To;
    case Step.Verb:
      return CueSetting.Other;
    case Step.Connects:
      if (first === WordClass.Coordinator) return CueSetting.End;
      if (first === WordClass.About) return CueSetting.About;
      if (follows(classes, at + 1, to) === Step.Marks) return CueSetting.PrepositionMarked;
      if (first === WordClass.By) return CueSetting.By;
      return first === WordClass.With ? CueSetting.With : CueSetting.Preposition;
    case Step.Ends:
      return CueSetting.End;
    default:
      if (first === WordClass.He || first === WordClass.They || first === WordClass.Speaker) return CueSetting.Subject;
      return ofPhrase(follows(classes, at + 1, to));
  }
}

function ofPhrase(step: Step): CueSetting {
  switch (step) {
    case Step.Verb:
      return CueSetting.Clause;
    case Step.Marks:
      return CueSetting.PhraseMarked;
    case Step.To:
      return CueSetting.PhraseTo;
    default:
      return CueSetting.Phrase;
  }
}

/** What ends the phrase that goes on at a position. */
function follows(classes: Uint8Array, from: number, to: number): Step {
  const last = Math.min(to, from + FARTHEST);
  for (let at = from; at < last; at++) {
    const step = STEPS[classes[at]];
    if (step !== Step.Goes && step !== Step.Connects) return step;
  }
  return Step.Ends;
}

/** Those of a strip without a cue: nobody asks for them. */
const NO_SETTINGS = new Uint8Array(0);

/** For each position with a cue, the shape of what stands behind it. @param sentences where each begins; the last entry is the count. */
export function readSettings(classes: Uint8Array, cues: Int16Array, sentences: readonly number[], count: number): Uint8Array {
  let first = 0;
  while (first < count && cues[first] < 0) first++;
  if (first === count) return NO_SETTINGS;
  const settings = bytes(count);
  let sentence = 0;
  for (let at = first; at < count; at++) {
    if (cues[at] < 0) continue;
    while (sentences[sentence + 1] <= at) sentence++;
    settings[at] = settingAt(classes, at, sentences[sentence + 1]);
  }
  return settings;
}
