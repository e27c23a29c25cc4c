import words from "../sections/formWords.json" with { type: "json" };
import type { Layout } from "../sections/layout.js";
import type { NameSpan } from "./nameTagger.js";

const PLACE = /^\(?(\p{Lu}[\p{Lu}\p{M}'’.-]*\p{Lu}(?:\s\p{Lu}[\p{Lu}\p{M}'’.-]*\p{Lu}){0,3})(?=[\s,:(–—-]|$)/u;
/** What stands before a date and is no place: "NEWS | 12 May 2024". */
const LABELS: ReadonlySet<string> = new Set([...words.lineLabels, ...words.deskLabels]);
const CONFIDENCE = 0.9;

/**
 * Takes the capitals that a dateline begins with for a place, whatever stands behind them: "DUNMORE — The school board".
 * @param names in text order, none crossing another.
 * @returns in text order, none crossing another.
 */
export function withDatelinePlaces(text: string, { sections }: Layout, names: readonly NameSpan[]): readonly NameSpan[] {
  let all: readonly NameSpan[] = names;
  for (const section of sections) {
    if (section.kind !== "dateline") continue;
    const found = PLACE.exec(text.slice(section.start, section.end));
    if (!found || LABELS.has(found[1].toLowerCase())) continue;
    const start = section.start + found[0].length - found[1].length;
    const end = start + found[1].length;
    const place: NameSpan = { start, end, type: "place", confidence: CONFIDENCE };
    const before = all.filter((name) => name.end <= start);
    const overlapping = all.filter((name) => name.end > start && name.start < end);
    if (overlapping.some((name) => name.type === "place" || name.end > end || name.start < start)) continue;
    all = [...before, place, ...all.filter((name) => name.start >= end)];
  }
  return all;
}
