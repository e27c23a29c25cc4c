import type { Entity, Mention, Quote, Span, Speaker } from "../analysis.js";
import { nounType } from "../identity/rolePhrases.js";
import { onOneLine } from "../oneLine.js";
import { APPOSED } from "../quotes/sentenceBefore.js";
import { headEndOf, isSourceNoun } from "../quotes/speakers.js";
import { isUpperAt } from "../text/characters.js";
import { copyOf } from "../text/vocabulary.js";
import words from "./characterWords.json" with { type: "json" };
import { type Characters, numberedAnew } from "./numbering.js";

/** So many UTF-16 code units of the words for a source are read, and a pronoun means the last source within so many. */
const LONGEST_PHRASE = 90;
/** How many phrases are remembered before all are forgotten, so that the memory stays bounded. */
const MOST_PHRASES = 20_000;
const FARTHEST_SPEAKER = 300;
/** "The minister" is who was brought up as "a minister" so many UTF-16 code units back at most. */
const FARTHEST_INTRODUCED = 600;
/** How sure it is that "He" that begins a sentence means the source whose words the one before reports. */
const AFTER_SPEAKER = 0.6;
/** "the official" is not always the last one. */
const BY_HEAD = 0.8;

const ARTICLE = /^(?:the|an?|this|that|these|those)\s/i;
const DEFINITE = /^(?:the|this|that|these|those)\s/;
/** Words before which the phrase for a source ends: what follows tells more of it and is no part of its name. */
const PHRASE_END = /\s*[,;:(—–]|\s+(?:who|whom|whose|which|that|speaking|talking|said|says)\b|\s-+\s/i;
const PRONOUN = /^(?:he|she)$/;
const ALWAYS_NEW: ReadonlySet<string> = new Set(words.alwaysNew.split(" "));

/** Labels of a transcript behind which anybody may ask. */
const LABELS: ReadonlySet<string> = new Set(words.questionLabels.split(" "));

/** An unnamed source of the text. */
interface Source {
  readonly mentions: Mention[];
  /** The wording of its first mention in lower case, without an article. */
  readonly wording: string;
  readonly modifiers: ReadonlySet<string>;
}

/** The words for a speaker, taken apart. */
interface Phrase {
  /** How many of the UTF-16 code units are the description. */
  readonly length: number;
  readonly wording: string;
  readonly head: string;
  readonly modifiers: readonly string[];
  readonly first: string;
  readonly definite: boolean;
}

/** A quotation's speaker who is an unnamed source. */
interface Spoken {
  readonly source: Source;
  readonly speaker: Speaker;
}

/** The source that spoke last: what is reported of it, and whether it asks. */
interface LastSource extends Span {
  readonly source: Source;
  readonly asks: boolean;
}

/** What was read of words for speakers before; an edit reads only new ones. */
export class SourcePhraseMemory {
  readonly #phrases = new Map<string, Phrase | null>();

  /** @param words the words for a speaker, and no more than tell that they are too long. */
  read(words: string): Phrase | null {
    let phrase = this.#phrases.get(words);
    if (phrase === undefined) {
      const own = copyOf(words, 0, words.length);
      phrase = readPhrase(own);
      if (this.#phrases.size >= MOST_PHRASES) this.#phrases.clear();
      this.#phrases.set(own, phrase);
    }
    return phrase;
  }
}

/**
 * Makes an entity of each unnamed source that speaks: of "a senior official", of "sources close to the ministry". The same wording means
 * the same source, "another official" always a new one, and "the official" the last one with that noun whose description holds the words.
 * "He" that begins a sentence means the source whose words the sentence before reports, and so does "he" behind a quotation that begins
 * the next paragraph. Linear in the number of the quotations.
 * @param phrases give the same memory again for an edited text.
 */
export function withUnnamedSources(text: string, { entities, quotes }: Characters, phrases = new SourcePhraseMemory()): Characters {
  const spoken = spokenBySources(text, entities, quotes, phrases);
  if (spoken.size === 0) return { entities, quotes };
  const listed: { entity: Entity; owner: Source | null }[] = entities.map((entity) => ({ entity, owner: null }));
  const names = new Map<string, number>();
  for (const source of new Set([...spoken.values()].map((each) => each.source))) {
    listed.push({ entity: entityOf(text, source, names), owner: source });
  }
  return numberedAnew(listed, quotes, (index, ids) => {
    const found = spoken.get(index);
    const entity = found && ids.get(found.source);
    return found && entity !== undefined ? { ...found.speaker, entity, anonymous: true } : null;
  });
}

/** The speakers of quotations who are unnamed sources, by the quotations' indices. */
function spokenBySources(
  text: string,
  entities: readonly Entity[],
  quotes: readonly Quote[],
  phrases: SourcePhraseMemory,
): ReadonlyMap<number, Spoken> {
  const spoken = new Map<number, Spoken>();
  const byWording = new Map<string, Source>();
  const byPlace = new Map<number, Source>();
  const byHead = new Map<string, Source>();
  let persons: Int32Array | null = null;
  let last: LastSource | null = null;

  function sourceOf(speaker: Speaker): { readonly source: Source; readonly sure: number } | null {
    const { start } = speaker;
    const placed = byPlace.get(start);
    if (placed) return { source: placed, sure: 1 };
    const phrase = phrases.read(text.slice(start, Math.min(speaker.end, start + LONGEST_PHRASE + 1)));
    if (!phrase) return null;
    const bare = phrase.definite && phrase.wording === phrase.head;
    const known = bare || ALWAYS_NEW.has(phrase.first) ? undefined : byWording.get(phrase.wording);
    const meant = known ?? (phrase.definite ? lastMeant(byHead.get(phrase.head), phrase) : undefined);
    const introduced = !meant && phrase.definite ? introducedAs(start, phrase) : null;
    if (!meant && !introduced && !speaker.anonymous && !isPluralSource(phrase)) return null;
    const source = meant ?? introduced ?? { mentions: [], wording: phrase.wording, modifiers: new Set(phrase.modifiers) };
    const sure = !meant || meant === known || meant.wording === phrase.wording ? 1 : BY_HEAD;
    source.mentions.push({ start, end: start + phrase.length, kind: "nominal", confidence: rounded(speaker.confidence * sure) });
    byPlace.set(start, source);
    if (!bare) byWording.set(phrase.wording, source);
    byHead.set(phrase.head, source);
    return { source, sure };
  }

  /** "A senior minister hit back. “…,” the minister said": who was brought up by the same noun in the paragraph, without a name. */
  function introducedAs(start: number, { head, modifiers }: Phrase): Source | null {
    if (!isSourceNoun(head) && nounType(head) !== "person") return null;
    const nearest = Math.max(0, start - FARTHEST_INTRODUCED);
    const from = nearest + text.slice(nearest, start).lastIndexOf("\n") + 1;
    const found = introductionIn(text.slice(from, start), head);
    const phrase = found && phrases.read(text.slice(from + found.start, from + found.end));
    if (!found || !phrase || !modifiers.every((word) => phrase.modifiers.includes(word))) return null;
    persons ??= personPlaces(entities);
    const next = nextAt(persons, from + found.end);
    if (next !== null && next < start && APPOSED.test(text.slice(from + found.end, next))) return null;
    const at = from + found.start;
    const first: Mention = { start: at, end: at + phrase.length, kind: "nominal", confidence: BY_HEAD };
    return { mentions: [first], wording: phrase.wording, modifiers: new Set(phrase.modifiers) };
  }

  quotes.forEach((quote, index) => {
    const { speaker } = quote;
    if (!speaker) return;
    const before = last;
    last = null;
    if (speaker.entity !== null) return;
    const small = speaker.end - speaker.start < 4 ? text.slice(speaker.start, speaker.end).toLowerCase() : "";
    if (PRONOUN.test(small)) {
      const placed = byPlace.get(speaker.start);
      persons ??= personPlaces(entities);
      const isMeant = before && (placed === before.source || meansLast(text, before, quote, speaker, persons));
      if (!isMeant) return;
      const confidence = rounded(speaker.confidence * AFTER_SPEAKER);
      const name = `“${text.slice(before.source.mentions[0].start, before.source.mentions[0].end)}”`;
      const rule = `${speaker.rule}; “${text.slice(speaker.start, speaker.end)}” taken for ${name}, who spoke last`;
      if (!placed) before.source.mentions.push({ start: speaker.start, end: speaker.end, kind: "pronoun", confidence });
      byPlace.set(speaker.start, before.source);
      spoken.set(index, { source: before.source, speaker: { ...speaker, confidence, rule } });
      last = { ...before, asks: false, end: quote.end };
      return;
    }
    const found = sourceOf(speaker);
    if (!found) return;
    const { source, sure } = found;
    const first = source.mentions[0];
    const rule = sure === 1 ? speaker.rule : `${speaker.rule}; taken for “${text.slice(first.start, first.end)}”`;
    spoken.set(index, { source, speaker: { ...speaker, confidence: rounded(speaker.confidence * sure), rule } });
    last = { start: quote.start, end: Math.max(quote.end, speaker.end), source, asks: asks(text, quote) };
  });
  return spoken;
}

/** The last source with a noun, where the words before the noun describe it too. */
function lastMeant(source: Source | undefined, { modifiers }: Phrase): Source | undefined {
  return source && modifiers.every((word) => source.modifiers.has(word)) ? source : undefined;
}

/** "the officials", "the sources": whoever they are, the text gives them no name. */
function isPluralSource({ head, definite }: Phrase): boolean {
  return definite && head.endsWith("s") && isSourceNoun(head);
}

/** The words for a source as far as they are its description; null where there are none. */
function readPhrase(words: string): Phrase | null {
  const cut = PHRASE_END.exec(words.slice(0, LONGEST_PHRASE));
  let end = cut && cut.index > 0 ? cut.index : Math.min(words.length, LONGEST_PHRASE);
  if (!cut && words.length > LONGEST_PHRASE) end = Math.max(0, words.lastIndexOf(" "));
  while (end > 0 && /\s/.test(words[end - 1])) end--;
  const small = wordsOf(words.slice(0, end));
  const wording = small.replace(ARTICLE, "");
  const headWords = wordsOf(words.slice(0, headEndOf(words, 0, end)))
    .replace(ARTICLE, "")
    .split(" ");
  const head = headWords[headWords.length - 1];
  // "one of whom" is one of those told of before, and no description.
  if (wording === "" || head === "" || LABELS.has(wording) || small.endsWith(" of")) return null;
  return {
    length: end,
    wording,
    head,
    modifiers: headWords.slice(0, -1),
    first: small.split(" ", 1)[0],
    definite: DEFINITE.test(small),
  };
}

/** In lower case, with single spaces. */
function wordsOf(text: string): string {
  return onOneLine(text.toLowerCase());
}

/**
 * Whether "he" means the source that spoke last: it begins a sentence right behind, or a quotation that begins the next paragraph stands
 * before it, unless that answers what the source asked.
 */
function meansLast(text: string, last: LastSource, { kind, start, end }: Quote, pronoun: Span, persons: Int32Array): boolean {
  if (isUpperAt(text, pronoun.start)) return follows(text, last, pronoun, persons);
  if (kind !== "direct" || last.asks || pronoun.start < end || start < last.end || start - last.end > LONGEST_BREAK) return false;
  return NEXT_PARAGRAPH.test(text.slice(last.end, start));
}

/** What stands between a sentence that ends a paragraph and the one below. */
const NEXT_PARAGRAPH = /^[.!?…]?[”"]?\s*\n\s*$/;
const LONGEST_BREAK = 8;

function asks(text: string, { cue }: Quote): boolean {
  return cue !== null && /\bask/i.test(text.slice(cue.start, cue.end));
}

/** Whether a pronoun follows in the same paragraph, with no person named between. @param persons where persons are named, rising. */
function follows(text: string, last: Span, { start }: Span, persons: Int32Array): boolean {
  if (start < last.end || start - last.end > FARTHEST_SPEAKER || text.slice(last.end, start).includes("\n")) return false;
  const next = nextAt(persons, last.end);
  return next === null || next >= start;
}

/** Where a person is named first at an offset or behind it; null where none is. @param persons where persons are named, rising. */
function nextAt(persons: Int32Array, from: number): number | null {
  let low = 0;
  let high = persons.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (persons[middle] < from) low = middle + 1;
    else high = middle;
  }
  return persons[low] ?? null;
}

/** What stands before the noun by which somebody is brought up: "a senior". */
const BEFORE_NOUN = /\b(?:an?|one|another)\s(?:[\p{L}’'-]+\s){0,3}$/iu;
const LONGEST_BEFORE = 60;

/** Where words last bring up somebody by a noun in lower case: "a senior minister". */
function introductionIn(words: string, noun: string): Span | null {
  for (let at = words.lastIndexOf(noun); at > 0; at = words.lastIndexOf(noun, at - 1)) {
    const end = at + noun.length;
    const before = /^[^\p{L}]?$/u.test(words.charAt(end)) ? BEFORE_NOUN.exec(words.slice(Math.max(0, at - LONGEST_BEFORE), at)) : null;
    if (before) return { start: at - before[0].length, end };
  }
  return null;
}

function personPlaces(entities: readonly Entity[]): Int32Array {
  const persons = entities.filter(({ type }) => type === "person");
  const places = new Int32Array(persons.reduce((sum, { mentions }) => sum + mentions.length, 0));
  let count = 0;
  for (const { mentions } of persons) for (const { start } of mentions) places[count++] = start;
  return places.sort();
}

/** @param names how many sources have each name so far. */
function entityOf(text: string, { mentions }: Source, names: Map<string, number>): Entity {
  const inOrder = [...mentions].sort((a, b) => a.start - b.start || b.end - a.end);
  const apart = inOrder.filter(({ start }, i) => i === 0 || start >= inOrder[i - 1].end);
  const byKey = new Map<string, string>();
  for (const { start, end, kind } of apart) {
    const form = onOneLine(text.slice(start, end));
    if (kind === "nominal" && !byKey.has(form.toLowerCase())) byKey.set(form.toLowerCase(), form);
  }
  const forms = [...byKey.values()];
  const bare = (form: string): number => form.replace(ARTICLE, "").length;
  const fullest = forms.reduce((best, form) => (bare(form) > bare(best) ? form : best));
  const count = (names.get(fullest.toLowerCase()) ?? 0) + 1;
  names.set(fullest.toLowerCase(), count);
  return {
    id: "",
    type: "person",
    name: count === 1 ? fullest : `${fullest} (${count})`,
    aliases: forms.filter((form) => form !== fullest),
    roles: [],
    rolePlaces: [],
    anonymous: true,
    mentions: apart,
  };
}

function rounded(confidence: number): number {
  return Math.round(100 * confidence) / 100;
}
