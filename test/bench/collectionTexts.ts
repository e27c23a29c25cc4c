import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import stopWords from "../../src/analysis/topics/stopWords.json" with { type: "json" };
import { randomNumbers } from "./random.js";

const SYLLABLES = "ba ke lo mi ra sa tu ven dor nik al fre gor hal is jor kan lem mor nat ol per qua ros sig tam ur vik wen yar zel".split(
  " ",
);
/** So many names there are; the first ones are the most frequent. */
const NAMES = 60_000;
const DIFFERENT_NAMES = 0.5;
/** About so many seeds give a thousand words. */
const PARAGRAPHS = 26;
/** Of all paragraphs, those that a wire gave to some documents of one time, and those that are said again at all times. The others are a document's own. */
const [OF_WIRES, OF_ALL_TIMES] = [0.05, 0.01];
/** So many documents one after the other are of one time, in which wires gave so many paragraphs. */
const [OF_ONE_TIME, WIRED] = [200, 20];
/** Of the telling words of a paragraph that is no document's own, so many are others in each. */
const DIFFERENT_WORDS = 0.1;
/** Without these nobody would speak. */
const CUES: ReadonlySet<string> = new Set("said says told asked added".split(" "));
const FUNCTION_WORDS: ReadonlySet<string> = new Set(stopWords.words.flatMap((line) => line.split(" ")));
const WORD = /(?<![\p{L}-])\p{Ll}{3,}(?![\p{L}-])/gu;

/**
 * Documents of about a thousand words, made from the seeds: their paragraphs in another order and mixed, half of the names become invented
 * ones, some frequent and most rare, and all telling words become others, so that what is left of a paragraph is how its sentences are built.
 * Some paragraphs come to a dozen documents of about one number with few other words, as a wire's do, and some again and again: so
 * documents have some utterances in common, and most not.
 * @param folder the seeds.
 * @returns the text of the document with a number, the same every time.
 */
export function collectionTexts(folder: string): (number: number) => string {
  const paragraphs = readdirSync(folder)
    .filter((name) => /\.(?:txt|md)$/.test(name) && name !== "README.md")
    .sort()
    .flatMap((name) => readFileSync(join(folder, name), "utf8").split(/\n\s*\n/))
    .filter((paragraph) => paragraph.length > 80);
  const words = [...new Set(paragraphs.join(" ").match(WORD) ?? [])].filter(isTelling);
  const one = <T>(values: readonly T[], random: () => number): T => values[Math.floor(random() * values.length)];
  const reworded = (paragraph: string, part: number, random: () => number): string =>
    paragraph.replace(WORD, (word) => (isTelling(word) && random() < part ? one(words, random) : word));
  const wired = (number: number, random: () => number): string => {
    const time = Math.floor(number / OF_ONE_TIME);
    const wire = randomNumbers((time * WIRED + Math.floor(random() * WIRED)) * 40503 + 7);
    return reworded(one(paragraphs, wire), 1, wire);
  };
  return (number) => {
    const random = randomNumbers(number * 2654435761 + 1);
    const names = new Map<string, string>();
    const nameFor = (word: string): string => {
      const known = names.get(word) ?? (random() < DIFFERENT_NAMES ? inventedName(random) : word);
      names.set(word, known);
      return known;
    };
    return Array.from({ length: PARAGRAPHS }, () => {
      const kind = random();
      if (kind < OF_WIRES) return reworded(wired(number, random), DIFFERENT_WORDS, random);
      const paragraph = one(paragraphs, random);
      if (kind < OF_WIRES + OF_ALL_TIMES) return reworded(paragraph, DIFFERENT_WORDS, random);
      return reworded(paragraph.replace(/(?<=[a-z,] )[A-Z][a-z]+/g, nameFor), 1, random);
    }).join("\n\n");
  };
}

function isTelling(word: string): boolean {
  return !FUNCTION_WORDS.has(word) && !CUES.has(word);
}

/** A name by Zipf's law. */
function inventedName(random: () => number): string {
  let rank = Math.floor(NAMES ** random());
  let name = "";
  do {
    name += SYLLABLES[rank % SYLLABLES.length];
    rank = Math.floor(rank / SYLLABLES.length);
  } while (rank > 0);
  const whole = name.length < 3 ? `${name}den` : name;
  return whole[0].toUpperCase() + whole.slice(1);
}
