import type { EntityType } from "../analysis.js";
import type { NameSpan } from "../names/nameTagger.js";
import type { SourceText } from "../text/sourceText.js";
import { foldWord } from "./folding.js";
import { honorificClass, isRank, type NameForm, readNameForm, type TitleClass } from "./nameForms.js";

/** A name in its place. Offsets are of the document, token indices of the block. */
export interface NameMention {
  readonly start: number;
  readonly end: number;
  readonly type: EntityType;
  /** The tagger's confidence. */
  readonly confidence: number;
  readonly form: NameForm;
  readonly block: number;
  readonly firstToken: number;
  /** The first token after the name. */
  readonly endToken: number;
  /** The kind of title in or before the name, or null. */
  readonly title: TitleClass | null;
  /** The folded words of the titles in or before the name. */
  readonly titleWords: readonly string[];
  /** Whether the name stands in brackets right after another name, which is then the mention before it. */
  readonly bracketed: boolean;
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
    const form = readNameForm(surface);
    if (this.#forms.size >= this.#limit) this.#forms.clear();
    this.#forms.set(surface, form);
    return form;
  }
}

/** Puts names into their blocks and reads the titles before them. @param names in text order, none crossing another. */
export function placeNames(source: SourceText, names: readonly NameSpan[], forms: NameFormMemory): NameMention[] {
  const placed: NameMention[] = [];
  const { blocks, text } = source;
  let block = 0;
  let token = 0;
  for (const name of names) {
    while (block + 1 < blocks.length && blocks[block + 1].start <= name.start) {
      block++;
      token = 0;
    }
    if (block >= blocks.length || name.end <= name.start) continue;
    const { start, block: words } = blocks[block];
    const { tokens } = words;
    token = firstEndingBehind(tokens.ends, token, tokens.count, name.start - start);
    let endToken = token;
    while (endToken < tokens.count && start + tokens.starts[endToken] < name.end) endToken++;
    const form = forms.read(text.slice(name.start, name.end));
    const before = placed[placed.length - 1];
    const titles = titlesBefore(words.text, tokens, token);
    const { person } = form;
    placed.push({
      start: name.start,
      end: name.end,
      type: name.type,
      confidence: name.confidence,
      form,
      block,
      firstToken: token,
      endToken,
      title: person.title !== null && person.title !== "other" ? person.title : (titles.kind ?? person.title),
      titleWords: titles.words.length > 0 ? [...titles.words, ...person.titleWords] : person.titleWords,
      bracketed: before !== undefined && before.block === block && opensBracket(words.text, tokens, before.endToken, token),
    });
  }
  return placed;
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
