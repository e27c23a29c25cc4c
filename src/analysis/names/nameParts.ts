import type { Block } from "../text/sourceText.js";
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
  const { first, end, type, confidence } = name;
  if (end - first < 2) return null;
  const part = (from: number, to: number, of: TokenName["type"]): TokenName => ({ first: from, end: to, type: of, confidence });
  const parting = type === "organization" || type === "place" ? numberBetweenTeams(block, first, end) : aliasWithin(block, name);
  if (parting > 0) return [part(first, parting, type), part(parting + 1, end, type)];
  const person = personAfterPlace(lists, block, name);
  if (person > 0) return [part(first, person, "place"), part(person, end, "person")];
  if (isMemberOfGroup(lists, block, name)) return [part(first, first + 1, "group"), part(first + 1, end, "person")];
  const expert = personBeforeOrganization(lists, block, name);
  if (expert > 0) return [part(expert - first > 2 ? expert - 2 : first, expert, "person"), part(expert + 2, end, type)];
  const role = roleWithin(block, name);
  if (role > 0) return [part(first, role, "organization"), part(role + 1, end, type)];
  const candidate = personAfterOrganization(lists, block, name);
  if (candidate > 0) return [part(first, candidate, type), part(candidate, end, "person")];
  const holding = personAfterHolder(block, name);
  if (holding > 0) return [part(first, holding - 1, type), part(holding, end, "person")];
  const official = personAfterOffice(lists, block, name);
  if (official > 0) return [part(official, end, "person")];
  const seated = personAfterSeat(block, name);
  return seated ? [part(seated.chamber, seated.person, "organization"), part(seated.person, end, "person")] : null;
}
