import type { Opgave } from '../../study/model.js';
import { capitalised, kindName, toldName } from '../../study/reference.js';
import type { Fix, FixContext } from './fix.js';
import { takeUp } from './take-up.js';

/** The choice to take up an opgave below an offset, for each of those that a finding is about. */
export const takeUpOneOf = (context: FixContext, opgaven: readonly Opgave[], offset: number): Fix[] =>
  opgaven.map((opgave) => ({
    ...takeUp(context, opgave, offset),
    title: toldName(context, `${capitalised(kindName(context.study, 'opgave'))} oppakken: ‘${opgave.title}’`),
    answers: 'oppakken',
    answer: toldName(context, opgave.title),
  }));
