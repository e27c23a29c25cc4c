import type { Entity, Quote, Span, Speaker } from "../analysis.js";
import { onOneLine } from "../oneLine.js";
import { MentionIndex, type PlacedMention } from "../quotes/mentionIndex.js";
import { resolveSource } from "../quotes/speakers.js";
import { compiled } from "../text/compiled.js";
import type { Characters } from "./numbering.js";

/** What stands between two who speak together. */
const JOINING = compiled(/,?\s(?:and|or|nor|&|as well as|together with|along with)\s|,\s/gu);
const JOINED = compiled(/\s(?:and|or|nor|&|as well as|together with|along with)\s/u);
/** What opens a phrase for two: "Both Ada Byron and Charles Babbage". */
const BOTH = compiled(/^(?:both|neither|either)\s/iu);
/** A part behind a comma that may be one more of them: another is an apposition or a clause. */
const NEXT_OF_LIST = compiled(/^(?:\p{Lu}|the\s)/u);
/** A part that tells of the one before. */
const CLAUSE = compiled(/^(?:who|whose|whom|which|that|where|when|while|of|for|from|in|at|by|with|on|to|as)\s/u);
/** What those are whose names follow: "Two engineers, Ada Byron and Charles Babbage, said". */
const COUNTED = compiled(/^(?:the\s)?(?:two|three|four|five|six|several)\s/iu);
const LONGEST_OPENER = 12;
/** What stands before the first word of a sentence, and of one that a quotation begins. */
const OPENS = compiled(/(?:^|\n|[.!?]\s|[”"’»]\s)$/u);
/** So far before a phrase, in UTF-16 code units, a list of names may begin. */
const LONGEST_LIST = 120;
/** So many UTF-16 code units, as a power of two, are near to a phrase or not. */
const STRETCH_BITS = 6;
/** Longer phrases, in UTF-16 code units, have clauses in them. */
const LONGEST = 300;
/** So far beside a phrase, in UTF-16 code units, stands what it is read with. */
const BESIDE = 3;

const THEY = compiled(/^(?:they|both|the (?:two|three|pair|couple))$/iu);
/** So far, in UTF-16 code units, "they" are those who spoke together last. */
const FARTHEST = 400;
const IN_PARAGRAPH = 0.8;
const IN_NEXT = 0.65;

/**
 * Finds all of several named speakers: "Ada Byron and Charles Babbage said". The first is the speaker's entity, the rest stand in others.
 * "They" behind such a quotation are the same ones.
 * @returns the same quotations where nobody speaks together.
 */
export function withJointSpeakers(text: string, { entities, quotes }: Characters): Characters {
  const isJoint = quotes.map(({ speaker }) => speaker !== null && namesSeveral(text, speaker));
  if (!isJoint.includes(true)) return { entities, quotes };
  const mentions = mentionsBeside(
    text.length,
    entities,
    quotes.flatMap(({ speaker }, i) => (isJoint[i] && speaker ? [speaker] : [])),
  );
  let last: Spoken | null = null;
  const changed = quotes.map((quote, i): Quote => {
    const { speaker } = quote;
    if (!speaker) return quote;
    const joint: JointSpeaker | null = isJoint[i]
      ? jointSpeaker(text, withListBefore(text, speaker, mentions), mentions)
      : last && sameAgain(text, quote, speaker, last);
    if (!joint) return quote;
    last = { speaker: joint, end: Math.max(quote.end, joint.end) };
    return { ...withoutNames(quote, joint.start), speaker: joint };
  });
  return { entities, quotes: changed };
}

function namesSeveral(text: string, { start, end, anonymous }: Speaker): boolean {
  return !anonymous && end - start > 6 && end - start <= LONGEST && JOINED.test(text.slice(start, end));
}

type JointSpeaker = Speaker & Required<Pick<Speaker, "others">>;

/** Those who spoke together last. */
interface Spoken {
  readonly speaker: JointSpeaker;
  readonly end: number;
}

/** The mentions in phrases and as far before them as a list may begin, with some beside those. */
function mentionsBeside(length: number, entities: readonly Entity[], phrases: readonly Span[]): MentionIndex {
  const isNear = new Uint8Array((length >> STRETCH_BITS) + 1);
  for (const { start, end } of phrases)
    isNear.fill(1, Math.max(0, start - LONGEST_LIST) >> STRETCH_BITS, ((end + BESIDE) >> STRETCH_BITS) + 1);
  const near: Entity[] = [];
  for (const entity of entities) {
    const mentions = entity.mentions.filter(({ start }) => isNear[start >> STRETCH_BITS] === 1);
    if (mentions.length > 0) near.push({ ...entity, mentions });
  }
  return new MentionIndex(near);
}

/**
 * "Ada Byron, Charles Babbage and Mary Somerville said", of which the last two were taken for the speaker: with the names of a list that
 * begins its sentence or stands behind a quotation.
 */
function withListBefore(text: string, speaker: Speaker, mentions: MentionIndex): Speaker {
  const near = mentions.within({ start: speaker.start - LONGEST_LIST, end: speaker.end });
  const first = near.find(({ mention }) => mention.start >= speaker.start)?.entity;
  let start = speaker.start;
  for (const { mention, entity } of [...near].reverse()) {
    if (mention.start >= start) continue;
    if (mention.end + 2 !== start || text.slice(mention.end, start) !== ", " || entity.type !== first?.type) break;
    const role = entity.rolePlaces.find(({ end }) => end + 1 === mention.start);
    start = role?.start ?? mention.start;
    if (OPENS.test(text.slice(Math.max(0, start - 3), start))) return withStart(text, speaker, start);
  }
  return speaker;
}

function withStart(text: string, speaker: Speaker, start: number): Speaker {
  const rule = speaker.rule.replace(`“${text.slice(speaker.start, speaker.end)}”`, () => `“${text.slice(start, speaker.end)}”`);
  return { ...speaker, start, rule };
}

/** A quotation without the first names of those who speak, which stand right behind its marks, in the clause that it is part of. */
function withoutNames(quote: Quote, from: number): Quote {
  const { content, ...rest } = quote;
  if (!content || from < quote.end || content[0].start < quote.start || content[content.length - 1].end <= from) return quote;
  return { ...rest, kind: "direct" };
}

/** A part of a phrase for several, without what joins it to the part before. */
interface Part extends Span {
  readonly join: "none" | "comma" | "and" | "comma and";
}

function jointSpeaker(text: string, speaker: Speaker, mentions: MentionIndex): JointSpeaker | null {
  const ids = new Set<string>();
  let type: Entity["type"] | null = null;
  let isList = false;
  let before = null as ReadPart | null;
  /** How many parts ago a clause began that tells of one of them; -1 where none did. */
  let clause = -1;
  for (const part of partsOf(text, speaker, mentions)) {
    const isClause = CLAUSE.test(text.slice(part.start, part.start + LONGEST_OPENER));
    if (isClause) clause = 0;
    else if (clause >= 0) clause++;
    const head: PlacedMention | null = isClause ? null : headOf(text, part, mentions);
    if (before === null) {
      if (!head && COUNTED.test(text.slice(part.start, part.start + LONGEST_OPENER))) continue;
      if (!head) return null;
      type = head.entity.type;
    }
    const isOneMore: boolean =
      head !== null &&
      (before === null || isNext(text, part, head, before, clause)) &&
      (head.entity.type === type || (part.join === "and" && before?.head?.mention.end === before?.part.end));
    if (isOneMore && head) {
      ids.add(head.entity.id);
      isList ||= part.join === "and" || part.join === "comma and";
      clause = -1;
    }
    before = { part, head: isOneMore ? head : null, last: lastIn(part, mentions) };
  }
  const [entity, ...others] = ids;
  return isList && others.length > 0 ? { ...speaker, entity, others } : null;
}

/** A part, and what of it decides about the next. */
interface ReadPart {
  readonly part: Part;
  /** Its mention where it is one of those who speak. */
  readonly head: PlacedMention | null;
  /** The name that it ends with. */
  readonly last: PlacedMention | null;
}

function lastIn(part: Part, mentions: MentionIndex): PlacedMention | null {
  let last: PlacedMention | null = null;
  for (const each of mentions.within(part)) if (each.mention.kind === "name") last = each;
  return last && last.mention.end >= part.end ? last : null;
}

/** The mention that a part is about. */
function headOf(text: string, part: Part, mentions: MentionIndex): PlacedMention | null {
  const { entity, anonymous } = resolveSource(text, part, mentions);
  if (entity === null || anonymous) return null;
  const within = { start: part.start, end: part.end + BESIDE };
  return mentions.within(within).find((each) => each.entity.id === entity) ?? null;
}

/**
 * Whether a part with a name is one more of those who speak.
 * @param clause how many parts ago a clause began that may go on; -1 where none does.
 */
function isNext(text: string, { start, join }: Part, { entity }: PlacedMention, { head, last }: ReadPart, clause: number): boolean {
  switch (join) {
    case "none":
      return true;
    case "comma and":
      return clause <= 1;
    case "and":
      // "The chairman of Norvik and Bolt", "Norvik, maker of Bolt and Nut": the name that ended the part before is joined.
      return head !== null && (last === null || last.mention === head.mention || last.entity.type !== entity.type);
    case "comma":
      return (
        clause < 0 &&
        (NEXT_OF_LIST.test(text.slice(start, start + LONGEST_OPENER)) || entity.rolePlaces.some((role) => role.start === start))
      );
  }
}

/** The parts of a phrase, in text order; what joins words inside a name parts nothing. */
function partsOf(text: string, { start, end }: Span, mentions: MentionIndex): readonly Part[] {
  const phrase = text.slice(start, end);
  const parts: Part[] = [];
  let from = start + (BOTH.exec(phrase)?.[0].length ?? 0);
  let join: Part["join"] = "none";
  for (const { index, 0: joint } of phrase.matchAll(JOINING)) {
    const at = start + index;
    if (at <= from || mentions.around(at)) continue;
    parts.push({ start: from, end: at, join });
    from = at + joint.length;
    join = joint.trim() === "," ? "comma" : joint.startsWith(",") ? "comma and" : "and";
  }
  parts.push({ start: from, end, join });
  return parts;
}

/** "They" or "both", behind what several said. */
function sameAgain(text: string, { start }: Quote, speaker: Speaker, last: Spoken): JointSpeaker | null {
  const from = Math.min(start, speaker.start);
  const words = text.slice(speaker.start, Math.min(speaker.end, speaker.start + LONGEST_OPENER));
  if (from < last.end || from - last.end > FARTHEST || !THEY.test(words)) return null;
  const between = text.slice(last.end, from);
  if (between.split("\n").filter((line) => line.trim() !== "").length > 2) return null;
  const share = between.includes("\n") ? IN_NEXT : IN_PARAGRAPH;
  const { entity, others } = last.speaker;
  const meant = text.slice(last.speaker.start, last.speaker.end);
  const rule = `${speaker.rule}; “${words}” taken for “${onOneLine(meant)}”`;
  return { ...speaker, entity, others, rule, anonymous: false, confidence: Math.round(100 * share) / 100 };
}
