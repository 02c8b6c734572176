import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Location } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import type { Coverage, Rendered } from '../../server/src/protocol/requests.js';
import { Client } from './client.js';

const RAISES = 'In onze stad is het woningtekort groter dan ooit.\n';
const TAKES_UP =
  'Wij splitsen woningen en bouwen bij [@trendstudie:nieuwbouw-aanjagen; @trendstudie:woonruimte-zonder-bijbouwen].\n';
const OPGAVE = 'woonruimte-zonder-bijbouwen';

describe('a programme of several files', () => {
  let client: Client;
  let folder: string;
  const uriOf = (name: string): string => URI.file(join(folder, name)).toString();
  const write = (name: string, text: string): void => {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  const missing = async (name: string): Promise<string[]> =>
    (await client.pull(uriOf(name))).flatMap(({ data }) => data.opgaven ?? []);
  const changed = (name: string): Promise<void> =>
    client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(name), type: 2 }] });

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'programma '));
    write('.opgavenwijzer.json', '{}');
    client = await Client.start();
  });
  afterEach(async () => {
    await client.stop();
    rmSync(folder, { recursive: true });
  });

  it('answers as a whole, with what is not open as well', async () => {
    write('2 plan/wonen.md', TAKES_UP);
    await client.open(uriOf('1 inleiding.md'), RAISES);
    expect(await missing('1 inleiding.md')).not.toContain(OPGAVE);
    const coverage: Coverage = await client.ask('opgavenwijzer/dekking', {
      uri: uriOf('1 inleiding.md'),
      scope: 'programme',
    });
    const [evidence] = coverage.themes.flatMap(({ opgaven }) => opgaven).find(({ id }) => id === OPGAVE)!.evidence;
    expect(evidence).toMatchObject({
      uri: uriOf('2 plan/wonen.md'),
      file: '2 plan/wonen.md',
      line: 1,
      kind: 'citation',
    });
    const alone: Coverage = await client.ask('opgavenwijzer/dekking', {
      uri: uriOf('1 inleiding.md'),
      scope: 'document',
    });
    expect(alone.themes.flatMap(({ opgaven }) => opgaven).find(({ id }) => id === OPGAVE)!.state).toBe('ontbreekt');
  });

  it('reports what changed since the report that lies there, or since one that is chosen', async () => {
    const uri = uriOf('1 inleiding.md');
    await client.open(uri, RAISES);
    const report = (more: object = {}): Promise<Rendered> =>
      client.ask('opgavenwijzer/verslag', { uri, format: 'html', ...more });
    const first = await report();
    expect(first.content).not.toContain('Sinds ');
    write('elders/toen.html', first.content);
    write('2 plan/wonen.md', TAKES_UP);
    await changed('2 plan/wonen.md');
    expect((await report()).content).not.toContain('Sinds ');
    expect((await report({ since: uriOf('elders/toen.html') })).content).toMatch(/Sinds [^<]+: 2 erbij/);
    write(first.fileName, first.content);
    expect((await report()).content).toMatch(/Sinds [^<]+: 2 erbij/);
    await expect(report({ since: uriOf('2 plan/wonen.md') })).rejects.toThrow(
      'wonen.md: geen dekkingsverslag van Opgavenwijzer.',
    );
  });

  it('hears of what changes on disk', async () => {
    write('wonen.md', TAKES_UP);
    await client.open(uriOf('inleiding.md'), RAISES);
    expect(await missing('inleiding.md')).not.toContain(OPGAVE);
    write('wonen.md', 'Niets.\n');
    await changed('wonen.md');
    expect(await missing('inleiding.md')).toContain(OPGAVE);
    rmSync(join(folder, 'wonen.md'));
    write('bouwen.md', TAKES_UP);
    await changed('wonen.md');
    expect(await missing('inleiding.md')).not.toContain(OPGAVE);
  });

  it('ends where another one begins', async () => {
    write('anders/.opgavenwijzer.json', '{ "bewustNiet": { "nieuwbouw-aanjagen": "Elders." } }');
    write('anders/wonen.md', TAKES_UP);
    await client.open(uriOf('inleiding.md'), RAISES);
    await client.open(uriOf('anders/inleiding.md'), RAISES);
    expect(await missing('inleiding.md')).toContain(OPGAVE);
    expect(await missing('anders/inleiding.md')).not.toContain(OPGAVE);
  });

  it('tells where an opgave is cited or taken up, in every file', async () => {
    write('wonen.md', TAKES_UP);
    await client.open(uriOf('inleiding.md'), `Zie [@trendstudie:${OPGAVE}].\n`);
    const places: Location[] = await client.ask('textDocument/references', {
      textDocument: { uri: uriOf('inleiding.md') },
      position: { line: 0, character: 20 },
      context: { includeDeclaration: false },
    });
    expect(new Set(places.map(({ uri }) => uri))).toEqual(new Set([uriOf('inleiding.md'), uriOf('wonen.md')]));
  });

  it('is reported with links from its own folder, and compared with another one', async () => {
    write('wonen.md', TAKES_UP);
    write('anders/programma.md', RAISES);
    await client.open(uriOf('inleiding.md'), RAISES);
    const report: Rendered = await client.ask('opgavenwijzer/verslag', { uri: uriOf('inleiding.md'), format: 'md' });
    expect(report.folder).toBe(URI.file(folder).toString());
    expect(report.content).toContain('(<wonen.md#L1>)');
    const uris = [uriOf('inleiding.md'), uriOf('anders')];
    const comparison: Rendered = await client.ask('opgavenwijzer/vergelijk', { uris, format: 'csv' });
    expect(comparison.content).toContain(OPGAVE);
    expect(await client.ask('opgavenwijzer/vergelijk', { uris: [uriOf('nergens.md')], format: 'csv' })).toBeNull();
  });

  it('is counted when more programmes are compared than stand side by side', async () => {
    const names = Array.from({ length: 13 }, (_, index) => `anders/${index + 1}.md`);
    for (const name of names) write(name, RAISES);
    const ask = async (some: readonly string[]): Promise<Rendered> =>
      client.ask('opgavenwijzer/vergelijk', { uris: some.map(uriOf), format: 'md' });
    expect((await ask(names)).content).toContain('# 13 programma’s geteld');
    expect((await ask(names.slice(1))).content).toContain('# 12 programma’s vergeleken');
  });
});
