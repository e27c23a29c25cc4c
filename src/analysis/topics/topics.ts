import type { Entity, Span, Topic } from "../analysis.js";
import { romanizationKey } from "../identity/personForms.js";
import { onOneLine } from "../oneLine.js";
import type { Layout } from "../sections/layout.js";
import type { Block, SourceText } from "../text/sourceText.js";
import { findEntityTopics } from "./entityTopics.js";
import { type BlockPhrases, findPhrases, readTopicWord, weighPhrases } from "./keyPhrases.js";
import { findOccurrences } from "./occurrences.js";
import { PhraseTable } from "./phraseTable.js";
import { singular, topicKey } from "./topicKey.js";

/** The keys of names and phrases as they were worked out once. */
type KeyOf = (phrase: string) => string;

const MOST_EXTRACTED = 10;
/** How many keys are kept before all are forgotten. */
const MOST_KEYS = 50_000;
/** How many phrases are kept before all are forgotten, so that the memory stays bounded however long a document is edited. */
const MOST_PHRASES = 500_000;
/** And how many words, most of which are in no phrase. */
const MOST_WORDS = 100_000;

/** Finds topics. It keeps the phrases of each block, so that an edited document costs only its changed blocks. */
export interface TopicFinder {
  /**
   * @returns the topics that the document declares, in its order, each tied to its entity where it is one; then at most ten extracted
   *   ones, phrases and entities that it is about, the weightiest first. Mentions are those in the text, the lists of topics and
   *   boilerplate left out.
   */
  find(source: SourceText, layout: Layout, entities: readonly Entity[]): readonly Topic[];
}

export function createTopicFinder(): TopicFinder {
  let table = new PhraseTable(readTopicWord);
  let known = new WeakMap<Block, BlockPhrases>();
  let knownHeads = new WeakMap<Block, BlockPhrases>();
  const keys = new Map<string, string>();
  const singularKeys = new Map<string, string>();
  const keyOf: KeyOf = (phrase) => kept(phrase, topicKey, keys);
  const singularKeyOf: KeyOf = (phrase) => kept(phrase, singularKey, singularKeys);

  /** @param isHead whether the block is a headline, in which any word may have a capital. */
  function phrasesOf(block: Block, isHead: boolean): BlockPhrases {
    const kept = isHead ? knownHeads : known;
    let phrases = kept.get(block);
    if (!phrases) {
      phrases = findPhrases(block, isHead, table);
      kept.set(block, phrases);
    }
    return phrases;
  }

  function makeRoom(): void {
    if (keys.size > MOST_KEYS) keys.clear();
    if (singularKeys.size > MOST_KEYS) singularKeys.clear();
    if (table.count < MOST_PHRASES && table.words < MOST_WORDS) return;
    table = new PhraseTable(readTopicWord);
    known = new WeakMap();
    knownHeads = new WeakMap();
  }

  return {
    find(source, layout, entities) {
      makeRoom();
      const text = textBlocks(source, layout);
      const named = entities.filter(({ anonymous }) => !anonymous);
      const declared = declaredTopics(source, layout, named, text, keyOf, singularKeyOf);
      const taken = new Set(declared.map(({ label }) => singularKeyOf(label)));
      const names = namesOf(named);
      const headEnd = endOfHead(layout);
      const phrases = weighPhrases(
        text.map(({ start, block }) => ({ start, found: phrasesOf(block, start < headEnd), heads: start < headEnd })),
        table,
        source.text,
        MOST_EXTRACTED + taken.size,
      )
        .filter(({ label }) => !taken.has(singularKeyOf(label)) && !names.has(label) && !isPartOfName(label, names))
        .map(({ label, places, score }) => ({ score, topic: { label, declared: false, entity: null, mentions: places } }));
      const entityTopics = findEntityTopics(named, headEnd, new Set(declared.flatMap(({ entity }) => entity ?? [])))
        .filter(({ entity }) => !taken.has(singularKeyOf(entity.name)))
        .map(({ entity, score }) => ({
          score,
          topic: { label: entity.name, declared: false, entity: entity.id, mentions: mentionsIn(text, entity) },
        }));
      const extracted = [...entityTopics, ...phrases]
        .sort((a, b) => b.score - a.score)
        .slice(0, MOST_EXTRACTED)
        .map(({ topic }): Topic => topic);
      return [...declared, ...extracted];
    },
  };
}

/** A phrase's key, worked out where it is asked for the first time. */
function kept(phrase: string, keyOf: KeyOf, keys: Map<string, string>): string {
  let key = keys.get(phrase);
  if (key === undefined) {
    key = keyOf(phrase);
    keys.set(phrase, key);
  }
  return key;
}

/** Where the last headline or standfirst ends; 0 where there is none. */
function endOfHead({ sections }: Layout): number {
  let end = 0;
  for (const section of sections) if (section.kind === "headline" || section.kind === "standfirst") end = section.end;
  return end;
}

/** All names of the entities in lower case. */
function namesOf(entities: readonly Entity[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { name, aliases } of entities) {
    names.add(name.toLowerCase());
    for (const alias of aliases) names.add(alias.toLowerCase());
  }
  return names;
}

/** "Ababa" of a headline, which is read in small letters: with a capital it is a word of "Addis Ababa". */
function isPartOfName(label: string, names: ReadonlySet<string>): boolean {
  const lower = label.toLowerCase();
  if (label === lower) return false;
  for (const name of names) if (` ${name} `.includes(` ${lower} `)) return true;
  return false;
}

type TextBlock = SourceText["blocks"][number];

/** The blocks that are text: no lists of topics, no boilerplate. */
function textBlocks(source: SourceText, layout: Layout): TextBlock[] {
  const others = layout.sections.filter(({ kind }) => kind === "boilerplate" || kind === "topics" || kind === "byline" || kind === "date");
  let at = 0;
  return source.blocks.filter(({ start }) => {
    while (at < others.length && others[at].end <= start) at++;
    return at === others.length || others[at].start > start;
  });
}

function declaredTopics(
  source: SourceText,
  layout: Layout,
  entities: readonly Entity[],
  text: readonly TextBlock[],
  keyOf: KeyOf,
  singularKeyOf: KeyOf,
): Topic[] {
  if (layout.declaredTopics.length === 0) return [];
  const index = entityIndex(entities, keyOf);
  const labels: { label: string; entity: Entity | null }[] = [];
  const seen = new Set<string>();
  for (const { start, end } of layout.declaredTopics) {
    const label = onOneLine(source.text.slice(start, end));
    const key = singularKeyOf(label);
    if (seen.has(key)) continue;
    seen.add(key);
    labels.push({ label, entity: index.get(keyOf(label)) ?? index.get(key) ?? personOf(label, entities, keyOf) });
  }
  const phrases = labels.filter(({ entity }) => entity === null).map(({ label }) => label);
  const occurrences = findOccurrences(text, phrases);
  return labels.map(({ label, entity }): Topic => {
    const mentions = entity ? mentionsIn(text, entity) : (occurrences.get(label) ?? []);
    return { label, declared: true, entity: entity?.id ?? null, mentions };
  });
}

/** Entities by the keys of their names and, where no entity has that name, of their other forms; the one oftener named goes first. */
function entityIndex(entities: readonly Entity[], keyOf: KeyOf): ReadonlyMap<string, Entity> {
  const index = new Map<string, Entity>();
  const byCount = [...entities].sort((a, b) => b.mentions.length - a.mentions.length);
  const add = (name: string, entity: Entity): void => {
    const key = keyOf(name);
    if (!index.has(key)) index.set(key, entity);
  };
  for (const entity of byCount) add(entity.name, entity);
  for (const entity of byCount) for (const alias of entity.aliases) add(alias, entity);
  return index;
}

/** The one person whose shorter name in the text is the end of the declared name, or the other way round, or who is spelled otherwise. */
function personOf(label: string, entities: readonly Entity[], keyOf: KeyOf): Entity | null {
  const key = keyOf(label);
  if (!key.includes(" ")) return null;
  const found = entities.filter(({ type, name }) => {
    if (type !== "person") return false;
    const own = keyOf(name);
    return key.endsWith(` ${own}`) || own.endsWith(` ${key}`) || spellingKey(own) === spellingKey(key);
  });
  return found.length === 1 ? found[0] : null;
}

/** What the romanizations of one name have in common: "masoud barzani" and "massoud barzani". */
function spellingKey(name: string): string {
  return name.split(" ").map(romanizationKey).join(" ");
}

function mentionsIn(text: readonly TextBlock[], entity: Entity): Span[] {
  let at = 0;
  const spans: Span[] = [];
  for (const { start, end } of entity.mentions) {
    while (at < text.length && text[at].start + text[at].block.text.length <= start) at++;
    if (at < text.length && text[at].start <= start) spans.push({ start, end });
  }
  return spans;
}

function singularKey(phrase: string): string {
  return topicKey(phrase).split(" ").map(singular).join(" ");
}
