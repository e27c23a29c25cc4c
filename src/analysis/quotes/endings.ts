const CLOSING = "\"'”’»›“` ";

/**
 * How quoted words end before the marks that close them: 0 with a word, 1 a comma, 2 a full stop, 3 a question or an exclamation,
 * 4 broken off, 5 otherwise.
 */
export function endingOf(text: string, start: number, end: number): number {
  let at = end - 1;
  while (at > start && at > end - 8 && CLOSING.includes(text[at])) at--;
  switch (text[at]) {
    case ",":
      return 1;
    case ".":
      return 2;
    case "?":
    case "!":
      return 3;
    case "—":
    case "–":
    case "-":
    case "…":
      return 4;
    case ";":
    case ":":
    case ")":
    case "]":
      return 5;
    default:
      return 0;
  }
}
