import type { Block } from "../text/sourceText.js";
import { foldedHash } from "./hashing.js";
import { isCapital, isTitleCase } from "./lines.js";
import { flagsOf, GIVEN_BIT } from "./personsWithin.js";
import { kindsOf } from "./phraseKinds.js";
import { firstBehind, type TokenName } from "./spans.js";
import { isTitleWord } from "./titles.js";
import wordKinds from "./wordKinds.json" with { type: "json" };
import type { WordLists } from "./wordLists.js";

/** What places stand behind: "in Halden and Vesk". */
const LOCATIVE: ReadonlySet<string> = new Set("in at near around across outside throughout between from".split(" "));
const LINK = /^(?:and|or|,|&)$/;
const DATES: ReadonlySet<string> = new Set(`${wordKinds.kinds.month} ${wordKinds.kinds.weekday}`.split(" "));
/** Who has a seat, for one place only: "the MP for Oxford West and Abingdon". */
const SEATED = /^(?:MP|MSP|MS|MLA|MHA|TD|member|constituency|riding|seat)$/;
const COMPASS = /^(?:North|South|East|West|Central)$/;

const CONFIDENCE = 0.6;

/** Adds the strange words that stand beside a place and a link behind a preposition of place: "in Muhoroni and Chemelil", where the labels have but one of them. */
export function withCoordinatedPlaces(block: Block, names: readonly TokenName[], lists: WordLists): readonly TokenName[] {
  const { words } = block;
  let all: TokenName[] | null = null;
  for (let n = 0; n < names.length; n++) {
    const name = names[n];
    if (name.type === "place") {
      const before = name.first - 2;
      if (before > 0 && LINK.test(words[before + 1]) && LOCATIVE.has(words[before - 1]) && isStrange(block, before, names, lists)) {
        all ??= names.slice(0, n);
        all.push({ first: before, end: before + 1, type: "place", confidence: CONFIDENCE });
      }
    }
    all?.push(name);
    if (name.type !== "place" || name.first === 0 || !LOCATIVE.has(words[name.first - 1])) continue;
    const behind = name.end + 1;
    if (words[name.end] !== "and" || !isStrange(block, behind, names, lists) || isCapital(block, behind + 1)) continue;
    all ??= names.slice(0, n + 1);
    all.push({ first: behind, end: behind + 1, type: "place", confidence: CONFIDENCE });
  }
  return all ?? names;
}

/** Whether a word with a capital is in no name, no list, no title and no date, and stands between small words or marks. */
function isStrange(block: Block, token: number, names: readonly TokenName[], lists: WordLists): boolean {
  const { words, lower } = block;
  if (token >= block.tokens.count || !isTitleCase(block, token) || isTitleWord(words[token]) || DATES.has(lower[token])) return false;
  const known = names[firstBehind(names, token)];
  if (known && known.first <= token) return false;
  return (
    lists.commonness(foldedHash(lower[token], 0, lower[token].length)) === 0 &&
    (flagsOf(lists, words[token]) & GIVEN_BIT) === 0 &&
    kindsOf(lists, block, token, token + 1) === 0
  );
}

/** Whether two places around "and" are one seat in a parliament: "the MP for Halden and Vesk", "Oxford West and Abingdon". */
export function areOneSeat({ words, lower }: Block, first: TokenName, second: TokenName, isListed: boolean): boolean {
  if (second.first !== first.end + 1 || lower[first.end] !== "and") return false;
  if (!isListed && first.end - first.first > 1 && COMPASS.test(words[first.end - 1])) return true;
  const link = first.first - 1;
  if (!/^(?:for|of)$/.test(words[link] ?? "")) return false;
  return SEATED.test(words[link - 1] ?? "") || (words[link - 1] === "Parliament" && lower[link - 3] === "member");
}
