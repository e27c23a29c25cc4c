import { commonEnds } from "../text/commonEnds.js";
import { Evidence } from "./evidence.js";
import type { FirstLook } from "./firstLook.js";
import { type BlockVotes, CONTINUES, extendedKey } from "./votes.js";

/** Where more of the document's blocks than this share changed, its votes are counted anew. */
const MOST_CHANGED = 0.3;
/** Phrases without a vote are kept until there are so many more than votes of the document. */
const MOST_IDLE = 20_000;
/** A document with more votes than this introduces persons by their full names. */
const VOTES_OF_A_REPORT = 60;

/** The votes of the document that was tagged last. They are brought to its next state by the blocks that came and went. */
export class DocumentVotes {
  #evidence = new Evidence();
  #counted: readonly FirstLook[] = [];
  #changed: ReadonlySet<number> | null = null;
  #state = 1;
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
   * @returns the number of the state of its votes: the same as before where the votes are, or else one more.
   */
  bringTo(looks: readonly FirstLook[]): number {
    const changed = this.#count(looks);
    let votes = 0;
    for (const look of looks) votes += look.votes.length >> 1;
    const introduced = this.#introduces;
    this.#introduces = votes > VOTES_OF_A_REPORT;
    if (this.#introduces === introduced && changed?.size === 0) return this.#state;
    this.#changed = this.#introduces === introduced ? changed : null;
    return ++this.#state;
  }

  /** @returns the keys of the first words of the phrases on which there are other votes than before; null where they were counted anew. */
  #count(looks: readonly FirstLook[]): ReadonlySet<number> | null {
    const before = this.#counted;
    this.#counted = looks;
    const { from, behind } = commonEnds(before, looks, (a, b) => a === b);
    const came = looks.slice(from, looks.length - behind);
    const gone = before.slice(from, before.length - behind);
    if (came.length + gone.length > MOST_CHANGED * looks.length || this.#evidence.count > MOST_IDLE + 4 * looks.length) {
      this.#evidence = new Evidence();
      for (const look of looks) this.#evidence.add(look.votes);
      return null;
    }
    for (const { votes } of came) this.#evidence.add(votes);
    for (const { votes } of gone) this.#evidence.remove(votes);
    return changedWords(came, gone);
  }

  /** Whether what the document says of a block's words may differ from what it said in the state before. Votes on a phrase tell of its first word, too. */
  mayDiffer({ hashes }: FirstLook): boolean {
    if (this.#changed === null) return true;
    for (let i = 0; i < hashes.length; i++) if (this.#changed.has(extendedKey(0, hashes[i]))) return true;
    return false;
  }
}

interface Changed {
  /** How many more of the vote there are. */
  more: number;
  /** The key of the first word of its phrase. */
  readonly word: number;
}

/**
 * The keys of the first words of the phrases on which there are other votes. Where a letter is typed, a block comes with the votes of the
 * one that went.
 */
function changedWords(came: readonly FirstLook[], gone: readonly FirstLook[]): ReadonlySet<number> {
  const changes = new Map<string, Changed>();
  for (const { votes } of came) count(votes, 1, changes);
  for (const { votes } of gone) count(votes, -1, changes);
  const words = new Set<number>();
  for (const { more, word } of changes.values()) if (more !== 0) words.add(word);
  return words;
}

function count(votes: BlockVotes, times: number, changes: Map<string, Changed>): void {
  let word = 0;
  for (let i = 0; i < votes.length; i += 2) {
    if (i === 0 || votes[i - 1] !== CONTINUES) word = votes[i];
    const vote = `${votes[i]} ${votes[i + 1]}`;
    const known = changes.get(vote);
    if (known) known.more += times;
    else changes.set(vote, { more: times, word });
  }
}
