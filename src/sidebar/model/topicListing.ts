import type { Span, Topic } from "../../analysis/analysis.js";
import { counted, figure } from "../../editor/words.js";
import { excerptAround } from "./excerpt.js";
import { LazilySorted } from "./lazilySorted.js";
import type { ListedDocument } from "./listedDocument.js";
import { comparison, type Listing, type ListingOptions, NameKeys } from "./listing.js";
import { branchOf, branchOfNodes, parts, type TreeNode, treeNode } from "./treeNode.js";

interface NamedTopic {
  readonly key: string;
  readonly name: string;
  readonly count: number;
  readonly topic: Topic;
}

const GROUPS = [
  { key: "declared", label: "Declared in the document", declared: true },
  { key: "extracted", label: "Found in the text", declared: false },
] as const;

/** Lists a document's topics: those it declares, then those found in its text, each with its mentions. */
export function listTopics(document: ListedDocument, options: ListingOptions): Listing {
  const { topics } = document.reviewed.analysis;
  const listed = named(topics).filter(({ name }) => options.filter.matches(name));
  const groups = GROUPS.map((group) => ({ ...group, topics: listed.filter(({ topic }) => topic.declared === group.declared) }));
  return {
    branch: branchOfNodes(groups.filter((group) => group.topics.length > 0).map((group) => groupNode(document, group, options))),
    shown: listed.length,
    total: topics.length,
    pathAt: (offset) => {
      for (const group of groups) {
        for (const { key, topic } of group.topics) {
          const rank = topic.mentions.findIndex((mention) => mention.start <= offset && offset <= mention.end);
          if (rank >= 0) return [group.key, key, String(rank)];
        }
      }
      return undefined;
    },
  };
}

function named(topics: readonly Topic[]): readonly NamedTopic[] {
  const keys = { declared: new NameKeys(), extracted: new NameKeys() };
  return topics.map((topic) => ({
    key: (topic.declared ? keys.declared : keys.extracted).next(topic.label),
    name: topic.label,
    count: topic.mentions.length,
    topic,
  }));
}

function groupNode(
  document: ListedDocument,
  { key, label, topics }: { readonly key: string; readonly label: string; readonly topics: readonly NamedTopic[] },
  options: ListingOptions,
): TreeNode {
  return treeNode({
    key,
    subject: { kind: "heading", document },
    label,
    description: figure(topics.length),
    spoken: `${label}, ${counted(topics.length, "topic")}`,
    open: true,
    branch: branchOf(
      new LazilySorted(topics, comparison(options.order)),
      (topic) => topic.key,
      ({ topic }, topicKey) => topicNode(document, topic, topicKey, options),
    ),
  });
}

function topicNode(document: ListedDocument, topic: Topic, key: string, { filter }: ListingOptions): TreeNode {
  const type = topic.entity === null ? undefined : document.reviewed.index.entity(topic.entity)?.type;
  const { length } = topic.mentions;
  return treeNode({
    key,
    subject: { kind: "topic", document, topic },
    label: topic.label,
    highlights: filter.places(topic.label),
    description: parts(length === 0 ? "not mentioned" : figure(length), type),
    spoken: [topic.label, "topic", type, counted(length, "mention")].filter((part) => part !== undefined).join(", "),
    icon: "topic",
    colour: type,
    branch:
      length === 0
        ? undefined
        : branchOf(
            topic.mentions,
            (_, rank) => String(rank),
            (span, rank) => topicMentionNode(document, topic, span, rank),
          ),
  });
}

function topicMentionNode(document: ListedDocument, topic: Topic, span: Span, key: string): TreeNode {
  const { text, mark, line } = excerptAround(document.text, span);
  return treeNode({
    key,
    subject: { kind: "topicMention", document, topic, span },
    label: text,
    highlights: [mark],
    description: figure(line),
    spoken: `Line ${line}, ${text}`,
    icon: "name",
  });
}
