import type { NameMention } from "./nameMentions.js";

/**
 * The links among mentions as they were read last. They stay while the mentions stay what they are: linking looks at what the names are,
 * at their order, at which of them share a block, and at no offset.
 */
export class LinkMemory<Links> {
  readonly #read: (mentions: readonly NameMention[]) => Links;
  #mentions: readonly NameMention[] = [];
  #inOneBlock: readonly boolean[] = [];
  #links: Links | null = null;

  /** @param read links mentions in text order. */
  constructor(read: (mentions: readonly NameMention[]) => Links) {
    this.#read = read;
  }

  /** @param mentions in text order. */
  link(mentions: readonly NameMention[]): Links {
    const inOneBlock = sharingBlocks(mentions);
    if (this.#links === null || !areAllLinkedAlike(mentions, inOneBlock, this.#mentions, this.#inOneBlock)) {
      this.#links = this.#read(mentions);
      this.#mentions = mentions;
      this.#inOneBlock = inOneBlock;
    }
    return this.#links;
  }
}

/** For each mention, whether it stands in the block of the one before. It has to be kept: mentions are moved where they stand. */
export function sharingBlocks(mentions: readonly NameMention[]): readonly boolean[] {
  return mentions.map(({ block }, i) => i > 0 && mentions[i - 1].block === block);
}

function areAllLinkedAlike(
  mentions: readonly NameMention[],
  inOneBlock: readonly boolean[],
  before: readonly NameMention[],
  inOneBlockBefore: readonly boolean[],
): boolean {
  if (mentions.length !== before.length) return false;
  for (let i = 0; i < mentions.length; i++) {
    if (inOneBlock[i] !== inOneBlockBefore[i]) return false;
    if (mentions[i] !== before[i] && !areLinkedAlike(mentions, before, i)) return false;
  }
  return true;
}

/** Whether the mentions at an index of two lists are the same to all that links them. */
export function areLinkedAlike(mentions: readonly NameMention[], before: readonly NameMention[], index: number): boolean {
  const a = mentions[index];
  const b = before[index];
  return (
    a.form === b.form &&
    a.type === b.type &&
    a.title === b.title &&
    a.courtesy === b.courtesy &&
    a.bracketed === b.bracketed &&
    a.tie === b.tie &&
    a.personKey === b.personKey &&
    a.titleWords.length === b.titleWords.length &&
    a.titleWords.every((word, i) => word === b.titleWords[i]) &&
    ((a.tie === null && !a.bracketed) || areAsFar(mentions, before, index))
  );
}

/** So many mentions at most stand near enough before one to be tied to it; those between may be of other kinds. */
const MOST_TIED = 3;

/** Whether as many tokens stand between a mention and each of those before it: names far from each other are not tied. */
function areAsFar(mentions: readonly NameMention[], before: readonly NameMention[], index: number): boolean {
  for (let i = Math.max(0, index - MOST_TIED); i < index; i++) {
    const gap = mentions[index].firstToken - mentions[i].endToken;
    if (gap !== before[index].firstToken - before[i].endToken) return false;
  }
  return true;
}
