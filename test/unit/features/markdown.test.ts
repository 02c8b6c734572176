import { describe, expect, it } from 'vitest';
import { escapeMarkdown, headingAnchor } from '../../../server/src/core/features/escape-markdown.js';

describe('text as Markdown', () => {
  it.each([
    ['[klik](command:workbench.action.quit)', '\\[klik\\](command:workbench.action.quit)'],
    ['<img src=x onerror=alert(1)>', '\\<img src=x onerror=alert(1)\\>'],
    ['*vet* _en_ `code` | cel', '\\*vet\\* \\_en\\_ \\`code\\` \\| cel'],
    ['een & twee &lt;', 'een &amp; twee &amp;lt;'],
    ['https://example.org en www.example.org', 'https:&#47;/example.org en www&#46;example.org'],
    ['post@example.org', 'post&#64;example.org'],
    ['- geen lijst', '\\- geen lijst'],
    ['12. geen lijst', '12\\. geen lijst'],
    ['een\n\n# twee', 'een \\# twee'],
  ])('%j stays text', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  it.each(['Gewone zin, met komma’s (en haakjes) en 12% korting.', 'p. 61–62', '30 miljard euro'])(
    '%j is left alone',
    (text) => {
      expect(escapeMarkdown(text)).toBe(text);
    },
  );

  it('headings get the anchors of VS Code, told apart where they are the same', () => {
    const seen = new Map<string, number>();
    expect(
      ['Wonen & werken: ‘nu’', 'Wonen & werken: nu', '(Om)scholing'].map((title) => headingAnchor(title, seen)),
    ).toEqual(['wonen--werken-nu', 'wonen--werken-nu-1', 'omscholing']);
  });
});
