import definitions from "./definitions.json" with { type: "json" };
import { beginLabel } from "./labels.js";
import { type BlockReading, MARGIN } from "./reading.js";
import { WORD_KINDS } from "./wordLists.js";
import { Casing, type WordStore } from "./words.js";

const PERSON = beginLabel("person");
const PLACE = beginLabel("place");
const ORGANIZATION = beginLabel("organization");

const PERSON_BITS = (1 << WORD_KINDS.indexOf("given")) | (1 << WORD_KINDS.indexOf("surname"));

const GROUP_BIT = 1 << WORD_KINDS.indexOf("group");

/** "Norvik-based", "Norvik-born". */
const WHENCE: ReadonlySet<string> = new Set(definitions.whence.split(" "));
/** What opens a sentence before a name. */
const OPENING = /^(?:The|An?)$/;
const WHENCE_WORTH = 250;
/** "Norvik shares rose": what is said of the price of shares. */
const SHARES: ReadonlySet<string> = new Set(["shares", "stock", "Shares"]);
const OF_SHARES: ReadonlySet<string> = new Set(definitions.ofShares.split(" "));
/** "Norvik's Bay shares": the name begins before. */
const POSSESSIVE = /^['’]s$/;
const SHARES_WORTH = 250;
/** "Norvik said it", "Norvik, which": what a person whom the lists do not know is not said to be. */
const SAID: ReadonlySet<string> = new Set(["said", "says"]);
/** "Norvik reported revenue", "Norvik moved its listing": what a firm does. */
const EARNINGS: ReadonlySet<string> = new Set("revenue revenues profit profits earnings sales net quarterly record".split(" "));
const VERB = /(?:ed|[^s]s)$/;
const DOER_WORTH = 150;
const TITLE_BITS = 1 << WORD_KINDS.indexOf("group");
const THING_DOUBT = 90;
const SAYER_WORTH = 90;

/**
 * Adds to the scores of a capitalised word what the two words right behind its run of capitalised words
 * say: "Norvik-based", "Norvik shares rose", "Norvik said it", "Norvik, which".
 * @param i the token; @param to where its scores begin.
 */
export function leanOnBehind(
  { words, places, runStart, runEnd }: BlockReading,
  store: WordStore,
  i: number,
  scores: Int16Array,
  to: number,
): void {
  const { texts } = store;
  const start = runStart[i] + MARGIN;
  const first = OPENING.test(texts[words[start]]) ? runStart[i] + 1 : runStart[i];
  if (i < first) return;
  const end = runEnd[i] + MARGIN;
  const next = texts[words[end]];
  const second = texts[words[end + 1]];
  if (next === "-") {
    const word = words[i + MARGIN];
    const mayBePlace = store.casing[word] !== Casing.Upper && (store.flags[word] & GROUP_BIT) === 0;
    if (WHENCE.has(second) && mayBePlace) raise(PLACE, WHENCE_WORTH, i === first, scores, to);
  } else if (places[i] > 0) {
    return;
  } else if (SHARES.has(next)) {
    if (OF_SHARES.has(second) && !POSSESSIVE.test(texts[words[start - 1]])) raise(ORGANIZATION, SHARES_WORTH, i === first, scores, to);
  } else if (
    (next === "reported" && EARNINGS.has(second)) ||
    (second === "its" && store.casing[words[end]] === Casing.None && VERB.test(next))
  ) {
    if ((store.flags[words[i + MARGIN]] & TITLE_BITS) !== 0) return;
    raise(ORGANIZATION, DOER_WORTH, i === first, scores, to);
    if (i === first) scores[to + PERSON] -= THING_DOUBT;
  } else if ((next === "," && second === "which") || (second === "it" && SAID.has(next))) {
    if (runEnd[i] - first > 1 || (store.flags[words[i + MARGIN]] & PERSON_BITS) !== 0) return;
    scores[to + PERSON] -= THING_DOUBT;
    if (second === "it") scores[to + ORGANIZATION] += SAYER_WORTH;
  }
}

function raise(label: number, worth: number, begins: boolean, scores: Int16Array, to: number): void {
  scores[to + (begins ? label : label + 1)] += worth;
}
