import type { Speaker } from "./analysis.js";

/** The ids of all entities that speak a quotation, in text order; none where the text does not say who does. */
export function speakersOf(speaker: Pick<Speaker, "entity" | "others"> | null): readonly string[] {
  if (speaker === null || speaker.entity === null) return [];
  return speaker.others ? [speaker.entity, ...speaker.others] : [speaker.entity];
}

/** Names as a text has them one behind another: "Ada Byron, Charles Babbage and Mary Somerville". */
export function joinedNames(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? "";
  return `${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}`;
}
