import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { randomNumbers } from "./random.js";

const SYLLABLES = "ba ke lo mi ra sa tu ven dor nik al fre gor hal is jor kan lem mor nat ol per qua ros sig tam ur vik wen yar zel".split(
  " ",
);
/** So many names there are; the first ones are the most frequent. */
const NAMES = 60_000;
const DIFFERENT_NAMES = 0.5;
/** Of a paragraph's longer words, in one that is its own, and in one that a wire gave to many. */
const DIFFERENT_WORDS = { own: 0.7, shared: 0.1 } as const;
const SHARED_PARAGRAPHS = 0.05;
/** About so many seeds give a thousand words. */
const PARAGRAPHS = 26;

/**
 * Documents of about a thousand words, made from the seeds: their paragraphs in another order and mixed, half of the names become invented
 * ones, some frequent and most rare, and most of the longer words become others, but few in every twentieth paragraph: so documents have
 * some utterances in common, and most not.
 * @param folder the seeds.
 * @returns the text of the document with a number, the same every time.
 */
export function collectionTexts(folder: string): (number: number) => string {
  const paragraphs = readdirSync(folder)
    .filter((name) => /\.(?:txt|md)$/.test(name) && name !== "README.md")
    .sort()
    .flatMap((name) => readFileSync(join(folder, name), "utf8").split(/\n\s*\n/))
    .filter((paragraph) => paragraph.length > 80);
  const words = [...new Set(paragraphs.join(" ").match(/(?<![\p{L}-])\p{Ll}{5,}(?![\p{L}-])/gu) ?? [])];
  return (number) => {
    const random = randomNumbers(number * 2654435761 + 1);
    const names = new Map<string, string>();
    const nameFor = (word: string): string => {
      const known = names.get(word) ?? (random() < DIFFERENT_NAMES ? inventedName(random) : word);
      names.set(word, known);
      return known;
    };
    const chosen = Array.from({ length: PARAGRAPHS }, () => paragraphs[Math.floor(random() * paragraphs.length)]);
    return chosen
      .map((paragraph) => {
        const different = DIFFERENT_WORDS[random() < SHARED_PARAGRAPHS ? "shared" : "own"];
        return paragraph
          .replace(/(?<=[a-z,] )[A-Z][a-z]+/g, nameFor)
          .replace(/(?<![\p{L}-])\p{Ll}{5,}(?![\p{L}-])/gu, (word) =>
            random() < different ? words[Math.floor(random() * words.length)] : word,
          );
      })
      .join("\n\n");
  };
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
