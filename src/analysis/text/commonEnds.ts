/** How far two lists begin and end alike; the two parts do not overlap in either. */
export interface CommonEnds {
  /** The first index at which they differ. */
  readonly from: number;
  /** How many are alike at the end. */
  readonly behind: number;
}

/** What an edit left alone at the two ends of a list. @param areSame whether an item of the one is that of the other. */
export function commonEnds<T>(before: readonly T[], after: readonly T[], areSame: (a: T, b: T) => boolean): CommonEnds {
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && areSame(before[from], after[from])) from++;
  let behind = 0;
  while (behind < most - from && areSame(before[before.length - 1 - behind], after[after.length - 1 - behind])) behind++;
  return { from, behind };
}
