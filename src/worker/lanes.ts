import type { TextEdit } from "../review/textEdits.js";
import { AnalysisClient, type ClientParts } from "./client.js";
import type { OpenedText } from "./handover.js";

/** A text of more UTF-16 code units than this takes a second or more to analyse. */
const LARGE = 500_000;

/** Has large texts analysed in a thread of their own, so that no other text waits for them. Each thread starts with its first text. */
export class AnalysisLanes {
  readonly #usual: AnalysisClient;
  readonly #large: AnalysisClient;
  readonly #lanes = new Map<string, AnalysisClient>();

  constructor(parts: ClientParts) {
    this.#usual = new AnalysisClient(parts);
    this.#large = new AnalysisClient(parts);
  }

  /** Makes ready for the first text. */
  prepare(): void {
    this.#usual.prepare();
  }

  /** Hands over a whole text and has it analysed. */
  open(uri: string, opened: OpenedText): void {
    const lane = opened.length > LARGE ? this.#large : this.#usual;
    if (this.#lanes.get(uri) !== lane) this.close(uri);
    this.#lanes.set(uri, lane);
    lane.open(uri, opened);
  }

  /** Hands over edits that were made one after the other. They are analysed when `analyze` asks for it. */
  edit(uri: string, version: number, edits: readonly TextEdit[]): void {
    this.#lanes.get(uri)?.edit(uri, version, edits);
  }

  analyze(uri: string): void {
    this.#lanes.get(uri)?.analyze(uri);
  }

  /** Names the document that goes before the others. */
  setFront(uri: string | undefined): void {
    this.#usual.setFront(uri);
    this.#large.setFront(uri);
  }

  /** A document will be opened in a moment. */
  coming(uri: string): void {
    this.#usual.coming(uri);
  }

  close(uri: string): void {
    this.#lanes.get(uri)?.close(uri);
    this.#lanes.delete(uri);
  }

  dispose(): void {
    this.#usual.dispose();
    this.#large.dispose();
    this.#lanes.clear();
  }
}
