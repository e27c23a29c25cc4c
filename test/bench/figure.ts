/** One measured figure of speed or size. */
export interface Figure {
  readonly value: number;
  readonly unit: string;
}

export type Figures = Record<string, Figure>;
