import { topicKey } from "../analysis/topics/topicKey.js";
import type { CollectionTopic, Page, PageRequest, TopicInDocument, TopicRequest } from "./answers.js";
import type { DocumentRecord, IndexedTopic } from "./documentRecord.js";
import type { DocumentTable } from "./documentTable.js";
import { pageOf } from "./pages.js";
import { type SavedParts, type SavedReader, savedLists, savedNumbers, savedStrings } from "./savedParts.js";
import { byCount, readTallies, savedTallies, Tally } from "./tally.js";

interface TopicNode {
  readonly id: string;
  readonly labels: Tally;
  /** The numbers of the documents, each as often as it has the topic. */
  readonly slots: number[];
  declared: number;
  mentions: number;
}

/** The topics of all documents; those with one key are one. */
export class TopicIndex {
  readonly #documents: DocumentTable;
  readonly #topics = new Map<string, TopicNode>();

  constructor(documents: DocumentTable) {
    this.#documents = documents;
  }

  add(slot: number, record: DocumentRecord): void {
    for (const topic of record.indexedTopics(this.#documents.strings)) {
      const node = this.#nodeFor(topic.key);
      node.slots.push(slot);
      count(node, topic, 1);
    }
  }

  remove(slot: number, record: DocumentRecord): void {
    for (const topic of record.indexedTopics(this.#documents.strings)) {
      const node = this.#topics.get(topic.key);
      if (node === undefined) continue;
      node.slots.splice(node.slots.indexOf(slot), 1);
      count(node, topic, -1);
      if (node.slots.length === 0) this.#topics.delete(node.id);
    }
  }

  topics({ filter = "", sort = "documents", ...page }: TopicRequest): Page<CollectionTopic> {
    const words = topicKey(filter).split(" ");
    const found = [...this.#topics.values()].filter(({ id }) => words.every((word) => id.includes(word)));
    return pageOf(found.map(answer).sort(ORDERS[sort]), page, (topic) => topic);
  }

  documentsOf(id: string, page: PageRequest): Page<TopicInDocument> {
    const slots = [...new Set(this.#topics.get(id)?.slots)];
    const placed = slots.map((slot) => ({ slot, path: this.#documents.pathOf(slot) })).sort((a, b) => (a.path < b.path ? -1 : 1));
    return pageOf(placed, page, ({ slot, path }) => {
      const topics = this.#documents
        .recordAt(slot)
        .topics()
        .filter(({ key }) => key === id);
      const mentions = topics.flatMap((topic) => topic.mentions.map((mention) => ({ path, ...mention })));
      return { path, label: topics[0].label, mentions: mentions.sort((a, b) => a.start - b.start) };
    });
  }

  *saved(): SavedParts {
    const all = [...this.#topics.values()];
    yield* savedStrings(all.map(({ id }) => id));
    yield savedNumbers(Int32Array.from(all, ({ declared }) => declared));
    yield savedNumbers(Int32Array.from(all, ({ mentions }) => mentions));
    yield* savedLists(all.map(({ slots }) => slots));
    yield* savedTallies(all.map(({ labels }) => labels));
  }

  /** Takes up what was saved, in the place of everything. */
  restore(from: SavedReader): void {
    const [ids, declared, mentions] = [from.strings(), from.ints(), from.ints()];
    const [slots, labels] = [from.lists(), readTallies(from)];
    for (const [i, id] of ids.entries()) {
      this.#topics.set(id, { id, labels: labels[i], slots: slots[i], declared: declared[i], mentions: mentions[i] });
    }
  }

  #nodeFor(id: string): TopicNode {
    const known = this.#topics.get(id);
    if (known !== undefined) return known;
    const node: TopicNode = { id, labels: new Tally(), slots: [], declared: 0, mentions: 0 };
    this.#topics.set(id, node);
    return node;
  }
}

function count(node: TopicNode, { label, declared, mentions }: IndexedTopic, change: 1 | -1): void {
  if (change > 0) node.labels.add(label);
  else node.labels.remove(label);
  if (declared) node.declared += change;
  node.mentions += change * mentions;
}

function answer({ id, labels, slots, declared, mentions }: TopicNode): CollectionTopic {
  const [[label]] = [...labels.entries()].sort(byCount);
  return { id, label, declared: declared > 0, documents: new Set(slots).size, mentions };
}

const byLabel = (a: CollectionTopic, b: CollectionTopic): number => (a.label < b.label ? -1 : a.label > b.label ? 1 : a.id < b.id ? -1 : 1);

const ORDERS = {
  documents: (a: CollectionTopic, b: CollectionTopic) => b.documents - a.documents || b.mentions - a.mentions || byLabel(a, b),
  mentions: (a: CollectionTopic, b: CollectionTopic) => b.mentions - a.mentions || byLabel(a, b),
  name: byLabel,
} as const;
