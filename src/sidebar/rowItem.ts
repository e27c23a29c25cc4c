import type { ItemPlace } from "../decisions/decidable.js";
import { firstMention } from "./model/place.js";
import type { Subject } from "./model/treeNode.js";

/** What can be decided on by way of a row; undefined where it stands for no such thing. */
export function itemOfSubject(subject: Subject): ItemPlace | undefined {
  switch (subject.kind) {
    case "mention":
      return { kind: "mention", uri: subject.document.reviewed.uri, start: subject.mention.start, end: subject.mention.end };
    case "entity":
    case "speaker": {
      const first = firstMention(subject.entity);
      return first && { kind: "entity", uri: subject.document.reviewed.uri, start: first.start, end: first.end };
    }
    case "quotation":
      return { kind: "quotation", uri: subject.document.reviewed.uri, start: subject.quote.start, end: subject.quote.end };
    default:
      return undefined;
  }
}
