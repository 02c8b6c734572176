/** Where in the source a line of the Markdown comes from. */
export interface SourcePlace {
  /** Zero-based line of the Markdown. */
  readonly line: number;
  /** From 1, of a source that has pages. */
  readonly page?: number;
  /** The heading above it, of a source without pages. */
  readonly heading?: string;
  /** From 1, below that heading. */
  readonly paragraph?: number;
}

/** A source as Markdown. */
export interface Converted {
  readonly markdown: string;
  /** Ascending by line. */
  readonly places: readonly SourcePlace[];
  /** What a reader of the result is told, in Dutch. */
  readonly remarks: readonly string[];
}

/** The place that a line of the Markdown comes from: the last one at or above it. */
export function placeAt(places: readonly SourcePlace[], line: number): SourcePlace | undefined {
  return places.findLast((place) => place.line <= line);
}
