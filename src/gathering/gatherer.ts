import { sha256 } from "../sha256.js";
import { addressIn, pathIn } from "./addresses.js";
import { findDocuments, isUnderReview } from "./documentFinder.js";
import { answerOrProblem, FileProblem, type Files } from "./files.js";
import { type DocumentsParts, type GatheredDocument, GatheredDocuments, type MetDocument } from "./gatheredDocuments.js";
import type { Door, GatheringProgress, LeftOut, OpenText, Wanted, WorkspaceFolder } from "./gatherProtocol.js";
import type { KnownFile } from "./recordCache.js";
import type { RecordOutcome } from "./recordProtocol.js";
import { ReviewFilter } from "./reviewFilter.js";

/** What is known from before: see RecordCache. */
export interface KnownRecords {
  file(uri: string): KnownFile | undefined;
  record(hash: string): Uint8Array | undefined;
  putFile(uri: string, file: KnownFile): void;
  putRecord(hash: string, record: Uint8Array): void;
  /** @param hashes of records that are wanted, whichever files there are. */
  tidy(uris: ReadonlySet<string>, hashes: ReadonlySet<string>): void;
}

/** What analyses texts: see RecordPool. */
export interface Analysts {
  readonly room: number;
  analyze(path: string, content: Uint8Array | string): Promise<RecordOutcome>;
}

export interface GathererParts extends DocumentsParts {
  readonly files: Readonly<Record<Door, Files>>;
  readonly known: KnownRecords;
  readonly analysts: Analysts;
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

/**
 * Keeps the collection what the workspace's documents are: finds them, takes the records that are known, has the others analysed, and follows
 * what changes. Texts as editors have them go before the files.
 */
export class Gatherer {
  readonly #parts: GathererParts;
  readonly #documents: GatheredDocuments;
  readonly #texts = new Map<string, OpenText>();
  #wanted: Wanted = { folders: [], rules: { documents: [], exclude: [] }, chosen: [], takenOut: [] };
  #filter = new ReviewFilter(this.#wanted.rules);
  #search = 0;
  #searching = false;
  #halt: "paused" | "stopped" | null = null;
  #working = false;
  #lastTurn = 0;

  constructor(parts: GathererParts) {
    this.#parts = parts;
    this.#documents = new GatheredDocuments(parts);
  }

  get progress(): GatheringProgress {
    return this.#documents.progress(this.#halt ?? (this.#searching ? "searching" : null));
  }

  /** The documents that cannot be read, by path. */
  leftOut(): readonly LeftOut[] {
    return this.#documents.leftOut();
  }

  /** The document's path as the reader sees it, and what can read it; undefined where it is not in the collection. */
  find(uri: string): { readonly path: string; readonly text: string | undefined; readonly place: string; readonly door: Door } | undefined {
    const entry = this.#documents.find(uri);
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
    for (const entry of this.#documents.all()) if (entry.search !== search && !this.#texts.has(entry.uri)) this.#documents.forget(entry);
    this.#documents.retain();
    this.#searching = false;
    this.#parts.changed();
    this.#work();
  }

  /** Looks at files and folders that came, went or changed. */
  async filesChanged(uris: readonly string[]): Promise<void> {
    if (this.#halt === "stopped") return;
    for (const uri of uris) {
      const entry = this.#documents.find(uri);
      if (entry) await this.#meet(entry);
      else await this.#strangerChanged(uri);
    }
    this.#work();
  }

  /** Takes a text as an editor has it. @returns when it waits for its analysis. */
  async open(text: OpenText): Promise<void> {
    this.#texts.set(text.uri, text);
    const entry =
      this.#documents.find(text.uri) ?? this.#documents.enter({ uri: text.uri, path: text.path, place: "", door: "asked" }, this.#search);
    this.#documents.wait(entry);
    this.#work();
  }

  /** The editor has what the file has, or has the document no more. */
  async close(uri: string): Promise<void> {
    const entry = this.#documents.find(uri);
    if (!this.#texts.delete(uri) || !entry) return;
    if (entry.place === "") this.#documents.forget(entry);
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
    this.#documents.giveUp();
    this.#documents.retain();
    this.#parts.changed();
  }

  resume(): void {
    this.#halt = null;
    this.#parts.changed();
    this.#work();
  }

  /** @returns whether links were found that only a search of all can follow. */
  async #searchFolder(folder: WorkspaceFolder, part: string): Promise<boolean> {
    const files = this.#parts.files[folder.door];
    const search = this.#search;
    for await (const found of findDocuments(files, folder, this.#filter, part)) {
      if (search !== this.#search) return false;
      if (found.kind === "links") return true;
      const uri = addressIn(folder.uri, found.path);
      const path = folder.prefix + found.path;
      if (found.kind === "unreadable") this.#documents.tellOnce(uri, `${path}: ${found.reason}.`);
      else {
        const met = { uri, path, place: found.place, door: folder.door };
        if (found.kind === "document") await this.#meet(met);
        else this.#documents.leaveOut(this.#documents.enter(met, search), found.reason);
      }
      await this.#turn();
    }
    return false;
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
      for (const entry of this.#documents.all()) if (entry.uri.startsWith(`${uri}/`)) await this.#meet(entry);
    } else if (await isBehindLink(files, folder.place, names)) await this.#searchAll();
    else if (state.kind === "folder") {
      if (await this.#searchFolder(folder, path)) await this.#searchAll();
    } else if (await isUnderReview(files, folder, this.#filter, path)) {
      await this.#meet({ uri, path: folder.prefix + path, place, door: folder.door });
    }
  }

  /** Comes upon a document: gathers it where its record is known, else lets it wait. */
  async #meet(met: MetDocument): Promise<void> {
    if (this.#wanted.takenOut.includes(met.uri)) return;
    const entry = this.#documents.enter(met, this.#search);
    if (this.#texts.has(entry.uri)) return this.#documents.wait(entry);
    const reading = ++entry.reading;
    const state = await answerOrProblem(this.#parts.files[entry.door].state(entry.place));
    if (reading !== entry.reading) return;
    if (state instanceof FileProblem)
      return state.kind === "gone" ? this.#documents.forget(entry) : this.#documents.leaveOut(entry, state.message);
    if (state.kind !== "file") return this.#documents.forget(entry);
    if (state.size > LARGEST_FILE) return this.#documents.leaveOut(entry, TOO_LARGE);
    const known = this.#parts.known.file(entry.uri);
    if (known?.modified !== state.modified || known.size !== state.size) return this.#documents.wait(entry);
    if (known.reason !== undefined) return this.#documents.leaveOut(entry, known.reason);
    if (!this.#gatherKnown(entry, known.hash)) this.#documents.wait(entry);
  }

  /** Gathers a document whose text has a hash, where the record is known. @returns whether it is. */
  #gatherKnown(entry: GatheredDocument, hash: string): boolean {
    if (this.#documents.adopt(entry, hash)) return true;
    const record = this.#parts.known.record(hash);
    return record !== undefined && this.#documents.gather(entry, record, hash);
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
    do {
      for (let entry = this.#toRead; entry; entry = this.#toRead) {
        await this.#read(entry);
        await this.#turn();
      }
      // Whoever waits for what is known goes before the tidying.
      await this.#parts.turn();
    } while (this.#toRead);
    if (this.#documents.next || this.#searching || this.#halt) return;
    const documents = this.#documents.all();
    this.#parts.known.tidy(new Set(documents.map(({ uri }) => uri)), new Set(documents.map(({ hash }) => hash)));
  }

  /** What is to be read now; undefined where nothing is, or it has to wait. */
  get #toRead(): GatheredDocument | undefined {
    return this.#halt || this.#parts.analysts.room === 0 ? undefined : this.#documents.next;
  }

  /** Reads a document and has it analysed, unless the record of its text is known. It is not waited for. */
  async #read(entry: GatheredDocument): Promise<void> {
    const reading = this.#documents.take(entry);
    const text = this.#texts.get(entry.uri)?.text;
    if (text !== undefined) return void this.#analyze(entry, reading, text, sha256(text), null);
    const files = this.#parts.files[entry.door];
    const state = await answerOrProblem(files.state(entry.place));
    const bytes = state instanceof FileProblem ? state : await answerOrProblem(files.read(entry.place));
    if (reading !== entry.reading) return;
    if (bytes instanceof FileProblem)
      return bytes.kind === "gone" ? this.#documents.forget(entry) : this.#documents.leaveOut(entry, bytes.message);
    if (state instanceof FileProblem || bytes.length > LARGEST_FILE) return this.#documents.leaveOut(entry, TOO_LARGE);
    const modified = this.#parts.now() - state.modified < ONE_TICK ? -1 : state.modified;
    void this.#analyze(entry, reading, bytes, sha256(bytes), { modified, size: state.size });
  }

  async #analyze(
    entry: GatheredDocument,
    reading: number,
    content: Uint8Array | string,
    hash: string,
    file: Pick<KnownFile, "modified" | "size"> | null,
  ): Promise<void> {
    const { known, analysts } = this.#parts;
    if (reading === entry.reading && this.#gatherKnown(entry, hash)) {
      if (file) known.putFile(entry.uri, { ...file, hash });
      return;
    }
    const outcome = await analysts.analyze(entry.path, content);
    if (outcome.kind === "record") known.putRecord(hash, outcome.record);
    if (reading === entry.reading) {
      if (outcome.kind === "record") this.#documents.gather(entry, outcome.record, hash);
      else this.#documents.leaveOut(entry, outcome.reason);
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
