import { describe, expect, it } from "vitest";
import type { Analysis } from "../../../src/analysis/analysis.js";
import { AnalysisCollector } from "../../../src/worker/analysisParts.js";
import { analysisServer } from "../../../src/worker/analysisServer.js";
import type { WorkerReply, WorkerRequest } from "../../../src/worker/protocol.js";
import { ReadAhead } from "../../../src/worker/readAhead.js";
import { remembering } from "../../../src/worker/rememberedAnalysis.js";
import { analysisOf, entityOf } from "../review/fixtures.js";

/** A worker without a thread: what is deferred runs when the test says so. */
class Bench {
  readonly replies: WorkerReply[] = [];
  readonly analysed: string[] = [];
  readonly #deferred: (() => void)[] = [];
  #resting: (() => void) | null = null;
  readonly #serve: (request: WorkerRequest) => void;

  constructor(analyze: (text: string) => Analysis = (text) => analysisOf({ length: text.length })) {
    const createAnalyzer = () =>
      remembering({
        analyze: (text: string) => {
          this.analysed.push(text);
          return analyze(text);
        },
      });
    const after = (_: number, work: () => void) => {
      this.#resting = work;
      return () => {
        this.#resting = null;
      };
    };
    this.#serve = analysisServer({
      reasonAgainst: () => null,
      createAnalyzer,
      readAhead: new ReadAhead({
        createAnalyzer,
        practice: "Practice.",
        textsBeside: (uri) => [`next to ${uri}`, `before ${uri}`],
        textAt: (uri) => (uri === "gone" ? null : `text of ${uri}`),
        after,
      }),
      reply: (reply) => this.replies.push(reply),
      defer: (work) => this.#deferred.push(work),
    });
  }

  ask(...requests: readonly WorkerRequest[]): void {
    for (const request of requests) this.#serve(request);
  }

  /** Runs one round of what was deferred. */
  turn(): void {
    for (const work of this.#deferred.splice(0)) work();
  }

  /** Works and takes parts until nothing is left to do. */
  finish(): void {
    for (let seen = 0; this.#deferred.length > 0 || seen < this.replies.length; ) {
      this.turn();
      const fresh = this.replies.slice(seen);
      seen = this.replies.length;
      for (const reply of fresh) if (reply.kind === "part") this.ask({ kind: "more" });
    }
  }

  /** Lets time pass in which nothing is asked. */
  rest(): void {
    while (this.#resting) {
      const work = this.#resting;
      this.#resting = null;
      work();
    }
  }

  get delivered(): (readonly [string, number])[] {
    return this.replies.flatMap((reply) =>
      reply.kind === "part" && (reply.part.kind === "end" || reply.part.kind === "whole") ? [[reply.uri, reply.version] as const] : [],
    );
  }
}

function open(uri: string, text: string): WorkerRequest {
  return { kind: "open", uri, version: 1, path: uri, text };
}

describe("the worker", () => {
  it("analyses the document in front first, the others in the order they came", () => {
    const bench = new Bench();
    bench.ask(open("a", "A"), open("b", "B"), open("c", "C"), { kind: "front", uri: "c" });
    bench.finish();
    expect(bench.analysed).toEqual(["C", "A", "B"]);
    expect(bench.delivered).toEqual([
      ["c", 1],
      ["a", 1],
      ["b", 1],
    ]);
  });

  it("reads the documents beside the one in front when nothing is asked, once, and has them at hand when they are opened", () => {
    const bench = new Bench();
    bench.ask(open("a", "A"), { kind: "front", uri: "a" });
    bench.finish();
    expect(bench.analysed).toEqual(["A"]);
    bench.rest();
    expect(bench.analysed).toEqual(["A", "next to a", "before a"]);
    bench.ask({ kind: "front", uri: "a" });
    bench.finish();
    bench.rest();
    expect(bench.analysed).toHaveLength(3);
  });

  it("practises on a text of its own, once, while no text was asked for yet", () => {
    const bench = new Bench();
    bench.ask({ kind: "front", uri: null });
    bench.finish();
    bench.rest();
    expect(bench.analysed).toEqual(["Practice."]);
    bench.ask({ kind: "front", uri: "a" });
    bench.finish();
    bench.rest();
    expect(bench.analysed).toHaveLength(1);
    expect(bench.replies).toEqual([]);
  });

  it("does not practise when there is a text to read", () => {
    const bench = new Bench();
    bench.ask({ kind: "front", uri: null }, open("a", "A"));
    bench.finish();
    bench.ask({ kind: "close", uri: "a" });
    bench.finish();
    bench.rest();
    expect(bench.analysed).toEqual(["A"]);
  });

  it("reads a document that is coming while its text is on the way, after what was asked and unless it came meanwhile", () => {
    const bench = new Bench();
    bench.ask({ kind: "coming", uri: "a" }, open("b", "B"));
    bench.finish();
    expect(bench.analysed).toEqual(["B", "text of a"]);
    bench.ask(open("a", "text of a"));
    bench.finish();
    expect(bench.analysed).toHaveLength(2);
    expect(bench.delivered).toEqual([
      ["b", 1],
      ["a", 1],
    ]);
    bench.ask({ kind: "coming", uri: "c" }, open("c", "C, edited"), { kind: "coming", uri: "gone" });
    bench.finish();
    expect(bench.analysed).toEqual(["B", "text of a", "C, edited"]);
  });

  it("reads nothing ahead before what is asked", () => {
    const bench = new Bench();
    bench.ask(open("a", "A"), { kind: "front", uri: "a" });
    bench.finish();
    bench.ask(open("b", "B"));
    bench.rest();
    expect(bench.analysed).toEqual(["A"]);
    bench.finish();
    expect(bench.analysed).toEqual(["A", "B"]);
  });

  it("analyses the newest text once when several edits have come", () => {
    const bench = new Bench();
    bench.ask(open("a", "one"));
    bench.finish();
    bench.ask(
      { kind: "edit", uri: "a", version: 2, edits: [{ offset: 3, length: 0, text: " two" }] },
      { kind: "analyze", uri: "a" },
      { kind: "edit", uri: "a", version: 3, edits: [{ offset: 0, length: 3, text: "1" }] },
      { kind: "analyze", uri: "a" },
    );
    bench.finish();
    expect(bench.analysed).toEqual(["one", "1 two"]);
    expect(bench.delivered.at(-1)).toEqual(["a", 3]);
  });

  it("sends nothing of an analysis that an edit has overtaken, nor of a closed document", () => {
    const bench = new Bench();
    bench.ask(open("a", "A"), open("b", "B"));
    bench.turn();
    bench.ask({ kind: "edit", uri: "a", version: 2, edits: [] });
    bench.finish();
    expect(bench.delivered).toEqual([["b", 1]]);
    bench.ask({ kind: "analyze", uri: "b" });
    bench.turn();
    bench.ask({ kind: "close", uri: "b" });
    bench.finish();
    expect(bench.delivered).toEqual([["b", 1]]);
  });

  it("sends the next part only when the last has been taken", () => {
    const many = analysisOf({
      entities: [
        entityOf(
          "e",
          Array.from({ length: 9000 }, (_, i) => [i, i + 1] as const),
        ),
      ],
    });
    const bench = new Bench(() => many);
    bench.ask(open("a", "A"));
    for (let turn = 0; turn < 5; turn++) bench.turn();
    expect(bench.replies.filter(({ kind }) => kind === "part")).toHaveLength(1);
    bench.ask({ kind: "more" });
    expect(bench.replies.filter(({ kind }) => kind === "part")).toHaveLength(2);
    bench.finish();
    bench.ask({ kind: "more" });
    const collector = new AnalysisCollector();
    const taken = bench.replies.flatMap((reply) => (reply.kind === "part" ? [collector.take(reply.part)] : []));
    expect(taken.at(-1)?.analysis).toEqual({ ...many, document: { ...many.document, path: "a" } });
  });

  it("has the analysis of a text at hand that is opened again as it was", () => {
    const bench = new Bench();
    bench.ask(open("a", "A"));
    bench.finish();
    bench.ask({ kind: "close", uri: "a" }, open("b", "A"));
    bench.finish();
    expect(bench.analysed).toEqual(["A"]);
    expect(bench.delivered).toEqual([
      ["a", 1],
      ["b", 1],
    ]);
    const last = bench.replies.at(-1);
    expect(last?.kind === "part" && last.part.kind === "whole" && last.part.analysis.document.path).toBe("b");
  });

  it("reports an analysis that throws and goes on with the next", () => {
    const bench = new Bench((text) => {
      if (text === "bad") throw new Error("no such text");
      return analysisOf({});
    });
    bench.ask(open("a", "bad"), open("b", "good"));
    bench.finish();
    expect(bench.replies.find(({ kind }) => kind === "failed")).toMatchObject({ uri: "a", version: 1 });
    expect(bench.delivered).toEqual([["b", 1]]);
  });
});
