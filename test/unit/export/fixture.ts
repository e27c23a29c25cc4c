import { ANALYSIS_FORMAT, type Analysis } from "../../../src/analysis/analysis.js";
import { type ExportedDocument, exportedDocument } from "../../../src/export/exportedDocument.js";
import { anchorsIn } from "../../../src/review/anchors.js";
import type { Decision } from "../../../src/review/decision.js";
import { on, reviewer, spanOf } from "../review/decisionFixtures.js";

/** A text with what breaks offsets and formats: a character of two code units, CRLF, quotes, brackets, a formula, a quotation over lines. */
export const TEXT =
  '=HYPERLINK("x") 😀 notice\r\nVessna [Orlik] spoke in Port_Hale.\r\n“We lost four|boats,\r\nand *nobody* slept,” Orlik said.\r\n';

export const PATH = "sources/a b.txt";

const SPEAKER = { ...spanOf(TEXT, "Orlik", 1), entity: "e1", anonymous: false, rule: "rule", confidence: 1 };
const QUOTATION = spanOf(TEXT, "“We lost four|boats,\r\nand *nobody* slept,”");

export const FOUND: Analysis = {
  format: ANALYSIS_FORMAT,
  document: { sha256: "0".repeat(64), length: TEXT.length, sections: [], title: "A <b>notice</b>", date: "2026-01-02" },
  entities: [
    {
      id: "e1",
      type: "person",
      name: "Vessna [Orlik]",
      aliases: ["Orlik"],
      roles: ["harbour | master"],
      rolePlaces: [],
      mentions: [
        { ...spanOf(TEXT, "Vessna [Orlik]"), kind: "name" },
        { ...spanOf(TEXT, "Orlik", 1), kind: "name" },
      ],
    },
    {
      id: "e2",
      type: "place",
      name: "Port_Hale",
      aliases: [],
      roles: [],
      rolePlaces: [],
      mentions: [{ ...spanOf(TEXT, "Port_Hale"), kind: "name" }],
    },
    {
      id: "e3",
      type: "work",
      name: '=HYPERLINK("x")',
      aliases: [],
      roles: [],
      rolePlaces: [],
      mentions: [{ ...spanOf(TEXT, '=HYPERLINK("x")'), kind: "name" }],
    },
  ],
  quotes: [{ id: "q1", kind: "direct", ...QUOTATION, speaker: SPEAKER, cue: spanOf(TEXT, "said"), spans: [QUOTATION], about: [] }],
  topics: [],
  dates: [],
};

const ADA = reviewer("Ada", PATH);
const TARGET = anchorsIn(TEXT, FOUND.document.sha256).target(QUOTATION, "quotation");

export const DECISIONS: readonly Decision[] = [
  ...ADA.here({ kind: "verdict", target: TARGET, verdict: "to-be-checked" }),
  ...ADA.here({ kind: "comment", target: TARGET, text: '+1, see [this](command:evil) <img src=x>\nand "that"' }),
  ...ADA.here({ kind: "comment", target: { ...on(TEXT, "notice", "selection"), sha256: FOUND.document.sha256 }, text: "A note." }),
];

export function fixture(): ExportedDocument {
  return exportedDocument(PATH, TEXT, FOUND, DECISIONS);
}
