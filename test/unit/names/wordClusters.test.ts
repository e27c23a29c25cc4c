import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldedHash } from "../../../src/analysis/names/hashing.js";
import { HASH_BITS, WordClusters } from "../../../src/analysis/names/wordClusters.js";
import { WordLists } from "../../../src/analysis/names/wordLists.js";
import { wordClusterBytes } from "../../../src/training/wordClusterFile.js";

function hash(word: string): number {
  return foldedHash(word, 0, word.length);
}

describe("word clusters", () => {
  it("are read as they were written", () => {
    const word = fc.record({ hash: fc.integer(), cluster: fc.nat(1023) });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 300 }), fc.array(fc.nat(63), { minLength: 1024, maxLength: 1024 }), (words, groups) => {
        const clusters = new WordClusters(wordClusterBytes(words, groups));
        const kept = new Map<number, number>();
        for (const { hash, cluster } of words) {
          const key = hash >>> (32 - HASH_BITS);
          if (!kept.has(key)) kept.set(key, cluster);
        }
        for (const { hash } of words) {
          const cluster = kept.get(hash >>> (32 - HASH_BITS)) ?? -1;
          expect(clusters.clusterOf(hash)).toBe(cluster + 1);
          expect(clusters.groupOf(cluster + 1)).toBe(groups[cluster] + 1);
        }
      }),
    );
  });

  it("say nothing of a word that is not there", () => {
    const clusters = new WordClusters(wordClusterBytes([{ hash: hash("minsk"), cluster: 3 }], [0, 0, 0, 7]));
    expect(clusters.clusterOf(hash("Minsk"))).toBe(4);
    expect(clusters.clusterOf(hash("zagreb"))).toBe(0);
    expect(clusters.groupOf(0)).toBe(0);
  });

  it("refuse another file", () => {
    expect(() => new WordClusters(new Uint8Array(40))).toThrow("another form");
    expect(() => new WordClusters(new Uint8Array(0))).toThrow("another form");
  });

  it("bring together what is used alike, whatever its case and accents", () => {
    const { clusters } = new WordLists();
    const groupOf = (word: string): number => clusters.groupOf(clusters.clusterOf(hash(word)));
    expect(groupOf("Monday")).toBe(groupOf("thursday"));
    expect(groupOf("Jane")).not.toBe(groupOf("kilometres"));
    expect(clusters.clusterOf(hash("Bogotá"))).toBe(clusters.clusterOf(hash("bogota")));
    expect(clusters.clusterOf(hash("bogota"))).toBeGreaterThan(0);
  });
});
