import { type JoinedNames, joinNames, type LinkedName, typeOf } from "./entities.js";
import { findPersons } from "./nameKinds.js";
import type { NameMention } from "./nameMentions.js";

/**
 * What was joined last. While somebody types, the names of a document mostly stay what they are and only move; then the links among them
 * stay too, since joining looks at what the names are, at their order, and at which of them share a block, and at no offset. How sure
 * the tagger was of them decides only which of them are persons, and of which type the others are.
 */
export class JoinMemory {
  #mentions: readonly NameMention[] = [];
  /** For each mention, whether it stands in the block of the one before. */
  #inOneBlock: readonly boolean[] = [];
  #isPerson: readonly boolean[] = [];
  #joined: JoinedNames = { entities: [], names: [] };

  /** Joins name mentions into entities, as joinNames does. @param mentions in text order. */
  join(mentions: readonly NameMention[]): JoinedNames {
    const inOneBlock = mentions.map(({ block }, i) => i > 0 && mentions[i - 1].block === block);
    this.#joined = this.#joinedAgain(mentions, inOneBlock) ?? this.#joinedAnew(mentions);
    this.#mentions = mentions;
    this.#inOneBlock = inOneBlock;
    return this.#joined;
  }

  #joinedAnew(mentions: readonly NameMention[]): JoinedNames {
    this.#isPerson = findPersons(mentions);
    return joinNames(mentions, this.#isPerson);
  }

  /** The links as they were; null where they may have become others. */
  #joinedAgain(mentions: readonly NameMention[], inOneBlock: readonly boolean[]): JoinedNames | null {
    if (mentions.length !== this.#mentions.length) return null;
    const others = new Set<number>();
    let weighedAlike = true;
    for (let i = 0; i < mentions.length; i++) {
      if (inOneBlock[i] !== this.#inOneBlock[i]) return null;
      const before = this.#mentions[i];
      if (mentions[i] === before) continue;
      if (!areLinkedAlike(mentions[i], before)) return null;
      weighedAlike &&= mentions[i].confidence === before.confidence;
      others.add(this.#joined.names[i].entity);
    }
    if (others.size === 0) return this.#joined;
    if (!weighedAlike) {
      const isPerson = findPersons(mentions);
      if (isPerson.some((is, i) => is !== this.#isPerson[i])) return null;
    }
    const joined = withMentions(this.#joined, mentions, others);
    for (const entity of others) {
      const { type, names } = joined.entities[entity];
      if (type !== typeOf(type === "person", names)) return null;
    }
    return joined;
  }
}

/** Whether two mentions are the same to all that links them. */
function areLinkedAlike(a: NameMention, b: NameMention): boolean {
  return (
    a.form === b.form &&
    a.type === b.type &&
    a.title === b.title &&
    a.courtesy === b.courtesy &&
    a.bracketed === b.bracketed &&
    a.tie === b.tie &&
    a.personKey === b.personKey &&
    a.titleWords.length === b.titleWords.length &&
    a.titleWords.every((word, i) => word === b.titleWords[i])
  );
}

/** The same links among other mentions. @param others the entities of which mentions are others. */
function withMentions({ entities, names }: JoinedNames, mentions: readonly NameMention[], others: ReadonlySet<number>): JoinedNames {
  const namesOf = new Map<number, LinkedName[]>(Array.from(others, (entity) => [entity, []]));
  const moved = names.map((known, i): LinkedName => {
    const { entity, confidence, mention } = known;
    const name = mention === mentions[i] ? known : { mention: mentions[i], entity, confidence };
    namesOf.get(entity)?.push(name);
    return name;
  });
  return {
    entities: entities.map((entity, i) => {
      const names = namesOf.get(i);
      return names ? { ...entity, names } : entity;
    }),
    names: moved,
  };
}
