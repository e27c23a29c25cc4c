import type { Span } from "../analysis/analysis.js";
import { codePointsOf } from "./codePoints.js";
import type { ItemKind, SpanTarget, TextAnchor } from "./decision.js";

/** How many code points of the text before and after the words an anchor keeps. */
export const CONTEXT = 32;

/** Makes what decisions on spans of one text are on. Spans are UTF-16 code units, end exclusive. */
export interface Anchors {
  anchor(span: Span): TextAnchor;
  target(span: Span, item: ItemKind): SpanTarget;
}

/** @param sha256 of the text, in UTF-8; lower-case hexadecimal. */
export function textAnchors(text: string, sha256: string): Anchors {
  const points = codePointsOf(text);

  function anchor({ start, end }: Span): TextAnchor {
    return {
      start: points.toPoints(start),
      end: points.toPoints(end),
      exact: text.slice(start, end),
      prefix: text.slice(pointsBack(text, start), start),
      suffix: text.slice(end, pointsOn(text, end)),
    };
  }

  return { anchor, target: (span, item) => ({ kind: "span", item, anchor: anchor(span), sha256 }) };
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
