import type { Quote } from "../analysis.js";

const LONGEST_LOOK = 1500;
/** A word between a comma or mark and a comma or stop: "Never, Tom!", "my dear Watson,", "Come in, sir." */
const CALL =
  /(?:^["“‘'«]|[,;.!?—-]\s|\b(?:dear|poor|old|oh|ah|o|mr\.?|mrs\.?|miss|uncle|aunt)\s)\s*(?:my dear |my |dear |mr\.? |mrs\.? |miss |uncle |aunt |sir |dr\.? )?([\p{L}][\p{L}’'-]+)(?=[,.!?;]|\sdear\b|["”’'»]|\s[—-])/giu;
const CAPITALISED = /\p{Lu}[\p{L}’'-]{2,}/gu;

/** Words of a quotation that may name somebody, in lower case. */
export interface QuotedWords {
  /** Those by which somebody is called: between commas or at its ends, or with "dear" beside them. */
  readonly calls: ReadonlySet<string>;
  /** Those with capitals. */
  readonly names: ReadonlySet<string>;
}

export const NO_WORDS: QuotedWords = { calls: new Set(), names: new Set() };

/** What was read of the quotations of the text before: an edit reads only new ones. Those that an edit takes away are forgotten. */
export class QuotedWordsMemory {
  #before = new Map<string, QuotedWords>();
  #now = new Map<string, QuotedWords>();

  /** Begins the reading of a text. */
  begin(): void {
    this.#before = this.#now;
    this.#now = new Map();
  }

  read(text: string, { spans }: Quote): QuotedWords {
    if (spans.length === 1) return this.#readSpan(text, spans[0].start, spans[0].end);
    const read = spans.map(({ start, end }) => this.#readSpan(text, start, end));
    return { calls: new Set(read.flatMap(({ calls }) => [...calls])), names: new Set(read.flatMap(({ names }) => [...names])) };
  }

  #readSpan(text: string, start: number, end: number): QuotedWords {
    const words = text.slice(start, Math.min(end, start + LONGEST_LOOK));
    const known = this.#now.get(words) ?? this.#before.get(words) ?? readWords(words);
    this.#now.set(words, known);
    return known;
  }
}

function readWords(words: string): QuotedWords {
  const calls = new Set<string>();
  for (const match of words.matchAll(CALL)) calls.add(match[1].toLowerCase());
  const names = new Set<string>();
  for (const [word] of words.matchAll(CAPITALISED)) names.add(word.toLowerCase());
  return { calls, names };
}
