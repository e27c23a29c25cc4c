import type { Finding, Rule, SourcePlace } from "../collection/finding.js";
import { RULES } from "../collection/finding.js";

/** A draft that was checked, with what was found in it. */
export interface CheckedDraft {
  readonly path: string;
  readonly text: string;
  readonly findings: readonly Finding[];
}

const DESCRIPTIONS: Readonly<Record<Rule, string>> = {
  "quote-altered": "A quotation whose words are not the source's.",
  "quote-other-speaker": "A quotation that the sources give to another speaker.",
  "quote-stitched": "A quotation put together from two places without a mark.",
  "quote-not-found": "A quotation that no source has.",
  "name-spelling": "A name that the sources spell otherwise.",
};

const LEVELS: Readonly<Record<Rule, "error" | "warning">> = {
  "quote-altered": "error",
  "quote-other-speaker": "error",
  "quote-stitched": "error",
  "quote-not-found": "warning",
  "name-spelling": "warning",
};

/**
 * The findings as a log of the Static Analysis Results Interchange Format (SARIF 2.1.0, OASIS 2020), one result each.
 * A region's offsets are UTF-16 code units; the sources' places are related locations.
 * @param version the version of the program that checked.
 */
export function sarifLog(drafts: readonly CheckedDraft[], version: string) {
  return {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0" as const,
    runs: [
      {
        tool: {
          driver: {
            name: "Source Review",
            version,
            rules: RULES.map((id) => ({
              id,
              shortDescription: { text: DESCRIPTIONS[id] },
              defaultConfiguration: { level: LEVELS[id] },
            })),
          },
        },
        columnKind: "utf16CodeUnits" as const,
        artifacts: drafts.map(({ path }) => ({ location: { uri: uriOf(path) } })),
        results: drafts.flatMap(results),
      },
    ],
  };
}

function results({ path, text, findings }: CheckedDraft, artifact: number) {
  const placeAt = linePlaces(text);
  return findings.map(({ rule, message, start, end, places }) => ({
    ruleId: rule,
    ruleIndex: RULES.indexOf(rule),
    level: LEVELS[rule],
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(path), index: artifact },
          region: { ...placeAt(start, end), charOffset: start, charLength: end - start, snippet: { text: text.slice(start, end) } },
        },
      },
    ],
    relatedLocations: places.map(relatedLocation),
  }));
}

function relatedLocation({ path, start, end, words }: SourcePlace, index: number) {
  return {
    id: index + 1,
    message: { text: "the source's words" },
    physicalLocation: {
      artifactLocation: { uri: uriOf(path) },
      region: { charOffset: start, charLength: end - start, snippet: { text: words } },
    },
  };
}

/** A path as a reference that a URI may have; an absolute one as a file's URI. */
export function uriOf(path: string): string {
  const slashes = path.replaceAll("\\", "/");
  const drive = /^[A-Za-z]:\//.test(slashes);
  const parts = slashes.split("/").map((part, i) => (drive && i === 0 ? part : encodeURIComponent(wellFormed(part))));
  const joined = parts.join("/");
  if (drive) return `file:///${joined}`;
  return joined.startsWith("/") ? `file://${joined}` : joined;
}

/** A lone surrogate, which no URI can have, as the replacement character. */
function wellFormed(part: string): string {
  return part.replace(/\p{Cs}/gu, "\ufffd");
}

/** Gives the lines and columns of a span, each counted from 1. */
function linePlaces(text: string) {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + end.length);
  const lineOf = (offset: number): number => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (starts[middle] <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return (start: number, end: number) => {
    const [startLine, endLine] = [lineOf(start), lineOf(end)];
    return {
      startLine,
      startColumn: start - starts[startLine - 1] + 1,
      endLine,
      endColumn: end - starts[endLine - 1] + 1,
    };
  };
}
