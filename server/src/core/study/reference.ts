import type { Citable, Pages } from './model.js';

/** `p. 61` or `p. 61–62`. */
export function pagesText([first, last]: Pages): string {
  return first === last ? `p. ${first}` : `p. ${first}–${last}`;
}

/** First and last page of what can be cited. */
export function pagesOf(item: Citable): Pages {
  return item.kind === 'term' ? [item.pages[0]!, item.pages.at(-1)!] : [item.pages[0], item.pages[1]];
}

/** `§ 6.2, p. 61–62`; a theme is a chapter, a term has pages only. */
export function placeText(item: Citable): string {
  const pages = pagesText(pagesOf(item));
  if (item.kind === 'term') return pages;
  return item.kind === 'theme' ? `hoofdstuk ${item.section}, ${pages}` : `§ ${item.section}, ${pages}`;
}

/** The Dutch word for a kind of entry. */
export const KIND_NAMES: Readonly<Record<Citable['kind'], string>> = {
  theme: 'thema',
  trend: 'trend',
  opgave: 'opgave',
  perspective: 'handelingsperspectief',
  term: 'begrip',
};
