import { integers } from "../text/arena.js";
import { memoByBlock } from "../text/blockMemo.js";
import type { Block } from "../text/sourceText.js";
import { type Discourse, type ResolvedReference, referencesOf, resolveReferences } from "./discourse.js";
import type { NamedEntity } from "./entities.js";
import { NearQuotations } from "./nearQuotations.js";
import type { Position } from "./pronounFeatures.js";
import type { PronounChooser } from "./pronounRanking.js";
import type { Reference } from "./references.js";
import type { FoundRole } from "./rolePhrases.js";
import type { EntityTraits } from "./traits.js";

/** What was resolved, and all that it depends on. */
interface Resolved {
  readonly entities: readonly NamedEntity[];
  readonly roles: readonly (readonly FoundRole[])[];
  readonly blocks: readonly Block[];
  readonly places: Int32Array;
  readonly references: readonly ResolvedReference[];
}

/**
 * What the pronouns and noun phrases of a text were resolved to. While a word is typed, the names and references before and behind it stay
 * as far from each other in tokens, sentences and quotations as they were, and mean whom they meant.
 */
export class DiscourseMemory {
  #isFirst = true;
  #last: Resolved | null = null;

  /** Resolves references as resolveReferences does. @param chooser give the same one each time. */
  resolve(discourse: Discourse, chooser: PronounChooser): readonly ResolvedReference[] {
    // Most texts are read once: nothing is kept of the first.
    if (this.#isFirst) {
      this.#isFirst = false;
      return resolveReferences(discourse, chooser);
    }
    const { source, entities, roles } = discourse;
    const blocks = source.blocks.map(({ block }) => block);
    const places = placesOf(discourse);
    const last = this.#last;
    const isSame =
      last !== null && areSamePlaces(places, last.places) && areBlocksAlike(blocks, last.blocks) && areKnownAlike(discourse, last);
    const references = isSame ? movedReferences(last.references, discourse) : resolveReferences(discourse, chooser);
    this.#last = { entities, roles, blocks, places, references };
    return references;
  }
}

function movedReferences(references: readonly ResolvedReference[], { source: { blocks } }: Discourse): readonly ResolvedReference[] {
  return references.map((reference) => {
    const { block: index, token, endToken, kind, entity, confidence } = reference;
    const { start: from, block } = blocks[index];
    const start = from + block.tokens.starts[token];
    const end = from + block.tokens.ends[endToken - 1];
    if (start === reference.start && end === reference.end) return reference;
    return { start, end, block: index, token, endToken, kind, entity, confidence };
  });
}

const POSITIONS: Readonly<Record<Position, number>> = { subject: 0, possessive: 1, prepositional: 2, other: 3 };
const NUMBERS_OF_BLOCK = 2;
const NUMBERS_OF_NAME = 5;

/** Where the references of a block begin in it: read together, they cost less than one after the other. */
const referenceStarts = memoByBlock((block) => {
  const references = referencesOf(block);
  const starts = integers(references.length);
  for (let i = 0; i < references.length; i++) starts[i] = block.tokens.starts[references[i].token];
  return starts;
});

/** The numbers that tell where all names and references stand: in their blocks, and to the quotations. */
function placesOf({ source: { blocks }, named, quotations, leftOut, speakers }: Discourse): Int32Array {
  let count = NUMBERS_OF_BLOCK * blocks.length + NUMBERS_OF_NAME * named.length;
  for (const { block } of blocks) count += referenceStarts(block).length;
  const places = new Int32Array(count);
  let at = 0;
  const near = new NearQuotations(quotations);
  for (const { mention, entity } of named) {
    near.moveTo(mention.start);
    places[at++] = entity;
    places[at++] = mention.block;
    places[at++] = mention.firstToken;
    places[at++] = mention.endToken;
    places[at++] = (toQuotations(near) << 2) + POSITIONS[mention.position];
  }
  near.moveTo(0);
  for (let b = 0; b < blocks.length; b++) {
    places[at++] = leftOut[b];
    places[at++] = speakers[b];
    const { start, block } = blocks[b];
    const starts = referenceStarts(block);
    for (let i = 0; i < starts.length; i++) {
      near.moveTo(start + starts[i]);
      places[at++] = toQuotations(near);
    }
  }
  return places;
}

/** A number that tells how a place stands to the quotations. */
function toQuotations(near: NearQuotations): number {
  return (near.next << 3) + (near.around >= 0 ? 4 : 0) + (near.rightBefore >= 0 ? 2 : 0) + (near.isNear ? 1 : 0);
}

function areSamePlaces(places: Int32Array, before: Int32Array): boolean {
  if (places.length !== before.length) return false;
  for (let i = 0; i < places.length; i++) if (places[i] !== before[i]) return false;
  return true;
}

function areBlocksAlike(blocks: readonly Block[], before: readonly Block[]): boolean {
  if (blocks.length !== before.length) return false;
  for (let i = 0; i < blocks.length; i++) if (blocks[i] !== before[i] && !isBlockAlike(blocks[i], before[i])) return false;
  return true;
}

/** Whether blocks are as long in tokens and sentences, with the same references. */
function isBlockAlike(block: Block, before: Block): boolean {
  if (block.tokens.count !== before.tokens.count || !areListsSame(block.sentences, before.sentences)) return false;
  const references = referencesOf(block);
  const others = referencesOf(before);
  if (references.length !== others.length) return false;
  for (let i = 0; i < references.length; i++) if (!isReferenceAlike(references[i], others[i], block, before)) return false;
  return true;
}

/** What a noun means depends on the word behind it, too. */
function isReferenceAlike(a: Reference, b: Reference, block: Block, before: Block): boolean {
  const { token, endToken } = a;
  if (token !== b.token || endToken !== b.endToken) return false;
  if (a.kind === "pronoun") return b.kind === "pronoun" && a.pronoun === b.pronoun && a.case === b.case && a.first === b.first;
  return (
    b.kind === "noun" &&
    a.noun === b.noun &&
    a.type === b.type &&
    a.definite === b.definite &&
    a.introduces === b.introduces &&
    a.gender === b.gender &&
    block.words[endToken] === before.words[endToken] &&
    block.lower[endToken] === before.lower[endToken] &&
    block.tokens.kinds[endToken] === before.tokens.kinds[endToken]
  );
}

/** Whether as much is known of the entities. */
function areKnownAlike({ entities, roles }: Discourse, before: Resolved): boolean {
  if (entities.length !== before.entities.length) return false;
  for (let i = 0; i < entities.length; i++) {
    const known = entities[i];
    const other = before.entities[i];
    if (known !== other && (known.type !== other.type || !areTraitsSame(known.traits, other.traits))) return false;
    const own = roles[i];
    const others = before.roles[i];
    if (own.length !== others.length) return false;
    for (let j = 0; j < own.length; j++) if (own[j].head !== others[j].head) return false;
  }
  return true;
}

function areTraitsSame(a: EntityTraits, b: EntityTraits): boolean {
  if (a === b) return true;
  if (a.givenName !== b.givenName || a.oneWord !== b.oneWord) return false;
  return a.titles.female === b.titles.female && a.titles.male === b.titles.male && areListsSame(a.nouns, b.nouns);
}

function areListsSame<T>(a: ArrayLike<T>, b: ArrayLike<T>): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
