import type { Citation, Locator } from '../markdown/citation.js';
import type { StudyIndex } from '../study/index.js';
import type { Citable } from '../study/model.js';
import { pagesText, placeText, standsOn } from '../study/reference.js';
import { ofStudy, type Rule, type RuleFinding } from './rule.js';

export const paginaKloptNiet: Rule = {
  code: 'pagina-klopt-niet',
  level: 'waarschuwing',
  title: 'De bladzijde of paragraaf van een verwijzing hoort er niet bij',
  description: 'De verwijzing noemt een bladzijde of paragraaf waar de studie niet over dit onderdeel schrijft.',
  example: 'Wij benutten woningen beter [@studie:woonruimte-zonder-bijbouwen, p. 16].',
  remedy: 'Neem de bladzijde over die de melding noemt.',
  silencedBy: 'any',
  check: ({ study, analysis }) => analysis.atCitations(misplacedIn(study)),
  safeFix: (_, { from, to, suggestions = [] }) =>
    suggestions.length === 1 ? [{ from, to, text: suggestions[0]! }] : [],
};

const misplacedIn = ofStudy((study) => ({ id, locators }: Citation): RuleFinding[] => {
  const item = study.find(id);
  if (!item) return [];
  return locators.filter((locator) => !isRight(item, locator)).map((locator) => misplaced(study, item, locator));
});

function misplaced({ info }: StudyIndex, item: Citable, locator: Locator): RuleFinding {
  const right =
    locator.kind === 'section' && 'section' in item
      ? `§ ${item.section}`
      : item.kind === 'term'
        ? `p. ${item.pages.join(', ')}`
        : pagesText(item.pages);
  const written =
    locator.kind === 'section'
      ? `in § ${locator.first}`
      : `op ${pagesText([Number(locator.first), Number(locator.last)])}`;
  const place = `${'section' in item ? 'in' : 'op'} ${placeText(item)}`;
  return {
    from: locator.from,
    to: locator.to,
    message: `‘${item.title}’ staat ${place} van ${info.name}, niet ${written}.`,
    suggestions: [
      right
        .replace('–', '-')
        .replace(/^p\. (\d+-)/, 'pp. $1')
        .split(',')[0]!,
    ],
  };
}

function isRight(item: Citable, { kind, first, last }: Locator): boolean {
  if (kind === 'section') {
    if (!('section' in item)) return item.kind === 'term';
    const { section } = item;
    return first === section || section.startsWith(`${first}.`) || first.startsWith(`${section}.`);
  }
  return [Number(first), Number(last)].every((page) => standsOn(item, page));
}
