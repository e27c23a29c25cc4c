import type { MentionKind, QuoteKind } from "../analysis/analysis.js";
import type { SpeakerKind } from "./answers.js";

/** How a record's bytes are laid out: what writes and what reads them agree on this. */

/** Rises with every change of what the bytes mean: a record of another format is made anew. */
export const RECORD_FORMAT = 11;

export const MAGIC = 0x52435253;
/** Magic, format, length in bytes, and where each section begins: four bytes each. */
export const HEADER = 32;
/** Where the header has the length. */
export const LENGTH_AT = 8;
/** Where the header says that a section begins. The sections of quotations and of fingerprints begin with their count and where each stands. */
export const SECTIONS = { details: 12, quotes: 16, fingerprints: 20, dates: 24, topics: 28 } as const;
export type Section = keyof typeof SECTIONS;

export const MENTION_KINDS = ["name", "nominal", "pronoun"] as const satisfies readonly MentionKind[];
export const QUOTE_KINDS = ["direct", "mixed", "indirect"] as const satisfies readonly QuoteKind[];
export const SPEAKER_KINDS = ["nobody", "named", "unnamed"] as const satisfies readonly SpeakerKind[];
