import type { Entity, Span } from "../../analysis/analysis.js";
import type { Subject } from "./treeNode.js";

/** A stretch of a document. */
export interface Place {
  readonly uri: string;
  readonly span: Span;
}

/** @returns the first mention by name, else the first of any kind. */
export function firstMention(entity: Entity): Span | undefined {
  return entity.mentions.find((mention) => mention.kind === "name") ?? entity.mentions[0];
}

/** @returns where a row leads to: what it stands for, or the first place of that; undefined where it stands for no place. */
export function placeOf(subject: Subject): Place | undefined {
  const span = spanOf(subject);
  return span && subject.kind !== "more" ? { uri: subject.document.reviewed.uri, span } : undefined;
}

function spanOf(subject: Subject): Span | undefined {
  switch (subject.kind) {
    case "document":
      return { start: 0, end: 0 };
    case "entity":
      return firstMention(subject.entity);
    case "mention":
      return subject.mention;
    case "speaker":
    case "source":
      return subject.quotes[0];
    case "quotation":
      return subject.quote;
    case "topic":
      return subject.topic.mentions[0];
    case "topicMention":
      return subject.span;
    case "heading":
    case "more":
      return undefined;
  }
}
