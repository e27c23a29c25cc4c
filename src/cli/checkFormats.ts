import { version } from "../../package.json";
import { onOneLine } from "../analysis/oneLine.js";
import { lineFinder } from "../export/lineFinder.js";
import { type CheckedDraft, sarifLog } from "../export/sarif.js";
import { firstWords } from "./firstWords.js";

/** The names of the formats that a check is written in. */
export const CHECK_FORMATS = ["text", "json", "sarif"] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];

const SHOWN_WORDS = 160;

/** The whole output of a check, with a line feed at its end; a report to read is empty where nothing was found. */
export function checkOutput(format: CheckFormat, drafts: readonly CheckedDraft[]): string {
  switch (format) {
    case "text":
      return drafts.map(report).join("");
    case "json":
      return `${JSON.stringify(
        drafts.map(({ path, findings }) => ({ path, findings })),
        null,
        2,
      )}\n`;
    case "sarif":
      return `${JSON.stringify(sarifLog(drafts, version), null, 2)}\n`;
  }
}

/** One line for each finding, and one for each place in the sources. */
function report({ path, text, findings }: CheckedDraft): string {
  const lineAt = lineFinder(text);
  return findings
    .map(({ rule, start, end, message, places }) => {
      const head = `${onOneLine(path)}:${lineAt(start)}: ${rule}: ${onOneLine(message)}\n  ${firstWords(text.slice(start, end), SHOWN_WORDS)}\n`;
      return head + places.map((place) => `  ${onOneLine(place.path)}: ${firstWords(place.words, SHOWN_WORDS)}\n`).join("");
    })
    .join("");
}
