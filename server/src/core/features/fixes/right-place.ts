import type { Analysis } from '../../analysis.js';
import type { Locator } from '../../markdown/citation.js';
import type { Citable } from '../../study/model.js';
import { isRightPlace, pagesOf, pagesText } from '../../study/reference.js';
import type { Edit } from '../edit.js';

/**
 * All pages and sections of a citation, with the wrong ones put right: what is right stays, and a wrong page gives way
 * where a right one stands beside it. Undefined where none is wrong.
 */
export function rightPlace(analysis: Analysis, item: Citable, locators: readonly Locator[]): Edit | undefined {
  const right = locators.filter((locator) => isRightPlace(item, locator));
  if (right.length === locators.length) return undefined;
  const places = locators.flatMap((locator) => {
    if (right.includes(locator)) return [analysis.slice(locator.from, locator.to)];
    return right.some(({ kind }) => kind === locator.kind) ? [] : [placeFor(item, locator)];
  });
  const text = [...new Set(places)].join(', ').replace(/^\d/, 'p. $&');
  return { from: locators[0]!.from, to: locators.at(-1)!.to, text };
}

/** The first page or the section at which the study speaks of something, as it is written in a citation. */
export function placeFor(item: Citable, { kind }: Locator): string {
  const right =
    kind === 'section' && 'section' in item
      ? `§ ${item.section}`
      : item.kind === 'term'
        ? `p. ${item.pages.join(', ')}`
        : pagesText(pagesOf(item));
  return right
    .replace('–', '-')
    .replace(/^p\. (\d+-)/, 'pp. $1')
    .split(',')[0]!;
}
