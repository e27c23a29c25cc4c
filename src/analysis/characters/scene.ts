import type { Entity, Quote, Speaker } from "../analysis.js";
import type { Gender } from "../identity/genders.js";
import type { SourceText } from "../text/sourceText.js";
import { Cast } from "./cast.js";
import words from "./characterWords.json" with { type: "json" };
import { namedOutside } from "./namedOutside.js";
import { type NamedBefore, ParagraphOpening } from "./paragraphBeats.js";
import type { Person } from "./persons.js";
import { pronounGenders } from "./pronounGenders.js";
import { NO_WORDS, type QuotedWordsMemory } from "./quotedWords.js";
import { personsByWord, speakingEntities } from "./speakingEntities.js";
import type { Around, Asked, Candidate, TurnPlace } from "./talkFeatures.js";
import { endOfGap, gapBetween, lengthOf, placeOfGiven, startOfBeat } from "./talkGaps.js";
import type { TalkKind } from "./talkKind.js";

/** A quotation as a turn of the talk. */
export interface TurnInput {
  /** The quotation's index among all. */
  readonly quote: number;
  readonly speaker: Speaker | null;
  readonly place: TurnPlace;
  readonly candidates: readonly Candidate[];
  /** Who speaks, where the words beside the quotation say so; "open" where the turn is asked for, null where it stays as it is. */
  readonly told: Person | "open" | null;
  /** Whom the paragraph before the quotation is about, where that tells who speaks. */
  readonly introduced: NamedBefore | null;
}

export interface Scene {
  readonly cast: Cast;
  readonly turns: readonly TurnInput[];
}

type MarkedQuote = { readonly quote: Quote; readonly index: number };

/** A person is a candidate for so many UTF-16 code units after the last mention, or turns after being told to speak. */
const REACH = 4000;
const REACH_TURNS = 8;
const MOST_CANDIDATES = 12;

/** From so much confidence on the words that name a speaker are believed; and a choice made by them counts as half sure. */
const SURE = 0.7;
const HALF_SURE = 0.5;
/** Words that name no speaker of a quotation, whatever the engine took them for. */
const NO_SPEAKERS: ReadonlySet<string> = new Set(words.noSpeakers.split(" "));

const ANSWERS: ReadonlySet<string> = new Set(words.answers.split(" "));

/**
 * Reads a text as a scene: its persons, and each quotation in marks as a turn with those who may speak it.
 * @param quotes the quotations in marks, in text order, with their indices among all.
 * @param quoted give the same memory again for an edited text.
 */
export function readScene(
  source: SourceText,
  entities: readonly Entity[],
  quotes: readonly MarkedQuote[],
  kind: TalkKind,
  isStory: boolean,
  quoted: QuotedWordsMemory,
): Scene {
  const { text } = source;
  quoted.begin();
  const speaking = kind === "turns" ? speakingEntities(entities, quotes, SURE) : NONE_SPEAKING;
  const mentioned = namedOutside(source, entities, quotes, speaking);
  const cast = new Cast(text, isStory, speaking, pronounGenders(source, mentioned, quotes));
  const inOneLine = isInOneLine(text, quotes);
  const turns: TurnInput[] = [];
  const places: WritablePlace[] = [];
  let next = 0;
  let own = NO_WORDS;
  let following = NO_WORDS;
  let byWord: ReadonlyMap<string, Entity | null> | null = null;
  /** The persons whose names a quotation calls, named yet or not. */
  const calledBy = (calls: ReadonlySet<string>): readonly Person[] => {
    if (calls.size === 0) return NOBODY;
    byWord ??= personsByWord(entities);
    const called: Person[] = [];
    for (const call of calls) {
      const entity = byWord.get(call);
      const person = entity && cast.known({ start: 0, end: 0, entity, phrase: null });
      if (person) called.push(person);
    }
    return called;
  };
  for (let turn = 0; turn < quotes.length; turn++) {
    const { quote, index } = quotes[turn];
    const last = own;
    own = turn > 0 ? following : quoted.read(text, quote);
    following = turn + 1 < quotes.length ? quoted.read(text, quotes[turn + 1].quote) : NO_WORDS;
    const lastQuote = turn > 0 ? quotes[turn - 1].quote : null;
    const gapStart = lastQuote ? lastQuote.end : Math.max(0, quote.start - REACH);
    const gapEnd = endOfGap(text, quote, quotes[turn + 1]?.quote);
    const beatStart = startOfBeat(text, gapStart, quote.start);
    const before: Person[] = [];
    const beat: Person[] = [];
    const opening = new ParagraphOpening(text, inOneLine ? quote.start : gapStart, beatStart, quote.start);
    for (; next < mentioned.length && mentioned[next].start < quote.start; next++) {
      const person = cast.known(mentioned[next]);
      if (!person) continue;
      cast.meet(person, mentioned[next]);
      if (mentioned[next].start >= gapStart) before.push(person);
      if (mentioned[next].start >= beatStart) beat.push(person);
      opening.add(person, mentioned[next]);
    }
    const after: Person[] = [];
    for (let n = next; n < mentioned.length && mentioned[n].start < gapEnd; n++) {
      const person = cast.known(mentioned[n]);
      if (person) after.push(person);
    }
    const { speaker } = quote;
    const carried = speaker !== null && isCarried(text, speaker, quote, lastQuote, inOneLine);
    const word = speaker ? text.slice(speaker.start, speaker.end).toLowerCase() : "";
    const pronoun = word === "he" ? "male" : word === "she" ? "female" : null;
    const named = speaker && !NO_SPEAKERS.has(word) ? cast.personOf(speaker) : null;
    const given = pronoun !== null && named !== null && named.gender !== null && named.gender !== pronoun ? null : named;
    const asked: Asked | null = carried || speaker === null || NO_SPEAKERS.has(word) ? "nobody" : pronoun !== null ? "pronoun" : null;
    const mayBeIntroduced = asked === "pronoun" || (asked === "nobody" && (kind === "turns" || isStory));
    const introduced = mayBeIntroduced ? opening.speaker(pronoun, cast.narrator) : null;
    const told = introduced?.person ?? toldSpeaker(kind, asked, given, speaker);
    const between = lastQuote ? text.slice(lastQuote.end, quote.start) : "";
    const gap = gapBetween(text, lastQuote, quote, inOneLine);
    const place: WritablePlace = {
      asked: told === "open" ? (asked ?? "nobody") : "nobody",
      gender: told === "open" && asked === "pronoun" ? pronoun : null,
      given: told === "open" ? given : null,
      givenSure: (speaker?.confidence ?? 0) >= HALF_SURE,
      carried,
      turn,
      start: quote.start,
      end: quote.end,
      answers:
        lastQuote !== null && introduced === null && gap !== "paragraphs" && (!/[\p{L}\p{N}]/u.test(between) || between.includes("\n")),
      // A paragraph that tells of somebody before it quotes him answers nobody.
      gap: introduced ? "sentences" : gap,
      length: lengthOf(quote),
      opensAsAnswer: ANSWERS.has(/\p{L}[\p{L}’']*/u.exec(text.slice(quote.start, quote.start + 20))?.[0].toLowerCase() ?? ""),
      around: ALONE,
      givenAt: placeOfGiven(speaker, quote, lastQuote),
      led: /[:,][”’"]?\s*$/.test(between.slice(-8)),
      asks: lastQuote !== null && text.slice(lastQuote.end - 2, lastQuote.end).includes("?"),
      lastCalls: last.calls,
      ownCalls: own.calls,
      nextCalls: following.calls,
      before,
      beat,
      // Of a turn that is told, the words that tell it are left out, so that it says how such turns follow one another.
      after: told === "open" ? after : [],
      goesOn: /^\s*[\p{Ll}I,—–-]/u.test(text.slice(quote.end, quote.end + 8)),
      beatGender: pronounGender(text.slice(beatStart, quote.start)),
      afterGender: told === "open" ? pronounGender(text.slice(quote.end, gapEnd)) : null,
      ownNames: own.names,
      lastNames: last.names,
    };
    places.push(place);
    turns.push({
      quote: index,
      speaker,
      place,
      candidates: candidatesOf(
        cast,
        place,
        told,
        turns,
        told === "open" ? [...calledBy(last.calls), ...calledBy(following.calls)] : NOBODY,
      ),
      told,
      introduced: introduced?.person === named ? null : introduced,
    });
    if (told !== null && told !== "open" && speaker) cast.meet(told, introduced ?? speaker);
  }
  for (; next < mentioned.length; next++) {
    const person = cast.known(mentioned[next]);
    if (person) cast.meet(person, mentioned[next]);
  }
  // Whoever speaks around a turn is known when all are; to copy the turns for it would cost more than to read them.
  for (let t = 0; t < turns.length; t++) places[t].around = aroundOf(turns, t);
  return { cast, turns };
}

type WritablePlace = { -readonly [key in keyof TurnPlace]: TurnPlace[key] };

const NOBODY: readonly Person[] = [];
const NONE_SPEAKING: ReadonlyMap<string, Entity> = new Map();
const ALONE: Around = { last: null, lastButOne: null, next: null, nextButOne: null, nextGap: "sentences" };

function aroundOf(turns: readonly TurnInput[], t: number): Around {
  const told = (at: number): Person | null => {
    const turn = turns[at];
    if (!turn || turn.introduced) return null;
    if (turn.told !== "open") return turn.told;
    return turn.place.carried || !turn.place.givenSure ? null : turn.place.given;
  };
  return {
    last: told(t - 1),
    lastButOne: told(t - 2),
    next: told(t + 1),
    nextButOne: told(t + 2),
    nextGap: turns[t + 1]?.place.gap ?? "sentences",
  };
}

function toldSpeaker(kind: TalkKind, asked: Asked | null, given: Person | null, speaker: Speaker | null): TurnInput["told"] {
  if (kind === "words" && speaker?.anonymous) return null;
  if (kind === "words") return given ?? (asked === "pronoun" ? "open" : null);
  if (!asked && given && speaker && speaker.confidence >= SURE) return given;
  return asked || given ? "open" : null;
}

/** Those who may speak a turn: named beside it or not long before, or told to speak not many turns before. */
function candidatesOf(
  cast: Cast,
  place: TurnPlace,
  told: TurnInput["told"],
  turns: readonly TurnInput[],
  called: readonly Person[],
): readonly Candidate[] {
  const found: Candidate[] = [];
  const add = (person: Person, rank?: number): void => {
    if (found.length >= MOST_CANDIDATES || found.some((candidate) => candidate.person === person)) return;
    if (place.gender !== null && person.gender !== null && person.gender !== place.gender) return;
    if (place.asked === "pronoun" && person === cast.narrator) return;
    found.push(cast.candidate(person, place.start, rank));
  };
  if (told !== null && told !== "open") add(told);
  if (place.given) add(place.given);
  for (const person of place.after) add(person);
  cast.eachRecent(place.start, REACH, add);
  for (let t = turns.length - 1; t >= 0 && t >= turns.length - REACH_TURNS; t--) {
    const earlier = turns[t].told;
    if (earlier !== null && earlier !== "open") add(earlier);
  }
  for (const person of called) add(person);
  return found;
}

/**
 * Whether the speaker was taken over from an earlier quotation: the words stand beyond another one; or, in a text that has lost its
 * paragraphs, they are the last one's and a sentence ends between, so that another may answer.
 */
function isCarried(text: string, speaker: Speaker, quote: Quote, lastQuote: Quote | null, inOneLine: boolean): boolean {
  if (lastQuote === null || speaker.end > quote.start) return false;
  if (speaker.start < lastQuote.start) return true;
  if (PARAGRAPH_BETWEEN.test(text.slice(Math.max(speaker.end, quote.start - LONGEST_REST), quote.start))) return true;
  if (!inOneLine || lastQuote.speaker?.start !== speaker.start) return false;
  return /[.!?:]["”’')]?\s*$/.test(text.slice(lastQuote.end, quote.start));
}

/** The end of a sentence and of its paragraph, right before a quotation. */
const PARAGRAPH_BETWEEN = /[.!?…]["”’')]?\s*\n\s*$/;
const LONGEST_REST = 200;

/** Whether quotations that answer one another stand in one line: the text has lost its paragraphs. */
function isInOneLine(text: string, quotes: readonly MarkedQuote[]): boolean {
  let inLine = 0;
  let apart = 0;
  for (let i = 1; i < quotes.length; i++) {
    const between = text.slice(quotes[i - 1].quote.end, quotes[i].quote.start);
    if (between.includes("\n")) apart++;
    else if (!/[\p{L}\p{N}]/u.test(between)) inLine++;
  }
  return inLine > apart;
}

/** The gender of a pronoun that words begin with. */
function pronounGender(words: string): Gender | null {
  const word = /^\s*(?:(?:and|but|then)\s)?(he|she|his|her)\b/i.exec(words.slice(0, 12))?.[1].toLowerCase();
  return word === undefined ? null : word === "he" || word === "his" ? "male" : "female";
}
