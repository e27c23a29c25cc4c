import type { Span } from "../analysis/analysis.js";
import { type CodePoints, codePointsOf } from "./codePoints.js";
import type { ItemKind, SpanTarget, TextAnchor } from "./decision.js";

/** How many code points of the text before and after the words an anchor keeps. */
export const CONTEXT = 32;

/** The anchor of a span of a text. @param span UTF-16 code units; @param points the text's code points, where they are at hand. */
export function anchorOf(text: string, { start, end }: Span, points: CodePoints = codePointsOf(text)): TextAnchor {
  return {
    start: points.toPoints(start),
    end: points.toPoints(end),
    exact: text.slice(start, end),
    prefix: text.slice(pointsBack(text, start), start),
    suffix: text.slice(end, pointsOn(text, end)),
  };
}

/** What a decision on a span of a text is on. @param sha256 the text's, as an analysis gives it. */
export function spanTarget(text: string, sha256: string, span: Span, item: ItemKind): SpanTarget {
  return { kind: "span", item, anchor: anchorOf(text, span), sha256 };
}

function pointsBack(text: string, from: number): number {
  let at = from;
  for (let count = 0; count < CONTEXT && at > 0; count++) at -= at > 1 && isPair(text, at - 2) ? 2 : 1;
  return at;
}

function pointsOn(text: string, from: number): number {
  let at = from;
  for (let count = 0; count < CONTEXT && at < text.length; count++) at += isPair(text, at) ? 2 : 1;
  return at;
}

function isPair(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
}
