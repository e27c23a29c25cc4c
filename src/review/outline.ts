import type { Analysis, Quote, Section, Span } from "../analysis/analysis.js";

/** A node of a document's outline. Its span holds the spans of its children. */
export type OutlineNode =
  | (Span & { readonly kind: "section"; readonly section: Section; readonly children: readonly OutlineNode[] })
  | (Span & { readonly kind: "quotation"; readonly quote: Quote; readonly children: readonly [] });

interface OpenNode {
  readonly section: Section;
  /** The rank of a section: those below go under it. The headline holds the whole, a heading what follows it. */
  readonly depth: number;
  readonly start: number;
  end: number;
  readonly children: (OpenNode | Quote)[];
}

/** Below every heading: the small sections that hold nothing but their own words. */
const LEAF_DEPTH = 100;

/** With more quotations than this, an outline is no longer one: it is then made of the sections alone. */
const MOST_QUOTATIONS = 2000;
const MOST_SECTIONS = 5000;

/**
 * The outline of a document: the headline above all, headings by their level, the other sections (but for the body's) and the quotations
 * in the section they stand in. Quotations that lie within another are left out, and all of them where they are thousands.
 */
export function documentOutline(analysis: Analysis): readonly OutlineNode[] {
  const { length } = analysis.document;
  const sections = analysis.document.sections.filter(({ kind, start, end }) => kind !== "body" && end > start).slice(0, MOST_SECTIONS);
  const quotes = analysis.quotes.length > MOST_QUOTATIONS ? [] : analysis.quotes;
  const roots: (OpenNode | Quote)[] = [];
  const path: OpenNode[] = [];
  let nextQuote = 0;
  let quotedTo = 0;

  function quotesBefore(offset: number): void {
    for (; nextQuote < quotes.length && quotes[nextQuote].start < offset; nextQuote++) {
      const quote = quotes[nextQuote];
      if (quote.start < quotedTo || quote.end <= quote.start) continue;
      quotedTo = quote.end;
      while (path.length > 0 && path[path.length - 1].depth === LEAF_DEPTH && quote.end > path[path.length - 1].end) path.pop();
      (path.at(-1)?.children ?? roots).push(quote);
    }
  }

  for (const section of sections) {
    quotesBefore(section.start);
    const depth = depthOf(section, path);
    while (path.length > 0 && path[path.length - 1].depth >= depth) closeAt(path.pop(), section.start);
    const node: OpenNode = { section, depth, start: section.start, end: section.end, children: [] };
    (path.at(-1)?.children ?? roots).push(node);
    path.push(node);
  }
  quotesBefore(length + 1);
  while (path.length > 0) closeAt(path.pop(), length);
  return roots.map(closedNode);
}

function depthOf(section: Section, path: readonly OpenNode[]): number {
  switch (section.kind) {
    case "headline":
      return 0;
    case "heading":
      return section.level ?? 1;
    case "boilerplate":
      return path[0]?.depth === 0 ? 1 : 0;
    default:
      return LEAF_DEPTH;
  }
}

/** Headlines and headings reach to where the next begins, the small sections no farther than their own words. */
function closeAt(node: OpenNode | undefined, offset: number): void {
  if (node && node.depth < LEAF_DEPTH) node.end = Math.max(node.end, offset);
}

function closedNode(node: OpenNode | Quote): OutlineNode {
  if (!("section" in node)) return { kind: "quotation", quote: node, start: node.start, end: node.end, children: [] };
  const children = node.children.map(closedNode);
  const end = children.reduce((last, child) => Math.max(last, child.end), node.end);
  return { kind: "section", section: node.section, start: node.start, end, children };
}
