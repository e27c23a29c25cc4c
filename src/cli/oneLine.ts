/** The text on one line: control characters (also those that steer a terminal) and runs of white space become one space. */
export function onOneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, " ").trim();
}

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
