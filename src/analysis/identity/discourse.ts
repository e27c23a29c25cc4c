import type { EntityType, MentionKind } from "../analysis.js";
import type { QuotationSpan } from "../quotes/quotationSpans.js";
import type { Block, SourceText } from "../text/sourceText.js";
import type { LinkedName, NamedEntity } from "./entities.js";
import { givenNameGender } from "./genders.js";
import genderWords from "./genderWords.json" with { type: "json" };
import type { NameMention } from "./nameMentions.js";
import { NounPhraseResolver } from "./nounPhrases.js";
import { type Actor, canBeMeant, type Position, type PronounPlace } from "./pronounFeatures.js";
import type { PronounChooser } from "./pronounRanking.js";
import { findReferences, type NounReference, nounGender, type PronounKind, type PronounReference, type Reference } from "./references.js";
import type { FoundRole } from "./roles.js";

/** A pronoun or noun phrase that means an entity. */
export interface ResolvedReference {
  readonly start: number;
  readonly end: number;
  readonly kind: Exclude<MentionKind, "name">;
  readonly entity: number;
  readonly confidence: number;
}

/** What was found in blocks before; blocks that an edit left alone are not read again. */
export type ReferenceMemory = WeakMap<Block, readonly Reference[]>;

/** How many of the entities named last a pronoun can mean. */
const CANDIDATES = 8;
/** An entity named longer ago, in sentences, is no candidate. */
const FARTHEST = 12;

/** How far before its name a role may begin, in tokens. */
const LONGEST_ROLE = 9;

/** A speaker stands within this many characters of the quotation. */
const NEAR_QUOTATION = 60;

const TITLE_EVIDENCE = 3;
const PRONOUN_EVIDENCE = 1;
const GIVEN_NAME_EVIDENCE = 1.5;

const CLAUSE_OPENERS: ReadonlySet<string> = new Set(genderWords.clauseOpeners.split(" "));
const PREPOSITIONS: ReadonlySet<string> = new Set(genderWords.prepositions.split(" "));

/**
 * Walks through the text, keeps in mind who was named last, and resolves pronouns and definite noun phrases.
 * @param named every name, in text order.
 * @param roles the roles of each entity, by its number.
 * @param chooser decides whom a pronoun means.
 */
export function resolveReferences(
  source: SourceText,
  entities: readonly NamedEntity[],
  named: readonly LinkedName[],
  roles: readonly (readonly FoundRole[])[],
  quotations: readonly QuotationSpan[],
  isLeftOut: (block: number) => boolean,
  chooser: PronounChooser,
  memory: ReferenceMemory,
): readonly ResolvedReference[] {
  const walk = new Walk(source, entities, roles, quotations, chooser);
  let next = 0;
  for (let b = 0; b < source.blocks.length; b++) {
    const { block } = source.blocks[b];
    let references = memory.get(block);
    if (!references) {
      references = findReferences(block);
      memory.set(block, references);
    }
    walk.openBlock(b);
    for (const reference of isLeftOut(b) ? [] : references) {
      let insideName = false;
      while (next < named.length && named[next].mention.block === b && named[next].mention.firstToken < reference.endToken) {
        insideName = named[next].mention.endToken > reference.token;
        walk.meetName(named[next]);
        next++;
      }
      const last = named[next - 1]?.mention;
      if (insideName || (last && last.block === b && last.endToken > reference.token)) continue;
      if (reference.kind === "pronoun") walk.meetPronoun(reference);
      else walk.meetNoun(reference, named[next]?.mention);
    }
    while (next < named.length && named[next].mention.block <= b) walk.meetName(named[next++]);
    walk.closeBlock();
  }
  return walk.resolved;
}

/** How many persons (or others) were mentioned in the present sentence and block. */
interface Order {
  sentence: number;
  inSentence: number;
  block: number;
  inBlock: number;
}

class Walk {
  readonly resolved: ResolvedReference[] = [];
  readonly #source: SourceText;
  readonly #types: readonly EntityType[];
  readonly #quotations: readonly QuotationSpan[];
  readonly #chooser: PronounChooser;
  readonly #phrases: NounPhraseResolver;
  readonly #actors: (Actor | undefined)[];
  readonly #entities: readonly NamedEntity[];
  readonly #roles: readonly (readonly FoundRole[])[];
  /** The actors named last, the last first. */
  readonly #persons: Actor[] = [];
  readonly #others: Actor[] = [];
  readonly #lastNoun: Record<PronounKind, { sentence: number; token: number }> = {
    female: { sentence: -1, token: -1 },
    male: { sentence: -1, token: -1 },
    thing: { sentence: -1, token: -1 },
    many: { sentence: -1, token: -1 },
  };
  readonly #lastPronoun: Record<PronounKind, { sentence: number; entity: number }> = {
    female: { sentence: -1, entity: -1 },
    male: { sentence: -1, entity: -1 },
    thing: { sentence: -1, entity: -1 },
    many: { sentence: -1, entity: -1 },
  };
  #block = 0;
  #sentencesBefore = 0;
  #tokensBefore = 0;
  #sentence = 0;
  #quotation = 0;
  readonly #personOrder: Order = { sentence: -1, inSentence: 0, block: -1, inBlock: 0 };
  readonly #otherOrder: Order = { sentence: -1, inSentence: 0, block: -1, inBlock: 0 };

  constructor(
    source: SourceText,
    entities: readonly NamedEntity[],
    roles: readonly (readonly FoundRole[])[],
    quotations: readonly QuotationSpan[],
    chooser: PronounChooser,
  ) {
    this.#source = source;
    this.#entities = entities;
    this.#roles = roles;
    this.#types = entities.map(({ type }) => type);
    this.#quotations = quotations;
    this.#chooser = chooser;
    this.#actors = new Array<Actor | undefined>(entities.length).fill(undefined);
    this.#phrases = new NounPhraseResolver(entities, roles);
  }

  openBlock(block: number): void {
    this.#block = block;
    this.#sentence = 0;
  }

  closeBlock(): void {
    const { block } = this.#source.blocks[this.#block];
    this.#sentencesBefore += block.sentences.length;
    this.#tokensBefore += block.tokens.count;
  }

  meetName({ mention, entity }: LinkedName): void {
    const sentence = this.#sentenceOf(mention.firstToken);
    const actor = this.#actors[entity] ?? this.#newActor(entity);
    this.#note(actor, sentence, mention.firstToken, mention.start, this.#positionOf(mention), false);
    this.#phrases.meet(entity, sentence);
  }

  meetPronoun(reference: PronounReference): void {
    const sentence = this.#sentenceOf(reference.token);
    const { start, block } = this.#source.blocks[this.#block];
    const offset = start + block.tokens.starts[reference.token];
    const place: PronounPlace = {
      reference,
      start: offset,
      sentence,
      block: this.#block,
      token: this.#tokensBefore + reference.token,
      quotation: this.#quotationAt(offset),
      nearQuotation: this.#isNearQuotation(offset),
    };
    const candidates = this.#candidates(place);
    const noun = this.#lastNoun[reference.pronoun];
    const last = this.#lastPronoun[reference.pronoun];
    const around = {
      nounSentence: noun.sentence,
      nounToken: noun.token,
      pronounSentence: last.sentence,
      pronounUnnamed: last.entity < 0,
      pronounEntity: last.entity,
    };
    const choice = candidates.length > 0 ? this.#chooser.choose(place, around, candidates) : null;
    last.sentence = sentence;
    last.entity = choice ? candidates[choice.index].entity : -1;
    if (!choice) return;
    const actor = candidates[choice.index];
    const confidence = Math.min(choice.confidence, actor.lastIsPronoun ? actor.trust : 1);
    if (reference.pronoun === "female" || reference.pronoun === "male") actor[reference.pronoun] += PRONOUN_EVIDENCE * confidence;
    const position = reference.case === "object" ? "other" : reference.case;
    this.#note(actor, sentence, reference.token, offset, position, true);
    actor.trust = confidence;
    if (confidence < choice.threshold) return;
    this.resolved.push({
      start: offset,
      end: start + block.tokens.ends[reference.token],
      kind: "pronoun",
      entity: actor.entity,
      confidence: Math.round(confidence * 100) / 100,
    });
  }

  /** @param next the name that follows, if any: a noun right before it is its role. */
  meetNoun(reference: NounReference, next: NameMention | undefined): void {
    const sentence = this.#sentenceOf(reference.token);
    const beforeName = next !== undefined && next.block === this.#block && next.firstToken - reference.endToken <= 1;
    if (beforeName) return;
    const { start, block } = this.#source.blocks[this.#block];
    const found = reference.definite ? this.#phrases.resolve(reference, block, sentence) : null;
    if (found) {
      const offset = start + block.tokens.starts[reference.token];
      const actor = this.#actors[found.entity];
      if (actor) this.#note(actor, sentence, reference.token, offset, "other", true);
      this.resolved.push({ start: offset, end: start + block.tokens.ends[reference.endToken - 1], kind: "nominal", ...found });
      return;
    }
    const token = this.#tokensBefore + reference.token;
    if (reference.type !== "person") this.#lastNoun.thing = { sentence, token };
    else {
      if (reference.gender !== "male") this.#lastNoun.female = { sentence, token };
      if (reference.gender !== "female") this.#lastNoun.male = { sentence, token };
    }
  }

  #candidates(place: PronounPlace): readonly Actor[] {
    const { pronoun } = place.reference;
    const pool = pronoun === "male" || pronoun === "female" ? this.#persons : this.#others;
    const candidates: Actor[] = [];
    for (const actor of pool) {
      if (place.sentence - actor.sentence > FARTHEST) break;
      const fits =
        pronoun === "many"
          ? this.#types[actor.entity] !== "place"
          : pronoun === "thing"
            ? this.#types[actor.entity] !== "group"
            : canBeMeant(actor, place.reference);
      if (fits) candidates.push(actor);
    }
    return candidates;
  }

  #newActor(entity: number): Actor {
    const actor: Actor = {
      entity,
      female: 0,
      male: 0,
      sentence: -1,
      block: -1,
      token: -1,
      position: "other",
      lastIsPronoun: false,
      trust: 1,
      nearQuotation: false,
      opensSentence: false,
      opensBlock: false,
      quotation: -1,
      count: 0,
      inSentence: 0,
    };
    if (this.#types[entity] === "person") this.#weighGender(actor, entity);
    this.#actors[entity] = actor;
    return actor;
  }

  #weighGender(actor: Actor, entity: number): void {
    for (const { mention } of this.#entities[entity].names) {
      if (mention.title === "mr") actor.male = TITLE_EVIDENCE;
      else if (mention.title !== null && mention.title !== "other") actor.female = TITLE_EVIDENCE;
    }
    for (const { head } of this.#roles[entity]) {
      const gender = nounGender(head);
      if (gender) actor[gender] = TITLE_EVIDENCE;
    }
    for (const { mention } of this.#entities[entity].names) {
      const { parts } = mention.form.person;
      const gender = parts.length > 1 || this.#entities[entity].names.length > 0 ? givenNameGender(parts[0]) : null;
      if (gender && (parts.length > 1 || actor.female + actor.male === 0)) {
        actor[gender] = Math.max(actor[gender], parts.length > 1 ? GIVEN_NAME_EVIDENCE : GIVEN_NAME_EVIDENCE / 2);
        if (parts.length > 1) return;
      }
    }
  }

  #note(actor: Actor, sentence: number, token: number, offset: number, position: Position, isReference: boolean): void {
    const isPerson = this.#types[actor.entity] === "person";
    const order = isPerson ? this.#personOrder : this.#otherOrder;
    order.inSentence = order.sentence === sentence ? order.inSentence + 1 : 1;
    order.inBlock = order.block === this.#block ? order.inBlock + 1 : 1;
    order.sentence = sentence;
    order.block = this.#block;
    actor.inSentence = actor.sentence === sentence ? actor.inSentence + 1 : 1;
    actor.opensSentence = order.inSentence === 1 || (actor.sentence === sentence && actor.opensSentence);
    actor.opensBlock = order.inBlock === 1 || (actor.block === this.#block && actor.opensBlock);
    actor.position = actor.sentence === sentence && actor.position === "subject" ? "subject" : position;
    actor.sentence = sentence;
    actor.block = this.#block;
    actor.token = this.#tokensBefore + token;
    actor.lastIsPronoun = isReference;
    actor.quotation = this.#quotationAt(offset);
    actor.nearQuotation = actor.quotation < 0 && this.#isNearQuotation(offset);
    actor.count++;
    moveToFront(isPerson ? this.#persons : this.#others, actor);
  }

  #sentenceOf(token: number): number {
    const { sentences } = this.#source.blocks[this.#block].block;
    if (this.#sentence > 0 && sentences[this.#sentence] > token) this.#sentence = 0;
    while (this.#sentence + 1 < sentences.length && sentences[this.#sentence + 1] <= token) this.#sentence++;
    return this.#sentencesBefore + this.#sentence;
  }

  #quotationAt(offset: number): number {
    const quotations = this.#quotations;
    if (this.#quotation > 0 && quotations[this.#quotation - 1].end > offset) this.#quotation--;
    while (this.#quotation < quotations.length && quotations[this.#quotation].end <= offset) this.#quotation++;
    return this.#quotation < quotations.length && quotations[this.#quotation].start <= offset ? this.#quotation : -1;
  }

  /** Whether a quotation ends shortly before the offset or begins shortly after it. To be asked after #quotationAt of the same offset. */
  #isNearQuotation(offset: number): boolean {
    const before = this.#quotations[this.#quotation - 1];
    const after = this.#quotations[this.#quotation];
    return (
      (before !== undefined && offset - before.end < NEAR_QUOTATION) ||
      (after !== undefined && after.start >= offset && after.start - offset < NEAR_QUOTATION)
    );
  }

  #positionOf({ firstToken, endToken }: NameMention): Position {
    const { text, tokens, sentences } = this.#source.blocks[this.#block].block;
    const after = endToken < tokens.count ? text.slice(tokens.starts[endToken], tokens.ends[endToken]).toLowerCase() : "";
    if (after === "'s" || after === "’s" || after === "'" || after === "’") return "possessive";
    const floor = sentences[this.#sentence] ?? 0;
    let before = firstToken - 1;
    while (before >= floor && firstToken - before <= LONGEST_ROLE && belongsToName(text, tokens.starts[before])) before--;
    if (before < floor) {
      const opener = firstToken > floor ? text.slice(tokens.starts[floor], tokens.ends[floor]).toLowerCase() : "";
      return PREPOSITIONS.has(opener) ? "prepositional" : "subject";
    }
    const word = text.slice(tokens.starts[before], tokens.ends[before]).toLowerCase();
    if (PREPOSITIONS.has(word)) return "prepositional";
    const opens = CLAUSE_OPENERS.has(word) || word === "," || tokens.kinds[before] === 3;
    return opens && tokens.kinds[Math.min(endToken, tokens.count - 1)] === 0 && endToken < tokens.count ? "subject" : "other";
  }
}

/** Whether a word before a name may be part of its role: a capital, a bracket, or "of" and "the" between capitals. */
function belongsToName(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === 0x28 || code === 0x29 || (code >= 0x41 && code <= 0x5a)) return true;
  return text.startsWith("of ", at) || text.startsWith("the ", at) || text.startsWith("and ", at);
}

function moveToFront(actors: Actor[], actor: Actor): void {
  const at = actors.indexOf(actor);
  if (at === 0) return;
  if (at > 0) actors.splice(at, 1);
  else if (actors.length >= CANDIDATES) actors.pop();
  actors.unshift(actor);
}
