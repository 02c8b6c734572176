import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtinStudy } from '../../server/src/core/index.js';
import { folderWith, opgavenwijzer } from './run.js';

const { key } = builtinStudy.study().info;

const WOONVISIE = `key: woonvisie
title: Woonvisie Waterdam 2040
names: { opgave: doel, opgaven: doelen }
themes:
  - title: Betaalbaar wonen
    opgaven:
      - { id: sociale-huur, title: Een derde van de nieuwbouw is sociale huur, pages: 5 }
      - { id: koopwoningen, title: Voorrang voor starters bij koopwoningen }
      - { id: zwembad, title: Het zwembad blijft open }
`;
const TEXT = `# Plannen

Wij geven starters voorrang bij nieuwe koopwoningen.

Wij houden ons aan [@woonvisie:sociale-huur, p. 5] en aan [@woonvisie:bestaat-niet].

Het zwembad werd in 1974 gebouwd en trok vorig jaar veel bezoekers.
`;

/** A programme beside a study. */
const programme = (
  studies: readonly string[],
  study = WOONVISIE,
  more: Readonly<Record<string, string>> = {},
): string =>
  folderWith({
    '.opgavenwijzer.json': JSON.stringify({ studies }),
    'p.md': TEXT,
    'woonvisie/studie.yaml': study,
    ...more,
  });

/** An agreement and a text that says less, side by side; each counts for itself. */
const ALONE = {
  '.opgavenwijzer.json': '{ "studies": ["./woonvisie"], "reikwijdte": "document" }',
  'akkoord.md': '# Akkoord\n\nWij geven starters voorrang bij nieuwe koopwoningen. Wij houden het zwembad open.\n',
};

interface Report {
  readonly themes: readonly { readonly name: string; readonly opgaven: readonly { id: string; state: string }[] }[];
}
const statesIn = (json: string): Record<string, string> =>
  Object.fromEntries(
    (JSON.parse(json) as Report).themes.flatMap(({ opgaven }) => opgaven).map(({ id, state }) => [id, state]),
  );

describe('a study of one’s own at work', () => {
  it('with ‘document’ each file is a programme, whatever is asked', async () => {
    const cwd = folderWith({ 'p.md': TEXT, 'woonvisie/studie.yaml': WOONVISIE, ...ALONE });
    const one = await opgavenwijzer(['check', 'p.md'], { cwd });
    expect(one.out).toContain('1 programma · 2 van 3 doelen opgepakt');
    const all = await opgavenwijzer(['check', '.'], { cwd });
    expect(all.out).toContain("2 programma's · gemiddeld 2 van 3 doelen opgepakt");
    const dekking = async (path: string) => opgavenwijzer(['dekking', path, '--format', 'json'], { cwd });
    expect(statesIn((await dekking('p.md')).out).zwembad).toBe('ontbreekt');
    expect(statesIn((await dekking('akkoord.md')).out).zwembad).toBe('opgepakt');
    expect((await dekking('.')).err).toBe(
      'Dit zijn 2 programma’s, want elk document telt hier voor zich. Noem er één, of zet ze naast elkaar met opgavenwijzer vergelijk.\n',
    );
  });

  it('every command holds the text against it, and says which study is meant', async () => {
    const cwd = programme([key, './woonvisie']);
    const check = await opgavenwijzer(['check', 'p.md', '--format', 'json'], { cwd });
    expect(check.err).toBe('');
    const found = JSON.parse(check.out) as { code: string; opgave?: string; message: string }[];
    expect(found.find(({ code }) => code === 'bron-onbekend')!.message).toContain(
      'De studie ‘woonvisie’ heeft geen ‘bestaat-niet’.',
    );
    expect(found.find(({ code }) => code === 'opgave-ontbreekt')!.opgave).toBe('woonvisie:zwembad');
    const dekking = statesIn((await opgavenwijzer(['dekking', 'p.md', '--format', 'json'], { cwd })).out);
    expect(dekking).toMatchObject({
      'woonvisie:sociale-huur': 'opgepakt',
      'woonvisie:koopwoningen': 'opgepakt',
      'woonvisie:zwembad': 'ontbreekt',
    });
    expect(Object.keys(dekking).some((id) => id.startsWith(`${key}:`))).toBe(true);
    const sources = await opgavenwijzer(['bibliografie', '--alleen-geciteerd', 'p.md'], { cwd });
    expect(JSON.parse(sources.out)).toEqual([
      expect.objectContaining({
        id: 'woonvisie:sociale-huur',
        page: '5',
        'container-title': 'Woonvisie Waterdam 2040',
      }),
    ]);
    const analysis = await opgavenwijzer(['analyse', 'p.md'], { cwd });
    expect(analysis.out).toContain('"id":"woonvisie:koopwoningen"');
  });

  it('the one that comes along can be left out; then ids need no key', async () => {
    const cwd = programme(['./woonvisie']);
    const { out, err } = await opgavenwijzer(['dekking', 'p.md', '--format', 'json'], { cwd });
    expect(err).toBe('');
    expect(statesIn(out)).toEqual({ 'sociale-huur': 'opgepakt', koopwoningen: 'opgepakt', zwembad: 'ontbreekt' });
    const beside = await opgavenwijzer(['dekking', 'p.md', '--format', 'md'], { cwd });
    expect(beside.out).toContain('Naast de studie ‘woonvisie’ *Woonvisie Waterdam 2040*');
    for (const each of ['akkoord', 'groen']) {
      mkdirSync(join(cwd, each));
      writeFileSync(join(cwd, each, 'studie.yaml'), WOONVISIE.replace('key: woonvisie', `key: ${each}`));
    }
    writeFileSync(join(cwd, '.opgavenwijzer.json'), '{ "studies": ["./woonvisie", "./akkoord", "./groen"] }');
    const three = /‘woonvisie’ .+2040.+, de studie ‘akkoord’ .+2040.+ en de studie ‘groen’ /;
    for (const format of ['md', 'html'])
      expect((await opgavenwijzer(['dekking', 'p.md', '--format', format], { cwd })).out).toMatch(three);
  });

  it('a rule can have another level beside it, by its key behind the rule', async () => {
    const cwd = programme([key, './woonvisie']);
    const levelsWith = async (regels: object) => {
      writeFileSync(join(cwd, '.opgavenwijzer.json'), JSON.stringify({ studies: [key, './woonvisie'], regels }));
      const { out, err } = await opgavenwijzer(['check', 'p.md', '--format', 'json'], { cwd });
      const found = JSON.parse(out) as { code: string; severity: string; opgave?: string }[];
      return { err, levels: found.filter(({ code }) => code === 'opgave-ontbreekt').map(({ severity }) => severity) };
    };
    expect(await levelsWith({ 'opgave-ontbreekt:woonvisie': 'hint' })).toEqual({ err: '', levels: ['hint'] });
    expect(await levelsWith({ [`opgave-ontbreekt:${key}`]: 'hint' })).toEqual({ err: '', levels: ['warning'] });
    const { err, levels } = await levelsWith({ 'opgave-ontbreekt:woonvise': 'uit' });
    expect(levels).toEqual(['warning']);
    expect(err).toContain(
      'achter ‘opgave-ontbreekt:’ hoort de sleutel van een studie die meedoet, niet ‘woonvise’. Bedoelt u ‘opgave-ontbreekt:woonvisie’?',
    );
  });

  it('without the setting nothing of it is read', async () => {
    const cwd = folderWith({ 'p.md': 'Tekst.\n', '.opgavenwijzer.json': '{}', 'woonvisie/studie.yaml': ': fout' });
    expect(await opgavenwijzer(['check', 'p.md'], { cwd })).toMatchObject({ code: 0, err: '' });
  });

  it.each([
    [
      'a folder that is not there',
      ['./visie'],
      {},
      /json:1: de studie ‘\.\/visie’ doet niet mee: de map bestaat niet\. Controleer de naam\./,
    ],
    [
      'a folder without a study',
      ['./leeg'],
      { 'leeg/x.md': '' },
      /‘\.\/leeg’ doet niet mee: in deze map staat geen studie\.yaml\./,
    ],
    ['a file', ['./p.md'], {}, /‘\.\/p\.md’ doet niet mee: dit is geen map\. Een studie is een map met studie\.yaml\./],
    ['a path outside', ['../../elders'], {}, /haar map ligt buiten de map van het programma/],
    [
      'the key of the built-in study',
      ['./a'],
      { 'a/studie.yaml': WOONVISIE.replace('woonvisie', key) },
      /in studie\.yaml, regel 1: de sleutel/,
    ],
    [
      'two keys alike',
      ['./woonvisie', './b'],
      { 'b/studie.yaml': WOONVISIE },
      /‘\.\/b’ doet niet mee: haar sleutel ‘woonvisie’ is die van ‘\.\/woonvisie’/,
    ],
    ['no UTF-8', ['./c'], { 'c/studie.yaml': '\u0000' }, /doet niet mee/],
  ])('%s is told in a sentence, and the rest works', async (_, studies, files, said) => {
    const cwd = programme([key, ...studies], WOONVISIE, files);
    const { code, out, err } = await opgavenwijzer(['dekking', 'p.md', '--format', 'json'], { cwd });
    expect(err).toMatch(said);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(code).toBe(2);
    expect(Object.keys(statesIn(out)).length).toBeGreaterThan(10);
  });

  it('where no other study is at work, it is said what the figures are of', async () => {
    const { code, err } = await opgavenwijzer(['dekking', 'p.md'], { cwd: programme(['./woonvisie'], 'key') });
    expect(code).toBe(2);
    expect(err).toMatch(/doet niet mee: .*[^.]\. Nu geldt de studie die met Opgavenwijzer meekomt\.\n$/);
  });

  it('a file that is too large, and one that is no text, are told with what to do', async () => {
    const cwd = programme(['./woonvisie'], `${WOONVISIE}# ${'x'.repeat(10 * 1024 * 1024)}\n`);
    const large = await opgavenwijzer(['check', 'p.md'], { cwd });
    expect(large.err).toMatch(/studie\.yaml is 10 MB; een bestand van een studie is hoogstens 2 MB\. Verdeel het/);
    writeFileSync(join(cwd, 'woonvisie/studie.yaml'), Uint8Array.of(0x6b, 0xff, 0xfe));
    const odd = await opgavenwijzer(['check', 'p.md'], { cwd });
    expect(odd.err).toMatch(/studie\.yaml: geen UTF-8 \(byte 1\)\. Sla het bestand op als UTF-8/);
  });

  it('files that are too large together are told, and what is wrong ends on one full stop', async () => {
    const part = `themes: []\n# ${'x'.repeat(1_900_000)}\n`;
    const cwd = programme(['./woonvisie'], WOONVISIE, {
      'woonvisie/a.yaml': part,
      'woonvisie/b.yaml': part,
      'woonvisie/c.yaml': part,
    });
    const large = await opgavenwijzer(['check', 'p.md'], { cwd });
    expect(large.err).toContain('de bestanden in deze map zijn samen groter dan 4 MB. Neem minder op. Nu geldt ');
    for (const name of ['a', 'b', 'c']) rmSync(join(cwd, `woonvisie/${name}.yaml`));
    writeFileSync(join(cwd, 'woonvisie/studie.yaml'), '');
    const empty = await opgavenwijzer(['check', 'p.md'], { cwd });
    expect(empty.err).toMatch(/maakt een voorbeeld\. Nu geldt [^.]+\.\n/);
  });

  it('programmes on other threads know their own study as well', async () => {
    const cwd = folderWith({});
    for (const name of ['a', 'b', 'c', 'd']) {
      mkdirSync(join(cwd, name, 'woonvisie'), { recursive: true });
      writeFileSync(join(cwd, name, '.opgavenwijzer.json'), '{"studies":["./woonvisie"]}');
      writeFileSync(
        join(cwd, name, 'woonvisie/studie.yaml'),
        WOONVISIE.replace('key: woonvisie', `key: visie-${name}`),
      );
      writeFileSync(
        join(cwd, name, 'p.md'),
        `${TEXT.replaceAll('@woonvisie', `@visie-${name}`)}\n${'Het was een mooie dag.\n\n'.repeat(12_000)}`,
      );
    }
    const { out, err } = await opgavenwijzer(['check', '.', '--format', 'json'], { cwd });
    expect(err).toBe('');
    const found = JSON.parse(out) as { file: string; code: string; opgave?: string }[];
    expect(found.filter(({ opgave }) => opgave === 'zwembad').map(({ file }) => file)).toEqual([
      'a/p.md',
      'b/p.md',
      'c/p.md',
      'd/p.md',
    ]);
  });
});

describe('opgavenwijzer studie', () => {
  it('makes a study that holds, and leaves one that is there alone', async () => {
    const cwd = folderWith({});
    const made = await opgavenwijzer(['studie', 'nieuw', 'mijn visie'], { cwd });
    expect(made).toMatchObject({ code: 0, err: '' });
    expect(readFileSync(join(cwd, 'mijn visie/studie.yaml'), 'utf8')).toContain('key: mijn-visie');
    const checked = await opgavenwijzer(['studie', 'controleer', 'mijn visie'], { cwd });
    expect(checked).toMatchObject({ code: 0, err: '' });
    expect(checked.out).toContain('Er klopt alles.');
    const again = await opgavenwijzer(['studie', 'nieuw', 'mijn visie'], { cwd });
    expect(again.code).toBe(2);
    expect(again.err).toContain('bestaat al');
  });

  it('reads a study that is split over folders; what has a study of its own, or is hidden, is no part', async () => {
    const [head = '', themes = ''] = WOONVISIE.split(/^(?=themes:)/m);
    const cwd = folderWith({
      'woonvisie/studie.yaml': head,
      'woonvisie/themas/wonen.yaml': themes,
      'woonvisie/signalen.yaml': 'signals:\n  zwembad: zwembad, badwater\n',
      'woonvisie/oud/studie.yaml': WOONVISIE,
      'woonvisie/.git/x.yaml': 'x: y',
      'woonvisie/.gitlab-ci.yml': 'x: y',
      'woonvisie/node_modules/x.yaml': 'x: y',
    });
    const whole = await opgavenwijzer(['studie', 'controleer', 'woonvisie', '--signalen'], { cwd });
    expect(whole).toMatchObject({ code: 0, err: '' });
    expect(whole.out).toContain('(sleutel woonvisie): 1 thema, 3 doelen.\n');
    expect(whole.out).toContain('Het zwembad blijft open (zwembad), zoals geschreven\n  zwembad, badwater\n');
    writeFileSync(join(cwd, 'woonvisie/themas/wonen.yaml'), themes.replace('pages: 5', 'pages: vijf'));
    const wrong = await opgavenwijzer(['studie', 'controleer', 'woonvisie'], { cwd });
    expect(wrong.out).toMatch(/^woonvisie\/themas\/wonen\.yaml:4:87: ‘pages’ is een bladzijde/);
    expect(wrong.code).toBe(1);
  });

  it('has ids of any word, also one that JavaScript has a meaning for', async () => {
    const cwd = programme(['./woonvisie'], WOONVISIE.replace('id: zwembad', 'id: constructor'));
    const { code, out, err } = await opgavenwijzer(['dekking', 'p.md'], { cwd });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Het zwembad blijft open');
  });

  it('reads the study that comes along as any other; beside itself it is not set to work', async () => {
    const cwd = programme(['./trendstudie']);
    cpSync('data/trendstudie', join(cwd, 'trendstudie'), { recursive: true });
    const { code, out } = await opgavenwijzer(['studie', 'controleer', 'trendstudie'], { cwd });
    expect({ code, out }).toMatchObject({
      code: 0,
      out: expect.stringMatching(/sleutel trendstudie.*\nEr klopt alles\.\n$/),
    });
    const { err } = await opgavenwijzer(['check', 'p.md'], { cwd });
    expect(err).toMatch(
      /de studie ‘\.\/trendstudie’ doet niet mee: zij komt met Opgavenwijzer mee\. Zet ‘trendstudie’ bij ‘studies’, of geef haar een eigen key/,
    );
  });

  it('says what is wrong with line and column, and by what an opgave is recognised', async () => {
    const cwd = programme([], WOONVISIE.replace('id: zwembad', 'id: sociale-huur'));
    const { code, out } = await opgavenwijzer(['studie', 'controleer', 'woonvisie', '--signalen'], { cwd });
    expect(code).toBe(1);
    expect(out).toContain('woonvisie/studie.yaml:9:15: de id ‘sociale-huur’ is al van ‘Een derde');
    expect(out).toMatch(
      /Voorrang voor starters bij koopwoningen \(koopwoningen\), uit titel.*\n(?: {2}.*\n)* {2}.*koopwoning\*/,
    );
    rmSync(join(cwd, 'woonvisie/studie.yaml'));
    const gone = await opgavenwijzer(['studie', 'controleer', 'woonvisie'], { cwd });
    expect(gone).toMatchObject({ code: 2, out: '', err: 'woonvisie: in deze map staat geen studie.yaml.\n' });
    rmSync(join(cwd, 'woonvisie'), { recursive: true });
    const nowhere = await opgavenwijzer(['studie', 'controleer', 'woonvisie'], { cwd });
    expect(nowhere).toMatchObject({ code: 2, out: '', err: 'woonvisie: de map bestaat niet. Controleer de naam.\n' });
    const wrong = await opgavenwijzer(['studie', 'maak', 'x'], { cwd });
    expect(wrong.err).toContain('Kies nieuw, controleer of uit, niet ‘maak’.');
  });
});
