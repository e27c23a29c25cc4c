import type { EntityType } from "../analysis.js";
import { type Block, tokenText } from "../text/sourceText.js";
import { isBodyOfPlace } from "./bodiesOfPlaces.js";
import { isTitleCase } from "./lines.js";
import { flagsOf, GIVEN_BIT } from "./personsWithin.js";
import type { TokenName } from "./spans.js";
import wordKinds from "./wordKinds.json" with { type: "json" };
import type { WordLists } from "./wordLists.js";

const PARTICLES: ReadonlySet<string> = new Set(wordKinds.particlesBeforeSurname.split(" "));
const ORGANIZATION_HEADS: ReadonlySet<string> = new Set(wordKinds.kinds.organizationHead.split(" "));
const ORGANIZATION_ENDS: ReadonlySet<string> = new Set(wordKinds.organizationEnds.split(" "));

/** What is no place by itself, and one with the name behind "of". */
const PARTS_OF_PLACES: ReadonlySet<string> = new Set(wordKinds.partsOfPlaces.split(" "));

/** What a firm's name ends with behind "&": "Haskell & Sons". */
const FIRM_TAILS: ReadonlySet<string> = new Set(wordKinds.firmTails.split(" "));
/** And where a place stands before "&": "Norfolk & Southern Railway". */
const FIRM_ENDS: ReadonlySet<string> = new Set(`railway railroad ${wordKinds.trades}`.split(" "));
const GROUPS: ReadonlySet<string> = new Set(wordKinds.kinds.group.split(" "));
const TITLES: ReadonlySet<string> = new Set(`${wordKinds.kinds.title} ${wordKinds.kinds.lateTitle}`.split(" "));

/** After a people's name an organization has at most so many words more. */
const LONGEST_REST = 4;

/** "Oregon State University of the US": what stands behind says where it is, unlike in "University of the Philippines". */
const NOT_OF_STATES: ReadonlySet<string> = new Set(wordKinds.partedFromStates.split(" "));
/** What is called after somebody before the place that it is in. */
const CALLED_AFTER: ReadonlySet<string> = new Set("airport stadium university hospital school college academy bridge".split(" "));
/** Organizations that stand for no purpose: what follows their "for" is no part of the name. */
const WITHOUT_PURPOSE: ReadonlySet<string> = new Set(["party", "team"]);

/**
 * Joins the parts of one name that the labels cut: "University" of "Southern California", "Croatian" and "Peasant Party",
 * "Social Democratic" and "Labour Party". A name that ends in "Al" takes the next word, "German" the "Embassy" after it.
 */
export function joinParts(block: Block, names: readonly TokenName[], lists: WordLists): TokenName[] {
  const joined: TokenName[] = [];
  for (let n = 0; n < names.length; n++) {
    const name = extended(block, names[n], lists, n + 1 < names.length ? names[n + 1].first : block.tokens.count);
    const before = joined[joined.length - 1];
    const owned = before ? ownersPerson(block, before, name) : -1;
    if (before && owned > 0) {
      joined[joined.length - 1] = { ...before, end: owned - 1 };
      joined.push({ ...name, first: owned, type: "person" });
    } else if (before && isOfTwoPeoples(block, before, name)) joined[joined.length - 1] = { ...before, end: endOfRun(block, name.end) };
    else if (before && (isCalledAfter(block, before, name) || isCalledByEpithet(block, before, name)))
      joined[joined.length - 1] = { ...name, first: before.first };
    else if (before && (isOnePerson(block, before, name, lists) || isOfPlace(block, before, name)))
      joined[joined.length - 1] = { ...before, end: name.end };
    else if (before && belongTogether(block, before, name, lists))
      joined[joined.length - 1] = { ...before, type: "organization", end: name.end };
    else joined.push(name);
  }
  return joined;
}

/** The name with the words that belong to it and are no name by themselves, up to the next name. */
function extended(block: Block, name: TokenName, lists: WordLists, next: number): TokenName {
  if (name.end === next) return name;
  if (endsInParticle(block, name)) return { ...name, end: name.end + 1 };
  if (name.end + 1 < next && block.words[name.end] === "&" && FIRM_TAILS.has(block.lower[name.end + 1]))
    return { ...name, type: "organization", end: name.end + 2 };
  if (name.type === "person" && name.end - name.first === 1 && block.words[name.end] === "&" && !opensReference(block, name.first)) {
    const end = endOfRun(block, name.end + 1);
    if (end > name.end + 1 && end <= next && !areAuthors(block, name.first, name.end + 1, end, lists))
      return { ...name, type: "organization", end };
  }
  if (name.type !== "group" || !isTitleCase(block, name.first)) return name;
  let end = name.end;
  while (end < next && end < name.end + LONGEST_REST && isTitleCase(block, end)) end++;
  const head = end > name.end ? block.lower[end - 1] : "";
  return ORGANIZATION_HEADS.has(head) || head === "government" ? { ...name, end, type: "organization" } : name;
}

/** "(Weld & Hale 2004)". */
function opensReference({ words }: Block, first: number): boolean {
  return /^[(;]$/.test(words[first - 1] ?? "");
}

/** "Tom & Ann", "Weld & Hale (2004)", "Weld & Hale's study": two persons, and no firm. */
function areAuthors({ words }: Block, first: number, second: number, end: number, lists: WordLists): boolean {
  if ((flagsOf(lists, words[first]) & flagsOf(lists, words[second]) & GIVEN_BIT) !== 0) return true;
  const behind = /^(?:,|\(|['’]s)$/.test(words[end] ?? "") ? end + 1 : end;
  return /^(?:\[|(?:1[5-9]|20)\d\d[a-z]?|study|studies|work|findings|results|paper)$/.test(words[behind] ?? "");
}

function endsInParticle(block: Block, { first, end, type }: TokenName): boolean {
  if (type !== "person" || end - first < 2 || !PARTICLES.has(block.lower[end - 1])) return false;
  return isTitleCase(block, end);
}

/** What stands, small, between a name and a parent's, and nowhere else. */
const WHOSE_CHILD: ReadonlySet<string> = new Set(["ap", "ferch", "ibn", "bint", "binti", "binte"]);

/** Where "Mabon" of "Plaid Cymru's Mabon ap Gwynfor" begins, which was taken together with whose he is; -1 elsewhere. */
function ownersPerson({ words }: Block, before: TokenName, name: TokenName): number {
  if (before.type !== "organization" || name.first !== before.end + 1 || !WHOSE_CHILD.has(words[before.end])) return -1;
  for (let i = before.end - 2; i > before.first; i--) if (/^['’]s$/.test(words[i])) return i + 1;
  return -1;
}

/** "Ann Weld" and "Halden Airport" in "Ann Weld Halden Airport": what is called after somebody before the place that it is in. */
function isCalledAfter(block: Block, before: TokenName, { first, end, type }: TokenName): boolean {
  if (before.end !== first || before.type !== "person" || before.end - before.first > 2) return false;
  return (type === "place" || type === "organization") && CALLED_AFTER.has(block.lower[end - 1]) && isBehindSpace(block, first);
}

/** What saints are called by behind "the". */
const EPITHETS = /^(?:king|baptist|evangelist|divine|apostle|worker|great|redeemer)$/;

/** "Christ" and "King Hospital" in "Christ the King Hospital", "St John" and "Baptist Church": what is called after a saint with what he is called by. */
function isCalledByEpithet({ lower }: Block, before: TokenName, { first, end, type }: TokenName): boolean {
  if (lower[before.end] !== "the" || first !== before.end + 1 || !EPITHETS.test(lower[first])) return false;
  if (type !== "organization" && type !== "place") return false;
  return end - first > 1 && (lower[before.end - 1] === "christ" || /^(?:st\.?|saint)$/.test(lower[before.first]));
}

/** Whether nothing but a space stands between a token and the one before. */
function isBehindSpace({ text, tokens: { starts, ends } }: Block, token: number): boolean {
  return starts[token] === ends[token - 1] + 1 && text[ends[token - 1]] === " ";
}

/** Two names of persons with nothing but a space between them are one: "Zine El-Abidine" and "Ben Ali". A title, or another full name, begins another. */
function isOnePerson(block: Block, before: TokenName, name: TokenName, lists: WordLists): boolean {
  const { words } = block;
  // "Mabon ap Gwynfor"
  if (name.first === before.end + 1 && WHOSE_CHILD.has(words[before.end])) return before.type === "person" && name.type !== "organization";
  if (before.type !== "person" || name.type !== "person" || before.end !== name.first) return false;
  if (!isBehindSpace(block, name.first) || TITLES.has(words[name.first].toLowerCase())) return false;
  return !(isFullName(block, before, lists) && isFullName(block, name, lists));
}

function isFullName({ words }: Block, { first, end }: TokenName, lists: WordLists): boolean {
  return end - first > 1 && (flagsOf(lists, words[first]) & GIVEN_BIT) !== 0 && !PARTICLES.has(words[first].toLowerCase());
}

/** "Port" and "Los Angeles" in "Port of Los Angeles", "Church of Our Lady" and "Mount Carmel". */
function isOfPlace({ words, lower }: Block, before: TokenName, name: TokenName): boolean {
  // "Coyuca de" and "Catalán"
  if (before.type === "place" && before.end === name.first && before.end - before.first > 1)
    return /^(?:de|del|do|da|di)$/.test(words[before.end - 1]) && /^\p{Lu}/u.test(words[name.first]);
  if (lower[before.end - 1] === "lady" && lower[before.end - 2] === "our")
    return name.first === before.end + 1 && words[before.end] === "of";
  const isPart = before.type === "place" && before.end - before.first === 1 && PARTS_OF_PLACES.has(lower[before.first]);
  return isPart && name.type === "place" && name.first === before.end + 1 && words[before.end] === "of";
}

/** "Centre for Irish" and "Scottish" in "Centre for Irish and Scottish Studies". */
function isOfTwoPeoples(block: Block, before: TokenName, name: TokenName): boolean {
  if (before.type !== "organization" || name.type !== "group" || name.first !== before.end + 1 || block.words[before.end] !== "and")
    return false;
  return GROUPS.has(block.lower[before.end - 1]) && /^(?:for|of)$/.test(block.words[before.end - 2] ?? "") && isTitleCase(block, name.end);
}

function endOfRun(block: Block, from: number): number {
  let end = from;
  while (end < from + LONGEST_REST && isTitleCase(block, end)) end++;
  return end;
}

function belongTogether(block: Block, before: TokenName, name: TokenName, lists: WordLists): boolean {
  const gap = name.first - before.end;
  if (
    gap === 1 &&
    before.type === "place" &&
    (isBetweenStates(block, name) ||
      isOfTwoPlaces(block, before, name) ||
      isJoinedBorough(block, before, name) ||
      isBodyOfPlace(block, before, name))
  )
    return true;
  if (gap === 0 && block.words[name.first] === "NHS") return before.type === "organization" && name.type === "organization";
  if (gap === 0) return isWhence(before.type) && /^\p{Lu}/u.test(tokenText(block, before.first)) && takesWhence(block, before, name);
  const link = tokenText(block, before.end);
  if (link === "&" && gap === 1) {
    const head = block.lower[name.end - 1];
    if (FIRM_ENDS.has(head)) return name.type !== "person";
    if (before.type === "person" && before.end - before.first === 1 && name.end - name.first === 1 && name.type !== "group")
      return (
        isTitleCase(block, name.first) &&
        !opensReference(block, before.first) &&
        !areAuthors(block, before.first, name.first, name.end, lists)
      );
    if (before.type === "person" && before.end - before.first === 1 && /^(?:hospital|clinic|hospitals)$/.test(head)) return true;
    return before.type === "place" && name.type === "organization" && name.end - name.first > 1 && ORGANIZATION_HEADS.has(head);
  }
  if (before.type !== "organization" || gap > 2) return false;
  if (gap === 2 && !/^(?:the|an?)$/.test(tokenText(block, before.end + 1))) return false;
  const last = tokenText(block, before.end - 1);
  if (link === "in") return isWhence(name.type) && (gap === 2 ? isFranchise(block, before) : isForField(block, before));
  if (link === "and" && gap === 1) return name.type === "organization" && lacksHead(before, last) && endsAsOrganization(block, name);
  const head = last.toLowerCase();
  // "Court of Appeals for the Ninth Circuit"
  if (head === "appeals" && block.lower[before.end - 2] === "of") return link === "for" && name.type !== "person";
  if (!ORGANIZATION_HEADS.has(head) || (gap === 2 && NOT_OF_STATES.has(head) && before.end - before.first > 1)) return false;
  if (link === "of") return isWhence(name.type);
  return link === "for" && name.type !== "person" && !WITHOUT_PURPOSE.has(head) && !(head === "league" && name.type === "organization");
}

/** "al-Qaida in the Arabian Peninsula", "Islamic State in the Greater Sahara": what is called by the region that it is the branch for. */
function isFranchise({ lower }: Block, { end }: TokenName): boolean {
  const last = lower[end - 1];
  return /^(?:al-)?q(?:a|á|aa)['’]?[ei]da$/.test(last) || (last === "state" && lower[end - 2] === "islamic");
}

/** "Organization for Security and Co-operation in Europe": what is for a field in a place, and not there. */
function isForField({ lower }: Block, { first, end }: TokenName): boolean {
  return (
    /^(?:co-?operation|democracy|freedom|solidarity|progress)$/.test(lower[end - 1]) &&
    lower.indexOf("for", first) < end &&
    lower.indexOf("for", first) > 0
  );
}

/** "U.S." and "Korea Business Council" in "U.S.-Korea Business Council". */
function isBetweenStates({ text, tokens: { starts, ends } }: Block, { first, end, type }: TokenName): boolean {
  return (
    type === "organization" &&
    end - first > 1 &&
    text[starts[first - 1]] === "-" &&
    ends[first - 2] === starts[first - 1] &&
    ends[first - 1] === starts[first]
  );
}

/** What two places have together: "Devon and Cornwall Police". */
const SHARED: ReadonlySet<string> = new Set(wordKinds.sharedByPlaces.split(" "));
const BOARDS: ReadonlySet<string> = new Set(["health board", "of appeal", "combined authority", "rescue service", "ambulance service"]);

/** "Cardiff" and "Vale Health Board" in "Cardiff and Vale Health Board", but not behind "between". */
function isOfTwoPlaces({ words, lower }: Block, before: TokenName, { first, end, type }: TokenName): boolean {
  if (type !== "organization" || words[first - 1] !== "and" || end - first < 2 || lower[before.first - 1] === "between") return false;
  if (BOARDS.has(`${lower[end - 2]} ${lower[end - 1]}`)) return true;
  for (let i = first + 1; i < end; i++) if (SHARED.has(lower[i])) return true;
  return false;
}

/** "Vesk" and "Halden Borough Council" in "Vesk with Halden Borough Council", but not in "talks in Vesk with Halden Borough Council". */
function isJoinedBorough({ words, lower }: Block, before: TokenName, { first, end, type }: TokenName): boolean {
  if (type !== "organization" || words[first - 1] !== "with" || end - first < 2 || LOCATIVE.test(lower[before.first - 1] ?? ""))
    return false;
  return lower[end - 1] === "council" && /^(?:borough|parish|town|city|district|county)$/.test(lower[end - 2]);
}

const LOCATIVE = /^(?:in|at|from|to|near|of|between|for|around|outside)$/;

/** What a country has one of. */
const FORCES: ReadonlySet<string> = new Set(["Navy", "Army", "Police", "Government"]);
/** What has a branch in each country: "Polish Red Cross". */
const BRANCHES: ReadonlySet<string> = new Set(["cross", "crescent"]);

/** Whether the name says where an organization is from: "Belarusian" and "Ontario" before "Green Party" are part of its name. */
function isWhence(type: EntityType): boolean {
  return type === "place" || type === "group";
}

/** "Canadian Bond Rating Service" and "Ontario Green Party", but not "European Airbus" and "United States Senate", which are known without. */
function takesWhence(block: Block, before: TokenName, { first, end, type }: TokenName): boolean {
  if (type !== "organization") return false;
  if (end - first < 2 && (before.type === "place" || FORCES.has(tokenText(block, first)))) return FORCES.has(tokenText(block, first));
  if (before.type === "group" && BRANCHES.has(block.lower[end - 1])) return true;
  if (ORGANIZATION_HEADS.has(block.lower[end - 1]) || ORGANIZATION_HEADS.has(block.lower[first])) return true;
  return before.type === "group" && hasParty(block, first, end);
}

/** "Liberal Party of Freedom": whether what stands before "of" is a party or the like. */
function hasParty({ lower }: Block, first: number, end: number): boolean {
  for (let i = first; i + 1 < end; i++) if (lower[i + 1] === "of") return ORGANIZATION_ENDS.has(lower[i]);
  return false;
}

/** "Social Democratic" in "Social Democratic and Labour Party": no organization yet. */
function lacksHead({ first, end }: TokenName, last: string): boolean {
  return end - first < 3 && !ORGANIZATION_HEADS.has(last.toLowerCase()) && /^\p{Lu}\p{Ll}+$/u.test(last);
}

function endsAsOrganization(block: Block, { end }: TokenName): boolean {
  return ORGANIZATION_ENDS.has(block.lower[end - 1]);
}
