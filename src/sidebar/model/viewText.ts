import { SETTING_DEFAULTS } from "../../contributions.js";
import { figure } from "../../editor/words.js";
import type { Order } from "./listing.js";
import type { Scope } from "./situation.js";
import { parts } from "./treeNode.js";

export const ORDER_NAMES: Readonly<Record<Order, string>> = {
  count: "by count",
  appearance: "by first appearance",
  name: "by name",
};

const SCOPE_NAMES: Readonly<Record<Scope, string>> = { front: "", open: "all open documents", all: "all documents" };

/** @returns what stands beside a view's title: what differs from how the view comes. */
export function viewDescription(scope: Scope, order: Order): string {
  const sorted = order === SETTING_DEFAULTS["sidebar.sort"] ? "" : ORDER_NAMES[order];
  return parts(SCOPE_NAMES[scope], sorted);
}

/** What narrows a view, and what is left of it. */
export interface Narrowing {
  readonly query: string;
  readonly uncertainOnly: boolean;
  readonly withoutIndirect: boolean;
  readonly shown: number;
  readonly total: number;
}

/** @returns the line over a narrowed tree, undefined where nothing is left out. */
export function narrowingMessage({ query, uncertainOnly, withoutIndirect, shown, total }: Narrowing): string | undefined {
  const filter = query.trim();
  const what = parts(
    filter === "" ? "" : `Filter “${filter}”`,
    uncertainOnly ? "Only uncertain speakers" : "",
    withoutIndirect && shown < total ? "Without indirect quotations" : "",
  );
  if (what === "") return undefined;
  return `${what}: ${shown === 0 ? "none" : figure(shown)} of ${figure(total)}`;
}
