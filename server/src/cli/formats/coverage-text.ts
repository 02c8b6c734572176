import {
  type CoverageReport,
  type CoverageState,
  changesOf,
  countsText,
  namesIn,
  SHORT_NAMES,
  STATE_NAMES,
  STATE_SIGNS,
  sinceText,
} from '../../core/index.js';
import { printable, type Terminal } from '../terminal.js';
import { wrap } from '../wrap.js';

/** Where the titles begin: behind the longest name of a state. */
const INDENT = ' '.repeat(4 + Math.max(...Object.values(SHORT_NAMES).map(({ length }) => length)) + 2);

/** For a reader at a terminal: under each theme its opgaven, with sign and word of their state and the clearest words. */
export function coverageText(report: CoverageReport, { paint, width = 80 }: Terminal): string {
  const { title, counts, themes, unread, since } = report;
  const counted = countsText(counts, undefined, printable(namesIn(report).opgaven));
  const lines = [paint.bold(printable(title)), wrap(counted, '', width)];
  lines.push(...unread.map((sentence) => wrap(printable(sentence), '', width)));
  if (since) {
    lines.push('', wrapped(sinceText(since), '', paint.bold, width));
    for (const { title, state, before } of changesOf(since))
      lines.push(headOf(state) + wrap(`${title} (was ${STATE_NAMES[before]})`, INDENT, width));
  }
  for (const theme of themes) {
    lines.push('', wrapped(theme.name, '', paint.bold, width));
    for (const { title, state, reason, evidence, raisedBy } of theme.opgaven) {
      lines.push(headOf(state) + wrap(title, INDENT, width));
      const [place] = evidence.length > 0 ? evidence : raisedBy;
      const why = state === 'bewust-niet' ? reason : place && `${place.label}: ‘${place.words}’`;
      if (why !== undefined) lines.push(INDENT + wrapped(why, INDENT, paint.dim, width));
    }
  }
  return `${lines.join('\n')}\n`;
}

const headOf = (state: CoverageState): string => `  ${STATE_SIGNS[state]} ${SHORT_NAMES[state]}`.padEnd(INDENT.length);

/** Text of others, wrapped; painted a line at a time, so that the indent is not. */
const wrapped = (text: string, indent: string, paint: (text: string) => string, width: number): string =>
  wrap(printable(text), indent, width).split(`\n${indent}`).map(paint).join(`\n${indent}`);
