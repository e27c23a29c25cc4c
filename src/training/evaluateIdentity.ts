import { ANALYSIS_FORMAT, type Analysis, type Entity } from "../analysis/analysis.js";
import { createAnalyzer } from "../analysis/analyze.js";
import { isPeopleKey, knownFormKey } from "../analysis/identity/countryForms.js";
import { nameWords } from "../analysis/identity/folding.js";
import { resolveIdentity } from "../analysis/identity/identity.js";
import { findQuotationSpans } from "../analysis/quotes/quotationSpans.js";
import { readLayout } from "../analysis/sections/layout.js";
import { readSourceText } from "../analysis/text/sourceText.js";
import { Collection } from "../collection/collection.js";
import { recordOf } from "../collection/recordOf.js";
import { type CorpusDocument, readCorpus } from "./corpora.js";
import type { EvaluationOptions, Figure } from "./figures.js";
import { type GoldName, isRolePhrase, spansAsTagged } from "./goldLinks.js";

/** A gold name with the identity that it has across documents. */
interface NamedPlace extends GoldName {
  readonly id: string;
}

interface GoldCollection {
  readonly name: string;
  readonly documents: readonly CorpusDocument[];
  readonly namesOf: (document: CorpusDocument) => readonly NamedPlace[];
}

/**
 * Measures identity across documents: pairs of name mentions that stand in two documents, those of one gold entity against those of one of
 * ours; on MEANTIME by its instances, on re3d by its aliases. With the corpora's own name spans, and end to end.
 */
export function evaluateIdentity(options: EvaluationOptions): readonly Figure[] {
  const meantime = readCorpus(options.corpora, "train/meantime");
  const re3d = readCorpus(options.corpora, "train/re3d");
  const collections: readonly GoldCollection[] = [
    { name: "meantime", documents: meantime, namesOf: meantimeNames },
    { name: "re3d aliases", documents: re3d, namesOf: re3dNames(re3d) },
  ];
  return collections.flatMap((gold) =>
    (["gold spans", "tagged"] as const).flatMap((spans) => {
      const { right, found, there, errors } = comparePairs(gold, spans);
      const asked = spans === "gold spans";
      options.writeErrors(`identity-${gold.name.replace(" ", "-")}-${spans.replace(" ", "-")}.txt`, errors);
      options.note(`identity across ${gold.name}, ${spans}: ${found} pairs joined, ${there} there, ${right} of both`);
      return [
        {
          name: `identity across ${gold.name}, ${spans}, F1`,
          value: (200 * right) / Math.max(1, found + there),
          ...(asked && { atLeast: 90 }),
        },
        { name: `identity across ${gold.name}, ${spans}, false joins %`, value: (100 * (found - right)) / Math.max(1, found) },
      ];
    }),
  );
}

/** The mentions that MEANTIME ties to an instance; the innermost where they nest. Its peoples are countries, ours are groups: they are left out. */
function meantimeNames({ text, entities }: CorpusDocument): readonly NamedPlace[] {
  const names = entities.flatMap(({ start, end, nameStart, nameEnd, named, id, coarse }) => {
    if (!named || !id || id.startsWith("x") || coarse === null || coarse === "DATE" || coarse === "MISC") return [];
    return [{ ...trimmed(text, nameStart ?? start, nameEnd ?? end), id, coarse }];
  });
  return names.filter(
    (name) =>
      !names.some(
        (other) => other !== name && other.start >= name.start && other.end <= name.end && other.end - other.start < name.end - name.start,
      ) &&
      /^\p{Lu}/u.test(text.slice(name.start, name.end)) &&
      !isPeople(text.slice(name.start, name.end)),
  );
}

const LINK_WORDS: ReadonlySet<string> = new Set("of and for the on in de al und la du".split(" "));

/** A name without article, brackets and the description that corpora put before it ("U.S. airframer Boeing"). */
function trimmed(text: string, start: number, end: number): { start: number; end: number } {
  const surface = text.slice(start, end);
  const article = /^(?:the|a|an)\s+/i.exec(surface)?.[0].length ?? 0;
  const described = [...surface.matchAll(/(?<![\p{L}-])\p{Ll}[\p{L}-]*\s+/gu)].filter(({ 0: word }) => !LINK_WORDS.has(word.trim())).pop();
  const first = Math.max(article, described === undefined ? 0 : described.index + described[0].length);
  return { start: start + first, end: end - (/[\s,;(]+$/.exec(surface)?.[0].length ?? 0) };
}

function isPeople(surface: string): boolean {
  return isPeopleKey(knownFormKey(nameWords(surface).join(" ")) ?? "");
}

/** re3d ties aliases within a document only. Across documents, names that share a spelling are taken for one, and so are their aliases. */
function re3dNames(documents: readonly CorpusDocument[]): (document: CorpusDocument) => readonly NamedPlace[] {
  const parents = new Map<string, string>();
  const top = (key: string): string => {
    const parent = parents.get(key);
    return parent === undefined ? key : top(parent);
  };
  const keyOf = (text: string, { start, end }: { readonly start: number; readonly end: number }) =>
    nameWords(text.slice(start, end)).join(" ");
  const places = new Map<
    CorpusDocument,
    readonly { readonly start: number; readonly end: number; readonly coarse: string; readonly key: string }[]
  >();
  const tied = new Set<string>();
  for (const document of documents) {
    const aliases = new Map<string, string>();
    const named = document.entities.flatMap(({ start, end, nameStart, nameEnd, id, coarse, named }) => {
      if (named === false || (coarse !== "PER" && coarse !== "ORG" && coarse !== "LOC")) return [];
      const span = trimmed(document.text, nameStart ?? start, nameEnd ?? end);
      const surface = document.text.slice(span.start, span.end);
      if (!/^\p{Lu}/u.test(surface) || isRolePhrase(surface) || isPeople(surface)) return [];
      const key = keyOf(document.text, span);
      if (id) {
        const other = aliases.get(id);
        if (other !== undefined && top(other) !== top(key)) parents.set(top(other), top(key));
        if (other !== undefined && other !== key) tied.add(other).add(key);
        aliases.set(id, key);
      }
      return [{ ...span, coarse: coarse as string, key }];
    });
    places.set(document, named);
  }
  const ids = new Set([...tied].map(top));
  return (document) =>
    (places.get(document) ?? [])
      .filter(({ key }) => ids.has(top(key)))
      .map(({ start, end, coarse, key }) => ({ start, end, coarse, id: top(key) }));
}

interface Pairs {
  right: number;
  found: number;
  there: number;
  readonly errors: string[];
}

function comparePairs({ documents, namesOf }: GoldCollection, spans: "gold spans" | "tagged"): Pairs {
  const collection = new Collection();
  const analyzer = createAnalyzer();
  const analyses = documents.map((document) => {
    const analysis = analyzer.analyze(document.text, document.id);
    return spans === "tagged" ? analysis : { ...analysis, ...withGoldNames(document, namesOf(document)) };
  });
  documents.forEach(({ id, text }, i) => {
    collection.add(id, recordOf(text, analyses[i]));
  });
  const named = documents.flatMap((document, i) => {
    const entityAt = new Map(
      analyses[i].entities.flatMap(({ id, mentions }) =>
        mentions.filter(({ kind }) => kind === "name").map(({ end }) => [end, id] as const),
      ),
    );
    return namesOf(document).map(({ start, end, id }) => {
      const entity = entityAt.get(end);
      const ours = entity === undefined ? null : (collection.entityOf(document.id, entity)?.id ?? null);
      return { document: document.id, gold: id, ours, surface: document.text.slice(start, end) };
    });
  });
  const pairs: Pairs = { right: 0, found: 0, there: 0, errors: [] };
  const errors = new Map<string, number>();
  for (let a = 0; a < named.length; a++) {
    for (let b = a + 1; b < named.length; b++) {
      const [left, right] = [named[a], named[b]];
      if (left.document === right.document) continue;
      const same = left.gold === right.gold;
      const joined = left.ours !== null && left.ours === right.ours;
      if (same) pairs.there++;
      if (joined) pairs.found++;
      if (same && joined) pairs.right++;
      if (same === joined) continue;
      const line = `${same ? "apart" : "joined"}\t${left.surface} [${left.ours}]\t${right.surface} [${right.ours}]`;
      errors.set(line, (errors.get(line) ?? 0) + 1);
    }
  }
  pairs.errors.push(...[...errors].sort((a, b) => b[1] - a[1]).map(([line, count]) => `${count}\t${line}`));
  return pairs;
}

/** An analysis of the document with the corpus' own names for the tagger's. */
function withGoldNames(document: CorpusDocument, names: readonly GoldName[]): Pick<Analysis, "format" | "entities" | "quotes" | "topics"> {
  const source = readSourceText(document.text);
  const layout = readLayout(source);
  const entities: readonly Entity[] = resolveIdentity(source, layout, spansAsTagged(names), findQuotationSpans(source, layout));
  return { format: ANALYSIS_FORMAT, entities, quotes: [], topics: [] };
}
