import type { Line } from './line.js';

export interface Marker {
  readonly text: string;
  readonly bullet: boolean;
  /** Where the text of the item begins. */
  readonly textLeft: number;
}

const bullet = /^[•●○◦▪■□▫◼◾‣⁃►▶▸➢➤→✓✔✗❖◆◇·*\-–—]$/u;
const number = /^\(?(?:\d{1,3}(?:\.\d{1,2})*|[a-z]|[ivx]{1,5}|[IVX]{1,5}|[A-Z])[.):]$|^\d{1,2}(?:\.\d{1,2})+$/;

/** The marker that a line begins with, when it may be an item of a list or a numbered heading. */
export function markerOf(line: Line): Marker | undefined {
  const [first, second] = line.words;
  if (!first || !second) return undefined;
  const gap = second.left - first.right;
  const isBullet = bullet.test(first.text) || (first.text === 'o' && gap > 0.5 * first.size);
  const bareNumber = /^\d{1,3}$/.test(first.text) && line.cells[0]!.length === 1 && gap < 4 * first.size;
  if (!isBullet && !number.test(first.text) && !bareNumber) return undefined;
  return { text: first.text, bullet: isBullet, textLeft: second.left };
}

/** A marker that could as well be part of a sentence: a dash, a letter, a number at the beginning of a line. */
export function isDoubtful({ text, bullet: isBullet }: Marker): boolean {
  return !isBullet || /^[-–—*·→]$/.test(text);
}
