import { onOneLine } from "../analysis/oneLine.js";

/** The text on one line, cut after `length` code points with an ellipsis where it is longer. */
export function firstWords(text: string, length: number): string {
  const points = [...onOneLine(text)];
  return points.length <= length
    ? points.join("")
    : `${points
        .slice(0, length - 1)
        .join("")
        .trimEnd()}…`;
}
