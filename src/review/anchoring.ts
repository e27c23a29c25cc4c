import type { Span } from "../analysis/analysis.js";
import { approximatePlaces, type SearchBudget } from "./approximate.js";
import type { CodePoints } from "./codePoints.js";
import type { SpanTarget, TextAnchor } from "./decision.js";
import { type FoldedText, folded } from "./foldedText.js";
import type { Placement } from "./placement.js";
import { wordChange } from "./wordChanges.js";

/** The share of the context that must stand around short words for them to be taken as the same ones. */
const CONTEXT_FLOOR = 0.5;
/** By how much of the context the best place must be ahead of the next. */
const CONTEXT_MARGIN = 0.15;
/** So many code units are their own proof where they stand once. */
const TELLING_LENGTH = 32;
/** Of places with the same neighbouring letters, so many are compared: the nearest. */
const NEAREST = 64;
const KEY_LENGTH = 4;
/** So many code units on both sides tell a place whose words are no longer like the old ones. */
const SIDE = 12;
/** Such words are longer than the old ones by at most so many code units. */
const LONGEST_ADDED = 80;
const ORPHANED: Placement = { kind: "orphaned" };
/** How far from their old place, in UTF-16 code units, words are looked for in another wording. */
const REACH = 60_000;

/** The words at their place: the text is the same, or the context is whole. Undefined where they are to be looked for. */
export function placeAsIs(target: SpanTarget, text: string, sha256: string, points: CodePoints): Placement | undefined {
  const { anchor } = target;
  const start = points.toUnits(anchor.start);
  const end = start + anchor.exact.length;
  if (anchor.exact === "" || !text.startsWith(anchor.exact, start)) return undefined;
  const same =
    target.sha256 === sha256 ||
    (text.startsWith(anchor.suffix, end) && text.slice(Math.max(0, start - anchor.prefix.length), start) === anchor.prefix);
  return same ? { kind: "anchored", span: { start, end } } : undefined;
}

/** Places of the same words, by the letters next to them. */
export interface Occurrences {
  readonly offsets: readonly number[];
  readonly byBefore: ReadonlyMap<string, readonly number[]>;
  readonly byAfter: ReadonlyMap<string, readonly number[]>;
}

/** @param offsets rising offsets of the words in the folded text. */
export function occurrencesByContext(offsets: readonly number[], length: number, text: string): Occurrences {
  const byBefore = new Map<string, number[]>();
  const byAfter = new Map<string, number[]>();
  if (offsets.length > NEAREST) {
    for (const at of offsets) {
      push(byBefore, text.slice(Math.max(0, at - KEY_LENGTH), at), at);
      push(byAfter, text.slice(at + length, at + length + KEY_LENGTH), at);
    }
  }
  return { offsets, byBefore, byAfter };
}

/** An anchor with its texts folded, and where it was expected. */
export interface FoldedAnchor {
  readonly anchor: TextAnchor;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** Offset in the folded text. */
  readonly expected: number;
}

export function foldedAnchor(anchor: TextAnchor, text: FoldedText, points: CodePoints): FoldedAnchor {
  return {
    anchor,
    exact: folded(anchor.exact),
    prefix: folded(anchor.prefix),
    suffix: folded(anchor.suffix),
    expected: text.toFolded(points.toUnits(anchor.start)),
  };
}

/** Chooses among places of the same words by what stands around them. */
export function placeElsewhere(
  anchor: FoldedAnchor,
  found: Occurrences,
  text: FoldedText,
  original: string,
  points: CodePoints,
): Placement {
  const candidates = candidatesOf(anchor, found, text.text);
  const ranked = candidates.map((at) => ({ at, likeness: contextLikeness(anchor, at, at + anchor.exact.length, text.text) }));
  ranked.sort((a, b) => b.likeness - a.likeness || Math.abs(a.at - anchor.expected) - Math.abs(b.at - anchor.expected) || a.at - b.at);
  const [best, next] = ranked;
  const span = originalSpan(best.at, best.at + anchor.exact.length, text);
  const atPlace = span.start === points.toUnits(anchor.anchor.start);
  const alone = found.offsets.length === 1 && anchor.exact.length >= TELLING_LENGTH;
  if (best.likeness < CONTEXT_FLOOR && !alone) return { kind: "second-look", span, reason: "context" };
  const ahead = next === undefined || best.likeness - next.likeness >= CONTEXT_MARGIN;
  if (!ahead && !atPlace) return { kind: "second-look", span, reason: "ambiguous" };
  return atPlace && original.startsWith(anchor.anchor.exact, span.start)
    ? { kind: "anchored", span }
    : { kind: "moved", span, wordsChanged: false };
}

/** Looks, not too far from where they stood, for another wording of words that stand nowhere as they were. */
export function placeReworded(anchor: FoldedAnchor, text: FoldedText, original: string, budget: SearchBudget): Placement {
  const from = Math.max(0, anchor.expected - REACH);
  const near = text.text.slice(from, anchor.expected + anchor.exact.length + REACH);
  const places = approximatePlaces(anchor.exact, near, budget).map(({ start, end }) =>
    snapped({ start: start + from, end: end + from }, anchor, text.text),
  );
  const ranked = places.map((place) => ({ place, likeness: contextLikeness(anchor, place.start, place.end, text.text) }));
  ranked.sort((a, b) => b.likeness - a.likeness || Math.abs(a.place.start - anchor.expected) - Math.abs(b.place.start - anchor.expected));
  const [best, ...others] = ranked;
  if (!best) return placeBetween(anchor, text, original, from, near);
  const next = others.find(({ place }) => place.start >= best.place.end || place.end <= best.place.start);
  const span = originalSpan(best.place.start, best.place.end, text);
  const change = wordChange(anchor.anchor.exact, original.slice(span.start, span.end));
  if (change === "meaning") return { kind: "second-look", span, reason: "meaning" };
  if (best.likeness < CONTEXT_FLOOR && anchor.exact.length < TELLING_LENGTH) return { kind: "second-look", span, reason: "context" };
  if (next !== undefined && best.likeness - next.likeness < 2 * CONTEXT_MARGIN) return { kind: "second-look", span, reason: "ambiguous" };
  return { kind: "moved", span, wordsChanged: change === "wording" };
}

/** Words too unlike the old ones stand, in doubt, where what stood on both sides still does. @param from where the part looked through begins. */
function placeBetween(anchor: FoldedAnchor, text: FoldedText, original: string, from: number, near: string): Placement {
  const before = anchor.prefix.slice(-SIDE);
  const after = anchor.suffix.slice(0, SIDE);
  if (before.length < SIDE || after.length < SIDE) return ORPHANED;
  let found: Span | null = null;
  for (let at = near.indexOf(before); at >= 0; at = near.indexOf(before, at + 1)) {
    const start = at + before.length;
    const end = near.slice(start, start + anchor.exact.length + LONGEST_ADDED + SIDE).indexOf(after);
    if (end <= 0 || near.slice(start, start + end).trim() === "") continue;
    if (found !== null) return ORPHANED;
    found = { start: from + start, end: from + start + end };
  }
  if (found === null) return ORPHANED;
  const span = originalSpan(found.start, found.end, text);
  const change = wordChange(anchor.anchor.exact, original.slice(span.start, span.end));
  return { kind: "second-look", span, reason: change === "meaning" ? "meaning" : "context" };
}

function candidatesOf(anchor: FoldedAnchor, { offsets, byBefore, byAfter }: Occurrences, text: string): readonly number[] {
  if (offsets.length <= NEAREST) return offsets;
  const near = new Set([
    ...nearest(byBefore.get(anchor.prefix.slice(-KEY_LENGTH)) ?? [], anchor.expected, NEAREST),
    ...nearest(byAfter.get(anchor.suffix.slice(0, KEY_LENGTH)) ?? [], anchor.expected, NEAREST),
    ...nearest(offsets, anchor.expected, 2),
  ]);
  if (text.startsWith(anchor.exact, anchor.expected)) near.add(anchor.expected);
  return [...near];
}

function nearest(offsets: readonly number[], expected: number, count: number): readonly number[] {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (offsets[middle] < expected) low = middle + 1;
    else high = middle;
  }
  const from = Math.max(0, Math.min(low - (count >> 1), offsets.length - count));
  return offsets.slice(from, from + count);
}

/** The share of the context that stands around start..end, counted from the words outward; 1 where there was no context. */
function contextLikeness({ prefix, suffix }: FoldedAnchor, start: number, end: number, text: string): number {
  const whole = prefix.length + suffix.length;
  if (whole === 0) return 1;
  let before = 0;
  while (before < prefix.length && prefix.charCodeAt(prefix.length - 1 - before) === text.charCodeAt(start - 1 - before)) before++;
  let after = 0;
  while (after < suffix.length && suffix.charCodeAt(after) === text.charCodeAt(end + after)) after++;
  return (before + after) / whole;
}

const WORD_CHARACTER = /[\p{L}\p{M}\p{N}]/u;
const LONGEST_WORD = 24;

/** The edges of an approximate match moved to whole words, where the passage had whole words at its edges. */
function snapped({ start, end }: Span, { exact, prefix, suffix }: FoldedAnchor, text: string): Span {
  let from = start;
  let to = end;
  if (!exact.startsWith(" ")) while (from < to && text[from] === " ") from++;
  if (!exact.endsWith(" ")) while (to > from && text[to - 1] === " ") to--;
  if (!joins(prefix, exact)) {
    for (let left = LONGEST_WORD; left > 0 && from > 0 && joins(text[from - 1], text[from] ?? ""); left--) from--;
  }
  if (!joins(exact, suffix)) {
    for (let left = LONGEST_WORD; left > 0 && to < text.length && joins(text[to - 1] ?? "", text[to]); left--) to++;
  }
  return { start: from, end: to };
}

/** Whether a word runs on from the end of one text to the start of the other. */
function joins(left: string, right: string): boolean {
  return WORD_CHARACTER.test(left.slice(-1)) && WORD_CHARACTER.test(right.slice(0, 1));
}

function originalSpan(start: number, end: number, text: FoldedText): Span {
  return { start: text.toOriginal(start), end: text.endToOriginal(end) };
}

function push(map: Map<string, number[]>, key: string, value: number): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
