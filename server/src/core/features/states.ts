import type { CoverageState } from '../coverage.js';

/** One sign a state, for lines of text; always shown beside its name. */
export const STATE_SIGNS: Readonly<Record<CoverageState, string>> = {
  opgepakt: '●',
  mogelijk: '◐',
  ontbreekt: '○',
  'niet-genoemd': '·',
  'bewust-niet': '–',
};

export const STATE_NAMES: Readonly<Record<CoverageState, string>> = {
  opgepakt: 'opgepakt',
  mogelijk: 'mogelijk opgepakt',
  ontbreekt: 'ontbreekt',
  'niet-genoemd': 'niet genoemd',
  'bewust-niet': 'bewust niet',
};

/** `5 van 8 opgaven opgepakt · 1 mogelijk · 1 bewust niet · 2 ontbreken`; what is zero is left out. */
export function countsText(counts: Readonly<Record<CoverageState, number>>): string {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const parts = [`${counts.opgepakt} van ${total} opgaven opgepakt`];
  if (counts.mogelijk > 0) parts.push(`${counts.mogelijk} mogelijk`);
  if (counts['bewust-niet'] > 0) parts.push(`${counts['bewust-niet']} bewust niet`);
  if (counts.ontbreekt > 0) parts.push(counts.ontbreekt === 1 ? '1 ontbreekt' : `${counts.ontbreekt} ontbreken`);
  return parts.join(' · ');
}
