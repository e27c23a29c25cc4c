import { ContentSide } from "./contentCandidates.js";
import { CUE_WORDS, CueForm } from "./cueLexicon.js";
import type { CueReading } from "./cueReading.js";
import { CueSetting } from "./cueSetting.js";
import functionWords from "./functionWords.json" with { type: "json" };
import { mayBeParticiple } from "./participles.js";
import { isOneOf, isWord, type Strip } from "./strips.js";
import { Auxiliary } from "./verbGroup.js";
import { isPronoun, WordClass } from "./wordClasses.js";
import { WordTest } from "./wordTest.js";

/** What a cue's word does that is no speech, by what stands right behind it. */
type Rule = (strip: Strip, reading: CueReading) => boolean;

/** Whether a word that can be a cue tells here what somebody does, to whom or when: each lemma in a clause of its own shape. */
export function isIdle(strip: Strip, reading: CueReading): boolean {
  const rule = RULES.get(CUE_WORDS[strip.cues[reading.cue]].lemma);
  return rule?.(strip, reading) === true || isWhen(strip, reading) || isHandled(strip, reading) || isLeftOpen(strip, reading);
}

/** "try to leave", "began to sing": the infinitive says what is done, unless it is one of saying, too. */
const doing: Rule = ({ classes, cues }, { cue }) => classes[cue + 1] === WordClass.To && cues[cue + 2] < 0;

/** "added to her lead", but "added to reporters that". */
const increasing: Rule = ({ classes }, { cue, content: [{ start }] }) =>
  classes[cue + 1] === WordClass.To && start === cue + 2 && classes[start] !== WordClass.That && classes[start] !== WordClass.Quotation;

/** "spoke at a meeting", "spoke for an hour": where, for whom and how long. */
const holdingForth: Rule = (strip, { cue, content: [{ start }] }) =>
  start > cue && start <= cue + MOST_BEFORE_PLACE && isOneOf(strip, cue + 1, WHERE_SPOKEN);
const WHERE_SPOKEN = new WordTest(functionWords.whereSpoken);
const MOST_BEFORE_PLACE = 3;

/** "showed me the house": to whom, and a thing. */
const showing: Rule = ({ classes, settings }, { cue }) =>
  classes[cue + 1] === WordClass.ObjectPronoun &&
  settings[cue] === CueSetting.Phrase &&
  (classes[cue + 2] === WordClass.Determiner || classes[cue + 2] === WordClass.Possessive);

/** "meaning that it is shut": what a thing amounts to. */
const amounting: Rule = ({ classes }, { cue }) => classes[cue + 1] === WordClass.That;

/** "called Bob from the station", "called off the search": whom somebody rang up, and what somebody put off. */
const calling: Rule = (strip, { cue, content: [{ start }] }) => {
  if (start !== cue + 1) return start === cue + 2 && isOneOf(strip, cue + 1, CALLED_OFF);
  return isOneOf(strip, start, CALLED_OFF) || isPersonAlone(strip, start);
};
const CALLED_OFF = new WordTest(["off", "up", "back", "in", "round", "by"]);

/** "questioned two men for an hour", "A man questioned in Leeds": whom the police ask, and nothing of what. */
const interrogating: Rule = (strip, { cue, verb, source, content: [{ start }] }) => {
  const { classes, cues, settings } = strip;
  const { form } = CUE_WORDS[cues[cue]];
  if (start <= cue || (form !== CueForm.Past && form !== CueForm.Ing)) return false;
  const isPassive =
    form === CueForm.Past &&
    verb.auxiliary === Auxiliary.None &&
    WHERE_ASKED.has(classes[cue + 1]) &&
    mayBeParticiple(strip, cue) &&
    source !== null;
  return (isPassive && settings[cue] !== CueSetting.PrepositionMarked) || (start === cue + 1 && isPersonAlone(strip, start));
};
const WHERE_ASKED: ReadonlySet<number> = new Set([
  WordClass.Preposition,
  WordClass.For,
  WordClass.By,
  WordClass.About,
  WordClass.Subordinator,
]);

/** "Anyone who saw it is asked to call": what a notice asks of everybody. */
const appealing: Rule = (strip, { cue, source, verb }) => {
  if (source !== null || verb.auxiliary !== Auxiliary.Be || strip.classes[cue + 1] !== WordClass.To) return false;
  for (let at = verb.start; at < cue; at++) if (isOneOf(strip, at, PRESENT)) return true;
  return false;
};
const PRESENT = new WordTest(["is", "are", "be"]);

/** "Officers backed by dogs searched the house": with whom. */
const accompanied: Rule = ({ classes }, { cue, verb }) => verb.auxiliary === Auxiliary.None && classes[cue + 1] === WordClass.By;

/** "answers to the board", "answered to Rex". */
const obeying: Rule = ({ classes, settings }, { cue, content: [{ start }] }) =>
  classes[cue + 1] === WordClass.To && start === cue + 2 && settings[cue] === CueSetting.To;

const RULES: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ...functionWords.doing.map((lemma): [string, Rule] => [lemma, doing]),
  ["add", increasing],
  ["speak", holdingForth],
  ["talk", holdingForth],
  ["show", showing],
  ["mean", amounting],
  ["call", calling],
  ["question", interrogating],
  ["back", accompanied],
  ["answer", obeying],
  ...functionWords.appealing.map((lemma): [string, Rule] => [lemma, appealing]),
]);

const IN_NAME: ReadonlySet<number> = new Set([
  WordClass.Capital,
  WordClass.Person,
  WordClass.Body,
  WordClass.Number,
  WordClass.Possessive,
  WordClass.Lower,
]);
const OPENS_NAME: ReadonlySet<number> = new Set([...IN_NAME, WordClass.Determiner]);
const LONGEST_NAME = 6;
/** What stands behind an object of which nothing is said: where, when, how long, and what was done next. */
const BEHIND_PERSON: ReadonlySet<number> = new Set([
  WordClass.Preposition,
  WordClass.For,
  WordClass.About,
  WordClass.With,
  WordClass.By,
  WordClass.Time,
  WordClass.Subordinator,
  WordClass.Coordinator,
  WordClass.Comma,
  WordClass.Stop,
  WordClass.Edge,
  WordClass.Dash,
]);

/** Whether what begins at a position is somebody, of whom nothing more is said. */
function isPersonAlone({ classes, count }: Strip, start: number): boolean {
  let end = start + 1;
  if (OPENS_NAME.has(classes[start])) while (end < count && end < start + LONGEST_NAME && IN_NAME.has(classes[end])) end++;
  if (end < count && !BEHIND_PERSON.has(classes[end])) return false;
  const last = classes[end - 1];
  return last === WordClass.ObjectPronoun || last === WordClass.Capital || last === WordClass.Person;
}

const LEADS_DAY = new WordTest([...functionWords.leadsTime, "that", "this", "every", "all", "each"]);
const MOST_WORDS_OF_WHEN = 3;

/** "apologized the next day", "talked that evening": when, and nothing of what. */
function isWhen(strip: Strip, { side, content }: CueReading): boolean {
  const { classes } = strip;
  const [{ start, end }] = content;
  if (side !== ContentSide.After || content.length > 1 || end - start < 2 || end - start > MOST_WORDS_OF_WHEN) return false;
  if (classes[end - 1] !== WordClass.Time && !isWord(strip, end - 1, "day")) return false;
  const lead = end - start > 2 ? start + 1 : start;
  return isOneOf(strip, lead, LEADS_DAY) && (lead === start || isOneOf(strip, start, ARTICLE));
}
const ARTICLE = new WordTest(["the"]);

const HANDLING: ReadonlySet<string> = new Set(functionWords.handling);

/** "Two charged after chase", "Man named in the inquiry": behind these verbs stands whom they are about, or they are a passive. */
function isHandled(strip: Strip, { cue, verb, source, side, content: [{ start }] }: CueReading): boolean {
  const { form, lemma } = CUE_WORDS[strip.cues[cue]];
  if (!HANDLING.has(lemma) || form !== CueForm.Past || side !== ContentSide.After || start <= cue) return false;
  if (source?.after) return false;
  return verb.auxiliary === Auxiliary.None && OBJECTLESS.has(strip.classes[cue + 1]) && mayBeParticiple(strip, cue);
}
const OBJECTLESS: ReadonlySet<number> = new Set([WordClass.Subordinator, WordClass.Preposition, WordClass.About]);

/** "My father slept and my mother never complained", "It was dark when they called": what stands before is a clause of its own, which a conjunction joins. */
function isLeftOpen(strip: Strip, { side, source, content: [{ start, end }] }: CueReading): boolean {
  const { classes } = strip;
  if (side !== ContentSide.Before || source === null || source.after || source.start !== end || end < start + MOST_JOINED) return false;
  // "…, or so Weld said."
  if (isWord(strip, end - 1, "so")) return false;
  const last = classes[end - 1];
  if (last === WordClass.Subordinator) return !isOneOf(strip, end - 1, COMPARING) && !isPronoun(classes[end - 2]);
  return (last === WordClass.Coordinator || last === WordClass.But) && !isPronoun(classes[end - 2]);
}
const COMPARING = new WordTest(["than", "as", "like"]);
/** Fewer words before "and" are another who speaks: "he and Weld said". */
const MOST_JOINED = 4;
