import { ANALYSIS_FORMAT, type Analysis, type Entity, type Mention, type Quote, type Section } from "../../../src/analysis/analysis.js";

/** An analysis made by hand. Everything not given is empty. */
export function analysisOf(
  parts: Partial<Omit<Analysis, "document" | "format">> & { readonly length?: number; readonly sections?: readonly Section[] },
): Analysis {
  const { length = 1000, sections = [], ...found } = parts;
  return { format: ANALYSIS_FORMAT, document: { sha256: "", length, sections }, entities: [], quotes: [], topics: [], dates: [], ...found };
}

export function entityOf(
  id: string,
  mentions: readonly (readonly [number, number] | readonly [number, number, Mention["kind"]])[],
): Entity {
  return {
    id,
    type: "person",
    name: id,
    aliases: [],
    roles: [],
    rolePlaces: [],
    mentions: mentions.map(([start, end, kind = "name"]) => ({ start, end, kind })),
  };
}

export function quoteOf(id: string, start: number, end: number, rest: Partial<Quote> = {}): Quote {
  return { id, start, end, kind: "direct", speaker: null, cue: null, spans: [{ start, end }], about: [], ...rest };
}
