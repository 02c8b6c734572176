/** The page of the board "Dekking": draws what the extension sends, and says what was asked. */
import type { Board, BoardNews, BoardOpgave, BoardTheme, BoardWish } from '../src/views/board.js';
import { button, element } from './element.js';
import { Keyboard } from './keyboard.js';

/** What is kept while the page is out of sight: VS Code throws the page itself away then. */
interface Kept {
  readonly onlyMissing: boolean;
  readonly scroll: number;
  readonly current?: string;
}

declare function acquireVsCodeApi(): {
  postMessage(wish: BoardWish): void;
  getState(): Kept | undefined;
  setState(kept: Kept): void;
};

const api = acquireVsCodeApi();
const kept = api.getState();
let onlyMissing = kept?.onlyMissing ?? false;
let current = kept?.current;
let scroll = kept?.scroll ?? 0;
let board: Board | null = null;
/** The mouse is down: what it is on stays where it is until it is up, or the press would be lost. */
let pressed = false;
let waiting = false;

const name = element('h1');
const counts = element('p', { class: 'counts', 'aria-live': 'polite' });
const filter = button('Alleen wat ontbreekt', () => {
  onlyMissing = !onlyMissing;
  draw();
  keep();
});
const previous = button('↑ Vorige', () => go(-1), { title: 'Vorige plaats in de tekst (Alt+↑)' });
const next = button('↓ Volgende', () => go(1), { title: 'Volgende plaats in de tekst (Alt+↓)' });
previous.setAttribute('aria-keyshortcuts', 'Alt+ArrowUp');
next.setAttribute('aria-keyshortcuts', 'Alt+ArrowDown');
const tools = element('div', { class: 'tools', role: 'toolbar', 'aria-label': 'Dekking' }, [filter, previous, next]);
const head = element('header', {}, [name, counts, tools]);
const list = element('main');
document.body.append(head, list);
const keyboard = new Keyboard(list);

document.addEventListener('keydown', (event) => {
  if (!event.altKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
  event.preventDefault();
  go(event.key === 'ArrowDown' ? 1 : -1);
});
window.addEventListener('scroll', () => {
  scroll = window.scrollY;
  keep();
});
window.addEventListener('pointerdown', ({ button }) => {
  pressed = button === 0;
});
for (const end of ['pointerup', 'pointercancel', 'blur'])
  window.addEventListener(end, () => {
    pressed = false;
    // After the click that comes of it.
    if (waiting) setTimeout(draw);
  });
window.addEventListener('message', ({ data }: MessageEvent<BoardNews>) => {
  const first = board === null;
  board = data.board;
  draw();
  if (first) window.scrollTo(0, scroll);
});
api.postMessage({ wish: 'board' });

function keep(): void {
  api.setState({ onlyMissing, scroll, ...(current === undefined ? {} : { current }) });
}

const isShown = ({ state }: BoardOpgave): boolean => !onlyMissing || state === 'ontbreekt';

/** Draws all anew: what is above the list at once, the list when nothing in it is being pressed. */
function draw(): void {
  name.textContent = board?.name ?? 'Dekking';
  counts.textContent = board?.counts ?? 'Open een programma in Markdown; hier staat dan wat het met elke opgave doet.';
  tools.hidden = board === null;
  filter.textContent = `Alleen wat ontbreekt${board ? ` (${board.missing})` : ''}`;
  filter.setAttribute('aria-pressed', String(onlyMissing));
  waiting = pressed;
  if (!pressed) drawList();
}

/** The keyboard stays where it was, and so does what is in sight. */
function drawList(): void {
  const focused = keyboard.place();
  const at = window.scrollY;
  const themes = (board?.themes ?? []).filter(({ opgaven }) => opgaven.some(isShown));
  const empty = board && themes.length === 0 ? [element('p', {}, ['Niets ontbreekt.'])] : [];
  list.replaceChildren(...themes.map(drawTheme), ...empty);
  const ways = inOrder().length > 0;
  previous.disabled = !ways;
  next.disabled = !ways;
  keyboard.restore(focused);
  window.scrollTo(0, at);
}

function drawTheme({ id, name, counts, opgaven }: BoardTheme): HTMLElement {
  return element('section', {}, [
    element('h2', { id: `thema-${id}` }, [name, ' ', element('span', { class: 'soft' }, [counts])]),
    element('div', { role: 'grid', 'aria-labelledby': `thema-${id}` }, opgaven.filter(isShown).map(drawOpgave)),
  ]);
}

function drawOpgave({ id, title, state, sign, stateName, place, reason, actions }: BoardOpgave): HTMLElement {
  const said = [`${title}: ${stateName}`, place && `${place.where}: ${place.sentence}`, reason].filter(Boolean);
  const row = element(
    'div',
    {
      role: 'row',
      class: `${state}${id === current ? ' current' : ''}`,
      'data-opgave': id,
      'data-part': '',
      'aria-label': said.join('. '),
    },
    [
      element('div', { role: 'gridcell', class: 'state' }, [
        element('span', { class: 'sign', 'aria-hidden': 'true' }, [sign]),
        stateName,
      ]),
      element('div', { role: 'rowheader', class: 'title' }, [title]),
    ],
  );
  const text = element('div', { role: 'gridcell' });
  if (reason !== undefined) text.append(element('span', {}, [reason]));
  if (place) {
    const parts = [
      element('span', { class: 'where' }, [place.where]),
      ': ',
      element('span', { class: 'sentence' }, [`‘${place.sentence}’`]),
    ];
    const link = button('', () => open(id, false), {
      class: 'place',
      title: 'Ga naar de tekst',
      'data-part': 'plaats',
    });
    link.append(...parts, element('span', { class: 'soft' }, [place.more === '' ? '' : ` · ${place.more}`]));
    text.append(link);
  }
  const does = element('div', { role: 'gridcell', class: 'actions' });
  for (const { command, label } of actions)
    does.append(
      button(label, () => api.postMessage({ wish: 'run', opgave: id, command }), {
        'data-part': command,
        'aria-label': `${label}: ${title}`,
      }),
    );
  row.append(text, does);
  row.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.target !== row || !place) return;
    open(id, false);
  });
  return row;
}

function open(opgave: string, stay: boolean): void {
  current = opgave;
  for (const row of list.querySelectorAll<HTMLElement>('[role=row]'))
    row.classList.toggle('current', row.dataset.opgave === opgave);
  keep();
  api.postMessage({ wish: 'open', opgave, stay });
}

/** The rows with a place, as they come in the text. */
function inOrder(): { id: string; order: number }[] {
  const rows = (board?.themes ?? []).flatMap(({ opgaven }) => opgaven.filter(isShown));
  return rows.flatMap(({ id, place }) => (place ? [{ id, order: place.order }] : [])).sort((a, b) => a.order - b.order);
}

/** Goes through the text: the next place, or the one before; past the end it begins again. */
function go(step: 1 | -1): void {
  const rows = inOrder();
  if (rows.length === 0) return;
  const at = rows.findIndex(({ id }) => id === current);
  const begin = at < 0 && step < 0 ? 0 : at;
  const { id } = rows[(begin + step + rows.length) % rows.length]!;
  open(id, true);
  keyboard.show(id);
}
