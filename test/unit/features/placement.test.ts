import { describe, expect, test } from 'vitest';
import { commentOf } from '../../../server/src/core/markdown/directives.js';
import { fixesFor } from '../../../server/src/core/rules/registry.js';
import { codesIn, fixed, fixedAll, open } from './support.js';

const MISSING = 'opgave-ontbreekt';
const STOPS = 'In drie dorpen is een bushalte verdwenen.';
const TAKE_UP = 'Wat gaat u doen, voor wie, en wanneer? [@proefstudie:deelvervoer, p. 22]';
const ENABLE = commentOf('enable', 'opgave-ontbreekt');
const DISABLE = commentOf('disable', 'opgave-ontbreekt');

describe('what is put below a construct', () => {
  test.each([
    ['a note of two paragraphs', `Wij.[^1]\n\n[^1]: ${STOPS}\n\n    Tweede alinea.`],
    ['a definition with its term', `Vervoer\n:   ${STOPS}\n\n    Tweede alinea.`],
    ['a list of definitions', `Bus\n:   ${STOPS}\n\nTrein\n:   Rijdt.`],
    ['an admonition', `!!! note\n    ${STOPS}\n\n    Tweede alinea.`],
    ['a div', `::: {.kader}\n${STOPS}\n\nTweede alinea.\n:::`],
    ['divs within each other', `:::: kader\n\n::: {.x}\n${STOPS}\n:::\n\n## Kop\n\nSlot.\n\n::::`],
    ['a list and what leads it in', `${STOPS} Daarom doen wij dit:\n\n- praten;\n- luisteren.`],
    ['a list against what leads it in', `${STOPS} Daarom doen wij dit:\n- praten;\n- luisteren.`],
    ['a list of which the items have more paragraphs', `- ${STOPS}\n\n  Vervolg.\n\n- Einde.`],
    ['lists with other bullets', `- ${STOPS}\n\n* Einde.`],
    ['a list with letters', `a. ${STOPS}\n\nb. Einde.`],
    ['a list with letters and what is indented in it', `a)  ${STOPS}\n\n    Vervolg.\n\nb)  Einde.`],
    ['examples', `(@) ${STOPS}\n\n(@) Einde.`],
    ['a table with its caption', `| a |\n| - |\n| ${STOPS} |\n\n: Haltes`],
    ['a table below its caption', `: Haltes\n\n| a |\n| - |\n| ${STOPS} |`],
    ['a heading with a name above it', `(haltes)=\n## ${STOPS}`],
    ['a quote', `> ${STOPS}\n>\n> Vervolg.`],
    ['a pasted list', `• ${STOPS}\n• Praten.`],
    ['a pasted list of which the items stand apart', `•\t${STOPS}\n\n•\tPraten.`],
    ['a pasted list and what leads it in', `${STOPS} Daarom doen wij dit:\n\n– praten;\n– luisteren.`],
    ['a table of which dashes show the columns', `Halte   Wat\n------  ------\nDorp    ${STOPS}\nStad    niets`],
    [
      'such a table of more lines a row',
      `------  ------\nHalte   Wat\n------  ------\nDorp    ${STOPS}\n\nStad    niets\n------  ------`,
    ],
  ])('stands behind the whole of %s', (_, text) => {
    const whole = `${text}\n\nEinde van het verhaal.\n`;
    expect(fixed(whole, MISSING, 'Opgave oppakken')).toBe(`${text}\n\n${TAKE_UP}\n\nEinde van het verhaal.\n`);
    const silenced = fixed(whole, MISSING, 'Niet meer melden in dit blok');
    expect(silenced).toBe(`${expectedAbove(text)}\n\n${ENABLE}\n\nEinde van het verhaal.\n`);
    expect(codesIn(silenced)).toEqual([]);
  });

  test('keeps an empty line to a heading that follows at once', () => {
    expect(fixed(`${STOPS}\n# Kop\n`, MISSING, 'Opgave oppakken')).toBe(`${STOPS}\n\n${TAKE_UP}\n\n# Kop\n`);
  });
});

/** The comment stands before the construct, but a note of two paragraphs comes after other text. */
function expectedAbove(text: string): string {
  const note = text.indexOf('[^1]:');
  return note < 0 ? `${DISABLE}\n\n${text}` : `${text.slice(0, note)}${DISABLE}\n\n${text.slice(note)}`;
}

describe('what must stand first', () => {
  const titles = (text: string): string[] => {
    const { context, findings } = open(text);
    return fixesFor(context, findings.find(({ code }) => code === MISSING)!).map(({ title }) => title);
  };

  test.each([
    ['TOML', '+++\ntitle = "Programma"\n+++\n'],
    ['JSON', '{\n  "title": "Programma"\n}\n'],
  ])('stays first: %s', (_, head) => {
    const text = `${head}\n${STOPS}\n`;
    expect(titles(text)).not.toContain('Bewust niet opnemen…');
    expect(fixed(text, MISSING, 'Niet meer melden in dit bestand').startsWith(head)).toBe(true);
  });

  test('stays first: a title block', () => {
    const head = '% Programma\n% De partij\n% 2026\n';
    for (const title of ['Bewust niet opnemen…', 'Niet meer melden in dit bestand']) {
      const result = fixed(`${head}\n${STOPS}\n`, MISSING, title);
      expect(result.startsWith(head)).toBe(true);
      expect(codesIn(result)).toEqual([]);
    }
  });
});

describe('a comment on a line', () => {
  const COMMENT = commentOf('disable-line', 'opgave-ontbreekt');

  test.each([
    ['the attributes of a heading', `## ${STOPS} {#halte .x}\n`, `## ${STOPS} ${COMMENT} {#halte .x}\n`],
    ['the hashes and attributes of a heading', `## ${STOPS} ## {#halte}\n`, `## ${STOPS} ${COMMENT} ## {#halte}\n`],
    [
      'the bracket that ends the caption of a figure',
      `![${STOPS}](k.png){#x}\n`,
      `![${STOPS} ${COMMENT}](k.png){#x}\n`,
    ],
    ['a break', `${STOPS}\\\nEn door.\n`, `${STOPS} ${COMMENT}\\\nEn door.\n`],
  ])('stands before %s', (_, text, expected) => {
    const result = fixed(text, MISSING, 'Niet meer melden op deze regel');
    expect(result).toBe(expected);
    expect(codesIn(result)).toEqual([]);
  });

  test.each([
    [
      'a grid table',
      `+---------------------------------------------+\n| ${STOPS}   |\n+---------------------------------------------+\n`,
    ],
    ['brackets with sources that go on', `${STOPS.slice(0, -1)} [@jansen, p. 3;\n@pieters].\n`],
    ['code that goes on', `${STOPS.slice(0, -1)} \`code\ndie doorgaat\`.\n`],
  ])('has no place in %s', (_, text) => {
    expect(() => fixed(text, MISSING, 'Niet meer melden op deze regel')).toThrow('Niet meer melden op deze regel');
  });

  test.each([
    ['three dashes', `<!--- opgavenwijzer-disable-file opgave-ontbreekt --->\n\n${STOPS}\n`],
    ['a reason behind a colon', `<!-- opgavenwijzer-disable-file opgave-ontbreekt: dat weten wij -->\n\n${STOPS}\n`],
    ['an empty line of a quote', `> <!-- opgavenwijzer-disable-next-line opgave-ontbreekt -->\n>\n> ${STOPS}\n`],
  ])('counts with %s', (_, text) => {
    expect(codesIn(text)).toEqual([]);
  });

  test.each([`- ${STOPS}\n`, `1. ${STOPS}\n`, `> ${STOPS}\n`, `| a |\n| - |\n| ${STOPS} |\n`, `${STOPS}\n`])(
    'is needed, and stays when all is mended: %j',
    (text) => {
      const silenced = fixed(text, MISSING, 'Niet meer melden op deze regel');
      expect(codesIn(silenced)).toEqual([]);
      expect(fixedAll(silenced)).toBe(silenced);
    },
  );
});

describe('the pages of a citation', () => {
  const cited = (places: string): string => `Wij delen [@proefstudie:ruimte-delen, ${places}].`;

  test.each([
    ['p. 99', 'p. 16'],
    ['p. 16, 99', 'p. 16'],
    ['pp. 98-99, 16', 'p. 16'],
    ['p. 98 en 99', 'p. 16'],
    ['§ 1.3, p. 99', '§ 1.3, p. 16'],
    ['§ 9.9, p. 16', '§ 1.3, p. 16'],
  ])('%s become %s', (before, after) => {
    expect(fixed(cited(before), 'pagina-klopt-niet', 'Vervangen')).toBe(cited(after));
    expect(fixedAll(cited(before))).toBe(cited(after));
    expect(codesIn(cited(after))).toEqual([]);
  });
});
