import type { Quote, Span } from "../analysis/analysis.js";
import type { DocumentRule, LintRule } from "./lintRules.js";
import { type OtherSpelling, otherSpellings } from "./otherSpellings.js";
import { type ItemReview, spanKey, UNDECIDED } from "./review.js";
import type { ReviewedDocument } from "./reviewedDocument.js";
import { atOnce, type Slices } from "./slices.js";
import { unclosedMarks } from "./unclosedMarks.js";

/** One thing to look at, in UTF-16 offsets of the text. */
export interface LintFinding extends Span {
  readonly rule: DocumentRule;
  /** One sentence that says what is to be decided. */
  readonly message: string;
  /** Where the commoner spelling of a name stands first. */
  readonly usual?: Span;
}

/** Under this confidence a bare surname may be either of two persons. */
const LEAST_SURE = 0.7;
/** Fewer words between marks are no quotation that wants a speaker. */
const SHORTEST_QUOTATION = 40;

/**
 * Finds what a desk would ask about in a document: quotations without a speaker, marks that are never closed, one name spelled two ways,
 * short forms that two persons could be meant by, verdicts on words that have changed since.
 * @param text the document's present text. @param rules which of them are asked for.
 * @returns the findings in text order; what a reviewer has decided on is none.
 */
export function lint(document: ReviewedDocument, text: string, rules: ReadonlySet<LintRule>): readonly LintFinding[] {
  return atOnce(lintInSlices(document, text, rules));
}

/** As `lint`; a large document takes a while. */
export function* lintInSlices(document: ReviewedDocument, text: string, rules: ReadonlySet<LintRule>): Slices<readonly LintFinding[]> {
  const found: LintFinding[] = [];
  if (rules.has("quotationWithoutSpeaker")) found.push(...withoutSpeaker(document));
  yield;
  if (rules.has("markNeverClosed")) found.push(...(yield* neverClosed(document, text)));
  yield;
  if (rules.has("nameSpelledTwoWays")) found.push(...(yield* spelledTwoWays(document, text)));
  yield;
  if (rules.has("shortFormOfTwo")) found.push(...shortForms(document, text));
  yield;
  if (rules.has("staleVerdict")) found.push(...staleVerdicts(document));
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

function withoutSpeaker({ analysis, review }: ReviewedDocument): LintFinding[] {
  return analysis.quotes
    .filter(
      ({ id, kind, speaker, start, end }) =>
        kind === "direct" && speaker === null && end - start >= SHORTEST_QUOTATION && isUndecided(review.quotes.get(id)),
    )
    .map(({ start, end }) => ({ rule: "quotationWithoutSpeaker", start, end, message: "The text does not say who speaks here." }));
}

function isUndecided(item: ItemReview | undefined): boolean {
  return (item ?? UNDECIDED).standing.kind === "undecided";
}

/** Marks that nothing closes, each with the word behind it; where a reviewer decided on the quotation that begins there, its end is known. */
function* neverClosed({ analysis, review, found }: ReviewedDocument, text: string): Slices<LintFinding[]> {
  const isDecided = ({ id }: Quote): boolean => review.quotes.get(id)?.decisions.some(({ kind }) => kind !== "comment") ?? false;
  const settled = new Set(analysis.quotes.filter(isDecided).map(({ start }) => start));
  const unread = found.document.sections.filter(({ kind }) => kind === "boilerplate" || kind === "topics");
  const unclosed = yield* unclosedMarks(text);
  return unclosed
    .filter(({ start }) => !settled.has(start) && !unread.some((section) => section.start <= start && start < section.end))
    .map(({ start, end }) => {
      const word = /^\S{0,40}/u.exec(text.slice(end, end + 40))?.[0] ?? "";
      return { rule: "markNeverClosed", start, end: end + word.length, message: "This quotation mark is never closed." };
    });
}

/** Spellings that nobody accepted; of two persons, where nobody said that they are two. */
function* spelledTwoWays({ analysis, index, review }: ReviewedDocument, text: string): Slices<LintFinding[]> {
  const isOpen = ({ place, other }: OtherSpelling): boolean => {
    const found = index.mentionAt(place.start);
    if (!found || !isUndecided(review.mentions.get(spanKey(found.mention)))) return false;
    const { decisions } = review.entities.get(found.entity.id) ?? UNDECIDED;
    return other === "same" || decisions.length === 0;
  };
  const spellings = yield* otherSpellings(analysis.entities, text);
  return spellings.filter(isOpen).map(({ place, usual, other }) => {
    const [own, theirs] = [place, usual].map(({ start, end }) => text.slice(start, end));
    const message =
      other === "same" ? `“${own}” is spelled “${theirs}” elsewhere in this document.` : `“${own}” may be “${theirs}”, spelled otherwise.`;
    return { rule: "nameSpelledTwoWays", start: place.start, end: place.end, message, usual };
  });
}

function shortForms({ analysis, review }: ReviewedDocument, text: string): LintFinding[] {
  return analysis.entities.flatMap(({ type, name, mentions }) =>
    mentions
      .filter(
        (mention) =>
          type === "person" &&
          mention.kind === "name" &&
          (mention.confidence ?? 1) < LEAST_SURE &&
          isUndecided(review.mentions.get(spanKey(mention))),
      )
      .map(({ start, end }): LintFinding => {
        const words = text.slice(start, end);
        return { rule: "shortFormOfTwo", start, end, message: `“${words}” is taken for ${name}, but another could be meant.` };
      }),
  );
}

function staleVerdicts({ analysis, review }: ReviewedDocument): LintFinding[] {
  return analysis.quotes.flatMap(({ id, start, end }): LintFinding[] => {
    const { standing } = review.quotes.get(id) ?? UNDECIDED;
    if (standing.kind !== "decided" || !standing.stale) return [];
    const verdict = standing.value;
    return [{ rule: "staleVerdict", start, end, message: `These words have changed since the verdict “${verdict}”.` }];
  });
}
