import { type BlockVotes, CONTINUES, KIND_STEP, SUPPORT, THING, VOTE_KINDS } from "./votes.js";

const KEPT_KINDS = VOTE_KINDS + 1;
/** Counted beside the votes, for what is unknown. */
const UNKNOWN = 5;

/**
 * What a whole document says of its names (after Krishnan and Manning 2006: an effective two-stage model for non-local dependencies):
 * votes of every name found at first look for all places with the same words. A phrase is known by its number.
 */
export class Evidence {
  #keys = new Int32Array(1024);
  /** For each slot the number of its phrase plus 1; 0 where it is free. */
  #phrases = new Int32Array(1024);
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
    if (needed * 2 <= this.#keys.length) return;
    const [keys, phrases] = [this.#keys, this.#phrases];
    const size = 1 << (34 - Math.clz32(needed));
    this.#keys = new Int32Array(size);
    this.#phrases = new Int32Array(size);
    for (let slot = 0; slot < keys.length; slot++) {
      if (phrases[slot] === 0) continue;
      const to = this.#slotOf(keys[slot]);
      this.#keys[to] = keys[slot];
      this.#phrases[to] = phrases[slot];
    }
  }

  #slotOf(key: number): number {
    const mask = this.#keys.length - 1;
    let slot = Math.imul(key, 0x9e3779b1) & mask;
    while (this.#phrases[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  #take(key: number): number {
    const slot = this.#slotOf(key);
    if (this.#phrases[slot] === 0) {
      this.#keys[slot] = key;
      this.#phrases[slot] = ++this.#count;
    }
    return this.#phrases[slot] - 1;
  }

  /** The phrase of the key; -1 where nothing is known of it. */
  find(key: number): number {
    return this.#phrases[this.#slotOf(key)] - 1;
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
