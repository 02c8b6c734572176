import type { Coverage, CoverageOpgave, CoveragePlace, CoverageTheme } from '../../../server/src/protocol/requests.js';
import { countsText, MISSING_FIRST, SHORT_NAMES, STATE_NAMES } from '../../../server/src/protocol/states.js';

/** A state of an opgave, as the server names it. */
export type State = CoverageOpgave['state'];

/** A row of the view "Dekking", without the editor's own classes. */
export interface Row {
  /** Stays the same while the coverage changes, so that what is unfolded stays unfolded. */
  readonly id: string;
  readonly kind: 'counts' | 'theme' | 'opgave' | 'place' | 'more' | 'reason' | 'filter';
  readonly label: string;
  readonly description?: string;
  readonly icon?: Icon;
  /** What a screen reader says. */
  readonly spoken: string;
  readonly children: readonly Row[];
  readonly opgave?: CoverageOpgave;
  readonly theme?: CoverageTheme;
  readonly place?: CoveragePlace;
}

/** Name of a codicon, and the theme colour it has; the shape alone tells the state as well. */
export interface Icon {
  readonly name: string;
  readonly color?: string;
}

export const STATES: readonly State[] = ['ontbreekt', 'anders', 'mogelijk', 'opgepakt', 'bewust-niet', 'niet-genoemd'];

/** The signs of the states as the editor draws them: ● ⊘ ◐ ○ · –. They differ without colour. */
export const STATE_ICONS: Readonly<Record<State, Icon>> = {
  opgepakt: { name: 'circle-filled', color: 'charts.green' },
  anders: { name: 'circle-slash', color: 'charts.purple' },
  mogelijk: { name: 'color-mode', color: 'charts.blue' },
  ontbreekt: { name: 'circle-large-outline', color: 'editorWarning.foreground' },
  'bewust-niet': { name: 'dash', color: 'descriptionForeground' },
  'niet-genoemd': { name: 'circle-small', color: 'descriptionForeground' },
};

/** The name of a state at the beginning of a line: `Bewust niet`. */
export const stateLabel = (state: State, names = STATE_NAMES): string =>
  names[state].charAt(0).toUpperCase() + names[state].slice(1);

/** Evidence that is shown under an opgave; more of it says less. */
const MOST_PLACES = 12;

/**
 * The rows of a coverage: the counts, then a theme a row with its opgaven.
 * @param shown the states to show; a theme without any is left out
 */
export function coverageRows(coverage: Coverage, shown: ReadonlySet<State>): Row[] {
  const filtered = shown.size < STATES.length;
  const rows: Row[] = [
    leaf({
      id: 'aantallen',
      kind: 'counts',
      label: countsText(coverage.counts, MISSING_FIRST, coverage.several),
      icon: { name: 'graph' },
    }),
  ];
  for (const theme of coverage.themes) {
    const opgaven = theme.opgaven.filter(({ state }) => shown.has(state));
    if (opgaven.length > 0) rows.push(themeRow(theme, opgaven, coverage));
  }
  if (filtered && rows.length === 1)
    rows.push(
      leaf({
        id: 'filter',
        kind: 'filter',
        label: `Geen ${coverage.several ?? 'opgaven'} in de gekozen staten`,
        icon: { name: 'filter' },
      }),
    );
  return rows;
}

/** How many opgaven are missing, in the words of the study; it has none for one of them. */
export function missingText({ total, counts, several }: Pick<Coverage, 'total' | 'counts' | 'several'>): string {
  const missing = counts.ontbreekt;
  if (several !== undefined) return `${missing} van ${total} ${several} ${missing === 1 ? 'ontbreekt' : 'ontbreken'}`;
  return missing === 1 ? '1 opgave ontbreekt' : `${missing} opgaven ontbreken`;
}

function themeRow(theme: CoverageTheme, opgaven: readonly CoverageOpgave[], coverage: Coverage): Row {
  const { opgepakt, anders, mogelijk, ontbreekt } = theme.counts;
  // What is taken up, and what may be, or is not: the rest needs no one's attention.
  const besides = [
    anders > 0 ? ` · ${anders} anders` : '',
    mogelijk > 0 ? ` · ${mogelijk} mogelijk` : '',
    ontbreekt === 0 ? '' : ontbreekt === 1 ? ' · 1 ontbreekt' : ` · ${ontbreekt} ontbreken`,
  ].join('');
  return {
    id: `thema ${theme.id}`,
    kind: 'theme',
    label: theme.name,
    description: `${opgepakt}/${theme.total}${besides}`,
    spoken: `Thema ${theme.name}: ${opgepakt} van ${theme.total} ${theme.several ?? 'opgaven'} opgepakt${besides}`,
    children: opgaven.map((opgave) => opgaveRow(opgave, coverage)),
    theme,
  };
}

function opgaveRow(opgave: CoverageOpgave, coverage: Coverage): Row {
  const children: Row[] = [];
  if (opgave.reason !== undefined && opgave.state === 'bewust-niet')
    children.push(leaf({ id: `reden ${opgave.id}`, kind: 'reason', label: opgave.reason, icon: { name: 'comment' } }));
  const places = opgave.evidence.length > 0 ? opgave.evidence : opgave.raisedBy;
  for (const [k, place] of places.slice(0, MOST_PLACES).entries()) children.push(placeRow(opgave, place, k, coverage));
  const more = opgave.evidence.length > 0 ? opgave.moreEvidence : opgave.moreRaisedBy;
  const hidden = more + Math.max(0, places.length - MOST_PLACES);
  if (hidden > 0)
    children.push(
      leaf({ id: `meer ${opgave.id}`, kind: 'more', label: `en nog ${hidden}`, icon: { name: 'ellipsis' } }),
    );
  return {
    id: `opgave ${opgave.id}`,
    kind: 'opgave',
    // In a narrow side bar the end of a row falls away: that must not be the state.
    label: `${stateLabel(opgave.state, SHORT_NAMES)} · ${opgave.title}`,
    icon: STATE_ICONS[opgave.state],
    spoken: `Opgave ${opgave.title}: ${opgave.stateName}`,
    children,
    opgave,
  };
}

function placeRow(opgave: CoverageOpgave, place: CoveragePlace, k: number, coverage: Coverage): Row {
  const where = coverage.documents > 1 ? `${place.file}, regel ${place.line}` : `regel ${place.line}`;
  const label = `${where}: ‘${place.excerpt}’`;
  const why =
    place.kind === 'trend'
      ? `roept ‘${place.trend?.title ?? 'een trend'}’ op`
      : place.kind === 'citation'
        ? 'bron'
        : place.stance === 'anders'
          ? STATE_NAMES.anders
          : undefined;
  return leaf({
    id: `plaats ${opgave.id} ${k}`,
    kind: 'place',
    label,
    ...(why ? { description: why } : {}),
    icon: { name: place.kind === 'citation' ? 'quote' : place.kind === 'trend' ? 'megaphone' : 'list-selection' },
    spoken: why ? `${label}, ${why}` : label,
    place,
    opgave,
  });
}

type Leaf = Omit<Row, 'children' | 'spoken'> & { readonly spoken?: string };
const leaf = (row: Leaf): Row => ({ spoken: row.label, ...row, children: [] });
