import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { tallyText } from '../../server/src/cli/formats/tally-text.js';
import { createTerminal } from '../../server/src/cli/terminal.js';
import {
  type Counted,
  type CoverageState,
  countsCsv,
  DEFAULT_CONFIGURATION,
  lineInFile,
  outcomeOf,
  readGroups,
  tally,
  tallyCsv,
  tallyHtml,
  tallyMarkdown,
  titleOf,
} from '../../server/src/core/index.js';
import { readCsv } from '../../server/src/core/report/csv-reader.js';
import { groupsOf, meanStands } from '../../server/src/core/report/grouping.js';
import { barOf } from '../../server/src/core/report/stands.js';
import { statesIn, tallyData, tallyPlaces } from '../../server/src/core/report/tally-data.js';
import { TALLY_STYLE, TALLY_STYLE_HASH } from '../../server/src/core/report/tally-style.js';
import { smallService } from './small-study.js';

const beside = smallService.report({ configuration: DEFAULT_CONFIGURATION, documents: [] }, '');
const IDS = beside.themes.flatMap(({ opgaven }) => opgaven.map(({ id }) => id));

/** A programme with these states, in the order of the study. */
const programme = (file: string, states: readonly CoverageState[], groups?: Counted['groups']): Counted => ({
  file,
  outcome: {
    title: `Programma ${file}`,
    href: file,
    unread: [],
    opgaven: Object.fromEntries(
      IDS.map((id, at) => [
        id,
        {
          state: states[at]!,
          ...(states[at] === 'bewust-niet' ? { reason: 'Genoeg <gebouwd>.' } : {}),
          ...(states[at] === 'opgepakt'
            ? { place: { label: 'regel 3', href: `${file}#L3`, words: '=SOM(1) Wij </script> bouwen.' } }
            : {}),
        },
      ]),
    ),
  },
  groups,
});

const counted = tally(
  beside,
  [
    programme('a.md', ['opgepakt', 'niet-genoemd', 'anders'], { partij: 'Lokaal', omvang: '100.000 en meer' }),
    programme('b.md', ['opgepakt', 'mogelijk', 'bewust-niet'], { partij: 'Groen', omvang: '20.000–50.000' }),
    programme('c.md', ['ontbreekt', 'niet-genoemd', 'opgepakt'], { partij: 'Lokaal' }),
  ],
  { unread: ['d.md: geen UTF-8.'] },
);

describe('many programmes', () => {
  it('are counted per opgave: for it, otherwise, named, nothing', () => {
    expect(counted.opgaven.map(({ id, stands }) => [id, stands])).toEqual([
      [IDS[0], { opgepakt: 2, anders: 0, genoemd: 1, niets: 0 }],
      [IDS[1], { opgepakt: 0, anders: 0, genoemd: 1, niets: 2 }],
      [IDS[2], { opgepakt: 1, anders: 2, genoemd: 0, niets: 0 }],
    ]);
    expect(counted.groupings).toEqual(['partij', 'omvang']);
  });

  it('are counted by group, small before large, and what is unknown last', () => {
    expect(groupsOf(counted.programmes, 'omvang').map(([name, { length }]) => [name, length])).toEqual([
      ['20.000–50.000', 1],
      ['100.000 en meer', 1],
      ['onbekend', 1],
    ]);
    const [lokaal, members] = groupsOf(counted.programmes, 'partij')[1]!;
    expect(lokaal).toBe('Lokaal');
    expect(meanStands(members)).toEqual({ opgepakt: 1, anders: 0.5, genoemd: 0.5, niets: 1 });
  });

  it('leave out what not all of them are held beside', () => {
    const { opgaven } = programme('e.md', ['opgepakt', 'opgepakt', 'opgepakt']).outcome;
    const { [IDS[0]!]: first, ...others } = opgaven;
    const one = programme('a.md', ['opgepakt', 'opgepakt', 'opgepakt']);
    const two = { file: 'e.md', outcome: { ...one.outcome, opgaven: others } };
    expect(tally(beside, [one, two]).opgaven.map(({ id }) => id)).toEqual(IDS.slice(1));
  });

  it('keep of each programme what it does and where it is clearest', () => {
    const text = '---\npartij: Lokaal\n---\n\n# A\n\nWij bouwen [@proefstudie:nieuwbouw, p. 13].\n';
    const analysis = smallService.analyse(text);
    const document = { key: 'a', name: 'a.md', href: 'a.md', analysis, placeOf: () => lineInFile(7) };
    const report = smallService.report(
      { configuration: DEFAULT_CONFIGURATION, documents: [document] },
      titleOf(analysis)!,
    );
    const outcome = outcomeOf(report);
    expect(outcome).toMatchObject({ title: 'A', party: 'Lokaal', href: 'a.md', unread: [] });
    expect(outcome.opgaven.nieuwbouw).toEqual({
      state: 'opgepakt',
      place: { label: 'regel 7', href: 'a.md#L7', words: 'Wij bouwen.' },
    });
    expect(JSON.parse(JSON.stringify(outcome))).toEqual(outcome);
  });

  it('fill a bar from end to end', () => {
    expect(barOf({ opgepakt: 1, anders: 0, genoemd: 3, niets: 0 })).toEqual([
      { stand: 'opgepakt', from: 0, length: 25 },
      { stand: 'genoemd', from: 25, length: 75 },
    ]);
    expect(barOf({ opgepakt: 0, anders: 0, genoemd: 0, niets: 0 })).toEqual([]);
  });
});

describe('the table of many programmes', () => {
  it('has a row for each programme and opgave, and is no formula to a spreadsheet', () => {
    const rows = tallyCsv(counted).split('\r\n');
    expect(rows[0]).toBe('\ufeffbestand;programma;partij;omvang;thema;opgave;sleutel;toestand;telt als;plaats;woorden');
    expect(rows).toHaveLength(1 + 3 * IDS.length + 1);
    expect(rows[1]).toBe(
      `a.md;a.md;Lokaal;100.000 en meer;Wonen;Nieuwbouw;nieuwbouw;opgepakt;opgepakt;regel 3;'=SOM(1) Wij </script> bouwen.`,
    );
    expect(rows[6]).toMatch(/^b\.md;.*;bewust niet;kiest anders;;Genoeg <gebouwd>\.$/);
  });

  it('counts each programme in one row', () => {
    expect(countsCsv(counted).split('\r\n').slice(0, 2)).toEqual([
      '\ufeffbestand;programma;partij;omvang;opgepakt;kiest anders;mogelijk opgepakt;ontbreekt;niet genoemd;bewust niet',
      'a.md;a.md;Lokaal;100.000 en meer;1;1;0;0;1;0',
    ]);
  });

  it('is kept whole in Markdown', () => {
    const markdown = tallyMarkdown(counted, 'Gemaakt vandaag.');
    expect(markdown).toContain('# 3 programma’s geteld');
    expect(markdown).toContain('| Nieuwbouw | Wonen | 2 | 0 | 1 | 0 |');
    expect(markdown).toContain('| Lokaal | 2 | 1,0 | 0,5 | 0,5 | 1,0 |');
    expect(markdown).toContain('- d.md: geen UTF-8.');
  });
});

describe('many programmes on a terminal', () => {
  it('are a line each that fits, and what they do on average', () => {
    const stream = { isTTY: true, columns: 72, write: () => {} };
    const terminal = createTerminal(stream, stream, { NO_COLOR: '1' });
    const [title, , head, ...lines] = tallyText(counted, terminal).trimEnd().split('\n');
    expect(title).toBe('3 programma’s geteld');
    expect(head).toMatch(/^ +● opgepakt {2}⊘ kiest anders {2}◐ genoemd {2}· niets$/);
    expect(lines.map((line) => line.split(/ {2,}/))).toEqual([
      ['a.md', '1', '1', '0', '1'],
      ['b.md', '1', '1', '1', '0'],
      ['c.md', '1', '0', '1', '1'],
      ['gemiddeld', '1,0', '0,7', '0,7', '0,7'],
    ]);
    const long = tally(beside, [programme(`${'lang-'.repeat(30)}.md`, ['opgepakt', 'opgepakt', 'opgepakt'])]);
    for (const line of tallyText(long, terminal).trimEnd().split('\n').slice(1))
      expect(line.length).toBeLessThanOrEqual(72);
  });
});

describe('the page of many programmes', () => {
  const page = tallyHtml(counted, 'Gemaakt vandaag.');

  it('runs its own script and nothing else, and asks nothing from elsewhere', () => {
    const hashOf = (source: string) => `sha256-${createHash('sha256').update(source).digest('base64')}`;
    expect(TALLY_STYLE_HASH).toBe(hashOf(TALLY_STYLE));
    const [, script] = /<script>([\s\S]*?)<\/script>/.exec(page)!;
    expect(page).toContain(`script-src &#39;${hashOf(script!)}&#39;;`);
    expect(page.replace(script!, '')).not.toMatch(/https?:|style="|@import|url\((?!#)/);
    expect(page).not.toContain('Wij </script> bouwen');
  });

  it('says without its script what it says with it: numbers, bars, groups, programmes, what was not read', () => {
    expect(page).toMatch(
      /<th scope="row">Nieuwbouw <span class="soft">Wonen<\/span><\/th><td class="bar" aria-hidden="true"><svg><rect class="fill-opgepakt" x="0.00%" width="66.67%"/,
    );
    expect(page).toMatch(/<th scope="row">Lokaal<\/th><td class="number count">2<\/td>/);
    expect(page).toContain('<a href="a.md" title="a.md">a.md</a> <span class="soft">Programma a.md</span>');
    expect(page).toContain('<li>d.md: geen UTF-8.</li>');
    expect(page).toMatch(/<fieldset id="keuze" hidden>/);
  });

  it('gives its script all states in few characters, and the sentences apart', () => {
    const { programmes } = tallyData(counted);
    expect(programmes[0]![1]).toHaveLength(IDS.length);
    expect(statesIn(programmes[1]![1])).toEqual(['opgepakt', 'mogelijk', 'bewust-niet']);
    expect(tallyPlaces(counted)[1]).toEqual({
      0: ['=SOM(1) Wij </script> bouwen.', 'regel 3', 'b.md#L3'],
      2: ['Genoeg <gebouwd>.'],
    });
  });
});

describe('a table of groups', () => {
  it('is read as spreadsheets write it', () => {
    expect(readCsv('\ufeffa;"b ""c"";\nd"\r\n\r\ne;f\n')).toEqual({
      rows: [
        { line: 1, cells: ['a', 'b "c";\nd'] },
        { line: 4, cells: ['e', 'f'] },
      ],
    });
    expect(readCsv('a,b\n1;2,')).toEqual({
      rows: [
        { line: 1, cells: ['a', 'b'] },
        { line: 2, cells: ['1;2', ''] },
      ],
    });
    expect(readCsv('')).toEqual({ rows: [] });
    expect(readGroups('Bestand;Partij; omvang\na.md;Groen  & Sociaal;\nb.md\n')).toEqual({
      rows: [
        { line: 2, file: 'a.md', groups: { partij: 'Groen & Sociaal' } },
        { line: 3, file: 'b.md', groups: {} },
      ],
      faults: [],
      remarks: [],
    });
  });

  it.each([
    ['', 1, /^de kolom ‘bestand’ ontbreekt/],
    ['naam;partij\na.md;X\n', 1, /^de kolom ‘bestand’ ontbreekt/],
    ['bestand;regio\na.md;X\n', 1, /^er is geen kolom partij, gemeente, provincie of omvang/],
    ['bestand;partij;partij\n', 1, /^de kolom ‘partij’ staat er twee keer/],
    ['bestand;partij\na.md;X;Y\n', 2, /^hier staan 3 velden, en de eerste regel noemt er 2/],
    ['bestand;partij\n\n;X\n', 3, /^het veld ‘bestand’ is leeg/],
    ['bestand;partij\na.md;X\na.md;Y\n', 3, /^‘a.md’ staat ook op regel 2/],
    ['bestand;partij\na.md;"X\nb.md;Y\n', 2, /^een aanhalingsteken/],
  ])('says what is wrong in %j, and where', (text, line, message) => {
    expect(readGroups(text).faults).toContainEqual({ line, message: expect.stringMatching(message) });
  });

  it('says which column is not used, and which was meant', () => {
    expect(readGroups('bestand;partij;provinsie;noot\n')).toMatchObject({
      faults: [],
      remarks: [
        { line: 1, message: 'de kolom ‘provinsie’ wordt niet gebruikt. Bedoelt u ‘provincie’?' },
        { line: 1, message: 'de kolom ‘noot’ wordt niet gebruikt.' },
      ],
    });
  });
});
