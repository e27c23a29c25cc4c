import {
  ANALYSIS_FORMAT,
  type Analysis,
  type Entity,
  type EntityType,
  type MentionKind,
  type Quote,
  type QuoteKind,
  type Span,
  type Topic,
} from "../../../src/analysis/analysis.js";
import { reviewedDocument } from "../../../src/review/reviewedDocument.js";
import type { DocumentText, ListedDocument, TextLine } from "../../../src/sidebar/model/listedDocument.js";
import type { ListingOptions } from "../../../src/sidebar/model/listing.js";
import { TextFilter } from "../../../src/sidebar/model/textFilter.js";
import type { Branch, TreeNode } from "../../../src/sidebar/model/treeNode.js";

/** A text in memory; counts what is read of it. */
export class PlainText implements DocumentText {
  longestSlice = 0;

  constructor(readonly whole: string) {}

  lineAt(offset: number): TextLine {
    const before = this.whole.slice(0, offset);
    const start = before.lastIndexOf("\n") + 1;
    const next = this.whole.indexOf("\n", offset);
    const end = next < 0 ? this.whole.length : next;
    return { number: before.split("\n").length, start, end: this.whole[end - 1] === "\r" ? end - 1 : end };
  }

  slice(start: number, end: number): string {
    this.longestSlice = Math.max(this.longestSlice, end - start);
    return this.whole.slice(start, end);
  }
}

/** Where the words stand for the nth time, 1 the first. */
export function place(text: string, words: string, nth = 1): Span {
  let start = -1;
  for (let found = 0; found < nth; found++) start = text.indexOf(words, start + 1);
  if (start < 0) throw new Error(`Not in the text: ${words}`);
  return { start, end: start + words.length };
}

export function entity(
  text: string,
  id: string,
  type: EntityType,
  name: string,
  mentions: readonly (readonly [words: string, nth: number, kind?: MentionKind])[],
  rest: Partial<Entity> = {},
): Entity {
  const places = mentions.map(([words, nth, kind = "name"]) => ({ ...place(text, words, nth), kind }));
  return { id, type, name, aliases: [], roles: [], rolePlaces: [], mentions: places, ...rest };
}

export interface SpeakerGiven {
  readonly words: string;
  readonly nth?: number;
  readonly entity?: string;
  readonly others?: readonly string[];
  readonly anonymous?: boolean;
  readonly confidence?: number;
}

export function quote(text: string, id: string, words: string, speaker: SpeakerGiven | null, kind: QuoteKind = "direct"): Quote {
  const span = place(text, words);
  return {
    id,
    ...span,
    kind,
    cue: null,
    spans: [span],
    about: [],
    speaker: speaker && {
      ...place(text, speaker.words, speaker.nth),
      entity: speaker.entity ?? null,
      ...(speaker.others && { others: speaker.others }),
      anonymous: speaker.anonymous ?? false,
      rule: "the subject of the verb of speech",
      confidence: speaker.confidence ?? 0.9,
    },
  };
}

export function listed(
  text: string,
  found: { readonly entities?: readonly Entity[]; readonly quotes?: readonly Quote[]; readonly topics?: readonly Topic[] },
  uri = "file:///sources/report.txt",
): ListedDocument {
  const analysis: Analysis = {
    format: ANALYSIS_FORMAT,
    document: { sha256: "", length: text.length, sections: [] },
    entities: found.entities ?? [],
    quotes: found.quotes ?? [],
    topics: found.topics ?? [],
    dates: [],
  };
  const path = uri.slice("file:///".length);
  return { reviewed: reviewedDocument(uri, 1, analysis), title: "The report", path, text: new PlainText(text) };
}

export function options(given: Partial<Omit<ListingOptions, "filter">> & { readonly filter?: string } = {}): ListingOptions {
  return { order: "count", indirect: true, uncertainOnly: false, ...given, filter: new TextFilter(given.filter ?? "") };
}

/** Every row of a branch, as "label | description", indented by its level. */
export function rows(branch: Branch, depth = Number.POSITIVE_INFINITY, indent = ""): readonly string[] {
  return nodes(branch).flatMap((node) => [
    `${indent}${node.label}${node.description === "" ? "" : ` | ${node.description}`}`,
    ...(node.branch && depth > 1 ? rows(node.branch, depth - 1, `${indent}  `) : []),
  ]);
}

export function nodes(branch: Branch): readonly TreeNode[] {
  return Array.from({ length: branch.size }, (_, index) => branch.at(index));
}

/** The node that keys lead to. */
export function follow(branch: Branch, keys: readonly string[]): TreeNode | undefined {
  let node: TreeNode | undefined;
  let under: Branch | undefined = branch;
  for (const key of keys) {
    node = under && nodes(under).find((candidate) => candidate.key === key);
    under = node?.branch;
  }
  return node;
}
