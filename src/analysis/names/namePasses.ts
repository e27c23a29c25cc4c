import type { Block } from "../text/sourceText.js";
import { memoByWord } from "../text/vocabulary.js";
import { isOfAcronyms, withAcronymsOfMembers } from "./acronymMembers.js";
import { saysOrganization, withApposedNames } from "./apposedNames.js";
import { isMember, withNamesBeforeRoles } from "./beforeRoles.js";
import { isRole, withNamesBehindRoles } from "./behindRoles.js";
import { endsCitation, withCitedAuthors } from "./citations.js";
import { mayBeCommonFirm, withCommonFirms } from "./commonFirms.js";
import { joinsNames, withCoordinatedNames } from "./coordinatedNames.js";
import { withDefinedSurnames } from "./definedSurnames.js";
import { withDescribedPersons } from "./describedPersons.js";
import { isForeignLink, withForeignNames } from "./foreignNames.js";
import { tellsForm, withFormNames } from "./formNames.js";
import { isInitial, withInitials } from "./initials.js";
import { endsJudgesTitle, withJudges } from "./judges.js";
import { isKin, withKin } from "./kin.js";
import { tellsCalling, withKnownAs } from "./knownAs.js";
import { withLabelledValues } from "./labelledValues.js";
import { isColon, opensBracket } from "./lines.js";
import { withLineups } from "./lineups.js";
import { withLongForms } from "./longForms.js";
import { endsMissedName, withMissedNames } from "./missedNames.js";
import { marksNickname, withBracketedNames, withNicknames } from "./nicknames.js";
import { beginsOperation, withOperations } from "./operations.js";
import { withOwnersOfPersons } from "./ownedPersons.js";
import { marksPossessive } from "./possessed.js";
import { withRecordName } from "./recordNames.js";
import { endsAddress, withSites } from "./sites.js";
import type { TokenName } from "./spans.js";
import { isShortState, withStates } from "./states.js";
import { isSyllabicName, withSyllabicNames } from "./syllabicNames.js";
import { titlesAll, withTitledLists } from "./titledLists.js";
import { saysType, withTypesByNoun } from "./typesByNoun.js";
import type { WordLists } from "./wordLists.js";

/** One reading of a block for names of a kind. */
interface Pass {
  readonly run: (block: Block, names: readonly TokenName[], lists: WordLists) => readonly TokenName[];
  /** Whether a word may be what the pass looks for: a block without such a word is not read. Absent where every block is. */
  readonly looksFor?: (word: string) => boolean;
}

/** What finds names that the labels left out, before their parts are joined. */
const FIRST: readonly Pass[] = [
  { run: withSites, looksFor: endsAddress },
  { run: withOperations, looksFor: beginsOperation },
  { run: withMissedNames, looksFor: endsMissedName },
  { run: withAcronymsOfMembers, looksFor: isOfAcronyms },
  { run: withInitials, looksFor: isInitial },
  { run: withCitedAuthors, looksFor: endsCitation },
];

/** What finds names by what stands beside them. */
const BESIDE: readonly Pass[] = [
  { run: withDescribedPersons },
  { run: withTypesByNoun, looksFor: saysType },
  { run: withApposedNames, looksFor: saysOrganization },
  { run: withCoordinatedNames, looksFor: joinsNames },
  { run: withSyllabicNames, looksFor: isSyllabicName },
  { run: withKin, looksFor: isKin },
  { run: withNamesBehindRoles, looksFor: isRole },
  { run: withNicknames, looksFor: marksNickname },
  { run: withBracketedNames, looksFor: opensBracket },
  { run: withNamesBeforeRoles, looksFor: isMember },
  { run: withStates, looksFor: isShortState },
  { run: withCommonFirms, looksFor: mayBeCommonFirm },
  { run: withJudges, looksFor: endsJudgesTitle },
  { run: withKnownAs, looksFor: tellsCalling },
  { run: withOwnersOfPersons, looksFor: marksPossessive },
  { run: withTitledLists, looksFor: titlesAll },
];

/** What finds names by their form and place, in this order, in place of what the labels say there. */
const LAST: readonly Pass[] = [
  { run: withForeignNames, looksFor: isForeignLink },
  { run: withFormNames, looksFor: tellsForm },
  { run: withLongForms, looksFor: opensBracket },
  { run: withLabelledValues, looksFor: isColon },
  { run: withLineups, looksFor: isColon },
  { run: withRecordName, looksFor: opensBracket },
  { run: withDefinedSurnames, looksFor: opensBracket },
];

const BESIDE_FROM = FIRST.length;
const LAST_FROM = BESIDE_FROM + BESIDE.length;
const ALL: readonly Pass[] = [...FIRST, ...BESIDE, ...LAST];

/** The passes, one bit each, that a word alone is reason for. */
const passesFor = memoByWord((word) => ALL.reduce((bits, { looksFor }, n) => (looksFor?.(word) ? bits | (1 << n) : bits), 0));
const ALWAYS = ALL.reduce((bits, { looksFor }, n) => (looksFor ? bits : bits | (1 << n)), 0);

const STAGES = { first: [0, BESIDE_FROM], beside: [BESIDE_FROM, LAST_FROM], last: [LAST_FROM, ALL.length] } as const;

/** The passes that a block's words are reason for, one bit each. */
export function passesOf(block: Block): number {
  let passes = ALWAYS;
  for (let i = 0; i < block.tokens.count; i++) passes |= passesFor(block, i);
  return passes;
}

/**
 * Runs those passes of a stage that are among the bits.
 * @param stage "first" before the parts of names are joined, "beside" for what stands beside names, "last" for forms that tell against the labels.
 */
export function runPasses(
  stage: keyof typeof STAGES,
  passes: number,
  block: Block,
  names: readonly TokenName[],
  lists: WordLists,
): readonly TokenName[] {
  const [from, to] = STAGES[stage];
  let found = names;
  for (let n = from; n < to; n++) if (((passes >> n) & 1) === 1) found = ALL[n].run(block, found, lists);
  return found;
}
