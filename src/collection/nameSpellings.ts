import type { Analysis } from "../analysis/analysis.js";
import { givenNameGender } from "../analysis/identity/genders.js";
import type { Finding } from "./finding.js";
import { spelledOtherwise } from "./nameFolding.js";
import { type KnownName, namesIn } from "./nameRegister.js";
import { exactPassages, wordIds } from "./passages.js";
import type { SourceIndex } from "./sourceIndex.js";
import { readWords } from "./words.js";

/** The names of a draft that no source spells so, while one has the same name in another spelling; each at its first place. */
export function nameSpellings(index: SourceIndex, text: string, analysis: Analysis): readonly Finding[] {
  const reported = new Set<string>();
  const spelled = new Set(index.names.map(({ parts }) => parts.join(" ")));
  return namesIn(0, text, analysis).flatMap((name) => {
    const { surface, parts, start, end } = name;
    const key = parts.join(" ");
    if (reported.has(key) || spelled.has(key) || stands(index, surface) || stands(index, key)) return [];
    const known = otherSpelling(index, name);
    if (known === undefined) return [];
    reported.add(key);
    const place = parts.length === 1 && known.parts.length > 1 ? surnameOf(known) : known;
    const { path } = index.documents[known.document];
    const message = `No source spells this name “${surface}”; ${path} has “${place.surface}”.`;
    return [
      {
        rule: "name-spelling",
        start,
        end,
        message,
        places: [{ path, start: place.start, end: place.end, words: place.surface }],
        differences: [],
      } satisfies Finding,
    ];
  });
}

/** The sources' name that is most like one of the draft's: of as many words, otherwise one that only has more or fewer names before the surname. */
function otherSpelling(index: SourceIndex, name: KnownName): KnownName | undefined {
  const alike = index.names.filter((known) => known.type === name.type && isSpelledOtherwise(name, known));
  return alike.find(({ parts }) => parts.length === name.parts.length) ?? alike[0];
}

function isSpelledOtherwise(name: KnownName, known: KnownName): boolean {
  if (name.type !== "person") return spelledOtherwise(name.parts, known.parts);
  const [ours, theirs] = [endsOf(name.parts), endsOf(known.parts)];
  if (ours.length > 1) {
    if (theirs.length === 1) return false;
    if (name.parts.length === known.parts.length) return spelledOtherwise(name.parts, known.parts);
    return ours[0] === theirs[0] && spelledOtherwise(ours, theirs);
  }
  if (givenNameGender(ours[0]) !== null) return false;
  // Two surnames a letter apart are of two persons where each has a given name of his own.
  const [full, fuller] = [endsOf(name.fullest), endsOf(known.fullest)];
  if (full.length > 1 && fuller.length > 1 && full[0] !== fuller[0]) return false;
  const [surname, other] = [ours[0], theirs[theirs.length - 1]];
  return !isPlural(surname, other) && spelledOtherwise([surname], [other]);
}

/** A family is named by the plural of its name. */
function isPlural(a: string, b: string): boolean {
  return a === `${b}s` || b === `${a}s`;
}

/** The first and the last part of a name: middle names are given or left out. */
function endsOf(parts: readonly string[]): readonly string[] {
  return parts.length < 3 ? parts : [parts[0], parts[parts.length - 1]];
}

function surnameOf({ surface, end }: KnownName): { readonly surface: string; readonly start: number; readonly end: number } {
  const surname = /[^\s]+$/.exec(surface)?.[0] ?? surface;
  return { surface: surname, start: end - surname.length, end };
}

function stands(index: SourceIndex, name: string): boolean {
  return exactPassages(index, wordIds(index, readWords(name).keys)).length > 0;
}
