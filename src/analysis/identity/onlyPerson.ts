import { type Actor, genderOf, type PronounPlace } from "./pronounFeatures.js";
import type { PronounChoice } from "./pronounRanking.js";

/** How sure it is that the only person near is meant, and from when on that is told. */
const CONFIDENCE = 0.65;
const THRESHOLD = 0.6;

/**
 * Whom "she" means where the ranker leaves it open only since no list knows the gender of a name: the only person whom this paragraph and
 * the one before name and who can be meant, with nobody unnamed brought up since. Names of some languages are on fewer lists than others.
 * @param nounToken the last noun for an unnamed person, over the document, or -1.
 * @param candidates the persons that the pronoun can mean, the nearest first.
 * @param ranked what the ranker chose without being sure, or null.
 * @returns the choice, or null where several or nobody fit, or the person's gender is known.
 */
export function onlyPersonNear(
  { reference, block, quotation }: PronounPlace,
  nounToken: number,
  candidates: readonly Actor[],
  ranked: PronounChoice | null,
): PronounChoice | null {
  const { pronoun } = reference;
  if ((pronoun !== "female" && pronoun !== "male") || reference.case !== "subject" || quotation >= 0) return null;
  let only = -1;
  for (let i = 0; i < candidates.length && candidates[i].block >= block - 1; i++) {
    const gender = genderOf(candidates[i]);
    if (gender !== null && gender !== pronoun) continue;
    if (gender === pronoun || only >= 0) return null;
    only = i;
  }
  if (only < 0) return null;
  const rival = ranked === null || ranked.index === only ? null : candidates[ranked.index];
  if (rival && (rival.block < block - 1 || genderOf(rival) === pronoun)) return null;
  const { position, quotation: said, token } = candidates[only];
  if (position === "possessive" || position === "prepositional" || said >= 0 || nounToken > token) return null;
  return { index: only, confidence: CONFIDENCE, threshold: THRESHOLD };
}
