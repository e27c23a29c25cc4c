import type { Analysis } from "../analysis/analysis.js";
import { textReport } from "./textReport.js";

/** Turns analyses into the text of one output. */
export interface Formatter {
  readonly opening: string;
  readonly separator: string;
  readonly closing: string;
  /** @param text the text that was analysed. */
  format(analysis: Analysis, text: string): string;
}

const NDJSON: Formatter = {
  opening: "",
  separator: "",
  closing: "",
  format: (analysis) => `${JSON.stringify(analysis)}\n`,
};

const JSON_OBJECT: Formatter = {
  opening: "",
  separator: "",
  closing: "",
  format: (analysis) => `${JSON.stringify(analysis, null, 2)}\n`,
};

const JSON_ARRAY: Formatter = {
  opening: "[\n",
  separator: ",\n",
  closing: "\n]\n",
  format: (analysis) => JSON.stringify(analysis, null, 2),
};

const TEXT: Formatter = {
  opening: "",
  separator: "\n",
  closing: "",
  format: textReport,
};

/** The names of the formats. */
export const FORMATS = ["ndjson", "json", "text"] as const;

/**
 * The format of that name, undefined where there is none.
 * @returns a function that takes whether a single document was asked for.
 */
export function formatNamed(name: string): ((single: boolean) => Formatter) | undefined {
  switch (FORMATS.find((format) => format === name)) {
    case "ndjson":
      return () => NDJSON;
    case "json":
      return (single) => (single ? JSON_OBJECT : JSON_ARRAY);
    case "text":
      return () => TEXT;
    case undefined:
      return undefined;
  }
}
