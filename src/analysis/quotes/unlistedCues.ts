import { UNLISTED_CUE } from "./cueLexicon.js";
import functionWords from "./functionWords.json" with { type: "json" };
import { type ClassedBlock, WORD_CLASSES, WordClass } from "./wordClasses.js";
import { WordTest } from "./wordTest.js";

/** What comes before the closing mark where the sentence goes on behind it. */
const GOES_ON = ",?!…—–-";
const MOST_NAMES = 4;

/**
 * Takes for cues the verbs that are not listed but stand where cues do, right behind a quotation: “It was never a foul,” he fumed.
 * @param cues is changed.
 */
export function addUnlistedCues(classes: Uint8Array, cues: Int16Array, ends: Int32Array, count: number, text: string): void {
  for (let at = 0; at + 2 < count; at++) {
    if (classes[at] !== WordClass.Quotation) continue;
    const isOutside = classes[at + 1] === WordClass.Comma;
    if (!isOutside && !GOES_ON.includes(text[ends[at] - 2])) continue;
    const verb = verbBehind(classes, cues, at + (isOutside ? 2 : 1), count);
    if (verb >= 0) cues[verb] = UNLISTED_CUE;
  }
}

/** The position of the verb in "he fumed", "my mother fumed" or "fumed Ada Byron" that begins at a position; -1 where nothing of the kind does. */
function verbBehind(classes: Uint8Array, cues: Int16Array, from: number, count: number): number {
  const classAt = (at: number): WordClass => (at < count ? classes[at] : WordClass.Edge);
  const isVerb = (at: number): boolean => (classAt(at) === WordClass.Ed || classAt(at) === WordClass.Verb) && cues[at] < 0;
  const first = classAt(from);
  if (isVerb(from)) return classAt(from + 1) === WordClass.Capital ? from : -1;
  let behind = from;
  if (first === WordClass.He || first === WordClass.They || first === WordClass.Speaker) behind++;
  else if (first === WordClass.Possessive || first === WordClass.Determiner) {
    behind++;
    while (behind < from + MOST_NAMES && (classAt(behind) === WordClass.Lower || classAt(behind) === WordClass.Person)) behind++;
    // "the Swede fumed"
    while (behind < from + MOST_NAMES && classAt(behind) === WordClass.Capital) behind++;
    if (classAt(behind - 1) !== WordClass.Person && classAt(behind - 1) !== WordClass.Capital) return -1;
  } else while (behind < from + MOST_NAMES && classAt(behind) === WordClass.Capital) behind++;
  return behind > from && isVerb(behind) && MAY_FOLLOW[classAt(behind + 1)] === 1 ? behind : -1;
}

/** The classes of words that can stand behind a verb of speaking without what it says. */
const MAY_FOLLOW = Uint8Array.from({ length: WORD_CLASSES }, (_, wordClass) => (mayFollow(wordClass) ? 1 : 0));

function mayFollow(wordClass: WordClass): boolean {
  switch (wordClass) {
    case WordClass.Edge:
    case WordClass.Stop:
    case WordClass.Comma:
    case WordClass.Dash:
    case WordClass.Adverb:
    case WordClass.Preposition:
    case WordClass.To:
    case WordClass.With:
    case WordClass.About:
    case WordClass.Time:
    case WordClass.Subordinator:
    case WordClass.Coordinator:
      return true;
    default:
      return false;
  }
}

const HOLDING = new WordTest(functionWords.holding);
const COURTS = new WordTest(functionWords.courts);
const LONGEST_ASIDE = 8;
/** What a clause begins with behind "that", and what hardly stands behind it where it points to a thing: "held that the lease was void", but "held that post". */
const OPENS_CLAUSE: ReadonlySet<number> = new Set([
  WordClass.Determiner,
  WordClass.Possessive,
  WordClass.He,
  WordClass.They,
  WordClass.It,
  WordClass.Speaker,
  WordClass.Capital,
  WordClass.Plural,
  WordClass.Subordinator,
  WordClass.Whether,
]);

/**
 * Takes for cues the verbs of courts and counsel that say something before "that" alone: "The court held (Opinion, May 3) that the lease was void".
 * @param block is changed.
 */
export function addThatCues({ classes, cues }: ClassedBlock, starts: Int32Array, ends: Int32Array, count: number, text: string): void {
  for (let that = 2; that + 1 < count; that++) {
    if (classes[that] !== WordClass.That || !OPENS_CLAUSE.has(classes[that + 1])) continue;
    const verb = verbBefore(classes, that);
    if (verb < 1 || cues[verb] >= 0 || !HOLDING.has(text, starts[verb], ends[verb])) continue;
    // "The museum holds that Picasso"
    if (classes[that + 1] === WordClass.Capital && !COURTS.has(text, starts[verb - 1], ends[verb - 1])) continue;
    cues[verb] = UNLISTED_CUE;
    classes[verb] = WordClass.CueVerb;
  }
}

/** The word before "that", or before the brackets that stand between. */
function verbBefore(classes: Uint8Array, that: number): number {
  if (classes[that - 1] !== WordClass.CloseBracket) return that - 1;
  for (let at = that - 2; at > 0 && at >= that - LONGEST_ASIDE; at--) if (classes[at] === WordClass.OpenBracket) return at - 1;
  return -1;
}
