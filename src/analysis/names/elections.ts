import { type Block, tokenText } from "../text/sourceText.js";
import type { TokenName } from "./spans.js";
import wordKinds from "./wordKinds.json" with { type: "json" };

const ELECTIONS: ReadonlySet<string> = new Set(wordKinds.elections.split(" "));

/** Makes events of the places and peoples whose elections they are. */
export function withElections(block: Block, names: readonly TokenName[]): readonly TokenName[] {
  let all: TokenName[] | null = null;
  for (let n = 0; n < names.length; n++) {
    const name = electionOf(block, names[n], n > 0 ? names[n - 1].end : 0);
    if (name === names[n]) continue;
    all ??= names.slice();
    all[n] = name;
  }
  return all ?? names;
}

/**
 * "the 2008 New Zealand general election" is an event, not a place.
 * @param after behind the name before, which the event does not reach into.
 */
function electionOf(block: Block, name: TokenName, after: number): TokenName {
  if ((name.type !== "place" && name.type !== "group") || name.first <= after || !/^[12]\d{3}$/.test(tokenText(block, name.first - 1)))
    return name;
  for (let i = name.end; i < block.tokens.count && i < name.end + 4; i++) {
    const word = tokenText(block, i);
    if (ELECTIONS.has(word)) return { ...name, first: name.first - 1, end: i + 1, type: "event" };
    if (!/^\p{Ll}[\p{Ll}-]+$/u.test(word)) return name;
  }
  return name;
}
