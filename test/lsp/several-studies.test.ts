import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { type Connection, type ConnectionOptions, createConnection } from 'vscode-languageserver/node';
import { startServer } from '../../server/src/lsp/server.js';
import { nodeFiles } from '../../server/src/node/file-system.js';
import { proefstudie } from '../unit/small-study.js';
import { woonvisie } from '../unit/woonvisie.js';

const URI = 'untitled:Programma';
const TEXT = 'Er is veel leegstand.\n\nEr is woningtekort; zie [@proefstudie:ruimte-delen, p. 16].\n';
const at = (line: number, character: number) => ({ textDocument: { uri: URI }, position: { line, character } });

describe('a server with two studies', () => {
  const [up, down] = [new PassThrough(), new PassThrough()];
  let server: Connection;
  const connect = (options: ConnectionOptions) => {
    server = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down), options);
    return server;
  };
  const client = createMessageConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  // biome-ignore lint/suspicious/noExplicitAny: answers as they come over the pipe
  const ask = (method: string, params: object): Promise<any> => client.sendRequest(method, params);

  beforeAll(async () => {
    startServer(
      connect,
      () => [proefstudie, woonvisie],
      () => ({ files: nodeFiles }),
    );
    client.listen();
    const commands = ['opgavenwijzer.openStudie'];
    await ask('initialize', {
      processId: null,
      rootUri: null,
      capabilities: { textDocument: { diagnostic: {} } },
      initializationOptions: { commands },
    });
    await client.sendNotification('initialized', {});
    const textDocument = { uri: URI, languageId: 'markdown', version: 1, text: TEXT };
    await client.sendNotification('textDocument/didOpen', { textDocument });
  });
  afterAll(() => {
    client.dispose();
    server.dispose();
  });

  it('reports for both', async () => {
    const { items } = await ask('textDocument/diagnostic', { textDocument: { uri: URI } });
    expect(items.map(({ data }: { data: { opgaven: string[] } }) => data.opgaven)).toEqual([
      ['woonvisie:splitsen'],
      ['proefstudie:nieuwbouw'],
    ]);
  });

  it('counts, explains and shows coverage by study', async () => {
    const { total, themes } = await ask('opgavenwijzer/dekking', { uri: URI, scope: 'document' });
    expect(total).toBe(5);
    expect(themes.map(({ id, name }: { id: string; name: string }) => `${id} ${name}`)).toContain(
      'woonvisie:bouwen Bouwen (Woonvisie Waterdam)',
    );
    const { contents } = await ask('textDocument/hover', at(0, 12));
    expect(contents.value).toContain(encodeURIComponent('woonvisie:leegstand'));
    expect((await ask('opgavenwijzer/waaromTeltDit', { uri: URI, ...at(2, 3) })).markdown).toContain('Proefstudie: ');
  });

  it('goes to the definition, and from there to the places in the text', async () => {
    const place = await ask('textDocument/definition', at(0, 12));
    expect(place.uri).toBe('opgavenwijzer-studie:/woonvisie/bouwen.md#panden-staan-leeg');
    const locations = await ask('textDocument/references', {
      textDocument: { uri: place.uri },
      position: place.range.start,
    });
    expect(locations).toEqual([
      { uri: URI, range: { start: { line: 0, character: 11 }, end: { line: 0, character: 20 } } },
    ]);
  });

  it('leaves out an opgave of the study that is meant', async () => {
    const edit = await ask('opgavenwijzer/bewustNiet', { uri: URI, opgave: 'woonvisie:nieuwbouw', reason: 'Te duur.' });
    expect(JSON.stringify(edit)).toContain('woonvisie:nieuwbouw: Te duur.');
  });

  it('says of which study a verdict, a choice and a decision are', async () => {
    const verdict = { uri: URI, opgave: 'woonvisie:leegstand', verdict: 'telt-niet', position: at(0, 12).position };
    expect(JSON.stringify(await ask('opgavenwijzer/oordeel', verdict))).toContain('telt niet woonvisie:leegstand -->');
    const range = { start: at(0, 12).position, end: at(0, 12).position };
    expect(await ask('opgavenwijzer/keuzes', { uri: URI, range, question: 'bewust-niet' })).toMatchObject([
      { label: 'Panden splitsen (Woonvisie Waterdam)', leavesOut: 'woonvisie:splitsen' },
    ]);
    const uri = 'untitled:Besloten';
    const text = 'Tekst. <!-- opgavenwijzer: kiest anders woonvisie:splitsen -->\n';
    const textDocument = { uri, languageId: 'markdown', version: 1, text };
    await client.sendNotification('textDocument/didOpen', { textDocument });
    expect(await ask('opgavenwijzer/beslissingen', { uri })).toMatchObject([
      { label: 'Kiest anders: ‘Panden splitsen’', line: 1 },
    ]);
  });

  it('has pages and sources of both, each in the folder of its key', async () => {
    expect(await ask('opgavenwijzer/studiePaginas', {})).toEqual([
      ...['inhoud', 'wonen', 'vervoer', 'handelen'].map((name) => `proefstudie/${name}.md`),
      ...['inhoud', 'bouwen'].map((name) => `woonvisie/${name}.md`),
    ]);
    const page = await ask('opgavenwijzer/studie', { id: 'woonvisie/bouwen.md' });
    expect(page).toMatchObject({ uri: 'opgavenwijzer-studie:/woonvisie/bouwen.md', title: 'Bouwen en splitsen' });
    expect((await ask('opgavenwijzer/studie', { id: 'woonvisie:nieuwbouw' })).range.start.line).toBeGreaterThan(0);
    expect(await ask('opgavenwijzer/studie', { id: 'woonvisie/wonen' })).toBeNull();
    const choices = await ask('opgavenwijzer/zoek', { query: 'splitsen', uri: URI });
    expect(choices.map(({ id }: { id: string }) => id)).toContain('woonvisie:splitsen');
    const insert = await ask('opgavenwijzer/verwijzing', { ...at(0, 20), uri: URI, id: 'woonvisie:splitsen' });
    expect(insert.text).toBe(' [@woonvisie:splitsen, p. 5]');
  });
});
