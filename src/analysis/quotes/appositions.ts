import type { Span } from "../analysis.js";
import { nounType } from "../identity/rolePhrases.js";
import { KIN } from "../names/kin.js";
import { compiled } from "../text/compiled.js";
import functionWords from "./functionWords.json" with { type: "json" };
import type { MentionIndex, PlacedMention } from "./mentionIndex.js";

/** Words before a noun that say that it is nobody who was told of before. */
export const INDEFINITE: ReadonlySet<string> = new Set([
  "a",
  "an",
  "another",
  "some",
  "one",
  "two",
  "three",
  "several",
  "many",
  "most",
  "few",
  "other",
  "others",
  "no",
  "any",
  "someone",
  "somebody",
  "various",
  "numerous",
]);

/** What stands between a comma and the name behind it: titles, with their full stops, or what the person is: ", the painter ", ", a nurse named ", ", retired judge Dame ". */
const TITLES_BETWEEN = /^,\s+(?:\p{Lu}[\p{L}.-]*\s+){0,4}$/u;
const DESCRIBED_BETWEEN = /^,\s+((?:[\p{L}.’'-]+\s+){0,4}?)(\p{Ll}+)\s+(?:(?:named|called)\s+|(?:\p{Lu}[\p{L}.-]*\s+){1,2})?$/u;
/** "citing spokesman", "whose aide", "helped by engineer": no description, but something that was done. */
const DOES = new RegExp(
  `ing\\s|\\b(?:${[...functionWords.who, ...functionWords.of, ...functionWords.for, ...functionWords.to, ...functionWords.preposition].join("|")}|and|or|by|with|that|said)\\s`,
);
const DESCRIBED_BEHIND = compiled(/^, (?:an?|the|which|whose|one|part|based|owned|run|led) /);
const LONGEST_TITLES = 60;
/** Whom the head is one of: "one of them, Ann Weld, pointing at the map". */
const OF_THEM = compiled(/^ of (?:them|us|whom|(?:the|his|her|their) [\p{L}-]+)$/u);
/** Whom or what the head is for, and where whoever is named behind it belongs: "a lawyer for Mr. Weld, Ada Byron of the Gray practice". */
const FOR_WHOM = compiled(/^ (?:for|of|from|at|with|in) [^,;:()“”"\n]+$/);
const BELONGS_TO = compiled(/^ (?:of|from|at|with) [^,;:()“”"\n]+$/);
/** "Jane’s husband": the name is another's. */
const POSSESSIVE = /^['’]s?\b/;

/**
 * "the group's leader, Abu Omar", "the minister's chief of staff, Dr. Ann Weld": the name of a person behind the comma that follows the
 * head or ends the phrase. "The regulator, Ofcom", "The company, Acme, a unit of Bolt": an organization's, right behind the head and last,
 * or with words behind its comma that describe it.
 */
export function apposed(text: string, source: Span, headEnd: number, inside: readonly PlacedMention[]): PlacedMention | null {
  const isOrganization = ({ mention, entity }: PlacedMention): boolean =>
    mention.kind === "name" &&
    entity.type === "organization" &&
    mention.start === headEnd + 2 &&
    text.startsWith(", ", headEnd) &&
    (/^\W*$/.test(text.slice(mention.end, source.end)) || DESCRIBED_BEHIND.test(text.slice(mention.end, source.end))) &&
    !INDEFINITE.has(text.slice(source.start, headEnd).split(" ", 1)[0].toLowerCase());
  const isBehindComma = ({ mention, entity }: PlacedMention): boolean => {
    if (mention.kind !== "name" || entity.type !== "person" || mention.start <= headEnd || mention.end > source.end) return false;
    const comma = text.lastIndexOf(",", mention.start);
    if (comma < headEnd || mention.start - comma > LONGEST_TITLES || !isApposition(text.slice(comma, mention.start))) return false;
    const behind = text.slice(mention.end, source.end);
    if (POSSESSIVE.test(behind)) return false;
    const between = text.slice(headEnd, comma);
    if (between !== "" && isKin(text, headEnd) && isPersonNoun(text, comma)) return false;
    if (comma === headEnd || OF_THEM.test(between) || /^\W*$/.test(behind)) return true;
    return FOR_WHOM.test(between) && BELONGS_TO.test(behind) && isPersonNoun(text, headEnd);
  };
  return inside.find(isBehindComma) ?? inside.find(isOrganization) ?? null;
}

/** Whether the word that ends at an offset is a noun for a person. */
function isPersonNoun(text: string, end: number): boolean {
  return nounType(wordBefore(text, end)) === "person";
}

/** "the mother of the boy, Ann Weld": either may be named. */
function isKin(text: string, end: number): boolean {
  return KIN.has(wordBefore(text, end));
}

function wordBefore(text: string, end: number): string {
  return text.slice(text.lastIndexOf(" ", end - 1) + 1, end).toLowerCase();
}

function isApposition(between: string): boolean {
  if (TITLES_BETWEEN.test(between)) return true;
  const described = DESCRIBED_BETWEEN.exec(between);
  return described !== null && nounType(described[2]) === "person" && !DOES.test(described[1]);
}

/** "his lawyer, Ann Weld,": the name behind the comma that the words for a source end before, where these say what a person is. */
export function apposedBehind(text: string, { start, end }: Span, headEnd: number, mentions: MentionIndex): PlacedMention | null {
  if (!text.startsWith(", ", end)) return null;
  // "the shadow Fisheries Secretary, Ann Weld,"
  if (!isPersonNoun(text, headEnd)) return null;
  if (INDEFINITE.has(text.slice(start, end).split(" ", 1)[0].toLowerCase())) return null;
  const [named] = mentions.within({ start: end + 2, end: end + 3 });
  if (named?.mention.kind !== "name" || named.entity.type !== "person") return null;
  return /^[,.;:]/.test(text.slice(named.mention.end, named.mention.end + 1)) ? named : null;
}

/** What stands between somebody and the name given to him: "identified by prosecutors as ", ", who gave her name only as ", ", who gave only his surname, ". */
const KNOWN_AS = new RegExp(
  [
    String.raw`^,?\s(?:who\s(?:is|was)\s)?(?:(?:later|only|since|publicly)\s)?(?:identified|named|known|introduced)(?:\sby\s[^.,;:\n“”"]{1,40}?)?(?:\s(?:only|simply))?\sas\s(?=\p{Lu})`,
    String.raw`^[^.;:\n“”"]{0,80}?\swho\s(?:only\s)?(?:gave|gives)\s(?:(?:only|just)\s)?(?:his|her|their|a)\s(?:(?:first|last|full)\s)?(?:name|surname)(?:\s(?:only|simply))?(?:\sas\s|,\s)(?=\p{Lu})`,
    String.raw`^,?\swho\s(?:us(?:es|ed)|go(?:es)?\sby|went\sby|posts\sunder|writes\sunder)\sthe\s(?:name|handle|alias|pseudonym|username)\s(?:of\s)?["“]?(?=\p{Lu})`,
    String.raw`^,?\sby\sthe\sname\sof\s(?=\p{Lu})`,
    String.raw`^,?\swho\s(?:identified|introduced)\s(?:him|her|them)sel(?:f|ves)(?:\s(?:only|simply))?\sas\s(?=\p{Lu})`,
  ].join("|"),
  "u",
);
const LONGEST_KNOWN = 180;
/** “…,” said a man called Keller: behind the verb of saying, "called" is no such verb itself. */
const CALLED = compiled(/^,? (?:called|named) (?=\p{Lu})/u);
const SAID_BEFORE = compiled(/\b(?:said|says|added|adds|asked|told) $/);

/** "a man identified by prosecutors as Keller", "a nurse who gave her name as Ada": the name by which somebody is known, behind the words for him. */
export function knownAs(text: string, { start }: Span, headEnd: number, mentions: MentionIndex): PlacedMention | null {
  const behind = text.slice(headEnd, headEnd + LONGEST_KNOWN);
  const found = KNOWN_AS.exec(behind) ?? (SAID_BEFORE.test(text.slice(Math.max(0, start - 7), start)) ? CALLED.exec(behind) : null);
  if (!found || headEnd <= start) return null;
  const at = headEnd + found[0].length;
  const [named] = mentions.within({ start: at, end: at + 1 });
  return named?.mention.kind === "name" && named.mention.start === at && named.entity.type === "person" ? named : null;
}

/** "The mayor (Ann Weld)", "the lab's director (Pruitt)": the person's name that a bracket right behind the noun holds, and nothing else. */
export function bracketed(text: string, { start }: Span, headEnd: number, mentions: MentionIndex): PlacedMention | null {
  if (!text.startsWith(" (", headEnd) || !isPersonNoun(text, headEnd)) return null;
  const [named] = mentions.within({ start: headEnd + 2, end: headEnd + 3 });
  if (headEnd <= start || named?.mention.kind !== "name" || named.entity.type !== "person") return null;
  return text[named.mention.end] === ")" ? named : null;
}
