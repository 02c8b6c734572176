import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../../../server/src/core/analysis.js';
import { unreadOf } from '../../../server/src/core/coverage/unread.js';
import { LiveDocument } from '../../../server/src/core/document/document.js';
import { createEngine } from '../../../server/src/core/service.js';
import { builtinStudy } from '../../../server/src/core/study/builtin.js';
import { runs } from '../runs.js';
import { changes, LONG, LONGS, markdown, rangeOf } from './texts.js';

const engine = createEngine(builtinStudy);

/** Everything an analysis says, as plain data. */
function said(analysis: Analysis): object {
  const { text, blocks, contexts, mentions, citations, footnotes, directives, frontMatter, coverage } = analysis;
  const { headings, foreign, wordCount, blockCount } = analysis;
  return {
    text,
    blocks,
    oneByOne: blocks.map((_, i) => [analysis.block(i), analysis.context(i).own]),
    lines: blocks.map(({ from }) => analysis.lineOf(from)),
    headings,
    foreign,
    wordCount,
    blockCount,
    unread: unreadOf(analysis),
    signals: contexts.map(({ own }) => own),
    mentions,
    citations,
    footnotes,
    directives,
    frontMatter,
    coverage: coverage.map(({ opgave, state, evident, raised, evidence, raisedBy, reason }) => ({
      opgave,
      state,
      evident,
      raised,
      evidence,
      raisedBy,
      reason,
    })),
  };
}

const usual = runs(40);

const ENGLISH = 'This is what the people who live in our town have asked for, and we will do it with them.\n\n';

/** Long enough for several passages, with other pieces at both ends. */
const fillers = fc.constantFrom(
  `${ENGLISH}- Wonen\n- Zorg\n\n${ENGLISH}`.repeat(8),
  'Wij bouwen betaalbare woningen voor starters en ouderen in de wijk.\n\n'.repeat(30),
  ...LONGS,
);

test('after any sequence of changes the analysis equals a fresh one', () => {
  fc.assert(
    fc.property(markdown(), markdown(), fillers, changes(), (before, after, filler, edits) => {
      let text = `${before}\n\n${filler}${after}`;
      let document = LiveDocument.read([engine], text);
      for (const change of edits) {
        const { from, to } = rangeOf(change, text);
        document = document.edited(from, to, change.text);
        text = text.slice(0, from) + change.text + text.slice(to);
        expect(said(document.analysis(engine))).toEqual(said(LiveDocument.read([engine], text).analysis(engine)));
      }
    }),
    usual,
  );
});

test('positions and offsets are those of the text', () => {
  fc.assert(
    fc.property(markdown(), fc.boolean(), changes(4), fc.array(fc.nat()), (before, isLong, edits, places) => {
      let text = isLong ? `${before}${LONG}${before}` : before;
      let document = LiveDocument.read([engine], text);
      for (const change of edits) {
        const { from, to } = rangeOf(change, text);
        document = document.edited(from, to, change.text);
        text = text.slice(0, from) + change.text + text.slice(to);
      }
      const plain = TextDocument.create('test:', 'markdown', 0, text);
      expect(document.lineCount).toBe(plain.lineCount);
      expect(document.length).toBe(text.length);
      for (const place of [0, text.length, ...places.map((n) => n % (text.length + 1))]) {
        const position = plain.positionAt(place);
        expect(document.positionAt(place)).toEqual(position);
        expect(document.offsetAt(position)).toBe(plain.offsetAt(position));
        const past = { line: position.line, character: position.character + 7 };
        expect(document.offsetAt(past)).toBe(plain.offsetAt(past));
        expect(document.slice(place, place + 50)).toBe(text.slice(place, place + 50));
      }
    }),
    usual,
  );
});
