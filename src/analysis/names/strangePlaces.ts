import type { Block } from "../text/sourceText.js";
import definitions from "./definitions.json" with { type: "json" };
import { isTitleCase } from "./lines.js";
import { flagsOf, GIVEN_BIT, PERSON_BITS } from "./personsWithin.js";
import { kindsOf } from "./phraseKinds.js";
import type { TokenName } from "./spans.js";
import { isTitleWord } from "./titles.js";
import wordKinds from "./wordKinds.json" with { type: "json" };
import type { WordLists } from "./wordLists.js";

/** What leads in where something happens or goes: "in Halden, Vesk and Torvo". */
const LOCATIVE: ReadonlySet<string> = new Set(`${wordKinds.kinds.locative} between`.split(" "));
const SAYING: ReadonlySet<string> = new Set(definitions.saying.split(" "));

/** What begins a sentence that tells where something happens: "In Torvo, nobody was hurt". */
const OPENS_WITH_PLACE = /^(?:In|Near|Outside)$/;

/**
 * Takes for places what the labels have as persons and no word of which is one that persons are called by: in a list of places behind a
 * preposition ("in Halden, Vesk and Torvo"), and where a sentence begins with where it happens ("In Torvo, nobody").
 */
export function withStrangePlaces(block: Block, names: readonly TokenName[], lists: WordLists): readonly TokenName[] {
  let typed: TokenName[] | null = null;
  for (let n = 0; n < names.length; ) {
    const last = endOfList(block, names, n);
    const { type } = names[n];
    const isSite =
      last === n &&
      (type === "person"
        ? isOpeningSite(block, names[n], lists) || isWhence(block, names[n], names[n - 1])
        : type === "organization" && isHome(block, names[n], lists));
    if (isSite) {
      typed ??= [...names];
      typed[n] = { ...names[n], type: "place" };
    }
    const isRead = last > n && names.slice(n, last + 1).some(({ type }) => type === "person");
    if (isRead && LOCATIVE.has(block.lower[names[n].first - 1] ?? "") && areSites(block, names, n, last, lists)) {
      typed ??= [...names];
      for (let i = n; i <= last; i++) if (names[i].type === "person") typed[i] = { ...names[i], type: "place" };
    }
    n = last + 1;
  }
  return typed ?? names;
}

function isOpeningSite(block: Block, name: TokenName, lists: WordLists): boolean {
  const { words } = block;
  if (!OPENS_WITH_PLACE.test(words[name.first - 1] ?? "") || words[name.end] !== ",") return false;
  return name.end - name.first === 1 && isStrange(block, name, PERSON_BITS, lists);
}

/** "men from Torvo", "Torvo is home to", "Ann Lee of Torvo": one word, or what nobody is, whatever it may be called by. */
function isWhence({ words, lower }: Block, { first, end }: TokenName, before: TokenName | undefined): boolean {
  if (/^(?:is|was)$/.test(words[end] ?? "") && words[end + 1] === "home" && words[end + 2] === "to")
    return HOME_OF.test(words[end + 3] ?? "");
  if (end - first > 1 || !/^(?:[\p{Ll}]|[,.;)]$)/u.test(words[end] ?? ".")) return false;
  if (words[first - 1] === "from") return PEOPLE_FROM.has(lower[first - 2] ?? "");
  const isOf = words[first - 1] === "of" && before?.type === "person" && before.end === first - 1;
  return isOf && before.end - before.first > 1;
}

/** "people from Torvo": a word that the lists have for nothing, and letters least of all, though the labels have it for an organization. */
function isHome(block: Block, { first, end }: TokenName, lists: WordLists): boolean {
  const { words, lower } = block;
  if (words[first - 1] !== "from" || end - first > 1 || !PEOPLE_OF_HOME.has(lower[first - 2] ?? "")) return false;
  return isTitleCase(block, first) && kindsOf(lists, block, first, end) === 0 && /^(?:\p{Ll}|[.,;])/u.test(words[end] ?? ".");
}

/** Who lives where he is from: of them a word that nothing else is known of is a place's. */
const PEOPLE_OF_HOME: ReadonlySet<string> = new Set(definitions.peopleOfHome.split(" "));

/** Whom or what a place is home to, where somebody is home to stay. */
const HOME_OF =
  /^(?:an?|the|some|many|more|most|nearly|about|over|almost|around|hundreds|thousands|dozens|two|three|several|its|\d[\d,.]*)$/;

/** Who is from somewhere. */
const PEOPLE_FROM: ReadonlySet<string> = new Set(definitions.peopleFrom.split(" "));

/** The last of the names that nothing but commas and "and" part from the one before. */
function endOfList({ words }: Block, names: readonly TokenName[], from: number): number {
  let last = from;
  while (last + 1 < names.length) {
    const { end } = names[last];
    const next = names[last + 1].first;
    const isLinked =
      next - end === 1 ? /^(?:,|and|or)$/.test(words[end]) : next - end === 2 && words[end] === "," && /^(?:and|or)$/.test(words[end + 1]);
    if (!isLinked) break;
    last++;
  }
  return last;
}

/** Whether a list of names has places and nothing but them and strange words, and nobody speaks behind it. */
function areSites(block: Block, names: readonly TokenName[], from: number, last: number, lists: WordLists): boolean {
  // "In Halden, Torvo spoke": the second is whom the sentence is about.
  if (!/^(?:and|or)$/.test(block.words[names[last].first - 1])) return false;
  let places = 0;
  for (let i = from; i <= last; i++) {
    const { type } = names[i];
    if (type === "place") places++;
    else if (type !== "person") return false;
  }
  const bits = places > 1 ? GIVEN_BIT : PERSON_BITS;
  for (let i = from; i <= last; i++) if (names[i].type === "person" && !isStrange(block, names[i], bits, lists)) return false;
  return places > 0 && places * 2 >= last + 1 - from && !SAYING.has(block.lower[names[last].end] ?? "");
}

/** One word or two that no person is known to be called by: the second of two may be a surname as well. @param bits what a word alone must not be. */
function isStrange(block: Block, { first, end }: TokenName, bits: number, lists: WordLists): boolean {
  if (end - first > 2 || isTitleWord(block.words[first])) return false;
  for (let i = first; i < end; i++) if (!isTitleCase(block, i)) return false;
  return (flagsOf(lists, block.words[first]) & (end - first === 1 ? bits : GIVEN_BIT)) === 0 && kindsOf(lists, block, first, end) === 0;
}
