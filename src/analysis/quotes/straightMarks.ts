import type { Mark } from "./marks.js";

/** What the readings of a mark cost that goes against its neighbours, or leaves a quotation without its other mark. */
const AGAINST_NEIGHBOURS = 2;
const SPACE_MISPLACED = 0.8;
const SPACE_MISPLACED_MID_SENTENCE = 0.4;
const OPENS_BEHIND_WORD = 1;
const LEFT_OPEN = 1.2;
const STRAY = 1.5;
const OPEN_FROM_BEFORE = 0.5;
const OPEN_AT_END = 0.8;
/** A mark behind a number that is an inch; inside a quotation a little more, since there it may as well close. */
const INCH = 0.2;
const INCH_INSIDE = 0.25;

const enum Use {
  Opens = 0,
  Closes = 1,
  Reopens = 2,
  Stray = 3,
}

interface Reading {
  readonly cost: number;
  readonly use: Use;
  /** The reading before, inside a quotation or outside. */
  readonly fromInside: boolean;
}

/**
 * Settles which straight marks of a block open and which close where the spaces beside them contradict each other, as in texts that were
 * taken apart and put together again ("Come! "and she ran): the cheapest alternation of opening and closing marks. A mark behind a number
 * opens none; it is an inch where closing at it would leave another mark alone.
 * Where the spaces leave no doubt the marks are given back as they are; in blocks with curly double marks all but inches between those.
 */
export function settleStraightMarks(text: string, marks: readonly Mark[]): readonly Mark[] {
  if (marks.some(isOtherDouble)) return withoutInchesBetween(text, marks);
  return settled(text, withoutInner(text, marks));
}

function settled(text: string, marks: readonly Mark[]): readonly Mark[] {
  if (!hasConflict(text, marks)) return marks;
  const straight = marks.filter(isStraight);
  const uses = cheapestUses(text, straight);
  const used = new Map(straight.map((mark, i) => [mark, uses[i]]));
  return marks.flatMap((mark) => {
    const use = used.get(mark);
    if (use === undefined) return [mark];
    return use === Use.Stray ? [] : [{ ...mark, opens: use !== Use.Closes, closes: use === Use.Closes }];
  });
}

/** What stands in marks inside a quotation has so many characters at most. */
const LONGEST_INNER = 120;

/**
 * Leaves out the marks inside a quotation that are the same as those around it, where the spaces beside all four leave no doubt which open
 * and which close, and the inner ones stand within a sentence: "He told me "run" and left," she said.
 */
function withoutInner(text: string, marks: readonly Mark[]): readonly Mark[] {
  const straight = marks.filter(isStraight);
  let inner: Set<Mark> | null = null;
  for (let i = 0; i + 3 < straight.length; i++) {
    const [outer, opening, closing, last] = straight.slice(i, i + 4);
    if (!opensOnly(outer) || !opensOnly(opening) || !closesOnly(closing) || !closesOnly(last)) continue;
    if (closing.start - opening.end > LONGEST_INNER || !IN_SENTENCE.test(text.slice(opening.start - 2, opening.start))) continue;
    inner = (inner ?? new Set<Mark>()).add(opening).add(closing);
    i += 3;
  }
  return inner === null ? marks : marks.filter((mark) => !inner.has(mark));
}

const IN_SENTENCE = /^[\p{L}\p{N},:]\s$/u;

function opensOnly({ opens, closes }: Mark): boolean {
  return opens && !closes;
}

function closesOnly({ opens, closes }: Mark): boolean {
  return closes && !opens;
}

const OTHER_DOUBLE_MARKS = "“”„‟＂";

function isStraight({ char }: Mark): boolean {
  return char === '"';
}

function isOtherDouble({ char, start, end }: Mark): boolean {
  return OTHER_DOUBLE_MARKS.includes(char) || end - start > 1;
}

/** Right behind a number, before white space, a closing neighbour or the other side of a measure: 12" deep, 8"x10" */
function mayBeInch(text: string, mark: Mark): boolean {
  if (!isStraight(mark) || !/\p{N}/u.test(text.slice(mark.start - 1, mark.start))) return false;
  return !mark.opens || /^[x×]\s?\p{N}/u.test(text.slice(mark.end, mark.end + 3));
}

/** Leaves out the inches between a curly mark that opens and the one that closes it: “We had 12" of rain,” */
function withoutInchesBetween(text: string, marks: readonly Mark[]): readonly Mark[] {
  const inches = new Set<Mark>();
  let between: Mark[] | null = null;
  for (const mark of marks) {
    if (mayBeInch(text, mark)) {
      between?.push(mark);
    } else if (isStraight(mark) || isOtherDouble(mark)) {
      if (isOtherDouble(mark) && mark.closes && !mark.opens) for (const inch of between ?? []) inches.add(inch);
      between = isOtherDouble(mark) && mark.opens ? [] : null;
    }
  }
  return inches.size === 0 ? marks : marks.filter((mark) => !inches.has(mark));
}

function hasConflict(text: string, marks: readonly Mark[]): boolean {
  let open = false;
  let conflict = false;
  for (const mark of marks) {
    if (!isStraight(mark)) continue;
    if (open ? !mark.closes : !mark.opens || mayBeInch(text, mark)) conflict = true;
    else open = !open;
  }
  return conflict;
}

function cheapestUses(text: string, marks: readonly Mark[]): readonly Use[] {
  const steps: { readonly outside: Reading; readonly inside: Reading }[] = [];
  let outside = 0;
  let inside = OPEN_FROM_BEFORE;
  for (const mark of marks) {
    const opening = mark.opens ? 0 : OPENS_BEHIND_WORD;
    const isInch = mayBeInch(text, mark);
    const step = {
      inside: isInch
        ? { cost: inside + INCH_INSIDE, use: Use.Stray, fromInside: true }
        : cheaper(
            { cost: outside + opening, use: Use.Opens, fromInside: false },
            { cost: inside + opening + LEFT_OPEN, use: Use.Reopens, fromInside: true },
          ),
      outside: cheaper(
        { cost: inside + closingCost(text, mark), use: Use.Closes, fromInside: true },
        // Left as one that closes, for what the paragraph before may have left open.
        isInch
          ? { cost: outside + INCH, use: Use.Closes, fromInside: false }
          : { cost: outside + STRAY, use: Use.Stray, fromInside: false },
      ),
    };
    steps.push(step);
    outside = step.outside.cost;
    inside = step.inside.cost;
  }
  let isInside = inside + OPEN_AT_END < outside;
  const uses: Use[] = [];
  for (let i = steps.length - 1; i >= 0; i--) {
    const { use, fromInside } = isInside ? steps[i].inside : steps[i].outside;
    uses.push(use);
    isInside = fromInside;
  }
  return uses.reverse();
}

function cheaper(a: Reading, b: Reading): Reading {
  return b.cost < a.cost ? b : a;
}

/** A closing mark may have its space before it rather than behind, where the words in marks end with a stop: "Come! "and she ran. */
function closingCost(text: string, { start, end, closes }: Mark): number {
  if (closes) return 0;
  if (text[start - 1] !== " " || !",.!?;-—–…".includes(text[start - 2] ?? "")) return AGAINST_NEIGHBOURS;
  return /[\p{Ll};,]/u.test(text.slice(end, end + 1)) ? SPACE_MISPLACED_MID_SENTENCE : SPACE_MISPLACED;
}
