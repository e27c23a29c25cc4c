import type { Entity, EntityType } from "../analysis/analysis.js";
import { nounType } from "../analysis/identity/rolePhrases.js";
import type { NameSpan } from "../analysis/names/nameTagger.js";
import type { CorpusDocument, CorpusEntity } from "./corpora.js";

const COARSE_TYPES: Readonly<Record<string, EntityType>> = { PER: "person", ORG: "organization", LOC: "place", MISC: "work" };

/** How sure the gold spans are said to be: as sure as a good tagger. */
const GOLD_CONFIDENCE = 0.9;

/** A gold name with its span cut to the name. */
export interface GoldName {
  readonly start: number;
  readonly end: number;
  readonly id: string | null;
  readonly coarse: string;
}

/** The proper names of a document, the outermost where they nest, in text order. */
export function goldNames(document: CorpusDocument): GoldName[] {
  const names: GoldName[] = [];
  for (const entity of document.entities) {
    const span = nameSpan(document.text, entity);
    if (span && entity.coarse !== null && entity.coarse !== "DATE") names.push({ ...span, id: entity.id ?? null, coarse: entity.coarse });
  }
  names.sort((a, b) => a.start - b.start || b.end - a.end);
  const outermost: GoldName[] = [];
  for (const name of names) if (name.start >= (outermost[outermost.length - 1]?.end ?? -1)) outermost.push(name);
  return outermost;
}

function nameSpan(text: string, entity: CorpusEntity): { start: number; end: number } | null {
  if (entity.named === false) return null;
  let start = entity.nameStart ?? entity.start;
  const end = entity.nameEnd ?? entity.end;
  const article = /^(?:the|a|an)\s+/i.exec(text.slice(start, end));
  if (article) start += article[0].length;
  const surface = text.slice(start, end);
  return entity.named || /^\p{Lu}/u.test(surface) ? { start, end } : null;
}

/** The gold names as a tagger would give them. */
export function goldNameSpans(document: CorpusDocument): NameSpan[] {
  return spansAsTagged(goldNames(document));
}

/** Gold names, none crossing another, as a tagger would give them, in text order. */
export function spansAsTagged(names: readonly GoldName[]): NameSpan[] {
  return [...names]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, coarse }) => ({ start, end, type: COARSE_TYPES[coarse], confidence: GOLD_CONFIDENCE }));
}

/** For each of our entities, the gold entity that most of its names name. */
export function goldIdsByEntity(document: CorpusDocument, entities: readonly Entity[]): ReadonlyMap<string, string> {
  const byEnd = new Map<number, string>();
  for (const { end, id } of goldNames(document)) if (id !== null) byEnd.set(end, id);
  const ids = new Map<string, string>();
  for (const { id, mentions } of entities) {
    const most = mostOf(mentions.filter(({ kind }) => kind === "name").map(({ end }) => byEnd.get(end)));
    if (most !== null) ids.set(id, most);
  }
  return ids;
}

function mostOf(ids: readonly (string | undefined)[]): string | null {
  const counts = new Map<string, number>();
  for (const id of ids) if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
  let best: string | null = null;
  for (const [id, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = id;
  return best;
}

/** Whether what a corpus marks as a name is a role ("Minister for the Middle East"). */
export function isRolePhrase(surface: string): boolean {
  const words = surface.toLowerCase().split(/[\s-]+/);
  return (
    words.length > 1 &&
    (/[\s’']\p{Ll}{4,}/u.test(surface) ||
      words.some(
        (word, i) => (i === 0 || words.includes("of") || words.includes("for") || i === words.length - 1) && nounType(word) === "person",
      ))
  );
}
