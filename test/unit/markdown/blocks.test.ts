import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../../server/src/core/markdown/markdown-reader.js';
import { proseOf } from '../signals/finding.js';

describe('prose', () => {
  test.each([
    ['headings, paragraphs and lists', '# Kop\n\nTekst.\n\n- een\n- twee\n', ['# Kop', 'Tekst.', 'een', 'twee']],
    ['an underlined heading', 'Kop\n===\n\nTekst', ['Kop ===', 'Tekst']],
    ['table cells', '| a | b |\n|---|---|\n| c | d |\n', ['a', 'b', 'c', 'd']],
    ['a quotation', '> Tekst.', ['Tekst.']],
    ['emphasis stays', '**Meer** _groen_.', ['**Meer** _groen_.']],
    ['front matter is none', '---\ntitle: wonen\n---\n\nTekst.', ['Tekst.']],
    ['front matter after a BOM is none', '\uFEFF---\r\ntitle: wonen\r\n---\r\nTekst.', ['Tekst.']],
    ['a horizontal rule is no front matter', '---\n\nTekst.\n\n---\n', ['Tekst.']],
    ['code is none', '```\nwonen\n```\n\n    wonen\n\nTekst `wonen` meer.', ['Tekst meer.']],
    ['a fence that is never closed', 'Tekst.\n\n```\nwonen', ['Tekst.']],
    ['comments are none', '<!-- wonen -->\n\nTekst <!-- wonen --> meer.', ['Tekst meer.']],
    ['a comment that is never closed', 'Tekst.\n\n<!-- wonen\n\nmeer wonen', ['Tekst.']],
    ['HTML is none', '<div>\nwonen\n</div>\n\nTekst <span title="wonen">en</span> meer.', ['Tekst en meer.']],
    [
      'link targets are none',
      'Zie [ons plan](https://wonen.nl "wonen") en ![kaart](wonen.png).',
      ['Zie [ons plan]( ) en ![kaart]( ).'],
    ],
    ['definitions of links are none', 'Tekst.\n\n[wonen]: https://wonen.nl "wonen"\n', ['Tekst.']],
    ['addresses are none', 'Zie <https://wonen.nl>.', ['Zie < >.']],
    [
      'items that were pasted from a word processor',
      'Wij doen:\n• een;\n  vervolg;\n•\ttwee.',
      ['Wij doen:', '• een; vervolg;', '• twee.'],
    ],
    ['dashes before items', '– een;\n– twee.', ['– een;', '– twee.']],
    ['hollow dots before items', 'o\teen\no\ttwee', ['o een', 'o twee']],
    ['items in a quotation', '> • een\n> • twee', ['• een', '• twee']],
    ['a dash within a sentence', 'De raad\n– zo zegt men – praat.', ['De raad – zo zegt men – praat.']],
    ['a point between words', 'a · b', ['a · b']],
    ['a table with the line ends of Windows', '| a | b |\r\n|---|---|\r\n| c | d |\r\n', ['a', 'b', 'c', 'd']],
    ['a table with blanks behind its pipes', '| a | b |  \n|:--|--:|  \n| c | d |  \n', ['a', 'b', 'c', 'd']],
    ['text below HTML with the line ends of Windows', '<p>nee</p>\r\n\r\nTekst.\r\n', ['Tekst.']],
    ['nothing', '', []],
  ])('%s', (_, markdown, prose) => {
    expect(proseOf(markdown)).toEqual(prose);
  });

  test('kinds and depth', () => {
    const { blocks } = parseMarkdown('## Kop\n\n- een\n  - twee\n\nTekst.\n');
    expect(blocks.map(({ kind, depth }) => `${kind} ${depth}`)).toEqual([
      'heading 2',
      'item 1',
      'item 2',
      'paragraph 0',
    ]);
  });
});
