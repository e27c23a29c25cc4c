import { LABEL_COUNT } from "./labels.js";

/**
 * The trained weights: for each known feature a row of one for each label, and one for each step from label to label.
 * A row holds two weights in one 32-bit integer (the first in the low half, the second added to the high half), so that sums of
 * rows cost half the additions; each sum of one label's weights must stay within 16 bits.
 */
export interface NameModel {
  /**
   * Looks features up. All at once, since the processor then waits for many places of the table at a time.
   * @param keys the features from the first on, `count` of them. @param found takes where in `rows` those begin that are known.
   * @returns how many are known.
   */
  findRows(keys: Int32Array, count: number, found: Int32Array): number;
  readonly rows: Int32Array;
  /** The weight of the step from one label to the next: from * LABEL_COUNT + to. */
  readonly steps: Int32Array;
  /** How many of the model's integers make one unit of log-probability. */
  readonly scale: number;
}

export const MODEL_MAGIC = 0x4e414d32;

/** The low bits of the features' keys stand apart, as they are: they are as good as random, and the rest compresses better without them. */
export const KEY_LOW_BITS = 10;

/** The integers of a row that hold weights. */
export const ROW_LENGTH = (LABEL_COUNT + 1) >> 1;
/** From row to row: a row then lies in one line of the processor's cache. */
export const ROW_STRIDE = 8;
/** Where in a row its feature's key stands. */
const KEY_AT = ROW_STRIDE - 1;

/** The two weights, or sums of weights, that an integer of a row holds. */
export function firstOf(pair: number): number {
  return (pair << 16) >> 16;
}

export function secondOf(pair: number): number {
  return (pair - firstOf(pair)) >> 16;
}

/** The bits of the filter that knows most features that are not known, without a look into the table. */
const FILTER_BITS = 21;

/**
 * Opens a model as `npm run train` writes it: a header of four 32-bit integers (mark, scale, labels, features), the steps as 16-bit
 * integers, the features' keys in rising order (their high bits as varints of the differences, then their low bits packed), then the weights
 * as bytes, label by label.
 * @throws when the bytes are no model for these labels.
 */
export function openModel(bytes: Uint8Array): NameModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== MODEL_MAGIC || view.getUint32(8, true) !== LABEL_COUNT)
    throw new Error("The name model is of another form.");
  const scale = view.getUint32(4, true);
  const count = view.getUint32(12, true);
  let at = 16;
  const steps = new Int32Array(LABEL_COUNT * LABEL_COUNT);
  for (let i = 0; i < steps.length; i++, at += 2) steps[i] = view.getInt16(at, true);

  let bits = 4;
  while (1 << bits < count * 2) bits++;
  const mask = (1 << bits) - 1;
  const shift = 32 - bits;
  /** In each slot the number of a row from 1; 0 where it is free. */
  const slots = new Int32Array(1 << bits);
  const filter = new Int32Array(1 << (FILTER_BITS - 5));
  const rows = new Int32Array(count * ROW_STRIDE);
  let high = 0;
  for (let row = 0; row < count; row++) {
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      high += (byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    rows[row * ROW_STRIDE + KEY_AT] = high << KEY_LOW_BITS;
  }
  let packed = 0;
  let unread = 0;
  for (let row = 1; row <= count; row++) {
    for (; unread < KEY_LOW_BITS; unread += 8) packed |= bytes[at++] << unread;
    const key = rows[(row - 1) * ROW_STRIDE + KEY_AT] | (packed & ((1 << KEY_LOW_BITS) - 1));
    packed >>>= KEY_LOW_BITS;
    unread -= KEY_LOW_BITS;
    const hash = Math.imul(key, 0x9e3779b1);
    const bit = hash >>> (32 - FILTER_BITS);
    filter[bit >>> 5] |= 1 << (bit & 31);
    let slot = hash >>> shift;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = row;
    rows[(row - 1) * ROW_STRIDE + KEY_AT] = key;
  }
  // Row by row, since the table is longer than what the processor keeps at hand.
  const weights = new Int8Array(bytes.buffer, bytes.byteOffset + at, LABEL_COUNT * count);
  for (let row = 0; row < count; row++) {
    let to = row * ROW_STRIDE;
    for (let from = row; from < weights.length; from += 2 * count)
      rows[to++] = from + count < weights.length ? weights[from] + weights[from + count] * 0x10000 : weights[from];
  }
  return {
    rows,
    steps,
    scale,
    findRows(keys, wanted, found) {
      let passed = 0;
      for (let k = 0; k < wanted; k++) {
        const bit = Math.imul(keys[k], 0x9e3779b1) >>> (32 - FILTER_BITS);
        found[passed] = keys[k];
        passed += (filter[bit >>> 5] >>> (bit & 31)) & 1;
      }
      let known = 0;
      for (let k = 0; k < passed; k++) {
        const sought = found[k];
        let slot = Math.imul(sought, 0x9e3779b1) >>> shift;
        for (let row = slots[slot]; row !== 0; row = slots[slot]) {
          const from = (row - 1) * ROW_STRIDE;
          if (rows[from + KEY_AT] === sought) {
            found[known++] = from;
            break;
          }
          slot = (slot + 1) & mask;
        }
      }
      return known;
    },
  };
}
