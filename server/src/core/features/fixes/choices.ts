import { notTakenUpEdit } from '../../markdown/front-matter-edits.js';
import { toldId } from '../../study/reference.js';
import { mentionsAt } from '../lookup.js';
import { citeHere } from './cite-here.js';
import type { Fix, FixContext } from './fix.js';

/** What can be done at a place without a finding: words that possibly take an opgave up become certain, or do not count. */
export function choicesAt(context: FixContext, offset: number): Fix[] {
  const { study, analysis, programme } = context;
  return mentionsAt(analysis, offset).flatMap((mention) => {
    const opgave = mention.kind === 'opgave' ? study.opgave(mention.id) : undefined;
    if (!opgave || programme.get(opgave.id)?.state !== 'mogelijk') return [];
    const not = notTakenUpEdit(analysis.text, toldId(context, opgave.id));
    return [
      { title: `‘${opgave.title}’ wordt hier opgepakt: bron toevoegen`, edits: citeHere(context, opgave, mention) },
      ...(not ? [{ title: `‘${opgave.title}’ wordt hier niet opgepakt: niet meetellen`, edits: [not] }] : []),
    ];
  });
}
