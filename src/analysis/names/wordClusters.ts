export const WORD_CLUSTERS_MAGIC = 0x57434c31;

/** A word is known by so many of the high bits of its folded hash: of the words that are not in the file, one in 140 is taken for one. */
export const HASH_BITS = 24;

/**
 * Words that are used alike, by the clusters of their vectors: what the model learned of "Minsk" holds for "Zagreb" too
 * (word clusters as features: Miller, Guinness and Zamanian 2004; Turian, Ratinov and Bengio 2010).
 */
export class WordClusters {
  /** The words' hashes in rising order. */
  readonly #keys: Int32Array;
  readonly #clusters: Uint16Array;
  readonly #groups: Uint8Array;

  /**
   * Opens a file of clusters: a header of three 32-bit integers (mark, words, clusters), the group of each cluster as a byte, the words'
   * hashes in rising order as varints of their differences, then the low and the high bytes of their clusters.
   * @throws when the bytes are no such file.
   */
  constructor(bytes: Uint8Array) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.length < 12 || view.getUint32(0, true) !== WORD_CLUSTERS_MAGIC) throw new Error("The word clusters are of another form.");
    const words = view.getUint32(4, true);
    const clusters = view.getUint32(8, true);
    this.#groups = bytes.subarray(12, 12 + clusters);
    let at = 12 + clusters;
    this.#keys = new Int32Array(words);
    let key = 0;
    for (let i = 0; i < words; i++) {
      let difference = 0;
      for (let shift = 0; ; shift += 7) {
        const byte = bytes[at++];
        difference |= (byte & 0x7f) << shift;
        if (byte < 0x80) break;
      }
      key += difference;
      this.#keys[i] = key;
    }
    this.#clusters = new Uint16Array(words);
    for (let i = 0; i < words; i++) this.#clusters[i] = bytes[at + i] | (bytes[at + words + i] << 8);
  }

  /** The number of a word's cluster, from 1; 0 for a word that is not known. @param folded the word's folded hash. */
  clusterOf(folded: number): number {
    const wanted = folded >>> (32 - HASH_BITS);
    const keys = this.#keys;
    let low = 0;
    let high = keys.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (keys[middle] < wanted) low = middle + 1;
      else high = middle;
    }
    return low < keys.length && keys[low] === wanted ? this.#clusters[low] + 1 : 0;
  }

  /** The number of a cluster's group, from 1; 0 for the cluster 0. */
  groupOf(cluster: number): number {
    return cluster === 0 ? 0 : this.#groups[cluster - 1] + 1;
  }
}
