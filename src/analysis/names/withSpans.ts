import type { TokenName } from "./spans.js";

/**
 * The names with others put in place of those that they cross.
 * @param names in text order; @param added in text order, none crossing another.
 */
export function withSpans(names: readonly TokenName[], added: readonly TokenName[]): readonly TokenName[] {
  if (added.length === 0) return names;
  const out: TokenName[] = [];
  let n = 0;
  for (const span of added) {
    for (; n < names.length && names[n].first < span.end; n++) if (names[n].end <= span.first) out.push(names[n]);
    out.push(span);
  }
  for (; n < names.length; n++) out.push(names[n]);
  return out;
}
