import type { CollectionDate, DateRequest, Page, YearCount } from "./answers.js";
import type { DocumentRecord } from "./documentRecord.js";
import type { DocumentTable } from "./documentTable.js";
import { type SavedParts, type SavedReader, savedLists, savedStrings } from "./savedParts.js";
import type { StringTable } from "./stringTable.js";

/** A calendar date, with or without month, day and time of day. */
const CALENDAR = /^\d{4}(?:-\d{2}(?:-\d{2}(?:T[\d:]+)?)?)?$/;
/** The number of a document's own date among its dates. */
const OWN = -1;

interface DateRef {
  readonly slot: number;
  /** The number in the record, or {@link OWN}. */
  readonly date: number;
}

/** What the documents date, in the order of time. */
export class DateIndex {
  readonly #documents: DocumentTable;
  readonly #byValue = new Map<string, DateRef[]>();
  #values: readonly string[] | null = null;

  constructor(documents: DocumentTable) {
    this.#documents = documents;
  }

  add(slot: number, record: DocumentRecord): void {
    for (const [value, date] of datesIn(record, this.#documents.strings)) {
      const known = this.#byValue.get(value);
      if (known !== undefined) known.push({ slot, date });
      else {
        this.#byValue.set(value, [{ slot, date }]);
        this.#values = null;
      }
    }
  }

  remove(slot: number, record: DocumentRecord): void {
    for (const value of new Set(datesIn(record, this.#documents.strings).map(([each]) => each))) {
      const left = (this.#byValue.get(value) ?? []).filter((ref) => ref.slot !== slot);
      if (left.length > 0) this.#byValue.set(value, left);
      else {
        this.#byValue.delete(value);
        this.#values = null;
      }
    }
  }

  inOrder({ offset = 0, count = 200, from, to, textOnly = false }: DateRequest): Page<CollectionDate> {
    this.#values ??= [...this.#byValue.keys()].sort();
    const refs: DateRef[] = [];
    let total = 0;
    for (const value of this.#values) {
      if ((from !== undefined && value.slice(0, from.length) < from) || (to !== undefined && value.slice(0, to.length) > to)) continue;
      const all = this.#byValue.get(value) ?? [];
      const here = textOnly ? all.filter(({ date }) => date !== OWN) : all;
      const [first, last] = [Math.max(0, offset - total), Math.min(here.length, offset + count - total)];
      if (first < last) refs.push(...this.#byPlace(here).slice(first, last));
      total += here.length;
    }
    return { items: refs.map((ref) => this.#answer(ref)), total };
  }

  years(): readonly YearCount[] {
    const counts = new Map<string, number>();
    for (const [value, refs] of this.#byValue) {
      const year = value.slice(0, 4);
      counts.set(year, (counts.get(year) ?? 0) + refs.length);
    }
    return [...counts].map(([year, dates]) => ({ year, dates })).sort((a, b) => (a.year < b.year ? -1 : 1));
  }

  *saved(): SavedParts {
    yield* savedStrings([...this.#byValue.keys()]);
    yield* savedLists([...this.#byValue.values()].map((refs) => refs.flatMap(({ slot, date }) => [slot, date])));
  }

  /** Takes up what was saved, in the place of everything. */
  restore(from: SavedReader): void {
    const values = from.strings();
    for (const [i, list] of from.lists().entries()) {
      const refs = Array.from({ length: list.length / 2 }, (_, j) => ({ slot: list[2 * j], date: list[2 * j + 1] }));
      this.#byValue.set(values[i], refs);
    }
    this.#values = null;
  }

  #byPlace(refs: readonly DateRef[]): readonly DateRef[] {
    const placed = refs.map((ref) => ({ ref, path: this.#documents.pathOf(ref.slot) }));
    placed.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.ref.date - b.ref.date));
    return placed.map(({ ref }) => ref);
  }

  #answer({ slot, date }: DateRef): CollectionDate {
    const record = this.#documents.recordAt(slot);
    const path = this.#documents.pathOf(slot);
    if (date === OWN) {
      const { title, date: value } = record.head();
      return { path, start: 0, end: 0, line: 0, value, kind: "document", words: title, sentence: "" };
    }
    return { path, kind: "text", ...record.dates()[date] };
  }
}

function datesIn(record: DocumentRecord, strings: StringTable): readonly (readonly [string, number])[] {
  const own = record.ownDate(strings);
  const dates = record.dateValues(strings).map((value, i) => [value, i] as const);
  return [...(own === "" ? [] : [[own, OWN] as const]), ...dates].filter(([value]) => CALENDAR.test(value));
}
