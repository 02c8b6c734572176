import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { URI } from 'vscode-uri';
import manifest from '../../package.json' with { type: 'json' };
import { Client } from './client.js';

const ENGLISH = `${'The council will build more houses for young families in the coming years. '.repeat(4)}\n`;

describe('the log, for whoever asks why something is not there', () => {
  let client: Client;
  let folder: string;
  const uriOf = (name: string): string => URI.file(join(folder, name)).toString();
  const write = (name: string, text: string | Uint8Array): void => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  const open = async (name: string, text: string): Promise<void> => {
    await client.open(uriOf(name), text);
    await client.pull(uriOf(name));
  };
  /** The lines so far, without the place of the folder. */
  const lines = (): string[] => client.log.map((line) => line.replaceAll(folder, '…'));

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'programma '));
  });
  afterEach(async () => {
    await client.stop();
    rmSync(folder, { recursive: true });
  });

  it('says at the start which version, which study, and what is set', async () => {
    client = await Client.start({ settings: { gemeente: 'Heiloo' } });
    await open('los.md', 'Wij bouwen woningen.\n');
    expect(lines()[0]).toBe(`Opgavenwijzer ${manifest.version}.`);
    expect(lines()[1]).toMatch(
      /^Studie ‘trendstudie’: Herstel en perspectief[^(]+\(Platform31, 2021\): 8 thema’s, \d+ trends, 39 opgaven, /,
    );
    expect(lines()).toContain('Instellingen van de editor: gemeente Heiloo.');
    expect(lines()).toContain(
      '…/los.md is een programma op zichzelf: er staat geen .opgavenwijzer.json in zijn map of daarboven.',
    );
  });

  it('says what makes up a programme, how it is set, and what is not read and why', async () => {
    write('.opgavenwijzer.json', '{ "gemeente": "Heiloo", "regels": { "bron-onbekend": "uit" } }');
    write('b.md', 'Wij bouwen.\n');
    write('plan.docx', 'x');
    write('.oud/c.md', 'x');
    write('english.md', ENGLISH);
    write('groot.md', new Uint8Array(17 * 1024 * 1024).fill(97));
    write('latin.md', Uint8Array.of(0x57, 0xeb));
    write('wijk/.opgavenwijzer.json', '{}');
    write('wijk/d.md', 'x');
    symlinkSync(join(folder, 'b.md'), join(folder, 'e.md'));
    client = await Client.start();
    await open('a.md', 'Wij bouwen woningen.\n');
    const expected = [
      'Instellingen van …/.opgavenwijzer.json: gemeente Heiloo, regels (bron-onbekend uit).',
      'Instellingen van …/wijk/.opgavenwijzer.json: niets ingesteld.',
      'Programma …: 5 bestanden: b.md, english.md, groot.md, latin.md, a.md.',
      'Niet gelezen in …: geen Markdown: plan.docx; verborgen of van software: .oud; een koppeling: e.md; van een ander programma, met een eigen .opgavenwijzer.json: wijk/d.md.',
      'Overgeslagen: …/english.md: De tekst is niet in het Nederlands en is niet gelezen.',
      expect.stringMatching(/^Overgeslagen: …\/groot\.md: 17 MB is meer dan de grens van 16 MB/),
      expect.stringMatching(/^Overgeslagen: …\/latin\.md: geen UTF-8/),
    ];
    expect(lines().slice(2)).toHaveLength(expected.length);
    expect(lines()).toEqual(expect.arrayContaining(expected));
  });

  it('says a thing again only when it has changed, and nothing while someone types', async () => {
    write('.opgavenwijzer.json', '{}');
    client = await Client.start();
    await open('a.md', 'Wij bouwen woningen.\n');
    const before = lines().length;
    for (let version = 2; version < 8; version++) {
      await client.change(uriOf('a.md'), version, [{ text: `Wij bouwen ${version} woningen.\n` }]);
      await client.pull(uriOf('a.md'));
    }
    const changed = (name: string): Promise<void> =>
      client.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: uriOf(name), type: 2 }],
      });
    await changed('a.md');
    await changed('.opgavenwijzer.json');
    await client.pull(uriOf('a.md'));
    expect(lines().slice(before)).toEqual([]);
    write('.opgavenwijzer.json', '{ "reikwijdte": "alles", "gemeente": "Heiloo" }');
    await changed('.opgavenwijzer.json');
    await client.pull(uriOf('a.md'));
    expect(lines().slice(before)).toEqual([
      'Instellingen van …/.opgavenwijzer.json: gemeente Heiloo.',
      expect.stringMatching(/^…\/\.opgavenwijzer\.json:1: ‘reikwijdte’ mag /),
    ]);
  });
});
