import type { Span } from "../analysis.js";
import { timeWord } from "../dates/timeLexicon.js";
import { knownFormKey } from "../identity/countryForms.js";
import { nameWords } from "../identity/folding.js";
import type { NameSpan } from "../names/nameTagger.js";
import type { Layout } from "../sections/layout.js";
import { compiled } from "../text/compiled.js";
import type { SourceText } from "../text/sourceText.js";
import functionWords from "./functionWords.json" with { type: "json" };
import { MentionIndex } from "./mentionIndex.js";
import { COURTESY, initialsOf } from "./turnLabels.js";
import { findTurns, type Turn } from "./turns.js";

/** What a label says of a speaker without naming one, or of what follows: "QUESTION", "MODERATOR", "NOTE". */
const NO_NAMES: ReadonlySet<string> = new Set(functionWords.labels);

/** "MR. ", "Dr. ", "JUSTICE ", "DCI " before a name. */
const TITLE = new RegExp(
  `^(?:${COURTESY}|(?:${functionWords.labelOffices.map((office) => office.toUpperCase()).join("|")})[ \\t]+(?=\\p{Lu}{2}))+`,
  "u",
);
const IN_CAPITALS = compiled(/^\p{Lu}[\p{Lu}\p{M}'’-]+(?: \p{Lu}[\p{Lu}\p{M}.'’-]*){0,3}$/u);
/** A given name and a surname. */
const WHOLE_NAME = /^\p{Lu}[\p{L}\p{M}'’-]+(?: \p{Lu}[\p{L}\p{M}.'’-]*){1,3}$/u;

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
  const { text } = source;
  const lines = new Set(Array.from(layout.speakerLines ?? [], ([index, { start }]) => source.blocks[index].start + start));
  const labels = new Set(turns.map(({ label }) => (label ? text.slice(label.start, label.end) : "")));
  const initials = new Set(Array.from(labels, initialsOf).flat());
  const all: NameSpan[] = [];
  let next = 0;
  for (const { label, spans } of turns) {
    if (!label) continue;
    while (next < names.length && names[next].end <= label.start) all.push(names[next++]);
    const words = text.slice(label.start, label.end);
    const isInitials = words.length > 1 && initials.has(words);
    const name = isInitials ? null : nameIn(text, label, lines.has(label.start));
    const known = names[next];
    if (name && (next === names.length || known.start >= name.end)) all.push(name);
    // Who has the floor is a person, unless a country has it; "JUSTICE HALE" is no body.
    else if (name && isOtherwise(text, known, name, label)) {
      all.push(name);
      next++;
    } else if (!name && (isInitials || namesNobody(words)))
      for (; next < names.length && names[next].start < label.end; next++) {
        const { end } = names[next];
        const start = spans[0].start;
        // Of "A. Ada Byron ran it" the letter is the label, and no initial; of "A. Nineteen years" nothing is left.
        if (end > start && timeWord(text.slice(start, end).toLowerCase()).number === undefined) all.push({ ...names[next], start });
      }
  }
  for (; next < names.length; next++) all.push(names[next]);
  return withMeantNames(text, turns, all);
}

/** Adds the names of those whom a line says "Q" and "A" to mean, where the tagger left it: "BY MS. ARCHER:". */
function withMeantNames(text: string, turns: readonly Turn[], names: readonly NameSpan[]): readonly NameSpan[] {
  const meant = new Map(turns.flatMap(({ meant }) => (meant ? [[meant.start, meant] as const] : [])));
  if (meant.size === 0) return names;
  const all: NameSpan[] = [];
  let next = 0;
  for (const span of [...meant.values()].sort((a, b) => a.start - b.start)) {
    while (next < names.length && names[next].end <= span.start) all.push(names[next++]);
    const name = nameIn(text, span, true);
    if (name && (next === names.length || names[next].start >= name.end)) all.push(name);
  }
  for (; next < names.length; next++) all.push(names[next]);
  return all;
}

const NO_MENTIONS = new MentionIndex([]);

/** Whether a name that stands in a label is another one than the label's form says. */
function isOtherwise(text: string, known: NameSpan, name: NameSpan, label: Span): boolean {
  if (known.type === "place" && known.start === name.start && known.end === name.end) return !isCountry(text, known);
  return name.start > label.start && known.start < name.start && known.start >= label.start && known.end === name.end;
}

function isCountry(text: string, { start, end }: Span): boolean {
  return knownFormKey(nameWords(text.slice(start, end)).join(" ")) !== null;
}

/** Whether a label has no word but those that name nobody: "Q", "THE WITNESS", "Speaker 2". */
export function namesNobody(label: string): boolean {
  return label
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .every((word) => word === "" || NO_NAMES.has(word));
}

/** The name in a label, without the courtesy title before it and what a comma or a bracket adds; null where the label is no name. @param alone whether it is all that stands in its line. */
function nameIn(text: string, { start, end }: Span, alone: boolean): NameSpan | null {
  const label = text.slice(start, end);
  const title = TITLE.exec(label)?.[0].length ?? 0;
  const [name] = label.slice(title).split(/\s*[,(]/, 1);
  const isName = title > 0 ? /^\p{Lu}/u.test(name) : IN_CAPITALS.test(name) || (alone && WHOLE_NAME.test(name));
  const words = name.toLowerCase().split(" ");
  if (!isName || words.some((word) => NO_NAMES.has(word))) return null;
  return { start: start + title, end: start + title + name.length, type: "person", confidence: CONFIDENCE };
}
