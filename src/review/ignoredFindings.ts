import type { Span } from "../analysis/analysis.js";
import type { Decision } from "./decision.js";

/** A decision that what the check of a draft finds is right as it stands. */
export type IgnoredFinding = Decision & { readonly kind: "ignore-finding" };

/** Those among decisions that hold. */
export function ignoredAmong(decisions: readonly Decision[]): readonly IgnoredFinding[] {
  return decisions.filter((decision): decision is IgnoredFinding => decision.kind === "ignore-finding" && decision.state === "active");
}

/**
 * The findings of a draft's check that nobody ignored. What is ignored is told by its rule and its words, wherever in the draft they stand,
 * so that it is found again when the words change, and not when the text around them does.
 * @param text the draft's, in whose UTF-16 offsets the findings are.
 */
export function notIgnored<F extends Span & { readonly rule: string }>(
  decisions: readonly Decision[],
  findings: readonly F[],
  text: string,
): readonly F[] {
  const ignored = new Set(ignoredAmong(decisions).map(({ rule, target }) => keyOf(rule, target.anchor.exact)));
  return ignored.size === 0 ? findings : findings.filter(({ rule, start, end }) => !ignored.has(keyOf(rule, text.slice(start, end))));
}

/** Lines may be wrapped anew. */
function keyOf(rule: string, words: string): string {
  return `${rule} ${words.replace(/\s+/g, " ")}`;
}
