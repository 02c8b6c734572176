import type { CoverageState } from '../coverage/states.js';
import { type CoverageReport, type OpgaveReport, STATES } from './coverage.js';
import { type Html, html, unescapeHtml } from './html.js';

/** What an earlier report said of each opgave, by id with the key of its study. */
export interface EarlierReport {
  /** Day on which it was made, `2026-03-03`. */
  readonly date?: string;
  readonly states: ReadonlyMap<string, CoverageState>;
}

/** What changed since an earlier report. */
export interface Since {
  readonly date?: string;
  /** Opgaven that both reports know. */
  readonly compared: number;
  /** Taken up now, and not then. */
  readonly added: readonly ChangedOpgave[];
  /** Taken up then, and not now. */
  readonly gone: readonly ChangedOpgave[];
  /** Something else than taken up, then and now, and not the same. */
  readonly other: readonly ChangedOpgave[];
}

export type ChangedOpgave = Pick<OpgaveReport, 'id' | 'title' | 'state'> & { readonly before: CoverageState };

/** Name under which a page keeps what a later report asks of it. */
const KEPT = 'opgavenwijzer-dekking';

/** What a page keeps in its head for a later report to be held beside. */
export function keptStates(report: CoverageReport): Html {
  const states = Object.fromEntries(opgavenOf(report).map(([key, { state }]) => [key, state]));
  const kept = { ...(report.date === undefined ? {} : { date: report.date }), states };
  return html`<meta name="${KEPT}" content="${JSON.stringify(kept)}">\n`;
}

/** Reads an earlier report, a page or JSON; undefined when the text is something else. */
export function earlierReport(text: string): EarlierReport | undefined {
  const kept = new RegExp(`<meta name="${KEPT}" content="([^"]*)">`).exec(text)?.[1];
  const value = parsed(kept === undefined ? text : unescapeHtml(kept));
  if (!isRecord(value)) return undefined;
  const told = isRecord(value.states) ? Object.entries(value.states) : toldStates(value);
  const states = new Map(told.filter((entry): entry is [string, CoverageState] => isState(entry[1])));
  if (states.size === 0) return undefined;
  const { date } = value;
  return { states, ...(typeof date === 'string' && /^\d{4}-\d\d-\d\d$/.test(date) ? { date } : {}) };
}

/** The states in the JSON of a report. */
function toldStates({ study, others, themes }: Record<string, unknown>): [string, unknown][] {
  if (!isRecord(study) || !Array.isArray(themes)) return [];
  const opgaven = themes.flatMap((theme) => (isRecord(theme) && Array.isArray(theme.opgaven) ? theme.opgaven : []));
  return opgaven
    .filter(isRecord)
    .map(({ id, state }) => [Array.isArray(others) ? String(id) : `${study.key}:${id}`, state]);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isState = (value: unknown): boolean => STATES.some((state) => state === value);

/** A report with what changed since an earlier one; opgaven that only one of them knows are no change. */
export function reportSince(report: CoverageReport, { date, states }: EarlierReport): CoverageReport {
  const known = opgavenOf(report).flatMap(([key, { id, title, state }]): ChangedOpgave[] => {
    const before = states.get(key);
    return before === undefined ? [] : [{ id, title, state, before }];
  });
  const changed = known.filter(({ state, before }) => state !== before);
  const since: Since = {
    ...(date === undefined ? {} : { date }),
    compared: known.length,
    added: changed.filter(({ state }) => state === 'opgepakt'),
    gone: changed.filter(({ before }) => before === 'opgepakt'),
    other: changed.filter(({ state, before }) => state !== 'opgepakt' && before !== 'opgepakt'),
  };
  return { ...report, since };
}

/** Opgaven by id with the key of their study, which a report over one study leaves out. */
const opgavenOf = ({ study, others, themes }: CoverageReport): [key: string, opgave: OpgaveReport][] =>
  themes.flatMap(({ opgaven }) =>
    opgaven.map((opgave): [string, OpgaveReport] => [others ? opgave.id : `${study.key}:${opgave.id}`, opgave]),
  );

/** `Sinds 3 maart 2026: 4 erbij, 1 weg` */
export function sinceText({ date, compared, added, gone, other }: Since): string {
  if (compared === 0) return `${sinceWhen(date)}: niet te vergelijken, dat verslag gaat over een andere studie`;
  const parts = [
    added.length > 0 ? `${added.length} erbij` : '',
    gone.length > 0 ? `${gone.length} weg` : '',
    other.length > 0 ? `${other.length} andere ${other.length === 1 ? 'wijziging' : 'wijzigingen'}` : '',
  ].filter(Boolean);
  return `${sinceWhen(date)}: ${parts.length > 0 ? parts.join(', ') : 'niets veranderd'}`;
}

/** `Sinds 3 maart 2026` */
export const sinceWhen = (date: string | undefined): string =>
  `Sinds ${date === undefined ? 'het vorige verslag' : new Date(`${date}T12:00`).toLocaleDateString('nl-NL', { dateStyle: 'long' })}`;

/** What changed, in the order in which a reader asks: what came, what went, what else. */
export const changesOf = ({ added, gone, other }: Since): readonly ChangedOpgave[] => [...added, ...gone, ...other];
