import type { EntityType, Span } from "../analysis/analysis.js";
import { onOneLine } from "../analysis/oneLine.js";
import { speakersOf } from "../analysis/speakersOf.js";
import { codePointsOf } from "../review/codePoints.js";
import type { ExportedDocument, ExportedFile } from "./exportedDocument.js";

/** The types of brat's text-bound annotations that stand for our types of entities. */
export const BRAT_TYPES: Readonly<Record<EntityType, string>> = {
  person: "Person",
  organization: "Organization",
  place: "Location",
  group: "Group",
  event: "Event",
  work: "Work",
};

export const BRAT_QUOTATION = "Quotation";

/**
 * A document in brat's standoff form: the text as it is, and `.ann` with names, quotations, who is the same, who speaks, verdicts and
 * comments. Offsets count code points; a span over several lines is one fragment for each line, as brat demands.
 */
export function bratFiles({ path, text, review }: ExportedDocument): ExportedFile[] {
  const { entities, quotes } = review.analysis;
  const points = codePointsOf(text);
  const lines: string[] = [];
  const idsOfSpans = new Map<string, string>();
  const entityIds = new Map<string, string>();
  let textBound = 0;
  let others = 0;

  function bound(type: string, span: Span): string | undefined {
    const fragments = fragmentsOf(text, span);
    if (fragments.length === 0) return undefined;
    const id = `T${++textBound}`;
    const places = fragments.map(({ start, end }) => `${points.toPoints(start)} ${points.toPoints(end)}`).join(";");
    lines.push(`${id}\t${type} ${places}\t${fragments.map(({ start, end }) => text.slice(start, end)).join(" ")}`);
    idsOfSpans.set(`${span.start} ${span.end}`, id);
    return id;
  }

  for (const { id, type, mentions } of entities) {
    const bounds = mentions.flatMap((mention) => bound(BRAT_TYPES[type], mention) ?? []);
    if (bounds.length > 0) entityIds.set(id, bounds[0]);
    if (bounds.length > 1) lines.push(`*\tSame ${bounds.join(" ")}`);
  }
  for (const quote of quotes) {
    const id = bound(BRAT_QUOTATION, quote);
    if (id === undefined) continue;
    const { speaker } = quote;
    const atSpan = speaker && idsOfSpans.get(`${speaker.start} ${speaker.end}`);
    for (const speakerId of atSpan ? [atSpan] : speakersOf(speaker).flatMap((each) => entityIds.get(each) ?? []))
      lines.push(`R${++others}\tSpeaker Arg1:${id} Arg2:${speakerId}`);
    const standing = review.quotes.get(quote.id)?.standing;
    if (standing?.kind === "decided") lines.push(`A${++others}\tVerdict ${id} ${standing.value}`);
  }
  for (const { span, comments } of review.threads) {
    const id = span && (idsOfSpans.get(`${span.start} ${span.end}`) ?? bound("Selection", span));
    if (id)
      for (const comment of comments) lines.push(`#${++others}\tAnnotatorNotes ${id}\t${onOneLine(`${comment.creator}: ${comment.text}`)}`);
  }
  const base = path.replace(/\.[^./]*$/, "");
  return [
    { path: `${base}.txt`, text },
    { path: `${base}.ann`, text: lines.map((line) => `${line}\n`).join("") },
  ];
}

/** What a span holds on each line, without the white space at its edges. */
function fragmentsOf(text: string, { start, end }: Span): Span[] {
  const fragments: Span[] = [];
  for (const { index, 0: words } of text.slice(start, end).matchAll(/[^\n\r\v\f\x85\u2028\u2029]+/g)) {
    const before = words.length - words.trimStart().length;
    const trimmed = words.trim();
    if (trimmed !== "") fragments.push({ start: start + index + before, end: start + index + before + trimmed.length });
  }
  return fragments;
}
