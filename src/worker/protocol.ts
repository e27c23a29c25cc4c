import type { TextEdit } from "../review/textEdits.js";
import type { AnalysisPart } from "./analysisParts.js";

/** What the extension host asks of the worker. The worker keeps the texts, so that a keystroke sends a keystroke. */
export type WorkerRequest =
  /** A piece of a long text, in the text's order; the last one comes with `open`. */
  | { readonly kind: "piece"; readonly uri: string; readonly text: string }
  /** The whole text, or the end of one whose pieces have come; it is analysed as soon as its turn comes. */
  | { readonly kind: "open"; readonly uri: string; readonly version: number; readonly path: string; readonly text: string }
  /** Edits made one after the other, and the version they lead to. They call for no analysis yet. */
  | { readonly kind: "edit"; readonly uri: string; readonly version: number; readonly edits: readonly TextEdit[] }
  /** Analyse the newest text. */
  | { readonly kind: "analyze"; readonly uri: string }
  /** The document that goes before the others. */
  | { readonly kind: "front"; readonly uri: string | null }
  | { readonly kind: "close"; readonly uri: string }
  /** A tab shows the document, its text is still on the way: what is on the disk may be read before. */
  | { readonly kind: "coming"; readonly uri: string }
  /** The last part has been taken; send the next. */
  | { readonly kind: "more" };

export type WorkerReply =
  /** An analysis begins: should the worker die before the first part, this is the document that killed it. */
  | { readonly kind: "started"; readonly uri: string; readonly version: number }
  | { readonly kind: "part"; readonly uri: string; readonly version: number; readonly part: AnalysisPart }
  /** The text is none that can be analysed, and is closed; the reason is a sentence for the reader. */
  | { readonly kind: "refused"; readonly uri: string; readonly reason: string }
  /** The analysis threw. */
  | { readonly kind: "failed"; readonly uri: string; readonly version: number; readonly message: string };

/** What a thread is started with that is to check drafts. */
export const CHECK_TASK = "check drafts";

/** What a thread is started with that is to make the records of a collection. */
export const RECORD_TASK = "make records";
