import { describe, expect, test } from 'vitest';
import { isContents } from '../../../server/src/core/markdown/contents.js';

describe('a table of contents', () => {
  test.each([
    'Woningen splitsen en optoppen ..... 12',
    'Woningen splitsen 12',
    '2.1 Woningen splitsen en optoppen ..... 12',
    '2.1. Wat doen wij voor wonen? ..... 12',
    '2.1 Woningen splitsen ..... 12\n2.2 Nieuwbouw versnellen ..... 14\n2.3 Aanpak ondermijning ..... 15',
    'Woningen splitsen ..... 12  \nNieuwbouw versnellen ..... 14\\\nAanpak ondermijning ..... 15',
    'Woningen splitsen en\noptoppen ..... 12\nNieuwbouw ..... 14',
    '2.1 Wonen ..... 12 2.2 Nieuwbouw ..... 14',
    'Nieuwbouw versnellen . . . . . . 3',
    'Nieuwbouw versnellen …… 3',
    'Nieuwbouw versnellen\t3',
    '**Nieuwbouw versnellen** ..... **3**',
    'Nieuwbouw versnellen (p. 3)',
    'Nieuwbouw versnellen ..... p. 3',
    '[Nieuwbouw versnellen](#nieuwbouw)',
    '2.1 [Nieuwbouw versnellen](#nieuwbouw) 3',
    'Wonen 3\nZorg 12\nVeiligheid 20',
    'Nieuwbouw versnellen [5](#_Toc12345)',
    '[2.1 Nieuwbouw versnellen [5](#nieuwbouw)](#nieuwbouw)',
    '[[2. Nieuwbouw]{.toc} [5]{.page}](#_Toc123)',
    'Nieuwbouw versnellen, p. 5\nWonen, p. 7-9',
    'Nieuwbouw versnellen blz. 5',
    'Nieuwbouw versnellen (blz. 5-7)',
    'Nieuwbouw versnellen ..... 5–7',
    'Voorwoord ..... iv',
    'p. 5 Nieuwbouw versnellen',
    '[Nieuwbouw versnellen](wonen/nieuwbouw.md)',
    '[ ] [[Nieuwbouw]]',
    '[[Nieuwbouw|Wij bouwen]]',
  ])('%j', (content) => {
    expect(isContents(content)).toBe(true);
  });

  test.each([
    'Wij bouwen 300 woningen.',
    'Wij bouwen woningen tot 2030',
    'Dat regelt artikel 12',
    'Wij bouwen woningen in 12',
    'Wij bouwen woningen (p. 3)',
    'Wij bouwen woningen, p. 3',
    'Dit staat op p. 3: nieuwbouw versnellen',
    'Zie [[Nieuwbouw]]',
    '[Wij bouwen woningen](https://waterdam.nl/nieuwbouw.html)',
    'Nieuwbouw via',
    'Er zijn veel woningen... Wij bouwen er 12 bij.',
    'Zie [de nieuwbouw](#nieuwbouw)',
    'Wonen 3\nWij bouwen woningen voor starters.',
    `${'Wij bouwen woningen voor starters en ouderen '.repeat(5)}... 12`,
    '',
  ])('is not: %j', (content) => {
    expect(isContents(content)).toBe(false);
  });
});
