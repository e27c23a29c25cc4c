import { type JoinedNames, joinNames, type LinkedName } from "./entities.js";
import type { NameMention } from "./nameMentions.js";

/**
 * What was joined last. While somebody types, the names of a document mostly stay what they are and only move; then the links among them
 * stay too, since joining looks at what the names are, at their order, and at which of them share a block, and at no offset.
 */
export class JoinMemory {
  #mentions: readonly NameMention[] = [];
  /** For each mention, whether it stands in the block of the one before. */
  #inOneBlock: readonly boolean[] = [];
  #joined: JoinedNames = { entities: [], names: [] };

  /** Joins name mentions into entities, as joinNames does. @param mentions in text order. */
  join(mentions: readonly NameMention[]): JoinedNames {
    const inOneBlock = mentions.map(({ block }, i) => i > 0 && mentions[i - 1].block === block);
    const kept = this.#areJoinedAlike(mentions, inOneBlock);
    if (!kept) this.#joined = joinNames(mentions);
    else if (mentions.some((mention, i) => mention !== this.#mentions[i])) this.#joined = withMentions(this.#joined, mentions);
    this.#mentions = mentions;
    this.#inOneBlock = inOneBlock;
    return this.#joined;
  }

  #areJoinedAlike(mentions: readonly NameMention[], inOneBlock: readonly boolean[]): boolean {
    if (mentions.length !== this.#mentions.length) return false;
    for (let i = 0; i < mentions.length; i++) {
      if (inOneBlock[i] !== this.#inOneBlock[i]) return false;
      if (mentions[i] !== this.#mentions[i] && !areAlike(mentions[i], this.#mentions[i])) return false;
    }
    return true;
  }
}

/** Whether two mentions are the same to all that joining asks of them. */
function areAlike(a: NameMention, b: NameMention): boolean {
  return (
    a.form === b.form &&
    a.type === b.type &&
    a.confidence === b.confidence &&
    a.title === b.title &&
    a.courtesy === b.courtesy &&
    a.bracketed === b.bracketed &&
    a.personKey === b.personKey &&
    a.titleWords.length === b.titleWords.length &&
    a.titleWords.every((word, i) => word === b.titleWords[i])
  );
}

/** The same links among other mentions. */
function withMentions({ entities, names }: JoinedNames, mentions: readonly NameMention[]): JoinedNames {
  const namesOf: LinkedName[][] = entities.map(() => []);
  const moved = names.map(({ entity, confidence }, i): LinkedName => {
    const name = { mention: mentions[i], entity, confidence };
    namesOf[entity].push(name);
    return name;
  });
  return { entities: entities.map((entity, i) => ({ ...entity, names: namesOf[i] })), names: moved };
}
