/** One measured figure: what `npm run evaluate` prints beside the last committed one. */
export interface Figure {
  /** What was measured, unique among all figures, for example "names wwnews.dev F1". */
  readonly name: string;
  /** A share as a percentage, or a count or ratio where the name says so. */
  readonly value: number;
  /** The value that the product must reach. */
  readonly atLeast?: number;
  /** The value that the product should reach. */
  readonly aim?: number;
}

/** Where an evaluation reads and writes. */
export interface EvaluationOptions {
  /** The folder of corpora, with `train` and `measure` in it. */
  readonly corpora: string;
  /**
   * Keeps a list for reading, one line each: errors with their context.
   * @param file the file's name without a folder, for example "names-wwnews.dev.txt".
   */
  writeErrors(file: string, lines: readonly string[]): void;
  /** Prints a line under the figures' table: confusions, counts by type. */
  note(line: string): void;
}

/** Measures one part of the engine against the corpora. */
export type Evaluation = (options: EvaluationOptions) => readonly Figure[];
