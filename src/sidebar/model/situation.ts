import type { DocumentReader } from "../../review/documentStore.js";

/** Which documents the trees list: the one in front, those that are open, or all of the workspace's folders. Only those under review. */
export const SCOPES = ["front", "open", "all"] as const;
export type Scope = (typeof SCOPES)[number];

/** Why the trees show what they show: the name decides which welcome an empty view gives. */
export type Situation =
  /** All documents are listed by what reads them as one. */
  | { readonly kind: "allDocuments" }
  | { readonly kind: "noDocument" }
  /** No document, and no text in the open folders either. */
  | { readonly kind: "noTexts" }
  | { readonly kind: "notUnderReview" }
  | { readonly kind: "analysing" }
  | { readonly kind: "unreadable"; readonly reason: string }
  | { readonly kind: "listed"; readonly uris: readonly string[] };

/** @param folderWithoutTexts whether folders are open and none of them holds a text. */
export function situationOf(store: Pick<DocumentReader, "front" | "state" | "all">, scope: Scope, folderWithoutTexts: boolean): Situation {
  if (scope === "all") return { kind: "allDocuments" };
  if (scope === "open") {
    const uris = store.all().map((document) => document.uri);
    if (uris.length > 0) return { kind: "listed", uris };
  }
  if (store.front === undefined) return { kind: folderWithoutTexts ? "noTexts" : "noDocument" };
  const state = store.state(store.front);
  switch (state?.kind) {
    case undefined:
      return { kind: "notUnderReview" };
    case "pending":
      return { kind: "analysing" };
    case "unreadable":
      return { kind: "unreadable", reason: state.reason };
    case "ready":
      return { kind: "listed", uris: [store.front] };
  }
}
