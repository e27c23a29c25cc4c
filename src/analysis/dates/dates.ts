import type { DateRef } from "../analysis.js";
import type { Layout } from "../sections/layout.js";
import type { Block, SourceText } from "../text/sourceText.js";
import type { TimeExpression } from "./expression.js";
import { findExpressions } from "./expressions.js";
import { DateResolver } from "./resolution.js";

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

export function createDateFinder(): DateFinder {
  const known = new WeakMap<Block, readonly TimeExpression[]>();

  function expressionsOf(block: Block): readonly TimeExpression[] {
    let expressions = known.get(block);
    if (!expressions) {
      expressions = findExpressions(block);
      known.set(block, expressions);
    }
    return expressions;
  }

  return {
    find(source, layout) {
      const boilerplate = layout.sections.filter(({ kind }) => kind === "boilerplate");
      const resolver = new DateResolver(layout.date);
      const dates: DateRef[] = [];
      let section = 0;
      for (const { start, block } of source.blocks) {
        while (section < boilerplate.length && boilerplate[section].end <= start) section++;
        if (section < boilerplate.length && boilerplate[section].start <= start) continue;
        resolver.startBlock();
        for (const expression of expressionsOf(block)) {
          const date = resolver.resolve(expression, start);
          if (date) dates.push(date);
        }
      }
      return dates;
    },
  };
}
