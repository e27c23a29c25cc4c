/** The features of one thing to be judged, one small whole number each: set anew, judged, and set anew again. */
export class ValueFeatures {
  readonly values: Uint8Array;
  readonly #last: Uint8Array;

  /** @param sizes for each feature, how many values it has, at most `MOST_VALUES`. */
  constructor(sizes: readonly number[]) {
    this.values = new Uint8Array(sizes.length);
    this.#last = Uint8Array.from(sizes, (size) => size - 1);
  }

  /** Notes that a feature has a value, a whole number from 0 to below the feature's size; larger ones count as the largest, smaller ones as 0. */
  set(feature: number, value: number): void {
    const last = this.#last[feature];
    this.values[feature] = value < 0 ? 0 : Math.min(value, last);
  }
}

/** So many values a feature can have. */
export const MOST_VALUES = 66;

const FIRST_SIGN = 40;

/** The sign that stands for a whole number below 86 in a written model. */
export function signOf(value: number): string {
  return String.fromCharCode(FIRST_SIGN + value);
}

/** The number that the sign at a place of a written model stands for. */
export function numberAt(written: string, at: number): number {
  return written.charCodeAt(at) - FIRST_SIGN;
}
