import { nounType } from "../identity/rolePhrases.js";
import { headOfRelative, isObjectBefore, oneOfWhom, openingSubject, whoBefore, whoIsHeard, withoutParticiple } from "./clauseSubjects.js";
import { beforeColon, behindColon, isVoice, isWhereSaid, withoutLabel, withoutLead } from "./colonSources.js";
import { CUE_WORDS, CueForm } from "./cueLexicon.js";
import type { CueReading } from "./cueReading.js";
import cueWords from "./cues.json" with { type: "json" };
import functionWords from "./functionWords.json" with { type: "json" };
import { isSpokenTo } from "./headlinePassives.js";
import { whoIsQuoted } from "./quotedAs.js";
import { withReducedClause } from "./reducedClauses.js";
import { beforeRelative, beforeWho } from "./relativeSources.js";
import { senderBefore } from "./senders.js";
import { isMeans, nameBefore, withWhoIsFrom } from "./sourceAsides.js";
import type { SourceCandidate } from "./sourceCandidates.js";
import { isOneOf, type Strip, wordAt } from "./strips.js";
import { Auxiliary } from "./verbGroup.js";
import { WordClass } from "./wordClasses.js";
import { WordTest } from "./wordTest.js";

const BEFORE_ASIDE: ReadonlySet<number> = new Set([WordClass.Comma, WordClass.Subordinator]);
const WHAT_IS_ASKED: ReadonlySet<number> = new Set([
  WordClass.About,
  WordClass.Whether,
  WordClass.Who,
  WordClass.By,
  WordClass.For,
  WordClass.Preposition,
  WordClass.To,
]);
/** In small letters: "USA Today" is no time. */
const NO_SOURCE = new WordTest([...functionWords.deictic, "used"]);
const CUE_ADVERBS: ReadonlySet<string> = new Set(Object.values(cueWords.adverbs).flat());

/**
 * The source of a cue by the clause it stands in, which the ranking of its candidates does not see: nobody before "asked" in "Ada Byron,
 * asked about the bridge, smiled", and in "a clerk, who was ill, said" the clerk, not "who".
 * @param source the candidate that was chosen for the reading.
 */
export function clauseSource(strip: Strip, reading: CueReading, source: SourceCandidate): SourceCandidate | null {
  const found = sourceOfClause(strip, reading, source);
  return found && withoutClock(strip, beforeColonsVerb(strip, found));
}

/** "Weld" of "In her affidavit, Weld states: “…”", where the colon was read as the cue. */
function beforeColonsVerb({ classes, cues }: Strip, source: SourceCandidate): SourceCandidate {
  const last = source.end - 1;
  if (classes[source.end] !== WordClass.Colon || last <= source.start || classes[last - 1] !== WordClass.Capital) return source;
  return CUE_WORDS[cues[last]]?.form === CueForm.Third ? { ...source, end: last, long: false } : source;
}

const CLOCK = /^\d{1,2}[:.]\d{2}$/;

/** "The ministry" of "14:32 The ministry has warned", as reports that are written while something happens have it. */
function withoutClock({ classes, text, starts, ends }: Strip, source: SourceCandidate): SourceCandidate {
  const { start, end } = source;
  if (start > 0 || classes[0] !== WordClass.Number || end === 1 || !CLOCK.test(text.slice(starts[0], ends[0]))) return source;
  return { ...source, start: 1 };
}

function sourceOfClause(strip: Strip, reading: CueReading, source: SourceCandidate): SourceCandidate | null {
  if (source.after) return isMeans(strip, source) ? null : sourceBehind(strip, reading, source);
  if (isAskedAside(strip, reading) || isSpokenOf(strip, reading) || isNewsOf(strip, reading, source)) return null;
  if (isSpokenTo(strip, reading, source)) return null;
  // "The reply ran to a sentence: “…”"
  if (source.end === source.start + 1 && isOneOf(strip, source.start, ARTICLES)) return null;
  const quoted = whoIsQuoted(strip, reading.cue, reading.from);
  if (quoted) return quoted;
  const owner = ownerOf(strip, reading);
  if (owner && (owner.start >= source.end || owner.end <= source.start)) return owner;
  const denier = behindClaim(strip, reading, source);
  if (denier) return denier;
  const head = headOfRelative(strip, reading, source);
  if (head) return head;
  const heard = whoIsHeard(strip, reading);
  if (heard) return heard;
  const part = oneOfWhom(strip, reading);
  if (part && source.end <= part.end) return part;
  const who = whoBefore(strip, reading);
  if (who && source.end <= who.start) return who;
  if (isObjectBefore(strip, reading, source)) return openingSubject(strip, reading.from, source.start - 1);
  if (isVoice(strip, reading, source)) return { ...source, end: source.end - 1 };
  if (isWhereSaid(strip, reading, source)) return null;
  const sender = strip.classes[reading.cue] === WordClass.Colon ? senderBefore(strip, reading.from, source) : null;
  if (sender) return sender;
  if (strip.classes[reading.cue] === WordClass.Colon && source.start === 0 && source.end === reading.cue)
    return beforeColon(strip, withoutLead(strip, source));
  const from = withWhoIsFrom(strip, reading.from, source);
  if (from !== source) return from;
  const told = beforeWho(strip, source);
  if (told) return told;
  const reduced = withReducedClause(strip, reading.from, reading.verb.start, source);
  if (reduced !== source) return reduced;
  const own = withoutParticiple(strip, reading.from, source);
  const whole = own === source ? withApposed(strip, reading.from, beforeRelative(strip, reading, source)) : own;
  return withoutVerb(strip, withoutLast(strip, reading, withoutLead(strip, withoutLabel(strip, whole))));
}

function sourceBehind(strip: Strip, { cue }: CueReading, source: SourceCandidate): SourceCandidate | null {
  const { cues } = strip;
  if (strip.classes[cue] === WordClass.Colon) return behindColon(strip, cue, source);
  if (ACCUSING.has(CUE_WORDS[cues[cue]].lemma)) return beforeCharge(strip, source);
  // "according to a letter seen by the Oslo Times"
  return strip.classes[cue] === WordClass.According ? withReducedClause(strip, cue + 2, source.end, source) : source;
}

/** With these verbs "of" begins what is said. */
const ACCUSING: ReadonlySet<string> = new Set(["accuse", "warn", "inform", "remind", "assure", "notify", "tell"]);

/** "Ada Byron" of "was accused by Ada Byron of theft", "the union" of "accused by the union of lying": "of" is in a name where a capital follows. */
function beforeCharge({ classes }: Strip, source: SourceCandidate): SourceCandidate {
  for (let at = source.end - 1; at > source.start; at--)
    if (
      classes[at] === WordClass.Of &&
      classes[at - 1] === WordClass.Capital &&
      classes[at + 1] !== WordClass.Capital &&
      !NAMED_OF.has(classes[at + 1])
    )
      return { ...source, end: at };
  for (let at = source.start + 1; at < source.end; at++)
    if (classes[at] === WordClass.Of && classes[at + 1] === WordClass.Ing) return { ...source, end: at };
  return source;
}

/** "the Bank of the South" */
const NAMED_OF: ReadonlySet<number> = new Set([WordClass.Determiner, WordClass.Possessive]);

const ARTICLES = new WordTest(["the", "a", "an"]);

/** "Kerr" of "lied, a claim Kerr denies", "the mayor" of "an allegation the mayor rejects": whose verb it is, behind what it has. */
function behindClaim(strip: Strip, { verb }: CueReading, source: SourceCandidate): SourceCandidate | null {
  const { classes } = strip;
  const { start, end } = source;
  const isClaim = end === verb.start && end - start > 2 && isOneOf(strip, start, ARTICLES) && classes[start + 1] === WordClass.CueNoun;
  return isClaim && OPENS_SUBJECT.has(classes[start + 2]) ? { ...source, start: start + 2 } : null;
}

const OPENS_SUBJECT: ReadonlySet<number> = new Set([WordClass.Capital, WordClass.Determiner, WordClass.Possessive]);

/** "Weld" of "The paper seized on Weld's claim that": whose claim it is. */
function ownerOf({ classes, text, starts, ends }: Strip, { cue, from }: CueReading): SourceCandidate | null {
  if (cue < from + 2) return null;
  const isPossessive = (at: number): boolean => /^['’]s?$/.test(text.slice(starts[at], ends[at]));
  const end = isPossessive(cue - 1) ? cue - 1 : DESCRIBING.has(classes[cue - 1]) && isPossessive(cue - 2) ? cue - 2 : -1;
  const start = end < 0 ? end : nameBefore({ text, starts }, end, from);
  return start < end ? { start, end, after: false, long: false } : null;
}

const DESCRIBING: ReadonlySet<number> = new Set([WordClass.Lower, WordClass.Ed, WordClass.Verb, WordClass.CueVerb]);

/** "Mark Hill, the minister" of "Mark Hill, the minister, who leads a group, has asked", of which the phrase in apposition was chosen. */
function withApposed(strip: Strip, from: number, source: SourceCandidate): SourceCandidate {
  const { classes } = strip;
  const comma = source.start - 1;
  const isClosed = [source.end, source.end - 1, source.end - 2].some((at) => at > source.start && classes[at] === WordClass.Comma);
  if (classes[source.start] !== WordClass.Determiner || classes[comma] !== WordClass.Comma) return source;
  const start = nameBefore(strip, comma, 0);
  if (!isClosed && !isWholeName(strip, start, comma, from)) return source;
  // "In Oslo, the minister, Ada Byron, said": the first name says where.
  if (start < comma && (classes[start] === WordClass.Preposition || classes[start - 1] === WordClass.Preposition)) return source;
  if (start < comma) return { ...source, start, long: true };
  // "my grandmother"
  const isKin = comma > 1 && classes[comma - 2] === WordClass.Possessive && nounType(wordAt(strip, comma - 1)) === "person";
  return isKin ? { ...source, start: comma - 2, long: true } : source;
}

/** "Mark Hill, a nurse from Oslo said": two words or more with capitals that a sentence begins with, and that are none for a time. */
function isWholeName({ classes }: Strip, start: number, end: number, from: number): boolean {
  if (start !== from || end < start + 2) return false;
  for (let at = start; at < end; at++) if (!IN_NAME.has(classes[at])) return false;
  return classes[end - 1] === WordClass.Capital;
}

/** "Mark" and "Grace" can be other words, too. */
const IN_NAME: ReadonlySet<number> = new Set([WordClass.Capital, WordClass.Verb, WordClass.CueVerb, WordClass.CueNoun]);

const FINITE: ReadonlySet<number> = new Set([WordClass.Ed, WordClass.Verb, WordClass.CueVerb]);
/** What stands behind a verb, and not behind a participle that describes a noun: "failed to", "held an", but "backed militias". */
const BEHIND_VERB: ReadonlySet<number> = new Set([
  WordClass.Determiner,
  WordClass.Possessive,
  WordClass.Preposition,
  WordClass.To,
  WordClass.With,
  WordClass.About,
  WordClass.Adverb,
  WordClass.Time,
  WordClass.ObjectPronoun,
]);

const PRESENT: ReadonlySet<number> = new Set([WordClass.CueVerb, WordClass.CueNoun, WordClass.Verb]);
const PLURALS: ReadonlySet<number> = new Set([WordClass.Plural, WordClass.Person]);

const PUTTING: ReadonlySet<string> = new Set(functionWords.putting);
const PASTS = new WordTest(functionWords.pasts);
const GIVING: ReadonlySet<string> = new Set(functionWords.giving);

/** "Weld" of "Weld failed to", "Weld" of "Weld held a session and": a name that the verb of a clause of its own follows. */
function withoutVerb({ classes, text, starts, ends }: Strip, source: SourceCandidate): SourceCandidate {
  for (let at = source.start; at < source.end; at++) {
    if (classes[at] === WordClass.Comma || classes[at] === WordClass.Who || classes[at] === WordClass.That) return source;
    if (at === source.start) continue;
    // "Weld's aides reject this, arguing"
    const isLast = at + 1 === source.end && classes[source.end] === WordClass.It;
    if (isLast && PRESENT.has(classes[at]) && PLURALS.has(classes[at - 1])) return { ...source, end: at, long: false };
    if (classes[at - 1] !== WordClass.Capital) continue;
    // "as Weld put it, to recognise"
    if (at + 1 === source.end && classes[source.end] === WordClass.It && PUTTING.has(text.slice(starts[at], ends[at])))
      return { ...source, end: at, long: false };
    // "Weld rose to say"
    if (at + 1 === source.end && classes[at] === WordClass.Lower && classes[source.end] === WordClass.To)
      return { ...source, end: at, long: false };
    // "Weld sent Roth a letter saying"
    if (at + 1 < source.end && GIVING.has(text.slice(starts[at], ends[at]))) return { ...source, end: at, long: false };
    if (PASTS.has(text, starts[at], ends[at])) return { ...source, end: at, long: false };
    // Of a plain word behind a name a determiner behind it makes a verb: "Weld struck another note".
    const isStruck = classes[at] === WordClass.Lower && at + 1 < source.end && classes[at + 1] === WordClass.Determiner;
    if (!FINITE.has(classes[at]) && !isStruck) continue;
    if (at + 1 === source.end || BEHIND_VERB.has(classes[at + 1])) return { ...source, end: at, long: false };
  }
  return source;
}

/**
 * "The ministry today said", "Weld last month told", "Weld allegedly told", "My father used to say": what stands right before the verb is
 * none of the source's words.
 */
function withoutLast({ classes, cues, text, starts, ends }: Strip, { verb }: CueReading, source: SourceCandidate): SourceCandidate {
  let { end } = source;
  for (let at = end; at < verb.start; at++) if (classes[at] !== WordClass.Time) return source;
  if (end === verb.start && end > source.start + 1 && isShotBack(text, starts, ends, verb.start)) end--;
  const isNone = (at: number): boolean =>
    classes[at] === WordClass.Adverb ||
    CUE_ADVERBS.has(CUE_WORDS[cues[at]]?.text) ||
    NO_SOURCE.has(text, starts[at], ends[at]) ||
    (classes[at + 1] === WordClass.Time && LEADS_TIME.has(text, starts[at], ends[at])) ||
    (classes[at] === WordClass.Time && at > source.start + 1 && LEADS_TIME.has(text, starts[at - 1], ends[at - 1]));
  while (end > source.start + 1 && (isNone(end - 1) || (end < source.end && classes[end - 1] === WordClass.Comma))) end--;
  return end === source.end ? source : { ...source, end };
}

const LEADS_TIME = new WordTest(functionWords.leadsTime);

const BEFORE_BACK: ReadonlySet<string> = new Set(functionWords.beforeBack);

/** "Weld shot back": the verb stands before the word that was taken for one. */
function isShotBack(text: string, starts: Strip["starts"], ends: Strip["ends"], back: number): boolean {
  const word = (at: number): string => text.slice(starts[at], ends[at]);
  return back > 1 && word(back) === "back" && BEFORE_BACK.has(word(back - 1));
}

/** "The king, said to be tired, left", "a boat believed to carry arms": of whom something is said or thought is not who says it. */
function isSpokenOf({ classes, cues, text, starts, ends }: Strip, { cue, verb: { start, auxiliary } }: CueReading): boolean {
  if (classes[cue + 1] !== WordClass.To || CUE_WORDS[cues[cue]].form !== CueForm.Past) return false;
  if (auxiliary === Auxiliary.None && start > 0 && (classes[start - 1] === WordClass.Comma || classes[start - 1] === WordClass.Dash))
    return SAID_TO.has(text, starts[cue], ends[cue]);
  return start === cue && THOUGHT_TO.has(text, starts[cue], ends[cue]);
}

const THOUGHT_TO = new WordTest(functionWords.thoughtTo);
const SAID_TO = new WordTest([...functionWords.thoughtTo, ...functionWords.saidTo]);

/** "She would not be drawn on reports that a man had died": who tells of what others report does not report it. */
function isNewsOf({ classes, cues, text, starts, ends }: Strip, { cue, from }: CueReading, { end }: SourceCandidate): boolean {
  if (!NEWS.has(text, starts[cue], ends[cue]) || CUE_WORDS[cues[cue]].form === CueForm.Past || cue <= from + 1) return false;
  return end < cue && AFTER_WHICH_NEWS.has(classes[cue - 1]) && classes[cue + 1] === WordClass.That;
}

const NEWS = new WordTest(functionWords.news);
const AFTER_WHICH_NEWS: ReadonlySet<number> = new Set([
  WordClass.Preposition,
  WordClass.Of,
  WordClass.To,
  WordClass.By,
  WordClass.With,
  WordClass.About,
  WordClass.CueVerb,
]);

/** "Ada Byron, asked about the bridge, smiled": a comma ends the aside. */
function isAskedAside({ classes, cues, count }: Strip, { cue, to, verb: { start, auxiliary } }: CueReading): boolean {
  const { form, class: cueClass } = CUE_WORDS[cues[cue]];
  if (cueClass !== "asking" || form !== CueForm.Past || auxiliary !== Auxiliary.None || start === 0 || cue + 1 >= count) return false;
  if (!BEFORE_ASIDE.has(classes[start - 1]) || !WHAT_IS_ASKED.has(classes[cue + 1])) return false;
  let close = cue + 1;
  while (close < to && classes[close] !== WordClass.Comma && classes[close] !== WordClass.Dash) close++;
  return close < to;
}
