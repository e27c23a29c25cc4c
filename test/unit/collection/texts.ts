import { createAnalyzer } from "../../../src/analysis/analyze.js";
import { checkDraft } from "../../../src/collection/draftCheck.js";
import type { Finding } from "../../../src/collection/finding.js";
import type { DraftEdit } from "../../../src/collection/fixes.js";
import { markedSpans } from "../../../src/collection/markedSpans.js";
import { SourceGatherer, type SourceIndex } from "../../../src/collection/sourceIndex.js";

const analyzer = createAnalyzer();

/** The index of sources given by path. */
export function indexOf(sources: Readonly<Record<string, string>>): SourceIndex {
  const gatherer = new SourceGatherer();
  for (const [path, text] of Object.entries(sources)) gatherer.add({ path, text, analysis: analyzer.analyze(text, path) });
  return gatherer.index();
}

/** What is found in a draft. */
export function check(index: SourceIndex, text: string): readonly Finding[] {
  return checkDraft(index, { text, analysis: analyzer.analyze(text), marked: markedSpans(text) });
}

/** A draft with a fix. */
export function edited(text: string, edits: readonly DraftEdit[] | null): string {
  return [...(edits ?? [])]
    .sort((a, b) => b.start - a.start)
    .reduce((all, { start, end, words }) => all.slice(0, start) + words + all.slice(end), text);
}

export const SOURCES = {
  "harbour.txt": `The harbour stays open

Mayor Ingrid Solheim met reporters on Tuesday. “We will not close the harbour before the winter, and 40 ships are still waiting outside,” Ingrid Solheim said.

“The fishermen came to us,” she said on Tuesday evening, “and they asked for nothing but time.” The pier was built in 1931 by the railway company of the province.`,
  "inquiry.txt": `An inquiry begins

Judge Tomasz Wierzbicki opened the inquiry on Friday. “Nobody on this board was told how much the dredging would cost the town,” Tomasz Wierzbicki said.

Haider al-Jaafari, who owns two of the ships, did not come.`,
};

/** Some answers before a court, with a number before each line. */
export const TRANSCRIPT = [
  "          THE WITNESS:  I don't remember the gate.",
  "BY MS. ARCHER:",
  "    Q.   Mr. Poole, you kept the harbour of Varna in",
  "June of 2016, correct?",
  "    A.   Yes, ma'am.",
  "    Q.   And who told you what to do in those",
  "months, if anybody did?",
  "    A.   Nobody did.  I went to the office of the harbour in",
  "Akron, and the old keeper there gave me the key.",
  "          MR. WEISS:  Objection.  Form.",
  "BY MS. ARCHER:",
  "    Q.   What did he say?",
  "    A.   He said that he was tired.",
]
  .map((line, i) => `${String(i + 1).padStart(2)}   ${line}\n`)
  .join("");
