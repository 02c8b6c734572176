import type { Verdict } from '../../markdown/directives.js';
import { verdictEdit } from '../../markdown/front-matter-edits.js';
import { toldId, toldName } from '../../study/reference.js';
import { mentionsAt } from '../lookup.js';
import { citeHere } from './cite-here.js';
import type { Fix, FixContext } from './fix.js';
import { commentOnLine } from './silence.js';

/** What can be said of words that were recognised as an opgave: what they do after all. */
const VERDICTS: readonly (readonly [verdict: Verdict, words: string])[] = [
  ['telt-niet', 'telt hier niet mee'],
  ['alleen-genoemd', 'wordt hier alleen genoemd'],
  ['kiest-anders', 'hier wordt anders gekozen'],
  ['telt-wel', 'wordt hier opgepakt'],
];

/** What can be done at a place without a finding: the words that were recognised there count, or do something else. */
export function choicesAt(context: FixContext, offset: number): Fix[] {
  const { study, analysis, programme } = context;
  return mentionsAt(analysis, offset).flatMap((mention) => {
    const opgave = mention.kind === 'opgave' ? study.opgave(mention.id) : undefined;
    if (!opgave) return [];
    const id = toldId(context, opgave.id);
    const choice = (words: string, edits: Fix['edits']): Fix => {
      const title = toldName(context, `‘${opgave.title}’: ${words}`);
      return { title, edits, answers: 'telt-dit', answer: title };
    };
    const choices = VERDICTS.flatMap(([verdict, words]): Fix[] => {
      const edits = commentOnLine(analysis, verdict, [id], offset);
      return edits ? [choice(words, edits)] : [];
    });
    if (programme.get(opgave.id)?.state !== 'mogelijk') return choices;
    const not = verdictEdit(analysis.text, 'telt-niet', id);
    const cited = citeHere(context, opgave, mention);
    return [
      ...(cited.length > 0 ? [choice('bron toevoegen, want hier wordt zij opgepakt', cited)] : []),
      ...choices,
      ...(not ? [choice('telt nergens mee', [not])] : []),
    ];
  });
}
