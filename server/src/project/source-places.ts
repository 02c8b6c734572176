import { placeAt, type SourcePlace } from '../convert/converted.js';
import { type FilePlace, lineInFile, wholeCharacters } from '../core/index.js';

/** Characters of a heading that say where it is. */
const MOST_SHOWN = 60;

/** Where a line of a text stands in its file. @param line zero-based @param places of a text that came out of a source */
export function placeInFile(places: readonly SourcePlace[] | undefined, line: number): FilePlace {
  if (!places) return lineInFile(line + 1);
  const { page, heading, paragraph } = placeAt(places, line) ?? {};
  if (page !== undefined) return { label: `p. ${page}`, anchor: `#page=${page}` };
  const parts = [
    ...(heading ? [`‘${shortened(heading)}’`] : []),
    ...(paragraph === undefined ? [] : [`alinea ${paragraph}`]),
  ];
  return { label: parts.join(', ') || 'begin', anchor: '' };
}

const shortened = (heading: string): string =>
  heading.length <= MOST_SHOWN ? heading : `${wholeCharacters(heading.slice(0, MOST_SHOWN)).trimEnd()}…`;
