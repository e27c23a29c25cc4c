import type { Entity } from "../analysis/analysis.js";
import { resolveIdentity } from "../analysis/identity/identity.js";
import { createNameTagger } from "../analysis/names/nameTagger.js";
import { findQuotationSpans } from "../analysis/quotes/quotationSpans.js";
import { readLayout } from "../analysis/sections/layout.js";
import { readSourceText } from "../analysis/text/sourceText.js";
import { type CorpusDocument, readCorpus } from "./corpora.js";
import type { EvaluationOptions, Figure } from "./figures.js";
import { type GoldName, goldIdsByEntity, goldNameSpans, goldNames, isRolePhrase } from "./goldLinks.js";

const PRONOUN = /^(?:he|him|his|himself|she|her|hers|herself|they|them|their|theirs|themselves|it|its|itself)$/i;

interface Counts {
  right: number;
  found: number;
  there: number;
}

/** The entities of a document whose names are given. */
export function entitiesOfGold(document: CorpusDocument): readonly Entity[] {
  const source = readSourceText(document.text);
  const layout = readLayout(source);
  return resolveIdentity(source, layout, goldNameSpans(document), findQuotationSpans(source, layout));
}

function entitiesOfTagged(document: CorpusDocument): readonly Entity[] {
  const source = readSourceText(document.text);
  const layout = readLayout(source);
  return resolveIdentity(source, layout, createNameTagger().tag(source, layout), findQuotationSpans(source, layout));
}

/**
 * Measures links between name mentions (pairwise F1) on gum.dev and re3d's aliases, and the pronouns and noun phrases resolved on gum.dev,
 * with the corpora's own name spans and with the tagger's.
 */
export function evaluateLinks(options: EvaluationOptions): readonly Figure[] {
  const gum = readCorpus(options.corpora, "train/gum.dev");
  const re3d = readCorpus(options.corpora, "train/re3d");
  const figures: Figure[] = [];
  for (const [spans, resolve] of [
    ["gold spans", entitiesOfGold],
    ["tagged", entitiesOfTagged],
  ] as const) {
    const errors: string[] = [];
    const both = [gum, re3d].map((documents) => {
      const counts = { right: 0, found: 0, there: 0 };
      for (const document of documents) countPairs(document, resolve(document), documents === re3d, counts, errors);
      return counts;
    });
    figures.push({
      name: `links gum.dev, ${spans}, F1`,
      value: f1(both[0]) * 100,
      ...(spans === "gold spans" && { atLeast: 85, aim: 93 }),
    });
    figures.push({ name: `links re3d aliases, ${spans}, F1`, value: f1(both[1]) * 100 });
    const sum = { right: both[0].right + both[1].right, found: both[0].found + both[1].found, there: both[0].there + both[1].there };
    figures.push({ name: `links gum.dev and re3d, ${spans}, F1`, value: f1(sum) * 100 });
    for (const [i, corpus] of ["gum.dev", "re3d"].entries()) {
      options.note(
        `links ${corpus}, ${spans}: precision ${percent(both[i].right, both[i].found)}, recall ${percent(both[i].right, both[i].there)} of ${both[i].there} pairs`,
      );
    }
    const pronouns = { right: 0, found: 0, there: 0 };
    const phrases = { right: 0, found: 0, there: 0 };
    for (const document of gum) {
      const entities = resolve(document);
      countReferences(document, entities, "pronoun", pronouns, errors);
      countReferences(document, entities, "nominal", phrases, errors);
    }
    figures.push({
      name: `pronouns gum.dev, ${spans}, precision`,
      value: (100 * pronouns.right) / Math.max(1, pronouns.found),
      ...(spans === "gold spans" && { atLeast: 80, aim: 88 }),
    });
    options.note(
      `pronouns gum.dev, ${spans}: ${pronouns.found} resolved, recall ${percent(pronouns.right, pronouns.there)} of ${pronouns.there} that have a name`,
    );
    options.note(`noun phrases gum.dev, ${spans}: ${phrases.found} resolved, precision ${percent(phrases.right, phrases.found)}`);
    options.writeErrors(`links-${spans.replace(" ", "-")}.txt`, errors);
  }
  return figures;
}

/**
 * The names among re3d's aliases. It notes aliases two by two, so those that share a surface are one entity; and it counts roles among them
 * ("Minister for the Middle East"), which are no names.
 */
function namedAliases(document: CorpusDocument): readonly GoldName[] {
  const ids = new Map<string, string>();
  const bySurface = new Map<string, string>();
  const names = goldNames(document).filter(({ id }) => id !== null);
  for (const { start, end, id } of names) {
    if (id === null) continue;
    const surface = document.text.slice(start, end).toLowerCase();
    const known = bySurface.get(surface);
    if (known === undefined) bySurface.set(surface, ids.get(id) ?? id);
    ids.set(id, known ?? ids.get(id) ?? id);
  }
  return names
    .filter(({ start, end }) => !isRolePhrase(document.text.slice(start, end)))
    .map((name) => ({ ...name, id: name.id === null ? null : (ids.get(name.id) ?? name.id) }));
}

/** Pairs of name mentions: those of one gold entity against those of one of ours. Mentions without a gold entity are left out. */
function countPairs(document: CorpusDocument, entities: readonly Entity[], aliases: boolean, counts: Counts, errors: string[]): void {
  const ours = new Map<number, string>();
  for (const entity of entities)
    for (const { start, kind, end } of entity.mentions) if (kind === "name") ours.set(end, `${entity.id} ${start}`);
  const gold = (aliases ? namedAliases(document) : goldNames(document)).filter(({ id, coarse }) => id !== null && coarse !== "MISC");
  const shown = (i: number): string => document.text.slice(gold[i].start, gold[i].end);
  for (let a = 0; a < gold.length; a++) {
    for (let b = a + 1; b < gold.length; b++) {
      const same = gold[a].id === gold[b].id;
      const left = ours.get(gold[a].end)?.split(" ")[0];
      const joined = left !== undefined && left === ours.get(gold[b].end)?.split(" ")[0];
      if (same) counts.there++;
      if (joined) counts.found++;
      if (same && joined) counts.right++;
      if (same !== joined)
        errors.push(`${document.id}\t${same ? "apart" : "joined"}\t${shown(a)} @${gold[a].start}\t${shown(b)} @${gold[b].start}`);
    }
  }
}

/** Pronouns or noun phrases that we resolve: right where the gold entity has the name that most of our entity's names have. */
function countReferences(
  document: CorpusDocument,
  entities: readonly Entity[],
  kind: "pronoun" | "nominal",
  counts: Counts,
  errors: string[],
): void {
  const goldIds = goldIdsByEntity(document, entities);
  const named = new Set(goldNames(document).map(({ id }) => id));
  const references = new Map<string, string>();
  for (const { start, end, id } of document.entities) if (id) references.set(`${start}-${end}`, id);
  for (const { start, end, id } of document.entities) {
    if (kind === "pronoun" && id && named.has(id) && PRONOUN.test(document.text.slice(start, end))) counts.there++;
  }
  for (const entity of entities) {
    const id = goldIds.get(entity.id);
    for (const mention of entity.mentions) {
      if (mention.kind !== kind) continue;
      counts.found++;
      const gold = references.get(`${mention.start}-${mention.end}`);
      if (gold !== undefined && gold === id) counts.right++;
      else {
        const { text } = document;
        const context = `${text.slice(Math.max(0, mention.start - 200), mention.start)}[[${text.slice(mention.start, mention.end)}]]${text.slice(mention.end, mention.end + 40)}`;
        errors.push(
          `${document.id}\t${kind}\t${entity.name}\t${gold !== undefined && named.has(gold) ? "other" : "none"}\t${mention.confidence ?? 1}\t${context.replace(/\s+/g, " ")}`,
        );
      }
    }
  }
}

function f1({ right, found, there }: Counts): number {
  return found + there === 0 ? 0 : (2 * right) / (found + there);
}

function percent(part: number, whole: number): string {
  return whole === 0 ? "none" : `${((100 * part) / whole).toFixed(1)} %`;
}
