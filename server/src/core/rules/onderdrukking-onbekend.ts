import { nearest } from '../dutch/spelling.js';
import { commentRemoval } from '../features/fixes/remove-comment.js';
import { replacements } from '../features/fixes/replacements.js';
import { isDirective, isVerdict } from '../markdown/directives.js';
import { noneHas, spelledAs } from '../study/reference.js';
import type { Rule, RuleFinding } from './rule.js';

export const onderdrukkingOnbekend: Rule = {
  code: 'onderdrukking-onbekend',
  level: 'hint',
  title: 'Een opmerking noemt een melding, opgave of opdracht die niet bestaat',
  description:
    'In een opmerking van Opgavenwijzer staat een opdracht, meldingscode of sleutel die niet bestaat; zij doet dus niets.',
  example: '<!-- opgavenwijzer-disable-next-line opgave-ontbrekt -->',
  remedy: 'Verbeter de code met de snelle oplossing, of haal de opmerking weg.',
  of: 'document',
  silencedBy: 'none',
  *check({ studies, analysis, codes }): Iterable<RuleFinding> {
    for (const directive of analysis.directives) {
      const { from, to } = directive;
      if (!isDirective(directive)) {
        const message = `‘${written(analysis.slice(from, to))}’ bestaat niet.`;
        yield { from, to, message, unnecessary: true };
        continue;
      }
      const asked = isVerdict(directive.verb);
      if (asked && directive.codes.length === 0)
        yield { from, to, message: 'Deze opmerking noemt geen opgave.', unnecessary: true };
      for (const { code, from, to } of directive.codes) {
        const known = asked
          ? studies.flatMap((study) => spelledAs(code, study, [...study.opgaven, ...study.trends, ...study.themes]))
          : codes;
        if (known.includes(code)) continue;
        const suggestions = nearest(code, known);
        const hint = suggestions.length > 0 ? ` Bedoelt u ‘${suggestions[0]}’?` : '';
        const message = asked
          ? `${noneHas(studies)} opgave of trend ‘${code}’.${hint}`
          : `De melding ‘${code}’ bestaat niet.${hint}`;
        yield { from, to, message, suggestions };
      }
    }
  },
  fixes: (context, finding) => [...replacements(finding), commentRemoval(context, finding)],
};

/** Longer comments are cut off. */
const MOST = 50;

/** What stands in a comment. */
function written(comment: string): string {
  const words = comment.slice(4, -3).replace(/\s+/g, ' ').trim();
  return words.length > MOST ? `${words.slice(0, MOST)}…` : words;
}
