import { tallyPage } from '../../generated/tallyPage.js';
import { capitalised } from '../study/reference.js';
import { namesIn, studiesOf } from './coverage.js';
import { besideStudies, footer } from './coverage-html.js';
import { groupsOf, meanStands, oneDecimal, UNKNOWN_GROUP } from './grouping.js';
import type { Grouping } from './groups.js';
import { type Allowed, dataBlock, Html, html, NOTHING, page } from './html.js';
import { barOf, STAND_LEGEND, STAND_LOOK, STAND_NAMES, STANDS, type StandCounts, signed } from './stands.js';
import { outstanding, type Tally, type TallyOpgave, type TallyProgramme } from './tally.js';
import { DATA_ID, PLACES_ID, tallyData, tallyPlaces } from './tally-data.js';
import { TALLY_STYLE, TALLY_STYLE_HASH } from './tally-style.js';

/**
 * Many programmes as a page of its own: per opgave how many take it up, per group, and a line for each programme. Without
 * its script it says the same; with it the reader chooses programmes and an opgave, and sorts.
 */
export function tallyHtml(counted: Tally, made: string): string {
  const { title } = counted;
  const body = [
    html`<h1>${title}</h1>
${besideStudies(studiesOf(counted))}
`,
    summary(counted),
    notRead(counted),
    MARKS,
    choice(counted),
    perOpgave(counted),
    perGroup(counted),
    perProgramme(counted),
    footer(studiesOf(counted), made),
    dataBlock(DATA_ID, tallyData(counted)),
    dataBlock(PLACES_ID, tallyPlaces(counted)),
  ];
  const style = { source: TALLY_STYLE, hash: TALLY_STYLE_HASH };
  return page(title, body, {
    style,
    script: JSON.parse(tallyPage) as Allowed,
  });
}

function summary(counted: Tally): Html {
  const { most, otherwise, silent } = outstanding(counted);
  const named = (label: string, opgaven: readonly TallyOpgave[], count: (stands: StandCounts) => number): Html =>
    opgaven.length === 0
      ? NOTHING
      : html`<li><strong>${label}</strong>: ${opgaven.map(({ title, stands }) => `${title} (${count(stands)})`).join(' · ')}</li>
`;
  return html`<ul>
${named('Het vaakst opgepakt', most, ({ opgepakt }) => opgepakt)}${named('Het vaakst anders gekozen', otherwise, ({ anders }) => anders)}${named('Het vaakst niet genoemd', silent, ({ niets }) => niets)}</ul>
`;
}

const notRead = ({ unread }: Tally): Html =>
  unread.length === 0
    ? NOTHING
    : html`<details class="unread"><summary>Niet of niet helemaal gelezen: ${unread.length}</summary><ul>
${unread.map((said) => html`<li>${said}</li>\n`)}</ul></details>
`;

/** What tells the parts of a bar apart where colour does not. */
const MARKS = html`<svg class="marks" width="0" height="0" aria-hidden="true"><defs>
<pattern id="merk-anders" width="6" height="6" patternUnits="userSpaceOnUse"><path class="mark" d="M-1 3H7"/></pattern>
<pattern id="merk-mogelijk" width="6" height="6" patternUnits="userSpaceOnUse"><path class="mark" d="M-1 7L7 -1"/></pattern>
</defs></svg>
`;

/** What the reader can choose; the script of the page shows it. */
function choice(counted: Tally): Html {
  const { programmes, opgaven, groupings } = counted;
  const themes = [...new Set(opgaven.map(({ theme }) => theme))];
  const option = (value: string | number, words: string): Html => html`<option value="${value}">${words}</option>`;
  return html`<fieldset id="keuze" hidden><legend>Kies</legend>
<label>Zoek een programma <input type="search" id="zoek"></label>
${groupings.map((grouping) => html`<label>${capitalised(grouping)} <select data-groep="${grouping}"><option value="">alle</option>${groupsOf(programmes, grouping).map(([name]) => option(name, name))}</select></label>\n`)}<label>${capitalised(namesIn(counted).opgave)} <select id="opgave"><option value="">alle</option>${themes.map((name) => html`<optgroup label="${name}">${opgaven.flatMap(({ title, theme }, at) => (theme === name ? [option(at, title)] : []))}</optgroup>`)}</select></label>
<label>Wat zij ermee doen <select id="stand" disabled><option value="">alles</option>${STANDS.map((stand) => option(stand, STAND_NAMES[stand]))}</select></label>
<button type="button" id="wis">Alles tonen</button>
<p id="aantal" role="status">${programmes.length} programma’s</p>
</fieldset>
`;
}

function perOpgave(counted: Tally): Html {
  const { opgaven, programmes } = counted;
  const { opgave } = namesIn(counted);
  return html`<h2>Per ${opgave}</h2>
<p class="soft">Hoeveel programma’s wat doen. ${STAND_LEGEND}</p>
<div class="scroll" tabindex="0" role="region" aria-label="Per ${opgave}"><table class="tally" id="per-opgave">
<caption class="unseen">Aantal programma’s van de ${programmes.length} per ${opgave}</caption>
<thead><tr><th scope="col">${capitalised(opgave)}</th>${BAR_HEAD}${STAND_HEADS}</tr></thead>
<tbody>
${opgaven.map(({ title, theme, stands }) => html`<tr><th scope="row">${title} <span class="soft">${theme}</span></th>${bar(stands)}${numbers(stands, String)}</tr>\n`)}</tbody>
</table></div>
`;
}

function perGroup({ programmes, groupings }: Tally): Html {
  const [first] = groupings;
  if (first === undefined) return NOTHING;
  const row = (name: string, members: readonly TallyProgramme[]): Html => {
    const mean = meanStands(members);
    return html`<tr><th scope="row">${name}</th><td class="number count">${members.length}</td>${bar(mean)}${numbers(mean, oneDecimal)}</tr>
`;
  };
  return html`<h2>Per groep</h2>
<p id="groepkeuze" hidden><label>Groepen naar <select id="groepering">${groupings.map((grouping) => html`<option>${grouping}</option>`)}</select></label></p>
<p class="soft" id="groepuitleg">Per ${first}: hoeveel opgaven een programma gemiddeld in elke toestand heeft.</p>
<div class="scroll" tabindex="0" role="region" aria-label="Per groep"><table class="tally" id="per-groep">
<caption class="unseen">De programma’s per groep</caption>
<thead><tr><th scope="col">Groep</th><th scope="col" class="number">programma’s</th>${BAR_HEAD}${STAND_HEADS}</tr></thead>
<tbody>
${groupsOf(programmes, first).map(([name, members]) => row(name, members))}</tbody>
</table></div>
`;
}

const perProgramme = ({ programmes, groupings }: Tally): Html => html`<h2>Per programma</h2>
<p class="soft" id="programmauitleg">Hoeveel opgaven elk programma in elke toestand heeft.</p>
<div class="scroll" tabindex="0" role="region" aria-label="Per programma"><table class="tally programmes" id="per-programma">
<caption class="unseen">De programma’s, met hun opgaven per toestand</caption>
<thead><tr><th scope="col">Programma</th>${groupings.map((grouping) => html`<th scope="col">${capitalised(grouping)}</th>`)}<th scope="col" class="does">Wat het doet</th>${STAND_HEADS}</tr></thead>
<tbody>
${programmes.map((programme) => programmeRow(programme, groupings))}</tbody>
</table></div>
`;

const programmeRow = (
  { name, file, href, title, groups, stands }: TallyProgramme,
  groupings: readonly Grouping[],
): Html => html`<tr><th scope="row">${href === '' ? html`${name}` : html`<a href="${href}" title="${file}">${name}</a>`}${title === name ? NOTHING : html` <span class="soft">${title}</span>`}</th>${groupings.map((grouping) => html`<td>${groups[grouping] ?? UNKNOWN_GROUP}</td>`)}<td class="does"></td>${numbers(stands, String)}</tr>
`;

/** The bar says what the numbers beside it say: who hears the page, needs it once. */
const BAR_HEAD = html`<td class="bar" aria-hidden="true"></td>`;

const STAND_HEADS = STANDS.map((stand) => html`<th scope="col" class="number ${stand}">${signed(stand)}</th>`);

const numbers = (counts: StandCounts, shown: (count: number) => string): Html[] =>
  STANDS.map((stand) => html`<td class="number ${stand}">${shown(counts[stand])}</td>`);

function bar(counts: StandCounts): Html {
  const parts = barOf(counts).map(({ stand, from, length }) => {
    const look = STAND_LOOK[stand];
    const place = new Html(`x="${from.toFixed(2)}%" width="${length.toFixed(2)}%" height="100%"`);
    const mark = stand === 'anders' || stand === 'genoemd' ? html`<rect ${place} fill="url(#merk-${look})"/>` : NOTHING;
    return html`<rect class="fill-${look}" ${place}/>${mark}`;
  });
  return html`<td class="bar" aria-hidden="true"><svg>${parts}</svg></td>`;
}
