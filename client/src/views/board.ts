import type { Coverage, CoverageOpgave, CoveragePlace } from '../../../server/src/protocol/requests.js';
import { COMMANDS } from '../../../server/src/protocol/requests.js';
import { countsText, STATE_NAMES, STATE_SIGNS } from '../../../server/src/protocol/states.js';

/** What the board shows: themes with a row an opgave. Plain data, sent to its page as a message. */
export interface Board {
  /** The programme, or the document when it stands alone. */
  readonly name: string;
  readonly counts: string;
  readonly missing: number;
  readonly themes: readonly BoardTheme[];
}

export interface BoardTheme {
  readonly id: string;
  readonly name: string;
  readonly counts: string;
  readonly opgaven: readonly BoardOpgave[];
}

export interface BoardOpgave {
  readonly id: string;
  readonly title: string;
  readonly state: CoverageOpgave['state'];
  readonly sign: string;
  readonly stateName: string;
  /** The clearest place. */
  readonly place?: BoardPlace;
  /** The reason why it is left out. */
  readonly reason?: string;
  /** What one can do about it. */
  readonly actions: readonly BoardAction[];
}

export interface BoardPlace {
  /** `regel 41`, `genoemd op regel 12` */
  readonly where: string;
  readonly sentence: string;
  /** `nog 4`; empty when there are no more. */
  readonly more: string;
  /** Its turn among all places of the board, in the order of the text. */
  readonly order: number;
}

export interface BoardAction {
  readonly command: string;
  readonly label: string;
}

/** From the extension to the page: what to show; null without a programme. */
export type BoardNews = { readonly board: Board | null };

/** From the page to the extension. */
export type BoardWish =
  | { readonly wish: 'board' }
  /** Go to the clearest place; with `stay` the board keeps the keyboard. */
  | { readonly wish: 'open'; readonly opgave: string; readonly stay: boolean }
  | { readonly wish: 'run'; readonly opgave: string; readonly command: string };

type State = CoverageOpgave['state'];

const ACTIONS: readonly (BoardAction & { readonly of: readonly State[] })[] = [
  { command: 'opgavenwijzer.teltWel', label: 'telt wel', of: ['mogelijk'] },
  { command: 'opgavenwijzer.teltNiet', label: 'telt niet', of: ['opgepakt', 'anders', 'mogelijk'] },
  { command: 'opgavenwijzer.kiestAnders', label: 'kiest anders', of: ['opgepakt', 'mogelijk'] },
  { command: COMMANDS.choose, label: 'oppakken', of: ['ontbreekt'] },
  { command: COMMANDS.leaveOut, label: 'bewust niet', of: ['ontbreekt', 'niet-genoemd'] },
];

/** The clearest place of an opgave: what takes it up, else what raises it. */
export const clearestPlace = ({ evidence, raisedBy }: CoverageOpgave): CoveragePlace | undefined =>
  evidence[0] ?? raisedBy[0];

/**
 * The board of a coverage.
 * @param commands those that are there: what cannot be done is not offered
 */
export function boardOf(coverage: Coverage, commands: ReadonlySet<string>): Board {
  const orders = ordersOf(coverage);
  const placeOf = (opgave: CoverageOpgave): BoardPlace | undefined => {
    const place = clearestPlace(opgave);
    if (!place) return undefined;
    const taken = opgave.evidence.length > 0;
    const more = taken
      ? opgave.evidence.length - 1 + opgave.moreEvidence
      : opgave.raisedBy.length - 1 + opgave.moreRaisedBy;
    const line = coverage.documents > 1 ? `${place.file}, regel ${place.line}` : `regel ${place.line}`;
    return {
      where: taken ? line : `genoemd op ${line}`,
      sentence: place.sentence,
      more: more > 0 ? `nog ${more}` : '',
      order: orders.get(opgave.id)!,
    };
  };
  const opgaveOf = (opgave: CoverageOpgave): BoardOpgave => {
    const { id, title, state, reason } = opgave;
    const place = placeOf(opgave);
    return {
      id,
      title,
      state,
      sign: STATE_SIGNS[state],
      stateName: STATE_NAMES[state],
      ...(place && state !== 'bewust-niet' ? { place } : {}),
      ...(reason !== undefined && state === 'bewust-niet' ? { reason } : {}),
      actions: actionsOf(opgave).filter(({ command }) => commands.has(command)),
    };
  };
  return {
    name: coverage.name,
    counts: countsText(coverage.counts, undefined, coverage.several),
    missing: coverage.counts.ontbreekt,
    themes: coverage.themes.map(({ id, name, counts, several, opgaven }) => ({
      id,
      name,
      counts: countsText(counts, undefined, several),
      opgaven: opgaven.map(opgaveOf),
    })),
  };
}

/** What one can do about an opgave. A citation is the writer's own word: it counts. */
function actionsOf(opgave: CoverageOpgave): BoardAction[] {
  const cited = opgave.evidence[0]?.kind === 'citation';
  return ACTIONS.filter(({ of }) => of.includes(opgave.state) && !cited).map(({ command, label }) => ({
    command,
    label,
  }));
}

/** The turn of each opgave's clearest place, from the beginning of the text on. */
function ordersOf({ themes }: Coverage): Map<string, number> {
  const places = themes.flatMap(({ opgaven }) =>
    opgaven.flatMap((opgave) => {
      const place = clearestPlace(opgave);
      return place ? [{ id: opgave.id, place }] : [];
    }),
  );
  places.sort(
    (a, b) =>
      a.place.file.localeCompare(b.place.file, 'nl') ||
      a.place.line - b.place.line ||
      a.place.range.start.character - b.place.range.start.character,
  );
  return new Map(places.map(({ id }, index) => [id, index]));
}
