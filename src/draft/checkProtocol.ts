import type { ExactQuotation } from "../collection/draftCheck.js";
import type { Finding } from "../collection/finding.js";

/** What the extension host asks of the thread that checks drafts. It keeps the sources, so that a check sends the draft alone. */
export type CheckRequest =
  /** A source that is new or has changed. */
  | { readonly kind: "source"; readonly path: string; readonly text: string }
  | { readonly kind: "gone"; readonly path: string }
  /** Check a draft against all sources but itself. */
  | { readonly kind: "check"; readonly job: number; readonly path: string; readonly text: string };

/** What a citation says of a place in a source. */
export interface CitedPlace {
  /** From 1. */
  readonly line: number;
  /** From 0, in UTF-16 code units of the line. */
  readonly column: number;
  readonly speaker: string;
  readonly title: string;
  readonly date: string;
}

export interface CheckedDraft {
  readonly findings: readonly Finding[];
  readonly exact: readonly ExactQuotation[];
  /** For each place of a finding or an exact quotation, by path and offset, what a citation says of it. */
  readonly cited: Readonly<Record<string, CitedPlace>>;
  /** The sources that could not be analysed, with the reason. */
  readonly failed: readonly string[];
}

export type CheckReply =
  | { readonly kind: "checked"; readonly job: number; readonly checked: CheckedDraft }
  | { readonly kind: "failed"; readonly job: number; readonly message: string };

/** The key of a place in `cited`. */
export function placeKey({ path, start }: { readonly path: string; readonly start: number }): string {
  return `${start} ${path}`;
}
