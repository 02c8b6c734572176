import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyMarkdown } from '../../../server/src/core/markdown/blocks.js';
import { InlineSyntax } from '../../../server/src/core/markdown/inline.js';
import { parseMarkdown } from '../../../server/src/core/markdown/markdown-reader.js';
import { readTree } from '../../../server/src/core/markdown/markdown-tree.js';
import { runs } from '../runs.js';
import { markdown } from './texts.js';

test('plain blocks are read as the parser reads them', () => {
  fc.assert(
    fc.property(markdown(40), (text) => {
      const whole = emptyMarkdown();
      readTree(text, 0, text.length, text.length, new InlineSyntax(text), whole);
      expect(parseMarkdown(text, 0)).toEqual(whole);
    }),
    runs(2000),
  );
});
