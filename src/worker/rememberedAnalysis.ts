import type { Analysis } from "../analysis/analysis.js";
import type { Analyzer } from "../analysis/analyze.js";

/** The analysis of a longer text is not kept beside it, in UTF-16 code units. */
const LONGEST_TEXT = 100_000;

/** An analyzer that gives the analysis of the text it was given last without analysing it again. */
export function remembering(analyzer: Analyzer): Analyzer {
  let last: { readonly text: string; readonly analysis: Analysis } | null = null;
  return {
    analyze(text, path) {
      const analysis = last?.text === text ? last.analysis : analyzer.analyze(text);
      last = text.length <= LONGEST_TEXT ? { text, analysis } : null;
      return path === undefined ? analysis : { ...analysis, document: { path, ...analysis.document } };
    },
  };
}
