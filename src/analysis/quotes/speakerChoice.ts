import { type AttributionModel, MODEL_PARTS, TREE_PARTS } from "./attributionModelForm.js";
import { clauseBeside, nameBeforeBracket } from "./besideQuotation.js";
import { type CueReading, holds } from "./cueReading.js";
import { type Formula, formulaFor, isVerbCue } from "./formulas.js";
import { innerClause } from "./innerClauses.js";
import { Features, Ranking } from "./linearModel.js";
import type { BlockReading, QuotationPlace } from "./readings.js";
import { Shortlist } from "./shortlist.js";
import type { SourceCandidate } from "./sourceCandidates.js";
import { type SpeakerCandidate, SpeakerZone, signedBlock, speakerCandidates } from "./speakerCandidates.js";
import { type Predecessor, setSpeakerFeatures, settingOf } from "./speakerFeatures.js";
import { setSpeakerSecondFeatures } from "./speakerSecondFeatures.js";
import type { Strip } from "./strips.js";
import { scoreTrees } from "./trees.js";
import { ValueFeatures } from "./valueFeatures.js";
import { WordClass } from "./wordClasses.js";

/** The likeliest of the candidates for a quotation's speaker. */
export interface SpeakerChoice {
  readonly candidate: SpeakerCandidate;
  /** 0..1. */
  readonly likelihood: number;
}

/** All that a choice depends on besides the quotation's own strip and its position there. */
interface Circumstances {
  readonly before: Strip | undefined;
  readonly last: Strip;
  readonly behind: Strip | undefined;
  readonly signed: Strip | undefined;
  /** In how many blocks behind its first the quotation ends, and at which position. */
  readonly endBlock: number;
  readonly endPosition: number;
  readonly earlier: number;
  /** How many blocks before this one the quotation before ends, more than two counted as two; -1 where there is none. */
  readonly distance: number;
  /** At which position of the same block it ends, or -1. */
  readonly position: number;
  readonly attributed: boolean;
  readonly namedBehind: boolean;
}

interface KnownChoice extends SpeakerChoice {
  readonly circumstances: Circumstances;
  /** The block of the quotation when it was chosen. */
  readonly block: number;
}

/** The choices made before, by the strip and the position of the quotation: an edit elsewhere leaves them what they are. */
export type ChoiceMemory = WeakMap<Strip, Map<number, KnownChoice>>;

/** Chooses the speakers of the quotations of a document by the model's weights, and among those that come near to each other by its trees. */
export class SpeakerChooser {
  readonly #blocks: readonly BlockReading[];
  readonly #model: AttributionModel;
  readonly #features = new Features(MODEL_PARTS.speaker);
  readonly #secondFeatures = new ValueFeatures(TREE_PARTS.speaker);
  readonly #shortlist = new Shortlist();
  readonly #ranking = new Ranking();
  readonly #known: ChoiceMemory | null;

  /** @param known the choices made before with the same model; null where none are to be kept. */
  constructor(blocks: readonly BlockReading[], model: AttributionModel, known: ChoiceMemory | null) {
    this.#blocks = blocks;
    this.#model = model;
    this.#known = known;
  }

  /**
   * @param place where the quotation begins; @param end where its last part stands.
   * @param before the quotation before, and @param earlier how many of those before have speakers that may be meant.
   */
  choose(place: QuotationPlace, end: QuotationPlace, before: Predecessor | null, earlier: number): SpeakerChoice {
    if (this.#known === null) return this.#rank(place, end, before, earlier);
    const { strip } = this.#blocks[place.block];
    const circumstances = this.#circumstances(place, end, before, earlier);
    const here = this.#known.get(strip) ?? new Map<number, KnownChoice>();
    const known = here.get(place.position);
    if (known && areSame(known.circumstances, circumstances)) return moved(known, place.block - known.block);
    const choice = this.#rank(place, end, before, earlier);
    here.set(place.position, { ...choice, circumstances, block: place.block });
    this.#known.set(strip, here);
    return choice;
  }

  #circumstances(place: QuotationPlace, end: QuotationPlace, before: Predecessor | null, earlier: number): Circumstances {
    const blocks = this.#blocks;
    return {
      before: blocks[place.block - 1]?.strip,
      last: blocks[end.block].strip,
      behind: blocks[end.block + 1]?.strip,
      signed: blocks[signedBlock(blocks, end.block)]?.strip,
      endBlock: end.block - place.block,
      endPosition: end.position,
      earlier,
      distance: before ? Math.min(2, place.block - before.place.block) : -1,
      position: before && before.place.block === place.block ? before.place.position : -1,
      attributed: before?.attributed ?? false,
      namedBehind: before?.namedBehind ?? false,
    };
  }

  #rank(place: QuotationPlace, end: QuotationPlace, before: Predecessor | null, earlier: number): SpeakerChoice {
    const formula = formulaFor(this.#blocks[place.block], place, this.#blocks[end.block], end);
    if (formula) return { candidate: formulaCandidate(formula, place, end), likelihood: BY_FORMULA };
    const named = nameBeforeBracket(this.#blocks[place.block].strip, place);
    if (named) return { candidate: phraseCandidate(named, place), likelihood: BY_CLAUSE };
    const candidates = speakerCandidates(this.#blocks, place, end, earlier);
    const choice = withSayer(this.#blocks, place, end, candidates, this.#best(place, end, before, candidates));
    return withClauseBeside(this.#blocks[place.block].strip, place, choice);
  }

  #best(place: QuotationPlace, end: QuotationPlace, before: Predecessor | null, candidates: readonly SpeakerCandidate[]): SpeakerChoice {
    const setting = settingOf(this.#blocks, place, end, before, candidates);
    const shortlist = this.#shortlist;
    shortlist.clear();
    candidates.forEach((candidate, i) => {
      setSpeakerFeatures(this.#features, this.#blocks, setting, candidate);
      shortlist.add(i, this.#features.score(this.#model.weights.speaker));
    });
    const { contenders } = shortlist;
    const first = candidates[shortlist.candidate(0)];
    if (contenders === 1 || speaksOn(first)) return { candidate: first, likelihood: shortlist.likelihood() };
    this.#ranking.clear();
    for (let rank = 0; rank < contenders; rank++) {
      const candidate = candidates[shortlist.candidate(rank)];
      setSpeakerSecondFeatures(this.#secondFeatures, this.#blocks, setting, candidate, shortlist.margin(rank), rank);
      this.#ranking.add(scoreTrees(this.#model.trees.speaker, this.#secondFeatures));
    }
    return { candidate: candidates[shortlist.candidate(this.#ranking.best)], likelihood: this.#ranking.likelihood() };
  }
}

/** How sure a formula's speaker is. */
const BY_FORMULA = 0.9;

function formulaCandidate({ source, phrase, isBehind }: Formula, place: QuotationPlace, end: QuotationPlace): SpeakerCandidate {
  const zone = isBehind ? SpeakerZone.After : SpeakerZone.Before;
  return { zone, block: isBehind ? end.block : place.block, reading: null, source, nearer: 0, otherSources: 0, phrase };
}

function phraseCandidate(source: SourceCandidate, { block }: QuotationPlace): SpeakerCandidate {
  return { zone: SpeakerZone.PhraseBefore, block, reading: null, source, nearer: 0, otherSources: 0 };
}

/** From this likelihood on the source of a cue right beside a quotation has spoken it. */
const LIKELY_CUE = 0.2;

/** “Nobody leaves,” the mayor said, according to two witnesses: the mayor has spoken, and the witnesses say so. */
function withSayer(
  blocks: readonly BlockReading[],
  place: QuotationPlace,
  end: QuotationPlace,
  candidates: readonly SpeakerCandidate[],
  choice: SpeakerChoice,
): SpeakerChoice {
  const { zone, block, reading } = choice.candidate;
  if (reading === null || blocks[block].strip.classes[reading.cue] !== WordClass.According) return choice;
  if (zone !== SpeakerZone.Before && zone !== SpeakerZone.After) return choice;
  const { strip } = blocks[block];
  const isBeside = (where: SpeakerZone, { cue, verb, content }: CueReading, source: SourceCandidate): boolean => {
    if (where === SpeakerZone.After) return zone === where && Math.min(source.start, verb.start) === besides(strip, end.position + 1, 1);
    if (where !== SpeakerZone.Before || block !== place.block) return false;
    return cue === besides(strip, place.position - 1, -1) || (zone === where && cue > reading.cue && holds(content, place.position));
  };
  const sayer = candidates.find(
    (other) =>
      other.block === block &&
      other.reading !== null &&
      other.source !== null &&
      other.reading.likelihood >= LIKELY_CUE &&
      isVerbCue(strip, other.reading) &&
      isBeside(other.zone, other.reading, other.source),
  );
  return sayer ? { candidate: sayer, likelihood: choice.likelihood } : choice;
}

/** How sure it is that the subject of the verb right before a quotation has spoken it, and not whoever speaks before. */
const BY_CLAUSE = 0.7;

/** "She said no, and as Weld went on about “…”": the quotation is Weld's, whatever an earlier clause reports. */
function withClauseBeside(strip: Strip, place: QuotationPlace, choice: SpeakerChoice): SpeakerChoice {
  const { zone, reading, source } = choice.candidate;
  const beside = clauseBeside(strip, place.from, place.position) ?? innerClause(strip, place.from, place.position);
  if (!beside) return choice;
  const isOwn = zone === SpeakerZone.Before && (reading?.cue === beside.phrase.start || (source && source.end > beside.source.start));
  if (isOwn) return choice;
  return { candidate: formulaCandidate({ ...beside, isBehind: false }, place, place), likelihood: BY_CLAUSE };
}

/** The position or, where a comma, a colon or "that" stands there, the next one. */
function besides({ classes }: Strip, position: number, step: 1 | -1): number {
  const isLink = classes[position] === WordClass.Comma || classes[position] === WordClass.Colon || classes[position] === WordClass.That;
  return isLink ? position + step : position;
}

/** Whether the speaker is one of before; whose turn it is, the trees do not see. */
function speaksOn({ zone }: SpeakerCandidate): boolean {
  return zone === SpeakerZone.Carried || zone === SpeakerZone.Alternating;
}

function areSame(a: Circumstances, b: Circumstances): boolean {
  return (
    a.before === b.before &&
    a.last === b.last &&
    a.behind === b.behind &&
    a.signed === b.signed &&
    a.endBlock === b.endBlock &&
    a.endPosition === b.endPosition &&
    a.earlier === b.earlier &&
    a.distance === b.distance &&
    a.position === b.position &&
    a.attributed === b.attributed &&
    a.namedBehind === b.namedBehind
  );
}

/** The same choice where the quotation stands by so many blocks further on. */
function moved({ candidate, likelihood }: SpeakerChoice, by: number): SpeakerChoice {
  return { candidate: by === 0 || candidate.block < 0 ? candidate : { ...candidate, block: candidate.block + by }, likelihood };
}
