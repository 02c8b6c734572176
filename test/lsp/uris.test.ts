import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Location } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import type { Coverage, Rendered } from '../../server/src/protocol/requests.js';
import { Client } from './client.js';

const RAISES = 'In onze stad is het woningtekort groter dan ooit.\n';
const TAKES_UP =
  'Wij splitsen woningen en bouwen bij [@trendstudie:nieuwbouw-aanjagen; @trendstudie:woonruimte-zonder-bijbouwen].\n';
const OPGAVE = 'woonruimte-zonder-bijbouwen';

let client: Client;
let top: string;
beforeAll(async () => {
  client = await Client.start();
});
afterAll(() => client.stop());
beforeEach(() => {
  top = realpathSync(mkdtempSync(join(tmpdir(), 'opgavenwijzer-')));
});
afterEach(() => rmSync(top, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(top, path)), { recursive: true });
  writeFileSync(join(top, path), text);
}

/** As VS Code writes it: `%28`, `%27`, `%26`, and `c%3A` for a drive. */
const vsCode = (path: string): string => URI.file(join(top, path)).toString();
/** As Node and many other editors write it. */
const bare = (path: string): string => pathToFileURL(join(top, path)).href;

const programme = (uri: string): Promise<Coverage> => client.ask('opgavenwijzer/dekking', { uri, scope: 'programme' });
const missing = async (uri: string): Promise<string[]> =>
  (await client.pull(uri)).flatMap(({ data }) => data.opgaven ?? []);
const evidence = ({ themes }: Coverage) =>
  themes.flatMap(({ opgaven }) => opgaven).find(({ id }) => id === OPGAVE)!.evidence;

describe.each([
  'programma (concept)',
  "programma's",
  'wonen & zorg, 2026',
  'a+b',
  '50% groen',
  '#1',
  'één; twee=drie @vier!',
  '[x]',
  'deel:een',
])('in a folder that is called %j', (name) => {
  const inFolder = (file: string): string => `${name}/${file}`;
  const changed = (uri: string): Promise<void> =>
    client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });

  beforeEach(() => {
    write(inFolder('.opgavenwijzer.json'), '{}');
    write(inFolder('b (1).md'), TAKES_UP);
    write(inFolder('a.md'), RAISES);
  });

  it.each([
    ['VS Code', vsCode],
    ['Node', bare],
  ])('closed files count, open ones count once, in the spelling of %s', async (_, spell) => {
    const [a, b] = [spell(inFolder('a.md')), spell(inFolder('b (1).md'))];
    await client.open(a, RAISES);
    expect(await missing(a)).not.toContain(OPGAVE);
    const closed = await programme(a);
    expect(closed.documents).toBe(2);
    expect(closed.name).toBe(name);
    expect(evidence(closed)[0]).toMatchObject({ file: 'b (1).md', uri: vsCode(inFolder('b (1).md')) });

    await client.open(b, 'Niets.\n');
    const open = await programme(a);
    expect(open.documents).toBe(2);
    expect(evidence(open)).toEqual([]);
    expect(await missing(a)).toContain(OPGAVE);
    await client.change(b, 2, [{ text: TAKES_UP }]);
    expect(evidence(await programme(a))[0]).toMatchObject({ uri: b });
    const places: Location[] = await client.ask('textDocument/references', {
      textDocument: { uri: b },
      position: { line: 0, character: TAKES_UP.indexOf(OPGAVE) },
      context: { includeDeclaration: false },
    });
    expect(new Set(places.map(({ uri }) => uri))).toEqual(new Set([b]));
  });

  it('changes on disk arrive', async () => {
    const a = vsCode(inFolder('a.md'));
    await client.open(a, RAISES);
    expect(await missing(a)).not.toContain(OPGAVE);
    write(inFolder('b (1).md'), 'Niets.\n');
    await changed(vsCode(inFolder('b (1).md')));
    expect(await missing(a)).toContain(OPGAVE);
    write(inFolder('.opgavenwijzer.json'), `{ "bewustNiet": { "${OPGAVE}": "Elders." } }`);
    await changed(vsCode(inFolder('.opgavenwijzer.json')));
    expect(await missing(a)).not.toContain(OPGAVE);
  });

  it('a report links to the files by their own names', async () => {
    const a = vsCode(inFolder('a.md'));
    await client.open(a, RAISES);
    const report: Rendered = await client.ask('opgavenwijzer/verslag', { uri: a, format: 'md' });
    expect(report.fileName).toBe(`${name}-dekking.md`);
    expect(report.folder).toBe(vsCode(name));
    expect(report.content).toContain('(<b%20%281%29.md#L1>)');
    const uris = [a, vsCode(inFolder('b (1).md')), bare(inFolder('b (1).md'))];
    const comparison: Rendered = await client.ask('opgavenwijzer/vergelijk', { uris, format: 'csv' });
    expect(comparison.content).toContain(';a;a: waar;b (1);b (1): waar\r\n');
  });
});

describe('one file in two spellings', () => {
  it('is one document: opened in one, asked for and changed on disk in the other', async () => {
    write('deel (1)/.opgavenwijzer.json', '{}');
    await client.open(vsCode('deel (1)/a.md'), RAISES);
    expect((await programme(bare('deel (1)/a.md'))).documents).toBe(1);
    expect(await missing(bare('deel (1)/a.md'))).toContain(OPGAVE);
  });

  it('a folder of the workspace keeps what lies outside it unread', async () => {
    write('.opgavenwijzer.json', '{}');
    write('geheim.md', TAKES_UP);
    write('werk (nieuw)/binnen.md', TAKES_UP);
    write('werk (nieuw)/open.md', RAISES);
    const limited = await Client.start({ rootUri: `${bare('werk (nieuw)')}/` });
    const uri = vsCode('werk (nieuw)/open.md');
    await limited.open(uri, RAISES);
    const { documents }: Coverage = await limited.ask('opgavenwijzer/dekking', { uri, scope: 'programme' });
    expect(documents).toBe(2);
    await limited.stop();
  });
});
