import { HASH_BITS, WORD_CLUSTERS_MAGIC } from "../analysis/names/wordClusters.js";

/** A word by its folded hash, and the number of its cluster. */
export interface ClusteredWord {
  readonly hash: number;
  readonly cluster: number;
}

/**
 * Writes word clusters as `WordClusters` reads them.
 * @param words the commonest first: where two meet in the bits that are kept, the commoner stays.
 * @param groups for each cluster the number of its group, under 255.
 */
export function wordClusterBytes(words: readonly ClusteredWord[], groups: ArrayLike<number>): Uint8Array {
  const clusterOf = new Map<number, number>();
  for (const { hash, cluster } of words) {
    const key = hash >>> (32 - HASH_BITS);
    if (!clusterOf.has(key)) clusterOf.set(key, cluster);
  }
  const keys = [...clusterOf.keys()].sort((a, b) => a - b);
  const out: number[] = [];
  for (const number of [WORD_CLUSTERS_MAGIC, keys.length, groups.length]) for (let i = 0; i < 4; i++) out.push((number >>> (8 * i)) & 0xff);
  for (let i = 0; i < groups.length; i++) out.push(groups[i]);
  let last = 0;
  for (const key of keys) {
    let difference = key - last;
    last = key;
    for (; difference >= 0x80; difference >>>= 7) out.push((difference & 0x7f) | 0x80);
    out.push(difference);
  }
  const clusters = keys.map((key) => clusterOf.get(key) ?? 0);
  for (const cluster of clusters) out.push(cluster & 0xff);
  for (const cluster of clusters) out.push(cluster >>> 8);
  return Uint8Array.from(out);
}
