import type { EntityType } from "../analysis.js";
import type { NameSpan } from "../names/nameTagger.js";
import type { Block, SourceText } from "../text/sourceText.js";
import { copyOf } from "../text/vocabulary.js";
import { foldWord } from "./folding.js";
import { givenNameGender } from "./genders.js";
import { honorificClass, isRank, type NameForm, readNameForm, type TitleClass } from "./nameForms.js";
import { isKin, type NameTie, tieBetween } from "./nameTies.js";
import { positionOf } from "./positions.js";
import type { Position } from "./pronounFeatures.js";
import type { FoundRole } from "./rolePhrases.js";

/**
 * A name in its place. Offsets are of the document, token indices of the block. A name whose block was met before is put into its
 * new place, so that an edit elsewhere costs it nothing.
 */
export interface NameMention {
  start: number;
  end: number;
  block: number;
  readonly type: EntityType;
  /** The tagger's confidence. */
  readonly confidence: number;
  readonly form: NameForm;
  readonly firstToken: number;
  /** The first token after the name. */
  readonly endToken: number;
  /** The kind of title in or before the name, or null. */
  readonly title: TitleClass | null;
  /** The courtesy title, or the one that the given name of a full name asks for where there is none. */
  readonly courtesy: TitleClass | null;
  /** Name and courtesy title in one: equal keys are one person. */
  readonly personKey: string;
  /** The folded words of the titles in or before the name. */
  readonly titleWords: readonly string[];
  /** Whether the name stands in brackets right after another name, which is then the mention before it. */
  readonly bracketed: boolean;
  /** What the words between say of it and the name before it in its block. */
  readonly tie: NameTie | null;
  /** Whether the text brings somebody up as another's kin: "His brother Jan Weld", "Jan Weld, his brother,". */
  readonly asKin: boolean;
  /** Whether the text brings somebody up as the heir of the name: "His son, Congressman Jan Weld II". */
  readonly asHeir: boolean;
  /** Whether a sentence begins with it as the name that somebody was born with: "Born Margaret Hale in Vesk, she". */
  readonly asBorn: boolean;
  /** Whether it stands behind "the": "the Halden", a ship. */
  readonly behindThe: boolean;
  /** How the name stands in its sentence. */
  readonly position: Position;
  /** The roles beside it, once they were read. */
  roles: ReadRoles | null;
}

/** The roles beside a name, as they were read when the name began at `start` and its entity was of the type. */
export interface ReadRoles {
  readonly type: EntityType;
  readonly start: number;
  readonly found: readonly FoundRole[];
}

/** The names of a block, as they were placed last. */
interface PlacedNames {
  mentions: readonly NameMention[];
  /** Where the block began then. */
  start: number;
  /** The reading that it was placed in last. */
  reading: number;
  /** The names of the same block where it stands in one document again. */
  again: PlacedNames | null;
}

/** The names of the blocks that were met before. */
export class PlacedNameMemory {
  readonly #blocks = new WeakMap<Block, PlacedNames>();
  #reading = 0;

  /** Begins the reading of a document. */
  begin(): void {
    this.#reading++;
  }

  /** The same names in their new place, or null where the block was not met, or not so often, or with other names. */
  move(block: Block, index: number, start: number, names: readonly NameSpan[], from: number, to: number): readonly NameMention[] | null {
    let known = this.#blocks.get(block) ?? null;
    while (known && (known.reading === this.#reading || !areSame(known, start, names, from, to))) known = known.again;
    if (!known) return null;
    known.reading = this.#reading;
    known.start = start;
    for (let i = from; i < to; i++) {
      const mention = known.mentions[i - from];
      mention.start = names[i].start;
      mention.end = names[i].end;
      mention.block = index;
    }
    return known.mentions;
  }

  keep(block: Block, start: number, mentions: readonly NameMention[]): void {
    const first = this.#blocks.get(block) ?? null;
    let outdated = first;
    while (outdated?.reading === this.#reading) outdated = outdated.again;
    if (outdated) {
      outdated.mentions = mentions;
      outdated.start = start;
      outdated.reading = this.#reading;
    } else this.#blocks.set(block, { mentions, start, reading: this.#reading, again: first });
  }
}

function areSame({ mentions, start: before }: PlacedNames, start: number, names: readonly NameSpan[], from: number, to: number): boolean {
  if (mentions.length !== to - from) return false;
  for (let i = from; i < to; i++) {
    const mention = mentions[i - from];
    const name = names[i];
    if (mention.start - before !== name.start - start || mention.end - before !== name.end - start) return false;
    if (mention.type !== name.type || mention.confidence !== name.confidence) return false;
  }
  return true;
}

/** What was read of names before, by their surface; an edit reads only new surfaces. */
export class NameFormMemory {
  readonly #forms = new Map<string, NameForm>();
  readonly #limit: number;

  /** @param limit how many surfaces are kept before the memory is emptied. */
  constructor(limit = 50_000) {
    this.#limit = limit;
  }

  read(surface: string): NameForm {
    const known = this.#forms.get(surface);
    if (known) return known;
    const own = copyOf(surface, 0, surface.length);
    const form = readNameForm(own);
    if (this.#forms.size >= this.#limit) this.#forms.clear();
    this.#forms.set(own, form);
    return form;
  }
}

/** Puts names into their blocks and reads the titles before them. @param names in text order, none crossing another. */
export function placeNames(source: SourceText, names: readonly NameSpan[], forms: NameFormMemory, memory: PlacedNameMemory): NameMention[] {
  const placed: NameMention[] = [];
  const { blocks } = source;
  memory.begin();
  let index = 0;
  for (let from = 0; from < names.length && blocks.length > 0; ) {
    while (index + 1 < blocks.length && blocks[index + 1].start <= names[from].start) index++;
    const limit = index + 1 < blocks.length ? blocks[index + 1].start : Number.POSITIVE_INFINITY;
    let to = from + 1;
    while (to < names.length && names[to].start < limit) to++;
    const { start, block } = blocks[index];
    let mentions = memory.move(block, index, start, names, from, to);
    if (!mentions) {
      mentions = placeInBlock(source, index, names, from, to, forms);
      if (names[to - 1].end <= start + block.text.length) memory.keep(block, start, mentions);
    }
    for (let i = 0; i < mentions.length; i++) placed.push(mentions[i]);
    from = to;
  }
  return placed;
}

/** @param from the first of the names in the block; @param to behind the last. */
function placeInBlock(
  { text, blocks }: SourceText,
  index: number,
  names: readonly NameSpan[],
  from: number,
  to: number,
  forms: NameFormMemory,
): readonly NameMention[] {
  const { start, block } = blocks[index];
  const { tokens } = block;
  const placed: NameMention[] = [];
  let token = 0;
  let sentence = 0;
  for (let i = from; i < to; i++) {
    const { start: nameStart, end, type, confidence } = names[i];
    if (end <= nameStart) continue;
    token = firstEndingBehind(tokens.ends, token, tokens.count, nameStart - start);
    let endToken = token;
    while (endToken < tokens.count && start + tokens.starts[endToken] < end) endToken++;
    while (sentence + 1 < block.sentences.length && block.sentences[sentence + 1] <= token) sentence++;
    const form = forms.read(text.slice(nameStart, end));
    const before = placed[placed.length - 1];
    const titles = titlesBefore(block.text, tokens, token);
    const { person } = form;
    const title = person.title !== null && person.title !== "other" ? person.title : (titles.kind ?? person.title);
    placed.push({
      start: nameStart,
      end,
      block: index,
      type,
      confidence,
      form,
      firstToken: token,
      endToken,
      title,
      courtesy: courtesyOf(title, form),
      personKey: title === null || title === "other" ? person.key : `${person.key}|${title}`,
      titleWords: titles.words.length > 0 ? [...titles.words, ...person.titleWords] : person.titleWords,
      tie: before === undefined ? null : tieBetween(block, before.endToken, token),
      bracketed: before !== undefined && opensBracket(block.text, tokens, before.endToken, token) && block.words[endToken] !== ":",
      asKin:
        type === "person" &&
        (isKinBefore(block, beforeTitles(block.lower, token)) ||
          isKinBehind(block, endToken) ||
          (before?.asKin === true && isListed(block.lower, before.endToken, token))),
      asHeir: person.generation !== null && (isKinBefore(block, beforeTitles(block.lower, token)) || isHeirBehind(block, endToken, form)),
      asBorn: type === "person" && block.words[token - 1] === "Born" && /^(?:in|at|on|near|to|,)$/.test(block.lower[endToken] ?? ""),
      behindThe: block.lower[token - 1] === "the",
      position: positionOf(block, token, endToken, block.sentences[sentence] ?? 0),
      roles: null,
    });
  }
  // A copy has no more room than it needs, and very many are kept.
  return placed.slice();
}

/** Whose kin somebody is. */
const WHOSE = /^(?:his|her|their|['’]s)$/;

/** "His brother", "Weld's late father,", before a name. */
function isKinBefore({ lower }: Block, first: number): boolean {
  if (!isKin(lower[first - 1] ?? "")) return false;
  for (let i = first - 2; i >= first - 3 && i >= 0; i--) if (WHOSE.test(lower[i])) return true;
  return false;
}

/** ", his brother", ", Weld's late father", behind a name. */
function isKinBehind({ lower }: Block, end: number): boolean {
  if (lower[end] !== ",") return false;
  for (let i = end + 1; i <= end + 2; i++) {
    if (WHOSE.test(lower[i] ?? "")) {
      const kin = isKin(lower[i + 1] ?? "") ? i + 1 : isKin(lower[i + 2] ?? "") ? i + 2 : -1;
      return kin >= 0 && /^[,.;:)]$/.test(lower[kin + 1] ?? ".");
    }
  }
  return false;
}

/** Behind the kin in "His son, Congressman" before a name. */
function beforeTitles(lower: readonly string[], first: number): number {
  let at = first;
  while (at > 0 && first - at < 4 && (/^[,.]$/.test(lower[at - 1]) || isRank(lower[at - 1]))) at--;
  return at;
}

/** ", the son of Mr Weld" behind Jan Weld, Jr. */
function isHeirBehind({ lower }: Block, end: number, { person: { parts } }: NameForm): boolean {
  const son = /^(?:the|a)$/.test(lower[end + 1] ?? "") ? end + 2 : end + 1;
  if (lower[end] !== "," || !/^(?:son|grandson|nephew)$/.test(lower[son] ?? "") || lower[son + 1] !== "of") return false;
  return lower.slice(son + 2, son + 6).some((word) => foldWord(word) === parts[parts.length - 1]);
}

/** "His sons Jan Weld and Ole Weld", "Jan, Ole and Per". */
function isListed(lower: readonly string[], end: number, first: number): boolean {
  for (let i = end; i < first; i++) if (lower[i] !== "and" && lower[i] !== ",") return false;
  return first > end;
}

function courtesyOf(title: TitleClass | null, { surface, person: { parts } }: NameForm): TitleClass | null {
  // "Roman-Hale" is no Roman, but a surname of two.
  if ((title !== null && title !== "other") || parts.length < 2 || !surface.includes(" ")) return title;
  const gender = givenNameGender(parts[0]);
  return gender === "female" ? "ms" : gender === "male" ? "mr" : title;
}

/** The first of the tokens low..high that ends behind an offset. */
function firstEndingBehind(ends: Int32Array, low: number, high: number, offset: number): number {
  let first = low;
  let behind = high;
  while (first < behind) {
    const middle = (first + behind) >> 1;
    if (ends[middle] <= offset) first = middle + 1;
    else behind = middle;
  }
  return first;
}

const NO_TITLES = { kind: null, words: [] } as const;

function titlesBefore(
  text: string,
  tokens: { readonly starts: Int32Array; readonly ends: Int32Array },
  first: number,
): { readonly kind: TitleClass | null; readonly words: readonly string[] } {
  let kind: TitleClass | null = null;
  let words: string[] | null = null;
  for (let i = first - 1; i >= 0 && i >= first - 4; i--) {
    const length = tokens.ends[i] - tokens.starts[i];
    const code = text.charCodeAt(tokens.starts[i]);
    // "GOV. ANN WELD": in capitals the stop is a token of its own.
    if (code === 0x2e && i > 0 && tokens.ends[i - 1] === tokens.starts[i]) continue;
    if (length > 14 || code < 0x41 || code > 0x5a) break;
    const raw = text.slice(tokens.starts[i], tokens.ends[i]);
    const word = foldWord(raw.endsWith(".") ? raw.slice(0, -1) : raw);
    const courtesy = honorificClass(word);
    if (courtesy === null && !isRank(word)) break;
    if (kind === null || kind === "other") kind = courtesy ?? kind ?? "other";
    if (words) words.unshift(word);
    else words = [word];
  }
  return words ? { kind, words } : NO_TITLES;
}

function opensBracket(
  text: string,
  tokens: { readonly starts: Int32Array; readonly ends: Int32Array },
  after: number,
  first: number,
): boolean {
  const gap = first - after;
  if (gap < 1 || gap > 3) return false;
  for (let i = after; i < first; i++) if (text.charCodeAt(tokens.starts[i]) === 0x28) return i === first - 1 || gap <= 3;
  return false;
}
