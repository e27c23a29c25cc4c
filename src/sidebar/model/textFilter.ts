import type { Span } from "../../analysis/analysis.js";

const PLAIN_ALREADY = /^[ -~]*$/;
const MARK = /\p{M}/gu;

/** Letters that Unicode does not decompose, and the typographic forms of an apostrophe and a hyphen. */
const PLAIN_FORMS: ReadonlyMap<string, string> = new Map([
  ["ß", "ss"],
  ["æ", "ae"],
  ["œ", "oe"],
  ["ø", "o"],
  ["đ", "d"],
  ["ð", "d"],
  ["þ", "th"],
  ["ł", "l"],
  ["ħ", "h"],
  ["ı", "i"],
  ["\u0640", ""],
  ["‘", "'"],
  ["’", "'"],
  ["ʻ", "'"],
  ["ʼ", "'"],
  ["ʿ", "'"],
  ["ʾ", "'"],
  ["“", '"'],
  ["”", '"'],
  ["‐", "-"],
  ["‑", "-"],
  ["–", "-"],
  ["—", "-"],
]);

function plainForm(character: string): string {
  const lower = character.normalize("NFKD").replace(MARK, "").toLowerCase();
  return PLAIN_FORMS.get(lower) ?? lower;
}

/** @returns the text in lower case, without accents, vowel signs and typographic marks. */
export function plainText(text: string): string {
  if (PLAIN_ALREADY.test(text)) return text.toLowerCase();
  let plain = "";
  for (const character of text) plain += plainForm(character);
  return plain;
}

/** What a reader typed to narrow a tree: words that all have to occur, whatever their case and accents. */
export class TextFilter {
  readonly #words: readonly string[];

  constructor(readonly query: string) {
    this.#words = plainText(query)
      .split(/\s+/)
      .filter((word) => word !== "");
  }

  get isEmpty(): boolean {
    return this.#words.length === 0;
  }

  /** @returns whether every word of the filter occurs in one of the texts. */
  matches(...texts: readonly string[]): boolean {
    if (this.isEmpty) return true;
    const plain = texts.map(plainText);
    return this.#words.every((word) => plain.some((text) => text.includes(word)));
  }

  /** @returns where the filter's words stand in a text, in UTF-16 offsets, in order and without overlap. */
  places(text: string): readonly Span[] {
    if (this.isEmpty) return [];
    const offsets: number[] = [];
    let plain = "";
    let offset = 0;
    for (const character of text) {
      const form = plainForm(character);
      for (let unit = 0; unit < form.length; unit++) offsets.push(offset);
      plain += form;
      offset += character.length;
    }
    offsets.push(offset);
    const places: Span[] = [];
    for (const word of this.#words) {
      for (let at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + word.length)) {
        places.push({ start: offsets[at], end: offsets[at + word.length] });
      }
    }
    return withoutOverlap(places);
  }
}

function withoutOverlap(places: readonly Span[]): readonly Span[] {
  const kept: Span[] = [];
  for (const place of [...places].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (place.end > place.start && (!last || place.start >= last.end)) kept.push(place);
  }
  return kept;
}
