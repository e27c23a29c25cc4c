import { addContextKeys, addWordKeys, KeyBuffer, Slot } from "../analysis/names/features.js";
import { MARGIN, readForNames } from "../analysis/names/reading.js";
import type { WordLists } from "../analysis/names/wordLists.js";
import { WordStore } from "../analysis/names/words.js";
import type { LabelledBlock } from "./namesData.js";

/** Stretches of tokens as the trainer sees them: for each token its features' numbers and the labels it may have. */
export interface Instances {
  /** The first token of each stretch, and the end of the last. */
  readonly stretchStarts: Int32Array;
  /** The first feature of each token in `features`, and the end of the last. */
  readonly featureStarts: Int32Array;
  /** Feature numbers. */
  readonly features: Int32Array;
  /** For each feature its family. */
  readonly families: Uint8Array;
  readonly allowed: Uint16Array;
  /** For each stretch the number of its block. */
  readonly blocks: Int32Array;
  /** For each token its number in its block. */
  readonly tokens: Int32Array;
}

/** Numbers the keys of features as they are met. */
export class FeatureIndex {
  #keys = new Int32Array(1 << 22);
  #numbers = new Int32Array(1 << 22);
  #counts = new Int32Array(1 << 20);
  #size = 0;
  #open = true;

  get size(): number {
    return this.#size;
  }

  /** From now on new keys are unknown. */
  close(): void {
    this.#open = false;
  }

  /** The key's number from 0, or -1 where it is unknown and the index closed. */
  number(key: number): number {
    const mask = this.#keys.length - 1;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 4) & mask;
    while (this.#numbers[slot] !== 0) {
      if (this.#keys[slot] === key) {
        this.#counts[this.#numbers[slot] - 1]++;
        return this.#numbers[slot] - 1;
      }
      slot = (slot + 1) & mask;
    }
    if (!this.#open) return -1;
    if (this.#size * 2 > this.#keys.length) {
      this.#grow();
      return this.number(key);
    }
    if (this.#size === this.#counts.length) {
      const counts = new Int32Array(this.#counts.length * 2);
      counts.set(this.#counts);
      this.#counts = counts;
    }
    this.#keys[slot] = key;
    this.#numbers[slot] = ++this.#size;
    this.#counts[this.#size - 1] = 1;
    return this.#size - 1;
  }

  #grow(): void {
    const keys = this.#keys;
    const numbers = this.#numbers;
    this.#keys = new Int32Array(keys.length * 2);
    this.#numbers = new Int32Array(keys.length * 2);
    const mask = this.#keys.length - 1;
    for (let i = 0; i < keys.length; i++) {
      if (numbers[i] === 0) continue;
      let slot = (Math.imul(keys[i], 0x9e3779b1) >>> 4) & mask;
      while (this.#numbers[slot] !== 0) slot = (slot + 1) & mask;
      this.#keys[slot] = keys[i];
      this.#numbers[slot] = numbers[i];
    }
  }

  /** An index of the same keys without those that `keep` refuses, and for each old number the new one or -1. */
  select(keep: (number: number, count: number) => boolean): { readonly index: FeatureIndex; readonly renumbered: Int32Array } {
    const index = new FeatureIndex();
    const renumbered = new Int32Array(this.#size).fill(-1);
    const keyOf = this.keysByNumber();
    for (let number = 0; number < this.#size; number++) {
      if (keep(number, this.#counts[number])) renumbered[number] = index.number(keyOf[number]);
    }
    index.close();
    return { index, renumbered };
  }

  keysByNumber(): Int32Array {
    const keyOf = new Int32Array(this.#size);
    for (let slot = 0; slot < this.#keys.length; slot++) if (this.#numbers[slot] !== 0) keyOf[this.#numbers[slot] - 1] = this.#keys[slot];
    return keyOf;
  }
}

class Numbers {
  values = new Int32Array(1 << 16);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) {
      const values = new Int32Array(this.length * 2);
      values.set(this.values);
      this.values = values;
    }
    this.values[this.length++] = value;
  }

  done(): Int32Array {
    return this.values.slice(0, this.length);
  }
}

/** Makes instances of blocks with the very features that the tagger uses. */
export function buildInstances(blocks: readonly LabelledBlock[], lists: WordLists, index: FeatureIndex): Instances {
  const store = new WordStore(lists);
  const buffer = new KeyBuffer();
  const stretchStarts = new Numbers();
  const featureStarts = new Numbers();
  const features = new Numbers();
  const families = new Numbers();
  const allowed = new Numbers();
  const blockNumbers = new Numbers();
  const tokens = new Numbers();
  blocks.forEach((labelled, b) => {
    store.makeRoom(labelled.block.tokens.count);
    const reading = readForNames(labelled.block, store, lists);
    for (let s = 0; s < reading.stretches.length; s += 2) {
      stretchStarts.push(allowed.length);
      blockNumbers.push(b);
      for (let i = reading.stretches[s]; i < reading.stretches[s + 1]; i++) {
        buffer.clear();
        const at = i + MARGIN;
        addWordKeys(store, reading.words[at], reading.opens[i] === 1 ? Slot.Opening : Slot.Here, buffer);
        addWordKeys(store, reading.words[at - 1], Slot.Before, buffer);
        addWordKeys(store, reading.words[at - 2], Slot.TwoBefore, buffer);
        addWordKeys(store, reading.words[at + 1], Slot.After, buffer);
        addWordKeys(store, reading.words[at + 2], Slot.TwoAfter, buffer);
        addContextKeys(reading, store, i, buffer);
        featureStarts.push(features.length);
        for (let k = 0; k < buffer.count; k++) {
          const number = index.number(buffer.keys[k]);
          if (number < 0) continue;
          features.push(number);
          families.push(buffer.families[k]);
        }
        allowed.push(labelled.allowed[i]);
        tokens.push(i);
      }
    }
  });
  stretchStarts.push(allowed.length);
  featureStarts.push(features.length);
  return {
    stretchStarts: stretchStarts.done(),
    featureStarts: featureStarts.done(),
    features: features.done(),
    families: Uint8Array.from(families.done()),
    allowed: Uint16Array.from(allowed.done()),
    blocks: blockNumbers.done(),
    tokens: tokens.done(),
  };
}

/** The same instances with the features renumbered; those without a new number are gone. */
export function renumberFeatures(instances: Instances, renumbered: Int32Array): Instances {
  const { featureStarts, features, families } = instances;
  const keptFamilies = new Uint8Array(features.length);
  const starts = new Int32Array(featureStarts.length);
  const kept = new Int32Array(features.length);
  let count = 0;
  for (let t = 0; t + 1 < featureStarts.length; t++) {
    starts[t] = count;
    for (let k = featureStarts[t]; k < featureStarts[t + 1]; k++) {
      const number = renumbered[features[k]];
      if (number < 0) continue;
      keptFamilies[count] = families[k];
      kept[count++] = number;
    }
  }
  starts[featureStarts.length - 1] = count;
  return { ...instances, featureStarts: starts, features: kept.slice(0, count), families: keptFamilies.slice(0, count) };
}
