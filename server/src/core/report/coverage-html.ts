import { type CoverageState, countsText, STATE_NAMES, STATE_SIGNS } from '../coverage/states.js';
import type { StudyInfo } from '../study/model.js';
import { nameAtStart, publishedIn } from '../study/reference.js';
import {
  type CoverageReport,
  namesIn,
  type OpgaveReport,
  opgavenIn,
  opgavenName,
  STATES,
  studiesOf,
  type ThemeReport,
  total,
} from './coverage.js';
import { type Html, html, NOTHING, page } from './html.js';
import { picture } from './picture.js';
import { foldPlaces, type ReportPlace } from './places.js';
import { changesOf, keptStates, type Since, sinceText } from './since.js';

/**
 * The coverage of a programme as a page of its own: summary first, then the picture, then every opgave with its evidence.
 * @param made when and with what it was made, for the foot of the page
 */
export function coverageHtml(report: CoverageReport, made: string): string {
  const { title, counts, themes, unread, since } = report;
  const body = [
    html`<h1>${title}</h1>
${besideStudies(studiesOf(report))}
<p class="lead"><strong>${countsText(counts, undefined, namesIn(report).opgaven)}</strong></p>
${unread.map(
  (sentence) => html`<p class="soft">${sentence}</p>
`,
)}`,
    since ? changes(since) : NOTHING,
    listOf(
      'Ontbreekt',
      'Een trend waaraan de studie deze opgave verbindt komt aan de orde, of haar onderwerp; de opgave zelf nog niet.',
      opgavenIn(report, 'ontbreekt'),
    ),
    listOf('Kiest anders', '', opgavenIn(report, 'anders')),
    listOf('Bewust niet', '', opgavenIn(report, 'bewust-niet')),
    html`<h2>In beeld</h2>
<figure>
${picture(report)}
<figcaption>Per thema hoeveel ${namesIn(report).opgaven} in welke toestand zijn, en hetzelfde als balk.</figcaption>
</figure>
${table(report)}
`,
    ...themes.map((theme) => themeOf(report, theme)),
    footer(studiesOf(report), made),
  ];
  return page(`Dekking: ${title}`, body, { head: keptStates(report) });
}

/** What came, went or changed since an earlier report. */
const changes = (since: Since): Html => html`<p><strong>${sinceText(since)}</strong></p>
${listed(changesOf(since).map(({ id, title, state, before }) => html`<li><a href="#${id}">${title}</a>: ${stateOf(state)} <span class="soft">(was ${STATE_NAMES[before]})</span></li>\n`))}`;

const listed = (items: readonly Html[]): Html =>
  items.length === 0
    ? NOTHING
    : html`<ul>
${items}</ul>
`;

const stateOf = (state: CoverageState): Html =>
  html`<span class="state ${state}">${STATE_SIGNS[state]} ${STATE_NAMES[state]}</span>`;

const listOf = (title: string, text: string, opgaven: readonly OpgaveReport[]): Html =>
  opgaven.length === 0
    ? NOTHING
    : html`<h2>${title}</h2>
${text === '' ? NOTHING : html`<p class="soft">${text}</p>`}
<ul>
${opgaven.map(
  ({ id, title, reason, raisedBy: [first] }) =>
    html`<li><a href="#${id}">${title}</a>${reason ? `: ${reason}` : ''}${first && !reason ? html` <span class="soft">(${linkTo(first)})</span>` : NOTHING}</li>
`,
)}</ul>
`;

function table(report: CoverageReport): Html {
  const { themes, counts } = report;
  const names = namesIn(report);
  const row = (name: Html, of: ThemeReport['counts']): Html =>
    html`<tr><th scope="row">${name}</th>${STATES.map((state) => html`<td class="number">${of[state]}</td>`)}<td class="number">${total(of)}</td></tr>
`;
  return html`<div class="scroll"><table class="counts">
<caption class="unseen">Aantal ${names.opgaven} per thema en toestand</caption>
<thead><tr><th scope="col">${names.theme}</th>${STATES.map((state) => html`<th scope="col" class="number">${STATE_SIGNS[state]}&nbsp;${STATE_NAMES[state]}</th>`)}<th scope="col" class="number">samen</th></tr></thead>
<tbody>
${themes.map(({ id, name, counts }) => row(html`<a href="#${id}">${name}</a>`, counts))}${row(html`<strong>Alle ${names.themes}</strong>`, counts)}</tbody>
</table></div>`;
}

const themeOf = (
  report: CoverageReport,
  { id, name, place, counts, opgaven }: ThemeReport,
): Html => html`<section aria-labelledby="${id}">
<h2 id="${id}">${name}</h2>
<p class="soft">${place === '' ? '' : `${place} · `}${countsText(counts, undefined, opgavenName(report, id))}</p>
${opgaven.map(opgaveOf)}</section>
`;

const opgaveOf = ({
  id,
  title,
  place,
  state,
  reason,
  evidence,
  raisedBy,
}: OpgaveReport): Html => html`<div class="opgave">
<h3 id="${id}">${title}</h3>
<p>${stateOf(state)} <span class="soft">· ${place}</span></p>
${reason === undefined ? NOTHING : html`<p>${reason}</p>`}
${placesOf(evidence)}${evidence.length === 0 && raisedBy.length > 0 ? html`<p class="soft">Waar het aan de orde komt:</p>${placesOf(raisedBy)}` : NOTHING}</div>
`;

/** A list of places with their words; empty when there are none. */
export function placesOf(places: readonly ReportPlace[]): Html {
  if (places.length === 0) return NOTHING;
  const { shown, more } = foldPlaces(places);
  return html`<ul>
${shown.map((place) => html`<li>${linkTo(place)}: <span class="words">‘${place.words}’</span></li>\n`)}${more === '' ? NOTHING : html`<li class="soft">${more}</li>\n`}</ul>
`;
}

/** The label of a place, leading to it where it stands somewhere. */
export const linkTo = ({ href, label }: ReportPlace): Html =>
  href === '' ? html`${label}` : html`<a href="${href}">${label}</a>`;

/** What a report is held beside. */
export const besideStudies = (studies: readonly StudyInfo[]): Html =>
  html`<p class="soft">Naast ${studies.map((study, i) => html`${i === 0 ? '' : i < studies.length - 1 ? ', ' : ' en '}${study.name} <cite>${study.title}</cite>${publishedIn(study)}`)}</p>`;

/** What every report says of itself. */
export const footer = (studies: readonly StudyInfo[], made: string): Html => html`<footer>
<p>Opgavenwijzer laat zien wat het in de tekst herkent en waar; of iets is opgepakt, beoordeelt de lezer. ${studies.map((study) => (study.publisher === '' ? NOTHING : html`${nameAtStart(study)} is van ${study.publisher}. `))}${made}</p>
</footer>
`;
