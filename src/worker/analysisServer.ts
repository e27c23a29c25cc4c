import type { Analyzer } from "../analysis/analyze.js";
import { editedText } from "../review/textEdits.js";
import { type AnalysisPart, analysisParts } from "./analysisParts.js";
import type { WorkerReply, WorkerRequest } from "./protocol.js";
import type { ReadAhead } from "./readAhead.js";

export interface ServerParts {
  /** Why a text cannot be analysed, as a sentence for the reader; null where it can. */
  readonly reasonAgainst: (text: string) => string | null;
  readonly createAnalyzer: () => Analyzer;
  /** What may be done while nothing is asked. */
  readonly readAhead: ReadAhead;
  readonly reply: (reply: WorkerReply) => void;
  /** Calls the function after the requests that have come meanwhile were taken. */
  readonly defer: (work: () => void) => void;
}

interface OpenText {
  readonly path: string;
  readonly analyzer: Analyzer;
  version: number;
  text: string;
  wanted: boolean;
}

interface Delivery {
  readonly uri: string;
  readonly version: number;
  readonly parts: Iterator<AnalysisPart, void>;
}

/**
 * Serves one extension host: keeps the open texts, analyses one after the other, the document in front first, and sends each analysis
 * part by part, each when the one before has been taken. What an edit has overtaken is not sent.
 * @returns takes one request.
 */
export function analysisServer({ reasonAgainst, createAnalyzer, readAhead, reply, defer }: ServerParts): (request: WorkerRequest) => void {
  const texts = new Map<string, OpenText>();
  /** The pieces of texts that are not yet whole. */
  const pieces = new Map<string, string[]>();
  let front: string | null = null;
  let coming: string | null = null;
  let delivery: Delivery | null = null;
  let deferred = false;

  function workLater(): void {
    if (deferred) return;
    deferred = true;
    defer(() => {
      deferred = false;
      if (!delivery) analyzeNext();
    });
  }

  function analyzeNext(): void {
    const next = nextWanted();
    if (!next) {
      if (coming !== null && !texts.has(coming)) readAhead.read(coming);
      coming = null;
      if (front !== null && texts.has(front)) readAhead.rest(front);
      else readAhead.practise();
      return;
    }
    const [uri, open] = next;
    const { version } = open;
    open.wanted = false;
    reply({ kind: "started", uri, version });
    try {
      const parts = analysisParts(open.analyzer.analyze(open.text, open.path));
      delivery = { uri, version, parts };
      defer(deliverPart);
    } catch (error) {
      reply({ kind: "failed", uri, version, message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
      workLater();
    }
  }

  function nextWanted(): [string, OpenText] | undefined {
    const inFront = front === null ? undefined : texts.get(front);
    if (front !== null && inFront?.wanted) return [front, inFront];
    for (const entry of texts) if (entry[1].wanted) return entry;
    return undefined;
  }

  function deliverPart(): void {
    if (!delivery) return;
    const { uri, version, parts } = delivery;
    const next = texts.get(uri)?.version === version ? parts.next() : null;
    if (next && !next.done) {
      reply({ kind: "part", uri, version, part: next.value });
      return;
    }
    delivery = null;
    workLater();
  }

  function openText(uri: string, version: number, path: string, end: string): void {
    const text = [...(pieces.get(uri) ?? []), end].join("");
    pieces.delete(uri);
    const reason = reasonAgainst(text);
    if (reason === null) texts.set(uri, { path, version, text, analyzer: readAhead.take(text) ?? createAnalyzer(), wanted: true });
    else {
      texts.delete(uri);
      reply({ kind: "refused", uri, reason });
    }
  }

  function closeText(uri: string): void {
    pieces.delete(uri);
    const open = texts.get(uri);
    if (open && !open.wanted) readAhead.keep(open.text, open.analyzer);
    texts.delete(uri);
  }

  return (request) => {
    readAhead.pause();
    switch (request.kind) {
      case "piece": {
        const { uri, text } = request;
        pieces.set(uri, [...(pieces.get(uri) ?? []), text]);
        return;
      }
      case "open":
        openText(request.uri, request.version, request.path, request.text);
        break;
      case "edit": {
        const open = texts.get(request.uri);
        if (!open) return;
        open.text = editedText(open.text, request.edits);
        open.version = request.version;
        return;
      }
      case "analyze": {
        const open = texts.get(request.uri);
        if (open) open.wanted = true;
        break;
      }
      case "front":
        front = request.uri;
        break;
      case "coming":
        coming = request.uri;
        break;
      case "close":
        closeText(request.uri);
        break;
      case "more":
        deliverPart();
        return;
    }
    workLater();
  };
}
