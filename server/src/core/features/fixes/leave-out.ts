import { leaveOutEdit } from '../../markdown/front-matter-edits.js';
import type { Opgave } from '../../study/model.js';
import type { Fix, FixContext } from './fix.js';

/** The choice to leave an opgave out, for each of those that a finding is about. */
export const leaveOut = ({ analysis }: FixContext, opgaven: readonly Opgave[]): Fix[] =>
  opgaven.flatMap(({ id, title }): Fix[] => {
    const edit = leaveOutEdit(analysis.text, id);
    if (!edit) return [];
    const which = opgaven.length > 1 ? `: ‘${title}’` : '';
    return [
      { title: `Bewust niet opnemen${which}…`, edits: [edit], answers: 'bewust-niet', answer: title, leavesOut: id },
    ];
  });
