import type { Entity, Span } from "../analysis/analysis.js";
import type { NameTarget, SpanTarget } from "../review/decision.js";
import { type Anchors, textAnchors } from "../review/textAnchors.js";
import { sha256 } from "../sha256.js";
import type { Decidable } from "./decidable.js";
import { spanOfItem } from "./decidableItem.js";

/** Makes the targets of decisions on a document's present text. */
export function anchorsOf({ document, reviewed }: Pick<Decidable, "document" | "reviewed">): Anchors {
  const text = document.getText();
  const isAnalyzed = reviewed.version === reviewed.analyzedVersion;
  return textAnchors(text, isAnalyzed ? reviewed.found.document.sha256 : sha256(text));
}

/** The target of a decision on an item: its span, or the name of the entity. */
export function targetOf(item: Decidable): SpanTarget | NameTarget {
  if (item.kind === "entity") return nameOf(item, item.entity);
  return anchorsOf(item).target(spanOfItem(item), item.kind);
}

/** The target of a decision on a mention or a quotation. */
export function spanTargetOf(item: Decidable & { readonly kind: "mention" | "quotation" }): SpanTarget {
  const span: Span = item.kind === "mention" ? item.mention : item.quote;
  return anchorsOf(item).target(span, item.kind);
}

/** The name by which decisions know an entity: the engine's, whatever it was renamed to. */
export function nameOf({ reviewed }: Pick<Decidable, "reviewed">, { id, name, type }: Entity): NameTarget {
  return reviewed.review.engineNames.get(id) ?? { kind: "name", name, type };
}

/** The names of the entities that were merged into one, its own first. */
export function namesOf({ reviewed }: Pick<Decidable, "reviewed">, entity: Entity): readonly NameTarget[] {
  const names = [nameOf({ reviewed }, entity)];
  const has = (name: NameTarget) => names.some((known) => known.name === name.name && known.type === name.type);
  const merges = reviewed.placed.flatMap(({ decision }) => (decision.kind === "merge" && decision.state === "active" ? [decision] : []));
  for (let known = 0; known < names.length; known++) {
    for (const { target, into } of merges) {
      if (has(into) && !has(target)) names.push(target);
      if (has(target) && !has(into)) names.push(into);
    }
  }
  return names;
}
