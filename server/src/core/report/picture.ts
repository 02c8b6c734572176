import { STATE_NAMES, STATE_SIGNS } from '../coverage/states.js';
import { type Counts, type CoverageReport, STATES, total } from './coverage.js';
import { Html, html, NOTHING } from './html.js';

/** Measures of the picture, in its own units. */
const NAME = 180;
const CELL = 82;
const ROW = 34;
const HEAD = 30;
const BAR = NAME + STATES.length * CELL + 20;
const BAR_WIDTH = 230;
const WIDTH = BAR + BAR_WIDTH;

/**
 * Theme × state as a matrix with counts, and a bar for each theme. States differ by mark and number, not by colour
 * alone; the table beside it says the same to who cannot see it.
 */
export function picture({ themes, counts }: CoverageReport): Html {
  const rows = [...themes.map(({ name, counts }) => ({ name, counts })), { name: 'Alle thema’s', counts }];
  const height = HEAD + rows.length * ROW + 8;
  return html`<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="beeld-titel beeld-uitleg">
<title id="beeld-titel">Opgaven per thema en toestand</title>
<desc id="beeld-uitleg">${rows.map(({ name, counts }) => `${name}: ${inWords(counts)}.`).join(' ')}</desc>
<defs>
<pattern id="merk-anders" width="6" height="6" patternUnits="userSpaceOnUse"><path class="mark" d="M-1 3H7"/></pattern>
<pattern id="merk-mogelijk" width="6" height="6" patternUnits="userSpaceOnUse"><path class="mark" d="M-1 7L7 -1"/></pattern>
<pattern id="merk-ontbreekt" width="6" height="6" patternUnits="userSpaceOnUse"><path class="mark" d="M-1 -1L7 7"/></pattern>
<pattern id="merk-bewust-niet" width="6" height="6" patternUnits="userSpaceOnUse"><path class="mark" d="M3 -1V7"/></pattern>
</defs>
${STATES.map(
  (state, column) =>
    html`<text class="head" x="${NAME + (column + 0.5) * CELL}" y="18" text-anchor="middle">${STATE_SIGNS[state]} ${STATE_NAMES[state].replace(' opgepakt', '')}</text>`,
)}
${rows.map((row, index) => rowOf(row, HEAD + index * ROW, index === rows.length - 1))}
</svg>`;
}

function rowOf({ name, counts }: { name: string; counts: Counts }, y: number, last: boolean): Html {
  const all = total(counts);
  const text = y + ROW / 2 + 5;
  return html`<g>${last ? html`<line class="rule" x1="0" x2="${WIDTH}" y1="${y}" y2="${y}"/>` : NOTHING}
<text x="0" y="${text}"${new Html(last ? ' class="strong"' : '')}>${name}</text>
${STATES.map((state, column) => {
  const count = counts[state];
  const x = NAME + column * CELL;
  const shade = (0.12 + (0.38 * count) / all).toFixed(2);
  const cell = html`<rect class="fill-${state}" x="${x + 2}" y="${y + 3}" width="${CELL - 4}" height="${ROW - 6}" rx="3" fill-opacity="${shade}"/>`;
  return html`${count > 0 ? cell : NOTHING}<text x="${x + CELL / 2}" y="${text}" text-anchor="middle"${new Html(count > 0 ? '' : ' class="none"')}>${count}</text>`;
})}
${barOf(counts, y + 8)}</g>
`;
}

function barOf(counts: Counts, y: number): Html[] {
  const all = total(counts);
  let x = BAR;
  return STATES.filter((state) => counts[state] > 0).map((state) => {
    const width = (counts[state] / all) * BAR_WIDTH;
    const place = new Html(`x="${x.toFixed(1)}" y="${y}" width="${width.toFixed(1)}" height="${ROW - 16}"`);
    x += width;
    const marked =
      state === 'opgepakt' || state === 'niet-genoemd' ? NOTHING : html`<rect ${place} fill="url(#merk-${state})"/>`;
    return html`<rect class="fill-${state}" ${place}/>${marked}`;
  });
}

const inWords = (counts: Counts): string =>
  STATES.filter((state) => counts[state] > 0)
    .map((state) => `${counts[state]} ${STATE_NAMES[state]}`)
    .join(', ');
