import type { Span } from "../analysis/analysis.js";
import { anchorsIn } from "../review/anchors.js";
import { decisionFrom } from "../review/annotationReading.js";
import { type CodePoints, codePointsOf } from "../review/codePoints.js";
import { type Decision, decisionsOf, type Occasion, type SpanTarget } from "../review/decision.js";
import { countAt, listAt, parsedJson, property, stringAt } from "../review/json.js";
import type { Anchors } from "../review/textAnchors.js";
import type { Imported } from "./importBrat.js";

/**
 * Reads W3C Web Annotations of a document: one, a list, a page, or one a line. Our own decisions come back as they were; the annotations of
 * other programs (Recogito's and Hypothesis's among them) become comments of their creators.
 * Where positions count UTF-16 code units, as those programs have them, the slice of the text shows it.
 * @param file the file's text. @param text the document's. @param document its path.
 */
export function importW3c(file: string, text: string, document: string, occasion: Occasion): Imported {
  const annotations = annotationsIn(file);
  if (annotations === undefined) return { decisions: [], problems: ["The file is neither JSON nor JSON Lines."] };
  const problems: string[] = [];
  const decisions: Decision[] = [];
  const anchors = anchorsIn(text);
  const points = codePointsOf(text);
  const batch = occasion.newId();
  for (const annotation of annotations) {
    const own = decisionFrom(annotation);
    if (own) {
      decisions.push(own.document === null ? own : { ...own, document });
      continue;
    }
    const id = stringAt(annotation, "id") ?? stringAt(annotation, "@id");
    const words = wordsOf(annotation);
    const target = targetOf(annotation, text, points, anchors);
    if (words === "") continue;
    if (!target) {
      problems.push(`An annotation names no words of the text: ${(id ?? words).slice(0, 80)}`);
      continue;
    }
    const [made] = decisionsOf([{ kind: "comment", target, text: words }], document, occasion);
    const created = timeOf(stringAt(annotation, "created"));
    decisions.push({
      ...made,
      batch,
      ...(id !== undefined && { id: id.includes(":") ? id : `urn:source-review:imported:${id}` }),
      creator: creatorOf(annotation) ?? made.creator,
      ...(created !== undefined && { created }),
    });
  }
  return { decisions, problems };
}

/** The annotations of a file; undefined where it cannot be read. */
function annotationsIn(file: string): readonly unknown[] | undefined {
  const whole = parsedJson(file.startsWith("\ufeff") ? file.slice(1) : file);
  if (whole === undefined) {
    const lines = file.split("\n").filter((line) => line.trim() !== "");
    const parsed = lines.map(parsedJson).filter((value) => value !== undefined);
    return parsed.length > 0 ? parsed : undefined;
  }
  if (Array.isArray(whole)) return whole;
  for (const key of ["items", "rows", "annotations"]) {
    const items = property(whole, key);
    if (Array.isArray(items)) return items;
  }
  const first = property(whole, "first");
  return first === undefined ? [whole] : listAt(first, "items");
}

/** The words that were chosen. Words without a position get one beyond the text, so that they are looked for. */
function targetOf(annotation: unknown, text: string, points: CodePoints, anchors: Anchors): SpanTarget | undefined {
  for (const target of listAt(annotation, "target")) {
    const selectors = listAt(target, "selector").flatMap((selector) => [selector, ...listAt(selector, "refinedBy")]);
    const position = selectors.find((one) => stringAt(one, "type") === "TextPositionSelector");
    const quote = selectors.find((one) => stringAt(one, "type") === "TextQuoteSelector");
    const exact = stringAt(quote, "exact");
    const span = spanOf(countAt(position, "start"), countAt(position, "end"), exact, text, points);
    if (span) return anchors.target(span, "selection");
    if (!exact) continue;
    const beyond = anchors.target({ start: text.length, end: text.length }, "selection");
    const { start } = beyond.anchor;
    const anchor = {
      start,
      end: start + [...exact].length,
      exact,
      prefix: stringAt(quote, "prefix") ?? "",
      suffix: stringAt(quote, "suffix") ?? "",
    };
    return { ...beyond, anchor };
  }
  return undefined;
}

/** The span of a position: in code points as the standard says, else in UTF-16 code units; whichever holds the exact words. */
function spanOf(
  start: number | undefined,
  end: number | undefined,
  exact: string | undefined,
  text: string,
  points: CodePoints,
): Span | undefined {
  if (start === undefined || end === undefined || end <= start) return undefined;
  const readings = [
    { start: points.toUnits(start), end: points.toUnits(end) },
    { start, end },
  ];
  return readings.find((span) => span.end <= text.length && (!exact || text.slice(span.start, span.end) === exact));
}

/** What an annotation says: its comments, then its tags. */
function wordsOf(annotation: unknown): string {
  const bodies = listAt(annotation, "body");
  const comments: string[] = [];
  const tags: string[] = [];
  for (const body of bodies) {
    const value = typeof body === "string" ? body : stringAt(body, "value");
    if (!value) continue;
    if (stringAt(body, "purpose") === "tagging") tags.push(value);
    else comments.push(value);
  }
  const plain = stringAt(annotation, "bodyValue") ?? stringAt(annotation, "text");
  if (plain) comments.push(plain);
  for (const tag of listAt(annotation, "tags")) if (typeof tag === "string") tags.push(tag);
  return [...comments, ...(tags.length > 0 ? [`Tags: ${tags.join(", ")}`] : [])].join("\n\n");
}

/** The creator's name; Hypothesis gives accounts (`acct:name@place`). */
function creatorOf(annotation: unknown): string | undefined {
  const [creator] = listAt(annotation, "creator");
  const named = typeof creator === "string" ? creator : (stringAt(creator, "name") ?? stringAt(creator, "id"));
  const account = /^acct:([^@]+)@/.exec(stringAt(annotation, "user") ?? "");
  return named ?? account?.[1];
}

/** A time in our form; undefined where it is none. */
function timeOf(time: string | undefined): string | undefined {
  const value = time === undefined ? Number.NaN : Date.parse(time);
  return Number.isNaN(value) ? undefined : new Date(value).toISOString();
}
