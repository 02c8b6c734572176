import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client } from './client.js';

const URI = 'file:///map/een%20(raar)%20%23%20😀.md';
const TEXT = 'Wij splitsen woningen [@trendstudie:woonruimte-zonder-bijbouwen, p. 62].\n';

const POSITIONS = [
  { line: -1, character: -1 },
  { line: 1e9, character: 1e9 },
  { line: 0.5, character: 2.5 },
  { line: '0', character: null },
  null,
];
const METHODS = [
  'textDocument/hover',
  'textDocument/completion',
  'textDocument/definition',
  'textDocument/references',
  'textDocument/documentHighlight',
  'textDocument/documentLink',
  'textDocument/codeLens',
  'textDocument/codeAction',
  'textDocument/diagnostic',
  'completionItem/resolve',
  'workspace/symbol',
  'opgavenwijzer/dekking',
  'opgavenwijzer/samenvatting',
  'opgavenwijzer/controleer',
  'opgavenwijzer/studie',
  'opgavenwijzer/studiePaginas',
  'opgavenwijzer/zoek',
  'opgavenwijzer/verwijzing',
  'opgavenwijzer/bewustNiet',
  'opgavenwijzer/beslissingen',
  'opgavenwijzer/keuzes',
  'opgavenwijzer/stil',
  'opgavenwijzer/instellingen',
  'opgavenwijzer/wijzigInstellingen',
  'opgavenwijzer/nietOpgepakt',
  'opgavenwijzer/welOpgepakt',
  'opgavenwijzer/waaromTeltDit',
  'opgavenwijzer/verslag',
  'opgavenwijzer/vergelijk',
  'opgavenwijzer/omzetten',
  'opgavenwijzer/bibliografie',
];

describe('what no client should send', () => {
  let client: Client;
  beforeAll(async () => {
    client = await Client.start({ commands: ['opgavenwijzer.waaromTeltDit', 'opgavenwijzer.openStudie'] });
    await client.open(URI, TEXT);
  });
  afterAll(async () => {
    expect(await client.stop()).toBe(0);
  });

  /** Whether it was answered at all: with a result or with an error. */
  const answered = (method: string, params: unknown): Promise<boolean> =>
    client.ask(method, params).then(
      () => true,
      (error: Error) => error.message.length > 0,
    );
  const stillHere = async (): Promise<void> =>
    expect(await client.hover(URI, { line: 0, character: 30 })).toMatchObject({ contents: { kind: 'markdown' } });

  it.each(METHODS)('%s is answered whatever comes with it', async (method) => {
    const params = [
      null,
      {},
      [],
      { textDocument: null, uri: 7, id: {}, query: [], uris: 'x', item: 1 },
      ...['file:///nergens.md', 'opgavenwijzer-studie:/zomaar.md', '', '%%%'].map((uri) =>
        asked(uri, { line: 0, character: 0 }),
      ),
      ...POSITIONS.map((position) => asked(URI, position)),
    ];
    for (const one of params) expect(await answered(method, one)).toBe(true);
    await stillHere();
  });

  it('notifications without sense are passed over', async () => {
    for (const method of ['didOpen', 'didChange', 'didClose', 'didSave'])
      for (const params of [
        null,
        {},
        { textDocument: { uri: 'file:///nergens.md', version: 3 }, contentChanges: [{ text: 'x' }] },
      ])
        await client.connection.sendNotification(`textDocument/${method}`, params);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: null });
    await client.connection.sendNotification('workspace/didChangeConfiguration', {});
    await stillHere();
  });

  it('a name of a file cannot break out of a link', async () => {
    const hover = await client.hover(URI, { line: 0, character: 30 });
    const { value } = hover!.contents as { value: string };
    const targets = [...value.matchAll(/\]\((command:[^)\s]*)\)/g)].map(([, target]) => target!);
    expect(targets).toHaveLength(2);
    const explain = targets.find((target) => target.includes('waaromTeltDit'))!;
    expect(JSON.parse(decodeURIComponent(explain.slice(explain.indexOf('?') + 1)))[0]).toBe(URI);
  });
});

function asked(uri: string, position: unknown): object {
  return {
    textDocument: { uri },
    uri,
    position,
    range: { start: position, end: position },
    context: { diagnostics: [], includeDeclaration: true },
    scope: 'programme',
    format: 'html',
    opgave: 'nieuwbouw-aanjagen',
    id: 'nieuwbouw-aanjagen',
    uris: [uri],
    query: 'wonen',
  };
}
