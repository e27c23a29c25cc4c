import { LABEL_COUNT } from "./labels.js";

/** The trained weights: for each known feature one for each label, and one for each step from label to label. */
export interface NameModel {
  /** Adds the feature's weights to LABEL_COUNT scores that begin at `at`. Unknown features add nothing. */
  addWeights(key: number, scores: Int16Array | Int32Array, at: number): void;
  /** The weight of the step from one label to the next: from * LABEL_COUNT + to. */
  readonly steps: Int32Array;
  /** How many of the model's integers make one unit of log-probability. */
  readonly scale: number;
}

export const MODEL_MAGIC = 0x4e414d31;

/**
 * Opens a model as `npm run train` writes it: a header of four 32-bit integers (mark, scale, labels, features), the steps as 16-bit
 * integers, the features' keys in rising order as varints of their differences, then the weights as bytes, label by label.
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
  const keys = new Int32Array(1 << bits);
  const rows = new Int32Array(1 << bits);
  let key = 0;
  for (let row = 1; row <= count; row++) {
    let difference = 0;
    for (let scaleBy = 1; ; scaleBy *= 128) {
      const byte = bytes[at++];
      difference += (byte & 0x7f) * scaleBy;
      if (byte < 0x80) break;
    }
    key += difference;
    let slot = Math.imul(key | 0, 0x9e3779b1) >>> shift;
    while (rows[slot] !== 0) slot = (slot + 1) & mask;
    keys[slot] = key | 0;
    rows[slot] = row;
  }
  const weights = new Int8Array((count + 1) * LABEL_COUNT);
  for (let label = 0; label < LABEL_COUNT; label++) {
    for (let row = 1; row <= count; row++) weights[row * LABEL_COUNT + label] = bytes[at++];
  }
  return {
    steps,
    scale,
    addWeights(wanted, scores, to) {
      let slot = Math.imul(wanted, 0x9e3779b1) >>> shift;
      for (let row = rows[slot]; row !== 0; row = rows[slot]) {
        if (keys[slot] === wanted) {
          const from = row * LABEL_COUNT;
          for (let label = 0; label < LABEL_COUNT; label++) scores[to + label] += weights[from + label];
          return;
        }
        slot = (slot + 1) & mask;
      }
    },
  };
}
