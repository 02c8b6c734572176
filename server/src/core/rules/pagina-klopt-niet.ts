import type { FixContext } from '../features/fixes/fix.js';
import { replacements } from '../features/fixes/replacements.js';
import { placeFor, rightPlace } from '../features/fixes/right-place.js';
import type { Citation, Locator } from '../markdown/citation.js';
import type { StudyIndex } from '../study/index.js';
import type { Citable } from '../study/model.js';
import { isRightPlace, pagesText, placeText } from '../study/reference.js';
import type { Finding } from './finding.js';
import { ofStudy, type Rule, type RuleFinding } from './rule.js';

export const paginaKloptNiet: Rule = {
  code: 'pagina-klopt-niet',
  level: 'waarschuwing',
  title: 'De bladzijde of paragraaf van een verwijzing hoort er niet bij',
  description: 'De verwijzing noemt een bladzijde of paragraaf waar de studie niet over dit onderdeel schrijft.',
  example: 'Wij benutten woningen beter [@studie:woonruimte-zonder-bijbouwen, p. 16].',
  remedy: 'Neem de bladzijde over die de melding noemt.',
  of: 'study',
  silencedBy: 'any',
  check: ({ study, analysis }) => analysis.atCitations(misplacedIn(study)),
  fixes: (context, finding) => replacements(wholePlace(context, finding)),
  safeFix(context, finding) {
    const { from, to, suggestions } = wholePlace(context, finding);
    return [{ from, to, text: suggestions[0]! }];
  },
};

/** What is put in the place of all pages and sections of the citation that a finding is in. */
function wholePlace({ study, analysis }: FixContext, { from, to, suggestions = [] }: Finding) {
  const { id, locators } = analysis.citations.find((citation) =>
    citation.locators.some((locator) => locator.from === from && locator.to === to),
  )!;
  const place = rightPlace(analysis, study.find(id)!, locators)!;
  return { ...place, suggestions: [place.text || suggestions[0]!] };
}

const misplacedIn = ofStudy((study) => ({ id, locators }: Citation): RuleFinding[] => {
  const item = study.find(id);
  if (!item) return [];
  return locators.filter((locator) => !isRightPlace(item, locator)).map((locator) => misplaced(study, item, locator));
});

function misplaced({ info }: StudyIndex, item: Citable, locator: Locator): RuleFinding {
  const written =
    locator.kind === 'section'
      ? `in § ${locator.first}`
      : `op ${pagesText([Number(locator.first), Number(locator.last)])}`;
  const place = `${'section' in item ? 'in' : 'op'} ${placeText(item)}`;
  return {
    from: locator.from,
    to: locator.to,
    message: `‘${item.title}’ staat ${place} van ${info.name}, niet ${written}.`,
    suggestions: [placeFor(item, locator)],
  };
}
