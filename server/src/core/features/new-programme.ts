import type { StudyIndex } from '../study/index.js';
import type { Perspective } from '../study/model.js';
import { pagesOf, pagesText, placeText } from '../study/reference.js';

/**
 * A programme to start from: a heading a theme, with what the study brings to it in a comment, so that nothing counts
 * as written yet.
 * @param themes ids; those that the study does not have are left out
 */
export function newProgramme(study: StudyIndex, themes: readonly string[]): string {
  const questions = mostQuestions(study);
  const parts = ['# Titel van uw programma', 'Schrijf hier in een paar zinnen waar u voor staat.'];
  if (questions)
    parts.push(
      comment(`Bij elke keuze langs te lopen (${study.info.key} ${placeText(questions)}):`, questions.questions),
    );
  for (const theme of study.themes) {
    if (!themes.includes(theme.id)) continue;
    parts.push(`## ${theme.name}`);
    const opgaven = study.opgaven.filter((opgave) => opgave.theme === theme.id);
    const lines = opgaven.map((opgave) => `${opgave.title} (${pagesText(pagesOf(opgave))})`);
    if (lines.length > 0) parts.push(comment('De studie noemt hier deze opgaven:', lines));
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
