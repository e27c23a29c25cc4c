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

/** A name made ready to be searched: its words between spaces and marks for its ends, then the romanization keys of its longer words. */
export function searchText(form: string): string {
  const words = nameWords(form);
  const keys = words.filter((word) => word.length >= SHORTEST_ROMANIZED).map((word) => `~${looseKey(word)}`);
  return `^ ${words.join(" ")} $${keys.join("")}`;
}

/** A query of one or more words, read once. */
export class NameQuery {
  readonly #words: readonly { readonly word: string; readonly key: string | null }[];
  readonly #whole: string;
  /** The longest word, which the fewest names have. */
  readonly #rarest: { readonly word: string; readonly key: string | null };

  /** @param query what the reader typed; particles ("al-") do not count beside other words. */
  constructor(query: string) {
    const words = nameWords(query);
    const telling = words.filter((word) => !PARTICLES.has(word));
    this.#whole = words.join(" ");
    this.#words = (telling.length > 0 ? telling : words).map((word) => ({
      word,
      key: word.length >= SHORTEST_ROMANIZED ? `~${looseKey(word)}` : null,
    }));
    this.#rarest = this.#words.reduce((a, b) => (b.word.length > a.word.length ? b : a), { word: "", key: null });
  }

  get isEmpty(): boolean {
    return this.#words.length === 0;
  }

  /** Whether one of the names in a text can fit; true does not say that one does. @param texts several of what {@link searchText} gave. */
  mayFit(texts: string): boolean {
    return this.#words.every(({ word, key }) => texts.includes(word) || (key !== null && texts.includes(key)));
  }

  /** Where in a text names stand that can fit, in order; one name may come several times. @param texts as {@link mayFit} takes them. */
  *places(texts: string): IterableIterator<number> {
    const { word, key } = this.#rarest;
    let asWord = texts.indexOf(word);
    let asKey = key === null ? -1 : texts.indexOf(key);
    while (asWord >= 0 || asKey >= 0) {
      if (asKey < 0 || (asWord >= 0 && asWord < asKey)) {
        yield asWord;
        asWord = texts.indexOf(word, asWord + 1);
      } else {
        yield asKey;
        asKey = texts.indexOf(key ?? word, asKey + 1);
      }
    }
  }

  /**
   * How well a name fits: 0 not at all; otherwise the higher the better: parts of words, romanizations, beginnings of words, whole words, the whole name.
   * @param text what {@link searchText} gave, for one or more forms of one name.
   */
  score(text: string): number {
    let least = 4;
    for (const { word, key } of this.#words) {
      if (text.includes(word)) {
        if (!text.includes(` ${word} `)) least = Math.min(least, text.includes(` ${word}`) ? 3 : 1);
      } else if (key !== null && text.includes(key)) least = Math.min(least, 2);
      else return 0;
    }
    return least === 4 && text.includes(`^ ${this.#whole} $`) ? 5 : least;
  }
}
