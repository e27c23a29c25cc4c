import type { Block } from "../text/sourceText.js";
import { memoByWord } from "../text/vocabulary.js";
import { endsLaw, lawAt } from "./laws.js";
import { marksPossessive, possessedAt } from "./possessed.js";
import { beginsShip, shipAt } from "./ships.js";
import type { TokenName } from "./spans.js";
import { withSpans } from "./withSpans.js";

/** What a word may tell of a name: 0 for most words. */
const enum Tells {
  Nothing = 0,
  Law = 1,
  Ship = 2,
  Possessive = 3,
}

const tells = memoByWord((word): Tells => {
  if (marksPossessive(word)) return Tells.Possessive;
  if (beginsShip(word)) return Tells.Ship;
  return endsLaw(word) ? Tells.Law : Tells.Nothing;
});

/** Adds names whose form alone tells them, whatever the labels say: laws, ships, firms and offices that are called by a possessive. */
export function withFormNames(block: Block, names: readonly TokenName[]): readonly TokenName[] {
  let added: TokenName[] | null = null;
  for (let i = 0; i < block.tokens.count; i++) {
    const told = tells(block, i);
    if (told === Tells.Nothing) continue;
    const name = told === Tells.Law ? lawAt(block, i) : told === Tells.Ship ? shipAt(block, i) : possessedAt(block, i, names);
    if (!name) continue;
    const last = added?.[added.length - 1];
    if (last && name.first < last.end) continue;
    added ??= [];
    added.push(name);
  }
  return added ? withSpans(names, added) : names;
}
