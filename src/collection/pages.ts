import type { Page, PageRequest } from "./answers.js";

const MOST_ITEMS = 200;

/** The part of a list that was asked for, each item made into what is answered. */
export function pageOf<T, A>(items: readonly T[], { offset = 0, count = MOST_ITEMS }: PageRequest, answer: (item: T) => A): Page<A> {
  return { items: items.slice(offset, offset + count).map(answer), total: items.length };
}
