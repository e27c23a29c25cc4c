import type { EntityType } from "../analysis.js";
import definitions from "./definitions.json" with { type: "json" };
import { beginLabel, OUTSIDE } from "./labels.js";
import { leanOnBehind } from "./leaningsBehind.js";
import { type BlockReading, MARGIN, MatchPlace, SentenceCase } from "./reading.js";
import wordKinds from "./wordKinds.json" with { type: "json" };
import { OTHER_KINDS, PLACE_KINDS, WORD_KINDS } from "./wordLists.js";
import { BOUNDARY, Casing, isCapitalized, type WordStore } from "./words.js";

/** Taken from "no name" for each capitalised word, in the model's integers: the corpora leave more names out than they put in. */
const READINESS = 10;

/** The same for a word of several parts with a capital each, which the corpora have too few of: "Saint-Denis". */
const PARTED_READINESS = 60;
/** Behind these words, and before these or a mark, such a word is a place; elsewhere it may tell of peoples: "of Franco-German descent". */
const BEFORE_PARTED: ReadonlySet<string> = new Set(wordKinds.beforeParted.split(" "));
const BEHIND_PARTED: ReadonlySet<string> = new Set(wordKinds.behindParted.split(" "));
const PARTED_WORTH = 150;

/** Taken from the label that begins a name of the type: what the model does not know it is too ready to take for these. */
const DOUBTS: readonly (readonly [label: number, doubt: number])[] = [
  [beginLabel("person"), 4],
  [beginLabel("event"), 10],
  [beginLabel("work"), 10],
];

const PERSON_BITS = (1 << WORD_KINDS.indexOf("given")) | (1 << WORD_KINDS.indexOf("surname"));
export const GROUP_BIT = 1 << WORD_KINDS.indexOf("group");
/** The kind of a gazetteer match that is a country, as in `places`. */
export const COUNTRY = 1 + PLACE_KINDS.indexOf("country");
/** The kind of what the project's own list of places has beside countries and cities, none of which is a person's name as well. */
const OTHER_PLACE = 1 + PLACE_KINDS.indexOf("otherPlace");
const PERSON_DOUBT = 250;
const GROUP_BEGIN = beginLabel("group");
const PLACE_BEGIN = beginLabel("place");
const ORGANIZATION_BEGIN = beginLabel("organization");
const PERSON_BEGIN = beginLabel("person");

/**
 * What a word or phrase of the lists is worth beyond what the model learned, in its integers: training meets most of the lists' names
 * too rarely to trust the lists as far as they can be trusted.
 */
const GROUP_WORTH = 40;
/** Behind these words stands whom somebody told something; where it is no known place, people or person, it is a paper. */
const TOLD = "told";
const TOLD_TO: ReadonlySet<string> = new Set(wordKinds.toldTo.split(","));
const TOLD_WORTH = 150;
/** "According to X", "spoke to X": what is no known place is none. */
const SPOKEN_TO = /^(?:[Aa]ccording|spoke|speaks|speaking|talked|talking|wrote|writing|married)$/;
const SPOKEN_TO_DOUBT = 550;
/** "shares in X", "the head of X": what is no known place or people is an organization; "residents of X": a place. */
const SHARES: ReadonlySet<string> = new Set(wordKinds.sharesIn.split(" "));
const HEADS: ReadonlySet<string> = new Set(wordKinds.headsOf.split(" "));
const RESIDENTS: ReadonlySet<string> = new Set(wordKinds.residentsOf.split(" "));
/** "the Member for X": a place. */
const SITTING: ReadonlySet<string> = new Set(["Member", "MP", "MPs", "TD", "MSP", "MLA", "MEP"]);
const OF_WORTH = 200;
/** "told the President", "told the Committee". */
const NOBODYS_PAPER = (["title", "lateTitle", "organizationHead", "placeHead"] as const).reduce(
  (bits, kind) => bits | (1 << WORD_KINDS.indexOf(kind)),
  0,
);
/** Who belongs to an organization that stands before, and after whom a person's name follows. */
const MEMBERS: ReadonlySet<string> = new Set(wordKinds.members.split(" "));
const MEMBER_WORTH = 150;
/** Behind whom a name stands. */
const ROLES: ReadonlySet<string> = new Set(definitions.person.split(" "));
const INITIALS_WORTH = 150;
/** An acronym behind an article is no person: "the MOE". */
const ARTICLES: ReadonlySet<string> = new Set(["the", "The"]);
const ARTICLE_DOUBT = 150;
const PHRASE_WORTH = 180;
const SINGLE_WORD_WORTH = 30;
/** A country's name is no organization's; teams of countries are countries. */
const COUNTRY_WORTH = 40;
/** "the UK's Ofcom": a country that has something. */
const OWNER_WORTH = 150;
const POSSESSIVE = /^['’]s$/;
const LONG_COUNTRY_WORTH = 150;
/** A place of several words, where nothing capitalised stands before it or follows. */
const LONG_PLACE_WORTH = 120;
/** Behind these words a place of the lists is a place, even where a team of its name plays in the text. */
const WHERE: ReadonlySet<string> = new Set(["in", "at", "near", "In", "At", "Near", "IN", "AT"]);
const WHERE_WORTH = 150;

/** The kinds whose names are often common words or persons' names. */
const OFTEN_COMMON_WORDS: ReadonlySet<(typeof OTHER_KINDS)[number]> = new Set(["media", "company"]);

/** The type of each of OTHER_KINDS. */
const TYPE_OF_KIND: Readonly<Record<(typeof OTHER_KINDS)[number], EntityType>> = {
  organization: "organization",
  media: "organization",
  company: "organization",
  party: "organization",
  group: "group",
  event: "event",
  team: "organization",
};

/**
 * Adds to the model's scores of a capitalised word what the word lists and the words beside it say, further than the model learned to trust them.
 * @param i the token; @param to where its scores begin.
 */
export function lean(reading: BlockReading, store: WordStore, i: number, scores: Int16Array, to: number): void {
  const { words } = reading;
  const at = i + MARGIN;
  scores[to + OUTSIDE] -= READINESS + store.parted[words[at]] * PARTED_READINESS;
  for (let d = 0; d < DOUBTS.length; d++) scores[to + DOUBTS[d][0]] -= DOUBTS[d][1];
  if ((store.flags[words[at]] & GROUP_BIT) !== 0) scores[to + GROUP_BEGIN] += GROUP_WORTH;
  if (isTold(reading, store, at) && reading.places[i] === 0 && (store.flags[words[at]] & (GROUP_BIT | PERSON_BITS)) === 0)
    scores[to + ORGANIZATION_BEGIN] += TOLD_WORTH;
  const place = reading.places[i];
  if ((place === 0 || !endsMatch(reading, store, i)) && store.texts[words[at - 1]] === "to" && SPOKEN_TO.test(store.texts[words[at - 2]]))
    scores[to + PLACE_BEGIN] -= SPOKEN_TO_DOUBT;
  if (place === 0) leanOnNoun(store, words[at - 2], words[at - 1], scores, to);
  leanOnBehind(reading, store, i, scores, to);
  if (place === COUNTRY * 4 + MatchPlace.Alone) {
    scores[to + ORGANIZATION_BEGIN] -= COUNTRY_WORTH;
    if (POSSESSIVE.test(store.texts[words[at + 1]])) scores[to + PLACE_BEGIN] += OWNER_WORTH;
  }
  if (place === COUNTRY * 4 + MatchPlace.First && endsMatch(reading, store, i)) {
    scores[to + ORGANIZATION_BEGIN] -= LONG_COUNTRY_WORTH;
    scores[to + PLACE_BEGIN] += LONG_COUNTRY_WORTH >> 1;
  }
  if (
    (place & 3) === MatchPlace.First &&
    startsRun(reading, store, i) &&
    reading.cases[i] === SentenceCase.Usual &&
    isProse(reading, store, i)
  )
    leanOnLongPlace(place, scores, to);
  if (place > 0 && WHERE.has(store.texts[words[at - 1]]) && endsMatch(reading, store, i)) scores[to + PLACE_BEGIN] += WHERE_WORTH;
  if (store.parted[words[at]] === 1 && isWhere(store, words[at - 1], words[at + 1])) scores[to + PLACE_BEGIN] += PARTED_WORTH;
  if (store.casing[words[at]] === Casing.Upper) {
    if (isInitials(reading, store, i)) scores[to + PERSON_BEGIN] += INITIALS_WORTH;
    else if (ARTICLES.has(store.texts[words[at - 1]])) scores[to + PERSON_BEGIN] -= ARTICLE_DOUBT;
  }
  if (reading.others[i] === 0) return;
  if (isTrusted(reading, store, i)) addListed(reading.others[i], scores, to);
  if (isBeforeMember(reading, store, i)) scores[to + ORGANIZATION_BEGIN] += MEMBER_WORTH;
}

function leanOnLongPlace(place: number, scores: Int16Array, to: number): void {
  scores[to + PLACE_BEGIN] += LONG_PLACE_WORTH;
  if (place >> 2 === OTHER_PLACE) scores[to + PERSON_BEGIN] -= PERSON_DOUBT;
}

function leanOnNoun({ texts }: WordStore, noun: number, link: number, scores: Int16Array, to: number): void {
  const word = texts[link];
  const isIn = word === "in";
  if (word === "for" && SITTING.has(texts[noun])) scores[to + PLACE_BEGIN] += OF_WORTH;
  if (!isIn && word !== "of") return;
  if ((isIn ? SHARES : HEADS).has(texts[noun])) scores[to + ORGANIZATION_BEGIN] += OF_WORTH;
  else if (!isIn && RESIDENTS.has(texts[noun])) scores[to + PLACE_BEGIN] += OF_WORTH;
}

/** Whether nothing capitalised follows the gazetteer's match at a token. */
function endsMatch(reading: BlockReading, store: WordStore, token: number): boolean {
  return !isCapitalized(store.casing[reading.words[endOfMatch(reading, token) + MARGIN]]);
}

/** The same, and no number: what has a score behind it is a team. */
function isProse(reading: BlockReading, store: WordStore, token: number): boolean {
  const casing = store.casing[reading.words[endOfMatch(reading, token) + MARGIN]];
  return !isCapitalized(casing) && casing !== Casing.Number;
}

function endOfMatch({ places, count }: BlockReading, token: number): number {
  let next = token + 1;
  while (next < count && (places[next] & 3) === MatchPlace.Later) next++;
  return next;
}

/** Whether nothing capitalised stands before a token but the article that opens its sentence. */
function startsRun({ words, runStart }: BlockReading, store: WordStore, token: number): boolean {
  return runStart[token] === token || (runStart[token] === token - 1 && store.texts[words[token - 1 + MARGIN]] === "The");
}

/** Whether a role and a capital follow, as in "Greenpeace campaigner Ann Lee". */
function isBeforeMember({ words }: BlockReading, store: WordStore, token: number): boolean {
  return MEMBERS.has(store.texts[words[token + 1 + MARGIN]]) && isCapitalized(store.casing[words[token + 2 + MARGIN]]);
}

/** Whether two capitals without full stops stand for the first names of somebody: "analyst JR Mendes". */
function isInitials({ words, places, others }: BlockReading, store: WordStore, token: number): boolean {
  const at = token + MARGIN;
  return (
    places[token] === 0 &&
    others[token] === 0 &&
    store.texts[words[at]].length === 2 &&
    store.casing[words[at]] === Casing.Upper &&
    store.casing[words[at + 1]] === Casing.Title &&
    ROLES.has(store.texts[words[at - 1]])
  );
}

/** Whether whom somebody told something stands at a place among the words, with or without an article: "told The Clarion". */
function isTold({ words }: BlockReading, store: WordStore, at: number): boolean {
  const before = store.texts[words[at - 1]];
  if (ARTICLES.has(before)) return store.texts[words[at - 2]] === TOLD && (store.flags[words[at]] & NOBODYS_PAPER) === 0;
  if (before === TOLD) return true;
  if (isCapitalized(store.casing[words[at + 1]])) return false;
  return (before === "with" || before === "to") && TOLD_TO.has(`${store.texts[words[at - 2]]} ${before}`);
}

function isWhere(store: WordStore, before: number, behind: number): boolean {
  const { texts, casing } = store;
  return BEFORE_PARTED.has(texts[before]) && (behind === BOUNDARY || casing[behind] === Casing.None || BEHIND_PARTED.has(texts[behind]));
}

/**
 * A listed word that is also a common word or a person's name ("Target", "Kerry"), or part of a longer place ("United Arab Emirates"),
 * is not raised by its list.
 */
function isTrusted({ words, places, others }: BlockReading, store: WordStore, token: number): boolean {
  const code = others[token];
  if ((code & 3) !== MatchPlace.Alone) return true;
  if (places[token] > 0 && (places[token] & 3) !== MatchPlace.Alone) return false;
  if (!OFTEN_COMMON_WORDS.has(OTHER_KINDS[(code >> 2) - 1])) return true;
  const word = words[token + MARGIN];
  return store.commonness[word] === 0 && (store.flags[word] & PERSON_BITS) === 0;
}

/** Raises the type of a phrase that the lists know; a longer name around it may still have it inside. */
export function addListed(code: number, scores: Int16Array, to: number): void {
  const label = beginLabel(TYPE_OF_KIND[OTHER_KINDS[(code >> 2) - 1]]);
  const place = code & 3;
  const worth = place === MatchPlace.Alone ? SINGLE_WORD_WORTH : PHRASE_WORTH;
  scores[to + label + 1] += worth;
  if (place !== MatchPlace.Later) scores[to + label] += worth;
}
