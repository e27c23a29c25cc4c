import type { DateRef } from "../analysis.js";
import type { Layout } from "../sections/layout.js";
import { memoByBlock } from "../text/blockMemo.js";
import type { Block, SourceText } from "../text/sourceText.js";
import { findExpressions } from "./expressions.js";
import { DateResolver, isSamePeriod, type Period } from "./resolution.js";

/** Finds dates, times and durations. It keeps what it found in each block, so that an edited document costs only its changed blocks. */
export interface DateFinder {
  /**
   * Finds expressions of time and resolves them against the document's date, after the scheme of TIMEX3 (Pustejovsky et al.,
   * "TimeML: Robust Specification of Event and Temporal Expressions in Text", 2003): ISO 8601, and 2014-Q2 for a quarter,
   * 2014-SU for a season. "yesterday [June 12]" is one expression, brackets included.
   * @returns the references in text order, none overlapping, none in boilerplate; without a document date, what counts from it is left out.
   */
  find(source: SourceText, layout: Layout): readonly DateRef[];
}

/** The dates of a block, as they were resolved last; offsets from the block's beginning. */
interface ResolvedBlock {
  readonly documentDate: string | undefined;
  readonly dayFirst: boolean;
  /** What the text spoke of before the block and behind it. */
  readonly before: Period;
  readonly behind: Period;
  readonly dates: readonly DateRef[];
}

const NO_DATES: readonly DateRef[] = [];

const expressionsOf = memoByBlock(findExpressions);

/** How many more of a block's days in numbers can only have the day first than the month. */
const daysFirst = memoByBlock((block) => {
  let sum = 0;
  for (const { order } of expressionsOf(block))
    if (order !== undefined) sum += order.kind === "dayFirst" ? 1 : order.kind === "monthFirst" ? -1 : 0;
  return sum;
});

/** Whether the document writes 25/04/2020, so that its 03/04/2020 is a day of April. */
function isDayFirst({ blocks }: SourceText): boolean {
  let sum = 0;
  for (const { block } of blocks) sum += daysFirst(block);
  return sum > 0;
}

/** "Q12 Chair: …", "**Q5** …", "Q1<tab>Chair: …": where a record counts its questions, "Q3" before one is no quarter. */
const QUESTION_NUMBER = /^(?:\*\*)?Q(?:(?:[5-9]|[1-9]\d{1,3})\b|\d\t)/;
const countsQuestion = memoByBlock(({ text }) => (text[0] === "Q" || text[0] === "*") && QUESTION_NUMBER.test(text));

export function createDateFinder(): DateFinder {
  const known = new WeakMap<Block, ResolvedBlock>();

  function datesOf(block: Block, resolver: DateResolver, documentDate: string | undefined, dayFirst: boolean): readonly DateRef[] {
    const expressions = expressionsOf(block);
    if (expressions.length === 0) {
      resolver.startBlock(block.text);
      return NO_DATES;
    }
    const last = known.get(block);
    const before = resolver.period;
    if (last && last.documentDate === documentDate && last.dayFirst === dayFirst && isSamePeriod(last.before, before)) {
      resolver.period = last.behind;
      return last.dates;
    }
    resolver.startBlock(block.text);
    const dates = expressions.map((expression) => resolver.resolve(expression, block.text)).filter((date) => date !== null);
    known.set(block, { documentDate, dayFirst, before, behind: resolver.period, dates });
    return dates;
  }

  return {
    find(source, layout) {
      const boilerplate = layout.sections.filter(({ kind }) => kind === "boilerplate");
      const dayFirst = isDayFirst(source);
      const resolver = new DateResolver(layout.date, dayFirst);
      const asked = source.blocks.some(({ block }) => countsQuestion(block));
      const dates: DateRef[] = [];
      let section = 0;
      for (const { start: at, block } of source.blocks) {
        while (section < boilerplate.length && boilerplate[section].end <= at) section++;
        if (section < boilerplate.length && boilerplate[section].start <= at) continue;
        for (const { start, end, value } of datesOf(block, resolver, layout.date, dayFirst))
          if (!asked || start > 2 || !/^\**Q\d/.test(block.text)) dates.push({ start: at + start, end: at + end, value });
      }
      return dates;
    },
  };
}
