import type { Decision, DecisionBody, DecisionKind, NameTarget, SpeakerChoice, Target, TextAnchor } from "./decision.js";
import { decisionWords } from "./decisionWords.js";
import { documentIri, EVERYWHERE_IRI } from "./documentPath.js";
import type { JsonObject } from "./json.js";

/** The context of our annotations: the Web Annotation vocabulary, and a prefix for what it has no word for. */
export const CONTEXT_IRI = "http://www.w3.org/ns/anno.jsonld";
const CONTEXT = [CONTEXT_IRI, { review: "urn:source-review:" }];

const MOTIVATIONS: Readonly<Record<DecisionKind, string>> = {
  accept: "assessing",
  reject: "assessing",
  "change-type": "classifying",
  rename: "editing",
  merge: "linking",
  "keep-apart": "linking",
  "take-out": "identifying",
  "add-name": "identifying",
  resize: "editing",
  verdict: "assessing",
  speaker: "identifying",
  "not-a-quotation": "assessing",
  "add-quotation": "tagging",
  comment: "commenting",
  "edit-comment": "editing",
  "resolve-comment": "moderating",
  "ignore-finding": "assessing",
  status: "assessing",
};

/** A decision as a W3C Web Annotation. The keys are in a fixed order, so that equal decisions are equal lines. */
export function annotationOf(decision: Decision): JsonObject {
  const answers = decision.kind === "comment" && decision.target.kind === "decision";
  const motivation = answers ? "replying" : MOTIVATIONS[decision.kind];
  const markdown = decision.kind === "comment" || decision.kind === "edit-comment";
  return {
    "@context": CONTEXT,
    id: decision.id,
    type: "Annotation",
    motivation,
    creator: { type: "Person", name: decision.creator },
    created: decision.created,
    modified: decision.modified,
    body: {
      type: "TextualBody",
      purpose: motivation,
      format: markdown ? "text/markdown" : "text/plain",
      value: decisionWords(decision),
    },
    target: targetObject(decision.target, decision.document),
    "review:batch": decision.batch,
    "review:state": decision.state,
    "review:decision": details(decision),
  };
}

function targetObject(target: Target, document: string | null): JsonObject {
  const source = document === null ? EVERYWHERE_IRI : documentIri(document);
  switch (target.kind) {
    case "span": {
      const { start, end, exact, prefix, suffix } = target.anchor;
      return {
        source,
        selector: [
          { type: "TextPositionSelector", start, end },
          { type: "TextQuoteSelector", exact, prefix, suffix },
        ],
        "review:item": target.item,
        "review:sha256": target.sha256,
      };
    }
    case "name":
      return { source, "review:name": nameObject(target) };
    case "document":
      return { source };
    case "decision":
      return { source: target.id, "review:document": source };
  }
}

/** What the annotation's body says in words, for our own reading. */
function details(body: DecisionBody): JsonObject {
  const { kind } = body;
  switch (body.kind) {
    case "accept":
    case "reject":
    case "not-a-quotation":
      return { kind, ...settling(body) };
    case "change-type":
      return { kind, type: body.type };
    case "rename":
      return { kind, name: body.name };
    case "merge":
      return { kind, into: nameObject(body.into) };
    case "keep-apart":
      return { kind, from: nameObject(body.from) };
    case "take-out":
      return { kind, from: nameObject(body.from), to: body.to && nameObject(body.to) };
    case "add-name":
      return { kind, of: nameObject(body.of) };
    case "resize":
      return { kind, to: anchorObject(body.to) };
    case "verdict":
      return { kind, verdict: body.verdict, ...settling(body) };
    case "speaker":
      return { kind, speaker: speakerObject(body.speaker) };
    case "add-quotation":
      return { kind, quoteKind: body.quoteKind };
    case "comment":
    case "edit-comment":
      return { kind };
    case "resolve-comment":
      return { kind, resolved: body.resolved };
    case "ignore-finding":
      return { kind, rule: body.rule, reason: body.reason };
    case "status":
      return { kind, status: body.status };
  }
}

function settling({ settles }: { readonly settles?: readonly string[] }): JsonObject {
  return settles && settles.length > 0 ? { settles: [...settles] } : {};
}

function nameObject({ name, type, document }: NameTarget): JsonObject {
  return { name, type, ...(document !== undefined && { document: documentIri(document) }) };
}

function anchorObject({ start, end, exact, prefix, suffix }: TextAnchor): JsonObject {
  return { start, end, exact, prefix, suffix };
}

function speakerObject(speaker: SpeakerChoice): JsonObject {
  switch (speaker.kind) {
    case "entity":
      return { kind: speaker.kind, name: nameObject(speaker.name) };
    case "typed":
      return { kind: speaker.kind, name: speaker.name };
    case "unnamed":
    case "nobody":
      return { kind: speaker.kind };
  }
}
