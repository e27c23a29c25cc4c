import type { Person } from "./persons.js";
import type { TurnInput } from "./scene.js";
import { addStaticFeatures, addTurnFeatures, type Candidate, type Earlier, type FeaturePlaces, type TurnPlace } from "./talkFeatures.js";

/** Who speaks a turn, with how sure that is, 0..1. */
export interface TurnChoice {
  readonly person: Person;
  readonly confidence: number;
}

/** So many readings of the talk are kept from turn to turn. */
const BEAM = 12;
/** A turn that speaks for nobody by more than this share is left open. */
const LEAST_SURE = 0.3;
/** Who spoke is remembered for this many turns. */
const MEMORY = 8;

/** Readings of the talk so far that agree on who spoke last. */
interface Reading {
  readonly speakers: Earlier;
  /** How likely they are together, and where each comes from. */
  share: number;
  readonly from: { readonly before: Reading; readonly share: number }[];
  /** How likely what follows is after them, against other readings. */
  rest: number;
}

/**
 * Finds who most likely speaks each turn, over the readings of all turns together: who is told to answer tells who was asked.
 * A log-linear ranker judges each turn (after He, Barbosa and Kondrak, 2013: speakers in novels); forward and backward sums over the
 * likeliest readings give each turn's shares.
 * @returns for each turn its speaker; null where nobody can be told.
 */
export function decodeTalk(turns: readonly TurnInput[], weights: Float64Array): readonly (TurnChoice | null)[] {
  const steps: (readonly Reading[])[] = [];
  const scorer = new Scorer(weights);
  let readings: readonly Reading[] = [{ speakers: [], share: 1, from: [], rest: 0 }];
  for (const input of turns) {
    readings = nextReadings(readings, input, scorer);
    steps.push(readings);
  }
  for (const reading of readings) reading.rest = 1;
  for (let t = steps.length - 1; t > 0; t--) {
    for (const reading of steps[t]) for (const { before, share } of reading.from) before.rest += share * reading.rest;
    scale(steps[t - 1]);
  }
  return turns.map(({ told }, t) => choiceOf(steps[t], told));
}

/** Keeps the numbers of a step away from zero. */
function scale(readings: readonly Reading[]): void {
  const most = Math.max(...readings.map(({ rest }) => rest));
  for (const reading of readings) reading.rest /= most;
}

function choiceOf(readings: readonly Reading[], told: TurnInput["told"]): TurnChoice | null {
  if (told === null) return null;
  const shares = new Map<Person | null, number>();
  let sum = 0;
  for (const { speakers, share, rest } of readings) {
    const both = share * rest;
    sum += both;
    shares.set(speakers[0], (shares.get(speakers[0]) ?? 0) + both);
  }
  let choice: TurnChoice | null = null;
  for (const [person, share] of shares) if (person && share / sum > (choice?.confidence ?? 0)) choice = { person, confidence: share / sum };
  return choice && choice.confidence >= LEAST_SURE ? choice : null;
}

/** A turn's speaker behind readings that agree on the two turns before. */
interface Following {
  readonly person: Person | null;
  share: number;
  readonly from: { readonly before: Reading; readonly share: number }[];
}

function nextReadings(readings: readonly Reading[], { candidates, place, told }: TurnInput, scorer: Scorer): readonly Reading[] {
  const base = candidates.map((candidate) => scorer.ofCandidate(candidate, place));
  const next = new Map<number, Following>();
  const follow = (person: Person | null, before: Reading, agreeing: number, share: number): void => {
    const key = ((person?.number ?? -1) + 1) * BEAM + agreeing;
    const known = next.get(key);
    const joint = before.share * share;
    if (known) {
      known.share += joint;
      known.from.push({ before, share });
    } else next.set(key, { person, share: joint, from: [{ before, share }] });
  };
  const scores: number[] = [];
  for (const before of readings) {
    const agreeing = readings.findIndex((other) => endAlike(other.speakers, before.speakers));
    if (told === null || candidates.length === 0) {
      follow(null, before, agreeing, 1);
      continue;
    }
    let sum = 0;
    for (let i = 0; i < candidates.length; i++) {
      scores[i] = Math.exp(base[i] + scorer.ofTurn(candidates[i], place, before.speakers));
      sum += scores[i];
    }
    for (let i = 0; i < candidates.length; i++) {
      const { person } = candidates[i];
      if (told === person || told === "open") follow(person, before, agreeing, scores[i] / sum);
    }
  }
  const kept = [...next.values()].sort((a, b) => b.share - a.share).slice(0, BEAM);
  const sum = kept.reduce((all, { share }) => all + share, 0);
  return kept.map(({ person, share, from }) => {
    const speakers = [person, ...from[0].before.speakers.slice(0, MEMORY - 1)];
    return { speakers, share: share / sum, from, rest: 0 };
  });
}

/** Whether the last two turns are spoken by the same. */
function endAlike(a: Earlier, b: Earlier): boolean {
  return (a[0] ?? null) === (b[0] ?? null) && (a[1] ?? null) === (b[1] ?? null);
}

/** Sums the weights of features, in the order in which they are found. */
class Scorer implements FeaturePlaces {
  readonly #weights: Float64Array;
  #sum = 0;

  constructor(weights: Float64Array) {
    this.#weights = weights;
  }

  push(place: number): void {
    this.#sum += this.#weights[place];
  }

  ofCandidate(candidate: Candidate, place: TurnPlace): number {
    this.#sum = 0;
    addStaticFeatures(candidate, place, this);
    return this.#sum;
  }

  ofTurn(candidate: Candidate, place: TurnPlace, earlier: Earlier): number {
    this.#sum = 0;
    addTurnFeatures(candidate, place, earlier, this);
    return this.#sum;
  }
}
