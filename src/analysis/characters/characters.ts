import type { Entity, Mention, Quote, Span, Speaker } from "../analysis.js";
import { onOneLine } from "../oneLine.js";
import functionWords from "../quotes/functionWords.json" with { type: "json" };
import { headEndOf } from "../quotes/speakers.js";
import type { Layout } from "../sections/layout.js";
import type { SourceText } from "../text/sourceText.js";
import type { Cast } from "./cast.js";
import { type Characters, numberedAnew } from "./numbering.js";
import { NARRATOR, type Person } from "./persons.js";
import { QuotedWordsMemory } from "./quotedWords.js";
import { readScene, type TurnInput } from "./scene.js";
import { decodeTalk, type TurnChoice } from "./talkDecoder.js";
import { talkOf } from "./talkKind.js";
import { TALK_MODEL } from "./talkModel.js";

/** The turns alone tell the right speaker of six turns in ten, on texts that were not learned from. */
const TURNS_ALONE = 0.59;
/** How sure it is that whom the paragraph tells of before a quotation speaks. */
const INTRODUCED = 0.8;
/** Outside stories nobody is named by the turns under this confidence: a wrong speaker is worse than none. */
const LEAST_SURE = 0.22;
/** Outside stories what is longer, in UTF-16 code units, is seldom an answer. */
const LONGEST_TURN = 100;
/** A pronoun outside stories keeps the entity that it was given as surely as this. */
const GIVEN_ALREADY = 0.3;

/**
 * In a text in which people talk, follows the talk: it gives an entity to those who speak and are never named ("the old man", the one
 * who tells the story), finds whom "he said" means among those present, and who speaks the turns that name no speaker.
 * Other texts are given back as they are.
 * @param quoted give the same memory again for an edited text.
 * @returns the entities in the order of their first mention, with the quotations' speakers among them.
 */
export function withCharacters(
  source: SourceText,
  layout: Layout,
  entities: readonly Entity[],
  quotes: readonly Quote[],
  quoted: QuotedWordsMemory = new QuotedWordsMemory(),
  decode: (turns: readonly TurnInput[]) => readonly (TurnChoice | null)[] = (turns) => decodeTalk(turns, TALK_MODEL),
): Characters {
  const { text } = source;
  const marked = withoutOpenTurns(text, quotes);
  const talk = talkOf(source, marked);
  if (talk === null) return { entities, quotes };
  const { kind, isStory } = talk;
  const { cast, turns } = readScene(source, entities, marked, kind, isStory, quoted);
  const spoken = speakingTurns(text, quotes, cast, turns, decode(turns), isStory ? 0 : LEAST_SURE);
  const narrator = authorOf(layout, entities);
  const speaking = new Set([...spoken.values()].map(({ person }) => person));
  const added = new Map<Person, Mention[]>();
  const isKnown = knownMentions();
  const taken = new Set<number>();
  for (const { mentions } of entities) for (const { start } of mentions) taken.add(start);
  for (const { person, words: beside, speaker } of spoken.values()) {
    const words = beside ?? (person === cast.narrator ? speaker : null);
    // What names another entity, taken for a place, stays its.
    if (!words || isKnown(person, words) || (person.names.size > 0 && taken.has(words.start))) continue;
    const kind = mentionKind(person, text.slice(words.start, words.end));
    const mentions = added.get(person) ?? [];
    added.set(person, mentions);
    // Two quotations may have one "he said" between them.
    if (mentions.length > 0 && mentions[mentions.length - 1].end > words.start) continue;
    mentions.push({ start: words.start, end: words.end, kind, confidence: speaker.confidence });
  }
  const all = new Map<Entity, Person | null>(entities.map((entity) => [entity, null]));
  const listed: { entity: Entity; owner: Person | null }[] = [];
  for (const person of cast.persons) {
    const mentions = added.get(person) ?? [];
    if (person.entity) all.set(person.entity, person);
    else if (speaking.has(person) && !(person === cast.narrator && narrator)) {
      const entity = unnamedEntity(text, person, mentions);
      if (entity) listed.push({ entity, owner: person });
    }
  }
  for (const [entity, person] of all) listed.push({ entity: withMentions(entity, (person && added.get(person)) ?? []), owner: person });
  const unnamed = new Set(listed.flatMap(({ entity, owner }) => (entity.anonymous ? [owner] : [])));
  return numberedAnew(listed, quotes, (index, ids) => {
    const turn = spoken.get(index);
    if (!turn) return null;
    const id = turn.person === cast.narrator && narrator ? narrator.id : ids.get(turn.person);
    return id === undefined ? null : { ...turn.speaker, entity: id, anonymous: unnamed.has(turn.person) };
  });
}

/**
 * The quotations that are no reported speech, with their indices. Turns of an interview whose speaker the document does not name are left
 * out, and so is what is quoted inside a turn: who answers whom there, no talk tells.
 */
function withoutOpenTurns(text: string, quotes: readonly Quote[]): readonly { readonly quote: Quote; readonly index: number }[] {
  const found: { readonly quote: Quote; readonly index: number }[] = [];
  let turnEnd = 0;
  quotes.forEach((quote, index) => {
    if (quote.kind === "indirect") return;
    const isTurn = LETTER_OR_DIGIT.test(text[quote.start]);
    const isOpen = isTurn ? quote.speaker === null : quote.end <= turnEnd;
    if (!isOpen) found.push({ quote, index });
    if (isTurn) turnEnd = Math.max(turnEnd, quote.end);
  });
  return found;
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** A turn with its speaker. */
interface SpokenTurn {
  readonly person: Person;
  readonly speaker: Speaker;
  /** The words beside the quotation that name the speaker; null where there are none. */
  readonly words: Span | null;
}

function speakingTurns(
  text: string,
  quotes: readonly Quote[],
  cast: Cast,
  turns: readonly TurnInput[],
  choices: readonly (TurnChoice | null)[],
  leastSure: number,
): ReadonlyMap<number, SpokenTurn> {
  const spoken = new Map<number, SpokenTurn>();
  turns.forEach(({ quote, speaker, place, candidates, told, introduced }, t) => {
    const choice = choices[t];
    if (!choice) return;
    const { person } = choice;
    // Unnamed sources are made of their words, in marks or not.
    if (leastSure > 0 && speaker?.anonymous && person.entity === null) return;
    const last = turns[t - 1];
    const before = last && spoken.get(last.quote);
    if (before && speaker && !place.carried && goesOn(text, last, speaker, place.start)) {
      const { rule, confidence } = before.speaker;
      spoken.set(quote, { person: before.person, speaker: { ...speaker, anonymous: false, rule, confidence }, words: null });
      return;
    }
    if (introduced && (person.entity === null || person.entity.id !== speaker?.entity)) {
      const words = speaker && !place.carried && /^(?:he|she)$/i.test(text.slice(speaker.start, speaker.end)) ? speaker : null;
      spoken.set(quote, { person, speaker: introducedSpeaker(text, cast.nameOf(person), words, introduced), words });
      return;
    }
    if (speaker && (told !== "open" || person === place.given)) {
      spoken.set(quote, { person, speaker: { ...speaker, anonymous: false }, words: place.carried ? null : speaker });
      return;
    }
    const pronoun = place.asked === "pronoun" ? speaker : null;
    // Outside stories who the sentences name is meant, whoever may talk.
    if (leastSure > 0 && pronoun?.entity && pronoun.confidence >= GIVEN_ALREADY) return;
    // No one person of the talk is "they".
    if (leastSure > 0 && speaker && !place.carried && /^(?:they|both)$/i.test(text.slice(speaker.start, speaker.end))) return;
    // A few words inside a sentence are no turn of a talk, and what is said at length goes on with what was said, more often than it answers.
    const goesOnAtLength = place.carried && speaker?.entity && place.end - place.start > LONGEST_TURN;
    if (leastSure > 0 && !pronoun && speaker && (quotes[quote].kind === "mixed" || goesOnAtLength)) return;
    const name = cast.nameOf(person);
    const rule = pronoun
      ? `${pronoun.rule}; “${text.slice(pronoun.start, pronoun.end)}” taken for ${name} by the turns of the talk`
      : `no words name the speaker here; ${name} by the turns of the talk`;
    const confidence = Math.round(100 * choice.confidence * (pronoun?.confidence ?? TURNS_ALONE)) / 100;
    if (confidence < leastSure) return;
    const named = pronoun ?? candidates.find((candidate) => candidate.person === person)?.last ?? person.last;
    // Who is named only later has no words for the turn yet.
    const words = named.end > named.start ? named : person.entity?.mentions[0];
    if (!words) return;
    const { start, end } = words;
    spoken.set(quote, { person, speaker: { start, end, entity: null, anonymous: false, rule, confidence }, words: pronoun });
  });
  return spoken;
}

/** Whom a quotation's paragraph is about before it. @param words "he" or "she" beside the quotation; null where nothing names the speaker. */
function introducedSpeaker(text: string, name: string, words: Speaker | null, { start, end }: Span): Speaker {
  const rule = words
    ? `${words.rule}; “${text.slice(words.start, words.end)}” is ${name}, of whom the paragraph tells`
    : `no words name the speaker here; the paragraph tells of ${name} before`;
  const confidence = Math.round(100 * INTRODUCED * (words?.confidence ?? 1)) / 100;
  return { start: words?.start ?? start, end: words?.end ?? end, entity: null, anonymous: false, rule, confidence };
}

/** Whether a quotation goes on with what the one before says: “There was no fish,” he told me. “There was soup.” */
function goesOn(text: string, last: TurnInput, speaker: Speaker, start: number): boolean {
  const { end } = last.place;
  return last.speaker?.start === speaker.start && speaker.start >= end && text[end - 2] === "," && !text.slice(end, start).includes("\n");
}

/** The one author of a signed text, who is its "I". */
function authorOf({ authors }: Layout, entities: readonly Entity[]): Entity | null {
  if (authors.length !== 1) return null;
  const [author] = authors;
  return entities.find(({ mentions }) => mentions.some(({ start, end }) => start === author.start && end === author.end)) ?? null;
}

/** Tells whether words hold a mention of a person already; the mentions of each are put in order once. */
function knownMentions(): (person: Person, words: Span) => boolean {
  const inOrder = new Map<Person, readonly Mention[]>();
  return (person, words) => {
    const mentions = inOrder.get(person) ?? [...(person.entity?.mentions ?? []), ...person.added].sort((a, b) => a.start - b.start);
    inOrder.set(person, mentions);
    let low = 0;
    let high = mentions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (mentions[middle].end <= words.start) low = middle + 1;
      else high = middle;
    }
    return low < mentions.length && mentions[low].start < words.end;
  };
}

/** How words mean a person: what is none of the forms of an entity's name names nobody, as the "A" of an answer. */
function mentionKind({ entity, names }: Person, words: string): Mention["kind"] {
  if (/^(?:he|she|i|me|my|myself)$/i.test(words)) return "pronoun";
  const isName = entity ? [entity.name, ...entity.aliases].includes(onOneLine(words)) : names.size > 0;
  return isName ? "name" : "nominal";
}

function withMentions(entity: Entity, more: readonly Mention[]): Entity {
  if (more.length === 0) return entity;
  return { ...entity, mentions: [...entity.mentions, ...more].sort((a, b) => a.start - b.start) };
}

/** An entity for one without a name, called by the fullest words for him. */
function unnamedEntity(text: string, person: Person, spoken: readonly Mention[]): Entity | null {
  const mentions = [...person.added, ...spoken].sort((a, b) => a.start - b.start || b.end - a.end);
  const apart = mentions.filter((mention, i) => i === 0 || mention.start >= mentions[i - 1].end);
  const forms = new Set(apart.filter(({ kind }) => kind !== "pronoun").map(({ start, end }) => text.slice(start, end)));
  const names = forms.size > 0 ? [...forms] : [...new Set(apart.map(({ start, end }) => text.slice(start, end)))];
  if (names.length === 0) return null;
  const fullest = names.reduce((best, form) => (form.length > best.length ? form : best));
  return {
    id: "",
    type: "person",
    name: person.key === NARRATOR ? "I" : onOneLine(withOwner(text, apart, fullest)),
    aliases: person.key === NARRATOR ? [] : names.filter((form) => form !== fullest),
    roles: [],
    rolePlaces: [],
    ...(isUnnamedInOffice(names) && { anonymous: true }),
    mentions: apart,
  };
}

/** "a former colleague", "a spokeswoman": a source that keeps its name back, in a text that tells of persons as stories do. */
function isUnnamedInOffice(forms: readonly string[]): boolean {
  return forms.some(
    (form) =>
      /^an?\s/i.test(form) &&
      IN_OFFICE.has(
        form
          .slice(0, headEndOf(form, 0, form.length))
          .split(/\s/)
          .at(-1)
          ?.toLowerCase() ?? "",
      ),
  );
}

const IN_OFFICE: ReadonlySet<string> = new Set(functionWords.unnamedInOffice);

const OWNER = /\p{Lu}[\p{L}.’'-]*(?:\s\p{Lu}[\p{L}.’'-]*){0,3}['’]s\s$/u;
const LONGEST_OWNER = 60;

/** "Tom Hale's mother", where the words for the mother have his name before them. */
function withOwner(text: string, mentions: readonly Mention[], words: string): string {
  const mention = mentions.find(({ start, end }) => text.slice(start, end) === words);
  const owner = mention && OWNER.exec(text.slice(Math.max(0, mention.start - LONGEST_OWNER), mention.start));
  return owner ? `${owner[0]}${words}` : words;
}
