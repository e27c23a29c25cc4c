import { withoutLineNumbers } from "../analysis/lineNumbers.js";
import type { ExportedDocument } from "./exportedDocument.js";
import { speakerNames, standingWords } from "./exportedDocument.js";
import { lineFinder } from "./lineFinder.js";

const HEADER = ["path", "line", "start", "end", "item", "words", "kind", "entity", "speaker", "verdict", "decided by", "comments"];

/** Mentions and quotations, a row each, as comma-separated values (RFC 4180: CRLF, quotes doubled). Offsets are UTF-16 code units. */
export function csvReport(documents: readonly ExportedDocument[]): string {
  return [HEADER, ...documents.flatMap(rowsOf)].map((cells) => `${cells.map(cell).join(",")}\r\n`).join("");
}

type Row = readonly (string | number)[];

function rowsOf({ path, text: given, review }: ExportedDocument): Row[] {
  const text = withoutLineNumbers(given);
  const lineAt = lineFinder(text);
  const speakerOf = speakerNames(review, text);
  const commentsOn = new Map<number, string[]>();
  for (const { span, comments } of review.threads) {
    if (span)
      commentsOn.set(span.start, [
        ...(commentsOn.get(span.start) ?? []),
        ...comments.map(({ creator, text: said }) => `${creator}: ${said}`),
      ]);
  }
  const row = (item: string, kind: string, span: { readonly start: number; readonly end: number }, rest: Row): Row => [
    path,
    lineAt(span.start),
    span.start,
    span.end,
    item,
    text.slice(span.start, span.end),
    kind,
    ...rest,
    (commentsOn.get(span.start) ?? []).join("\n"),
  ];
  const mentions = review.analysis.entities.flatMap((entity) =>
    entity.mentions.map((mention) => {
      const decided = review.entities.get(entity.id);
      return {
        start: mention.start,
        row: row(entity.type, mention.kind, mention, [entity.name, "", standingWords(decided), deciders(decided)]),
      };
    }),
  );
  const quotes = review.analysis.quotes.map((quote) => {
    const decided = review.quotes.get(quote.id);
    return {
      start: quote.start,
      row: row("quotation", quote.kind, quote, ["", speakerOf(quote), standingWords(decided), deciders(decided)]),
    };
  });
  return [...mentions, ...quotes].sort((a, b) => a.start - b.start).map((one) => one.row);
}

function deciders(decided: { readonly decisions: readonly { readonly creator: string }[] } | undefined): string {
  return [...new Set(decided?.decisions.map(({ creator }) => creator) ?? [])].join("; ");
}

/** A cell: guarded where a spreadsheet would take it for a formula, quoted where it must be. */
function cell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const guarded = /^[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(guarded) || guarded !== guarded.trim() ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
