import { leaveOutEdit, notTakenUpEdit } from '../../markdown/front-matter-edits.js';
import { toldId } from '../../study/reference.js';
import type { Edit } from '../edit.js';
import { citeHere } from './cite-here.js';
import type { FixContext } from './fix.js';

/** What a writer decides about an opgave: to leave it out, that words count for it, or that they do not. */
export type Decision =
  | { readonly kind: 'leave-out'; readonly reason: string }
  | { readonly kind: 'confirm' }
  | { readonly kind: 'does-not-count' };

/** The edits that write a decision down; empty where there is nothing to write, as for an opgave that the study does not have. */
export function decisionEdits(context: FixContext, id: string, decision: Decision): readonly Edit[] {
  const { study, analysis, programme, document } = context;
  const opgave = study.opgave(id);
  if (!opgave) return [];
  if (decision.kind === 'confirm') {
    const words = programme
      .get(id)
      ?.evidence.find((evidence) => evidence.document === document && evidence.kind === 'words');
    return words ? citeHere(context, opgave, words) : [];
  }
  const edit =
    decision.kind === 'leave-out'
      ? leaveOutEdit(analysis.text, toldId(context, id), decision.reason)
      : notTakenUpEdit(analysis.text, toldId(context, id));
  return edit ? [edit] : [];
}
