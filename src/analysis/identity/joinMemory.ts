import { type JoinedNames, joinNames, type LinkedName, typeOf } from "./entities.js";
import { areLinkedAlike, LinkMemory, sharingBlocks } from "./linkMemory.js";
import { findPersons } from "./nameKinds.js";
import type { NameMention } from "./nameMentions.js";
import { linkOthers } from "./otherLinks.js";
import { linkPersons } from "./personLinks.js";

/**
 * What was joined last. While somebody types, the names of a document mostly stay what they are and only move; then the links among them
 * stay too. How sure the tagger was of them decides only which of them are persons, and of which type the others are. Where a name comes or
 * goes, persons are linked anew if it is a person's, and else the others are.
 */
export class JoinMemory {
  readonly #persons = new LinkMemory(linkPersons);
  readonly #others = new LinkMemory(linkOthers);
  #mentions: readonly NameMention[] = [];
  /** For each mention, whether it stands in the block of the one before. */
  #inOneBlock: readonly boolean[] = [];
  #isPerson: readonly boolean[] = [];
  #joined: JoinedNames = { entities: [], names: [] };

  /** Joins name mentions into entities, as joinNames does. @param mentions in text order. */
  join(mentions: readonly NameMention[]): JoinedNames {
    const inOneBlock = sharingBlocks(mentions);
    this.#joined = this.#joinedAgain(mentions, inOneBlock) ?? this.#joinedAnew(mentions);
    this.#mentions = mentions;
    this.#inOneBlock = inOneBlock;
    return this.#joined;
  }

  #joinedAnew(mentions: readonly NameMention[]): JoinedNames {
    const isPerson = findPersons(mentions);
    this.#isPerson = isPerson;
    const persons = this.#persons.link(mentions.filter((_, i) => isPerson[i]));
    const others = this.#others.link(mentions.filter((_, i) => !isPerson[i]));
    return joinNames(mentions, isPerson, persons, others);
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
      if (!areLinkedAlike(mentions, this.#mentions, i)) return null;
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
