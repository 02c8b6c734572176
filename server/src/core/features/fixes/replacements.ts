import type { Finding } from '../../rules/finding.js';
import type { Fix } from './fix.js';

/** A fix for each suggestion of a finding: it takes the place of the range. The first is the likeliest. */
export function replacements({ from, to, suggestions = [] }: Pick<Finding, 'from' | 'to' | 'suggestions'>): Fix[] {
  return suggestions.map((suggestion, rank) => ({
    title: `Vervangen door ‘${suggestion}’`,
    edits: [{ from, to, text: suggestion }],
    answers: 'vervangen',
    answer: suggestion,
    ...(rank === 0 ? { preferred: true } : {}),
  }));
}
