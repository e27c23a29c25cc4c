import type { Analyzer } from "../analysis/analyze.js";

export interface ReadAheadParts {
  readonly createAnalyzer: () => Analyzer;
  /** A text of our own to practise on. */
  readonly practice: string;
  /** The texts of the documents that stand beside one in its folder, the likeliest to be opened next first. */
  readonly textsBeside: (uri: string) => readonly string[];
  /** The text of a document as it stands on the disk; null where it cannot be read there. */
  readonly textAt: (uri: string) => string | null;
  /** Calls the function after so many milliseconds, unless it is called off before. @returns calls it off. */
  readonly after: (milliseconds: number, work: () => void) => () => void;
}

/** So long nothing is asked before the documents beside the one in front are read, and between two of them. */
const QUIET = 400;
const BETWEEN = 60;
/** So many analyzers are kept, each with what it learned of its text. */
const MOST_KEPT = 8;
/** A longer text is not kept. */
const LONGEST_TEXT = 100_000;

/**
 * Reads the documents that the reader may open next while nothing else is to be done, and keeps what was learned of them and of those
 * that were closed: a text that is met again has its analysis at once.
 */
export class ReadAhead {
  readonly #parts: ReadAheadParts;
  /** The analyzers by their texts, the one that was met last at the end. */
  readonly #kept = new Map<string, Analyzer>();
  #callOff: (() => void) | null = null;
  /** The document from which was read ahead last. */
  #from: string | null = null;
  #practised = false;

  constructor(parts: ReadAheadParts) {
    this.#parts = parts;
  }

  /** The analyzer that knows a text, and is given away with it. */
  take(text: string): Analyzer | null {
    this.#practised = true;
    const known = this.#kept.get(text) ?? null;
    this.#kept.delete(text);
    return known;
  }

  keep(text: string, analyzer: Analyzer): void {
    if (text.length > LONGEST_TEXT) return;
    this.#kept.delete(text);
    this.#kept.set(text, analyzer);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MOST_KEPT) return;
      this.#kept.delete(oldest);
    }
  }

  /** Something was asked: what was about to be read has to wait. */
  pause(): void {
    this.#callOff?.();
    this.#callOff = null;
  }

  /**
   * Nothing was asked yet: a text of our own is read, for the first text takes several times what the next ones take, while the models are
   * opened and the code is compiled.
   */
  practise(): void {
    if (this.#callOff || this.#practised) return;
    this.#callOff = this.#parts.after(0, () => {
      this.#callOff = null;
      this.#practised = true;
      this.#parts.createAnalyzer().analyze(this.#parts.practice);
    });
  }

  /** Reads a document that is about to be opened, while its text is on the way. */
  read(uri: string): void {
    const text = this.#parts.textAt(uri);
    if (text === null) return;
    this.#practised = true;
    this.#learn(text);
  }

  /** Nothing is to be done; the documents beside this one may be read. */
  rest(uri: string): void {
    if (this.#callOff || this.#from === uri) return;
    this.#callOff = this.#parts.after(QUIET, () => {
      this.#from = uri;
      this.#readNext(this.#parts.textsBeside(uri));
    });
  }

  #readNext([text, ...others]: readonly string[]): void {
    this.#callOff = null;
    if (text === undefined) return;
    this.#learn(text);
    this.#callOff = this.#parts.after(BETWEEN, () => this.#readNext(others));
  }

  #learn(text: string): void {
    if (text.length > LONGEST_TEXT || this.#kept.has(text)) return;
    const analyzer = this.#parts.createAnalyzer();
    // A text that cannot be analysed is told of when its document is opened.
    if (succeeds(() => analyzer.analyze(text))) this.keep(text, analyzer);
  }
}

function succeeds(work: () => void): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}
