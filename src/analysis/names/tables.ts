import type { EntityType } from "../analysis.js";
import { memoByBlock } from "../text/blockMemo.js";
import type { Block, PlacedBlock } from "../text/sourceText.js";
import { labelledName, typeOfLabel } from "./labelledValues.js";
import labelledValues from "./labelledValues.json" with { type: "json" };
import type { NameSpan } from "./nameTagger.js";

const PERSONAL: ReadonlySet<string> = new Set(labelledValues.personal.split(" "));

/** A row of a table, as the first token and the end of each cell: first, end, first, end, … */
type Row = readonly number[];

const NO_NAMES: readonly NameSpan[] = [];

/**
 * The names that stand in the columns of tables whose headings say of what type they are: under "Minister" persons, under "Party"
 * organizations, under "Country" places.
 * @param blocks a document's blocks in text order; each row of a table is one.
 */
export function findNamesInTables(blocks: readonly PlacedBlock[]): readonly NameSpan[] {
  let found: NameSpan[] | null = null;
  let columns: readonly (EntityType | null)[] = [];
  for (const { start, block } of blocks) {
    const row = rowOf(block);
    if (row === null) {
      columns = [];
      continue;
    }
    if (columns.length === 0) {
      columns = columnsOf(block, row);
      continue;
    }
    for (let cell = 0; cell * 2 < row.length && cell < columns.length; cell++) {
      const type = columns[cell];
      const name = type === null ? null : labelledName(block, row[cell * 2], row[cell * 2 + 1], type);
      if (!name) continue;
      found ??= [];
      found.push({
        start: start + block.tokens.starts[name.first],
        end: start + block.tokens.ends[name.end - 1],
        type: name.type,
        confidence: name.confidence,
      });
    }
  }
  return found ?? NO_NAMES;
}

/** The types of a table's columns by its first row. A "name" is a person's where another column tells of persons. */
function columnsOf(block: Block, row: Row): readonly (EntityType | null)[] {
  const types: (EntityType | null)[] = [];
  let isOfPersons = false;
  for (let cell = 0; cell < row.length; cell += 2) {
    types.push(typeOfLabel(block, row[cell], row[cell + 1]));
    if (row[cell + 1] > row[cell]) isOfPersons ||= PERSONAL.has(block.lower[row[cell + 1] - 1]);
  }
  if (!isOfPersons) return types;
  return types.map((type, column) => (type === null && /^names?$/.test(block.lower[row[column * 2 + 1] - 1]) ? "person" : type));
}

/** The cells of a block that is a row, parted by "|" or by tabs; null for other blocks. */
const rowOf = memoByBlock((block: Block): Row | null => {
  if (block.words[0] === "|") return cellsBetweenBars(block);
  return block.text.includes("\t") ? cellsBetweenTabs(block) : null;
});

function cellsBetweenBars({ words, tokens }: Block): Row {
  const cells: number[] = [];
  let first = 1;
  for (let i = 1; i < tokens.count; i++) {
    if (words[i] !== "|") continue;
    cells.push(first, i);
    first = i + 1;
  }
  if (first < tokens.count) cells.push(first, tokens.count);
  return cells;
}

function cellsBetweenTabs({ text, tokens: { starts, ends, count } }: Block): Row {
  const cells: number[] = [];
  let first = 0;
  for (let i = 1; i < count; i++) {
    for (let at = ends[i - 1]; at < starts[i]; at++) {
      if (text.charCodeAt(at) !== 0x09) continue;
      cells.push(first, i);
      first = i;
    }
  }
  cells.push(first, count);
  return cells;
}
