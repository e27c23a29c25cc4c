import type { Block } from "../text/sourceText.js";
import { memoByWord } from "../text/vocabulary.js";
import { beginsCause, causeAt } from "./causes.js";
import { courtCaseAt, partsParties } from "./courtCases.js";
import { beginsEvent, eventOf } from "./eventsOf.js";
import { branchAt, factionAt, isFaction, opensBranch } from "./factions.js";
import { endsFirm, firmAt } from "./firms.js";
import { generationAt, tellsGeneration } from "./generations.js";
import { endsLaw, lawAt } from "./laws.js";
import { beginsRoad, roadAt } from "./numberedRoads.js";
import { beginsOffice, officeAt } from "./offices.js";
import { joinsPartners, partnershipAt } from "./partnerships.js";
import { marksPossessive, possessedAt } from "./possessed.js";
import { beginsShip, shipAt } from "./ships.js";
import type { TokenName } from "./spans.js";
import { withSpans } from "./withSpans.js";
import type { WordLists } from "./wordLists.js";

/** What tells a name by one of its words, and reads it from there. */
interface Form {
  readonly isToldBy: (word: string) => boolean;
  readonly nameAt: (block: Block, token: number, names: readonly TokenName[], lists: WordLists) => TokenName | null;
}

const FORMS: readonly Form[] = [
  { isToldBy: marksPossessive, nameAt: possessedAt },
  { isToldBy: isFaction, nameAt: factionAt },
  { isToldBy: opensBranch, nameAt: branchAt },
  { isToldBy: endsFirm, nameAt: firmAt },
  { isToldBy: beginsShip, nameAt: shipAt },
  { isToldBy: endsLaw, nameAt: lawAt },
  { isToldBy: partsParties, nameAt: courtCaseAt },
  { isToldBy: beginsRoad, nameAt: roadAt },
  { isToldBy: beginsEvent, nameAt: eventOf },
  { isToldBy: beginsCause, nameAt: causeAt },
  { isToldBy: beginsOffice, nameAt: officeAt },
  { isToldBy: joinsPartners, nameAt: partnershipAt },
  { isToldBy: tellsGeneration, nameAt: generationAt },
];

/** The number of the form that a word tells of, from 1; 0 for most words. */
const formOf = memoByWord((word) => 1 + FORMS.findIndex(({ isToldBy }) => isToldBy(word)));

/** Whether a word tells of a name by its form. */
export function tellsForm(word: string): boolean {
  return FORMS.some(({ isToldBy }) => isToldBy(word));
}

/**
 * Adds names whose form alone tells them, whatever the labels say: laws, court cases, ships, numbered roads, events, organizations that
 * are called by their cause, firms and offices that are called by a possessive.
 */
export function withFormNames(block: Block, names: readonly TokenName[], lists: WordLists): readonly TokenName[] {
  let added: TokenName[] | null = null;
  let to = 0;
  for (let i = 0; i < block.tokens.count; i++) {
    const form = formOf(block, i);
    if (form === 0) continue;
    const name = FORMS[form - 1].nameAt(block, i, names, lists);
    if (!name || name.first < to) continue;
    to = name.end;
    added ??= [];
    added.push(name);
  }
  return added ? withSpans(names, added) : names;
}
