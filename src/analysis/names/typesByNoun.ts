import type { EntityType } from "../analysis.js";
import type { Block } from "../text/sourceText.js";
import definitions from "./definitions.json" with { type: "json" };
import { foldedHash } from "./hashing.js";
import { isTitleCase } from "./lines.js";
import { flagsOf, GIVEN_BIT, PERSON_BITS } from "./personsWithin.js";
import { isPlaceOf, kindsOf } from "./phraseKinds.js";
import type { TokenName } from "./spans.js";
import { WordLists } from "./wordLists.js";

const TRIBES: ReadonlySet<string> = new Set(definitions.tribes.split(" "));
const BLOCS: ReadonlySet<string> = new Set(definitions.blocs.split(" "));

/** Who sits in parliament for a place. */
const SEATED = /^(?:MP|MSP|MLA|TD)$/;

/** What places alone are. */
const ATTACKED: ReadonlySet<string> = new Set(definitions.attacked.split(" "));

/** What has a place's name before it and nobody's: "Barda Vesk district". */
const SITES: ReadonlySet<string> = new Set(definitions.sites.split(" "));

/** What several places are together, each called by its name alone. */
const SEVERAL: ReadonlySet<string> = new Set(definitions.severalPlaces.split(" "));

const FIGHTERS: ReadonlySet<string> = new Set(definitions.fighters.split(" "));

/** Takes what is no place of the gazetteers for what the noun right behind it says: "the Albu Vesk tribe", "the Rule of Law bloc"; and a person of whom is said what is said of places alone for one. */
export function withTypesByNoun(block: Block, names: readonly TokenName[], lists: WordLists): readonly TokenName[] {
  let typed: TokenName[] | null = null;
  for (let n = 0; n < names.length; n++) {
    const { first, end, type } = names[n];
    if (SEVERAL.has(block.lower[end] ?? "")) {
      for (let m = n; m >= 0 && (m === n || isListedBefore(block, names[m], names[m + 1])); m--) {
        if (names[m].type === "place" || !mayBePlace(block, names[m], lists)) continue;
        typed ??= [...names];
        typed[m] = { ...names[m], type: "place" };
      }
    }
    const said =
      type === "place"
        ? (saidBy(block.lower[end]) ??
          (isPeople(block, first, end, lists) ? "group" : null) ??
          (isGang(block, first, end) || isFirmOf(block, names[n], names[n + 1], lists) ? "organization" : null))
        : type === "person"
          ? isAttacked(block, end) || isSite(block, end) || isSee(block, first, end, lists) || isLandmark(block, first, end)
            ? "place"
            : (peopleOf(block, first, end) ??
              (isOfFighters(block, names[n], lists) ? "group" : isEarning(block, first, end, lists) ? "organization" : null))
          : type === "organization" && (isSeat(block, first, end, lists) || isSeatOf(block, first) || hasSeat(block, first, end, lists))
            ? "place"
            : null;
    if (!said || (said !== "place" && isPlaceOf(lists, block, first, end))) continue;
    typed ??= [...names];
    typed[n] = { ...names[n], type: said };
  }
  return typed ?? names;
}

/** "the Tarva, Vesk and White Hale rivers". */
function isListedBefore({ words }: Block, { end }: TokenName, next: TokenName): boolean {
  return next.first === end + 1 && /^(?:,|and)$/.test(words[end]);
}

function mayBePlace(block: Block, { first, end, type }: TokenName, lists: WordLists): boolean {
  return (
    (type === "organization" || type === "person") &&
    end - first < 3 &&
    isTitleCase(block, first) &&
    kindsOf(lists, block, first, end) === 0
  );
}

/** "Barda Vesk district", "Barda Vesk local government area". */
function isSite({ lower }: Block, end: number): boolean {
  if (lower[end] === "state") return OF_STATES.test(lower[end + 1] ?? "");
  return SITES.has(lower[end] ?? "") || (lower[end] === "local" && lower[end + 1] === "government");
}

/** "the Bishop of Ardvesk": one word that is no given name. */
function isSee({ words, lower }: Block, first: number, end: number, lists: WordLists): boolean {
  if (end - first > 1 || words[first - 1] !== "of" || !SEES.test(lower[first - 2] ?? "")) return false;
  return (flagsOf(lists, words[first]) & GIVEN_BIT) === 0;
}

const SEES = /^(?:bishop|archbishop|diocese|archdiocese|dean)$/;

/** "the Ardvesk dam": what somebody has no article before. */
function isLandmark({ lower }: Block, first: number, end: number): boolean {
  return lower[first - 1] === "the" && LANDMARKS.test(lower[end] ?? "");
}

const LANDMARKS = /^(?:dam|river|reservoir|lagoon|glacier|volcano|refinery|reserve|rainforest|valley|highlands)$/;

/** "the Yavesk people": a word that the lists know for no place and nobody. */
function isPeople(block: Block, first: number, end: number, lists: WordLists): boolean {
  if (end - first > 1 || block.lower[first - 1] !== "the" || !/^(?:people|peoples|community|elders)$/.test(block.lower[end] ?? ""))
    return false;
  return kindsOf(lists, block, first, end) === 0 && (flagsOf(lists, block.words[first]) & PERSON_BITS) === 0;
}

/** "Halvesk Havbruk reported a pretax loss": who has no given name. */
function isEarning({ words, lower }: Block, first: number, end: number, lists: WordLists): boolean {
  if (!/^(?:reported|posted|reports|posts)$/.test(lower[end] ?? "") || (flagsOf(lists, words[first]) & GIVEN_BIT) !== 0) return false;
  for (let i = end + 1; i < end + 2 + LONGEST_EARNINGS && /^\p{Ll}[\p{L}-]+$|^an?$/u.test(words[i] ?? ""); i++)
    if (EARNINGS.test(words[i])) return true;
  return false;
}

const LONGEST_EARNINGS = 4;
const EARNINGS = /^(?:loss|losses|profits?|revenues?|earnings|turnover|sales)$/;

/** What a state has, and no visit or secret of one: "Guerrero state prosecutors". */
const OF_STATES = /^(?:prosecutors?|police|government|governor|capital|legislature|assembly|officials?|authorities|lawmakers?|[,.;])$/;

/** "Deir Vesk was shelled". */
function isAttacked({ lower }: Block, end: number): boolean {
  const be = lower[end] === "has" || lower[end] === "had" ? end + 1 : end;
  return /^(?:was|is|been|being)$/.test(lower[be] ?? "") && ATTACKED.has(lower[be + 1] ?? "");
}

/** What peoples have: "the Yagán community". */
const PEOPLES_NOUN = /^(?:community|peoples|elders)$/;

/** "the Yagán community": one word that is no person's before a noun that peoples have. */
function peopleOf({ lower }: Block, first: number, end: number): EntityType | null {
  if (end - first > 1) return null;
  if (TRIBES.has(lower[end] ?? "")) return "group";
  return PEOPLES_NOUN.test(lower[end] ?? "") && lower[first - 1] === "the" ? "group" : null;
}

/** "Tarvo Tarvo fighters": those who fight are called by nobody who has a given name or a known surname. */
function isOfFighters({ lower, words }: Block, { first, end }: TokenName, lists: WordLists): boolean {
  if (end - first > 2 || !FIGHTERS.has(lower[end] ?? "")) return false;
  if (end - first === 2 && words[first] === words[first + 1]) return true;
  return (flagsOf(lists, words[first]) & (end - first === 1 ? PERSON_BITS : GIVEN_BIT)) === 0;
}

/** "the Aberford MP": one word that nobody knows, between an article and who sits for it. */
function isSeat(block: Block, first: number, end: number, lists: WordLists): boolean {
  const { words, lower } = block;
  if (!SEATED.test(words[end] ?? "") || end - first > 1 || lower[first - 1] !== "the" || !isTitleCase(block, first)) return false;
  return kindsOf(lists, block, first, end) === 0 && lists.commonness(foldedHash(lower[first], 0, lower[first].length)) === 0;
}

/** "Aberford's MP, Ann Lee": one word that nobody knows, and who sits for it alone. */
function hasSeat(block: Block, first: number, end: number, lists: WordLists): boolean {
  if (end - first > 1 || !isTitleCase(block, first) || !/^['’]s$/.test(block.words[end] ?? "")) return false;
  if (!/^(?:MP|mayor)$/.test(block.words[end + 1] ?? "") || block.words[end + 2] !== ",") return false;
  return WordLists.otherKind(kindsOf(lists, block, first, end)) === 0;
}

/** "the member for Aberford". */
function isSeatOf({ lower }: Block, first: number): boolean {
  return lower[first - 1] === "for" && lower[first - 2] === "member" && /^(?:the|honourable|former|by)$/.test(lower[first - 3] ?? "");
}

/** "the leader of Los Tequileros": nobody leads a town, and of those who are called so the lists have the towns. */
function isGang({ words, lower }: Block, first: number, end: number): boolean {
  if (end - first !== 2 || !/^(?:Los|Las)$/.test(words[first]) || !/[ao]s$/.test(words[first + 1])) return false;
  return lower[first - 1] === "of" && /^(?:leaders?|members?|boss|founders?|gunmen|hitmen)$/.test(lower[first - 2] ?? "");
}

/** "sold to Tolaram of Singapore": a word that nobody knows, to whom something is sold or by whom it is owned, and the country that it is of. */
function isFirmOf(block: Block, { first, end }: TokenName, next: TokenName | undefined, lists: WordLists): boolean {
  const { words, lower } = block;
  if (end - first > 1 || words[end] !== "of" || next?.type !== "place" || next.first !== end + 1) return false;
  if (!/^(?:to|by|with)$/.test(lower[first - 1] ?? "") || !DEALT.test(lower.slice(Math.max(0, first - DEAL_REACH), first).join(" ")))
    return false;
  return kindsOf(lists, block, first, end) === 0 && lists.commonness(foldedHash(lower[first], 0, lower[first].length)) === 0;
}

const DEAL_REACH = 10;
const DEALT = /\b(?:sold|sell|sells|owned|bought|acquired|controlled|stake|shares|deal|merge|merger|listed|backed|financed)\b/;

/** Whether a word may say of what type the name before it is. */
export function saysType(word: string): boolean {
  const lower = word.toLowerCase();
  return (
    saidBy(lower) !== null ||
    word === "of" ||
    word === "member" ||
    EARNINGS.test(word) ||
    SEATED.test(word) ||
    word === "mayor" ||
    ATTACKED.has(lower) ||
    SITES.has(lower) ||
    SEVERAL.has(lower) ||
    FIGHTERS.has(lower) ||
    lower === "government" ||
    lower === "state" ||
    PEOPLES_NOUN.test(lower) ||
    lower === "people" ||
    SEES.test(lower) ||
    LANDMARKS.test(lower)
  );
}

function saidBy(noun: string | undefined): EntityType | null {
  if (noun === undefined) return null;
  if (TRIBES.has(noun)) return "group";
  return BLOCS.has(noun) ? "organization" : null;
}
