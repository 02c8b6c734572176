import { nearest } from '../dutch/spelling.js';
import type { Fix, FixContext } from '../features/fixes/fix.js';
import { replacements } from '../features/fixes/replacements.js';
import { leaveOutEdit } from '../markdown/front-matter-edits.js';
import type { StudyIndex } from '../study/index.js';
import type { Opgave } from '../study/model.js';
import { noneHas, ownId, spelledAs } from '../study/reference.js';
import type { Finding } from './finding.js';
import type { Rule, RuleFinding } from './rule.js';

export const bewustNietOnbekend: Rule = {
  code: 'bewust-niet-onbekend',
  level: 'waarschuwing',
  title: '‘Bewust niet’ noemt een opgave die de studie niet heeft, of geeft geen reden',
  description:
    'In het blok met gegevens bovenaan staat onder ‘bewust-niet’, ‘niet-opgepakt’, ‘wel-opgepakt’, ‘kiest-anders’ of ‘alleen-genoemd’ een sleutel die bij geen opgave hoort, of een opgave zonder reden; ook YAML die niet te lezen is wordt hier gemeld.',
  example: '---\nopgavenwijzer:\n  bewust-niet:\n    stadsrandwijk: Wij kiezen eerst voor het centrum.\n---',
  remedy: 'Verbeter de sleutel of vul de reden aan.',
  of: 'document',
  // In the data at the top there is no place for a comment.
  silencedBy: 'file',
  *check({ studies, analysis }): Iterable<RuleFinding> {
    const { faults, leftOut, verdicts } = analysis.frontMatter;
    for (const fault of faults) yield { ...fault };
    for (const { id, from, to } of [...leftOut, ...verdicts]) {
      if (opgaveIn(studies, id)) continue;
      const suggestions = nearest(
        id,
        studies.flatMap((one) => spelledAs(id, one, one.opgaven)),
      );
      const hint = suggestions.length > 0 ? ` Bedoelt u ‘${suggestions[0]}’?` : '';
      yield {
        from,
        to,
        message: `${noneHas(studies)} opgave ‘${id}’.${hint}`,
        suggestions,
      };
    }
    for (const { id, reason, from, to } of leftOut) {
      const opgave = opgaveIn(studies, id);
      if (!opgave || reason.trim() !== '') continue;
      yield {
        from,
        to,
        message: `Waarom blijft ‘${opgave.title}’ bewust buiten het programma? Een reden ontbreekt.`,
      };
    }
  },
  fixes: (context, finding) => [...replacements(finding), ...missingReason(context, finding)],
};

/** The opgave of an id, with or without the key of its study. */
const opgaveIn = (studies: readonly StudyIndex[], id: string): Opgave | undefined =>
  studies.map((study) => study.opgave(ownId(study, id))).find((opgave) => opgave !== undefined);

function missingReason({ analysis }: FixContext, { from, to, suggestions }: Finding): Fix[] {
  const left = analysis.frontMatter.leftOut.find((item) => item.from === from && item.to === to);
  if (!left || suggestions !== undefined) return [];
  const edit = leaveOutEdit(analysis.text, left.id);
  return edit ? [{ title: 'Reden invullen', edits: [edit] }] : [];
}
