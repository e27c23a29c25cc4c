import type { CollectionDecision, IdentityTarget } from "../collection/answers.js";
import { byTime, type Decision, type NameTarget } from "../review/decision.js";

/** A decision with the address of the folder that it holds in; empty where it holds in none. */
export interface KeptEverywhere {
  readonly decision: Decision;
  readonly folder: string;
}

/** Gives the address of a path in a folder. */
export type AddressIn = (folder: string, path: string) => string;

/**
 * What decisions that hold everywhere say of all documents: who is who, what is no entity, what it is called and of what type. Of two on
 * one thing the latest holds; in the order they were made.
 */
export function collectionDecisions(kept: readonly KeptEverywhere[], addressIn: AddressIn): readonly CollectionDecision[] {
  const latest = new Map<string, CollectionDecision>();
  for (const { decision, folder } of [...kept].sort((a, b) => byTime(a.decision, b.decision))) {
    if (decision.state !== "active" || decision.scope !== "everywhere" || decision.target.kind !== "name") continue;
    const target = identityTarget(decision.target, folder, addressIn);
    const take = (about: string, said: CollectionDecision | null): void => {
      latest.delete(about);
      if (said) latest.set(about, said);
    };
    const own = JSON.stringify(target);
    switch (decision.kind) {
      case "merge":
      case "keep-apart": {
        const right = identityTarget(decision.kind === "merge" ? decision.into : decision.from, folder, addressIn);
        const pair = [own, JSON.stringify(right)].sort().join("\n");
        take(pair, { kind: decision.kind === "merge" ? "same" : "apart", left: target, right });
        break;
      }
      case "accept":
      case "reject":
        take(`stance ${own}`, decision.kind === "reject" ? { kind: "reject", target } : null);
        break;
      case "rename":
        take(`name ${own}`, { kind: "rename", target, name: decision.name });
        break;
      case "change-type":
        take(`type ${own}`, { kind: "change-type", target, type: decision.type });
    }
  }
  return [...latest.values()];
}

function identityTarget({ name, type, document }: NameTarget, folder: string, addressIn: AddressIn): IdentityTarget {
  if (document === undefined || folder === "") return { type, name };
  return { type, name, path: addressIn(folder, document) };
}
