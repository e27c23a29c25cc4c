import type { EntityType } from "../analysis/analysis.js";
import { createNameTagger, type NameTagger } from "../analysis/names/nameTagger.js";
import wordKinds from "../analysis/names/wordKinds.json" with { type: "json" };
import type { Layout } from "../analysis/sections/layout.js";
import { readSourceText } from "../analysis/text/sourceText.js";
import { type CorpusDocument, readCorpus } from "./corpora.js";
import type { EvaluationOptions, Figure } from "./figures.js";

type Coarse = "PER" | "ORG" | "LOC";

interface GoldName {
  readonly start: number;
  readonly end: number;
  readonly type: Coarse;
}

interface Measured {
  readonly corpus: string;
  readonly name: string;
  readonly atLeast: number;
  readonly aim: number;
  readonly keep?: (document: CorpusDocument) => boolean;
}

/** The texts that names are measured on; none of them is learned from. */
const MEASURED: readonly Measured[] = [
  { corpus: "measure/wwnews.dev", name: "wwnews.dev", atLeast: 82, aim: 86 },
  { corpus: "measure/conll03.dev", name: "conll03.dev", atLeast: 79, aim: 84 },
  { corpus: "train/gum.dev", name: "gum.dev proper names", atLeast: 75, aim: 80 },
  { corpus: "train/crossner", name: "crossner politics", atLeast: 83, aim: 87, keep: ({ id }) => id.startsWith("crossner-politics-dev") },
];

const COARSE: Readonly<Record<EntityType, Coarse | null>> = {
  person: "PER",
  organization: "ORG",
  place: "LOC",
  group: null,
  event: null,
  work: null,
};

const TITLES: ReadonlySet<string> = new Set(wordKinds.kinds.title.split(" "));

const GROUPS: ReadonlySet<string> = new Set(wordKinds.kinds.group.split(" "));

const NO_LAYOUT: Omit<Layout, "sections"> = { declaredTopics: [], authors: [] };

/** Measures the name tagger: exact span and type of persons, organizations and places, micro F1. */
export function evaluateNames(options: EvaluationOptions): readonly Figure[] {
  return measureTagger(createNameTagger(), options);
}

export function measureTagger(tagger: NameTagger, options: EvaluationOptions): readonly Figure[] {
  return MEASURED.map(({ corpus, name, atLeast, aim, keep }) => {
    const documents = readCorpus(options.corpora, corpus).filter((document) => keep?.(document) ?? true);
    const score = scoreDocuments(tagger, documents);
    options.note(`${name}: ${score.summary()}`);
    options.writeErrors(`names-${name.replaceAll(" ", "-")}.txt`, score.errors);
    return { name: `names ${name} F1`, value: score.f1(), atLeast, aim };
  });
}

class Score {
  readonly errors: string[] = [];
  readonly #counts = new Map<string, { right: number; found: number; gold: number }>();
  readonly #confusions = new Map<string, number>();

  add(type: Coarse, kind: "right" | "found" | "gold"): void {
    for (const key of [type, "all"]) {
      const count = this.#counts.get(key) ?? { right: 0, found: 0, gold: 0 };
      count[kind]++;
      this.#counts.set(key, count);
    }
  }

  confuse(what: string): void {
    this.#confusions.set(what, (this.#confusions.get(what) ?? 0) + 1);
  }

  f1(key = "all"): number {
    const { right, found, gold } = this.#counts.get(key) ?? { right: 0, found: 0, gold: 0 };
    return found + gold === 0 ? 0 : (200 * right) / (found + gold);
  }

  summary(): string {
    const types = ["all", "PER", "ORG", "LOC"].map((key) => {
      const { right, found, gold } = this.#counts.get(key) ?? { right: 0, found: 0, gold: 0 };
      return `${key} P ${share(right, found)} R ${share(right, gold)} F ${this.f1(key).toFixed(1)}`;
    });
    const confusions = [...this.#confusions].sort((a, b) => b[1] - a[1]).slice(0, 9);
    return `${types.join("; ")}\n    ${confusions.map(([what, count]) => `${what} ${count}`).join(", ")}`;
  }
}

function share(part: number, whole: number): string {
  return whole === 0 ? "-" : ((100 * part) / whole).toFixed(1);
}

function scoreDocuments(tagger: NameTagger, documents: readonly CorpusDocument[]): Score {
  const score = new Score();
  for (const document of documents) {
    const source = readSourceText(document.text);
    const sections = [{ kind: "body" as const, start: 0, end: document.text.length }];
    const found = tagger.tag(source, { ...NO_LAYOUT, sections }).flatMap(({ start, end, type }) => {
      const coarse = COARSE[type];
      return coarse ? [{ start, end, type: coarse }] : [];
    });
    compare(goldNames(document), found, document, score);
  }
  return score;
}

/** The persons, organizations and places of a corpus's document; where one name holds another, the longer. */
function goldNames(document: CorpusDocument): GoldName[] {
  const names = document.entities.flatMap((entity): GoldName[] => {
    const { coarse } = entity;
    if ((coarse !== "PER" && coarse !== "ORG" && coarse !== "LOC") || entity.named === false) return [];
    const start = entity.nameStart ?? entity.start;
    const end = entity.nameEnd ?? entity.end;
    const name = document.text.slice(start, end);
    const title = coarse === "PER" && entity.named === true ? titleLength(name) : 0;
    const isGroup = coarse === "PER" && GROUPS.has(name.toLowerCase());
    return title < name.length && !isGroup ? [{ start: start + title, end, type: coarse }] : [];
  });
  names.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: GoldName[] = [];
  for (const name of names) if (kept.length === 0 || name.start >= kept[kept.length - 1].end) kept.push(name);
  return kept;
}

/** GUM's names have their titles in them; ours have not. A title alone is no name, and a people is a group, no person. */
function titleLength(name: string): number {
  let length = 0;
  while (length < name.length) {
    const word = name.slice(length).split(" ", 1)[0];
    if (!TITLES.has(word.toLowerCase())) break;
    length = Math.min(name.length, length + word.length + 1);
  }
  return length;
}

function compare(gold: readonly GoldName[], found: readonly GoldName[], document: CorpusDocument, score: Score): void {
  const goldAt = new Map(gold.map((name) => [`${name.start}-${name.end}`, name]));
  const foundAt = new Map(found.map((name) => [`${name.start}-${name.end}`, name]));
  for (const name of gold) {
    score.add(name.type, "gold");
    const same = foundAt.get(`${name.start}-${name.end}`);
    if (same?.type === name.type) score.add(name.type, "right");
    else {
      const touching = found.filter(({ start, end }) => start < name.end && end > name.start);
      const what = same ? `${name.type}>${same.type}` : touching.length > 0 ? `${name.type} other span` : `${name.type} missed`;
      score.confuse(what);
      score.errors.push(
        `${what}\t${context(document, name)}\t${touching.map((n) => `${document.text.slice(n.start, n.end)}:${n.type}`).join(" + ")}`,
      );
    }
  }
  for (const name of found) {
    score.add(name.type, "found");
    if (goldAt.has(`${name.start}-${name.end}`) || gold.some(({ start, end }) => start < name.end && end > name.start)) continue;
    score.confuse(`none>${name.type}`);
    score.errors.push(`none>${name.type}\t${context(document, name)}`);
  }
}

function context({ id, text }: CorpusDocument, { start, end }: GoldName): string {
  const around = `${text.slice(Math.max(0, start - 50), start)}[${text.slice(start, end)}]${text.slice(end, end + 50)}`;
  return `${id}\t${around.replace(/\s+/g, " ")}`;
}
