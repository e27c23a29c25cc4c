import type { Quote, Span, Speaker } from "../analysis/analysis.js";
import { speakersOf } from "../analysis/speakersOf.js";
import type { Decision, SpeakerChoice } from "./decision.js";
import type { DocumentIndex } from "./documentIndex.js";
import type { EntityNode, EntityRegister } from "./entityRegister.js";
import { ItemNotes } from "./itemNotes.js";
import { heldSpan, type PlacedDecision } from "./placement.js";
import { spanKey } from "./review.js";

/** A quotation on its way through the decisions. */
interface QuoteItem {
  readonly notes: ItemNotes;
  readonly quote: Quote;
  extent: Span;
  speaker: ChosenSpeaker | undefined;
}

interface ChosenSpeaker {
  readonly by: Decision;
  readonly choice: SpeakerChoice;
  /** Who speaks; undefined where the source is unnamed or nobody is named. */
  readonly node: EntityNode | undefined;
}

/** What the decisions made of the quotations. */
export interface DecidedQuotes {
  readonly quotes: readonly Quote[];
  readonly rejected: readonly { readonly quote: Quote; readonly by: Decision }[];
}

/** Where a quotation's speaker may be seen: the mention of the entity that is nearest to an offset. */
export type NearestMention = (entityId: string, offset: number) => Span | undefined;

/** Puts the decisions on quotations into force. */
export class QuoteDecisions {
  readonly #register: EntityRegister;
  readonly #index: DocumentIndex;
  readonly #items = new Map<string, QuoteItem>();
  readonly #byKey = new Map<number, QuoteItem>();

  constructor(register: EntityRegister, index: DocumentIndex) {
    this.#register = register;
    this.#index = index;
  }

  take(placed: PlacedDecision): void {
    const { decision, placement, extent } = placed;
    const span = heldSpan(placement);
    if (!span || decision.target.kind !== "span" || (decision.target.item !== "quotation" && decision.kind !== "add-quotation")) return;
    if (decision.kind === "add-quotation") {
      const item = this.#exactly(span) ?? this.#newItem(addedQuote(decision.id, decision.quoteKind, span));
      item.notes.add(placed);
      return;
    }
    const item = this.#at(span);
    if (!item) return;
    item.notes.add(placed, item.extent.start !== span.start || item.extent.end !== span.end);
    if (decision.kind === "resize" && extent) {
      item.extent = extent;
      this.#byKey.set(spanKey(extent), item);
    }
    if (decision.kind === "speaker") item.speaker = { by: decision, choice: decision.speaker, node: this.#speaking(decision) };
  }

  *notes(): Generator<readonly [string, ItemNotes]> {
    for (const [id, { notes }] of this.#items) yield [id, notes];
  }

  /** Whom reviewers chose as speakers. */
  speakers(): ReadonlySet<EntityNode> {
    return new Set([...this.#items.values()].flatMap(({ speaker }) => speaker?.node ?? []));
  }

  /**
   * The quotations as decided, in text order.
   * @param entityId the id that an entity has after all decisions; null where it was rejected.
   * @param unnamed the ids of those who are unnamed sources after all decisions.
   */
  settle(
    quotes: readonly Quote[],
    entityId: (id: string) => string | null,
    unnamed: ReadonlySet<string>,
    nearest: NearestMention,
  ): DecidedQuotes {
    const rejected: { quote: Quote; by: Decision }[] = [];
    const left: Quote[] = [];
    let changed = false;
    const settleOne = (quote: Quote, item: QuoteItem | undefined): void => {
      const by = item?.notes.rejection;
      if (by) {
        rejected.push({ quote, by });
        return;
      }
      const settled = withEntities(item ? decidedQuote(quote, item, nearest, entityId) : quote, entityId, unnamed);
      if (settled !== quote) changed = true;
      left.push(settled);
    };
    for (const quote of quotes) settleOne(quote, this.#items.get(quote.id));
    for (const item of this.#items.values()) {
      if (this.#index.quote(item.quote.id)) continue;
      const about = new Set(this.#index.mentionsIn(item.extent.start, item.extent.end).map(({ entity }) => entity.id));
      settleOne({ ...item.quote, about: [...about] }, item);
      changed = true;
    }
    if (!changed && rejected.length === 0) return { quotes, rejected };
    return { quotes: left.sort((a, b) => a.start - b.start || b.end - a.end), rejected };
  }

  #speaking({ kind, ...decision }: Decision & { readonly kind: "speaker" } & { readonly speaker: SpeakerChoice }): EntityNode | undefined {
    const { speaker, id } = decision;
    switch (speaker.kind) {
      case "entity":
        return this.#register.namedOrNew(speaker.name, id);
      case "typed":
        return this.#register.namedOrNew({ kind: "name", name: speaker.name, type: "person" }, id);
      case "unnamed":
      case "nobody":
        return undefined;
    }
  }

  #at(span: Span): QuoteItem | undefined {
    const exact = this.#exactly(span);
    if (exact) return exact;
    let best: QuoteItem | undefined;
    let likeness = 0.5;
    for (const quote of this.#index.quotesIn(span.start, span.end)) {
      const shared = Math.min(span.end, quote.end) - Math.max(span.start, quote.start);
      const share = shared / (Math.max(span.end, quote.end) - Math.min(span.start, quote.start));
      if (share < likeness) continue;
      likeness = share;
      best = this.#items.get(quote.id) ?? this.#newItem(quote);
    }
    return best;
  }

  #exactly(span: Span): QuoteItem | undefined {
    const known = this.#byKey.get(spanKey(span));
    if (known) return known;
    const quote = this.#index.quotesIn(span.start, span.end).find(({ start, end }) => start === span.start && end === span.end);
    return quote && (this.#items.get(quote.id) ?? this.#newItem(quote));
  }

  #newItem(quote: Quote): QuoteItem {
    const item: QuoteItem = { notes: new ItemNotes(), quote, extent: { start: quote.start, end: quote.end }, speaker: undefined };
    this.#items.set(quote.id, item);
    this.#byKey.set(spanKey(quote), item);
    return item;
  }
}

function addedQuote(id: string, kind: Quote["kind"], { start, end }: Span): Quote {
  return { id, kind, start, end, speaker: null, cue: null, spans: [{ start, end }], about: [] };
}

function decidedQuote(quote: Quote, item: QuoteItem, nearest: NearestMention, entityId: (id: string) => string | null): Quote {
  const { extent, speaker } = item;
  const resized =
    extent.start === quote.start && extent.end === quote.end ? quote : { ...quote, ...extent, spans: cutTo(quote.spans, extent) };
  return speaker ? { ...resized, speaker: chosenSpeaker(resized, speaker, nearest, entityId) } : resized;
}

/** The paragraphs' spans of a quotation, drawn to its new extent. */
function cutTo(spans: readonly Span[], { start, end }: Span): Span[] {
  const inside = spans.filter((span) => span.end > start && span.start < end);
  if (inside.length === 0) return [{ start, end }];
  return inside.map((span, rank) => ({
    start: rank === 0 ? start : span.start,
    end: rank === inside.length - 1 ? end : span.end,
  }));
}

function chosenSpeaker(
  quote: Quote,
  { by, choice, node }: ChosenSpeaker,
  nearest: NearestMention,
  entityId: (id: string) => string | null,
): Speaker | null {
  if (choice.kind === "nobody") return null;
  const rule = `decided by ${by.creator}`;
  const found = quote.speaker;
  const entity = node ? entityId(node.id) : null;
  const stays = found && (found.entity === null || !node || entityId(found.entity) === entity);
  const span = (stays ? found : entity === null ? undefined : nearest(entity, quote.start)) ??
    found ?? { start: quote.start, end: quote.start };
  return { start: span.start, end: span.end, entity, anonymous: choice.kind === "unnamed", rule, confidence: 1 };
}

function withEntities(quote: Quote, entityId: (id: string) => string | null, unnamed: ReadonlySet<string>): Quote {
  const { speaker, about } = quote;
  const [entity = null] = entityIds(speakersOf(speaker), entityId);
  const anonymous = speaker !== null && (entity === null ? speaker.anonymous : unnamed.has(entity));
  const isRenamed = (id: string): boolean => entityId(id) !== id;
  const renamed = about.some(isRenamed);
  const kept = speaker === null || (speaker.anonymous === anonymous && !speakersOf(speaker).some(isRenamed));
  if (kept && !renamed) return quote;
  return {
    ...quote,
    speaker: kept ? speaker : { ...withSpeakers(speaker, entityIds(speakersOf(speaker), entityId)), anonymous },
    about: renamed ? entityIds(about, entityId) : about,
  };
}

function entityIds(ids: readonly string[], entityId: (id: string) => string | null): readonly string[] {
  return [...new Set(ids.flatMap((id) => entityId(id) ?? []))];
}

function withSpeakers({ others: _, ...speaker }: Speaker, [entity, ...others]: readonly string[]): Speaker {
  return { ...speaker, entity: entity ?? null, ...(others.length > 0 && { others }) };
}
