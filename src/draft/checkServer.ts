import type { Analysis } from "../analysis/analysis.js";
import { type Analyzer, createAnalyzer } from "../analysis/analyze.js";
import { onOneLine } from "../analysis/oneLine.js";
import { joinedNames, speakersOf } from "../analysis/speakersOf.js";
import { checkWhole } from "../collection/draftCheck.js";
import type { SourcePlace } from "../collection/finding.js";
import { markedSpans } from "../collection/markedSpans.js";
import { type SourceDocument, SourceGatherer, type SourceIndex } from "../collection/sourceIndex.js";
import { lineFinder } from "../export/lineFinder.js";
import { sha256 } from "../sha256.js";
import { type CheckedDraft, type CheckReply, type CheckRequest, type CitedPlace, placeKey } from "./checkProtocol.js";

/** Keeps sources analysed and indexed, and checks drafts against them. */
export class CheckServer {
  readonly #analyzer: Analyzer = createAnalyzer(sha256);
  readonly #sources = new Map<string, SourceDocument>();
  readonly #failed = new Map<string, string>();
  #indexed: { readonly index: SourceIndex; readonly without: string } | null = null;

  /** @returns the answer, for a request that has one. */
  serve(request: CheckRequest): CheckReply | null {
    switch (request.kind) {
      case "source":
        this.#take(request.path, request.text);
        return null;
      case "gone":
        this.#sources.delete(request.path);
        this.#failed.delete(request.path);
        this.#indexed = null;
        return null;
      case "check":
        return this.#answer(request.job, request.path, request.text);
    }
  }

  #take(path: string, text: string): void {
    this.#indexed = null;
    this.#failed.delete(path);
    try {
      this.#sources.set(path, { path, text, analysis: this.#analyzer.analyze(text, path) });
    } catch (error) {
      // One source that breaks the engine must not cost the check against the others.
      this.#sources.delete(path);
      this.#failed.set(path, String(error));
    }
  }

  #answer(job: number, path: string, text: string): CheckReply {
    try {
      return { kind: "checked", job, checked: this.#check(path, text) };
    } catch (error) {
      return { kind: "failed", job, message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
  }

  #check(path: string, text: string): CheckedDraft {
    const analysis = this.#analyzer.analyze(text, path);
    const { findings, exact } = checkWhole(this.#indexWithout(path), { text, analysis, marked: markedSpans(text) });
    const cited: Record<string, CitedPlace> = {};
    for (const { places } of [...findings, ...exact]) for (const place of places) cited[placeKey(place)] ??= this.#cite(place);
    return { findings, exact, cited, failed: [...this.#failed].map(([source, reason]) => `${source}: ${reason}`) };
  }

  /** The index of all sources but the draft, which may be one of them. */
  #indexWithout(draft: string): SourceIndex {
    const without = this.#sources.has(draft) ? draft : "";
    if (this.#indexed?.without !== without) {
      const gatherer = new SourceGatherer();
      for (const source of this.#sources.values()) if (source.path !== draft) gatherer.add(source);
      this.#indexed = { index: gatherer.index(), without };
    }
    return this.#indexed.index;
  }

  #cite({ path, start, end }: SourcePlace): CitedPlace {
    const source = this.#sources.get(path);
    if (!source) return { line: 1, column: 0, speaker: "", title: "", date: "" };
    const { analysis, text } = source;
    return {
      line: lineFinder(text)(start),
      column: start - 1 - text.lastIndexOf("\n", start - 1),
      speaker: speakerAt(analysis, text, start, end),
      title: onOneLine(analysis.document.title ?? ""),
      date: analysis.document.date ?? "",
    };
  }
}

function speakerAt({ quotes, entities }: Analysis, text: string, start: number, end: number): string {
  const quote = quotes.find((each) => each.start < end && start < each.end);
  const speaker = quote?.speaker;
  if (!speaker) return "";
  const names = speakersOf(speaker).flatMap((id) => entities.find((entity) => entity.id === id)?.name ?? []);
  return names.length > 0 ? joinedNames(names) : onOneLine(text.slice(speaker.start, speaker.end));
}
