import { ANALYSIS_FORMAT, type Analysis, type Entity, type EntityType } from "../../../src/analysis/analysis.js";
import { createAnalyzer } from "../../../src/analysis/analyze.js";
import { Collection } from "../../../src/collection/collection.js";
import { recordOf } from "../../../src/collection/recordOf.js";

const analyzer = createAnalyzer();

/** A collection of texts given by path. */
export function collectionOf(texts: Readonly<Record<string, string>>): Collection {
  const collection = new Collection();
  for (const [path, text] of Object.entries(texts)) collection.add(path, recordOf(text, analyzer.analyze(text, path)));
  return collection;
}

/** An entity as a test writes it: its full name, then the other forms; a role in brackets, an age after a comma. */
export interface GivenEntity {
  readonly type?: EntityType;
  readonly names: readonly string[];
  readonly roles?: readonly string[];
}

/** The record of a document that names these entities, each form once, in a text of just their names. */
export function recordNaming(entities: readonly GivenEntity[]): Uint8Array {
  let text = "";
  const analysed = entities.map(({ type = "person", names, roles = [] }, i): Entity => {
    const mentions = names.map((name) => {
      const start = text.length;
      text += `${name}\n`;
      return { start, end: start + name.length, kind: "name" as const };
    });
    return { id: `e${i}`, type, name: names[0], aliases: names.slice(1), roles, rolePlaces: [], mentions };
  });
  const analysis: Analysis = {
    format: ANALYSIS_FORMAT,
    document: { sha256: "0".repeat(64), length: text.length, sections: [] },
    entities: analysed,
    quotes: [],
    topics: [],
    dates: [],
  };
  return recordOf(text, analysis);
}

/** A collection of documents that name entities, by path. */
export function collectionNaming(documents: Readonly<Record<string, readonly GivenEntity[]>>): Collection {
  const collection = new Collection();
  for (const [path, entities] of Object.entries(documents)) collection.add(path, recordNaming(entities));
  return collection;
}
