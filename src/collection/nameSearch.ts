import { nameWords } from "../analysis/identity/folding.js";
import nameData from "../analysis/identity/nameWords.json" with { type: "json" };
import { romanizationKey } from "../analysis/identity/personForms.js";

const PARTICLES: ReadonlySet<string> = new Set(nameData.particles);
const SHORTEST_ROMANIZED = 4;

/**
 * A key under which more romanizations of a word meet than those that join two names: Gaddafi, Qaddafi and Kadhafi; Khomeini and Homeini.
 * It finds, and never joins.
 */
export function looseKey(word: string): string {
  return romanizationKey(word)
    .replace(/^(?:k|g)h?(?=[aiu])/, "k")
    .replace(/dh/g, "d")
    .replace(/ou/g, "u")
    .replace(/^dj/, "j")
    .replace(/tch/g, "ch");
}

/** A name made ready to be searched: its words, and the romanization keys of those that differ from their words, a space before each. */
export function searchText(form: string): string {
  const words = nameWords(form);
  const keys = words.filter((word) => word.length >= SHORTEST_ROMANIZED).map((word) => `~${looseKey(word)}`);
  return ` ${words.join(" ")} ${keys.join(" ")} `;
}

/** A query of one or more words, read once. */
export class NameQuery {
  readonly #words: readonly { readonly word: string; readonly key: string | null }[];
  readonly #whole: string;

  /** @param query what the reader typed; particles ("al-") do not count beside other words. */
  constructor(query: string) {
    const words = nameWords(query);
    const telling = words.filter((word) => !PARTICLES.has(word));
    this.#whole = words.join(" ");
    this.#words = (telling.length > 0 ? telling : words).map((word) => ({
      word,
      key: word.length >= SHORTEST_ROMANIZED ? `~${looseKey(word)}` : null,
    }));
  }

  get isEmpty(): boolean {
    return this.#words.length === 0;
  }

  /**
   * How well a name fits: 0 not at all; otherwise the higher the better: parts of words, romanizations, beginnings of words, whole words, the whole name.
   * @param text what {@link searchText} gave.
   */
  score(text: string): number {
    let least = 4;
    for (const { word, key } of this.#words) {
      if (text.includes(word)) {
        if (!text.includes(` ${word} `)) least = Math.min(least, text.includes(` ${word}`) ? 3 : 1);
      } else if (key !== null && text.includes(key)) least = Math.min(least, 2);
      else return 0;
    }
    return least === 4 && text.startsWith(` ${this.#whole}  `.trimEnd()) ? 5 : least;
  }
}
