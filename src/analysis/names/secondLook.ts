import { ENTITY_TYPES, type EntityType } from "../analysis.js";
import { CharClass, charClass } from "../text/characters.js";
import type { Block } from "../text/sourceText.js";
import type { Decoder } from "./decoder.js";
import { type Evidence, GIVEN_VOTE, SURNAME_VOTE, tokenKey, type Verdict, verdictWithout } from "./evidence.js";
import type { FirstLook } from "./firstLook.js";
import { LABEL_COUNT, OUTSIDE } from "./labels.js";
import { addNames, type LabelledStretch, type TokenName } from "./spans.js";

const L = LABEL_COUNT;

/** What the document's whole vote for a type, and for no name, is worth, in the model's integers. */
const NAME_WORTH = 130;
const NO_NAME_WORTH = 60;

const LONGEST_PHRASE = 8;

/** What the document adds to a block's scores: for each phrase its first token, its end, the type's index and the addition. */
export type Additions = readonly number[];

/** Finds what the rest of the document says of a block's capitalised phrases. */
export function findAdditions(block: Block, look: FirstLook, evidence: Evidence): Additions {
  const additions: number[] = [];
  const nameAt = namesByToken(look);
  for (let s = 0; s < look.stretches.length; s += 2) {
    const stop = look.stretches[s + 1];
    for (let i = look.stretches[s]; i < stop; ) {
      const found = isUpper(block, i) ? longestPhrase(block, i, stop, evidence, nameAt) : null;
      if (found) {
        const { type, share } = found.verdict;
        additions.push(i, found.end, type, Math.round(share * (type === ENTITY_TYPES.length ? NO_NAME_WORTH : NAME_WORTH)));
      }
      i = found ? found.end : i + 1;
    }
  }
  return additions;
}

interface OwnName {
  readonly name: TokenName;
  readonly weight: number;
}

function namesByToken({ names, weights }: FirstLook): ReadonlyMap<number, OwnName> {
  const map = new Map<number, OwnName>();
  names.forEach((name, n) => {
    for (let i = name.first; i < name.end; i++) map.set(i, { name, weight: weights[n] });
  });
  return map;
}

/** A capital at the start, or after a short particle ("al-Maliki"). */
function isUpper({ text, tokens }: Block, token: number): boolean {
  const start = tokens.starts[token];
  if (charClass(text.charCodeAt(start)) === CharClass.Upper) return true;
  return text.charCodeAt(start + 2) === 0x2d && charClass(text.charCodeAt(start + 3)) === CharClass.Upper && tokens.ends[token] > start + 4;
}

function longestPhrase(block: Block, first: number, stop: number, evidence: Evidence, nameAt: ReadonlyMap<number, OwnName>) {
  let best: { readonly end: number; readonly verdict: Verdict } | null = null;
  let key = 0;
  for (let i = first; i < stop && i < first + LONGEST_PHRASE; i++) {
    key = tokenKey(block, i, key);
    const phrase = evidence.find(key);
    if (!phrase) break;
    const own = ownVote(nameAt.get(first), first, i + 1);
    const verdict = verdictWithout(phrase.votes, own.type, own.weight);
    if (verdict) best = { end: i + 1, verdict };
    if (!phrase.continues) break;
  }
  return best;
}

/** The vote that this very place cast for the phrase first..end. */
function ownVote(own: OwnName | undefined, first: number, end: number): { readonly type: EntityType | null; readonly weight: number } {
  if (!own) return { type: null, weight: end - first === 1 ? 1 : 0 };
  const { name, weight } = own;
  if (name.first === first && name.end === end) return { type: name.type, weight };
  if (name.type !== "person" || end - first !== 1) return { type: name.type, weight: 0 };
  if (end === name.end) return { type: "person", weight: weight * SURNAME_VOTE };
  return { type: "person", weight: first === name.first ? weight * GIVEN_VOTE : 0 };
}

/** The block's names after the additions, found again where they change anything. */
export function namesWithAdditions(look: FirstLook, additions: Additions, decoder: Decoder): readonly TokenName[] {
  if (additions.length === 0) return look.names;
  const names: TokenName[] = [];
  let next = 0;
  for (let s = 0; s < look.stretches.length; s += 2) {
    const first = look.stretches[s];
    const length = look.stretches[s + 1] - first;
    const offset = look.offsets[s >> 1];
    let stretch: LabelledStretch = {
      first,
      length,
      labels: look.labels,
      labelsAt: offset,
      scores: look.scores,
      scoresAt: offset,
      scale: look.scale,
    };
    if (next < additions.length && additions[next] < first + length) {
      const { scores, labels } = decoder.room(length);
      for (let i = 0; i < length * L; i++) scores[i] = look.scores[offset * L + i];
      for (; next < additions.length && additions[next] < first + length; next += 4) add(scores, first, additions, next);
      decoder.decode(scores, 0, length, labels, 0);
      stretch = { first, length, labels, labelsAt: 0, scores, scoresAt: 0, scale: look.scale };
    }
    addNames(stretch, names);
  }
  return names;
}

function add(scores: Int32Array, first: number, additions: Additions, at: number): void {
  const type = additions[at + 2];
  for (let i = additions[at]; i < additions[at + 1]; i++) {
    const label = type === ENTITY_TYPES.length ? OUTSIDE : 1 + 2 * type + (i === additions[at] ? 0 : 1);
    scores[(i - first) * L + label] += additions[at + 3];
    if (label !== OUTSIDE && i === additions[at]) scores[(i - first) * L + label + 1] += additions[at + 3] >> 1;
  }
}
