import { isUpperAt } from "../text/characters.js";
import { isAdjectiveCue } from "./adjectiveCues.js";
import { ContentSide } from "./contentCandidates.js";
import { CUE_WORDS, CueForm } from "./cueLexicon.js";
import { isPassive } from "./cuePlace.js";
import type { CueReading } from "./cueReading.js";
import { CueSetting } from "./cueSetting.js";
import functionWords from "./functionWords.json" with { type: "json" };
import { isIdle } from "./idleCues.js";
import { asSaying } from "./quotedAs.js";
import { isOneOf, isWord, type Strip } from "./strips.js";
import { isPronoun, WordClass } from "./wordClasses.js";
import { WordTest } from "./wordTest.js";

/** Whether a cue with a content reports no speech, since its object tells nothing of what was said, or it is the word of a name. */
export function tellsNothing(strip: Strip, reading: CueReading): boolean {
  return (
    saysNothing(strip, reading) ||
    isWork(strip, reading) ||
    isListener(strip, reading) ||
    isWhom(strip, reading) ||
    isNaming(strip, reading) ||
    isOfName(strip, reading) ||
    isRelative(strip, reading) ||
    isAskedOfYou(strip, reading) ||
    isAskedFor(strip, reading) ||
    isMeanwhile(strip, reading) ||
    isNounBehind(strip, reading) ||
    isSaidTo(strip, reading) ||
    isComing(strip, reading) ||
    isWhoIsQuoted(strip, reading) ||
    isTornQuotation(strip, reading) ||
    isAskedBy(strip, reading) ||
    asSaying(strip, reading.cue) >= 0 ||
    isAnonymity(strip, reading) ||
    isAdjectiveCue(strip, reading) ||
    isConcession(strip, reading) ||
    isWonOver(strip, reading) ||
    isBeaten(strip, reading) ||
    isIdle(strip, reading)
  );
}

const BEATING = new WordTest(functionWords.beating);

/** "Acme beats estimates", "profit tops forecasts": what is measured against says nothing here. */
function isBeaten(strip: Strip, { cue, from }: CueReading): boolean {
  return cue > from && strip.classes[cue] === WordClass.CueNoun && isOneOf(strip, cue - 1, BEATING);
}

const WINNING: ReadonlySet<string> = new Set(["persuade", "convince"]);

/** "Weld was not persuaded by the plan": what wins somebody over says nothing. */
function isWonOver({ classes, cues }: Strip, { cue, verb }: CueReading): boolean {
  return classes[verb.end] === WordClass.By && WINNING.has(CUE_WORDS[cues[cue]].lemma);
}

/** "That said, it was shut." */
function isConcession(strip: Strip, { cue, from }: CueReading): boolean {
  return cue === from + 1 && strip.classes[cue + 1] === WordClass.Comma && isWord(strip, cue, "said") && isWord(strip, from, "that");
}

/**
 * Whether what is said is told by a word that tells nothing of it ("said nothing", "thought so", "she was described"), by when it was, or
 * by a clause behind a comma.
 */
function saysNothing({ text, starts, ends, classes, cues }: Strip, { cue, content }: CueReading): boolean {
  const [{ start, end }] = content;
  if (content.length > 1) return false;
  // "remarked.[12]": the number of a note.
  if (end - start <= MOST_TOKENS_OF_NOTE && NOTE.test(text.slice(starts[start], ends[end - 1]))) return true;
  // "He seemed tired."
  if (CUE_WORDS[cues[cue]].isImpression && end - start < MOST_WORDS_OF_LOOKS && classes[start] !== WordClass.Quotation) return true;
  if (classes[start] === WordClass.Who && start > 0 && classes[start - 1] === WordClass.Comma) return true;
  if (end - start <= MOST_WORDS_OF_TIME && ENDS_TIME.has(text, starts[end - 1], ends[end - 1])) return true;
  // "That's what she said."
  if (end - start <= 3 && end === cue - 1 && classes[end - 1] === WordClass.Who) return true;
  // "He cried a little."
  if (end - start === 2 && classes[start] === WordClass.Determiner && BIT.has(text, starts[start + 1], ends[start + 1])) return true;
  if (end - start > 1) return EMPTY.has(text, starts[start], ends[start]) && BEHIND_EMPTY.has(classes[start + 1]);
  if (!/[\p{L}\p{N}]/u.test(text.slice(starts[start], ends[start]))) return true;
  // "denied it" and "confirmed this" say what of
  // "She thinks about it."
  if (classes[start] === WordClass.It && start > cue + 1 && classes[start - 1] === WordClass.About) return true;
  if (classes[start] === WordClass.It || classes[start] === WordClass.That) return CUE_WORDS[cues[cue]].class === "neutral";
  return isPronoun(classes[start]) || classes[start] === WordClass.ObjectPronoun || EMPTY.has(text, starts[start], ends[start]);
}

/** "Can you say your name?", "Did you write that down?": what the one who is asked said or did not say. */
function isAskedOfYou({ text, starts, ends, classes }: Strip, { source }: CueReading): boolean {
  if (!source || source.start === 0 || classes[source.start] !== WordClass.Speaker) return false;
  return INVERTED.has(classes[source.start - 1]) && text.slice(starts[source.start], ends[source.start]).toLowerCase() === "you";
}

/** "Who told you about the crane?": the question asks for the one who said it. */
function isAskedFor({ text, ends, classes }: Strip, { source, from, to }: CueReading): boolean {
  if (!source || source.after || source.end !== source.start + 1 || classes[source.start] !== WordClass.Who) return false;
  const opens = source.start === from || !BEFORE_RELATIVE.has(classes[source.start - 1]);
  return opens && text[ends[to - 1] - 1] === "?";
}

/**
 * "Reporters put the report to Weld", "after a blast in Oslo", "the learned judge": behind an article it is no verb, and what stands before
 * is none of its source.
 */
function isNounBehind(strip: Strip, { cue, source }: CueReading): boolean {
  if (cue === 0 || !isOneOf(strip, cue - 1, ARTICLES)) return false;
  if (source !== null && !source.after && source.end === cue && source.end > source.start + 1) return true;
  const { form, isNoun } = CUE_WORDS[strip.cues[cue]];
  return !isNoun && BEHIND_ARTICLE.has(form);
}

/** The forms of a verb that an article makes a noun or a word for one. */
const BEHIND_ARTICLE: ReadonlySet<CueForm> = new Set([CueForm.Base, CueForm.Third, CueForm.Past, CueForm.Participle]);

const ARTICLES = new WordTest(["the", "a", "an"]);

/** "Residents boo as the council votes", "Hill laughed when told of it": behind a noise that somebody makes, when it was. */
function isMeanwhile(strip: Strip, { cue, side, content: [{ start }] }: CueReading): boolean {
  if (side !== ContentSide.After || start > cue + 2 || !NOISES.has(CUE_WORDS[strip.cues[cue]].lemma)) return false;
  return isOneOf(strip, cue + 1, MEANWHILE);
}

const NOISES: ReadonlySet<string> = new Set(functionWords.noises);
const MEANWHILE = new WordTest(["as", "when", "while", "until", "before", "after"]);

/** What "who" refers to, or the comma before it. */
const BEFORE_RELATIVE: ReadonlySet<WordClass> = new Set([
  WordClass.Comma,
  WordClass.Dash,
  WordClass.CloseBracket,
  WordClass.Capital,
  WordClass.Lower,
  WordClass.Person,
  WordClass.Plural,
  WordClass.Body,
  WordClass.They,
  WordClass.ObjectPronoun,
  WordClass.That,
]);

const INVERTED: ReadonlySet<WordClass> = new Set([WordClass.Do, WordClass.Modal, WordClass.Be, WordClass.Have]);

/** "said a prayer", "wrote four novels about it": what was spoken or written, and nothing of what it says. */
function isWork({ cues, classes, text, starts, ends }: Strip, { cue, content }: CueReading): boolean {
  const works = WORKS.get(CUE_WORDS[cues[cue]].lemma);
  const [{ end }] = content;
  const start = cue + 1;
  if (works === undefined || content[0].start < start || content[0].start > start + MOST_WORDS_OF_WORK) return false;
  let head = start;
  while (head + 1 < end && head < start + MOST_WORDS_OF_WORK && IN_WORK.has(classes[head + 1])) head++;
  return works.has(text.slice(starts[head], ends[head]));
}

/** "asked not to be named", "declined to be identified": that the text withholds a name. */
function isAnonymity({ text, starts, ends }: Strip, { content }: CueReading): boolean {
  const [{ start, end }] = content;
  return end - start <= MOST_WORDS_OF_ANONYMITY && ANONYMITY.test(text.slice(starts[start], ends[end - 1]));
}

/** "spoke to reporters in her kitchen": to whom, and nothing of what. */
export function isListener({ cues, classes }: Strip, { cue, content }: CueReading): boolean {
  const to = classes[cue + 1] === WordClass.To || classes[cue + 1] === WordClass.With;
  return to && TALKING.has(CUE_WORDS[cues[cue]].lemma) && content[0].start <= cue + 2 && content[0].start > cue;
}

/** "said nothing in a letter", but "said nothing would change". */
const BEHIND_EMPTY: ReadonlySet<WordClass> = new Set([WordClass.Preposition, WordClass.Time]);

const MOST_TOKENS_OF_NOTE = 4;
const NOTE = /^[.,;]?\[\d{1,3}\]$/;

/** "Weld is said to want it", "Weld, described as armed, fled", "known to neighbours as Big Al": who is so spoken of is not what is said. */
function isSaidTo({ classes, text, starts, ends }: Strip, { cue, source, content }: CueReading): boolean {
  if (source !== null) return false;
  const isTo = classes[cue + 1] === WordClass.To;
  const isAs = !isTo && text.slice(starts[cue + 1], ends[cue + 1]) === "as";
  return ((isTo || isAs) && content[content.length - 1].end <= cue) || (isTo && text.slice(starts[cue], ends[cue]) === "known");
}

/** "called at the offices", "was called to a meeting", "reports to the director": where somebody came, and to whom somebody answers. */
function isComing(strip: Strip, { cue, side, verb }: CueReading): boolean {
  if (side !== ContentSide.After) return false;
  const { lemma } = CUE_WORDS[strip.cues[cue]];
  if (lemma === "call") return isOneOf(strip, cue + 1, COMING) || (isOneOf(strip, cue + 1, TOWARDS) && isPassive(strip, cue, verb));
  return lemma === "report" && isOneOf(strip, cue + 1, TOWARDS) && !isMarkedBehind(strip, cue);
}

const COMING = new WordTest(["at", "in", "into", "round"]);
const TOWARDS = new WordTest(["to"]);

/** Whether the shape of what stands behind a cue is that of somebody to whom a clause is told. */
function isMarkedBehind({ settings }: Strip, cue: number): boolean {
  return settings[cue] === CueSetting.PrepositionMarked || settings[cue] === CueSetting.PhraseMarked;
}

/** "Quoting the poet John Hill, the bishop told": who is quoted, and not what. */
function isWhoIsQuoted({ cues, classes }: Strip, { cue, side, content }: CueReading): boolean {
  const [{ start, end }] = content;
  if (content.length > 1 || side !== ContentSide.After || CUE_WORDS[cues[cue]].lemma !== "quote") return false;
  if (end - start > MOST_WORDS_OF_WHOM || classes[end - 1] !== WordClass.Capital) return false;
  for (let at = start; at < end; at++) if (!NAMES_WHOM.has(classes[at]) && classes[at] !== WordClass.Lower) return false;
  return true;
}

/** "Asked by a reporter, the officials left": the main clause is not what was asked. */
function isAskedBy({ classes }: Strip, { cue, from, source, side, content: [{ start }] }: CueReading): boolean {
  return cue === from && classes[cue + 1] === WordClass.By && side === ContentSide.After && source !== null && start === source.end + 1;
}

/** "drove over it every day,” said Weld": the rest of a quotation whose first mark the text has lost, and who knows how much of it. */
function isTornQuotation({ text, starts, ends, classes }: Strip, { side, content: [{ start, end }] }: CueReading): boolean {
  if (side !== ContentSide.Before || classes[end - 1] === WordClass.Quotation) return false;
  return text[ends[end - 1] - 1] === "”" && !text.slice(starts[start], ends[end - 1]).includes("“");
}

const MOST_WORDS_OF_ANONYMITY = 40;
const ANONYMITY =
  /^(?:not\s)?to\s(?:not\s)?be\s(?:named|identified|quoted|called)\b|^(?:to\sremain\s)?anonym(?:ous|ity)\b|^to\sgive\s(?:his|her|their|a)\s(?:\w+\s)?(?:sur|last\s)?names?\b|^that\s(?:only\s)?(?:his|her|their)\s(?:\w+\s)?(?:sur|nick)?names?\s(?:not\s)?be\b/i;

const TALKING: ReadonlySet<string> = new Set(["speak", "talk", "write"]);

const WORKS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["say", new Set(functionWords.spoken)],
  ["write", new Set(functionWords.written)],
  ["answer", new Set(functionWords.answered)],
]);
const MOST_WORDS_OF_WORK = 6;
const IN_WORK: ReadonlySet<number> = new Set([
  WordClass.Lower,
  WordClass.Plural,
  WordClass.Number,
  WordClass.Capital,
  WordClass.Ing,
  WordClass.Ed,
  WordClass.CueNoun,
  WordClass.Paper,
]);

const CONTENT_WORDS: ReadonlySet<number> = new Set([
  WordClass.Lower,
  WordClass.Plural,
  WordClass.Ed,
  WordClass.Ing,
  WordClass.Person,
  WordClass.Body,
]);

/** "the Champions Trophy": a cue's word with a capital is part of a name, in a sentence that is not written as a headline is. */
function isOfName({ classes, text, starts }: Strip, { cue, from, to }: CueReading): boolean {
  if (cue === from || !isUpperAt(text, starts[cue])) return false;
  for (let at = from; at < to; at++) if (CONTENT_WORDS.has(classes[at]) && !isUpperAt(text, starts[at])) return true;
  return false;
}

const VERBS: ReadonlySet<number> = new Set([
  WordClass.Ed,
  WordClass.Verb,
  WordClass.CueVerb,
  WordClass.Be,
  WordClass.Have,
  WordClass.Do,
  WordClass.Modal,
]);

/** "A blast that killed two": behind a noun "that" with a verb of its own tells of the thing, and not of what was said. */
function isRelative({ classes }: Strip, { cue, content: [{ start, end }] }: CueReading): boolean {
  if (classes[cue] !== WordClass.CueNoun || cue === 0 || classes[cue - 1] !== WordClass.Determiner) return false;
  return classes[start] === WordClass.That && start + 1 < end && VERBS.has(classes[start + 1]);
}

/** Words that are only in what names a person or a body. */
const NAMES_WHOM: ReadonlySet<number> = new Set([
  WordClass.Determiner,
  WordClass.Number,
  WordClass.Possessive,
  WordClass.Capital,
  WordClass.Person,
  WordClass.Body,
]);
const MOST_WORDS_OF_WHOM = 6;

/** Whether the object is somebody, and not what is said: "warned the ministry", "named two of the officers". */
function isWhom({ classes }: Strip, { content, side }: CueReading): boolean {
  const [{ start, end }] = content;
  if (content.length > 1 || side !== ContentSide.After || end - start > MOST_WORDS_OF_WHOM) return false;
  for (let at = start; at < end; at++) if (!NAMES_WHOM.has(classes[at])) return false;
  return classes[end - 1] !== WordClass.Capital;
}

/** "A driver named Roe stopped", "The ship, named Aurora, sank": a participle that says what something or somebody new is called. */
function isNaming({ classes, text, starts, ends }: Strip, { cue, verb, source, content }: CueReading): boolean {
  const word = (at: number): string => text.slice(starts[at], ends[at]);
  if (word(cue) === "known" && word(cue + 1) === "as") return true;
  if (!NAMING.has(text, starts[cue], ends[cue]) || classes[cue + 1] !== WordClass.Capital) return false;
  if (verb.start === cue && cue > 0 && classes[cue - 1] === WordClass.Comma) return true;
  if (source === null || source.after || source.end !== verb.start) return false;
  return content[0].start === cue + 1 && NEW.has(text.slice(starts[source.start], ends[source.start]).toLowerCase());
}

const NAMING = new WordTest(functionWords.naming);
const NEW: ReadonlySet<string> = new Set(functionWords.indefinite);

const EMPTY = new WordTest(functionWords.empty);
const BIT = new WordTest(functionWords.bits);
const ENDS_TIME = new WordTest([...functionWords.deictic, ...functionWords.endsTime]);
const MOST_WORDS_OF_TIME = 4;
const MOST_WORDS_OF_LOOKS = 3;
