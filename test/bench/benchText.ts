import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { randomNumbers } from "./random.js";

/**
 * The seeds, one after the other and again, until a length is reached. No paragraph comes twice: its sentences change places,
 * and every fourth capitalised word becomes another of the same document, so that nothing that remembers paragraphs gains by it.
 * @param folder the seeds
 * @param length in UTF-16 units; the text is cut there
 */
export function benchText(folder: string, length: number): string {
  const seeds = readdirSync(folder)
    .filter((name) => /\.(?:txt|md)$/.test(name) && name !== "README.md")
    .sort()
    .map((name) => readFileSync(join(folder, name), "utf8"));
  const random = randomNumbers(20140613);
  const pieces: string[] = [];
  for (let size = 0, i = 0; size < length; i++) {
    const piece = varied(seeds[i % seeds.length], random);
    pieces.push(piece);
    size += piece.length + 2;
  }
  return pieces.join("\n\n").slice(0, length);
}

function varied(text: string, random: () => number): string {
  const capitalised = text.match(/(?<=[a-z,] )[A-Z][a-z]+/g) ?? [];
  return text
    .split("\n")
    .map((line) => {
      const sentences = line.split(/(?<=[.!?]) (?=[A-Z])/);
      for (let i = sentences.length - 1; i > 0; i--) {
        const other = Math.floor(random() * (i + 1));
        [sentences[i], sentences[other]] = [sentences[other], sentences[i]];
      }
      return sentences
        .join(" ")
        .replace(/(?<=[a-z,] )[A-Z][a-z]+/g, (word) => (random() < 0.25 ? capitalised[Math.floor(random() * capitalised.length)] : word));
    })
    .join("\n");
}
