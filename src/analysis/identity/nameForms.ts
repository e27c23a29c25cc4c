import { wordsOnOneLine } from "../oneLine.js";
import { knownFormKey } from "./countryForms.js";
import { foldWord, nameWords } from "./folding.js";
import nameData from "./nameWords.json" with { type: "json" };
import titles from "./titles.json" with { type: "json" };

export type TitleClass = "mr" | "mrs" | "miss" | "ms" | "other";

/** A person's name taken apart. */
export interface PersonForm {
  /** Folded name words without titles, particles, generation and degrees; the last is the surname where there are several. */
  readonly parts: readonly string[];
  /** Parts and generation in one: equal keys are one name. */
  readonly key: string;
  /** "ben hale" of "Tom Ben Hale" and of "Ben Hale": the surname with a particle that may be a given name, or null. */
  readonly particled: string | null;
  /** "jr", "sr", "iii"… or null. */
  readonly generation: string | null;
  /** The kind of title inside the name's own span, or null. */
  readonly title: TitleClass | null;
  /** The title words inside the name's own span; all its words where the title stands for the name ("the Emperor"). */
  readonly titleWords: readonly string[];
  readonly titleOnly: boolean;
  /** Whether a hyphen joins the last two parts: "Ann Weld-Hale". */
  readonly double: boolean;
}

/** A name's surface, read once. */
export interface NameForm {
  /** The name as it stands, its white space made single spaces. */
  readonly surface: string;
  /** Folded words joined by spaces; equal keys are one form. */
  readonly key: string;
  readonly words: readonly string[];
  readonly person: PersonForm;
  /** The key that all forms of one organization, place, group, event or work share. */
  readonly plainKey: string;
  /** The words that carry the meaning, in order, without function words and corporate endings. */
  readonly core: readonly string[];
  /** The letters, where the surface is an acronym itself. */
  readonly acronym: string | null;
  /** The acronyms that the initials of a longer name give, read when first asked for. */
  readonly initials: readonly string[];
}

const PARTICLES: ReadonlySet<string> = new Set(nameData.particles);
const ALWAYS_PARTICLES: ReadonlySet<string> = new Set(nameData.alwaysParticles);
const GENERATIONS: ReadonlySet<string> = new Set(nameData.generations);
const DEGREES: ReadonlySet<string> = new Set(nameData.degrees);
const CORPORATE: ReadonlySet<string> = new Set(nameData.corporate);
const FUNCTION_WORDS: ReadonlySet<string> = new Set(nameData.functionWords);
const TURNING: ReadonlySet<string> = new Set(nameData.turning);
const HONORIFICS: ReadonlyMap<string, TitleClass> = new Map(
  Object.entries(titles.honorifics).flatMap(([kind, words]) => words.map((word) => [foldWord(word), kind as TitleClass] as const)),
);
/** "united states" inside a longer name, by its short form. */
const COMPOUNDS: ReadonlyMap<string, string> = new Map(
  nameData.compounds.map((line) => [line.slice(0, line.lastIndexOf(" ")), line.slice(line.lastIndexOf(" ") + 1)] as const),
);
const RANKS: ReadonlySet<string> = new Set(titles.ranks.map(foldWord));

const NO_WORDS: readonly string[] = [];
const LONGEST_ACRONYM = 10;
const GENERATION_WORDS: Readonly<Record<string, string>> = { junior: "jr", senior: "sr" };

/** The kind of honorific a folded word is ("mr", "mrs" …), or null. */
export function honorificClass(word: string): TitleClass | null {
  return HONORIFICS.get(word) ?? null;
}

/** Whether a folded word is a title or rank that stands directly before a person's name. */
export function isRank(word: string): boolean {
  return RANKS.has(word);
}

/**
 * Reads a name's surface, as it stands in the text. Where it ends in a possessive, that belongs to the name, and it is another than the one
 * without: "Moody's" is not Moody.
 */
export function readNameForm(standing: string): NameForm {
  const surface = wordsOnOneLine(standing);
  const words = nameWords(surface.replace(/['’](?=s$)/, ""));
  const core = coreWords(words);
  return new ReadForm(surface, words, readPerson(words, DOUBLE.test(surface)), plainKey(words, core), core, acronymLetters(surface, words));
}

/** A class, since each object of a literal with a getter would have a shape of its own, and what is asked of names is asked often. */
class ReadForm implements NameForm {
  readonly key: string;
  #initials: readonly string[] | null = null;

  constructor(
    readonly surface: string,
    readonly words: readonly string[],
    readonly person: PersonForm,
    readonly plainKey: string,
    readonly core: readonly string[],
    readonly acronym: string | null,
  ) {
    this.key = words.join(" ");
  }

  get initials(): readonly string[] {
    this.#initials ??= this.words.length > 1 ? initialsOf(this.surface) : NO_WORDS;
    return this.#initials;
  }
}

/** "Weld-Hale" at the end of a name. */
const DOUBLE = /\p{L}-\p{Lu}\p{L}+$/u;

function readPerson(words: readonly string[], double: boolean): PersonForm {
  let first = 0;
  let last = words.length;
  let title: TitleClass | null = null;
  while (first < last - 1) {
    const kind = HONORIFICS.get(words[first]);
    if (!kind && !RANKS.has(words[first])) break;
    title = kind && kind !== "other" ? kind : (title ?? "other");
    first++;
  }
  let generation: string | null = null;
  while (last > first + 1 && (GENERATIONS.has(words[last - 1]) || DEGREES.has(words[last - 1]))) {
    last--;
    if (GENERATIONS.has(words[last])) generation = GENERATION_WORDS[words[last]] ?? words[last];
  }
  const of = words.indexOf("of", first + 1);
  const kept = words.slice(first, of > first && of < last ? of : last);
  const parts = kept.filter((word, i) =>
    i === 0 ? kept.length === 1 || !ALWAYS_PARTICLES.has(word) : i === kept.length - 1 || !PARTICLES.has(word),
  );
  const titleOnly = kept.length === 1 && (HONORIFICS.has(kept[0]) || RANKS.has(kept[0]));
  const used = sharedWith(words, parts.length > 0 ? parts : kept);
  const key = generation === null ? used.join(" ") : `${used.join(" ")}, ${generation}`;
  const particle = kept.length > 1 && PARTICLES.has(kept[kept.length - 2]) && !ALWAYS_PARTICLES.has(kept[kept.length - 2]);
  const particled = particle ? `${kept[kept.length - 2]} ${kept[kept.length - 1]}` : null;
  return {
    parts: used,
    key,
    particled,
    generation,
    title,
    titleWords: titleOnly ? words : first > 0 ? words.slice(0, first) : NO_WORDS,
    titleOnly,
    double,
  };
}

function coreWords(words: readonly string[]): readonly string[] {
  let last = words.length;
  while (last > 1 && CORPORATE.has(words[last - 1])) last--;
  const core: string[] = [];
  for (let i = 0; i < last; i++) {
    const compound = i + 1 < last ? COMPOUNDS.get(`${words[i]} ${words[i + 1]}`) : undefined;
    if (compound !== undefined) i++;
    if (compound !== undefined || !FUNCTION_WORDS.has(words[i])) core.push(compound ?? words[i]);
  }
  return core.length > 0 ? sharedWith(words, core) : words;
}

/** The one list where both have the same words, as most names have: very many are kept. */
function sharedWith(words: readonly string[], some: readonly string[]): readonly string[] {
  return some.length === words.length && some.every((word, i) => word === words[i]) ? words : some;
}

function plainKey(words: readonly string[], core: readonly string[]): string {
  const known = knownFormKey(words.join(" "));
  if (known) return known;
  const turns = core.length > 1 && (TURNING.has(core[0]) || TURNING.has(core[core.length - 1]));
  return (turns ? [...core].sort() : core).join(" ");
}

/** "U.S.", "ISIS", "DoD", "PML-N": short, without spaces, capitals in the majority. */
function acronymLetters(surface: string, words: readonly string[]): string | null {
  if (words.length === 2 && /^\p{Lu}{2,6}-\p{Lu}{1,2}$/u.test(surface)) return words.join("");
  if (words.length !== 1 || words[0].length < 2 || words[0].length > LONGEST_ACRONYM) return null;
  let upper = 0;
  let letters = 0;
  for (const char of surface) {
    if (!/\p{L}/u.test(char)) continue;
    letters++;
    if (char !== char.toLowerCase()) upper++;
  }
  return upper >= 2 && upper * 2 > letters ? words[0] : null;
}

/** The initials of the capitalised words, and those of all words but articles. */
function initialsOf(surface: string): readonly string[] {
  let capitals = "";
  let most = "";
  let content = "";
  let inner = "";
  let articled = "";
  for (const piece of surface.split(/[\s\u00a0\-\u2010-\u2015/,&]+/)) {
    if (piece.length === 0) continue;
    const word = foldWord(piece);
    const initial = word.slice(0, 1);
    const isCapital = piece[0] !== piece[0].toLowerCase();
    const isFunction = FUNCTION_WORDS.has(word);
    if (isCapital && !isFunction) capitals += initial;
    if (!isFunction) content += initial;
    if (word !== "the") most += initial;
    // "AQAP" is "al-Qaida in the Arabian Peninsula".
    if (!isFunction || /^(?:al|el|an|as|ash)$/.test(word)) articled += initial;
    inner += isFunction ? "" : initial + innerCapitals(piece);
  }
  return [...new Set([capitals, content, most, inner, articled])].filter(
    (letters) => letters.length > 1 && letters.length <= LONGEST_ACRONYM,
  );
}

function innerCapitals(piece: string): string {
  let found = "";
  for (const char of piece.slice(1)) if (char !== char.toLowerCase()) found += char.toLowerCase();
  return found.length < piece.length - 1 ? found : "";
}
