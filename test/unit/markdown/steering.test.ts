import { describe, expect, test } from 'vitest';
import { frontMatterEnd } from '../../../server/src/core/markdown/blocks.js';
import { isDirective, readDirectives } from '../../../server/src/core/markdown/directives.js';
import { readFrontMatter } from '../../../server/src/core/markdown/front-matter.js';
import { parseMarkdown } from '../../../server/src/core/markdown/markdown-reader.js';

/** The steering comments of a Markdown text, shown as verb and codes. */
function directives(text: string): string[] {
  return readDirectives(text, parseMarkdown(text).comments).map((directive) =>
    isDirective(directive)
      ? [
          directive.verb,
          ...directive.codes.map(({ code, from, to }) => {
            expect(text.slice(from, to)).toBe(code);
            return code;
          }),
        ].join(' ')
      : `? ${directive.verb}`,
  );
}

describe('comments that steer', () => {
  test.each([
    ['<!-- opgavenwijzer-disable -->', ['disable']],
    ['<!-- opgavenwijzer-enable bron-onbekend -->', ['enable bron-onbekend']],
    ['<!-- opgavenwijzer-disable-line a b -->', ['disable-line a b']],
    ['<!-- opgavenwijzer-disable-line a, b,c -->', ['disable-line a b c']],
    ['<!--opgavenwijzer-disable-file-->', ['disable-file']],
    ['<!-- opgavenwijzer-disable-next-line a -- komt in deel 2 -->', ['disable-next-line a']],
    ['<!-- opgavenwijzer-disable-next-line -- 5 > 3 -- en nog iets -->', ['disable-next-line']],
    ['<!-- opgavenwijzer-disable-next-line a --->', ['disable-next-line a']],
    ['<!--\r\n  opgavenwijzer-disable\r\n  a\r\n-->', ['disable a']],
    ['<!-- opgavenwijzer-disable a: want -->', ['disable a']],
    ['<!-- opgavenwijzer-disable: want -->', ['disable']],
    ['<!--- opgavenwijzer-disable-file a --->', ['disable-file a']],
    ['<!-- opgavenwijzer-zwijg -->', ['? zwijg']],
    ['<!-- opgavenwijzer: niet melden op deze regel -->', ['disable-line']],
    ['<!-- opgavenwijzer: niet melden op de volgende regel a -- reden -->', ['disable-next-line a']],
    ['<!-- opgavenwijzer: niet melden vanaf hier a, b -->', ['disable a b']],
    ['<!-- opgavenwijzer: weer melden vanaf hier -->', ['enable']],
    ['<!--opgavenwijzer: Niet melden\n  in dit bestand: a-->', ['disable-file a']],
    ['<!-- opgavenwijzer: telt niet nieuwbouw -->', ['telt-niet nieuwbouw']],
    ['<!-- opgavenwijzer: telt wel: a b -->', ['telt-wel a b']],
    ['<!-- opgavenwijzer: kiest anders a -- zie p. 3 -->', ['kiest-anders a']],
    ['<!-- opgavenwijzer: alleen genoemd a -->', ['alleen-genoemd a']],
    ['<!-- opgavenwijzer: telt nietes a -->', ['? telt nietes a']],
    ['<!-- opgavenwijzer-Disable -->', ['? Disable']],
    ['Tekst <!-- opgavenwijzer-disable-line --> en meer <!-- opgavenwijzer-enable -->.', ['disable-line', 'enable']],
    ['| a |\n|---|\n| b <!-- opgavenwijzer-disable-line --> |', ['disable-line']],
    ['- punt\n\n  <!-- opgavenwijzer-disable -->\n', ['disable']],
    ['# Kop <!-- opgavenwijzer-disable-line -->', ['disable-line']],
  ])('%j', (text, expected) => {
    expect(directives(text)).toEqual(expected);
  });

  test.each([
    ['another tool', '<!-- markdownlint-disable -->'],
    ['a sentence', '<!-- opgavenwijzer is streng -->'],
    ['nothing behind the prefix', '<!-- opgavenwijzer- -->'],
    ['a block of code', '```\n<!-- opgavenwijzer-disable -->\n```'],
    ['an indented block of code', 'Tekst\n\n    <!-- opgavenwijzer-disable -->'],
    ['a code span', 'Schrijf `<!-- opgavenwijzer-disable -->` erboven.'],
    ['a comment that is not closed', '<!-- opgavenwijzer-disable\n\nTekst'],
    ['front matter', '---\ntitle: <!-- opgavenwijzer-disable -->\n---\n'],
  ])('does nothing: %s', (_, text) => {
    expect(directives(text)).toEqual([]);
  });
});

/** What the front matter of a text says, with the words that are pointed at. */
function frontMatter(text: string) {
  const { leftOut, verdicts, faults } = readFrontMatter(text, frontMatterEnd(text));
  return {
    leftOut: leftOut.map(({ id, reason, from, to }) => `${text.slice(from, to)} (${id}): ${reason}`),
    verdicts: verdicts.map(({ verdict, from, to }) => `${verdict} ${text.slice(from, to)}`),
    faults: faults.map(({ message }) => message),
  };
}
const nothing = { leftOut: [], verdicts: [], faults: [] };
const opgavenwijzer = (...lines: string[]): string =>
  `---\ntitle: Programma\nopgavenwijzer:\n${lines.map((line) => `  ${line}\n`).join('')}---\n\nTekst.\n`;

describe('front matter', () => {
  test('opgaven that are left out, with the reason', () => {
    expect(
      frontMatter(
        opgavenwijzer('bewust-niet:', '  nieuwbouw: Te duur.', '  "deelvervoer": |', '    Twee', '    regels.'),
      ),
    ).toEqual({
      ...nothing,
      leftOut: ['nieuwbouw (nieuwbouw): Te duur.', '"deelvervoer" (deelvervoer): Twee\nregels.\n'],
    });
  });

  test.each([
    ['\n', ''],
    ['\r\n', ''],
    ['\n', '\uFEFF'],
  ])('line ends %j, start %j', (end, start) => {
    const text =
      start +
      opgavenwijzer('bewust-niet:', '  nieuwbouw: Te duur.', 'niet-opgepakt: [deelvervoer]').replaceAll('\n', end);
    expect(frontMatter(text)).toEqual({
      ...nothing,
      leftOut: ['nieuwbouw (nieuwbouw): Te duur.'],
      verdicts: ['telt-niet deelvervoer'],
    });
  });

  test('a reason may be an alias', () => {
    const text = opgavenwijzer('bewust-niet:', '  nieuwbouw: &geld Te duur.', '  deelvervoer: *geld');
    expect(frontMatter(text).leftOut).toEqual([
      'nieuwbouw (nieuwbouw): Te duur.',
      'deelvervoer (deelvervoer): Te duur.',
    ]);
  });

  test('aliases that would explode are not followed', () => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...'bcdefghi'.split('').map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(', ')}]`),
    ];
    const text = `---\n${bomb.join('\n')}\nopgavenwijzer:\n  bewust-niet:\n    nieuwbouw: *i\n---\n`;
    expect(frontMatter(text)).toEqual({ ...nothing, leftOut: ['nieuwbouw (nieuwbouw): '] });
  });

  test.each([
    ['no front matter', 'opgavenwijzer: tekst'],
    ['not about us', '---\ntitle: [niet gesloten\n---\n'],
    ['empty', '---\nopgavenwijzer:\n---\n'],
    ['empty below', '---\nopgavenwijzer:\n  bewust-niet:\n  niet-opgepakt:\n---\n'],
    ['a horizontal rule', '---\n\nopgavenwijzer: [\n\n---\n'],
    ['never closed', '---\nopgavenwijzer: [\n'],
  ])('says nothing: %s', (_, text) => {
    expect(frontMatter(text)).toEqual(nothing);
  });

  test.each([
    [
      opgavenwijzer('bewust-niet: [nieuwbouw]'),
      'Onder ‘bewust-niet’ hoort bij elke opgave een reden: ‘sleutel: reden’.',
    ],
    [
      opgavenwijzer('niet-opgepakt: nieuwbouw'),
      'Onder ‘niet-opgepakt’ hoort een lijst van opgaven: ‘[sleutel, sleutel]’.',
    ],
    [opgavenwijzer('bewustniet:'), '‘bewustniet’ bestaat niet onder ‘opgavenwijzer’. Bedoelt u ‘bewust-niet’?'],
    [
      opgavenwijzer('zwembad: ja'),
      '‘zwembad’ bestaat niet onder ‘opgavenwijzer’. Bekend zijn ‘bewust-niet’, ‘niet-opgepakt’, ‘wel-opgepakt’, ‘kiest-anders’, ‘alleen-genoemd’.',
    ],
    [
      '---\nopgavenwijzer: ja\n---\n',
      'Onder ‘opgavenwijzer’ hoort bijvoorbeeld ‘bewust-niet’, ingesprongen op een nieuwe regel.',
    ],
    [
      opgavenwijzer('bewust-niet:', '  nieuwbouw: Wij kiezen: geen hoogbouw'),
      'De gegevens bovenaan zijn niet te lezen (regel 5): een tekst met een dubbele punt hoort tussen aanhalingstekens. Zij tellen nu niet mee.',
    ],
    [
      opgavenwijzer('bewust-niet:', '  a: b', '  a: c'),
      'De gegevens bovenaan zijn niet te lezen (regel 6): een sleutel staat er twee keer. Zij tellen nu niet mee.',
    ],
    [
      opgavenwijzer('bewust-niet: "a'),
      'De gegevens bovenaan zijn niet te lezen (regel 5): een aanhalingsteken, haakje of dubbele punt ontbreekt. Zij tellen nu niet mee.',
    ],
    [
      opgavenwijzer('\tbewust-niet:'),
      'De gegevens bovenaan zijn niet te lezen (regel 4): spring in met spaties, niet met tabs. Zij tellen nu niet mee.',
    ],
    [opgavenwijzer('bewust-niet: *onbekend'), 'Onder ‘bewust-niet’ hoort bij elke opgave een reden: ‘sleutel: reden’.'],
  ])('%j', (text, message) => {
    expect(frontMatter(text)).toEqual({ ...nothing, faults: [message] });
  });
});
