import type { FilterRules } from "./reviewFilter.js";

/** Who reads the files of a folder: the thread itself from the disk, or VS Code, which knows folders that are on no disk, and encodings. */
export type Door = "disk" | "asked";

/** A folder of the workspace. */
export interface WorkspaceFolder {
  /** Its address as VS Code writes it, without a slash at its end. */
  readonly uri: string;
  /** What the documents' paths begin with where several folders are open, with a slash; else empty. */
  readonly prefix: string;
  /** What the door calls the folder. */
  readonly place: string;
  /** The whole path, with `/`, that the globs of documents are matched against. */
  readonly wholePath: string;
  readonly door: Door;
}

/** A document that the reader put under review. */
export interface ChosenDocument {
  readonly uri: string;
  readonly path: string;
  readonly place: string;
  readonly door: Door;
}

/** Which documents make up the collection. */
export interface Wanted {
  readonly folders: readonly WorkspaceFolder[];
  readonly rules: FilterRules;
  readonly chosen: readonly ChosenDocument[];
  /** Addresses of documents that the reader took out. */
  readonly takenOut: readonly string[];
}

/** A document as an editor has it, which goes before the file. */
export interface OpenText {
  readonly uri: string;
  readonly path: string;
  readonly text: string;
}

export type GatheringPhase = "searching" | "analysing" | "paused" | "stopped" | "ready";

export interface GatheringProgress {
  readonly phase: GatheringPhase;
  /** The documents found so far, without those left out. */
  readonly documents: number;
  /** How many of them the collection has. */
  readonly gathered: number;
  readonly leftOut: number;
}

/** A document that is under review and cannot be read; the reason is the end of a sentence. */
export interface LeftOut {
  readonly uri: string;
  readonly path: string;
  readonly reason: string;
}
