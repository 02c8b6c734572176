import { afterEach, describe, expect, it } from 'vitest';
import { URI } from 'vscode-uri';
import type { FileAnswer, FileStat, FolderEntry } from '../../server/src/protocol/files.js';
import type { Coverage } from '../../server/src/protocol/requests.js';
import { Client } from './client.js';

const TAKES_UP = 'Wij splitsen woningen [@trendstudie:woonruimte-zonder-bijbouwen].\n';
const FOLDER = 'proef://doos/stad%20%28nieuw%29';

type Entry = { readonly type: FolderEntry['type']; readonly content?: string; readonly size?: number; code?: string };

/** Answers what the server asks of the editor's files; by path within the folder. */
function serve({ connection }: Client, files: Readonly<Record<string, Entry>>): void {
  const pathOf = (uri: string): string => URI.parse(uri).path.slice(URI.parse(FOLDER).path.length + 1);
  connection.onRequest<FileAnswer<FileStat>, void>('opgavenwijzer/bestand', (uri: string) => {
    const entry = files[pathOf(uri)];
    return entry
      ? { found: { type: 'file', size: entry.size ?? entry.content?.length ?? 0, modified: 0 } }
      : { code: 'ENOENT' };
  });
  connection.onRequest<FileAnswer<readonly FolderEntry[]>, void>('opgavenwijzer/map', (uri: string) => {
    const within = uri === FOLDER ? '' : `${pathOf(uri)}/`;
    const entries = Object.entries(files).flatMap(([path, { type }]): [string, FolderEntry['type']][] => {
      if (!path.startsWith(within)) return [];
      const [name = '', ...below] = path.slice(within.length).split('/');
      return [[name, below.length > 0 ? 'folder' : type]];
    });
    return { found: [...new Map(entries)].map(([name, type]) => ({ name, type })) };
  });
  connection.onRequest<FileAnswer<readonly number[]>, void>('opgavenwijzer/leesBestand', (uri: string) => {
    const { content = '', code } = files[pathOf(uri)]!;
    return code ? { code } : { found: [...Buffer.from(content, 'latin1')] };
  });
}

describe('files that are on no disk of the server', () => {
  let client: Client;
  afterEach(() => client.stop());
  const documents = async (uri: string): Promise<number> => {
    const coverage: Coverage = await client.ask('opgavenwijzer/dekking', { uri, scope: 'programme' });
    return coverage.documents;
  };

  it('are asked of the editor: they count, or the log says why not', async () => {
    client = await Client.start();
    serve(client, {
      '.opgavenwijzer.json': { type: 'file', content: '{ "reikwijdte": "programma" }' },
      'a.md': { type: 'file', content: 'Niets.' },
      'delen/b & c.md': { type: 'file', content: TAKES_UP },
      'anders/.opgavenwijzer.json': { type: 'file', content: '{}' },
      'anders/d.md': { type: 'file', content: TAKES_UP },
      'koppeling.md': { type: 'link', content: TAKES_UP },
      'pijp.md': { type: 'other' },
      'latijn.md': { type: 'file', content: 'caf\xe9 ' },
      'groot.md': { type: 'file', size: 17 * 1024 ** 2 },
      'dicht.md': { type: 'file', code: 'EACCES' },
    });
    const uri = `${FOLDER}/a.md`;
    await client.open(uri, 'In onze stad is het woningtekort groter dan ooit.\n');
    expect(await documents(uri)).toBe(2);
    const found = (await client.pull(uri)).flatMap(({ data }) => data.opgaven ?? []);
    expect(found).not.toContain('woonruimte-zonder-bijbouwen');
    const log = client.log.join('\n');
    expect(log).toContain('latijn.md: geen UTF-8 (byte 3).');
    expect(log).toContain('groot.md: 17 MB is meer dan de grens van 16 MB. Splits het bestand. Of open het');
    expect(log).toContain('dicht.md: mag niet gelezen worden. Controleer de rechten.');
  });

  it('are none for an editor that is not asked for files', async () => {
    client = await Client.start();
    const uri = `${FOLDER}/a.md`;
    await client.open(uri, TAKES_UP);
    expect(await documents(uri)).toBe(1);
    expect(client.log.join('\n')).not.toContain('Overgeslagen');
  });
});
