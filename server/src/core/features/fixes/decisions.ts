import type { Verdict } from '../../markdown/directives.js';
import { leaveOutEdit, verdictEdit } from '../../markdown/front-matter-edits.js';
import { toldId } from '../../study/reference.js';
import type { Edit } from '../edit.js';
import { citeHere } from './cite-here.js';
import type { FixContext } from './fix.js';
import { commentOnLine } from './silence.js';

/** What a writer decides about an opgave: to leave it out, to cite it where words take it up, or what words do with it. */
export type Decision =
  | { readonly kind: 'leave-out'; readonly reason: string }
  | { readonly kind: 'confirm' }
  /** Of the words at an offset, or else of the whole document. */
  | { readonly kind: Verdict; readonly at?: number };

/** The edits that write a decision down; empty where there is nothing to write, as for an opgave that the study does not have. */
export function decisionEdits(context: FixContext, id: string, decision: Decision): readonly Edit[] {
  const { study, analysis, programme, document } = context;
  if (isPlaced(decision))
    return study.find(id) ? (commentOnLine(analysis, decision.kind, [toldId(context, id)], decision.at) ?? []) : [];
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
      : verdictEdit(analysis.text, decision.kind, toldId(context, id));
  return edit ? [edit] : [];
}

const isPlaced = (decision: Decision): decision is { readonly kind: Verdict; readonly at: number } =>
  'at' in decision && decision.at !== undefined;
