import { outermostBlock } from '../../markdown/outermost.js';
import type { Opgave } from '../../study/model.js';
import { capitalised, kindName } from '../../study/reference.js';
import { citationInsert } from '../citing.js';
import { below, lineBreakOf } from '../edit.js';
import type { Fix, FixContext } from './fix.js';
import { skeletonOf } from './skeleton.js';

/** A paragraph that begins to take an opgave up, below the text at an offset, with the study's directions beside it. */
export function takeUp({ study, analysis, configuration }: FixContext, opgave: Opgave, offset: number): Fix {
  const { text, blocks } = analysis;
  const { to: at } = outermostBlock(text, blocks, offset);
  const { verwijzing } = configuration;
  const citation = citationInsert(study, analysis, { item: opgave }, verwijzing, at);
  const skeleton = skeletonOf(opgave, citation, verwijzing === 'pandoc' ? ' ' : '', lineBreakOf(text));
  return {
    title: `${capitalised(kindName(study, 'opgave'))} oppakken: alinea met denkrichtingen invoegen`,
    edits: [
      { from: at, to: at, text: below(text, at, skeleton.text), snippet: below(text, at, skeleton.snippet) },
      ...citation.edits,
    ],
  };
}
