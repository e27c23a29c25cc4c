import type { EntityType } from "../analysis.js";
import { CharClass, charClass } from "../text/characters.js";
import { type Block, tokenText } from "../text/sourceText.js";
import definitions from "./definitions.json" with { type: "json" };
import { isCapital } from "./lines.js";

const TYPES: ReadonlyMap<string, EntityType> = new Map(
  (["organization", "place", "person", "work"] as const).flatMap((type) =>
    definitions[type].split(" ").map((noun): [string, EntityType] => [noun, type]),
  ),
);

const OF_ORGANIZATIONS: ReadonlySet<string> = new Set(definitions.ofOrganizations.split(" "));
/** What an organization's name that is no place's or people's stands before: "the Al-Waqt newspaper". */
const TITLES_OF_ORGANIZATIONS: ReadonlySet<string> = new Set(definitions.titlesOfOrganizations.split(" "));
/** The same for places: "the Halden bridge". */
const TITLES_OF_PLACES: ReadonlySet<string> = new Set(definitions.titlesOfPlaces.split(" "));
/** Who and what is of a place: "the mayor of Varnholm", "the outskirts of Varnholm". */
const OF_PLACES: ReadonlySet<string> = new Set(definitions.ofPlaces.split(" "));
const AFTER_ORGANIZATIONS: ReadonlySet<string> = new Set(definitions.afterOrganizations.split(" "));
/** Who stands between a firm, or a paper, and a name: "Eastgate economist Ann Lee". */
const FIRMS_MEMBERS: ReadonlySet<string> = new Set(definitions.membersOfFirms.split(" "));
const EXECUTIVES: ReadonlySet<string> = new Set(["executive", "financial", "operating"]);
const LEGAL_FORMS: ReadonlySet<string> = new Set(definitions.legalForms.split(" "));
const VERBS: ReadonlySet<string> = new Set(["is", "was", "remains", "became"]);
const ARTICLES: ReadonlySet<string> = new Set(["a", "an", "the", "another"]);

/** The noun that says what the name is stands at most this many words after the article. */
const LONGEST_DESCRIPTION = 7;

/**
 * The type that the words around a name give it: "X is a … company", "X, a … town", "the newspaper X" (after Hearst 1992).
 * @param isListed whether the lists have a place or a people of the name, or it opens its sentence, where its capital says little.
 * @returns null where they say nothing.
 */
export function definedType(block: Block, first: number, end: number, isListed: boolean): EntityType | null {
  // "but I am a lawyer"
  if (end - first === 1 && block.words[first] === "I") return null;
  const next = !isListed && end < block.tokens.count ? tokenText(block, end) : "";
  if (TITLES_OF_ORGANIZATIONS.has(next)) return "organization";
  if (TITLES_OF_PLACES.has(next)) return "place";
  return typeAfter(block, end) ?? typeBefore(block, first) ?? (!isListed && isRunByPeople(block, first, end) ? "organization" : null);
}

/**
 * Where a firm's name ends before its legal form: "Halden Foods, Inc." is the firm "Halden Foods".
 * @param first the name's first token; @param end behind the last, with or without the legal form.
 * @returns the end of the name without it; -1 where no legal form stands there.
 */
export function endBeforeLegalForm({ lower, tokens }: Block, first: number, end: number): number {
  let stop = end;
  while (stop - 1 > first && LEGAL_FORMS.has(lower[stop - 1])) stop--;
  if (stop < end) return lower[stop - 1] === "," ? stop - 1 : stop;
  const next = lower[end] === "," ? end + 1 : end;
  return next > end && next < tokens.count && LEGAL_FORMS.has(lower[next]) ? end : -1;
}

/** "the CEO of X", "X's shareholders". */
function isRunByPeople(block: Block, first: number, end: number): boolean {
  const { words } = block;
  if (first > 1 && (words[first - 1] === "of" || words[first - 1] === "at") && OF_ORGANIZATIONS.has(block.lower[first - 2])) return true;
  const { count } = block.tokens;
  const next = end + 1 < count && (words[end] === "'s" || words[end] === "’s") ? end + 1 : end;
  if (next >= count) return false;
  const noun = tokenText(block, next);
  if (noun === "chief") return next + 1 < count && EXECUTIVES.has(tokenText(block, next + 1));
  return AFTER_ORGANIZATIONS.has(noun) || (next === end && FIRMS_MEMBERS.has(noun) && next + 1 < count && isCapital(block, next + 1));
}

/**
 * The type that a description behind a name gives it: "X is a … company", "X, a … town".
 * @param end behind the name, at "is" or the comma.
 * @param behindMark whether the comma stands before it, inside a quotation mark: `"X," a novel`.
 */
export function typeAfter(block: Block, end: number, behindMark = false): EntityType | null {
  const { count } = block.tokens;
  if (end + 2 >= count) return null;
  const link = behindMark ? "," : tokenText(block, end);
  if (link !== "," && !VERBS.has(link)) return null;
  const article = tokenText(block, end + 1);
  if (!ARTICLES.has(article) && !(article === "one" && link !== ",")) return null;
  let found: EntityType | null = null;
  for (let i = end + 2; i < count && i < end + 2 + LONGEST_DESCRIPTION; i++) {
    const code = block.text.charCodeAt(block.tokens.starts[i]);
    const cls = charClass(code);
    const word = tokenText(block, i);
    if (word === "'s" || word === "’s" || word === "'" || word === "’") {
      // Whose somebody or something is says nothing: "the group's spokesman", "a survivors' group".
      found = null;
      continue;
    }
    // "a Halden-based group"
    if (word === "-" && WHENCE.test(block.words[i + 1] ?? "")) {
      i++;
      continue;
    }
    if (cls !== CharClass.Lower && cls !== CharClass.Upper) break;
    // "…, the mayor said": not the name's apposition, but who the sentence tells of.
    if (link === "," && SAYING.has(word)) return found === "person" ? null : found;
    // "…, a strike destroyed a bridge"
    if (STOPS.has(word) || (word.endsWith("ed") && DETERMINERS.test(block.words[i + 1] ?? ""))) break;
    found = SOMEBODY.has(word) ? null : (TYPES.get(word) ?? found);
  }
  return found;
}

/** Whose gang or company stands before them: "a gang leader", "a company executive". */
const SOMEBODY: ReadonlySet<string> = new Set(definitions.somebody.split(" "));
const DETERMINERS = /^(?:the|an?|its|his|her|their)$/;

/** Words before which a sentence has its subject, and no apposition its end. */
const SAYING: ReadonlySet<string> = new Set(definitions.saying.split(" "));

const WHENCE = /^(?:based|born|backed|led|owned|listed|headquartered|registered)$/;

/** Words that end the noun phrase of a description. */
const STOPS: ReadonlySet<string> = new Set(
  "of in at on for from to with by and or but that which who whose where when is was are were has had as near based led owned said says".split(
    " ",
  ),
);

function typeBefore(block: Block, first: number): EntityType | null {
  if (first < 1) return null;
  const before = tokenText(block, first - 1);
  if ((before === "of" || before === "OF") && first > 1) {
    const standing = tokenText(block, first - 2);
    // In a heading all words are in capitals: "TOWN OF VARNHOLM".
    const holder = /^\p{Lu}{3,}$/u.test(standing) ? standing.toLowerCase() : standing;
    return TYPES.get(holder) === "place" || OF_PLACES.has(holder) ? "place" : null;
  }
  if (before === "tank" && tokenText(block, first - 2) === "think") return "organization";
  if (before === "site" && tokenText(block, first - 2) === "news") return "organization";
  if (before === "acronym" || before === "initials") return "organization";
  const type = TYPES.get(before);
  return type === "person" ? null : (type ?? null);
}
