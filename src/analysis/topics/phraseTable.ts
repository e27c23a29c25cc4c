import { memoByWord, type Words } from "../text/vocabulary.js";

/** What a word is to the topics: its number, and that of its singular. */
export interface TopicWord {
  readonly own: number;
  readonly singular: number;
  /** Whether it is a noun only behind a determiner: "the building". */
  readonly needsDeterminer: boolean;
}

/**
 * Phrases by numbers from 1, so that each is counted without its words being put together again.
 * A phrase is a word, or a word and the number of the phrase that it is put before.
 */
export class PhraseTable {
  readonly #topicWords = new Map<string, TopicWord | null>();
  /** The words that can be part of a topic; null, the first, stands for all others. */
  readonly #ofTopics: (TopicWord | null)[] = [null];
  readonly #numberOf = memoByWord((word) => {
    const topicWord = this.topicWord(word);
    return topicWord === null ? 0 : this.#ofTopics.push(topicWord) - 1;
  });
  readonly #rule: (word: string, table: PhraseTable) => TopicWord | null;
  readonly #words = new Map<string, number>();
  readonly #texts: string[] = [""];
  /** For each number the word and the phrase that it is put before; 0 for a single word. */
  #firsts = new Int32Array(1024);
  #rests = new Int32Array(1024);
  /** How rare the words of a phrase are, by its number, once that was asked for. */
  readonly #rarities = new Map<number, number>();
  #slots = new Int32Array(4096);
  #room = new Int32Array(1024);
  #count = 0;

  /** @param rule what a word is where it can be part of a topic, else null. */
  constructor(rule: (word: string, table: PhraseTable) => TopicWord | null) {
    this.#rule = rule;
  }

  /** How many phrases have a number; they are 1…count. */
  get count(): number {
    return this.#count;
  }

  /** How many words are remembered, those that are no topic's among them. */
  get words(): number {
    return this.#topicWords.size;
  }

  /** Room for so many numbers at least that are put down for a while; what stands in it stays there. */
  room(size: number): Int32Array {
    if (size > this.#room.length) {
      const larger = new Int32Array(size * 2);
      larger.set(this.#room);
      this.#room = larger;
    }
    return this.#room;
  }

  /** What a word is, as the rule says; the rule is asked once for each word. */
  topicWord(word: string): TopicWord | null {
    let known = this.#topicWords.get(word);
    if (known === undefined) {
      known = this.#rule(word, this);
      this.#topicWords.set(word, known);
    }
    return known;
  }

  /** The same of the word of a token. */
  topicWordAt(words: Words, token: number): TopicWord | null {
    return this.#ofTopics[this.#numberOf(words, token)];
  }

  /** The number of a word. */
  word(word: string): number {
    let number = this.#words.get(word);
    if (number === undefined) {
      number = this.#add(0, 0);
      this.#texts[number] = word;
      this.#words.set(word, number);
    }
    return number;
  }

  /** The number of the phrase that is a word put before a phrase. */
  before(word: number, phrase: number): number {
    const mask = this.#slots.length - 1;
    let slot = hashOf(word, phrase) & mask;
    for (let number = this.#slots[slot]; number !== 0; number = this.#slots[slot]) {
      if (this.#firsts[number] === word && this.#rests[number] === phrase) return number;
      slot = (slot + 1) & mask;
    }
    const number = this.#add(word, phrase);
    this.#slots[slot] = number;
    if (this.#count * 2 > this.#slots.length) this.#growSlots();
    return number;
  }

  /** The words of a phrase. */
  key(phrase: number): string {
    const first = this.#firsts[phrase];
    return first === 0 ? this.#texts[phrase] : `${this.#texts[first]} ${this.key(this.#rests[phrase])}`;
  }

  /** How rare a phrase is, as the rule says; the rule is asked once for each phrase. */
  rarity(phrase: number, rule: (key: string) => number): number {
    let known = this.#rarities.get(phrase);
    if (known === undefined) {
      known = rule(this.key(phrase));
      this.#rarities.set(phrase, known);
    }
    return known;
  }

  /** How many words a phrase has. */
  length(phrase: number): number {
    let words = 1;
    for (let rest = this.#rests[phrase]; rest !== 0; rest = this.#rests[rest]) words++;
    return words;
  }

  #add(first: number, rest: number): number {
    const number = ++this.#count;
    if (number >= this.#firsts.length) {
      this.#firsts = grown(this.#firsts);
      this.#rests = grown(this.#rests);
    }
    this.#firsts[number] = first;
    this.#rests[number] = rest;
    return number;
  }

  #growSlots(): void {
    const slots = new Int32Array(this.#slots.length * 4);
    const mask = slots.length - 1;
    for (let number = 1; number <= this.#count; number++) {
      if (this.#rests[number] === 0) continue;
      let slot = hashOf(this.#firsts[number], this.#rests[number]) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number;
    }
    this.#slots = slots;
  }
}

function hashOf(word: number, phrase: number): number {
  const mixed = Math.imul(Math.imul(word, 0x9e3779b1) ^ phrase, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

function grown(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}
