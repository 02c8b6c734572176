import { leaveOutEdit } from '../../markdown/front-matter-edits.js';
import type { Opgave } from '../../study/model.js';
import { toldId, toldName } from '../../study/reference.js';
import type { Fix, FixContext } from './fix.js';

/** The choice to leave an opgave out, for each of those that a finding is about. */
export const leaveOut = (context: FixContext, opgaven: readonly Opgave[]): Fix[] =>
  opgaven.flatMap(({ id, title }): Fix[] => {
    const leavesOut = toldId(context, id);
    const edit = leaveOutEdit(context.analysis.text, leavesOut);
    if (!edit) return [];
    const which = opgaven.length > 1 ? `: ‘${title}’` : '';
    return [
      {
        title: toldName(context, `Bewust niet opnemen${which}…`),
        edits: [edit],
        answers: 'bewust-niet',
        answer: toldName(context, title),
        leavesOut,
      },
    ];
  });
