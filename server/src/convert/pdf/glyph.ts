import type { Box } from './drawing.js';

/** The typeface of a piece of text, as far as it matters for layout. */
export interface Face {
  readonly name: string;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** One letter on a page; places are in points from the top left, `y` is the baseline. */
export interface Glyph {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  /** Which way the text runs, in quarter turns: 0 is from left to right. */
  readonly turn: number;
  readonly face: Face;
  readonly colour: string;
  /** Drawn without ink, as text recognition does over a picture. */
  readonly inkless: boolean;
}

/** A page with its letters in the order in which they are drawn. */
export interface Sheet {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  /** Small filled shapes: bullets that are drawn and not written, where text begins beside them. */
  readonly dots: readonly Box[];
  /** Where pictures stand. */
  readonly pictures: readonly Box[];
  /** Straight lines, and the edges of fields. */
  readonly rules: readonly Box[];
}
