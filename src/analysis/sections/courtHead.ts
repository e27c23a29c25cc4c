import type { SectionKind } from "../analysis.js";
import { onOneLine } from "../oneLine.js";
import { memoByBlock } from "../text/blockMemo.js";
import type { PlacedBlock } from "../text/sourceText.js";
import type { Header } from "./header.js";
import { countWords, plainLine, readDateLine } from "./lineForms.js";
import words from "./pageWords.json" with { type: "json" };

/** What a court gives out is named in one of the first blocks. */
const MOST_BLOCKS = 40;
const MOST_WORDS = 16;
/** So many lines above it tell of a court and of parties. */
const FEWEST_SIGNS = 2;

const JUDGMENTS: ReadonlySet<string> = new Set(words.judgments);
const LABELS: ReadonlySet<string> = new Set(words.courtLabels);
const SIGNS = new RegExp(`(?:^|[\\s(])(?:${words.courtSigns.map((sign) => sign.replace(/\./g, "\\.")).join("|")})(?![\\p{L}\\p{N}])`, "iu");

const RECORD_OF = /^(?:(?:videotaped|oral|continued) )*(?:deposition|affidavit|declaration|testimony|sworn statement) of \S/;

type CourtLine = "title" | "sign" | "line" | "text";

const courtLine = memoByBlock((block): CourtLine => {
  const { text } = block;
  if (countWords(text) > MOST_WORDS) return "text";
  const line = plainLine(block).replace(/[.:]$/, "");
  if (JUDGMENTS.has(line) || RECORD_OF.test(line)) return "title";
  return SIGNS.test(text) || LABELS.has(line) ? "sign" : "line";
});

/**
 * Reads the head of what a court gives out or is given: the court, the parties and the case's number above the line that names the
 * document ("MEMORANDUM OPINION AND ORDER"). Null where a text begins otherwise.
 */
export function readCourtHead(blocks: readonly PlacedBlock[], from: number, to: number, marks: ReadonlySet<number>): Header | null {
  let signs = 0;
  let title = -1;
  for (let i = from; i < to && i - from < MOST_BLOCKS && title < 0; i++) {
    const line = courtLine(blocks[i].block);
    if (line === "text") return null;
    if (line === "sign") signs++;
    if (line === "title" && i > from) title = i;
  }
  if (title < 0 || signs < FEWEST_SIGNS) return null;
  const dates = blocks.slice(from, title).map(({ block }) => readDateLine(block.text));
  const kinds = dates.map((date, n): SectionKind => (marks.has(from + n) ? "boilerplate" : date ? "date" : "body"));
  const date = dates.find((found) => found !== null)?.date.value;
  return {
    end: title + 1,
    kinds: [...kinds, "headline"],
    title: onOneLine(blocks[title].block.text),
    ...(date !== undefined && { date }),
    topics: [],
    authors: [],
  };
}
