import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type { Coverage, Rendered } from '../../server/src/protocol/requests.js';
import { folderWith } from '../cli/run.js';
import { Client, type StartOptions } from './client.js';

const STUDY = `key: woonvisie
title: Woonvisie Waterdam 2040
names: { opgave: doel, opgaven: doelen }
themes:
  - title: Betaalbaar wonen
    opgaven:
      - title: Voorrang voor starters bij koopwoningen
        id: starters
        short: Wie nog niets heeft, gaat voor.
      - { id: zwembad, title: Het zwembad blijft open }
`;
const TEXT =
  '# Plannen\n\nHet zwembad werd in 1974 gebouwd en trok vorig jaar veel bezoekers.\n\nWij volgen [@woonvisie:starters].\n';

const clients: Client[] = [];
afterEach(async () => {
  for (const client of clients.splice(0)) await client.stop();
});

/** A server on a folder with a programme and a study. */
async function started(options: StartOptions = {}, study = STUDY, more: Readonly<Record<string, string>> = {}) {
  const folder = folderWith({
    ...more,
    '.opgavenwijzer.json': '{ "studies": ["./woonvisie"] }',
    'p.md': TEXT,
    'woonvisie/studie.yaml': study,
  });
  const uriOf = (name: string): string => pathToFileURL(join(folder, name)).href;
  const client = await Client.start({ rootUri: uriOf(''), ...options });
  clients.push(client);
  await client.open(uriOf('p.md'), TEXT);
  const changed = (name: string, type = 2) =>
    client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(name), type }] });
  const codes = async (): Promise<string[]> =>
    (await client.pull(uriOf('p.md'))).map(({ code, data }) =>
      [code, ...(data as { opgaven?: string[] }).opgaven!].join(' '),
    );
  return { client, folder, uriOf, changed, codes };
}

describe('a study of one’s own in an editor', () => {
  it('with ‘document’ view, board, status bar and report count the document in front of one', async () => {
    const { client, folder, uriOf, changed } = await started();
    writeFileSync(join(folder, 'akkoord.md'), '# Akkoord\n\nWij houden het zwembad open.\n');
    await changed('akkoord.md', 1);
    const taken = async () => {
      const about = { uri: uriOf('p.md'), scope: 'programme' } as const;
      const dekking = await client.ask<Coverage>('opgavenwijzer/dekking', about);
      const { counts } = await client.ask<Coverage>('opgavenwijzer/samenvatting', about);
      const { content, fileName } = await client.ask<Rendered>('opgavenwijzer/verslag', { ...about, format: 'csv' });
      const missing = /zwembad.*ontbreekt/.test(content);
      return { name: dekking.name, counts: [dekking.counts.opgepakt, counts.opgepakt], missing, fileName };
    };
    expect(await taken()).toMatchObject({ counts: [2, 2], missing: false });
    writeFileSync(join(folder, '.opgavenwijzer.json'), '{ "studies": ["./woonvisie"], "reikwijdte": "document" }');
    await changed('.opgavenwijzer.json');
    expect(await taken()).toEqual({ name: 'p.md', counts: [1, 1], missing: true, fileName: 'p-dekking.csv' });
  });

  it('findings, hover, completion, coverage and pages are of that study, and follow it', async () => {
    const { client, folder, uriOf, changed, codes } = await started();
    expect(await codes()).toEqual(['opgave-ontbreekt zwembad']);
    const hover = await client.hover(uriOf('p.md'), { line: 4, character: 25 });
    expect(JSON.stringify(hover)).toContain('Voorrang voor starters bij koopwoningen** · doel');
    const page = await client.ask<{ title: string; markdown: string }>('opgavenwijzer/studie', {
      id: 'woonvisie:starters',
      uri: uriOf('p.md'),
    });
    expect(page.markdown).toContain('Wat staat ons te doen: doelen');
    const { total } = await client.ask<{ total: number }>('opgavenwijzer/dekking', {
      uri: uriOf('p.md'),
      scope: 'programme',
    });
    expect(total).toBe(2);
    await client.change(uriOf('p.md'), 2, [{ text: `${TEXT}\nZie [@woonvisie:zw` }]);
    const offered = await client.completion(uriOf('p.md'), { line: 6, character: 18 });
    expect(offered!.items[0]!.label).toContain('Het zwembad blijft open');
    await client.change(uriOf('p.md'), 3, [{ text: TEXT }]);
    writeFileSync(join(folder, 'woonvisie/studie.yaml'), STUDY.replace('id: zwembad', 'id: bad'));
    await changed('woonvisie/studie.yaml');
    expect(await codes()).toEqual(['opgave-ontbreekt bad']);
  });

  it('a rule can have another level beside it; a wrong key is told at its place, with what was meant', async () => {
    const { client, folder, uriOf, changed, codes } = await started();
    const file = uriOf('.opgavenwijzer.json');
    const text = (name: string) => `{ "studies": ["./woonvisie"],\n  "regels": { "${name}": "uit" } }`;
    const save = async (name: string) => {
      writeFileSync(join(folder, '.opgavenwijzer.json'), text(name));
      await changed('.opgavenwijzer.json');
    };
    await save('bron-onbekend:woonvisie');
    expect(await codes()).toEqual(['opgave-ontbreekt zwembad']);
    await save('opgave-ontbreekt:woonvisie');
    expect(await codes()).toEqual([]);
    const taken = await client.ask<{ label: string }[]>('opgavenwijzer/beslissingen', { uri: uriOf('p.md') });
    expect(taken.map(({ label }) => label)).toEqual(['Niet melden: alles van opgave-ontbreekt naast ‘woonvisie’']);
    const told = client.nextFindings(file);
    await client.open(file, text('opgave-ontbreekt:woonvise'));
    expect((await told).map(({ range, message }) => [range.start, message])).toEqual([
      [
        { line: 1, character: 14 },
        'Achter ‘opgave-ontbreekt:’ hoort de sleutel van een studie die meedoet, niet ‘woonvise’. Bedoelt u ‘opgave-ontbreekt:woonvisie’?',
      ],
    ]);
    const offered = await client.ask<{ label: string }[]>('textDocument/completion', {
      textDocument: { uri: file },
      position: { line: 1, character: 15 },
    });
    expect(offered.map(({ label }) => label)).toContain('opgave-ontbreekt:woonvisie');
  });

  it('what is personal is silent beside it as well', async () => {
    const silent = await started({ settings: { nietMelden: ['opgave-ontbreekt:zwembad'] } });
    expect(await silent.codes()).toEqual([]);
    const other = await started({ settings: { regels: { 'opgave-ontbreekt:elders': 'uit' } } });
    expect(await other.codes()).toEqual(['opgave-ontbreekt zwembad']);
  });

  it('a study that disappears is told of, and the one that comes along answers', async () => {
    const { client, folder, uriOf, changed, codes } = await started();
    expect(await codes()).toEqual(['opgave-ontbreekt zwembad']);
    rmSync(join(folder, 'woonvisie'), { recursive: true });
    const told = client.nextFindings(uriOf('.opgavenwijzer.json'));
    await changed('woonvisie/studie.yaml', 3);
    expect(await codes()).toEqual([]);
    expect((await told).map(({ message }) => message)).toEqual([
      'De studie ‘./woonvisie’ doet niet mee: de map bestaat niet. Controleer de naam. Nu geldt de studie die met Opgavenwijzer meekomt.',
    ]);
    writeFileSync(join(folder, '.opgavenwijzer.json'), '{}');
    await changed('.opgavenwijzer.json');
    expect(await client.hover(uriOf('p.md'), { line: 0, character: 3 })).toBeNull();
  });

  it('in a folder that is not trusted it is not read until it is', async () => {
    const { client, uriOf, codes } = await started({ isTrusted: false });
    const told = client.nextFindings(uriOf('.opgavenwijzer.json'));
    expect(await codes()).toEqual([]);
    expect((await told)[0]!.message).toContain(
      'in een map die niet wordt vertrouwd, wordt een eigen studie niet gelezen',
    );
    await client.connection.sendNotification('opgavenwijzer/trusted');
    expect(await codes()).toEqual(['opgave-ontbreekt zwembad']);
  });

  it('signals and files that explode are told while they are written, and findings of a text keep coming', async () => {
    const { client, uriOf, codes } = await started();
    const study = uriOf('woonvisie/studie.yaml');
    const told = async (version: number, text: string) => {
      const said = client.nextFindings(study);
      if (version === 1) await client.open(study, text);
      else await client.change(study, version, [{ text }]);
      return (await said).map(({ message }) => message);
    };
    const exploding = STUDY.replace(
      'short: Wie nog niets heeft, gaat voor.',
      `signals: "${'(a | b | c) '.repeat(50)}"`,
    );
    expect((await told(1, exploding))[0]).toMatch(/^Te veel combinaties/);
    expect((await told(2, `${STUDY}# ${'x'.repeat(11_000_000)}`))[0]).toMatch(/^Dit bestand is te groot om te lezen/);
    expect((await told(3, `${STUDY}x: &a [${'[1],'.repeat(1000)}]\ny: *a\n`))[0]).toMatch(/^Een studie heeft geen ‘x’/);
    expect(await codes()).toEqual(['opgave-ontbreekt zwembad']);
  });

  it('a file in a folder of it is read as a part of it', async () => {
    const part = 'themes:\n  - title: Groen\n    opgaven:\n      - { title: Duizend bomen erbij, id: bomen }\n';
    const { client, uriOf, codes } = await started({}, STUDY, { 'woonvisie/themas/groen.yaml': part });
    expect(await codes()).toEqual(['opgave-ontbreekt zwembad']);
    const uri = uriOf('woonvisie/themas/groen.yaml');
    const said = client.nextFindings(uri);
    await client.open(uri, part.replace('id: bomen', 'id: zwembad'));
    expect((await said).map(({ range, message }) => [range.start, message])).toEqual([
      [{ line: 3, character: 42 }, expect.stringMatching(/^De id ‘zwembad’ is al van ‘Het zwembad blijft open’/)],
    ]);
    const right = client.nextFindings(uri);
    await client.change(uri, 2, [{ text: part }]);
    expect(await right).toEqual([]);
    expect(JSON.stringify(await client.hover(uri, { line: 3, character: 20 }))).toContain('boom');
  });

  it('one that is not at work is read with all its files as well while it is written', async () => {
    const head = 'key: groen\ntitle: Groenvisie\n';
    const part = 'themes:\n  - title: Groen\n    opgaven:\n      - { title: Duizend bomen erbij, id: bomen }\n';
    const { client, folder, uriOf, changed } = await started({}, STUDY, {
      'groen/studie.yaml': head,
      'groen/themas/groen.yaml': part,
    });
    const uri = uriOf('groen/studie.yaml');
    const told = async (step: () => Promise<unknown>) => {
      const said = client.nextFindings(uri);
      await step();
      return (await said).map(({ message }) => message);
    };
    expect(await told(() => client.open(uri, head))).toEqual([]);
    const trends = `${head}themes:\n  - { title: Water, trends: [{ title: Droogte, opgaven: [bomen] }] }\n`;
    expect(await told(() => client.change(uri, 2, [{ text: trends }]))).toEqual([]);
    writeFileSync(join(folder, 'groen/themas/groen.yaml'), part.replace('id: bomen', 'id: struiken'));
    expect(await told(() => changed('groen/themas/groen.yaml'))).toEqual([
      expect.stringMatching(/^Er is geen opgave ‘bomen’ in deze studie/),
    ]);
  });

  it('a part of one that is not at work is held against the whole, also when only the part is open', async () => {
    const trends = 'themes:\n  - { title: Water, trends: [{ title: Droogte, opgaven: [bomen] }] }\n';
    const groen = 'themes:\n  - title: Groen\n    opgaven:\n      - { title: Duizend bomen erbij, id: struiken }\n';
    const { client, folder, uriOf, changed } = await started({}, STUDY, {
      'groen/studie.yaml': 'key: groen\ntitle: Groenvisie\n',
      'groen/themas/groen.yaml': groen,
      'groen/themas/water.yaml': trends,
    });
    const [water, struiken] = [uriOf('groen/themas/water.yaml'), uriOf('groen/themas/groen.yaml')];
    const told = async (step: () => unknown) => {
      const said = client.nextFindings(water);
      await step();
      return (await said).map(({ message }) => message);
    };
    const missing = [expect.stringMatching(/^Er is geen opgave ‘bomen’ in deze studie/)];
    expect(await told(() => client.open(water, trends))).toEqual(missing);
    expect(JSON.stringify(await client.hover(water, { line: 1, character: 21 }))).toContain('op de gemeente afkomt');
    const more = 'themes:\n  - title: Bos\n    opgaven:\n      - { title: Meer bomen, id: bomen }\n';
    writeFileSync(join(folder, 'groen/themas/bos.yaml'), more);
    expect(await told(() => changed('groen/themas/bos.yaml', 1))).toEqual([]);
    rmSync(join(folder, 'groen/themas/bos.yaml'));
    expect(await told(() => changed('groen/themas/bos.yaml', 3))).toEqual(missing);
    expect(await told(() => client.open(struiken, groen))).toEqual(missing);
    expect(await told(() => client.change(struiken, 2, [{ text: groen.replace('struiken', 'bomen') }]))).toEqual([]);
    rmSync(join(folder, 'groen/studie.yaml'));
    expect(await told(() => changed('groen/studie.yaml', 3))).toEqual([]);
    writeFileSync(join(folder, 'groen/studie.yaml'), 'key: groen\ntitle: Groenvisie\n');
    expect(await told(() => client.change(water, 2, [{ text: `${trends}key: x\n` }]))).toEqual([]);
    expect(await told(() => changed('groen/studie.yaml', 1))).toEqual([
      expect.stringMatching(/^Een deel van een studie heeft geen ‘key’/),
    ]);
  });

  it('who maintains the study that comes along is told of its faults, not that its key is taken; another may not have it', async () => {
    const along = readFileSync('data/trendstudie/studie.yaml', 'utf8');
    const part = 'themes:\n  - title: Groen\n    opgaven:\n      - { title: Duizend bomen erbij, id: bomen }\n';
    const { client, uriOf } = await started({}, STUDY, {
      'data/trendstudie/studie.yaml': along,
      'data/trendstudie/groen.yaml': part,
    });
    const uri = uriOf('data/trendstudie/studie.yaml');
    const told = async (step: () => Promise<unknown>) => {
      const said = client.nextFindings(uri);
      await step();
      return (await said).map(({ message }) => message);
    };
    expect(await told(() => client.open(uri, along))).toEqual([]);
    const wrong = along.replace('publisher:', 'uitgever:');
    expect(await told(() => client.change(uri, 2, [{ text: wrong }]))).toEqual([
      expect.stringMatching(/^Een studie heeft geen ‘uitgever’/),
    ]);
    const other = along.replace(/^title: .*/m, 'title: Groenvisie');
    expect(await told(() => client.change(uri, 3, [{ text: other }]))).toEqual([
      expect.stringMatching(/^De sleutel ‘trendstudie’ is van een studie die met Opgavenwijzer meekomt/),
    ]);
  });

  it('what is wrong shows while it is written, and a hover says by what an opgave is recognised', async () => {
    const { client, uriOf } = await started();
    const study = uriOf('woonvisie/studie.yaml');
    const said = client.nextFindings(study);
    await client.open(study, STUDY.replace('short:', 'kort:'));
    expect((await said).map(({ range, message }) => [range.start, message])).toEqual([
      [{ line: 8, character: 8 }, expect.stringMatching(/^Een opgave heeft geen ‘kort’\. Bedoelt u ‘short’\?/)],
    ]);
    const right = client.nextFindings(study);
    await client.change(study, 2, [{ text: STUDY }]);
    expect(await right).toEqual([]);
    const about = async (line: number, character: number) =>
      JSON.stringify(await client.hover(study, { line, character }));
    expect(await about(0, 1)).toContain('De sleutel van de studie');
    expect(await about(6, 20)).toContain('Hieraan herkent Opgavenwijzer ‘Voorrang');
    expect(await about(6, 20)).toContain('koopwoning*');
    expect(await about(1, 12)).toBe('null');
    expect(await client.pull(study)).toEqual([]);
  });
});
