import { byTime, type Decision } from "./decision.js";

/** What was decided in one stroke. */
export interface HistoryEntry {
  readonly batch: string;
  readonly created: string;
  readonly creator: string;
  readonly undone: boolean;
  /** From the first made to the last. */
  readonly decisions: readonly Decision[];
}

/** What was decided, the newest first. It follows from the decisions alone, so it is the same after a restart. */
export function historyOf(decisions: readonly Decision[]): HistoryEntry[] {
  const batches = new Map<string, Decision[]>();
  for (const decision of [...decisions].sort(byTime)) {
    const batch = batches.get(decision.batch);
    if (batch) batch.push(decision);
    else batches.set(decision.batch, [decision]);
  }
  const entries = Array.from(batches, ([batch, all]) => ({
    batch,
    created: all[0].created,
    creator: all[0].creator,
    undone: all.every(({ state }) => state === "undone"),
    decisions: all,
  }));
  return entries.reverse();
}

/**
 * Undoes the newest stroke that is not undone.
 * @param now the present time, ISO 8601 in UTC with milliseconds. @param creator whose strokes; everybody's where it is left out.
 * @returns the decisions as they are to be written, or none where there is nothing to undo.
 */
export function undone(decisions: readonly Decision[], now: string, creator?: string): Decision[] {
  const entry = historyOf(decisions).find((one) => !one.undone && (creator === undefined || one.creator === creator));
  return entry ? undoneEntry(entry, now) : [];
}

/** Undoes one stroke, wherever it stands in the history. */
export function undoneEntry({ decisions }: HistoryEntry, now: string): Decision[] {
  return decisions
    .filter(({ state }) => state === "active")
    .map((decision) => ({ ...decision, state: "undone", modified: after(decision, now) }));
}

/**
 * Makes the stroke that was undone last hold again, unless something was decided since.
 * @returns the decisions as they are to be written, or none where there is nothing to redo.
 */
export function redone(decisions: readonly Decision[], now: string, creator?: string): Decision[] {
  const entries = historyOf(decisions).filter((one) => creator === undefined || one.creator === creator);
  const lastMade = entries.find((one) => !one.undone)?.created ?? "";
  let chosen: HistoryEntry | undefined;
  for (const entry of entries) {
    if (entry.undone && undoneAt(entry) >= lastMade && (!chosen || undoneAt(entry) >= undoneAt(chosen))) chosen = entry;
  }
  return chosen ? redoneEntry(chosen, now) : [];
}

/** Makes one stroke hold again, wherever it stands in the history. */
export function redoneEntry({ decisions }: HistoryEntry, now: string): Decision[] {
  return decisions.map((decision) => ({ ...decision, state: "active", modified: after(decision, now) }));
}

function undoneAt({ decisions }: HistoryEntry): string {
  return (
    decisions
      .map(({ modified }) => modified)
      .sort()
      .at(-1) ?? ""
  );
}

/** A time later than the decision's last change, even where clocks differ. */
function after({ modified }: Decision, now: string): string {
  if (now > modified) return now;
  const later = Date.parse(modified) + 1;
  return Number.isNaN(later) ? now : new Date(later).toISOString();
}
