import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { URI } from 'vscode-uri';
import { COMMANDS } from '../../server/src/protocol/requests.js';
import type { ProgrammeSettings, Settled } from '../../server/src/protocol/settings.js';
import { Client } from './client.js';

describe('the settings of a programme, for whoever writes no JSON', () => {
  let client: Client;
  let folder: string;
  const uriOf = (name: string): string => URI.file(join(folder, name)).toString();
  const settingsOf = (name: string): Promise<ProgrammeSettings> =>
    client.ask('opgavenwijzer/instellingen', { uri: uriOf(name) });

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'programma '));
    mkdirSync(join(folder, 'wijk'));
    for (const name of ['a.md', 'wijk/b.md', 'c.txt']) writeFileSync(join(folder, name), 'Wij bouwen woningen.\n');
    client = await Client.start({ commands: Object.values(COMMANDS), rootUri: URI.file(folder).toString() });
  });
  afterEach(async () => {
    await client.stop();
    rmSync(folder, { recursive: true });
  });

  it('are told with what they can be, before there is a file as well', async () => {
    const { municipalities, ...settings } = await settingsOf('a.md');
    expect(settings).toMatchObject({
      file: uriOf('.opgavenwijzer.json'),
      exists: false,
      documents: ['a.md', 'wijk/b.md'],
      reikwijdte: 'programma',
      studies: settings.allStudies.map(({ key }) => key),
      silent: 0,
    });
    expect(settings.gemeente).toBeUndefined();
    expect(municipalities.find(({ name }) => name === 'Den Haag')!.others).toContain("'s-Gravenhage");
    expect(new Set(municipalities.map(({ name }) => name)).size).toBe(municipalities.length);
  });

  it('name nothing beside a text from elsewhere, which may lie among all that somebody has', async () => {
    const elsewhere = await Client.start({ commands: Object.values(COMMANDS) });
    const settings = () => elsewhere.ask<ProgrammeSettings>('opgavenwijzer/instellingen', { uri: uriOf('a.md') });
    await elsewhere.open(uriOf('a.md'), 'Wij bouwen woningen.\n');
    expect((await settings()).documents).toEqual(['a.md']);
    writeFileSync(join(folder, '.opgavenwijzer.json'), '{}');
    await elsewhere.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf('.opgavenwijzer.json'), type: 1 }],
    });
    expect((await settings()).documents).toEqual(['a.md', 'wijk/b.md']);
    await elsewhere.stop();
  });

  it('offer a study that lies there, before any file names it', async () => {
    const studies = async () => (await settingsOf('a.md')).allStudies.map(({ key }) => key);
    expect(await studies()).not.toContain('./wijk');
    writeFileSync(join(folder, 'wijk/studie.yaml'), 'key: wijk\ntitle: Wijk\nthemes: []\n');
    expect(await studies()).toContain('./wijk');
  });

  it('are written where they hold: in the nearest file, or where someone wants one', async () => {
    const change = (uri: string, more: object): Promise<Settled> =>
      client.ask('opgavenwijzer/wijzigInstellingen', { uri, ...more });
    expect(await change(uriOf('wijk/b.md'), { folder: URI.file(folder).toString(), gemeente: 'Heiloo' })).toEqual({
      file: uriOf('.opgavenwijzer.json'),
      content: '{\n  "gemeente": "Heiloo"\n}\n',
    });
    writeFileSync(
      join(folder, '.opgavenwijzer.json'),
      '{ "gemeente": "Heiloo", "nietMelden": ["opgave-ontbreekt:wijkenaanpak"] }',
    );
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf('.opgavenwijzer.json'), type: 1 }],
    });
    expect(await settingsOf('wijk/b.md')).toMatchObject({ exists: true, gemeente: 'Heiloo', silent: 1 });
    // The nearest file goes before what was asked.
    expect(await change(uriOf('wijk/b.md'), { folder: uriOf('wijk'), gemeente: null, reikwijdte: 'document' })).toEqual(
      {
        file: uriOf('.opgavenwijzer.json'),
        content: expect.stringMatching(
          /^\{\s+"nietMelden": \[\s+"opgave-ontbreekt:wijkenaanpak"\s+\],\s+"reikwijdte": "document"\s+\}$/,
        ),
      },
    );
    expect(await client.ask('opgavenwijzer/instellingen', { uri: 'untitled:nieuw.md' })).toBeNull();
  });
});
