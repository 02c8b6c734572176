import type { StudyIndex } from '../study/index.js';
import type { Perspective } from '../study/model.js';
import { bracketed, nameAtStart, pagesOf, pagesText, placeText, toldId } from '../study/reference.js';

/**
 * A programme to start from: a heading a theme, with what the study brings to it in a comment, so that nothing counts
 * as written yet.
 * @param themes ids, as they are told; those that no study has are left out
 */
export function newProgramme(studies: readonly StudyIndex[], themes: readonly string[]): string {
  const parts = ['# Titel van uw programma', 'Schrijf hier in een paar zinnen waar u voor staat.'];
  for (const study of studies) {
    const questions = mostQuestions(study);
    if (questions)
      parts.push(
        comment(`Bij elke keuze langs te lopen (${study.info.key} ${placeText(questions)}):`, questions.questions),
      );
  }
  for (const study of studies) {
    const name = studies.length > 1 ? nameAtStart(study.info) : 'De studie';
    for (const theme of study.themes) {
      if (!themes.includes(toldId({ study, studies }, theme.id))) continue;
      parts.push(`## ${theme.name}`);
      const opgaven = study.opgaven.filter((opgave) => opgave.theme === theme.id);
      const lines = opgaven.map((opgave) => `${opgave.title}${bracketed(pagesText(pagesOf(opgave)))}`);
      if (lines.length > 0) parts.push(comment(`${name} noemt hier deze opgaven:`, lines));
    }
  }
  return `${parts.join('\n\n')}\n`;
}

/** The way to act with the longest list of questions: the one made to walk along. */
function mostQuestions({ perspectives }: StudyIndex): Perspective | undefined {
  return [...perspectives]
    .sort((a, b) => b.questions.length - a.questions.length)
    .find(({ questions }) => questions.length > 0);
}

const comment = (opening: string, lines: readonly string[]): string =>
  ['<!--', opening, ...lines.map((line) => `- ${line.replaceAll('--', '–')}`), '-->'].join('\n');
