/** A text to analyse: a file's bytes, or a text as an editor has it. */
export interface RecordRequest {
  readonly job: number;
  readonly path: string;
  readonly content: Uint8Array | string;
}

export type RecordOutcome =
  | { readonly kind: "record"; readonly record: Uint8Array }
  /** It holds no text; the reason is the end of a sentence. */
  | { readonly kind: "unreadable"; readonly reason: string }
  /** Its analysis threw, ended the thread or found no end; the reason is the end of a sentence. */
  | { readonly kind: "failed"; readonly reason: string };

/** An outcome of a job; in place of the reader's reason of a failure the thread gives the error's own words. */
export type RecordReply = { readonly job: number; readonly outcome: RecordOutcome };
