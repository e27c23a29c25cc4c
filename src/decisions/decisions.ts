import { randomUUID } from "node:crypto";
import { type Disposable, EventEmitter, type LogOutputChannel, type Uri } from "vscode";
import { type Decision, type DecisionBody, decisionsOf, type Scope } from "../review/decision.js";
import { DecisionFile } from "./decisionFile.js";
import type { KeepingNotices } from "./keepingNotices.js";
import { reviewerOf } from "./reviewer.js";
import type { SidecarPlace, SidecarPlaces } from "./sidecarPlaces.js";
import { watchSidecars } from "./sidecarWatcher.js";

const NO_DECISIONS: readonly Decision[] = [];

/** What holds in one document: its own decisions, and those that hold in every document of its folder. */
interface KeptDocument {
  readonly uri: Uri;
  readonly place: SidecarPlace;
  readonly own: DecisionFile;
  readonly everywhere: DecisionFile;
  all: readonly Decision[];
}

/** Keeps the decisions on the documents under review: knows them, saves them, and follows what other programs write. */
export class Decisions implements Disposable {
  readonly #places: SidecarPlaces;
  readonly #log: LogOutputChannel;
  readonly #notices: KeepingNotices;
  readonly #documents = new Map<string, KeptDocument>();
  readonly #files = new Map<string, DecisionFile>();
  readonly #changed = new EventEmitter<string>();
  readonly #filesChanged = new EventEmitter<void>();
  readonly #watching: Disposable;
  #lastMade = 0;

  /** Gives the URI of a document whose decisions are others than before. */
  readonly onDidChange = this.#changed.event;

  /** Fires when decisions of whichever file are others than before. */
  readonly onDidChangeFiles = this.#filesChanged.event;

  constructor(places: SidecarPlaces, notices: KeepingNotices, log: LogOutputChannel) {
    this.#places = places;
    this.#notices = notices;
    this.#log = log;
    this.#watching = watchSidecars(() => this.#files.keys(), {
      changed: (uri) => void this.#files.get(uri.toString())?.load(),
      deleted: (uri) => void this.#files.get(uri.toString())?.deleted(),
    });
  }

  /** What holds in a document, undone decisions too; nothing until it is read. */
  of(uri: string): readonly Decision[] {
    return this.#documents.get(uri)?.all ?? NO_DECISIONS;
  }

  /**
   * What holds in every document of a folder, undone decisions too; nothing until it is read, and kept from now on.
   * @param within an address in the folder.
   */
  everywhere(within: Uri): readonly Decision[] {
    return this.#file(this.#places.everywhere(within)).decisions;
  }

  /** The documents whose decisions are known, each with what was decided on it alone, undone decisions too. */
  known(): readonly { readonly uri: Uri; readonly own: readonly Decision[] }[] {
    return Array.from(this.#documents.values(), ({ uri, own }) => ({ uri, own: own.decisions }));
  }

  /** Reads what was decided on a document, and keeps it from now on. @returns when it is read. */
  async open(uri: Uri): Promise<void> {
    const { own, everywhere } = this.#document(uri);
    await Promise.all([own.settled(), everywhere.settled()]);
  }

  /**
   * Makes decisions in one stroke. They hold at once.
   * @param scope `everywhere`: in every document of the document's folder.
   * @param batch that of the stroke which these are a part of, where it is made on several documents or in several folders.
   * @returns the decisions, when they are saved.
   */
  async make(uri: Uri, bodies: readonly DecisionBody[], scope: Scope = "document", batch?: string): Promise<readonly Decision[]> {
    const kept = this.#document(uri);
    const creator = await reviewerOf(uri);
    const document = scope === "everywhere" ? null : this.#places.path(uri);
    const ids = risingIds(bodies.length + 1);
    const made = decisionsOf(bodies, document, { newId: () => ids.next().value, now: this.now(), creator, ...(batch && { batch }) });
    await (scope === "everywhere" ? kept.everywhere : kept.own).put(made);
    if (!kept.place.inFolder) this.#notices.outsideFolders(kept.place.home.place);
    return made;
  }

  /** Puts decisions in the place of those with their ids: undone, redone, or on the words as they stand now. @returns when they are saved. */
  async write(uri: Uri, decisions: readonly Decision[]): Promise<void> {
    const kept = this.#document(uri);
    await Promise.all([
      kept.own.put(decisions.filter(({ scope }) => scope === "document")),
      kept.everywhere.put(decisions.filter(({ scope }) => scope === "everywhere")),
    ]);
  }

  /** As `write`, of decisions that hold everywhere in a folder. @param within an address in the folder. */
  writeEverywhere(within: Uri, decisions: readonly Decision[]): Promise<void> {
    return this.#file(this.#places.everywhere(within)).put(decisions);
  }

  /** The name of a stroke that is made on several documents. */
  newBatch(): string {
    return newId();
  }

  /** The present time for a decision, ISO 8601; later with each call, so that strokes keep their order. */
  now(): string {
    this.#lastMade = Math.max(Date.now(), this.#lastMade + 1);
    return new Date(this.#lastMade).toISOString();
  }

  dispose(): void {
    this.#watching.dispose();
    this.#changed.dispose();
    this.#filesChanged.dispose();
  }

  #document(uri: Uri): KeptDocument {
    const key = uri.toString();
    const known = this.#documents.get(key);
    if (known) return known;
    const place = this.#places.ofDocument(uri);
    const kept: KeptDocument = {
      uri,
      place,
      own: this.#file(place),
      everywhere: this.#file(this.#places.everywhere(uri)),
      all: NO_DECISIONS,
    };
    this.#documents.set(key, kept);
    this.#gather(kept);
    return kept;
  }

  #file(place: SidecarPlace): DecisionFile {
    const known = this.#files.get(place.key);
    if (known) return known;
    const file: DecisionFile = new DecisionFile(place.home, place.elsewhere, {
      changed: () => this.#fileChanged(file),
      unreadable: (where, count) => this.#notices.unreadable(where, count),
      keptElsewhere: (where, reason) => {
        this.#log.warn(`${place.home.place} could not be written: ${reason}`);
        this.#notices.keptElsewhere(where);
      },
      notKept: (reason) => {
        this.#log.error(`The decisions of ${place.home.place} could not be read or written: ${reason}`);
        this.#notices.notKept(place.home.place, reason);
      },
    });
    this.#files.set(place.key, file);
    void file.load();
    return file;
  }

  #fileChanged(file: DecisionFile): void {
    for (const kept of this.#documents.values()) if (kept.own === file || kept.everywhere === file) this.#gather(kept);
    this.#filesChanged.fire();
  }

  #gather(kept: KeptDocument): void {
    const own = kept.own.decisions;
    const everywhere = kept.everywhere.decisions;
    if (own.length + everywhere.length === 0 && kept.all.length === 0) return;
    kept.all = everywhere.length === 0 ? own : [...everywhere, ...own];
    this.#changed.fire(kept.uri.toString());
  }
}

/** New ids, each greater than the one before: decisions of one moment are applied in the order of their ids. */
function* risingIds(count: number): Generator<string, string> {
  yield* Array.from({ length: count }, newId).sort();
  return newId();
}

function newId(): string {
  return `urn:uuid:${randomUUID()}`;
}
