import type { CollectionDecision, CollectionQueries } from "../collection/answers.js";
import type { GatheringProgress, OpenText, Wanted } from "./gatherProtocol.js";
import type { ThreadRoom } from "./recordPool.js";

/** Of the threads that analyse: with less room rubbish is taken out sooner. A text of 50 MB takes all that there is. */
export function analystLimits(room: ThreadRoom) {
  return { maxYoungGenerationSizeMb: 16, ...(room === "usual" && { maxOldGenerationSizeMb: 2000 }) };
}

/** Room for the names of some 80,000 documents. @param losses how often the thread ended before, perhaps for want of room: then it gets more. */
export function collectionLimits(losses: number) {
  return { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 800 * 2 ** losses };
}

/** What the collection's thread is started with. */
export interface CollectionThreadData {
  /** The file of what is known from before. */
  readonly cache: string;
  /** The file of the threads that analyse. */
  readonly analyst: string;
}

/** The questions that a collection answers. */
export type QueryName = { [K in keyof CollectionQueries]: CollectionQueries[K] extends number ? never : K }[keyof CollectionQueries];
export type Given<K extends QueryName> = Parameters<CollectionQueries[K]>;
export type Answer<K extends QueryName> = ReturnType<CollectionQueries[K]>;

/** A question with what it is given. The documents' paths are their addresses. */
export type Query = { [K in QueryName]: { readonly name: K; readonly given: Given<K> } }[QueryName];

export type CollectionRequest =
  | { readonly kind: "search"; readonly wanted: Wanted }
  /** Looks for changes that nobody told of. */
  | { readonly kind: "look" }
  | { readonly kind: "files"; readonly uris: readonly string[] }
  | { readonly kind: "open"; readonly text: OpenText }
  | { readonly kind: "close"; readonly uri: string }
  /** What reviewers decided of who is who and of what is listed; it replaces what was decided before. */
  | { readonly kind: "decide"; readonly decisions: readonly CollectionDecision[] }
  | { readonly kind: "pause" }
  | { readonly kind: "resume" }
  | { readonly kind: "stop" }
  /** Begins nothing for some milliseconds: something the reader waits for needs the machine. */
  | { readonly kind: "hold"; readonly milliseconds: number }
  | { readonly kind: "ask"; readonly id: number; readonly query: Query };

export type CollectionReply =
  /** `version` rises with every change of the collection. */
  | { readonly kind: "progress"; readonly progress: GatheringProgress; readonly version: number }
  | { readonly kind: "answer"; readonly id: number; readonly answer: Answer<QueryName> }
  | { readonly kind: "log"; readonly message: string };
