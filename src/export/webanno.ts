import type { Span } from "../analysis/analysis.js";
import { readSourceText } from "../analysis/text/sourceText.js";
import { type ExportedDocument, speakerNames, standingWords } from "./exportedDocument.js";

const HEADER = `#FORMAT=WebAnno TSV 3.3
#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value
#T_SP=webanno.custom.Quotation|kind|speaker|verdict

`;

/** One annotation on a layer: its span and the values of the layer's features. */
interface LayerSpan extends Span {
  readonly values: readonly (string | undefined)[];
}

/**
 * A document as WebAnno TSV 3.3: names on the layer NamedEntity, quotations on a layer of their own. Offsets are UTF-16 code units.
 * Tokens are cut where an annotation begins or ends, so that every annotation covers whole tokens.
 */
export function webannoTsv({ text, review }: ExportedDocument): string {
  const { entities, quotes } = review.analysis;
  const speakerOf = speakerNames(review, text);
  const names = entities.flatMap(({ name, type, mentions }) => mentions.map(({ start, end }) => ({ start, end, values: [name, type] })));
  const quotations = quotes.map((quote) => {
    const { id, kind, start, end } = quote;
    return { start, end, values: [kind, speakerOf(quote) || undefined, standingWords(review.quotes.get(id)) || undefined] };
  });
  const layers = [names, quotations].map((spans) =>
    [...spans].filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start || b.end - a.end),
  );
  const sentences = sentencesOf(text, layers.flat());
  const columns = columnsOf(sentences.flat(), layers);
  const parts = sentences.map((tokens, s) => {
    const first = tokens[0];
    const last = tokens[tokens.length - 1];
    const head = `#Text=${escapedText(text.slice(first.start, last.end))}\n`;
    const rows = tokens.map((token, t) => {
      const { start, end } = token;
      return `${s + 1}-${t + 1}\t${start}-${end}\t${escaped(text.slice(start, end))}\t${columns.get(token)?.join("\t") ?? ""}\t\n`;
    });
    return `\n${head}${rows.join("")}`;
  });
  return HEADER + parts.join("");
}

function sentencesOf(text: string, spans: readonly Span[]): Span[][] {
  const cuts = [...new Set(spans.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const sentences: Span[][] = [];
  let next = 0;
  for (const { start: blockStart, block } of readSourceText(text).blocks) {
    const firsts = new Set(block.sentences);
    for (let i = 0; i < block.tokens.count; i++) {
      if (firsts.has(i) || i === 0) sentences.push([]);
      let start = blockStart + block.tokens.starts[i];
      const end = blockStart + block.tokens.ends[i];
      while (next < cuts.length && cuts[next] <= start) next++;
      for (; next < cuts.length && cuts[next] < end; next++) {
        sentences[sentences.length - 1].push({ start, end: cuts[next] });
        start = cuts[next];
      }
      sentences[sentences.length - 1].push({ start, end });
    }
  }
  return sentences;
}

/** The cells of each token: a column for each feature, `|` between annotations on one token, `[n]` on those that others must be told from. */
function columnsOf(tokens: readonly Span[], layers: readonly (readonly LayerSpan[])[]): ReadonlyMap<Span, readonly string[]> {
  const cells = new Map<Span, string[]>(tokens.map((token) => [token, []]));
  let serial = 0;
  for (const [rank, spans] of layers.entries()) {
    const width = rank === 0 ? 2 : 3;
    const covering = new Map<Span, { readonly span: LayerSpan; readonly id: number }[]>();
    let first = 0;
    for (const span of spans) {
      while (first < tokens.length && tokens[first].end <= span.start) first++;
      const id = ++serial;
      for (let t = first; t < tokens.length && tokens[t].start < span.end; t++) {
        const known = covering.get(tokens[t]);
        if (known) known.push({ span, id });
        else covering.set(tokens[t], [{ span, id }]);
      }
    }
    for (const token of tokens) {
      const found = covering.get(token) ?? [];
      for (let feature = 0; feature < width; feature++) {
        const values = found.map(({ span, id }) => {
          const value = span.values[feature];
          const alone = found.length === 1 && span.start === token.start && span.end === token.end;
          return `${value === undefined ? "*" : escaped(value)}${alone ? "" : `[${id}]`}`;
        });
        cells.get(token)?.push(values.length === 0 ? "_" : values.join("|"));
      }
    }
  }
  return cells;
}

/** A value: what the format gives a meaning is escaped by a backslash, and so are line breaks and tabs. */
function escaped(value: string): string {
  return value.replace(/\\|[[\]|_;*]|->/g, "\\$&").replace(/[\n\r\t\f]/g, controlEscape);
}

/** A sentence's text: only the backslash and what would end its line. */
function escapedText(text: string): string {
  return text.replace(/\\/g, "\\\\").replace(/[\n\r\t\f]/g, controlEscape);
}

const CONTROL_ESCAPES: ReadonlyMap<string, string> = new Map([
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
  ["\f", "\\f"],
]);

function controlEscape(control: string): string {
  return CONTROL_ESCAPES.get(control) ?? control;
}
