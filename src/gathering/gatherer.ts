import { createHash } from "node:crypto";
import { addressIn, pathIn } from "./addresses.js";
import { findDocuments, isUnderReview } from "./documentFinder.js";
import { answerOrProblem, FileProblem, type Files } from "./files.js";
import type { Door, GatheringPhase, GatheringProgress, LeftOut, OpenText, Wanted, WorkspaceFolder } from "./gatherProtocol.js";
import type { KnownFile } from "./recordCache.js";
import type { RecordOutcome } from "./recordProtocol.js";
import { ReviewFilter } from "./reviewFilter.js";

/** Where the records go. */
export interface RecordSink {
  /** @returns false where the bytes are no record of this format: the document is analysed again. */
  put(uri: string, record: Uint8Array): boolean;
  remove(uri: string): void;
}

/** What is known from before: see RecordCache. */
export interface KnownRecords {
  file(uri: string): KnownFile | undefined;
  record(hash: string): Uint8Array | undefined;
  putFile(uri: string, file: KnownFile): void;
  putRecord(hash: string, record: Uint8Array): void;
  tidy(uris: ReadonlySet<string>): void;
}

/** What analyses texts: see RecordPool. */
export interface Analysts {
  readonly room: number;
  analyze(path: string, content: Uint8Array | string): Promise<RecordOutcome>;
}

export interface GathererParts {
  readonly files: Readonly<Record<Door, Files>>;
  readonly known: KnownRecords;
  readonly analysts: Analysts;
  readonly sink: RecordSink;
  /** Called after every change; many may come at once. */
  readonly changed: () => void;
  /** Tells what the reader of a log should know. */
  readonly tell: (message: string) => void;
  /** Lets other work go before. */
  readonly turn: () => Promise<void>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** VS Code hands no larger document to an extension. */
const LARGEST_FILE = 50 * 1024 * 1024;
const TOO_LARGE = "it is larger than 50 MB, which VS Code hands to no extension; split it";
/** A file written within so many milliseconds may be written again without another time. */
const ONE_TICK = 2000;
/** Milliseconds of work before others get a turn. */
const TURN = 8;

interface Entry {
  readonly uri: string;
  /** As the reader sees it. */
  readonly path: string;
  readonly place: string;
  readonly door: Door;
  /** Rises with every reading: the outcome of an older one is dropped. */
  reading: number;
  state: "waiting" | "gathered" | "leftOut";
  reason: string;
  /** Whether the newest search came upon it. */
  search: number;
}

/**
 * Keeps the collection what the workspace's documents are: finds them, takes the records that are known, has the others analysed, and follows
 * what changes. Texts as editors have them go before the files.
 */
export class Gatherer {
  readonly #parts: GathererParts;
  readonly #entries = new Map<string, Entry>();
  readonly #waiting = new Set<Entry>();
  readonly #texts = new Map<string, OpenText>();
  readonly #told = new Set<string>();
  #wanted: Wanted = { folders: [], rules: { documents: [], exclude: [] }, chosen: [], takenOut: [] };
  #filter = new ReviewFilter(this.#wanted.rules);
  #search = 0;
  #searching = false;
  #halt: "paused" | "stopped" | null = null;
  #working = false;
  #lastTurn = 0;

  constructor(parts: GathererParts) {
    this.#parts = parts;
  }

  get progress(): GatheringProgress {
    let [gathered, leftOut] = [0, 0];
    for (const { state } of this.#entries.values()) {
      if (state === "gathered") gathered++;
      else if (state === "leftOut") leftOut++;
    }
    return { phase: this.#phase(), documents: this.#entries.size - leftOut, gathered, leftOut };
  }

  /** The documents that cannot be read, by path. */
  leftOut(): readonly LeftOut[] {
    const entries = [...this.#entries.values()].filter(({ state }) => state === "leftOut");
    return entries.map(({ uri, path, reason }) => ({ uri, path, reason })).sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** The document's path as the reader sees it, and what can read it; undefined where it is not in the collection. */
  find(uri: string): { readonly path: string; readonly text: string | undefined; readonly place: string; readonly door: Door } | undefined {
    const entry = this.#entries.get(uri);
    return entry && { path: entry.path, place: entry.place, door: entry.door, text: this.#texts.get(uri)?.text };
  }

  /** Searches the workspace, anew where it was searched before. @returns when it is searched and what is known is gathered. */
  search(wanted: Wanted): Promise<void> {
    this.#wanted = wanted;
    this.#filter = new ReviewFilter(wanted.rules);
    this.#searching = true;
    this.#halt = null;
    this.#parts.changed();
    return this.#searchAll();
  }

  /** Looks quietly for changes that nobody told of: where a folder cannot be watched, or not yet. What the reader paused stays paused. */
  async lookAgain(): Promise<void> {
    if (this.#halt !== "stopped" && !this.#searching) await this.#searchAll();
  }

  /** Searches all of the workspace; what the reader paused stays paused. */
  async #searchAll(): Promise<void> {
    const search = ++this.#search;
    const { chosen, folders } = this.#wanted;
    for (const { uri, path, place, door } of chosen) await this.#meet({ uri, path, place, door });
    for (const folder of folders) {
      await this.#searchFolder(folder, "");
      if (search !== this.#search) return;
    }
    for (const entry of [...this.#entries.values()]) if (entry.search !== search && !this.#texts.has(entry.uri)) this.#forget(entry);
    this.#searching = false;
    this.#parts.changed();
    this.#work();
  }

  /** Looks at files and folders that came, went or changed. */
  async filesChanged(uris: readonly string[]): Promise<void> {
    if (this.#halt === "stopped") return;
    for (const uri of uris) {
      const entry = this.#entries.get(uri);
      if (entry) await this.#meet(entry);
      else await this.#strangerChanged(uri);
    }
    this.#work();
  }

  /** Takes a text as an editor has it. @returns when it waits for its analysis. */
  async open(text: OpenText): Promise<void> {
    this.#texts.set(text.uri, text);
    const entry = this.#entries.get(text.uri) ?? this.#enter({ uri: text.uri, path: text.path, place: "", door: "asked" });
    this.#wait(entry);
    this.#work();
  }

  /** The editor has what the file has, or has the document no more. */
  async close(uri: string): Promise<void> {
    const entry = this.#entries.get(uri);
    if (!this.#texts.delete(uri) || !entry) return;
    if (entry.place === "") this.#forget(entry);
    else await this.#meet(entry);
    this.#work();
  }

  pause(): void {
    this.#halt = "paused";
    this.#parts.changed();
  }

  /** Gives up what is not yet gathered, until the next search. */
  stop(): void {
    this.#halt = "stopped";
    this.#search++;
    this.#searching = false;
    this.#waiting.clear();
    this.#parts.changed();
  }

  resume(): void {
    this.#halt = null;
    this.#parts.changed();
    this.#work();
  }

  #phase(): GatheringPhase {
    if (this.#halt) return this.#halt;
    if (this.#searching) return "searching";
    for (const { state } of this.#entries.values()) if (state === "waiting") return "analysing";
    return "ready";
  }

  async #searchFolder(folder: WorkspaceFolder, part: string): Promise<void> {
    const files = this.#parts.files[folder.door];
    const search = this.#search;
    for await (const found of findDocuments(files, folder, this.#filter, part)) {
      if (search !== this.#search) return;
      const uri = addressIn(folder.uri, found.path);
      if (found.kind === "unreadable") this.#tellOnce(uri, `${folder.prefix}${found.path}: ${found.reason}.`);
      else await this.#meet({ uri, path: folder.prefix + found.path, place: found.place, door: folder.door });
      await this.#turn();
    }
  }

  /** Something changed that is no document so far: a file that came, a folder that came or went. */
  async #strangerChanged(uri: string): Promise<void> {
    const folder = this.#wanted.folders.find((one) => pathIn(one.uri, uri) !== undefined);
    const path = folder && pathIn(folder.uri, uri);
    if (!folder || path === undefined) return;
    const names = path.split("/");
    if (names.at(-1) === ".gitignore") return this.#searchAll();
    if (names.some((name) => this.#filter.isLeftOut(name))) return;
    const files = this.#parts.files[folder.door];
    const place = names.reduce((at, name) => files.child(at, name), folder.place);
    const state = await answerOrProblem(files.state(place));
    if (state instanceof FileProblem) {
      for (const entry of [...this.#entries.values()]) if (entry.uri.startsWith(`${uri}/`)) await this.#meet(entry);
    } else if (await isBehindLink(files, folder.place, names)) await this.#searchAll();
    else if (state.kind === "folder") await this.#searchFolder(folder, path);
    else if (await isUnderReview(files, folder, this.#filter, path)) {
      await this.#meet({ uri, path: folder.prefix + path, place, door: folder.door });
    }
  }

  /** Comes upon a document: gathers it where its record is known, else lets it wait. */
  async #meet(met: Pick<Entry, "uri" | "path" | "place" | "door">): Promise<void> {
    if (this.#wanted.takenOut.includes(met.uri)) return;
    const entry = this.#enter(met);
    if (this.#texts.has(entry.uri)) return this.#wait(entry);
    const reading = ++entry.reading;
    const state = await answerOrProblem(this.#parts.files[entry.door].state(entry.place));
    if (reading !== entry.reading) return;
    if (state instanceof FileProblem) return state.kind === "gone" ? this.#forget(entry) : this.#leaveOut(entry, state.message);
    if (state.kind !== "file") return this.#forget(entry);
    if (state.size > LARGEST_FILE) return this.#leaveOut(entry, TOO_LARGE);
    const known = this.#parts.known.file(entry.uri);
    if (known?.modified !== state.modified || known.size !== state.size) return this.#wait(entry);
    if (known.reason !== undefined) return this.#leaveOut(entry, known.reason);
    const record = this.#parts.known.record(known.hash);
    if (!record || !this.#gather(entry, record)) this.#wait(entry);
  }

  /** @returns the document's entry. One that is in a folder is known better than one that is only open. */
  #enter(met: Pick<Entry, "uri" | "path" | "place" | "door">): Entry {
    const known = this.#entries.get(met.uri);
    if (known && (known.place !== "" || met.place === "")) {
      known.search = this.#search;
      return known;
    }
    const entry: Entry = {
      ...{ uri: met.uri, path: met.path, place: met.place, door: met.door },
      ...{ reading: (known?.reading ?? 0) + 1, state: known?.state ?? "waiting", reason: "", search: this.#search },
    };
    if (known) this.#waiting.delete(known);
    this.#entries.set(entry.uri, entry);
    return entry;
  }

  /** What the collection has of a document stays until the new record is there. */
  #wait(entry: Entry): void {
    entry.reading++;
    this.#waiting.add(entry);
    if (entry.state !== "gathered") entry.state = "waiting";
    this.#parts.changed();
  }

  #gather(entry: Entry, record: Uint8Array): boolean {
    if (!this.#parts.sink.put(entry.uri, record)) return false;
    entry.state = "gathered";
    this.#parts.changed();
    return true;
  }

  #leaveOut(entry: Entry, reason: string): void {
    if (entry.state === "gathered") this.#parts.sink.remove(entry.uri);
    entry.state = "leftOut";
    entry.reason = reason;
    this.#waiting.delete(entry);
    this.#tellOnce(entry.uri, `${entry.path} is left out: ${reason}.`);
    this.#parts.changed();
  }

  #forget(entry: Entry): void {
    entry.reading++;
    this.#waiting.delete(entry);
    if (this.#entries.get(entry.uri) === entry) this.#entries.delete(entry.uri);
    this.#parts.sink.remove(entry.uri);
    this.#parts.changed();
  }

  #tellOnce(uri: string, message: string): void {
    const key = `${uri} ${message}`;
    if (this.#told.has(key)) return;
    this.#told.add(key);
    this.#parts.tell(message.replace(/[\p{Cc}\u2028\u2029]+/gu, " "));
  }

  /** Reads and analyses what waits, as many at a time as the analysts have room for. */
  #work(): void {
    if (this.#working) return;
    this.#working = true;
    void this.#workOn().finally(() => {
      this.#working = false;
    });
  }

  async #workOn(): Promise<void> {
    while (!this.#halt && this.#parts.analysts.room > 0) {
      const [entry] = this.#waiting;
      if (!entry) break;
      this.#waiting.delete(entry);
      await this.#read(entry);
      await this.#turn();
    }
    if (this.#waiting.size === 0 && !this.#searching && !this.#halt) this.#parts.known.tidy(new Set(this.#entries.keys()));
  }

  /** Reads a document and has it analysed, unless the record of its text is known. It is not waited for. */
  async #read(entry: Entry): Promise<void> {
    const reading = ++entry.reading;
    const text = this.#texts.get(entry.uri)?.text;
    if (text !== undefined) return void this.#analyze(entry, reading, text, hashOf(text), null);
    const files = this.#parts.files[entry.door];
    const state = await answerOrProblem(files.state(entry.place));
    const bytes = state instanceof FileProblem ? state : await answerOrProblem(files.read(entry.place));
    if (reading !== entry.reading) return;
    if (bytes instanceof FileProblem) return bytes.kind === "gone" ? this.#forget(entry) : this.#leaveOut(entry, bytes.message);
    if (state instanceof FileProblem || bytes.length > LARGEST_FILE) return this.#leaveOut(entry, TOO_LARGE);
    const modified = this.#parts.now() - state.modified < ONE_TICK ? -1 : state.modified;
    void this.#analyze(entry, reading, bytes, hashOf(bytes), { modified, size: state.size });
  }

  async #analyze(
    entry: Entry,
    reading: number,
    content: Uint8Array | string,
    hash: string,
    file: Pick<KnownFile, "modified" | "size"> | null,
  ): Promise<void> {
    const { known, analysts } = this.#parts;
    const record = known.record(hash);
    if (record && reading === entry.reading && this.#gather(entry, record)) {
      if (file) known.putFile(entry.uri, { ...file, hash });
      return;
    }
    const outcome = await analysts.analyze(entry.path, content);
    if (outcome.kind === "record") known.putRecord(hash, outcome.record);
    if (reading === entry.reading) {
      if (outcome.kind === "record") this.#gather(entry, outcome.record);
      else this.#leaveOut(entry, outcome.reason);
      if (file && outcome.kind !== "failed") {
        known.putFile(entry.uri, { ...file, hash, ...(outcome.kind === "unreadable" && { reason: outcome.reason }) });
      }
    }
    this.#work();
  }

  async #turn(): Promise<void> {
    if (performance.now() - this.#lastTurn < TURN) return;
    await this.#parts.turn();
    this.#lastTurn = performance.now();
  }
}

/** Whether links lead to a place in a folder: only a search of all of it tells whether its documents are found already. */
async function isBehindLink(files: Files, folder: string, names: readonly string[]): Promise<boolean> {
  const above = await answerOrProblem(files.real(folder));
  const real = await answerOrProblem(files.real(names.reduce((at, name) => files.child(at, name), folder)));
  if (typeof above !== "string" || typeof real !== "string") return false;
  return real !== names.reduce((at, name) => files.child(at, name), above);
}

function hashOf(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex");
}
