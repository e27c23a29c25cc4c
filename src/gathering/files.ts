/** What a name in a folder stands for. A link that leads to a file or folder is that, and says so. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: "file" | "folder" | "other";
  readonly isLink: boolean;
}

/** A file as it is now. Times are milliseconds since 1970. */
export interface FileState {
  readonly kind: "file" | "folder" | "other";
  readonly modified: number;
  readonly size: number;
}

/**
 * The one door to files: Node's, or VS Code's own for folders that are on no disk.
 * A place is whatever the door calls a file or folder by; `child` makes one of another.
 * Every question throws a `FileProblem` where it cannot be answered.
 */
export interface Files {
  child(place: string, name: string): string;
  list(place: string): Promise<readonly FolderEntry[]>;
  state(place: string): Promise<FileState>;
  read(place: string): Promise<Uint8Array>;
  /** The place without links in it; undefined where the door cannot tell. */
  real(place: string): Promise<string | undefined>;
}

/** Why a file system did not answer. `gone`: there is nothing at the place. */
export class FileProblem extends Error {
  constructor(
    readonly kind: "gone" | "forbidden" | "other",
    message: string,
  ) {
    super(message);
  }
}

/** The answer, or the problem that stands in its place. Errors of any other kind are thrown on. */
export async function answerOrProblem<T>(answer: Promise<T>): Promise<T | FileProblem> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof FileProblem) return error;
    throw error;
  }
}
