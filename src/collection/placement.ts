import { type Alignment, likePassages, type WordDifference } from "./alignment.js";
import { exactPassages, firstBetween, type Passage, wordIds } from "./passages.js";
import type { QuotedPart } from "./quotedParts.js";
import type { SourceIndex } from "./sourceIndex.js";

/** Where a quotation stands in the sources. The differences count words from the quotation's first, over all its parts. */
export type Placement =
  | { readonly kind: "exact"; readonly passages: readonly Passage[] }
  | { readonly kind: "altered"; readonly passage: Passage; readonly differences: readonly WordDifference[] }
  | { readonly kind: "stitched"; readonly passages: readonly Passage[] }
  | { readonly kind: "notFound" };

/** Words of the source that an ellipsis may leave out, and that an insertion in brackets may stand for. */
const LONGEST_CUT = { start: 0, ellipsis: 150, insertion: 12 } as const;
/** Fewer words than this in a row are found anywhere, so they show no stitching. */
const SHORTEST_PIECE = 3;
/** At least this share of the words, and of their weight, must be the source's for a quotation to be called altered. */
const LEAST_KEPT = 0.55;
/** The same where the source's speaker is the draft's, in words at least: "We told him twice" for "We told him three times". */
const LEAST_KEPT_BY_SPEAKER = 0.25;
const FEWEST_KEPT_BY_SPEAKER = 3;
/** A single place with no more of the draft's words changed than this is altered, not stitched. */
const FEW_WORDS = 2;
/** So many words of the source left out at once without a mark join two places. */
const LONG_GAP = 15;

/**
 * Looks for a quotation in all sources, in and out of marks.
 * @param prefer weighs passages that are equally like the quotation: the higher, the better, and 1 where the draft's speaker speaks.
 */
export function placeQuotation(index: SourceIndex, parts: readonly QuotedPart[], prefer: (passage: Passage) => number): Placement {
  const ids = parts.map(({ words }) => wordIds(index, words.keys));
  const exact = ids.map((each) => exactPassages(index, each));
  const whole = chains(index, parts, exact);
  if (whole.length > 0) return { kind: "exact", passages: whole };
  return parts.length === 1 ? placeOne(index, ids[0], prefer) : placeParts(index, parts, ids, exact, prefer);
}

/** The places where the parts follow one another in one document, each after no more words than its cut may leave out. */
function chains(index: SourceIndex, parts: readonly QuotedPart[], exact: readonly (readonly Passage[])[]): readonly Passage[] {
  return exact[0].flatMap((begins) => {
    const border = index.documentAt(begins.first).end;
    const pieces: Passage[] = [begins];
    let last: number = begins.end;
    for (let i = 1; i < parts.length; i++) {
      const next = firstBetween(exact[i], last, Math.min(border - 1, last + LONGEST_CUT[parts[i].after]));
      if (next === null) return [];
      pieces.push(next);
      last = next.end;
    }
    return [{ first: begins.first, end: last, pieces }];
  });
}

function placeOne(index: SourceIndex, ids: readonly number[], prefer: (passage: Passage) => number): Placement {
  const best = bestOf(likePassages(index, ids), prefer);
  if (best !== null && best.matched === ids.length && best.differences.length === 0) return { kind: "exact", passages: [best] };
  const near = best !== null && (isNear(best, ids.length) || isSpeakersOwn(best, ids.length, prefer));
  if (near && ids.length - best.matched <= FEW_WORDS && longestGap(best) <= LONG_GAP) return altered(best);
  const pieces = stitchedPieces(index, ids);
  if (pieces !== null) return { kind: "stitched", passages: pieces };
  return near ? altered(best) : { kind: "notFound" };
}

function isNear({ matched, kept }: Alignment, count: number): boolean {
  return matched >= 2 && Math.min(kept, matched / count) >= LEAST_KEPT;
}

function isSpeakersOwn(alignment: Alignment, count: number, prefer: (passage: Passage) => number): boolean {
  const { matched, kept } = alignment;
  return matched >= FEWEST_KEPT_BY_SPEAKER && matched / count >= LEAST_KEPT && kept >= LEAST_KEPT_BY_SPEAKER && prefer(alignment) === 1;
}

function altered({ first, end, differences }: Alignment): Placement {
  return { kind: "altered", passage: { first, end }, differences };
}

/** The most of the words' weight kept, with the fewest of the source's words left out. */
function bestOf(alignments: readonly Alignment[], prefer: (passage: Passage) => number): Alignment | null {
  let best: Alignment | null = null;
  let most = 0;
  for (const alignment of alignments) {
    const score = alignment.kept - leftOut(alignment) / 100 + prefer(alignment) / 20;
    if (best === null || score > most) [best, most] = [alignment, score];
  }
  return best;
}

function leftOut({ differences }: Alignment): number {
  return differences.reduce((sum, { sourceFirst, sourceEnd }) => sum + sourceEnd - sourceFirst, 0);
}

function longestGap({ differences }: Alignment): number {
  return Math.max(0, ...differences.map(({ sourceFirst, sourceEnd }) => sourceEnd - sourceFirst));
}

/** Two places whose words make up the whole run, the cut where the first part is longest; null where there are none. */
function stitchedPieces(index: SourceIndex, ids: readonly number[]): readonly Passage[] | null {
  const prefix = longest(ids.length, (length) => exactPassages(index, ids.slice(0, length)).length > 0);
  const cut = Math.min(prefix, ids.length - SHORTEST_PIECE);
  if (cut < SHORTEST_PIECE) return null;
  const suffix = longest(ids.length, (length) => exactPassages(index, ids.slice(ids.length - length)).length > 0);
  if (ids.length - suffix > cut) return null;
  return [exactPassages(index, ids.slice(0, cut))[0], exactPassages(index, ids.slice(cut))[0]];
}

/** The greatest length for which the condition holds, where it holds for all shorter ones. */
function longest(limit: number, holds: (length: number) => boolean): number {
  let low = 0;
  let high = limit;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A quotation with cuts: its longest part is placed first, then the others around it. */
function placeParts(
  index: SourceIndex,
  parts: readonly QuotedPart[],
  ids: readonly (readonly number[])[],
  exact: readonly (readonly Passage[])[],
  prefer: (passage: Passage) => number,
): Placement {
  const anchor = ids.reduce((most, each, i) => (each.length > ids[most].length ? i : most), 0);
  const anchored = placedAlone(index, ids[anchor], exact[anchor], prefer);
  if (anchored === null) return { kind: "notFound" };
  const { first: begin, end: limit } = index.documentAt(anchored.first);
  const placed: (Alignment | null)[] = ids.map(() => null);
  placed[anchor] = anchored;
  const find = (i: number, window: Passage): Alignment | null => {
    const inside = exact[i].find(({ first, end }) => first >= window.first && end <= window.end);
    if (inside !== undefined) return asAlignment(inside);
    const best = bestOf(likePassages(index, ids[i], window), prefer);
    return best !== null && Math.min(best.kept, best.matched / ids[i].length) >= LEAST_KEPT ? best : null;
  };
  let edge = anchored.first;
  for (let i = anchor - 1; i >= 0; i--) {
    placed[i] = find(i, { first: Math.max(begin, edge - LONGEST_CUT[parts[i + 1].after] - ids[i].length), end: edge });
    edge = placed[i]?.first ?? edge;
  }
  edge = anchored.end;
  for (let i = anchor + 1; i < ids.length; i++) {
    placed[i] = find(i, { first: edge, end: Math.min(limit, edge + LONGEST_CUT[parts[i].after] + ids[i].length) });
    edge = placed[i]?.end ?? edge;
  }
  const torn = ids.findIndex(
    (each, i) => exact[i].length === 0 && each.length - (placed[i]?.matched ?? 0) > FEW_WORDS && stitchedPieces(index, each) !== null,
  );
  if (torn < 0) return together(ids, exact, placed);
  return { kind: "stitched", passages: placed.flatMap((each, i) => (i === torn ? (stitchedPieces(index, ids[i]) ?? []) : (each ?? []))) };
}

function placedAlone(
  index: SourceIndex,
  ids: readonly number[],
  exact: readonly Passage[],
  prefer: (passage: Passage) => number,
): Alignment | null {
  if (exact.length > 0) return bestOf(exact.map(asAlignment), prefer);
  const best = bestOf(likePassages(index, ids), prefer);
  return best !== null && isNear(best, ids.length) ? best : null;
}

function asAlignment({ first, end }: Passage): Alignment {
  return { first, end, differences: [], kept: 1, matched: end - first };
}

/** What the parts' places say of the whole: a part that stands elsewhere makes it stitched, one that stands nowhere makes it altered. */
function together(
  ids: readonly (readonly number[])[],
  exact: readonly (readonly Passage[])[],
  placed: readonly (Alignment | null)[],
): Placement {
  const elsewhere = placed.map((each, i) => (each === null && ids[i].length >= SHORTEST_PIECE ? (exact[i][0] ?? null) : null));
  if (elsewhere.some((each) => each !== null)) {
    return { kind: "stitched", passages: placed.flatMap((each, i) => each ?? elsewhere[i] ?? []) };
  }
  const differences: WordDifference[] = [];
  let offset = 0;
  let [kept, all] = [0, 0];
  let edge = placed.find((each) => each !== null)?.first ?? 0;
  for (let i = 0; i < ids.length; i++) {
    const count = ids[i].length;
    const part = placed[i];
    const missing = { draftFirst: 0, draftEnd: count, sourceFirst: edge, sourceEnd: edge };
    for (const each of part === null ? [missing] : part.differences) {
      differences.push({ ...each, draftFirst: each.draftFirst + offset, draftEnd: each.draftEnd + offset });
    }
    edge = part?.end ?? edge;
    kept += part?.matched ?? 0;
    all += count;
    offset += count;
  }
  const passages = placed.filter((each) => each !== null);
  const passage: Passage = { first: passages[0].first, end: passages[passages.length - 1].end, pieces: passages };
  if (differences.length === 0) return { kind: "exact", passages: [passage] };
  return kept / all >= LEAST_KEPT ? { kind: "altered", passage, differences } : { kind: "notFound" };
}
