import { Evidence, extendedKey } from "./evidence.js";
import type { FirstLook } from "./firstLook.js";

/** Where more of the document's blocks than this share changed, its votes are counted anew. */
const MOST_CHANGED = 0.3;
/** Phrases without a vote are kept until there are so many more than votes of the document. */
const MOST_IDLE = 20_000;
/** A document with more votes than this introduces persons by their full names. */
const VOTES_OF_A_REPORT = 60;

/** The votes of the document that was tagged last. They are brought to its next state by the blocks that came and went. */
export class DocumentVotes {
  #evidence = new Evidence();
  #counted: ReadonlyMap<FirstLook, number> = new Map();
  #changed: ReadonlySet<number> | null = null;
  #state = 0;
  #introduces = false;

  get evidence(): Evidence {
    return this.#evidence;
  }

  /** Whether the document is long enough to name persons in full before it names them by one word. */
  get introduces(): boolean {
    return this.#introduces;
  }

  /**
   * Counts what the blocks of a document say.
   * @returns the number of this state, one more than that of the state before.
   */
  bringTo(looks: readonly FirstLook[]): number {
    this.#count(looks);
    let votes = 0;
    for (const look of looks) votes += look.votes.length >> 1;
    const introduced = this.#introduces;
    this.#introduces = votes > VOTES_OF_A_REPORT;
    if (this.#introduces !== introduced) this.#changed = null;
    return ++this.#state;
  }

  #count(looks: readonly FirstLook[]): void {
    const counts = new Map<FirstLook, number>();
    for (const look of looks) if (look.votes.length > 0) counts.set(look, (counts.get(look) ?? 0) + 1);
    const before = this.#counted;
    this.#counted = counts;
    const came: FirstLook[] = [];
    const gone: FirstLook[] = [];
    for (const [look, count] of counts) for (let n = before.get(look) ?? 0; n < count; n++) came.push(look);
    for (const [look, count] of before) for (let n = counts.get(look) ?? 0; n < count; n++) gone.push(look);
    if (came.length + gone.length > MOST_CHANGED * looks.length || this.#evidence.count > MOST_IDLE + 4 * counts.size) {
      this.#evidence = new Evidence();
      for (const look of looks) this.#evidence.add(look.votes);
      this.#changed = null;
      return;
    }
    const changed = new Set<number>();
    for (const { votes } of came) {
      this.#evidence.add(votes);
      addKeys(votes, changed);
    }
    for (const { votes } of gone) {
      this.#evidence.remove(votes);
      addKeys(votes, changed);
    }
    this.#changed = changed;
  }

  /** Whether what the document says of a block's words may differ from what it said in the state before. Votes on a phrase tell of its first word, too. */
  mayDiffer({ hashes }: FirstLook): boolean {
    if (this.#changed === null) return true;
    if (this.#changed.size === 0) return false;
    for (let i = 0; i < hashes.length; i++) if (this.#changed.has(extendedKey(0, hashes[i]))) return true;
    return false;
  }
}

function addKeys(votes: Int32Array, keys: Set<number>): void {
  for (let i = 0; i < votes.length; i += 2) keys.add(votes[i]);
}
