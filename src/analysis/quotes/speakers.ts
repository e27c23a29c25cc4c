import type { Span, Speaker } from "../analysis.js";
import functionWords from "./functionWords.json" with { type: "json" };
import type { MentionIndex, PlacedMention } from "./mentionIndex.js";

const UNNAMED: ReadonlySet<string> = new Set(functionWords.unnamed);
const PERSON_PRONOUNS: ReadonlySet<string> = new Set(functionWords.he);
const PRONOUNS: ReadonlySet<string> = new Set([
  ...functionWords.he,
  ...functionWords.they,
  ...functionWords.it,
  ...functionWords.who,
  ...functionWords.object,
  ...functionWords.possessive,
]);
const CONNECTORS: ReadonlySet<string> = new Set([
  ...functionWords.of,
  ...functionWords.for,
  ...functionWords.to,
  ...functionWords.preposition,
  ...functionWords.who,
  "that",
  ",",
  "(",
]);
const INDEFINITE: ReadonlySet<string> = new Set([
  "a",
  "an",
  "another",
  "some",
  "one",
  "two",
  "three",
  "several",
  "many",
  "most",
  "few",
  "other",
  "others",
  "no",
  "any",
  "someone",
  "somebody",
  "various",
  "numerous",
]);

const WORD = /[\p{L}\p{N}][\p{L}\p{N}.’'-]*|[,(]/gu;
const LONGEST_SOURCE = 400;

/** Who the words that name a source stand for. */
export interface ResolvedSource {
  readonly entity: string | null;
  readonly anonymous: boolean;
  /** How sure that is, 0..1. */
  readonly confidence: number;
}

/** Finds who a source's words name: the entity of their head, or an unnamed source. */
export function resolveSource(text: string, source: Span, mentions: MentionIndex): ResolvedSource {
  const words = text.slice(source.start, Math.min(source.end, source.start + LONGEST_SOURCE));
  const inside = mentions.within(source);
  if (PRONOUNS.has(words.toLowerCase())) return resolvePronoun(words.toLowerCase(), source, inside);
  const headEnd = source.start + headLength(words);
  const head = inside.filter(({ mention }) => mention.start < headEnd && mention.end >= headEnd - 2 && mention.end <= source.end + 2);
  const named =
    head.find(({ mention }) => mention.kind === "name") ?? head[head.length - 1] ?? inside.find(({ mention }) => isAll(mention, source));
  if (named) return { entity: named.entity.id, anonymous: false, confidence: named.mention.confidence ?? 1 };
  const appositive = apposed(text, source, headEnd, inside);
  if (appositive) return { entity: appositive.entity.id, anonymous: false, confidence: (appositive.mention.confidence ?? 1) * 0.9 };
  return { entity: null, anonymous: isUnnamed(words.slice(0, headLength(words))), confidence: 1 };
}

function isAll(mention: Span, source: Span): boolean {
  return mention.start === source.start && mention.end === source.end;
}

function resolvePronoun(word: string, source: Span, inside: readonly PlacedMention[]): ResolvedSource {
  const mention = inside.find(({ mention }) => mention.start === source.start && mention.end <= source.end + 1);
  if (!mention) return { entity: null, anonymous: false, confidence: 1 };
  const sure = PERSON_PRONOUNS.has(word) ? 1 : 0.9;
  return { entity: mention.entity.id, anonymous: false, confidence: (mention.mention.confidence ?? 1) * sure };
}

/** The length of the words up to the first connector: "a spokesman" of "a spokesman for ISIS". */
function headLength(words: string): number {
  let end = 0;
  for (const { 0: word, index } of words.matchAll(WORD)) {
    if (end > 0 && CONNECTORS.has(word.toLowerCase())) return end;
    end = index + word.length;
  }
  return end;
}

/** "the group's leader, Abu Omar": the name behind the comma. */
function apposed(text: string, source: Span, headEnd: number, inside: readonly PlacedMention[]): PlacedMention | null {
  if (text[headEnd] !== ",") return null;
  const next = inside.find(({ mention }) => mention.start > headEnd && mention.start <= headEnd + 3 && mention.end <= source.end);
  return next && next.mention.kind === "name" && next.entity.type === "person" ? next : null;
}

/** Whether a phrase without a name stands for somebody whom the text does not name: "a senior official", "sources", "another source". */
function isUnnamed(head: string): boolean {
  const words = head.toLowerCase().split(/\s+/);
  const last = words[words.length - 1];
  if (last === "sources" || last === "source") return true;
  if (words.length === 1 && INDEFINITE.has(last)) return true;
  if (!UNNAMED.has(last)) return false;
  return (
    INDEFINITE.has(words[0]) ||
    (last.endsWith("s") && words[0] !== "the" && !words[0].endsWith("'s") && !words[0].endsWith("’s")) ||
    last === "men" ||
    last === "women" ||
    last === "people"
  );
}

/** Builds the speaker that the words of the source name. @param likelihood how sure it is that these words name the speaker, 0..1. */
export function speakerOf(text: string, source: Span, mentions: MentionIndex, rule: string, likelihood: number): Speaker {
  const { entity, anonymous, confidence } = resolveSource(text, source, mentions);
  return { start: source.start, end: source.end, entity, anonymous, rule, confidence: Math.round(100 * likelihood * confidence) / 100 };
}
