import type { EntityType } from "../analysis.js";
import type { Block } from "../text/sourceText.js";
import { memoByWord } from "../text/vocabulary.js";
import { isTitleCase } from "./lines.js";
import type { TokenName } from "./spans.js";
import wordKinds from "./wordKinds.json" with { type: "json" };

const PERSON_TITLES: ReadonlySet<string> = new Set(wordKinds.personTitles.split(" "));
const ORGANIZATION_ENDS: ReadonlySet<string> = new Set(wordKinds.organizationEnds.split(" "));
/** What begins no name of a person or place: "Banco Sabadell", "Jabhat al-Nusra". */
const ORGANIZATION_STARTS: ReadonlySet<string> = new Set(wordKinds.organizationStarts.split(" "));
/** What firms are called by and no person is: "Olsen Books". */
const FIRM_ENDS: ReadonlySet<string> = new Set(
  `${wordKinds.firmEnds} ${wordKinds.trades} ${wordKinds.firmWords}`.split(" ").filter((word) => !/^(?:steel|flour|holding)$/.test(word)),
);
/** What no person is called by first: "National Jama'ath". */
const ORGANIZATION_FIRSTS: ReadonlySet<string> = new Set(wordKinds.organizationFirsts.split(" "));
/** What teams are called by and no person is: "Barrow Rovers". */
const TEAM_ENDS: ReadonlySet<string> = new Set(wordKinds.teamEnds.split(" "));
/** What neither persons nor places are called by: "Norvik Shipping". */
const TRADES: ReadonlySet<string> = new Set(wordKinds.trades.split(" "));
/** What places are called by and no person is: "Amelia Hale Airport". */
const PLACE_ENDS: ReadonlySet<string> = new Set(wordKinds.placeEnds.split(" "));
/** What places are called by in other languages, before a person's name: "Avenida Roosevelt". */
const PLACE_STARTS: ReadonlySet<string> = new Set(wordKinds.placeStarts.split(" "));
/** What no organization is called by: "Vesk Mansion", "Wall Street". */
const SURE_PLACES: ReadonlySet<string> = new Set(wordKinds.surePlaces.split(" "));
/** "Sir Ganga Hospital": what is named after a person. */
const ENDS_NO_PERSON: ReadonlySet<string> = new Set([...ORGANIZATION_ENDS, ...FIRM_ENDS, ...PLACE_ENDS]);
/** Schools and stations are where they stand as well as who they are; as names they are organizations. */
const ORGANIZATIONS_OF_PLACES: ReadonlySet<string> = new Set(wordKinds.organizationsOfPlaces.split(" "));
/** What ends no name of a place: "Oslo Bar Association". */
const NO_PLACE_ENDS: ReadonlySet<string> = new Set(wordKinds.noPlaceEnds.split(" "));
/** What is agreed or happened and is called after the place: "Meridale Crisis", "Vesk River Campaign". */
const PLACES_EVENTS: ReadonlySet<string> = new Set(wordKinds.placesEvents.split(" "));
/** What organizations are not called by: "Halden Accord". */
const AGREEMENTS: ReadonlySet<string> = new Set(wordKinds.agreements.split(" "));

const AUTHORITIES: ReadonlySet<string> = new Set(wordKinds.authorities.split(" "));
const REALMS: ReadonlySet<string> = new Set(wordKinds.realms.split(" "));
/** What is read from and sworn on. */
const SCRIPTURES: ReadonlySet<string> = new Set(wordKinds.scriptures.split(" "));
/** Forces that are called by one word. */
const FORCES: ReadonlySet<string> = new Set(wordKinds.forces.split(" "));
/** What no place is called by last. */
const FIRMS_ALONE = /^(?:therapeutics|biosciences?|pharma|genomics|semiconductors?|analytics|robotics|aerospace|lithium|solicitors)$/;
/** What nothing but a firm is called by last. */
const LIMITED = /^(?:limited|ltd|plc|llp|inc|llc|gmbh|banc(?:orp|shares)|co-?operative|co-op)\.?$/;
const COMPASS: ReadonlySet<string> = new Set(wordKinds.kinds.compass.split(" "));
const GROUPS: ReadonlySet<string> = new Set(wordKinds.kinds.group.split(" "));
/** "Miller Brothers". */
const FIRM_TAILS: ReadonlySet<string> = new Set(["brothers", "bros", "bros.", "sons"]);

/** The type that a name's first or last word leaves no doubt of: "Sheikh Amin" is a person, "People's Union" an organization. */
export function typeByWords(block: Block, { first, end, type }: TokenName): EntityType {
  if (end - first < 2 && FORCES.has(block.words[first])) return "organization";
  if (end - first < 2 && SCRIPTURES.has(block.words[first])) return "work";
  if (end - first < 2 && type === "place" && isBank(block, first) === 1) return "organization";
  if (end - first < 2) return (type === "person" || type === "place") && isBrand(block, first) === 1 ? "organization" : type;
  const last = block.lower[end - 1];
  if (type === "organization" && isRealm(block, first, end)) return "place";
  if (type === "organization" && end - first === 2 && COMPASS.has(block.lower[first]) && GROUPS.has(last)) return "group";
  if (LIMITED.test(last)) return "organization";
  if (type === "person" && FIRM_TAILS.has(last) && isTitleCase(block, end - 1)) return "organization";
  if (PERSON_TITLES.has(block.lower[first]) && !ENDS_NO_PERSON.has(last)) return "person";
  // "U Maung Soe Win": as Burmese men are called.
  if (block.words[first] === "U" && end - first > 2 && !ENDS_NO_PERSON.has(last)) return "person";
  if (type === "place" && (ORGANIZATIONS_OF_PLACES.has(last) || NO_PLACE_ENDS.has(last))) return "organization";
  if (type === "place" ? PLACES_EVENTS.has(last) : type === "organization" && AGREEMENTS.has(last)) return "event";
  if (type !== "work" && last === "doctrine") return "work";
  if (ORGANIZATION_STARTS.has(block.lower[first])) return "organization";
  if (type === "person" && (PLACE_ENDS.has(last) || PLACE_STARTS.has(block.lower[first]))) return "place";
  if (type === "person" && ORGANIZATION_FIRSTS.has(block.lower[first])) return "organization";
  // "Zaysan Balyk Holding", but "Ada Holding".
  if (type === "person" && last === "holding" && end - first > 2) return "organization";
  if (type === "person") return FIRM_ENDS.has(last) || TEAM_ENDS.has(last) ? "organization" : type;
  if (type === "place") return TRADES.has(last) || FIRMS_ALONE.test(last) || isAuthority(block, first, end) ? "organization" : type;
  if (type === "organization") return end - first === 2 && (SURE_PLACES.has(last) || isStrait(block, first, end)) ? "place" : type;
  return type === "group" && ORGANIZATION_ENDS.has(last) ? "organization" : type;
}

/** "Varnholm Department of Public Safety". */
export function isAuthority({ lower }: Block, first: number, end: number): boolean {
  for (let i = first; i + 2 < end; i++) if (AUTHORITIES.has(lower[i]) && /^(?:of|for)$/.test(lower[i + 1])) return true;
  return false;
}

/** "in the Vesk Channel", but "on the Vesk Channel", which broadcasts. */
function isStrait({ lower }: Block, first: number, end: number): boolean {
  return lower[end - 1] === "channel" && lower[first - 1] === "the" && CROSSED.test(lower[first - 2] ?? "");
}

const CROSSED = /^(?:in|into|through|across|along|crossed|crossing|cross|navigate|navigated|off|over)$/;

/** "Crown Colony of Sarawak". */
function isRealm({ lower, words }: Block, first: number, end: number): boolean {
  const of = words[first + 1] === "of" ? first + 1 : words[first + 2] === "of" ? first + 2 : end;
  return of + 1 < end && REALMS.has(lower[of - 1]) && (of === first + 1 || /^(?:crown|grand)$/.test(lower[first]));
}

/** 1 for "Tarvobank", but not "Burbank". */
const isBank = memoByWord((word) =>
  /^\p{Lu}\p{Ll}{3,}bank$/u.test(word) && !/^(?:Burb|Fairb|Millb|South|Firb|Eub|Brox|West|River)/.test(word) ? 1 : 0,
);

/** 1 for "PetroVista", but not "FitzGerald". */
const isBrand = memoByWord((word) =>
  /^\p{Lu}\p{Ll}{2,}\p{Lu}\p{Ll}{2,}$/u.test(word) && !/^(?:Mac|Fitz|Van|Von|Del|Della|Des)\p{Lu}/u.test(word) ? 1 : 0,
);
