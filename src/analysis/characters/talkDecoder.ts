import type { Person } from "./persons.js";
import type { TurnInput } from "./scene.js";
import { type Earlier, staticFeatures, turnFeatures } from "./talkFeatures.js";

/** Who speaks a turn, with how sure that is, 0..1. */
export interface TurnChoice {
  readonly person: Person;
  readonly confidence: number;
}

/** So many readings of the talk are kept from turn to turn. */
const BEAM = 8;
/** A turn that speaks for nobody by more than this share is left open. */
const LEAST_SURE = 0.3;
/** Who spoke is remembered for this many turns. */
const MEMORY = 8;

/** One reading of the talk so far. */
interface Reading {
  readonly score: number;
  readonly speakers: Earlier;
  readonly choice: TurnChoice | null;
  readonly before: Reading | null;
}

/**
 * Finds the likeliest speakers of all turns together, by a beam over the readings of the talk: who is told to answer tells who was asked.
 * A log-linear ranker judges each turn (after He, Barbosa and Kondrak, 2013: speakers in novels).
 * @returns for each turn its speaker; null where nobody can be told.
 */
export function decodeTalk(turns: readonly TurnInput[], weights: Float64Array): readonly (TurnChoice | null)[] {
  let readings: readonly Reading[] = [{ score: 0, speakers: [], choice: null, before: null }];
  for (const input of turns) readings = nextReadings(readings, input, weights);
  const choices: (TurnChoice | null)[] = [];
  for (let reading = readings[0]; reading.before; reading = reading.before) choices.push(reading.choice);
  return choices.reverse();
}

function nextReadings(readings: readonly Reading[], { candidates, place, told }: TurnInput, weights: Float64Array): readonly Reading[] {
  const base = candidates.map((candidate) => total(staticFeatures(candidate, place), weights));
  const next: Reading[] = [];
  for (const before of readings) {
    const follow = (person: Person | null, gain: number, choice: TurnChoice | null): void => {
      next.push({ score: before.score + gain, speakers: [person, ...before.speakers.slice(0, MEMORY - 1)], choice, before });
    };
    if (told === null || candidates.length === 0) {
      follow(null, 0, null);
      continue;
    }
    const scores = candidates.map((candidate, i) => Math.exp(base[i] + total(turnFeatures(candidate, place, before.speakers), weights)));
    const sum = scores.reduce((all, score) => all + score, 0);
    candidates.forEach(({ person }, i) => {
      const share = scores[i] / sum;
      if (told === person) follow(person, Math.log(share), { person, confidence: 1 });
      else if (told === "open") follow(person, Math.log(share), share >= LEAST_SURE ? { person, confidence: share } : null);
    });
  }
  return distinct(next.sort((a, b) => b.score - a.score));
}

/** The best readings; of those with the same last speakers only the best. */
function distinct(sorted: readonly Reading[]): readonly Reading[] {
  const kept: Reading[] = [];
  for (const reading of sorted) {
    if (kept.length === BEAM) break;
    const { speakers } = reading;
    if (!kept.some((other) => other.speakers[0] === speakers[0] && other.speakers[1] === speakers[1] && other.speakers[2] === speakers[2]))
      kept.push(reading);
  }
  return kept;
}

function total(places: readonly number[], weights: Float64Array): number {
  let sum = 0;
  for (const place of places) sum += weights[place];
  return sum;
}
