import type { Verdict } from '../../markdown/directives.js';
import { verdictEdit } from '../../markdown/front-matter-edits.js';
import type { Mention } from '../../recognition/mentions.js';
import { toldId, toldName } from '../../study/reference.js';
import { ownState } from '../explanation.js';
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

/** What a list shows beside the answer that holds already. */
const SO_NOW = 'zo telt het nu';

/** What words do as they are counted now; undefined where that is in doubt. */
function verdictNow(mention: Mention): Verdict | undefined {
  const state = ownState(mention);
  if (state === 'anders') return 'kiest-anders';
  return state === undefined ? 'alleen-genoemd' : state === 'opgepakt' ? 'telt-wel' : undefined;
}

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
    const now = verdictNow(mention);
    const choices = VERDICTS.flatMap(([verdict, words]): Fix[] => {
      const edits = commentOnLine(analysis, verdict, [id], offset);
      if (!edits) return [];
      return [{ ...choice(words, edits), ...(verdict === now ? { about: SO_NOW } : {}) }];
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
