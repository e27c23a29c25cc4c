/** A text file that several programs may write: it is never seen half written, and no update undoes another. */
export interface KeptFile {
  /** Where it is, for messages. */
  readonly place: string;
  /** @returns its text; undefined where there is no such file. */
  read(): Promise<string | undefined>;
  /**
   * Writes the file whole, and the folders above it where they are missing.
   * @param change what the text is to be, given what it is now. Where that is the same, nothing is written.
   */
  update(change: (present: string | undefined) => string): Promise<void>;
}
