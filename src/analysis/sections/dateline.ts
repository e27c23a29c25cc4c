import { MONTH_PATTERN, monthNumber, readCalendarDate } from "../dates/calendarDate.js";
import { compiled } from "../text/compiled.js";
import words from "./formWords.json" with { type: "json" };

/** The place, date and agency at the head of a dispatch: "BAGHDAD, June 13 (Reuters) - ". */
export interface Dateline {
  /** Its end, from the block's start: the dash and the white space after it are included. */
  readonly end: number;
  /** The day it gives, ISO 8601; without a year where it names none ("--06-13"). */
  readonly date?: string;
}

const LONGEST = 140;
const AGENCIES: ReadonlySet<string> = new Set(words.agencies);
const DASH = /\s?(?:--|–|—|―|-|_|:)(?=\s|$)|(?<=\))--(?=\p{Lu})/gu;
/** What has a dash has this, which costs a fraction. */
const MAY_HAVE_DASH = /[-–—―_:](?:\s|$)|\)--/;
const NO_DASHES: readonly RegExpExecArray[] = [];
const PARTICLES = "de|la|al|el|es|of|del|the";
const PLACE = compiled(
  new RegExp(
    `^(?:[\\p{Lu}][\\p{Lu}\\p{M}'’.-]*|[\\p{Lu}]\\p{L}[\\p{L}\\p{M}'’.-]*)(?:[\\s/]{1,2}(?:[\\p{Lu}][\\p{L}\\p{M}'’.-]*|${PARTICLES}))*$`,
    "u",
  ),
);

/** "Santa Cruz de la Sierra"; "PRESS CONFERENCE BY THE MINISTER OF HEALTH" is no place. */
const MOST_WORDS = 5;

/** A second word in small letters that no place and no date has: most paragraphs are told apart by it, which costs a fraction of the rest. */
const NO_DATELINE = compiled(new RegExp(`^\\S*[^\\s–—―_:-]\\s+(?!(?:${PARTICLES}|and)\\b|(?:${MONTH_PATTERN})\\b)\\p{Ll}`, "u"));
const DAY_BEHIND = compiled(new RegExp(`(?:^|[\\s,])(?:(${MONTH_PATTERN})\\.?\\s(\\d{1,2})|(\\d{1,2})\\s(${MONTH_PATTERN})\\.?)$`, "i"));

/**
 * Reads a dateline at the head of a block. A place in capitals is enough; a place in ordinary letters needs an agency or a date beside it.
 * @returns null where the block begins otherwise.
 */
export function readDateline(text: string): Dateline | null {
  const head = text.slice(0, LONGEST);
  if (NO_DATELINE.test(head)) return null;
  for (const found of MAY_HAVE_DASH.test(head) ? head.matchAll(DASH) : NO_DASHES) {
    const before = head.slice(0, found.index);
    const parts = readParts(before);
    if (!parts) continue;
    const spaced = /^\s/.test(found[0]) || /[)–—―_]/.test(before.slice(-1)) || found[0].length > 1 || /[–—―]/.test(found[0]);
    if (found[0].endsWith(":") || !spaced) {
      // "WASHINGTON, July 25: The council"
      const isDated = found[0].endsWith(":") && parts.capitals && parts.date !== undefined;
      if (!parts.agency && !isDated) continue;
    }
    let end = found.index + found[0].length;
    while (end < text.length && /\s/.test(text[end])) end++;
    if (parts.date !== undefined) return { end, date: parts.date };
    return dateBehind(text, end) ?? { end };
  }
  return readDatelineInBrackets(head) ?? readDatelineSentence(head);
}

/** "(Erbil, Iraq – June 14, 2018) The council …". */
function readDatelineInBrackets(head: string): Dateline | null {
  const bracket = /^\(([^()]{6,80})\)\s+(?:[–—-]{1,2}\s+)?(?=["“]?\p{Lu})/u.exec(head);
  const parts = bracket && readParts(bracket[1].replace(/\s[–—-]\s/, ", "));
  return parts?.date !== undefined && bracket ? { end: bracket[0].length, date: parts.date } : null;
}

/** "ERBIL, Iraq – June 14, 2018 – The council": a date of its own behind the place's dash, as releases have it. */
function dateBehind(text: string, from: number): Dateline | null {
  const rest = text.slice(from, from + LONGEST_DATE);
  const date = readCalendarDate(rest);
  if (date?.start !== 0) return null;
  const dash = /^\s?(?:--|–|—|-)\s+/.exec(rest.slice(date.end));
  return dash && { end: from + date.end + dash[0].length, date: date.value };
}

const LONGEST_DATE = 40;
const PLACE_ALONE = compiled(/^\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?\s[–—―]\s+(?=["“‘]?\p{Lu})/u);

/**
 * Reads the dateline of the block that a text begins with. There a place of a word or two in ordinary letters is one too, with a long dash
 * and a sentence behind it: "Beirut – The council …". Elsewhere that may be a title or whoever is spoken of.
 */
export function readOpeningDateline(text: string): Dateline | null {
  const place = PLACE_ALONE.exec(text);
  const isPlace = place !== null && !NO_PLACE.test(place[0]);
  return readDateline(text) ?? (isPlace ? { end: place[0].length } : null) ?? readDatedPlace(text);
}

const DATED_PLACE = compiled(
  /^(\p{Lu}\p{Ll}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+){0,2}, (?:\p{Lu}\p{L}{2,8}\.?\s\d{1,2}|\d{1,2}\s\p{Lu}\p{L}{2,8}\.?)):\s+(?=["“‘]?\p{Lu})/u,
);

/** "Kandy, April 19: Farmers …": a day with a colon behind a place in ordinary letters, but no "Monday, April 19:" and no "Update, April 19:". */
function readDatedPlace(text: string): Dateline | null {
  const found = DATED_PLACE.exec(text.slice(0, LONGEST));
  if (!found) return null;
  const first = found[1].split(/[\s,]/, 1)[0].toLowerCase();
  if (LABELS.has(first) || WEEKDAY.test(first)) return null;
  const { date } = takeDate(found[1]);
  return date === undefined ? null : { end: found[0].length, date };
}

const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?$/;

const PLACE_BEFORE_COLON = compiled(/^\p{Lu}{3,}(?:[ -]\p{Lu}{2,}){0,2}(?:, \p{Lu}[\p{L} ]{2,20})?: (?=["“‘]?\p{Lu}[\p{L}’'-]* \S)/u);
const LABELS: ReadonlySet<string> = new Set(words.lineLabels);

/** The same with a colon, as papers of South Asia have it: "MUMBAI: The court …". To be read where no turn of a transcript follows. */
export function readColonDateline(text: string): Dateline | null {
  const place = PLACE_BEFORE_COLON.exec(text);
  return place && !LABELS.has(place[0].split(/[ :]/, 1)[0].toLowerCase()) ? { end: place[0].length } : null;
}

/** "Barcelona, 22 December 2017. The vote …": a place and a whole date that stand as a sentence of their own. */
function readDatelineSentence(head: string): Dateline | null {
  // Most blocks are told apart by this alone, which costs a fraction of looking for a date.
  if (!/\d{4}\.\s/.test(head)) return null;
  const date = readCalendarDate(head);
  if (!date || !/,\s*$/.test(head.slice(0, date.start))) return null;
  const stop = /^\.\s+(?=["“]?\p{Lu})/u.exec(head.slice(date.end));
  return stop && readParts(head.slice(0, date.end)) ? { end: date.end + stop[0].length, date: date.value } : null;
}

/** Whether a whole short block is a dateline: "BAGHDAD, June 13, 2014 (AP)". */
export function isDatelineAlone(text: string): boolean {
  if (text.length > 100) return false;
  const parts = readParts(text.replace(/[\s–—-]+$/, ""));
  return parts?.capitals === true && (parts.agency || parts.date !== undefined);
}

/** The day of a line that is a place and a date, with or without a time: "Erbil, June 15, 2014, 10:30 a.m."; null for any other line. */
export function readPlacedDate(text: string): string | null {
  if (text.length > 100) return null;
  const date = readCalendarDate(text);
  if (!date || date.start === 0) return null;
  const names = text
    .slice(0, date.start)
    .replace(/[\s,|–—-]+$/, "")
    .split(/\s*[,|]\s*/);
  if (names.length > 3 || !names.every((name) => PLACE.test(name) && name.split(/\s+/).length <= 4)) return null;
  return /^[\s,–—-]*(?:(?:at\s)?\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?)?(?:\s\(?[A-Z]{2,4}\)?)?)?[.\s]*$/i.test(text.slice(date.end))
    ? date.value
    : null;
}

/** Whether a line says what was written down before its date, and not where: "SENATE DEBATES — Wednesday, 12 June 2019". */
export function namesNoPlace(line: string): boolean {
  return NO_PLACE.test(line);
}

/** Releases are dated from several places: "ERBIL and MOSUL, Iraq, June 15, 2014". */
const BETWEEN_PLACES = /\s*[,;]\s*|(?<=\p{Lu}{2})\sand\s(?=\p{Lu}{2})/u;

interface Parts {
  readonly agency: boolean;
  readonly capitals: boolean;
  readonly date?: string;
}

/** A distributor of releases between slashes or double dashes: "/PRNewswire/", "--(BUSINESS WIRE)". */
const WIRE = compiled(/\s?(?:\/\p{Lu}[\p{L} .-]{2,30}\/|-{2}\(\p{Lu}[\p{Lu} ]{2,30}\))$/u);

function readParts(before: string): Parts | null {
  let rest = before.trim();
  let agency = false;
  const wire = WIRE.exec(rest);
  if (wire) {
    agency = true;
    rest = rest.slice(0, wire.index);
  }
  const bracket = /\(([^()]{1,40})\)$/.exec(rest);
  const dated = bracket && readCalendarDate(bracket[1]);
  if (bracket && dated?.start === 0 && dated.end === bracket[1].length) {
    const parts = readParts(rest.slice(0, bracket.index));
    return parts?.capitals ? { ...parts, date: dated.value } : null;
  }
  if (bracket) {
    agency = bracket[1].split(/[/,-]/).some((name) => AGENCIES.has(name.trim().toLowerCase()));
    if (!agency && !/^\p{Lu}[\p{L}\p{N} .&/'-]*$/u.test(bracket[1])) return null;
    rest = rest.slice(0, bracket.index).trim().replace(/,$/, "");
    if (rest === "") return { agency, capitals: true };
  }
  const { date, place } = takeDate(rest);
  if (place === "" && date !== undefined && !date.startsWith("--")) return { agency, capitals: false, date };
  const names = place.split(BETWEEN_PLACES).filter((name) => name !== "");
  if (names.some((name) => NO_PLACE.test(name))) return null;
  if (names.length === 0 || names.length > 4 || place.split(/\s+/).length > 8) return null;
  if (!names.every((name) => PLACE.test(name) && name.split(/\s+/).length <= MOST_WORDS)) return null;
  const first = names[0];
  const capitals = first.length > 2 && first === first.toUpperCase() && /\p{Lu}{2}/u.test(first);
  if (!capitals && !agency && (date === undefined || bracket !== null)) return null;
  return { agency, capitals, ...(date !== undefined && { date }) };
}

/** "SENATE DEBATES — Wednesday", "EXCLUSIVE —": what is told of, or how. */
const NO_PLACE = compiled(new RegExp(`(?:^|\\s)(?:${words.noPlaces.join("|")})(?=\\s|$)`, "i"));

/** Takes a date off the end of a dateline. */
function takeDate(text: string): { readonly date?: string; readonly place: string } {
  const full = readCalendarDate(text);
  if (full && /^[\s.,]*$/.test(text.slice(full.end))) return { date: full.value, place: text.slice(0, full.start).replace(/[\s,]+$/, "") };
  const found = DAY_BEHIND.exec(text);
  if (!found) return { place: text };
  const month = monthNumber(found[1] ?? found[4]);
  const day = Number(found[2] ?? found[3]);
  return {
    date: `--${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`,
    place: text.slice(0, found.index).replace(/[\s,]+$/, ""),
  };
}
