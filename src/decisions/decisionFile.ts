import type { Decision } from "../review/decision.js";
import { decisionsIn, EMPTY_JOURNAL, type Journal, mergedJournals, printJournal, readJournal, withDecisions } from "../review/journal.js";
import type { KeptFile } from "./keptFile.js";

/** What becomes of a file of decisions. */
export interface DecisionFileEvents {
  /** The decisions are others than before. */
  changed(): void;
  /** So many lines cannot be read; they are kept as they are. Told once. */
  unreadable(place: string, count: number): void;
  /** The decisions could not be written where they belong and are kept in another place. */
  keptElsewhere(place: string, reason: unknown): void;
  /** The decisions could be written nowhere; they are kept till the window is closed. */
  notKept(reason: unknown): void;
}

/**
 * The decisions of one sidecar file. What is decided holds at once; then it is merged with what other windows, git or a sync client
 * wrote meanwhile, and saved. Nothing that was read or decided is lost but by deleting the file.
 */
export class DecisionFile {
  readonly #home: KeptFile;
  readonly #elsewhere: KeptFile;
  readonly #events: DecisionFileEvents;
  #journal: Journal = EMPTY_JOURNAL;
  #decisions: readonly Decision[] = [];
  /** Decided here and not yet saved, by id. */
  readonly #unsaved = new Map<string, Decision>();
  #work: Promise<void> = Promise.resolve();
  #savePlanned = false;
  #unreadableTold = false;
  #seen: { readonly text: string; readonly journal: Journal } = { text: "", journal: EMPTY_JOURNAL };

  /** @param elsewhere the file for what cannot be written to `home`. */
  constructor(home: KeptFile, elsewhere: KeptFile, events: DecisionFileEvents) {
    this.#home = home;
    this.#elsewhere = elsewhere;
    this.#events = events;
  }

  /** From the first made to the last, undone ones too. */
  get decisions(): readonly Decision[] {
    return this.#decisions;
  }

  /** Reads what is kept, and adds it to what is known; where the file lacks something that is known, it is saved again. */
  load(): Promise<void> {
    return this.#next(async () => {
      const [home, elsewhere] = await Promise.all([this.#home.read(), this.#elsewhere.read()]);
      const atHome = this.#read(home);
      const kept = mergedJournals(atHome, readJournal(elsewhere ?? ""));
      this.#tellUnreadable(kept);
      this.#take(kept);
      if (home !== undefined && lacks(atHome, this.#journal)) this.#planSave();
    });
  }

  /** Takes decisions in, new ones and ones in the place of those with their ids. @returns when they are saved. */
  put(decisions: readonly Decision[]): Promise<void> {
    if (decisions.length === 0) return this.#work;
    for (const decision of decisions) this.#unsaved.set(decision.id, decision);
    this.#take(withDecisions(this.#journal, decisions));
    this.#planSave();
    return this.#work;
  }

  /** The file was deleted: what was saved in it goes, too. */
  deleted(): Promise<void> {
    return this.#next(async () => {
      if ((await this.#home.read()) !== undefined) return;
      const left = withDecisions(readJournal((await this.#elsewhere.read()) ?? ""), [...this.#unsaved.values()]);
      this.#journal = EMPTY_JOURNAL;
      this.#take(left);
    });
  }

  /** When all that was asked for is done. */
  settled(): Promise<void> {
    return this.#work;
  }

  #next(work: () => Promise<void>): Promise<void> {
    this.#work = this.#work.then(work).catch((error: unknown) => this.#events.notKept(error));
    return this.#work;
  }

  #planSave(): void {
    if (this.#savePlanned) return;
    this.#savePlanned = true;
    void this.#next(async () => {
      this.#savePlanned = false;
      await this.#save();
    });
  }

  async #save(): Promise<void> {
    const saving = [...this.#unsaved];
    try {
      await this.#saveIn(this.#home);
    } catch (reason) {
      await this.#saveIn(this.#elsewhere);
      this.#events.keptElsewhere(this.#elsewhere.place, reason);
    }
    for (const [id, decision] of saving) if (this.#unsaved.get(id) === decision) this.#unsaved.delete(id);
  }

  async #saveIn(file: KeptFile): Promise<void> {
    let merged = this.#journal;
    await file.update((present) => {
      merged = mergedJournals(this.#read(present), this.#journal);
      const text = printJournal(merged);
      this.#seen = { text, journal: merged };
      return text;
    });
    this.#take(merged);
  }

  /** The journal of a text; of the text that was read or written last it is known. */
  #read(text = ""): Journal {
    if (text !== this.#seen.text) this.#seen = { text, journal: readJournal(text) };
    return this.#seen.journal;
  }

  #take(journal: Journal): void {
    const merged = this.#journal === EMPTY_JOURNAL ? journal : mergedJournals(this.#journal, journal);
    const changed = lacks(this.#journal, merged);
    const gone = this.#decisions.length > merged.lines.size;
    this.#journal = merged;
    if (!changed && !gone) return;
    this.#decisions = decisionsIn(merged);
    this.#events.changed();
  }

  #tellUnreadable({ unreadable }: Journal): void {
    if (unreadable.length === 0 || this.#unreadableTold) return;
    this.#unreadableTold = true;
    this.#events.unreadable(this.#home.place, unreadable.length);
  }
}

/** Whether a journal lacks a line that another has. */
function lacks({ lines, unreadable }: Journal, other: Journal): boolean {
  if (other.unreadable.length > unreadable.length) return true;
  for (const [id, { text }] of other.lines) if (lines.get(id)?.text !== text) return true;
  return false;
}
