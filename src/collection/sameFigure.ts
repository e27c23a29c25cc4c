import differenceWords from "./differenceWords.json" with { type: "json" };
import { readWords } from "./words.js";

const UNITS: ReadonlyMap<string, number> = new Map([
  ...differenceWords.units.map((word, i) => [word, i] as const),
  ...differenceWords.tens.map((word, i) => [word, 20 + 10 * i] as const),
]);
const SCALES: ReadonlyMap<string, number> = new Map(Object.entries(differenceWords.scales));
const DIGITS = /^\d+(?:\.\d+)?$/;
/** Two figures beside each other are not read as one. */
const PARTED = /\p{L}[^\p{L}\p{N}\s-]|\p{L}\s*-\s+|\s-\s/u;

/** Whether two wordings are one figure, written out or not: “forty-one” and “41”, “two hundred thousand” and “200,000”. */
export function isSameFigure(one: string, other: string): boolean {
  const figure = figureOf(one);
  return figure !== null && figure === figureOf(other);
}

/** The figure that words stand for; null where any of them is of none. */
function figureOf(text: string): number | null {
  const { keys } = readWords(text);
  if (keys.length === 0 || PARTED.test(text)) return null;
  let [total, part, scale] = [0, Number.NaN, Number.POSITIVE_INFINITY];
  for (const [i, key] of keys.entries()) {
    const unit = UNITS.get(key);
    const factor = SCALES.get(key);
    if (unit !== undefined && mayFollow(part, unit)) part = (Number.isNaN(part) ? 0 : part) + unit;
    else if (DIGITS.test(key) && Number.isNaN(part)) part = Number(key);
    else if (key === "hundred" && part > 0 && part < 100) part *= 100;
    else if (factor !== undefined && part > 0 && factor < scale) {
      total += part * factor;
      [part, scale] = [Number.NaN, factor];
    } else if (key !== "and" || i === 0 || i === keys.length - 1 || part % 100 > 0) return null;
  }
  return total + (Number.isNaN(part) ? 0 : part);
}

/** Whether a word for a number from 0 to 90 goes on with what stands before it: nothing, hundreds, or tens. */
function mayFollow(part: number, unit: number): boolean {
  if (Number.isNaN(part)) return true;
  const isTens = part % 100 >= 20 && part % 10 === 0;
  return unit > 0 && part > 0 && ((part % 100 === 0 && part < 1000) || (isTens && unit < 10));
}
