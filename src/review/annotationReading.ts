import { ENTITY_TYPES, type QuoteKind } from "../analysis/analysis.js";
import {
  DECISION_STATES,
  type Decision,
  type DecisionBody,
  type DecisionTarget,
  DOCUMENT_STATUSES,
  ITEM_KINDS,
  type NameTarget,
  type SpanTarget,
  type SpeakerChoice,
  type Target,
  type TextAnchor,
  VERDICTS,
} from "./decision.js";
import { documentPath, EVERYWHERE_IRI } from "./documentPath.js";
import { countAt, listAt, oneOf, property, stringAt } from "./json.js";

const QUOTE_KINDS: readonly QuoteKind[] = ["direct", "mixed", "indirect"];
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const SHA256 = /^[0-9a-f]{64}$/;

/**
 * The decision that an annotation of ours stands for. Every field is checked; what is not ours is not guessed at.
 * @returns undefined where it is no decision.
 */
export function decisionFrom(annotation: unknown): Decision | undefined {
  const id = stringAt(annotation, "id");
  const creator = stringAt(property(annotation, "creator"), "name");
  const created = timeAt(annotation, "created");
  const modified = timeAt(annotation, "modified");
  const batch = stringAt(annotation, "review:batch");
  const state = oneOf(DECISION_STATES, property(annotation, "review:state"));
  const place = placeFrom(property(annotation, "target"));
  if (!id || creator === undefined || !created || !modified || !batch || !state || !place) return undefined;
  const text = stringAt(property(annotation, "body"), "value") ?? "";
  const body = bodyFrom(property(annotation, "review:decision"), place.target, text);
  if (!body || (place.document === null && place.target.kind !== "name")) return undefined;
  const scope = place.document === null ? "everywhere" : "document";
  return { id, batch, created, modified, creator, state, scope, document: place.document, ...body };
}

function timeAt(value: unknown, key: string): string | undefined {
  const time = stringAt(value, key);
  return time !== undefined && TIME.test(time) && !Number.isNaN(Date.parse(time)) ? time : undefined;
}

function placeFrom(value: unknown): { readonly target: Target; readonly document: string | null } | undefined {
  const source = stringAt(value, "source");
  if (source === undefined) return undefined;
  const answered = stringAt(value, "review:document");
  const iri = answered ?? source;
  const document = iri === EVERYWHERE_IRI ? null : documentPath(iri);
  const target = answered === undefined ? targetFrom(value) : ({ kind: "decision", id: source } satisfies DecisionTarget);
  return document === undefined || !target ? undefined : { target, document };
}

function targetFrom(value: unknown): Target | undefined {
  const name = property(value, "review:name");
  if (name !== undefined) return nameFrom(name);
  const selectors = listAt(value, "selector");
  if (selectors.length === 0) return { kind: "document" };
  const position = selectors.find((one) => stringAt(one, "type") === "TextPositionSelector");
  const quote = selectors.find((one) => stringAt(one, "type") === "TextQuoteSelector");
  const anchor = anchorFrom(position, quote);
  const item = oneOf(ITEM_KINDS, property(value, "review:item"));
  const sha256 = stringAt(value, "review:sha256");
  if (!anchor || !item || sha256 === undefined || !SHA256.test(sha256)) return undefined;
  return { kind: "span", item, anchor, sha256 };
}

function anchorFrom(position: unknown, quote: unknown): TextAnchor | undefined {
  const start = countAt(position, "start");
  const end = countAt(position, "end");
  const exact = stringAt(quote, "exact");
  const prefix = stringAt(quote, "prefix") ?? "";
  const suffix = stringAt(quote, "suffix") ?? "";
  if (start === undefined || end === undefined || end < start || !exact) return undefined;
  return { start, end, exact, prefix, suffix };
}

function nameFrom(value: unknown): NameTarget | undefined {
  const name = stringAt(value, "name");
  const type = oneOf(ENTITY_TYPES, property(value, "type"));
  const iri = stringAt(value, "document");
  const document = iri === undefined ? undefined : documentPath(iri);
  if (!name || !type || (iri !== undefined && document === undefined)) return undefined;
  return { kind: "name", name, type, ...(document !== undefined && { document }) };
}

function bodyFrom(details: unknown, target: Target, text: string): DecisionBody | undefined {
  switch (target.kind) {
    case "span":
      return spanBody(details, target) ?? stanceBody(details, target) ?? commentBody(details, target, text);
    case "name":
      return nameBody(details, target) ?? stanceBody(details, target) ?? commentBody(details, target, text);
    case "document": {
      const status = oneOf(DOCUMENT_STATUSES, property(details, "status"));
      return stringAt(details, "kind") === "status" && status ? { kind: "status", target, status } : undefined;
    }
    case "decision":
      return answerBody(details, target, text) ?? commentBody(details, target, text);
  }
}

function stanceBody(details: unknown, target: SpanTarget | NameTarget): DecisionBody | undefined {
  const ids = listAt(details, "settles").filter((id) => typeof id === "string");
  const settles = ids.length > 0 ? { settles: ids } : {};
  switch (stringAt(details, "kind")) {
    case "accept":
      return { kind: "accept", target, ...settles };
    case "reject":
      return { kind: "reject", target, ...settles };
    case "verdict": {
      const verdict = oneOf(VERDICTS, property(details, "verdict"));
      return verdict && { kind: "verdict", target, verdict, ...settles };
    }
    case "not-a-quotation":
      return target.kind === "span" ? { kind: "not-a-quotation", target, ...settles } : undefined;
    default:
      return undefined;
  }
}

function commentBody(details: unknown, target: SpanTarget | NameTarget | DecisionTarget, text: string): DecisionBody | undefined {
  return stringAt(details, "kind") === "comment" ? { kind: "comment", target, text } : undefined;
}

function answerBody(details: unknown, target: DecisionTarget, text: string): DecisionBody | undefined {
  const resolved = property(details, "resolved");
  switch (stringAt(details, "kind")) {
    case "edit-comment":
      return { kind: "edit-comment", target, text };
    case "resolve-comment":
      return typeof resolved === "boolean" ? { kind: "resolve-comment", target, resolved } : undefined;
    default:
      return undefined;
  }
}

function nameBody(details: unknown, target: NameTarget): DecisionBody | undefined {
  switch (stringAt(details, "kind")) {
    case "change-type": {
      const type = oneOf(ENTITY_TYPES, property(details, "type"));
      return type && { kind: "change-type", target, type };
    }
    case "rename": {
      const name = stringAt(details, "name");
      return name ? { kind: "rename", target, name } : undefined;
    }
    case "merge": {
      const into = nameFrom(property(details, "into"));
      return into && { kind: "merge", target, into };
    }
    case "keep-apart": {
      const from = nameFrom(property(details, "from"));
      return from && { kind: "keep-apart", target, from };
    }
    case "add-name": {
      const of = nameFrom(property(details, "of"));
      return of && { kind: "add-name", target, of };
    }
    default:
      return undefined;
  }
}

function spanBody(details: unknown, target: SpanTarget): DecisionBody | undefined {
  switch (stringAt(details, "kind")) {
    case "take-out": {
      const from = nameFrom(property(details, "from"));
      const to = property(details, "to") == null ? null : nameFrom(property(details, "to"));
      return from && to !== undefined ? { kind: "take-out", target, from, to } : undefined;
    }
    case "add-name": {
      const of = nameFrom(property(details, "of"));
      return of && { kind: "add-name", target, of };
    }
    case "resize": {
      const to = anchorFrom(property(details, "to"), property(details, "to"));
      return to && { kind: "resize", target, to };
    }
    case "speaker": {
      const speaker = speakerFrom(property(details, "speaker"));
      return speaker && { kind: "speaker", target, speaker };
    }
    case "add-quotation": {
      const quoteKind = oneOf(QUOTE_KINDS, property(details, "quoteKind"));
      return quoteKind && { kind: "add-quotation", target, quoteKind };
    }
    case "ignore-finding": {
      const rule = stringAt(details, "rule");
      return rule ? { kind: "ignore-finding", target, rule, reason: stringAt(details, "reason") ?? "" } : undefined;
    }
    default:
      return undefined;
  }
}

function speakerFrom(value: unknown): SpeakerChoice | undefined {
  const name = stringAt(value, "name");
  const entity = nameFrom(property(value, "name"));
  switch (stringAt(value, "kind")) {
    case "entity":
      return entity && { kind: "entity", name: entity };
    case "typed":
      return name ? { kind: "typed", name } : undefined;
    case "unnamed":
      return { kind: "unnamed" };
    case "nobody":
      return { kind: "nobody" };
    default:
      return undefined;
  }
}
