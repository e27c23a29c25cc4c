import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { QuoteKind } from "../analysis/analysis.js";

/** A span as the corpora write it: start and end in UTF-16 code units, end exclusive. */
export type CorpusSpan = readonly [number, number];

export interface CorpusEntity {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly coarse: "PER" | "ORG" | "LOC" | "MISC" | "DATE" | null;
  readonly id?: string | null;
  readonly named?: boolean;
  readonly nameStart?: number;
  readonly nameEnd?: number;
  readonly value?: string;
}

export interface CorpusQuote {
  readonly spans: readonly CorpusSpan[];
  readonly kind: QuoteKind;
  readonly speaker: readonly CorpusSpan[];
  readonly cue: readonly CorpusSpan[];
  /** The id of the speaker among the document's entities, where the corpus marks it. */
  readonly speakerId?: string;
}

export interface CorpusDocument {
  readonly id: string;
  readonly genre: string;
  readonly licence?: string;
  readonly date?: string;
  readonly title?: string;
  readonly text: string;
  readonly entities: readonly CorpusEntity[];
  readonly quotes: readonly CorpusQuote[];
  readonly sentences: readonly CorpusSpan[];
}

/** The folder of corpora used where none is named. */
export const DEFAULT_CORPORA = join("..", "shared", "corpora");

/**
 * Reads one corpus.
 * @param folder the folder of corpora, with `train` and `measure` in it.
 * @param name the corpus, for example "measure/wwnews.dev".
 * @throws when the corpus is not there or is no gzipped JSON Lines.
 */
export function readCorpus(folder: string, name: string): CorpusDocument[] {
  const path = join(folder, `${name}.jsonl.gz`);
  if (!existsSync(path)) throw new Error(`There is no corpus ${path}. Name the folder that holds train/ and measure/.`);
  return gunzipSync(readFileSync(path))
    .toString("utf8")
    .split("\n")
    .filter((line) => line.length > 0)
    .map((line) => {
      const { text = "", entities = [], quotes = [], sentences = [], ...rest } = JSON.parse(line);
      return {
        ...rest,
        text,
        entities,
        quotes: quotes.map((quote: CorpusQuote) => theRightWayRound(text, quote)),
        sentences,
      } as CorpusDocument;
    });
}

/** Forms of the commonest cue, which name nobody. */
const SAYS = /^(?:said|says|say)$/;

/** An attribution whose cue the annotators marked as its source, and its source as its cue, the right way round. */
function theRightWayRound(text: string, quote: CorpusQuote): CorpusQuote {
  const { speaker, cue } = quote;
  const swapped = speaker.length > 0 && cue.length > 0 && speaker.every(([start, end]) => SAYS.test(text.slice(start, end)));
  return swapped ? { ...quote, speaker: cue, cue: speaker } : quote;
}
