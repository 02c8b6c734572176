import type { TextDocument } from 'vscode-languageserver-textdocument';
import { placeAt, type SourcePlace } from '../../convert/converted.js';
import { placeInFile } from '../../project/source-places.js';

/** A text, and of what is no Markdown itself where in the file its lines come from. */
export interface PlacedText {
  readonly document: TextDocument;
  readonly places?: readonly SourcePlace[] | undefined;
}

/** `p. 12`, `‘Wonen’, alinea 3`: what a reader looks up in a file without lines. Undefined for Markdown. */
export const labelAt = ({ document, places }: PlacedText, offset: number): string | undefined =>
  places && placeInFile(places, document.positionAt(offset).line).label;

/** The same for other programs: a field beside the range in the text. Nothing for Markdown. */
export function placeField({ document, places }: PlacedText, offset: number): { place?: Omit<SourcePlace, 'line'> } {
  if (!places) return {};
  const { line, ...place } = placeAt(places, document.positionAt(offset).line) ?? { line: 0 };
  return { place };
}
