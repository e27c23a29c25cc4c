import { speakersOf } from "../analysis/speakersOf.js";
import { anchorsIn } from "../review/anchors.js";
import { annotationOf, CONTEXT_IRI } from "../review/annotation.js";
import { documentIri } from "../review/documentPath.js";
import { heldSpan } from "../review/placement.js";
import { QUOTE_WORDS } from "../review/quoteWords.js";
import type { ExportedDocument } from "./exportedDocument.js";

/**
 * What was decided, and what the engine found, as an annotation page in JSON-LD. The decisions that hold are anchored where they stand now.
 * Positions count code points, as the Web Annotation standard says.
 */
export function w3cReport(documents: readonly ExportedDocument[]): string {
  const items = documents.flatMap((document) => [...decided(document), ...found(document)]);
  return `${JSON.stringify({ "@context": CONTEXT_IRI, type: "AnnotationPage", items }, null, 2)}\n`;
}

function decided({ text, review, placed }: ExportedDocument) {
  const anchors = anchorsIn(text, review.analysis.document.sha256);
  return placed
    .filter(({ decision }) => decision.state === "active")
    .map(({ decision, placement }) => {
      const annotation = annotationOf(decision);
      const span = heldSpan(placement);
      if (!span || decision.target.kind !== "span") return annotation;
      const { start, end, exact, prefix, suffix } = anchors.anchor(span);
      const target = {
        source: decision.document === null ? null : documentIri(decision.document),
        selector: [
          { type: "TextPositionSelector", start, end },
          { type: "TextQuoteSelector", exact, prefix, suffix },
        ],
        "review:item": decision.target.item,
        "review:sha256": review.analysis.document.sha256,
      };
      return { ...annotation, target };
    });
}

function found({ path, text, review }: ExportedDocument) {
  const { analysis } = review;
  const anchors = anchorsIn(text, analysis.document.sha256);
  const names = new Map(analysis.entities.map(({ id, name }) => [id, name]));
  const annotation = (id: string, span: { readonly start: number; readonly end: number }, purpose: string, values: readonly string[]) => {
    const { start, end, exact, prefix, suffix } = anchors.anchor(span);
    return {
      "@context": CONTEXT_IRI,
      id: `urn:source-review:${analysis.document.sha256}:${id}`,
      type: "Annotation",
      motivation: purpose,
      body: values.map((value) => ({ type: "TextualBody", purpose, format: "text/plain", value })),
      target: {
        source: documentIri(path),
        selector: [
          { type: "TextPositionSelector", start, end },
          { type: "TextQuoteSelector", exact, prefix, suffix },
        ],
      },
    };
  };
  return [
    ...analysis.entities.flatMap(({ name, type, mentions }) =>
      mentions.map((mention) => annotation(`mention:${mention.start}-${mention.end}`, mention, "identifying", [name, type])),
    ),
    ...analysis.quotes
      .filter(({ start, end }) => end > start)
      .map((quote) => {
        const speakers = speakersOf(quote.speaker).flatMap((id) => names.get(id) ?? []);
        return annotation(`quotation:${quote.start}-${quote.end}`, quote, "tagging", [
          QUOTE_WORDS[quote.kind].one.toLowerCase(),
          ...speakers.map((name) => `said by ${name}`),
        ]);
      }),
  ];
}
