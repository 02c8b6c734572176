import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../server/src/core/features/edit.js';
import { choicesAt } from '../../../server/src/core/features/fixes/choices.js';
import { commentOf } from '../../../server/src/core/markdown/directives.js';
import { fixesFor } from '../../../server/src/core/rules/registry.js';
import { citedAtFinding, codesIn, fixed, fixedAll, open } from './support.js';

const MISSING = 'opgave-ontbreekt';
/** Raises a trend with one opgave, which nothing takes up. */
const STOPS = 'In drie dorpen is een bushalte verdwenen.';

describe('a missing opgave', () => {
  it('offers what helps before what silences', () => {
    const { context, findings } = open(`${STOPS}\n`);
    expect(fixesFor(context, findings[0]!).map(({ title }) => title)).toEqual([
      'Opgave oppakken: ‘Vervoer delen’',
      'Bewust niet opnemen…',
      'Telt hier niet mee',
      'Niet meer melden op deze regel',
      'Niet meer melden in dit blok',
      'Niet meer melden in dit bestand',
      'Nooit meer in dit programma',
      'Nooit meer, in geen enkel programma',
    ]);
  });

  it('is taken up below the paragraph, with the cursor on the question', () => {
    const text = `# Vervoer\n\n${STOPS}\n\n## Verder\n`;
    const { context, findings } = open(text);
    const [fix] = fixesFor(context, findings[0]!);
    expect(applyEdits(text, fix!.edits)).toBe(
      `# Vervoer\n\n${STOPS}\n\nWat gaat u doen, voor wie, en wanneer? [@proefstudie:deelvervoer, p. 22]\n\n## Verder\n`,
    );
    expect(fix!.edits[0]!.snippet).toBe(
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a tab stop
      '\n\n${1:Wat gaat u doen, voor wie, en wanneer?} [@proefstudie:deelvervoer, p. 22]',
    );
  });

  it.each([
    ['a list', `Wij zien:\n\n- ${STOPS}\n- Iets anders.\n\nEinde.`, '- Iets anders.\n\nWat gaat u'],
    ['a quote', `> ${STOPS}\n> Zo zegt men.\n\nEinde.`, '> Zo zegt men.\n\nWat gaat u'],
    ['a table', `| a |\n| - |\n| ${STOPS} |\n| b |\n\nEinde.`, '| b |\n\nWat gaat u'],
    ['a paragraph with Windows line ends', `${STOPS}\r\n\r\nEinde.`, `${STOPS}\r\n\r\nWat gaat u`],
  ])('is taken up after the whole of %s', (_, text, expected) => {
    expect(fixed(text, MISSING, 'Opgave oppakken')).toContain(expected);
  });

  it.each(['pandoc', 'voetnoot', 'voetnoot-met-naam'] as const)(
    'is taken up only once something is written in the blank, with %s',
    (verwijzing) => {
      const begun = fixed(`${STOPS}\n`, MISSING, 'Opgave oppakken', { verwijzing });
      expect(codesIn(begun)).toEqual([MISSING]);
      const written = begun.replace('Wat gaat u doen, voor wie, en wanneer?', 'Vanaf mei rijdt er een busje.');
      expect(codesIn(written)).toEqual([]);
    },
  );

  it.each([
    [
      'in the sentence',
      `${STOPS} En verder.`,
      'In drie dorpen is een bushalte verdwenen [@proefstudie:deelvervoer, p. 22]. En verder.',
    ],
    [
      'beside another source',
      'Er is een bushalte verdwenen [@proefstudie:halte-weg, p. 21].',
      'verdwenen [@proefstudie:halte-weg, p. 21; @proefstudie:deelvervoer, p. 22].',
    ],
    [
      'in a heading',
      '# In drie dorpen is een bushalte verdwenen #\n',
      'verdwenen [@proefstudie:deelvervoer, p. 22] #\n',
    ],
    [
      'in a cell',
      '| a |\n| - |\n| In drie dorpen is een bushalte verdwenen |\n',
      'verdwenen [@proefstudie:deelvervoer, p. 22] |',
    ],
  ])('is cited %s', (_, text, expected) => {
    const result = citedAtFinding(text);
    expect(result).toContain(expected);
    expect(codesIn(result)).toEqual([]);
  });

  it('is already taken up in a sentence that makes a choice, not in the one that names the problem', () => {
    const text = `# Vervoer\n\nDat is jammer. ${STOPS}\n\nOok in Noord is een bushalte verdwenen. Wij willen daar een belbus. Dan is er vervoer.\n`;
    const { context, findings } = open(text, { regels: { 'thema-onvolledig': 'uit' } });
    const finding = findings.find(({ code }) => code === MISSING);
    if (!finding) throw new Error('no finding');
    const already = fixesFor(context, finding).find(({ answers }) => answers === 'bron-toevoegen')!;
    expect(already.about).toBe('Wij willen daar een belbus.');
    expect(applyEdits(text, already.edits)).toContain('een belbus [@proefstudie:deelvervoer, p. 22]. Dan');
  });

  it.each([
    [
      'a stand against another opgave',
      'Wij gaan woningen bouwen. <!-- opgavenwijzer: kiest anders nieuwbouw -->',
      undefined,
    ],
    ['a choice about another theme', 'Een woning is een thuis. Wij willen meer deelvervoer.', undefined],
    ['a choice about the theme', 'Wij gaan woningen bouwen.', 'Wij gaan woningen bouwen.'],
    ['a choice behind words of the theme', 'Een woning is een thuis. Wij willen haast.', 'Wij willen haast.'],
  ])('%s is taken for what takes it up, or is not', (_, said, expected) => {
    const { context, findings } = open(`Er is een woningtekort.\n\n${said}\n`);
    const finding = findings.find(({ code, opgaven }) => code === MISSING && opgaven?.includes('ruimte-delen'))!;
    const already = fixesFor(context, finding).filter(({ answers }) => answers === 'bron-toevoegen');
    expect(already.at(-1)?.about).toBe(expected);
  });

  it('is cited in a footnote at the end, which is used again', () => {
    const first = citedAtFinding(`${STOPS}\n`, 'voetnoot');
    expect(first).toBe(
      `${STOPS}[^1]\n\n[^1]: Bureau Proef, ‘Vervoer delen’, § 2.2 in *Proefstudie* (2024), p. 22. <!-- @proefstudie:deelvervoer -->\n`,
    );
    expect(codesIn(first)).toEqual([]);
  });

  it('is left out with a reason, and then silent', () => {
    const result = fixed(`${STOPS}\n`, MISSING, 'Bewust niet');
    expect(result).toMatch(/^---\nopgavenwijzer:\n {2}bewust-niet:\n {4}deelvervoer: .+\n---\n\nIn drie/);
    expect(codesIn(result)).toEqual([]);
  });

  describe('kept quiet', () => {
    const comment = '<!-- opgavenwijzer: niet melden op deze regel opgave-ontbreekt -->';
    it.each([
      ['a paragraph', `Ja.\n${STOPS}  \nEinde.`, `${STOPS} ${comment}  \n`],
      ['a list item', `- ${STOPS}\n- Einde.`, `- ${STOPS} ${comment}\n- Einde.`],
      ['a quote', `> ${STOPS}\n> Einde.`, `> ${STOPS} ${comment}\n> Einde.`],
      ['a cell', `| a | b |\n| - | - |\n| ${STOPS} | c |`, `| ${STOPS} ${comment} | c |`],
      ['a heading', `# ${STOPS} ##\n`, `# ${STOPS} ${comment} ##\n`],
      ['Windows line ends', `${STOPS}\r\nEinde.`, `${STOPS} ${comment}\r\nEinde.`],
      [
        'a line with another comment',
        `${STOPS} <!-- opgavenwijzer-disable-line bron-onbekend -->`,
        'disable-line bron-onbekend opgave-ontbreekt -->',
      ],
    ])('on the line of %s', (_, text, expected) => {
      const result = fixed(text, MISSING, 'Niet meer melden op deze regel');
      expect(result).toContain(expected);
      expect(codesIn(result)).toEqual([]);
    });

    it.each([
      ['a paragraph', `${STOPS}\nEn meer.\n\nEinde.`],
      ['a list', `Wij zien:\n\n- Een.\n- ${STOPS}\n\nEinde.`],
      ['a table', `| a |\n| - |\n| ${STOPS} |\n\nEinde.`],
    ])('in the whole of %s', (_, text) => {
      const result = fixed(text, MISSING, 'Niet meer melden in dit blok');
      expect(codesIn(result)).toEqual([]);
      const kinds = (of: string): string =>
        open(of)
          .analysis.blocks.map(({ kind }) => kind)
          .join();
      expect(kinds(result)).toBe(kinds(text));
    });

    it('in the file, below its front matter', () => {
      const result = fixed(`---\ntitle: Programma\n---\n${STOPS}\n`, MISSING, 'Niet meer melden in dit bestand');
      expect(result).toBe(
        `---\ntitle: Programma\n---\n\n<!-- opgavenwijzer: niet melden in dit bestand opgave-ontbreekt -->\n${STOPS}\n`,
      );
      expect(codesIn(result)).toEqual([]);
    });

    it('in the file, apart from a line of dashes that it would turn into its underline', () => {
      const table = `-------  -------\nDorp     Zwolle\n-------  -------\n\n${STOPS}\n`;
      const result = fixed(`---\ntitle: Programma\n...\n${table}`, MISSING, 'Niet meer melden in dit bestand');
      expect(result).toContain(`opgave-ontbreekt -->\n\n${table}`);
    });
  });
});

describe('other findings', () => {
  it('correct a key by spelling', () => {
    expect(fixed('Wij delen [@proefstudie:deelvervor, p. 22].', 'bron-onbekend', 'Vervangen')).toBe(
      'Wij delen [@proefstudie:deelvervoer, p. 22].',
    );
  });

  it('correct a key with the page that is wrong for it, at once', () => {
    const text = 'Wij delen [zie @proefstudie:deelvervor, p. 3, en verder].';
    const right = 'Wij delen [zie @proefstudie:deelvervoer, pp. 22-24, en verder].';
    expect(fixed(text, 'bron-onbekend', 'Vervangen door ‘deelvervoer, pp. 22-24’')).toBe(right);
    expect(fixedAll(text)).toBe(right);
    expect(codesIn(right)).toEqual([]);
  });

  it('correct the page of a note that reads as a source', () => {
    const note = (page: number) => `Delen.[^1]\n\n[^1]: Zie p. ${page}. <!-- @proefstudie:ruimte-delen -->`;
    expect(fixed(note(99), 'pagina-klopt-niet', 'Vervangen')).toBe(note(16));
    expect(codesIn(note(16))).toEqual([]);
    expect(codesIn('Delen. Zie p. 99. <!-- @proefstudie:ruimte-delen -->')).toEqual([]);
  });

  it('correct a page', () => {
    expect(fixed('Wij delen [@proefstudie:ruimte-delen, p. 99].', 'pagina-klopt-niet', 'Vervangen')).toBe(
      'Wij delen [@proefstudie:ruimte-delen, p. 16].',
    );
  });

  it.each([
    ['a line of its own', 'Een.\n\n<!-- opgavenwijzer-disable-next-line -->\n\nTwee.\n', 'Een.\n\nTwee.\n'],
    ['in a line', 'Een. <!-- opgavenwijzer-disable-line -->\nTwee.\n', 'Een.\nTwee.\n'],
    ['a pair', '<!-- opgavenwijzer-disable -->\n\nEen.\n\n<!-- opgavenwijzer-enable -->\n\nTwee.\n', 'Een.\n\nTwee.\n'],
    [
      'between two lists',
      '- Een.\n\n<!-- opgavenwijzer-disable-next-line -->\n\n- Twee.\n',
      '- Een.\n\n<!-- -->\n\n- Twee.\n',
    ],
  ])('take away a comment without effect: %s', (_, text, expected) => {
    expect(fixed(text, 'onderdrukking-ongebruikt', 'Opmerking weghalen')).toBe(expected);
  });

  it('correct a misspelled code in a comment', () => {
    expect(fixed(`<!-- opgavenwijzer-disable-file bron-onbekent -->\n`, 'onderdrukking-onbekend', 'Vervangen')).toBe(
      '<!-- opgavenwijzer-disable-file bron-onbekend -->\n',
    );
  });
});

describe('all that can be mended without a choice', () => {
  it('mends pages, clear keys and comments, and leaves the rest', () => {
    expect(
      fixedAll(
        `${STOPS} [@proefstudie:deelvervor, p. 22] [@proefstudie:ruimte-delen, p. 99] [@proefstudie:zomaar] <!-- opgavenwijzer-disable-line bron-onbekent -->\n\n<!-- opgavenwijzer-disable-next-line pagina-klopt-niet -->\n\nEinde.\n`,
      ),
    ).toBe(
      `${STOPS} [@proefstudie:deelvervoer, p. 22] [@proefstudie:ruimte-delen, p. 16] [@proefstudie:zomaar] <!-- opgavenwijzer-disable-line bron-onbekent -->\n\nEinde.\n`,
    );
  });
});

describe('an opgave that is possibly taken up', () => {
  it('is offered where its words stand, and nowhere else', () => {
    const { context, analysis } = open('Delen.\n\nDe gemeente zet voor haar eigen mensen een deelauto neer.\n');
    const mention = analysis.mentions.find(({ id }) => id === 'deelvervoer')!;
    const found = context.programme.get('deelvervoer')!;
    const possible = { ...context, programme: new Map([['deelvervoer', { ...found, state: 'mogelijk' as const }]]) };
    const titles = (at: number): string[] => choicesAt(possible, at).map(({ title }) => title);
    expect(titles(mention.from)).toEqual([
      '‘Vervoer delen’: bron toevoegen, want hier wordt zij opgepakt',
      '‘Vervoer delen’: telt hier niet mee',
      '‘Vervoer delen’: wordt hier alleen genoemd',
      '‘Vervoer delen’: hier wordt anders gekozen',
      '‘Vervoer delen’: wordt hier opgepakt',
      '‘Vervoer delen’: telt nergens mee',
    ]);
    expect(titles(0)).toEqual([]);
    expect(choicesAt(context, mention.from)).toHaveLength(4);
  });

  it('is said to be what it is now, beside that answer alone', () => {
    const marked = (text: string, words: string): (string | undefined)[] => {
      const { context } = open(text);
      return choicesAt(context, text.indexOf(words)).flatMap(({ title, about }) =>
        about ? [`${title}, ${about}`] : [],
      );
    };
    expect(marked('Wij gaan in alle dorpen deelauto’s neerzetten.\n', 'deelauto')).toEqual([
      '‘Vervoer delen’: wordt hier opgepakt, zo telt het nu',
    ]);
    const against = commentOf('kiest-anders', 'deelvervoer');
    expect(marked(`Wij gaan in alle dorpen deelauto’s neerzetten. ${against}\n`, 'deelauto')).toEqual([
      '‘Vervoer delen’: hier wordt anders gekozen, zo telt het nu',
    ]);
  });

  it('no longer counts once the writer says so', () => {
    const text =
      'In drie dorpen is een bushalte verdwenen.\n\nDe gemeente zet voor haar eigen mensen een deelauto neer.\n';
    expect(codesIn(text)).toEqual([]);
    const steered = `---\nopgavenwijzer:\n  niet-opgepakt: [deelvervoer]\n---\n\n${text}`;
    expect(codesIn(steered)).toEqual([MISSING]);
  });
});
