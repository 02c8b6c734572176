/** The script of a page that counts many programmes: choosing, sorting, and what a programme does with one opgave. */
import { STATE_NAMES, STATE_SIGNS } from '../src/core/coverage/states.js';
import { groupsOf, meanStands, oneDecimal, UNKNOWN_GROUP } from '../src/core/report/grouping.js';
import type { Grouping } from '../src/core/report/groups.js';
import { barOf, countStands, STAND_LOOK, STAND_OF, STANDS, type StandCounts } from '../src/core/report/stands.js';
import { DATA_ID, PLACES_ID, statesIn, type TallyData, type TallyPlaces } from '../src/core/report/tally-data.js';
import { sortable } from './sortable.js';

const byId = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;
const rowsOf = (id: string): HTMLTableRowElement[] => [
  ...document.querySelectorAll<HTMLTableRowElement>(`#${id} tbody tr`),
];
const parsed = <T>(id: string): T => JSON.parse(byId(id).textContent ?? '') as T;
/** As one types it: without capitals and accents. */
const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const { programmes: written } = parsed<TallyData>(DATA_ID);
const programmes = rowsOf('per-programma').map((row, at) => {
  const [groups, digits] = written[at]!;
  const states = statesIn(digits);
  return { at, row, groups, states, stands: countStands(states) };
});
type Programme = (typeof programmes)[number];

const opgaveRows = rowsOf('per-opgave');
/** What other rows are made like. */
const [groupRow] = rowsOf('per-groep');
const search = byId<HTMLInputElement>('zoek');
const opgave = byId<HTMLSelectElement>('opgave');
const stand = byId<HTMLSelectElement>('stand');
const filters = [...document.querySelectorAll<HTMLSelectElement>('[data-groep]')];
const grouping = document.getElementById('groepering') as HTMLSelectElement | null;
let places: TallyPlaces | undefined;
/** What is searched in of each programme: its name, its title, its groups and its file. */
let texts: readonly string[] | undefined;
/** The opgave of which the column tells, as it was chosen. */
let told = '';

const sortOpgaven = sortable(byId<HTMLTableElement>('per-opgave'));
const sortGroups = grouping && sortable(byId<HTMLTableElement>('per-groep'));
const sortProgrammes = sortable(byId<HTMLTableElement>('per-programma'));

function textOf({ row }: Programme): string {
  const named = [...row.cells].filter(({ classList }) => !classList.contains('does') && !classList.contains('number'));
  return folded([row.querySelector('a')?.title, ...named.map((cell) => cell.textContent)].join(' '));
}

function isChosen({ at, groups, states }: Programme): boolean {
  const words = folded(search.value).split(/\s+/).filter(Boolean);
  if (words.length > 0) texts ??= programmes.map(textOf);
  if (!words.every((word) => texts![at]!.includes(word))) return false;
  if (stand.value !== '' && opgave.value !== '' && STAND_OF[states[Number(opgave.value)]!] !== stand.value)
    return false;
  return filters.every(
    ({ value, dataset }) => value === '' || (groups[dataset.groep as Grouping] ?? UNKNOWN_GROUP) === value,
  );
}

function update(): void {
  stand.disabled = opgave.value === '';
  const chosen = programmes.filter(isChosen);
  const inSight = new Set(chosen);
  for (const programme of programmes) programme.row.hidden = !inSight.has(programme);
  byId('aantal').textContent =
    chosen.length === programmes.length
      ? `${programmes.length} programma’s`
      : `${chosen.length} van ${programmes.length} programma’s`;
  for (const [at, row] of opgaveRows.entries()) fill(row, countStands(chosen.map(({ states }) => states[at]!)), String);
  if (grouping) showGroups(chosen, grouping.value as Grouping);
  tellOf(opgave.value);
  for (const sort of [sortOpgaven, sortGroups, sortProgrammes]) sort?.();
}

/** Puts counts into a row: its bar, and the numbers beside it. */
function fill(row: HTMLElement, counts: StandCounts, shown: (count: number) => string): void {
  row.querySelector('svg')!.replaceChildren(
    ...barOf(counts).flatMap(({ stand, from, length }) => {
      const look = STAND_LOOK[stand];
      const place = { x: `${from}%`, width: `${length}%`, height: '100%' };
      const mark = stand === 'anders' || stand === 'genoemd' ? [rect({ ...place, fill: `url(#merk-${look})` })] : [];
      return [rect({ ...place, class: `fill-${look}` }), ...mark];
    }),
  );
  for (const stand of STANDS) row.querySelector(`.number.${stand}`)!.textContent = shown(counts[stand]);
}

function rect(attributes: Readonly<Record<string, string>>): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

/** The chosen programmes by group: what they do with the chosen opgave, or with all of them on average. */
function showGroups(chosen: readonly Programme[], grouping: Grouping): void {
  const body = document.querySelector('#per-groep tbody')!;
  const at = opgave.value === '' ? undefined : Number(opgave.value);
  body.replaceChildren(
    ...groupsOf(chosen, grouping).map(([name, members]) => {
      const row = groupRow!.cloneNode(true) as HTMLTableRowElement;
      row.querySelector('th')!.textContent = name;
      row.querySelector('.count')!.textContent = String(members.length);
      if (at === undefined) fill(row, meanStands(members), oneDecimal);
      else fill(row, countStands(members.map(({ states }) => states[at]!)), String);
      return row;
    }),
  );
  byId('groepuitleg').textContent =
    at === undefined
      ? `Per ${grouping}: hoeveel opgaven een programma gemiddeld in elke toestand heeft.`
      : `Per ${grouping}: hoeveel programma’s wat doen met ‘${chosenTitle()}’.`;
}

const chosenTitle = (): string => opgave.selectedOptions[0]!.label;

/** Says of each programme what it does with an opgave, and where. */
function tellOf(chosen: string): void {
  if (chosen === told) return;
  told = chosen;
  byId('programmauitleg').textContent =
    chosen === ''
      ? 'Hoeveel opgaven elk programma in elke toestand heeft.'
      : `Wat elk programma doet met ‘${chosenTitle()}’, en waar.`;
  byId('per-programma').classList.toggle('telling', chosen !== '');
  if (chosen === '') return;
  places ??= parsed<TallyPlaces>(PLACES_ID);
  const at = Number(chosen);
  for (const programme of programmes) {
    const state = programme.states[at]!;
    const cell = programme.row.querySelector<HTMLElement>('.does')!;
    cell.dataset.order = String(STANDS.indexOf(STAND_OF[state]));
    const head = element('span', `state ${state}`, `${STATE_SIGNS[state]} ${STATE_NAMES[state]}`);
    const place = places[programme.at]![at];
    cell.replaceChildren(head, ...(place ? [wordsOf(place)] : []));
  }
}

/** `regel 41: ‘Wij bouwen.’` */
function wordsOf([words, label, href]: TallyPlaces[number][number]): HTMLElement {
  const shown = element('span', 'words', '');
  if (label === undefined) {
    shown.textContent = words;
    return shown;
  }
  const link = document.createElement('a');
  link.textContent = label;
  if (href) link.href = href;
  shown.append(href ? link : label, `: ‘${words}’`);
  return shown;
}

function element(tag: string, classes: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = classes;
  made.textContent = text;
  return made;
}

for (const field of [search, opgave, stand, ...filters, ...(grouping ? [grouping] : [])])
  field.addEventListener('input', update);
byId('wis').addEventListener('click', () => {
  for (const field of [search, opgave, stand, ...filters]) field.value = '';
  update();
});
byId('keuze').hidden = false;
if (grouping) byId('groepkeuze').hidden = false;
// A browser that goes back remembers what was chosen.
if ([search, opgave, ...filters].some(({ value }) => value !== '') || (grouping?.selectedIndex ?? 0) > 0) update();
