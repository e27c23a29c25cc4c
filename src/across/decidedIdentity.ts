import type { IdentityDecision, IdentityTarget } from "../collection/answers.js";
import { byTime, type Decision, type NameTarget } from "../review/decision.js";

/** A decision with the address of the folder that it holds in; empty where it holds in none. */
export interface KeptEverywhere {
  readonly decision: Decision;
  readonly folder: string;
}

/** Gives the address of a path in a folder. */
export type AddressIn = (folder: string, path: string) => string;

/** The merges and partings among decisions that hold everywhere, of a pair the latest; in the order they were made. */
export function identityDecisions(kept: readonly KeptEverywhere[], addressIn: AddressIn): readonly IdentityDecision[] {
  const byPair = new Map<string, IdentityDecision>();
  for (const { decision, folder } of [...kept].sort((a, b) => byTime(a.decision, b.decision))) {
    const { state, scope, kind } = decision;
    if (state !== "active" || scope !== "everywhere" || (kind !== "merge" && kind !== "keep-apart")) continue;
    const left = identityTarget(decision.target, folder, addressIn);
    const right = identityTarget(kind === "merge" ? decision.into : decision.from, folder, addressIn);
    const pair = [left, right]
      .map((target) => JSON.stringify(target))
      .sort()
      .join("\n");
    byPair.delete(pair);
    byPair.set(pair, { kind: kind === "merge" ? "same" : "apart", left, right });
  }
  return [...byPair.values()];
}

function identityTarget({ name, type, document }: NameTarget, folder: string, addressIn: AddressIn): IdentityTarget {
  if (document === undefined || folder === "") return { type, name };
  return { type, name, path: addressIn(folder, document) };
}
