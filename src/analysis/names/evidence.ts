import { type BlockVotes, CONTINUES, KIND_STEP, SUPPORT, THING, VOTE_KINDS } from "./votes.js";

const KEPT_KINDS = VOTE_KINDS + 1;
/** Counted beside the votes, for what is unknown. */
const UNKNOWN = 5;

/**
 * What a whole document says of its names (after Krishnan and Manning 2006: an effective two-stage model for non-local dependencies):
 * votes of every name found at first look for all places with the same words. A phrase is known by its number.
 */
export class Evidence {
  /** For each slot the key and the number of its phrase plus 1; 0 where it is free. */
  #slots = new Int32Array(2 * 1024);
  #votes = new Int32Array(512 * KEPT_KINDS);
  /** For each phrase how many longer ones begin with it. */
  #longer = new Int32Array(512);
  #count = 0;

  /** How many phrases it has room for; those that lost their last vote stay among them. */
  get count(): number {
    return this.#count;
  }

  /** Counts a block's votes. */
  add(votes: BlockVotes): void {
    this.#reserve(votes.length >> 1);
    this.#tally(votes, 1);
  }

  /** Takes a block's votes out again. */
  remove(votes: BlockVotes): void {
    this.#tally(votes, -1);
  }

  #tally(votes: BlockVotes, times: number): void {
    for (let i = 0; i < votes.length; i += 2) {
      const phrase = this.#take(votes[i]);
      const vote = votes[i + 1];
      if (vote === CONTINUES) this.#longer[phrase] += times;
      else this.#votes[phrase * KEPT_KINDS + Math.trunc(vote / KIND_STEP)] += (vote % KIND_STEP) * times;
    }
  }

  #reserve(more: number): void {
    const needed = this.#count + more;
    if (needed > this.#longer.length) {
      const size = Math.max(needed, this.#longer.length * 2);
      this.#votes = enlarged(this.#votes, size * KEPT_KINDS);
      this.#longer = enlarged(this.#longer, size);
    }
    const before = this.#slots;
    if (needed * 4 <= before.length) return;
    this.#slots = new Int32Array(2 << (34 - Math.clz32(needed)));
    for (let from = 0; from < before.length; from += 2) {
      if (before[from + 1] === 0) continue;
      const to = this.#slotOf(before[from]);
      this.#slots[to] = before[from];
      this.#slots[to + 1] = before[from + 1];
    }
  }

  #slotOf(key: number): number {
    const slots = this.#slots;
    const mask = slots.length - 2;
    let slot = (Math.imul(key, 0x9e3779b1) << 1) & mask;
    while (slots[slot + 1] !== 0 && slots[slot] !== key) slot = (slot + 2) & mask;
    return slot;
  }

  #take(key: number): number {
    const slot = this.#slotOf(key);
    if (this.#slots[slot + 1] === 0) {
      this.#slots[slot] = key;
      this.#slots[slot + 1] = ++this.#count;
    }
    return this.#slots[slot + 1] - 1;
  }

  /** The phrase of the key; -1 where nothing is known of it. */
  find(key: number): number {
    return this.#slots[this.#slotOf(key) + 1] - 1;
  }

  /** Whether a person's full name has the word. */
  supportsPerson(word: number): boolean {
    return this.#votes[word * KEPT_KINDS + SUPPORT] > 0;
  }

  /** Whether a longer phrase that is known begins with this one. */
  continues(phrase: number): boolean {
    return this.#longer[phrase] > 0;
  }

  /**
   * What the votes speak for, without the one that this very place cast: an index in ENTITY_TYPES, NO_NAME or THING; -1 where there are none.
   * @param own the kind of the vote of this place; `ownTenths` is what it counted.
   */
  kindWithout(phrase: number, own: number, ownTenths: number): number {
    if (this.#votes[phrase * KEPT_KINDS + THING] > 0) return THING;
    let best = -1;
    let most = 0;
    for (let kind = 0; kind < VOTE_KINDS; kind++) {
      const count = this.#countWithout(phrase, kind, own, ownTenths);
      if (count > most) {
        most = count;
        best = kind;
      }
    }
    return best;
  }

  /** The share of these votes that a kind has, counted with half a vote for the unknown: 0..1. */
  shareWithout(phrase: number, wanted: number, own: number, ownTenths: number): number {
    let total = UNKNOWN;
    for (let kind = 0; kind < VOTE_KINDS; kind++) total += this.#countWithout(phrase, kind, own, ownTenths);
    return this.#countWithout(phrase, wanted, own, ownTenths) / total;
  }

  #countWithout(phrase: number, kind: number, own: number, ownTenths: number): number {
    return Math.max(0, this.#votes[phrase * KEPT_KINDS + kind] - (kind === own ? ownTenths : 0));
  }
}

function enlarged(numbers: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(length);
  larger.set(numbers);
  return larger;
}
