import type { Analysis } from '../analysis.js';
import type { StudyIndex } from '../study/index.js';
import type { Citable } from '../study/model.js';
import { isStated } from '../study/reference.js';

interface Fitting {
  readonly study: StudyIndex;
  readonly item: Citable;
}

/**
 * What of a study fits where the cursor stands, best first: the opgaven and trends that the paragraph speaks of, the
 * opgaven that the study ties to those trends, then what else belongs to its themes. Between paragraphs the one before counts.
 */
export function fittingAt(study: StudyIndex, analysis: Analysis, offset: number): Fitting[] {
  const before = analysis.text.slice(0, offset).trimEnd().length;
  const mentions = [...((analysis.at(offset) ?? analysis.at(before))?.mentions ?? [])]
    .sort((a, b) => b.strength - a.strength)
    .map(({ id }) => study.find(id)!);
  const spoken = mentions.filter(({ kind }) => kind === 'opgave' || kind === 'trend');
  const tied = mentions.flatMap((item) =>
    item.kind === 'trend' ? item.opgaven.filter(isStated).map(({ id }) => study.find(id)!) : [],
  );
  const ofTheme = mentions.flatMap((item) =>
    item.kind === 'theme' ? [...study.opgaven, ...study.trends].filter(({ theme }) => theme === item.id) : [],
  );
  const opgavenFirst = [...spoken].sort((a, b) => Number(b.kind === 'opgave') - Number(a.kind === 'opgave'));
  return [...new Set([...opgavenFirst, ...tied, ...ofTheme])].map((item) => ({ study, item }));
}
