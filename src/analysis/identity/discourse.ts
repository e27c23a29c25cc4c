import type { MentionKind, Span } from "../analysis.js";
import type { QuotationSpan } from "../quotes/quotationSpans.js";
import { labelOf } from "../quotes/turnLabels.js";
import type { SpeakerLines } from "../sections/speakerLines.js";
import { memoByBlock } from "../text/blockMemo.js";
import type { PlacedBlock, SourceText } from "../text/sourceText.js";
import { TokenKind } from "../text/tokens.js";
import { type ActorPlace, Actors, type Turn } from "./actors.js";
import type { LinkedName, NamedEntity } from "./entities.js";
import type { NameMention } from "./nameMentions.js";
import { NearQuotations } from "./nearQuotations.js";
import { NounPhraseResolver, type ResolvedPhrase } from "./nounPhrases.js";
import { onlyPersonNear } from "./onlyPerson.js";
import type { PronounPlace } from "./pronounFeatures.js";
import type { PronounChooser } from "./pronounRanking.js";
import { AGED, findReferences, type NounReference, type PronounKind, type PronounReference } from "./references.js";
import type { FoundRole } from "./rolePhrases.js";

/** What the references of a text are resolved with. */
export interface Discourse {
  readonly source: SourceText;
  readonly entities: readonly NamedEntity[];
  /** Every name, in text order. */
  readonly named: readonly LinkedName[];
  /** The roles of each entity, by its number. */
  readonly roles: readonly (readonly FoundRole[])[];
  readonly quotations: readonly QuotationSpan[];
  /** For each block 1 where it is left out, or 0. */
  readonly leftOut: Uint8Array;
  /** For each block the entity whose turn it is, or -1. */
  readonly speakers: Int32Array;
}

/** A pronoun or noun phrase that means an entity. */
export interface ResolvedReference {
  readonly start: number;
  readonly end: number;
  readonly block: number;
  /** Its first token, and the first behind it, in the block. */
  readonly token: number;
  readonly endToken: number;
  readonly kind: Exclude<MentionKind, "name">;
  readonly entity: number;
  readonly confidence: number;
}

/** The references of a block. */
export const referencesOf = memoByBlock(findReferences);

const PRONOUN_EVIDENCE = 1;

/**
 * Walks through the text, keeps in mind who was named last, and resolves pronouns and definite noun phrases.
 * @param chooser decides whom a pronoun means.
 */
export function resolveReferences(discourse: Discourse, chooser: PronounChooser): readonly ResolvedReference[] {
  const { source, named, leftOut } = discourse;
  const walk = new Walk(discourse, chooser);
  const turns = turnsOf(discourse.speakers);
  let next = 0;
  for (let b = 0; b < source.blocks.length; b++) {
    const { block } = source.blocks[b];
    const references = referencesOf(block);
    walk.openBlock(b, turns(b));
    for (let r = 0; r < references.length && leftOut[b] === 0; r++) {
      const reference = references[r];
      let insideName = false;
      while (next < named.length && named[next].mention.block === b && named[next].mention.firstToken < reference.endToken) {
        insideName = named[next].mention.endToken > reference.token;
        walk.meetName(named[next]);
        next++;
      }
      const last = named[next - 1]?.mention;
      if (insideName || (last && last.block === b && last.endToken > reference.token)) {
        if (reference.kind === "noun" && last?.block === b) walk.meetDescribed(reference, last, named[next]?.mention);
        continue;
      }
      if (reference.kind === "pronoun") walk.meetPronoun(reference);
      else walk.meetNoun(reference, named[next]?.mention);
    }
    while (next < named.length && named[next].mention.block <= b) walk.meetName(named[next++]);
    walk.closeBlock();
  }
  return walk.resolved;
}

const NO_TURN: Turn = { speaker: -1, addressee: -1 };

/** For each block whose turn it is, asked in the order of the blocks. */
function turnsOf(speakers: Int32Array): (block: number) => Turn {
  let last = -1;
  let before = -1;
  return (block) => {
    const speaker = speakers[block];
    if (speaker < 0) return NO_TURN;
    if (speaker !== last) before = last;
    last = speaker;
    return { speaker, addressee: before };
  };
}

/**
 * For each block the entity that a transcript's label at its head, or the line above it, names; -1 where there is none. A label is in
 * capitals or stands again: a list of who is who has each name once, and says "he" of it.
 */
export function speakersOf({ blocks }: SourceText, named: readonly LinkedName[], lines: SpeakerLines | undefined): Int32Array {
  const speakers = new Int32Array(blocks.length).fill(-1);
  const labels = new Map<number, number>();
  let labelled = -1;
  let label: Span | null = null;
  for (const { mention, entity } of named) {
    const index = mention.block;
    if (index !== labelled) {
      labelled = index;
      label = lines?.get(index) ?? labelOf(blocks[index].block);
    }
    if (label === null || speakers[index] >= 0) continue;
    const { start, form } = mention;
    const from = blocks[index].start;
    if (start < from + label.start || start >= from + label.end) continue;
    speakers[index] = entity;
    labels.set(entity, (labels.get(entity) ?? 0) + (form.surface === form.surface.toUpperCase() ? FEWEST_LABELS : 1));
  }
  const believed = speakers.map((entity) => ((labels.get(entity) ?? 0) < FEWEST_LABELS ? -1 : entity));
  if (lines) for (let i = 1; i < blocks.length; i++) if (believed[i] < 0 && !lines.has(i)) believed[i] = believed[i - 1];
  if (!lines) goOnSpeaking(blocks, believed);
  return believed;
}

/** From this share of labelled paragraphs on, one without a label goes on with what the one before says. */
const SHARE_TO_GO_ON = 0.3;

function goOnSpeaking(blocks: readonly PlacedBlock[], speakers: Int32Array): void {
  let labelled = 0;
  for (const speaker of speakers) if (speaker >= 0) labelled++;
  if (labelled < SHARE_TO_GO_ON * blocks.length) return;
  for (let i = 1; i < blocks.length; i++)
    if (speakers[i] < 0 && speakers[i - 1] >= 0 && labelOf(blocks[i].block) === null) speakers[i] = speakers[i - 1];
}

/** From so many labels in small letters on they are a transcript's. */
const FEWEST_LABELS = 2;

class Walk {
  readonly resolved: ResolvedReference[] = [];
  readonly #source: SourceText;
  readonly #quotations: NearQuotations;
  readonly #chooser: PronounChooser;
  readonly #phrases: NounPhraseResolver;
  readonly #actors: Actors;
  /** Where the walk is: one place, moved on, since those who are told of it keep none. */
  readonly #place: { -readonly [key in keyof ActorPlace]: ActorPlace[key] } = {
    sentence: 0,
    block: 0,
    token: 0,
    quotation: -1,
    nearQuotation: false,
  };
  /** The last noun for each; `unknownToken` is the last that is nobody's role. */
  readonly #lastNoun: Record<PronounKind, { sentence: number; token: number; unknownToken: number }> = {
    female: { sentence: -1, token: -1, unknownToken: -1 },
    male: { sentence: -1, token: -1, unknownToken: -1 },
    thing: { sentence: -1, token: -1, unknownToken: -1 },
    many: { sentence: -1, token: -1, unknownToken: -1 },
  };
  readonly #lastPronoun: Record<PronounKind, { sentence: number; entity: number }> = {
    female: { sentence: -1, entity: -1 },
    male: { sentence: -1, entity: -1 },
    thing: { sentence: -1, entity: -1 },
    many: { sentence: -1, entity: -1 },
  };
  readonly #rolesInOrder: readonly Span[];
  #role = 0;
  #block = 0;
  #turn = NO_TURN;
  #sentencesBefore = 0;
  #tokensBefore = 0;
  #sentence = 0;

  constructor({ source, entities, roles, quotations }: Discourse, chooser: PronounChooser) {
    this.#source = source;
    this.#quotations = new NearQuotations(quotations);
    this.#chooser = chooser;
    this.#actors = new Actors(entities, roles);
    this.#phrases = new NounPhraseResolver(entities, roles);
    this.#rolesInOrder = roles.flat().sort((a, b) => a.start - b.start);
  }

  openBlock(block: number, turn: Turn): void {
    this.#block = block;
    this.#turn = turn;
    this.#sentence = 0;
  }

  closeBlock(): void {
    const { block } = this.#source.blocks[this.#block];
    this.#sentencesBefore += block.sentences.length;
    this.#tokensBefore += block.tokens.count;
  }

  meetName({ mention, entity }: LinkedName): void {
    const place = this.#moveTo(mention.firstToken, mention.start);
    this.#actors.note(entity, place, mention.position, false);
    this.#phrases.meet(entity, place.sentence, place.quotation >= 0);
  }

  meetPronoun(reference: PronounReference): void {
    const { start, block } = this.#source.blocks[this.#block];
    const offset = start + block.tokens.starts[reference.token];
    const place = this.#moveTo(reference.token, offset);
    const { sentence, block: index, token, quotation, nearQuotation } = place;
    const said = reference.case === "subject" ? this.#quotations.rightBefore : -1;
    const candidates = this.#actors.candidates(reference, sentence, this.#turn, said);
    const noun = this.#lastNoun[reference.pronoun];
    const last = this.#lastPronoun[reference.pronoun];
    const around = {
      nounSentence: noun.sentence,
      nounToken: noun.token,
      pronounSentence: last.sentence,
      pronounUnnamed: last.entity < 0,
      pronounEntity: last.entity,
    };
    const asked: PronounPlace = { reference, start: offset, sentence, block: index, token, quotation, nearQuotation };
    const ranked = candidates.length > 0 ? this.#chooser.choose(asked, around, candidates) : null;
    const choice =
      ranked && ranked.confidence >= ranked.threshold ? ranked : (onlyPersonNear(asked, noun.unknownToken, candidates, ranked) ?? ranked);
    last.sentence = sentence;
    last.entity = choice ? candidates[choice.index].entity : -1;
    if (!choice) return;
    const actor = candidates[choice.index];
    const confidence = Math.min(choice.confidence, actor.lastIsPronoun ? actor.trust : 1);
    if (reference.pronoun === "female" || reference.pronoun === "male") actor[reference.pronoun] += PRONOUN_EVIDENCE * confidence;
    const position = reference.case === "object" ? "other" : reference.case;
    this.#actors.note(actor.entity, place, position, true);
    actor.trust = confidence;
    if (confidence < choice.threshold) return;
    this.resolved.push({
      start: offset,
      end: start + block.tokens.ends[reference.token],
      block: index,
      token: reference.token,
      endToken: reference.endToken,
      kind: "pronoun",
      entity: actor.entity,
      confidence: Math.round(confidence * 100) / 100,
    });
  }

  /** @param next the name that follows, if any: a noun right before it is its role. */
  meetNoun(reference: NounReference, next: NameMention | undefined): void {
    const sentence = this.#sentenceOf(reference.token);
    if (this.#isRoleOf(next, reference) && reference.noun !== AGED) return;
    const placed = this.#source.blocks[this.#block];
    const isRole = this.#isInRole(placed.start + placed.block.tokens.starts[reference.endToken - 1]);
    if (reference.introduces && !isRole) this.#phrases.introduce(reference.noun, sentence);
    const found = reference.definite ? this.#phrases.resolve(reference, placed.block, sentence) : null;
    if (found) {
      this.#addPhrase(reference, found, placed);
      return;
    }
    const token = this.#tokensBefore + reference.token;
    if (reference.type !== "person") this.#noteNoun("thing", sentence, token, isRole);
    else {
      if (reference.gender !== "male") this.#noteNoun("female", sentence, token, isRole);
      if (reference.gender !== "female") this.#noteNoun("male", sentence, token, isRole);
    }
  }

  /** "the Arsenal manager", "the Labour MP". @param inside the last name before the noun's end. @param next the name that follows, if any. */
  meetDescribed(reference: NounReference, inside: NameMention, next: NameMention | undefined): void {
    const { definite, type, token, endToken } = reference;
    if (!definite || type !== "person" || inside.firstToken !== token + 1 || inside.endToken >= endToken) return;
    if (this.#isRoleOf(next, reference)) return;
    // "the German-born painter" is no painter of the Germans'.
    if (this.#source.blocks[this.#block].block.lower[inside.endToken] === "-") {
      this.meetNoun(reference, next);
      return;
    }
    const { blocks, text } = this.#source;
    const sentence = this.#sentenceOf(reference.token);
    const found = this.#phrases.resolveDescribed(reference, inside.form.surface, text, sentence);
    if (found) this.#addPhrase(reference, found, blocks[this.#block]);
  }

  /** Whether a name follows right behind a noun, or behind a mark: the noun is its role. */
  #isRoleOf(next: NameMention | undefined, { endToken }: NounReference): boolean {
    if (next === undefined || next.block !== this.#block) return false;
    const between = next.firstToken - endToken;
    return between <= 0 || (between === 1 && this.#source.blocks[this.#block].block.tokens.kinds[endToken] !== TokenKind.Word);
  }

  /** Whether an offset stands in somebody's role: "Ann Weld, a nurse," brings up no other nurse. Offsets rise from call to call. */
  #isInRole(offset: number): boolean {
    while (this.#role < this.#rolesInOrder.length && this.#rolesInOrder[this.#role].end <= offset) this.#role++;
    return this.#role < this.#rolesInOrder.length && this.#rolesInOrder[this.#role].start <= offset;
  }

  #addPhrase(reference: NounReference, { entity, confidence }: ResolvedPhrase, { start, block }: PlacedBlock): void {
    const { token, endToken } = reference;
    const offset = start + block.tokens.starts[token];
    this.#actors.note(entity, this.#moveTo(token, offset), "other", true);
    const end = start + block.tokens.ends[endToken - 1];
    this.resolved.push({ start: offset, end, block: this.#block, token, endToken, kind: "nominal", entity, confidence });
  }

  #noteNoun(kind: PronounKind, sentence: number, token: number, isRole: boolean): void {
    const last = this.#lastNoun[kind];
    last.sentence = sentence;
    last.token = token;
    if (!isRole) last.unknownToken = token;
  }

  #moveTo(token: number, offset: number): ActorPlace {
    const place = this.#place;
    place.sentence = this.#sentenceOf(token);
    place.block = this.#block;
    place.token = this.#tokensBefore + token;
    this.#quotations.moveTo(offset);
    place.quotation = this.#quotations.around;
    place.nearQuotation = this.#quotations.isNear;
    return place;
  }

  #sentenceOf(token: number): number {
    const { sentences } = this.#source.blocks[this.#block].block;
    if (this.#sentence > 0 && sentences[this.#sentence] > token) this.#sentence = 0;
    while (this.#sentence + 1 < sentences.length && sentences[this.#sentence + 1] <= token) this.#sentence++;
    return this.#sentencesBefore + this.#sentence;
  }
}
