import type { Analysis, Span } from "../analysis/analysis.js";
import { type PersonForm, readNameForm } from "../analysis/identity/nameForms.js";

import { onOneLine } from "../analysis/oneLine.js";
import { readDifferences, withWholeContraction, wordsAt } from "./differences.js";
import type { Difference, Finding, SourcePlace } from "./finding.js";
import { KINDS } from "./foundUtterance.js";
import { contractedOtherwise, type HiddenNegation, hiddenNegation } from "./hiddenNegations.js";
import { spelledOtherwise } from "./nameFolding.js";
import { nameSpellings } from "./nameSpellings.js";
import { Narration } from "./narration.js";
import { withoutNoWords } from "./noWords.js";
import { fitOf, mayBeSame, type OtherSpeaker, otherSpeakerOf } from "./passageSpeakers.js";
import type { Passage } from "./passages.js";
import { type Placement, placeQuotation } from "./placement.js";
import { withWholeEnds } from "./quotationEnds.js";
import { type QuotedPart, quotedParts } from "./quotedParts.js";
import { isSameWriting } from "./sameWriting.js";
import { type KnownSpeaker, type SourceIndex, sureSpeakers } from "./sourceIndex.js";
import { withOtherSums } from "./sums.js";

/** Fewer words than these are anybody's: “No,” “we will”. */
const FEWEST_TELLING = 3;

/** A text that is checked against sources. */
export interface Draft {
  readonly text: string;
  readonly analysis: Analysis;
  /** Everything that stands between quotation marks, also what the analysis takes for no speech. */
  readonly marked: readonly { readonly spans: readonly Span[] }[];
}

/** A run of words between marks, with who says it. */
interface DraftQuotation extends Span {
  readonly spans: readonly Span[];
  /** Whether the draft names anyone who says it. */
  readonly attributed: boolean;
  readonly speaker: KnownSpeaker | null;
}

/** Fewer words without a speaker are emphasis, a name or a word as a word, unless a source has them. */
const SHORTEST_UNATTRIBUTED = 3;
const CODE = /^ {0,3}(```|~~~)[^\n]*\n(?:(?! {0,3}\1)[^\n]*\n)*(?: {0,3}\1[^\n]*$)?|`[^`\n]{1,300}`/gm;
/** Longer differences are not written out in a message. */
const LONGEST_SHOWN = 120;

/**
 * Compares a draft with its sources: each of its quotations, and the spelling of its names.
 * Marked cuts and insertions, a changed first letter and punctuation are no differences.
 * @returns what is otherwise in the sources, in the draft's order; an exact quotation gives nothing.
 */
export function checkDraft(index: SourceIndex, draft: Draft): readonly Finding[] {
  return checkWhole(index, draft).findings;
}

/** A quotation of a draft that a source has word for word, with the places where it stands. */
export interface ExactQuotation extends Span {
  readonly places: readonly SourcePlace[];
}

export interface CheckedQuotations {
  /** In the draft's order. */
  readonly findings: readonly Finding[];
  readonly exact: readonly ExactQuotation[];
}

/** Compares a draft with its sources as `checkDraft` does, and gives the quotations that are exact beside what is otherwise. */
export function checkWhole(index: SourceIndex, given: Draft): CheckedQuotations {
  const draft = { ...given, text: withoutNoWords(given.text) };
  const findings: Finding[] = [];
  const exact: ExactQuotation[] = [];
  const narration = new Narration(index);
  const spellings = nameSpellings(index, draft.text, draft.analysis);
  const misspelt = new Set(spellings.map(({ start, end }) => keyOf(readNameForm(draft.text.slice(start, end)).person)));
  for (const quotation of draftQuotations(draft)) {
    const outcome = checkQuotation({ index, narration, misspelt }, draft.text, quotation);
    if (outcome === null) continue;
    if ("rule" in outcome) findings.push(outcome);
    else exact.push(outcome);
  }
  findings.push(...spellings);
  return { findings: findings.sort((a, b) => a.start - b.start || a.end - b.end), exact };
}

/** The quotations of the analysis, and what else stands between marks and is no title of a work. */
function draftQuotations({ text, analysis, marked }: Draft): readonly DraftQuotation[] {
  const speakerOf = sureSpeakers(analysis);
  const spoken = analysis.quotes
    .filter(({ kind }) => kind !== "indirect")
    .map((quote) => ({
      start: quote.start,
      end: quote.end,
      spans: quote.spans,
      attributed: quote.speaker !== null,
      speaker: speakerOf(quote),
    }));
  const works = analysis.entities.filter(({ type }) => type === "work").flatMap(({ mentions }) => mentions);
  const taken = [...spoken, ...works].sort((a, b) => a.start - b.start);
  const others = marked.flatMap(({ spans }) => {
    const [start, end] = [spans[0].start, spans[spans.length - 1].end];
    return overlapsAny(taken, start, end) ? [] : [{ start, end, spans, attributed: false, speaker: null }];
  });
  const code = codeSpans(text);
  return [...spoken, ...others].filter(({ start }) => !overlapsAny(code, start, start + 1));
}

/** What Markdown sets as code, in lines of its own or within one. */
function codeSpans(text: string): readonly Span[] {
  return Array.from(text.matchAll(CODE), ({ 0: code, index }) => ({ start: index, end: index + code.length }));
}

function overlapsAny(spans: readonly Span[], start: number, end: number): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (spans[middle].start < end) low = middle + 1;
    else high = middle;
  }
  return low > 0 && spans[low - 1].end > start;
}

/** What a draft's quotations are held against. */
interface Sources {
  readonly index: SourceIndex;
  readonly narration: Narration;
  /** The names that no source spells as the draft does, by {@link keyOf}. */
  readonly misspelt: ReadonlySet<string>;
}

function checkQuotation(sources: Sources, text: string, quotation: DraftQuotation): Finding | ExactQuotation | null {
  const { index } = sources;
  const { start, end, spans, attributed, speaker } = quotation;
  const parts = quotedParts(text, spans);
  const count = parts.reduce((sum, { words }) => sum + words.keys.length, 0);
  if (count === 0) return null;
  const prefer = (passage: Passage): number => fitOf(index, passage, speaker);
  const placement = placedHoweverWritten(index, parts, prefer);
  switch (placement.kind) {
    case "exact": {
      const contracted = count < FEWEST_TELLING ? contractedFinding(sources, text, parts, quotation) : null;
      const own = placement.passages.filter((passage) => prefer(passage) === 1);
      if (own.length === 0 && contracted !== null) return contracted;
      const passages = own.length > 0 ? own : placement.passages;
      const places = passages.map((passage) => placeOf(index, passage));
      const hidden = passages.map((passage) => hiddenNegation(index, text, parts, passage));
      const [first] = hidden;
      if (first && !hidden.includes(null)) return hiddenFinding(quotation, first, places);
      return otherSpeaker(sources, quotation, passages, count) ?? { start, end, places };
    }
    case "altered": {
      const altered = withWholeContraction(index, text, parts, withWholeEnds(index, text, parts, placement));
      const differences = readDifferences(index, text, parts, altered.differences).filter(
        ({ draft, source }) => !isSameWriting(draft, source),
      );
      const places = [placeOf(index, altered.passage)];
      const other = otherSpeaker(sources, quotation, [altered.passage], count);
      if (differences.length === 0) {
        const hidden = hiddenNegation(index, text, parts, altered.passage);
        return hidden === null ? (other ?? { start, end, places }) : hiddenFinding(quotation, hidden, places);
      }
      const message = alteredMessage(differences, places[0]) + (other?.rule === "quote-other-speaker" ? ` ${other.message}` : "");
      return { rule: "quote-altered", start, end, message, places, differences };
    }
    case "stitched": {
      const places = placement.passages.map((passage) => placeOf(index, passage));
      const paths = [...new Set(places.map(({ path }) => path))];
      const where = paths.length > 1 ? `places in ${paths.join(" and ")}` : `different places of ${paths[0]}`;
      return { rule: "quote-stitched", start, end, message: `These words are put together from ${where}.`, places, differences: [] };
    }
    case "notFound": {
      const contracted = contractedFinding(sources, text, parts, quotation);
      if (contracted !== null) return contracted;
      if (!attributed && count < SHORTEST_UNATTRIBUTED) return null;
      return { rule: "quote-not-found", start, end, message: "No source has these words.", places: [], differences: [] };
    }
  }
}

/** The placement of a quotation, or the exact one of the same words with its sums written the other way. */
function placedHoweverWritten(index: SourceIndex, parts: readonly QuotedPart[], prefer: (passage: Passage) => number): Placement {
  const placement = placeQuotation(index, parts, prefer);
  const other = placement.kind === "exact" ? null : withOtherSums(parts);
  const placed = other && placeQuotation(index, other, prefer);
  return placed?.kind === "exact" ? placed : placement;
}

/** A finding where the speaker says a few words negated that the draft has without a negation, or the other way round. */
function contractedFinding(
  { index }: Sources,
  text: string,
  parts: readonly QuotedPart[],
  { start, end, speaker }: DraftQuotation,
): Finding | null {
  const found = contractedOtherwise(index, parts).find(({ passage }) => fitOf(index, passage, speaker) === 1);
  if (found === undefined) return null;
  const differences = readDifferences(index, text, parts, found.differences);
  const places = [placeOf(index, found.passage)];
  return { rule: "quote-altered", start, end, message: alteredMessage(differences, places[0]), places, differences };
}

function hiddenFinding(
  { start, end }: DraftQuotation,
  { difference, word, isMarked }: HiddenNegation,
  places: readonly SourcePlace[],
): Finding {
  const what = isMarked ? `The cut hides “${shown(word)}”` : `The draft ends before “${shown(word)}”`;
  const message = `${what}, which ${places[0].path} has.`;
  return { rule: "quote-altered", start, end, message, places: places.slice(0, 1), differences: [difference] };
}

/** A place of the words, and whose they are there: another's, or its author's. */
interface Misgiven {
  readonly passage: Passage;
  readonly other: OtherSpeaker | null;
  readonly told: "all" | "some" | null;
}

/** A finding where every place of the words is somebody's who cannot be the draft's speaker, or has such words among them. */
function otherSpeaker(
  { index, narration, misspelt }: Sources,
  { start, end, speaker }: DraftQuotation,
  passages: readonly Passage[],
  count: number,
): Finding | null {
  if (speaker === null) return null;
  // A slip in the name is told of where the name stands: it makes no other speaker.
  const isSame = (other: KnownSpeaker): boolean => mayBeSame(other, speaker) || isMisspelt(speaker, other, misspelt);
  const found: Misgiven[] = [];
  for (const passage of passages) {
    const other = otherSpeakerOf(index, passage, isSame);
    const told = other === null ? narration.share(passage, isSame) : null;
    if ((other === null && told === null) || (other !== null && count < FEWEST_TELLING)) return null;
    found.push({ passage, other, told });
  }
  // A turn of phrase that an author has who does not tell of the speaker is no word of his.
  const telling = count < FEWEST_TELLING ? [] : found.filter(({ passage, other }) => other !== null || narration.names(passage, speaker));
  const [{ passage, other, told }] = telling.length > 0 ? telling : found;
  const { path } = index.documentAt(passage.first);
  const places = (telling.length > 0 ? telling : found).map((each) => placeOf(index, each.passage));
  if (telling.length === 0) {
    const message = `No source quotes these words; ${path} has them as its author’s own.`;
    return { rule: "quote-not-found", start, end, message, places, differences: [] };
  }
  const message = other === null ? toldMessage(speaker, path, told === "all") : otherMessage(speaker, path, other);
  return { rule: "quote-other-speaker", start, end, message, places, differences: [] };
}

function otherMessage({ name }: KnownSpeaker, path: string, { other, all }: OtherSpeaker): string {
  return `The draft gives these words to ${name}; in ${path} ${all ? "they" : "some of them"} are ${other.name}’s.`;
}

function toldMessage({ name }: KnownSpeaker, path: string, all: boolean): string {
  return `The draft gives these words to ${name}; in ${path} ${all ? "they are" : "some of them are"} the author’s own, not in quotation marks.`;
}

function isMisspelt(speaker: KnownSpeaker, other: KnownSpeaker, misspelt: ReadonlySet<string>): boolean {
  return speaker.forms.some(
    (form) =>
      misspelt.has(keyOf(form)) &&
      other.forms.some(({ parts }) => spelledOtherwise(form.parts, parts) || spelledOtherwise(form.parts.slice(-1), parts.slice(-1))),
  );
}

function keyOf({ parts }: PersonForm): string {
  return parts.join(" ");
}

function placeOf(index: SourceIndex, { first, end }: Passage): SourcePlace {
  return { path: index.documentAt(first).path, ...index.offsets(first, end), words: wordsAt(index, first, end) };
}

/** Words the gravest difference, a number or a negation before a turn of phrase, and counts the others. */
function alteredMessage(differences: readonly Difference[], { path }: SourcePlace): string {
  const gravest = differences.reduce((a, b) => (KINDS.indexOf(b.kind) < KINDS.indexOf(a.kind) ? b : a));
  const more = differences.length - 1;
  return `${oneDifference(gravest, path)}${more === 0 ? "" : `, and ${more} more difference${more > 1 ? "s" : ""}`}.`;
}

function oneDifference({ draft, source }: Difference, path: string): string {
  if (draft === "") return `The draft leaves out “${shown(source)}”, which ${path} has`;
  if (source === "") return `The draft adds “${shown(draft)}”, which ${path} does not have`;
  return `The draft has “${shown(draft)}”, ${path} has “${shown(source)}”`;
}

function shown(words: string): string {
  const line = onOneLine(words);
  return line.length <= LONGEST_SHOWN ? line : `${line.slice(0, LONGEST_SHOWN - 1).trimEnd()}…`;
}
