import type {
  CollectionDate,
  CollectionQuotation,
  Place,
  QuotationGroup,
  QuotationVersion,
  UnnamedSource,
  UnnamedStatement,
  YearCount,
} from "../collection/answers.js";

/** The headings of the view, in the order they are shown. */
export const GROUPS = ["quotations", "unnamed", "dates"] as const;
export type AcrossGroup = (typeof GROUPS)[number];

/** A row of the view. */
export type AcrossRow =
  | { readonly kind: "group"; readonly group: AcrossGroup; readonly total: number }
  /** Heading of the dates of a year, where there are many dates. */
  | { readonly kind: "year"; readonly year: YearCount }
  | { readonly kind: "date"; readonly date: CollectionDate }
  | { readonly kind: "utterance"; readonly utterance: QuotationGroup }
  /** `first` is the version that the others are compared with; null in its own row. */
  | { readonly kind: "version"; readonly version: QuotationVersion; readonly first: QuotationVersion | null }
  | { readonly kind: "source"; readonly source: UnnamedSource }
  | { readonly kind: "statement"; readonly statement: UnnamedStatement }
  /** Stands for the rest of a list: `parent` shows more when it is chosen. */
  | { readonly kind: "more"; readonly parent: AcrossRow; readonly shown: number; readonly total: number };

const KINDS: ReadonlySet<unknown> = new Set(["group", "year", "date", "utterance", "version", "source", "statement", "more"]);

export function isAcrossRow(value: unknown): value is AcrossRow {
  return typeof value === "object" && value !== null && "kind" in value && KINDS.has(value.kind);
}

/** The place that a row leads to; undefined where it leads to none. */
export function placeOf(row: AcrossRow): Place | undefined {
  switch (row.kind) {
    case "date":
      return row.date;
    case "version":
      return row.version.quotation;
    case "source":
      return row.source.first;
    case "statement":
      return row.statement.quotation;
    default:
      return undefined;
  }
}

/** The same for the same row of another answer. */
export function idOf(row: AcrossRow): string {
  const at = ({ path, start, end }: Place) => `${path}:${start}-${end}`;
  switch (row.kind) {
    case "group":
      return row.group;
    case "year":
      return `year ${row.year.year}`;
    case "date":
      return `date ${at(row.date)} ${row.date.value}`;
    case "utterance":
      return `utterance ${row.utterance.id}`;
    case "version":
      return `version ${at(row.version.quotation)}`;
    case "source":
      return `source ${row.source.id}`;
    case "statement":
      return `statement ${at(row.statement.quotation)}`;
    case "more":
      return `more ${idOf(row.parent)}`;
  }
}

/** Who speaks, in the view's words. */
export function speakerWords({ speaker }: CollectionQuotation): string {
  return speaker.kind === "nobody" ? "no speaker" : speaker.words;
}
