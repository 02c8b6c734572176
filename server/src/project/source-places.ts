import { placeAt, type SourcePlace } from '../convert/converted.js';
import { type FilePlace, lineInFile, shortened } from '../core/index.js';

/** Characters of a heading that say where it is. */
const MOST_SHOWN = 60;

/** Where a line of a text stands in its file. @param line zero-based @param places of a text that came out of a source */
export function placeInFile(places: readonly SourcePlace[] | undefined, line: number): FilePlace {
  if (!places) return lineInFile(line + 1);
  const { page, heading, paragraph } = placeAt(places, line) ?? {};
  if (page !== undefined) return { label: `p. ${page}`, anchor: `#page=${page}` };
  const parts = [
    ...(heading ? [`‘${shortened(heading, MOST_SHOWN)}’`] : []),
    ...(paragraph === undefined ? [] : [`alinea ${paragraph}`]),
  ];
  return { label: parts.join(', ') || 'begin', anchor: '' };
}
