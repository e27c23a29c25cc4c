import type { NameSpan } from "../names/nameTagger.js";
import type { Layout } from "../sections/layout.js";
import type { SourceText } from "../text/sourceText.js";
import functionWords from "./functionWords.json" with { type: "json" };
import { MentionIndex } from "./mentionIndex.js";
import { findTurns } from "./turns.js";

/** What a label says of a speaker without naming one, or of what follows: "QUESTION", "MODERATOR", "NOTE". */
const NO_NAMES: ReadonlySet<string> = new Set(functionWords.labels);

const COURTESY = /^(?:MR|MRS|MS|DR|SEN|REP|GOV|GEN|COL|PROF|HON|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Prof)\.\s+/;
const IN_CAPITALS = /^\p{Lu}[\p{Lu}\p{M}'’-]+(?: \p{Lu}[\p{Lu}\p{M}.'’-]*){0,3}$/u;

/** A label's name stands where the tagger sees no sentence; it is one by its form. */
const CONFIDENCE = 0.8;

/**
 * Adds the names of those who speak in a transcript and whom its labels alone name: "MS. PSAKI:", "WALLACE:".
 * @param names in text order, none crossing another.
 * @returns in text order, none crossing another.
 */
export function withTurnNames(source: SourceText, layout: Layout, names: readonly NameSpan[]): readonly NameSpan[] {
  const turns = findTurns(source, layout, NO_MENTIONS);
  if (turns.length === 0) return names;
  const all: NameSpan[] = [];
  let next = 0;
  for (const { label } of turns) {
    const name = label && nameIn(source.text, label.start, label.end);
    if (!name) continue;
    while (next < names.length && names[next].end <= name.start) all.push(names[next++]);
    if (next === names.length || names[next].start >= name.end) all.push(name);
  }
  for (; next < names.length; next++) all.push(names[next]);
  return all;
}

const NO_MENTIONS = new MentionIndex([]);

/** The name in a label, without the courtesy title before it and what a comma or a bracket adds; null where the label is no name. */
function nameIn(text: string, start: number, end: number): NameSpan | null {
  const label = text.slice(start, end);
  const title = COURTESY.exec(label)?.[0].length ?? 0;
  const [name] = label.slice(title).split(/\s*[,(]/, 1);
  const isName = title > 0 ? /^\p{Lu}/u.test(name) : IN_CAPITALS.test(name);
  if (
    !isName ||
    name
      .toLowerCase()
      .split(" ")
      .some((word) => NO_NAMES.has(word))
  )
    return null;
  return { start: start + title, end: start + title + name.length, type: "person", confidence: CONFIDENCE };
}
