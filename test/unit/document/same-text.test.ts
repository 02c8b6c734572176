import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LiveDocument } from '../../../server/src/core/document/document.js';
import { createEngine } from '../../../server/src/core/service.js';
import { builtinStudy } from '../../../server/src/core/study/builtin.js';
import { runs } from '../runs.js';
import { programme } from './texts.js';

const engine = createEngine(builtinStudy);

/** What is found in a text, wherever it stands. */
function verdicts(text: string): object {
  const { coverage, mentions } = LiveDocument.read([engine], text).analysis(engine);
  return {
    states: coverage.map(({ state }) => state),
    mentions: mentions.map(({ id, strength, stance }) => ({ id, strength, stance })),
  };
}

/** A list with other marks, further in, with white between its items, or with items below items. */
const REWRITTEN: Readonly<Record<string, (text: string) => string>> = {
  marks: (text) => text.replace(/^- /gm, '* '),
  numbers: (text) => text.replace(/^- /gm, '7) '),
  counted: (text) => {
    let number = 0;
    return text.replace(/^- /gm, () => `${++number}. `);
  },
  indented: (text) => text.replace(/^- /gm, '  - '),
  nested: (text) => text.replace(/(?<=^- .*\n{1,2})- /gm, '  - '),
  'bare numbers': (text) => text.replace(/^- /gm, '1.\n\n- '),
};

describe('how a list is marked and nested changes no verdict', () => {
  for (const [name, rewritten] of Object.entries(REWRITTEN))
    test(name, () => {
      fc.assert(
        fc.property(programme(40), (lines) => {
          // Right below a paragraph a list may begin with 1 only.
          const text = lines.replace(/(?<!\n)\n(?=- )/g, '\n\n');
          expect(verdicts(rewritten(text))).toEqual(verdicts(text));
        }),
        runs(30),
      );
    });
});

/** Points of a chapter, each with a heading of this depth. */
const points = (depths: readonly number[], numbered = true): string =>
  [
    ['Meer ruimte voor de auto in de stad', 'Wij laten het plein zoals het is.'],
    ['Woningen splitsen en optoppen', 'Wij maken daar werk van, samen met de bewoners.'],
    ['Hulp voor jeugdigen en gezinnen', 'Dat doen wij dichtbij, in elke buurt.'],
    ['Bomen in de straat', 'Wij planten ze en halen tegels weg.'],
  ]
    .map(([title, text], i) => `${'#'.repeat(depths[i]!)} ${numbered ? `${i + 1}. ` : ''}${title}\n\n${text}\n\n`)
    .join('');

describe('a numbered heading stands beside the one counted before it', () => {
  test('also where its marks make it deeper', () => {
    expect(verdicts(`# Wonen\n\n${points([2, 3, 4, 4])}`)).toEqual(verdicts(`# Wonen\n\n${points([2, 2, 2, 2])}`));
  });

  test('and without numbers the marks tell', () => {
    const deep = verdicts(`# Wonen\n\n${points([2, 3, 4, 4], false)}`);
    expect(deep).not.toEqual(verdicts(`# Wonen\n\n${points([2, 2, 2, 2], false)}`));
  });

  test('points of a chapter with a number of its own stay below it', () => {
    const below = (title: string): object => verdicts(`# ${title}\n\n${points([2, 2, 2, 2])}`);
    expect(below('2. Wonen')).toEqual(below('9. Wonen'));
  });

  test('a rule counts sections in the same way', () => {
    const headings = (text: string) => LiveDocument.read([engine], text).analysis(engine).headings;
    expect(headings(points([2, 3, 4, 4])).map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(headings('## 2.1 Wonen\n\n## 1.\n\n## **3.** Zorg\n').map(({ number }) => number)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
