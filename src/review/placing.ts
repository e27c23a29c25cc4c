import type { Span } from "../analysis/analysis.js";
import {
  type FoldedAnchor,
  foldedAnchor,
  type Occurrences,
  occurrencesByContext,
  placeAsIs,
  placeElsewhere,
  placeReworded,
} from "./anchoring.js";
import { type CodePoints, codePointsOf } from "./codePoints.js";
import type { Decision } from "./decision.js";
import { type FoldedText, folded, foldedText } from "./foldedText.js";
import { occurrencesOf } from "./occurrences.js";
import { heldSpan, type PlacedDecision, type Placement } from "./placement.js";
import { type SpanShift, spanShift, type TextEdit } from "./textEdits.js";

/** What approximate search may cost in one placing: code units of text times blocks of errors. */
const APPROXIMATE_WORK = 30_000_000;

const WHOLE: Placement = { kind: "whole" };
const ORPHANED: Placement = { kind: "orphaned" };
const BY_NAME: Placement = { kind: "by-name", occurrences: [] };

/**
 * Finds where each decision stands in a text: its words at their place; else the same words elsewhere, chosen by what stands around them;
 * else the same passage in another wording. The answer depends on the decisions and the text alone.
 * @param sha256 of the text, as the analysis gives it.
 * @returns one for each decision, in their order.
 */
export function placeDecisions(decisions: readonly Decision[], text: string, sha256: string): PlacedDecision[] {
  return new Placing(decisions, text, sha256).placed();
}

class Placing {
  readonly #decisions: readonly Decision[];
  readonly #text: string;
  readonly #sha256: string;
  readonly #points: CodePoints;
  #folded: FoldedText | undefined;

  constructor(decisions: readonly Decision[], text: string, sha256: string) {
    this.#decisions = decisions;
    this.#text = text;
    this.#sha256 = sha256;
    this.#points = codePointsOf(text);
  }

  placed(): PlacedDecision[] {
    const placements: (Placement | undefined)[] = this.#decisions.map((decision) => this.#atOnce(decision));
    this.#placeByName(placements);
    this.#placeElsewhere(placements);
    return this.#decisions.map((decision, rank) => this.#checked(decision, placements[rank] ?? ORPHANED));
  }

  get #foldedText(): FoldedText {
    this.#folded ??= foldedText(this.#text);
    return this.#folded;
  }

  #atOnce({ target }: Decision): Placement | undefined {
    switch (target.kind) {
      case "span":
        return placeAsIs(target, this.#text, this.#sha256, this.#points);
      case "name":
        return BY_NAME;
      case "document":
      case "decision":
        return WHOLE;
    }
  }

  /** Names that were added, or parted from another, are looked for wherever they stand as whole words. */
  #placeByName(placements: (Placement | undefined)[]): void {
    const names = new Map<number, string>();
    this.#decisions.forEach((decision, rank) => {
      const { kind, target, state } = decision;
      if (state === "active" && target.kind === "name" && (kind === "add-name" || kind === "keep-apart"))
        names.set(rank, folded(target.name));
    });
    if (names.size === 0) return;
    const { text } = this.#foldedText;
    const found = occurrencesOf(new Set(names.values()), text);
    const spans = new Map<string, readonly Span[]>();
    for (const [name, offsets] of found) {
      const whole = offsets.filter((at) => isWholeWord(text, at, at + name.length));
      spans.set(
        name,
        whole.map((at) => ({ start: this.#foldedText.toOriginal(at), end: this.#foldedText.endToOriginal(at + name.length) })),
      );
    }
    for (const [rank, name] of names) placements[rank] = { kind: "by-name", occurrences: spans.get(name) ?? [] };
  }

  #placeElsewhere(placements: (Placement | undefined)[]): void {
    const sought = new Map<number, FoldedAnchor>();
    this.#decisions.forEach(({ target }, rank) => {
      if (placements[rank] || target.kind !== "span" || target.anchor.exact === "") return;
      sought.set(rank, foldedAnchor(target.anchor, this.#foldedText, this.#points));
    });
    if (sought.size === 0) return;
    const { text } = this.#foldedText;
    const found = new Map<string, Occurrences>();
    for (const [exact, offsets] of occurrencesOf(new Set([...sought.values()].map(({ exact }) => exact)), text)) {
      found.set(exact, occurrencesByContext(offsets, exact.length, text));
    }
    const budget = { left: APPROXIMATE_WORK };
    for (const [rank, anchor] of sought) {
      const places = found.get(anchor.exact);
      placements[rank] = places
        ? placeElsewhere(anchor, places, this.#foldedText, this.#text, this.#points)
        : placeReworded(anchor, this.#foldedText, this.#text, budget);
    }
  }

  /** A new extent holds only where its words are the ones chosen. */
  #checked(decision: Decision, placement: Placement): PlacedDecision {
    const span = heldSpan(placement);
    if (decision.kind !== "resize" || !span) return { decision, placement };
    const resized = resizedSpan(decision.target.anchor.start, decision.to, span, this.#points);
    return this.#text.slice(resized.start, resized.end) === decision.to.exact
      ? { decision, placement, extent: resized }
      : { decision, placement: { kind: "second-look", span, reason: "context" } };
  }
}

function resizedSpan(start: number, to: { readonly start: number; readonly exact: string }, span: Span, points: CodePoints): Span {
  const from = points.toUnits(points.toPoints(span.start) + to.start - start);
  return { start: from, end: from + to.exact.length };
}

function isWholeWord(text: string, start: number, end: number): boolean {
  return !isWordAt(text, start - 1, start) && !isWordAt(text, end, end - 1);
}

/** Whether a word runs on between two neighbouring offsets. */
function isWordAt(text: string, outside: number, inside: number): boolean {
  return /[\p{L}\p{M}\p{N}]/u.test(text[outside] ?? "") && /[\p{L}\p{M}\p{N}]/u.test(text[inside] ?? "");
}

/**
 * Moves placements by edits made at once, until the new text is placed afresh. Words that an edit cuts into are orphaned till then, but a
 * quotation that is typed inside keeps its decisions, in doubt.
 * @param batch edits in text order, none overlapping another.
 */
export function shiftedPlacements(placed: readonly PlacedDecision[], batch: readonly TextEdit[]): readonly PlacedDecision[] {
  const shift = spanShift(batch);
  return placed.map((one) => {
    const placement = shiftedPlacement(one, shift);
    if (placement === one.placement) return one;
    const extent = one.extent && shift.whole(one.extent);
    if (one.extent && !extent) return { decision: one.decision, placement: ORPHANED };
    return { decision: one.decision, placement, ...(extent && { extent }) };
  });
}

function shiftedPlacement({ decision, placement }: PlacedDecision, shift: SpanShift): Placement {
  switch (placement.kind) {
    case "whole":
    case "orphaned":
      return placement;
    case "by-name":
      if (placement.occurrences.length === 0) return placement;
      return { kind: "by-name", occurrences: placement.occurrences.flatMap((span) => shift.whole(span) ?? []) };
    case "second-look": {
      const span = shift.region(placement.span);
      if (span === placement.span) return placement;
      return span ? { ...placement, span } : ORPHANED;
    }
    case "anchored":
    case "moved": {
      const span = shift.whole(placement.span);
      if (span === placement.span) return placement;
      if (span) return { kind: "moved", span, wordsChanged: placement.kind === "moved" && placement.wordsChanged };
      const grown = decision.target.kind === "span" && decision.target.item === "quotation" ? shift.growing(placement.span) : null;
      return grown ? { kind: "moved", span: grown, wordsChanged: true } : ORPHANED;
    }
  }
}
