import type { Block } from "../text/sourceText.js";
import { partsByDescription } from "./descriptionsWithin.js";
import {
  aliasWithin,
  isMemberOfGroup,
  personAfterHolder,
  personAfterOffice,
  personAfterOrganization,
  personAfterPlace,
  personAfterSeat,
  personBeforeOrganization,
  roleWithin,
} from "./personsWithin.js";
import { numberBetweenTeams } from "./results.js";
import type { TokenName } from "./spans.js";
import type { WordLists } from "./wordLists.js";

/**
 * The names that the labels took together for one: "Maine" and "Ann Lee" behind "the Governor of", "Norvik Hunt" and "Ann Lee" around
 * "analyst"; null where the name is one.
 */
export function partsOf(lists: WordLists, block: Block, name: TokenName): readonly TokenName[] | null {
  const { first, end, type } = name;
  if (end - first < 2) return null;
  const parting = type === "organization" || type === "place" ? numberBetweenTeams(block, first, end) : aliasWithin(block, name);
  if (parting > 0) return [part(name, first, parting, type), part(name, parting + 1, end, type)];
  const described = partsByDescription(lists, block, name);
  if (described) return described;
  const person = personAfterPlace(lists, block, name);
  if (person > 0) return [part(name, first, person, "place"), part(name, person, end, "person")];
  if (isMemberOfGroup(lists, block, name)) return [part(name, first, first + 1, "group"), part(name, first + 1, end, "person")];
  const expert = personBeforeOrganization(lists, block, name);
  if (expert > 0) return [part(name, expert - first > 2 ? expert - 2 : first, expert, "person"), part(name, expert + 2, end, type)];
  const role = roleWithin(block, name);
  if (role > 0) return [part(name, first, role, "organization"), part(name, role + 1, end, type)];
  const candidate = personAfterOrganization(lists, block, name);
  if (candidate > 0) return [part(name, first, candidate, type), part(name, candidate, end, "person")];
  const holding = personAfterHolder(block, name);
  if (holding > 0) return [part(name, first, holding - 1, type), part(name, holding, end, "person")];
  const official = personAfterOffice(lists, block, name);
  if (official > 0) return [part(name, official, end, "person")];
  const seated = personAfterSeat(block, name);
  return seated ? [part(name, seated.chamber, seated.person, "organization"), part(name, seated.person, end, "person")] : null;
}

function part({ confidence }: TokenName, first: number, end: number, type: TokenName["type"]): TokenName {
  return { first, end, type, confidence };
}
