import type { Span } from "../analysis.js";
import { nounType } from "../identity/rolePhrases.js";
import wordKinds from "../names/wordKinds.json" with { type: "json" };
import { isUpperAt } from "../text/characters.js";
import { INDEFINITE } from "./appositions.js";
import type { PlacedMention } from "./mentionIndex.js";

const OFFICES: ReadonlySet<string> = new Set(
  `${wordKinds.titleComplements} ${wordKinds.chambers} ${wordKinds.ofChambers} the and`.split(" "),
);
const LONGEST_OFFICE = 40;
const HEADS =
  /^(?:[\p{L}-]+\s)?(?:[Hh]ead|[Cc]hief|[Dd]irector|[Mm]anager|[Vv]ice-president|[Pp]resident|[Cc]hair|[Mm]inister|[Ss]ecretary)$/u;
const PLAIN = /^(?!(?:the|an?|his|her|its|their|by|for|at|in|on|to)$)\p{Ll}+$/u;
const MOST_PLAIN = 2;

/** "former secretary of state Ann Weld", "Head of mission Ann Weld": a person's name right behind the office that the head's title names. */
export function personAfterOffice(text: string, start: number, headEnd: number, inside: readonly PlacedMention[]): PlacedMention | null {
  const person = inside.find(({ mention, entity }) => mention.kind === "name" && entity.type === "person" && mention.start > headEnd);
  if (!person || person.mention.start - headEnd > LONGEST_OFFICE) return null;
  const [link, ...office] = text.slice(headEnd, person.mention.start).trim().toLowerCase().split(" ");
  if (office.length === 0 || (link !== "of" && link !== "for")) return null;
  if (office.every((word) => OFFICES.has(word))) return person;
  // "A friend of actor Ann Weld" and "a director of films by Ann Weld" are others.
  const isPlain = office.length <= MOST_PLAIN && office.every((word) => PLAIN.test(word) && nounType(word) !== "person");
  return link === "of" && isPlain && HEADS.test(text.slice(start, headEnd)) ? person : null;
}

/** "ADG (Crime) ", "Chief Executive (Acting) ": a short title with capitals, and what it is for between brackets. */
const BRACKETED_TITLE = /^(?:\p{Lu}[\p{L}.&-]*\s){1,4}\([\p{L}\s.,&/-]{1,40}\)\s(?:\p{Lu}[\p{L}]*\.\s){0,2}$/u;
const LONGEST_TITLE = 90;

/** "ADG (Crime) Ada Byron", "Colonel (retired) Ada Byron": the person named right behind a title with a bracket, and last in the phrase. */
export function bracketTitled(text: string, source: Span, inside: readonly PlacedMention[]): PlacedMention | null {
  if (!isUpperAt(text, source.start)) return null;
  const person = inside.find(({ mention, entity }) => mention.kind === "name" && entity.type === "person");
  if (!person || person.mention.start - source.start > LONGEST_TITLE) return null;
  return BRACKETED_TITLE.test(text.slice(source.start, person.mention.start)) ? person : null;
}

/** "Protesters marching against President ": what somebody else does. */
const DOING = /\s(?:\p{Ll}{3,}ing|\p{Ll}{2,}ed)\s(?:\p{Ll}+\s){0,2}(?:\p{Lu}[\p{L}.]*\s){0,3}$/u;

/** "Critics of Prime Minister ", "The lawyers for Ms. ": several, who are not the person. */
const SEVERAL =
  /^(?:[\p{L}-]+\s){0,3}?(?:\p{L}+(?<![sS])[sS]|[Pp]eople|[Mm]en|[Ww]omen|[Cc]hildren)\s(?:of|for|to|with|around|behind|against|representing)\s/u;

/** "Head of the National Alliance Ada Byron": a person's name at the phrase's end, right behind a name or a title with a capital. */
export function titledPerson(text: string, source: Span, inside: readonly PlacedMention[]): PlacedMention | null {
  const comma = text.indexOf(",", source.start);
  const end = comma > 0 && comma < source.end ? comma : source.end;
  const person = inside.find(({ mention, entity }) => mention.kind === "name" && entity.type === "person" && mention.end === end);
  if (!person || text[person.mention.start - 1] !== " ") return null;
  // "An adviser to Mr. Weld, in a call," is not Weld.
  if (INDEFINITE.has(text.slice(source.start, person.mention.start).split(" ", 1)[0].toLowerCase())) return null;
  const before = text.slice(source.start, person.mention.start);
  if (DOING.test(before) || SEVERAL.test(before)) return null;
  let word = person.mention.start - 1;
  while (word > source.start && text[word - 1] !== " ") word--;
  return isUpperAt(text, word) ? person : null;
}
