import { countsText, STATE_NAMES, STATE_SIGNS } from '../coverage/states.js';
import { type Comparison, type ComparisonRow, highlights } from './comparison.js';
import { STATES, studiesOf } from './coverage.js';
import { besideStudies, footer, placesOf } from './coverage-html.js';
import { type Html, html, NOTHING, page } from './html.js';

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
  return page(title, [
    html`<h1>${title}</h1>
${besideStudies(studiesOf(comparison))}
<ul>
${named('Verdeeld', divided)}${named('Door alle opgepakt', shared)}${named('Door geen opgepakt', open)}</ul>
<h2>Programma’s</h2>
<div class="scroll"><table>
<caption class="unseen">Aantal opgaven per programma en toestand</caption>
<thead><tr><th scope="col">Programma</th>${STATES.map((state) => html`<th scope="col" class="number">${STATE_NAMES[state]}</th>`)}</tr></thead>
<tbody>
${programmes.map(({ name, title, counts }) => html`<tr><th scope="row">${name}${title === name ? NOTHING : html` <span class="soft">${title}</span>`}</th>${STATES.map((state) => html`<td class="number">${counts[state]}</td>`)}</tr>\n`)}</tbody>
</table></div>
<h2>Opgaven naast elkaar</h2>
<p class="soft">Bovenaan staat waarover de programma’s het verst uiteenlopen. ${LEGEND}.</p>
`,
    matrix(comparison),
    html`<h2>Waar het staat</h2>
`,
    ...rows.map((row) => evidenceOf(row, comparison)),
    footer(studiesOf(comparison), made),
  ]);
}

function named(label: string, rows: readonly ComparisonRow[]): Html {
  const more = rows.length - MOST_NAMED;
  return html`<li><strong>${label}: ${rows.length}</strong>${rows.length === 0 ? '' : '. '}${rows
    .slice(0, MOST_NAMED)
    .map(
      ({ id, title }, index) => html`${index === 0 ? '' : ' · '}<a href="#${id}">${title}</a>`,
    )}${more > 0 ? ` · en nog ${more}` : ''}</li>
`;
}

function matrix({ programmes, rows }: Comparison): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Opgaven naast elkaar"><table class="matrix ${programmes.length >= MANY ? 'many' : ''}">
<caption class="unseen">Toestand van elke opgave in elk programma</caption>
<thead><tr><th scope="col">Opgave</th>${programmes.map(({ name }) => html`<th scope="col" class="programme">${name}</th>`)}</tr></thead>
<tbody>
${rows.map(
  ({ id, title, cells }) =>
    html`<tr><th scope="row"><a href="#${id}">${title}</a></th>${cells.map(
      ({ state }) =>
        html`<td><span class="state ${state}" title="${STATE_NAMES[state]}" aria-hidden="true">${STATE_SIGNS[state]}</span><span class="unseen">${STATE_NAMES[state]}</span></td>`,
    )}</tr>
`,
)}</tbody>
</table></div>
`;
}

function evidenceOf({ id, title, place, theme, cells, counts }: ComparisonRow, { programmes }: Comparison): Html {
  const telling = cells.flatMap((cell, index) =>
    cell.evidence.length > 0 || cell.reason !== undefined ? [{ ...cell, name: programmes[index]!.name }] : [],
  );
  return html`<section class="opgave" aria-labelledby="${id}">
<h3 id="${id}">${title}</h3>
<p class="soft">${theme} · ${place} · ${countsText(counts).replace('opgaven', 'programma’s')}</p>
${telling.map(
  ({
    name,
    state,
    reason,
    evidence,
  }) => html`<p><strong>${name}</strong> <span class="state ${state}">${STATE_SIGNS[state]} ${STATE_NAMES[state]}</span>${reason === undefined ? '' : `: ${reason}`}</p>
${placesOf(evidence.slice(0, 1))}`,
)}</section>
`;
}
