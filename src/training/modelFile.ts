import { LABEL_COUNT } from "../analysis/names/labels.js";
import { KEY_LOW_BITS, MODEL_MAGIC } from "../analysis/names/model.js";

const L = LABEL_COUNT;

/** How many of the file's integers make one unit of weight: the largest weight kept is 127 / SCALE. */
export const SCALE = 48;

/** The weight, in the file's integers, of a step that is never taken. */
const NEVER = -32768;

/**
 * Writes a model as `openModel` reads it.
 * @param keys the features' keys, in the order of their weights.
 */
export function modelBytes(keys: Int32Array, weights: Float32Array, steps: Float32Array): Uint8Array {
  const order = [...keys.keys()].sort((a, b) => (keys[a] >>> 0) - (keys[b] >>> 0));
  const out: number[] = [];
  for (const number of [MODEL_MAGIC, SCALE, L, keys.length]) for (let i = 0; i < 4; i++) out.push((number >>> (8 * i)) & 0xff);
  for (const step of steps) {
    const value = step < -1e6 ? NEVER : Math.round(step * SCALE);
    out.push(value & 0xff, (value >> 8) & 0xff);
  }
  let last = 0;
  for (const i of order) {
    const high = keys[i] >>> KEY_LOW_BITS;
    let difference = high - last;
    last = high;
    for (; difference >= 0x80; difference >>>= 7) out.push((difference & 0x7f) | 0x80);
    out.push(difference);
  }
  let packed = 0;
  let bits = 0;
  for (const i of order) {
    packed |= (keys[i] & ((1 << KEY_LOW_BITS) - 1)) << bits;
    for (bits += KEY_LOW_BITS; bits >= 8; bits -= 8, packed >>>= 8) out.push(packed & 0xff);
  }
  if (bits > 0) out.push(packed & 0xff);
  const header = Uint8Array.from(out);
  const bytes = new Uint8Array(header.length + keys.length * L);
  bytes.set(header);
  let at = header.length;
  for (let y = 0; y < L; y++) for (const i of order) bytes[at++] = Math.max(-127, Math.min(127, Math.round(weights[i * L + y] * SCALE)));
  return bytes;
}
