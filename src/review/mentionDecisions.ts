import type { Mention, Span } from "../analysis/analysis.js";
import type { DocumentIndex } from "./documentIndex.js";
import type { EntityNode, EntityRegister } from "./entityRegister.js";
import { ItemNotes } from "./itemNotes.js";
import { heldSpan, type PlacedDecision } from "./placement.js";
import { type Rejected, spanKey } from "./review.js";

/** A mention on its way through the decisions. */
interface MentionItem {
  readonly notes: ItemNotes;
  /** Whose it was and as what the engine found it; null where a reviewer added it. */
  readonly found: { readonly owner: EntityNode; readonly mention: Mention } | null;
  owner: EntityNode;
  extent: Span;
}

/** Puts the decisions on mentions into force: added, taken out, widened, rejected. */
export class MentionDecisions {
  readonly #register: EntityRegister;
  readonly #index: DocumentIndex;
  readonly #items: MentionItem[] = [];
  readonly #byKey = new Map<number, MentionItem>();

  constructor(register: EntityRegister, index: DocumentIndex) {
    this.#register = register;
    this.#index = index;
  }

  /** Adds the mentions of names that were taught, where the engine found no name; of those that overlap, the first and longest. */
  teach(active: readonly PlacedDecision[]): void {
    const taught = active.flatMap(({ decision, placement }) =>
      decision.kind === "add-name" && placement.kind === "by-name" ? placement.occurrences.map((span) => ({ span, decision })) : [],
    );
    taught.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
    let end = 0;
    for (const { span, decision } of taught) {
      if (span.start < end || this.#index.mentionsIn(span.start, span.end).some(({ mention }) => mention.kind === "name")) continue;
      this.#newItem(null, this.#register.namedOrNew(decision.of, decision.id), span);
      end = span.end;
    }
  }

  /** Takes a decision with a place, or one that parts mentions by their name. */
  take(placed: PlacedDecision): void {
    const { decision, placement } = placed;
    if (placement.kind === "by-name") {
      if (decision.kind === "keep-apart") this.#part(placed, placement.occurrences);
      return;
    }
    const span = heldSpan(placement);
    if (!span || decision.target.kind !== "span") return;
    if (decision.kind === "add-name") {
      const owner = this.#register.namedOrNew(decision.of, decision.id);
      const item = this.#exactly(span) ?? this.#newItem(null, owner, span);
      item.owner = owner;
      item.notes.add(placed);
      return;
    }
    if (decision.target.item !== "mention") return;
    const item = this.#at(span);
    if (!item) return;
    item.notes.add(placed);
    if (decision.kind === "resize" && placed.extent) {
      item.extent = placed.extent;
      this.#byKey.set(spanKey(placed.extent), item);
    }
    if (decision.kind === "take-out") {
      const { to, from, target } = decision;
      const named = to ?? { kind: "name", name: target.anchor.exact, type: from.type };
      item.owner = to ? this.#register.namedOrNew(named, decision.id) : this.#register.create(named, decision.id);
    }
  }

  /** Puts what was taken into the register's entities. @returns the mentions that were rejected. */
  settle(): Rejected[] {
    const rejected: Rejected[] = [];
    for (const { notes, found, owner, extent } of this.#items) {
      const rejection = notes.rejection;
      const moved = !found || found.owner !== owner || extent !== found.mention;
      if (found && (rejection || moved)) found.owner.removed.add(found.mention);
      if (rejection) rejected.push({ kind: "mention", span: extent, name: owner.known.name, by: rejection });
      else if (moved) owner.added.push({ start: extent.start, end: extent.end, kind: found?.mention.kind ?? "name" });
    }
    return rejected;
  }

  /** What was noted on each mention that is left, by the key of its span. */
  *notes(): Generator<readonly [number, ItemNotes]> {
    for (const { notes, extent } of this.#items) yield [spanKey(extent), notes];
  }

  /** The item of a span: the one of this very extent, or the mention that shares the most with it. */
  #at(span: Span): MentionItem | undefined {
    const exact = this.#exactly(span);
    if (exact) return exact;
    let best: MentionItem | undefined;
    let likeness = 0.5;
    for (const { entity, mention } of this.#index.mentionsIn(span.start, span.end)) {
      const shared = Math.min(span.end, mention.end) - Math.max(span.start, mention.start);
      const share = shared / (Math.max(span.end, mention.end) - Math.min(span.start, mention.start));
      if (share < likeness) continue;
      likeness = share;
      best = this.#ofMention(entity.id, mention);
    }
    return best;
  }

  #exactly(span: Span): MentionItem | undefined {
    const known = this.#byKey.get(spanKey(span));
    if (known) return known;
    for (let rank = this.#index.rankFrom(span.start); rank < this.#index.mentionCount; rank++) {
      const { entity, mention } = this.#index.mention(rank);
      if (mention.start !== span.start) return undefined;
      if (mention.end === span.end) return this.#ofMention(entity.id, mention);
    }
    return undefined;
  }

  #ofMention(entityId: string, mention: Mention): MentionItem | undefined {
    const known = this.#byKey.get(spanKey(mention));
    if (known) return known;
    const owner = this.#register.withId(entityId);
    return owner && this.#newItem({ owner, mention }, owner, mention);
  }

  #newItem(found: MentionItem["found"], owner: EntityNode, extent: Span): MentionItem {
    const item: MentionItem = { notes: new ItemNotes(), found, owner, extent };
    this.#items.push(item);
    this.#byKey.set(spanKey(extent), item);
    return item;
  }

  /** A form that the engine counted to the other name goes to an entity of its own. */
  #part({ decision }: PlacedDecision, occurrences: readonly Span[]): void {
    if (decision.kind !== "keep-apart") return;
    const from = this.#register.named(decision.from, "form");
    if (!from || this.#register.named(decision.target, "form") !== from) return;
    const parted = occurrences.flatMap((span) => {
      const item = this.#exactly(span);
      return item && item.owner === from && item.found?.mention.kind === "name" ? [item] : [];
    });
    if (parted.length === 0) return;
    const owner = this.#register.create(decision.target, decision.id);
    for (const item of parted) item.owner = owner;
  }
}
