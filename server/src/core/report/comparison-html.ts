import { countsText, SHORT_NAMES, STATE_NAMES, STATE_SIGNS } from '../coverage/states.js';
import { type Comparison, type ComparisonCell, type ComparisonRow, highlights, rowsByTheme } from './comparison.js';
import { COMPARISON_STYLE, COMPARISON_STYLE_HASH, MOST_CHOSEN } from './comparison-style.js';
import { STATES, studiesOf } from './coverage.js';
import { besideStudies, footer, linkTo } from './coverage-html.js';
import { type Html, html, NOTHING, page } from './html.js';
import type { ReportPlace } from './places.js';

/** From so many programmes on, the heads of the columns stand upright. */
const MANY = 6;

/** Opgaven named in a line of the summary; more of them fold into a count. */
const MOST_NAMED = 8;

const LEGEND = STATES.map((state) => `${STATE_SIGNS[state]} ${STATE_NAMES[state]}`).join(', ');

/** A comparison of programmes as a page of its own: summary, matrix, then the evidence for each opgave. */
export function comparisonHtml(comparison: Comparison, made: string): string {
  const { programmes, rows } = comparison;
  const { shared, divided, open } = highlights(comparison);
  const title = `${programmes.length} programma’s vergeleken`;
  const style = { source: COMPARISON_STYLE, hash: COMPARISON_STYLE_HASH };
  const body = [
    html`<h1>${title}</h1>
${besideStudies(studiesOf(comparison))}
<ul>
${named('Verdeeld', divided)}${named('Door alle opgepakt', shared)}${named('Door geen opgepakt', open)}</ul>
<h2>Programma’s</h2>
<div class="scroll"><table class="counts">
<caption class="unseen">Aantal opgaven per programma en toestand</caption>
<thead><tr><th scope="col">Programma</th>${STATES.map((state) => html`<th scope="col" class="number">${STATE_SIGNS[state]}&nbsp;${STATE_NAMES[state]}</th>`)}</tr></thead>
<tbody>
${programmes.map(({ name, title, counts }) => html`<tr><th scope="row">${name}${title === name ? NOTHING : html` <span class="soft">${title}</span>`}</th>${STATES.map((state) => html`<td class="number">${counts[state]}</td>`)}</tr>\n`)}</tbody>
</table></div>
<h2 class="sheet">Opgaven naast elkaar</h2>
<p class="soft">Per thema staat bovenaan waarover de programma’s het verst uiteenlopen. ${LEGEND}. Een cel opent de zin.</p>
`,
    programmes.length <= MOST_CHOSEN ? choice(comparison) : NOTHING,
    matrix(comparison),
    html`<h2>Waar het staat</h2>
`,
    ...rows.map((row) => evidenceOf(row, comparison)),
    footer(studiesOf(comparison), made),
  ];
  return page(title, body, { style });
}

function named(label: string, rows: readonly ComparisonRow[]): Html {
  const more = rows.slice(MOST_NAMED);
  return html`<li><strong>${label}: ${rows.length}</strong>${rows.length === 0 ? '' : '. '}${links(rows.slice(0, MOST_NAMED))}${
    more.length === 0
      ? NOTHING
      : html` <details class="more"><summary>en nog ${more.length}</summary>${links(more)}</details>`
  }</li>
`;
}

const links = (rows: readonly ComparisonRow[]): Html[] =>
  rows.map(({ id, title }, index) => html`${index === 0 ? '' : ' · '}<a href="#${id}">${title}</a>`);

/** Which columns are in sight, and which rows: what those programmes share, or where they clash. */
const choice = ({ programmes }: Comparison): Html => html`<fieldset><legend>Programma’s</legend>
${programmes.map(({ name }, index) => html`<label><input type="checkbox" id="kolom-${index + 1}" checked> ${name}</label>\n`)}</fieldset>
<fieldset><legend>Opgaven</legend>
<label><input type="radio" name="rijen" checked> alle</label>
<label><input type="radio" name="rijen" id="rij-delen"> wat zij delen</label>
<label><input type="radio" name="rijen" id="rij-botsen"> waar zij botsen</label>
<p class="soft delen">Wat elk van de gekozen programma’s oppakt. Staat hier niets, dan delen zij geen opgave.</p>
<p class="soft botsen">Wat een van de gekozen programma’s oppakt terwijl een ander anders kiest of het bewust niet opneemt. Staat hier niets, dan botsen zij nergens.</p>
</fieldset>
`;

function matrix(comparison: Comparison): Html {
  const { programmes } = comparison;
  const columns = programmes.length + 1;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Opgaven naast elkaar"><table class="matrix ${programmes.length >= MANY ? 'many' : ''}">
<caption class="unseen">Toestand van elke opgave in elk programma</caption>
<thead><tr><th scope="col">Opgave</th>${programmes.map(({ name }, index) => html`<th scope="col" class="programme k${index + 1}">${name}</th>`)}</tr></thead>
${rowsByTheme(comparison).map(
  ([theme, rows]) => html`<tbody>
<tr class="theme"><th scope="rowgroup" colspan="${columns}">${theme}</th></tr>
${rows.map(
  ({ id, title, cells }) =>
    html`<tr><th scope="row"><a href="#${id}">${title}</a></th>${cells.map((cell, index) => cellOf(cell, index + 1, programmes[index]!.name))}</tr>
`,
)}</tbody>
`,
)}</table></div>
`;
}

/** A state, that opens to the sentence behind it. */
function cellOf({ state, reason, evidence: [first] }: ComparisonCell, column: number, programme: string): Html {
  const shown = html`<span class="state ${state}"><span aria-hidden="true">${STATE_SIGNS[state]}</span> ${state === 'niet-genoemd' ? html`<span class="unseen">${SHORT_NAMES[state]}</span>` : SHORT_NAMES[state]}</span>`;
  const why = state === 'bewust-niet' && reason !== undefined ? html`${reason}` : first ? quoted(first) : undefined;
  return html`<td class="k${column} ${state}"><span class="of" aria-hidden="true">${programme}</span>${why ? html`<details><summary>${shown}</summary><p>${why}</p></details>` : shown}</td>`;
}

/** `regel 41: ‘Wij bouwen.’` */
const quoted = (place: ReportPlace): Html => html`${linkTo(place)}: <span class="words">‘${place.words}’</span>`;

function evidenceOf({ id, title, place, theme, cells, counts }: ComparisonRow, { programmes }: Comparison): Html {
  const telling = cells.flatMap((cell, index) =>
    cell.evidence.length > 0 || cell.reason !== undefined ? [{ ...cell, name: programmes[index]!.name }] : [],
  );
  return html`<section class="opgave" aria-labelledby="${id}">
<h3 id="${id}">${title}</h3>
<p class="soft">${[theme, place, countsText(counts, undefined, 'programma’s')].filter(Boolean).join(' · ')}</p>
${telling.map(
  ({
    name,
    state,
    reason,
    evidence: [first],
  }) => html`<p><strong>${name}</strong> <span class="state ${state}">${STATE_SIGNS[state]} ${STATE_NAMES[state]}</span>${reason === undefined ? '' : `: ${reason}`}${first ? html` · ${quoted(first)}` : NOTHING}</p>
`,
)}</section>
`;
}
