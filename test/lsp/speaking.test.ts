import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import type { DocumentDiagnosticReport, Range } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { Client } from './client.js';

const REFRESH = 'workspace/diagnostic/refresh';
const refreshes = { workspace: { diagnostics: { refreshSupport: true } } };
const WRONG = 'Wij splitsen woningen [@trendstudie:zomaar].\n';
const RIGHT = 'Wij splitsen woningen [@trendstudie:woonruimte-zonder-bijbouwen].\n';
/** Of WRONG: makes one letter of the key another. */
const keystroke = (line: number) => ({
  range: { start: { line, character: 36 }, end: { line, character: 37 } },
  text: 'e',
});

describe('when it speaks', () => {
  let client: Client | undefined;
  let folder: string;
  const running = (): Client => client!;
  const uriOf = (name: string): string => URI.file(join(folder, name)).toString();
  const codes = async (uri: string): Promise<unknown[]> => (await running().pull(uri)).map(({ code }) => code);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'opgavenwijzer '));
  });
  afterEach(async () => {
    await client?.stop();
    client = undefined;
    rmSync(folder, { recursive: true });
  });

  it('nothing new appears on the line that is being typed, until there is a pause', async () => {
    client = await Client.start({ capabilities: refreshes });
    const uri = uriOf('programma.md');
    await client.open(uri, `${RIGHT}\nEinde.\n`);
    expect(await codes(uri)).toEqual([]);
    const pause = client.next(REFRESH);
    await client.change(uri, 2, [keystroke(0)]);
    expect(await codes(uri)).toEqual([]);
    await pause;
    expect(await codes(uri)).toEqual(['bron-onbekend']);
  });

  it('it appears at once when the writer goes on elsewhere, and what was there already stays', async () => {
    client = await Client.start({ capabilities: refreshes });
    const uri = uriOf('programma.md');
    await client.open(uri, `${RIGHT}\n${WRONG}`);
    expect(await codes(uri)).toEqual(['bron-onbekend']);
    await client.change(uri, 2, [keystroke(0)]);
    expect(await codes(uri)).toEqual(['bron-onbekend']);
    await client.change(uri, 3, [keystroke(2)]);
    expect(await codes(uri)).toEqual(['bron-onbekend', 'bron-onbekend']);
  });

  it('to a client that cannot be told to ask again everything is said at once', async () => {
    client = await Client.start();
    const uri = uriOf('programma.md');
    await client.open(uri, RIGHT);
    await client.change(uri, 2, [keystroke(0)]);
    expect(await codes(uri)).toEqual(['bron-onbekend']);
  });

  it('a client that gets its findings sent gets them after the pause as well', async () => {
    client = await Client.start({ pull: false });
    const uri = uriOf('programma.md');
    await client.open(uri, RIGHT);
    expect(await client.pushed(uri, 1)).toEqual([]);
    const first = client.next<{ diagnostics: unknown[] }>('textDocument/publishDiagnostics');
    await client.change(uri, 2, [keystroke(0)]);
    expect((await first).diagnostics).toEqual([]);
    const second = await client.next<{ diagnostics: { code: string }[] }>('textDocument/publishDiagnostics');
    expect(second.diagnostics.map(({ code }) => code)).toEqual(['bron-onbekend']);
  });

  it('says that nothing changed where the findings and what they stand on are the same', async () => {
    client = await Client.start({ capabilities: refreshes });
    const uri = uriOf('programma.md');
    const other = 'Een alinea over iets anders.';
    await client.open(uri, `${WRONG}\n\n${other}\n`);
    const line = WRONG.split('\n').length + 1;
    const change = (version: number, line: number, from: number, to: number, text: string) =>
      running().change(uri, version, [
        { range: { start: { line, character: from }, end: { line, character: to } }, text },
      ]);
    const ask = (previousResultId?: string): Promise<DocumentDiagnosticReport> =>
      running().ask('textDocument/diagnostic', { textDocument: { uri }, previousResultId });
    const first = await ask();
    expect(first).toMatchObject({ kind: 'full', items: [{ code: 'bron-onbekend' }] });
    await change(2, line, 4, 4, 'n');
    expect(await ask(first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
    // Who never got the findings gets them.
    expect(await ask()).toMatchObject({ kind: 'full', items: [{ code: 'bron-onbekend' }] });
  });

  it('shows a finding again after its own words were replaced by the same words', async () => {
    client = await Client.start({ capabilities: refreshes });
    const uri = uriOf('programma.md');
    await client.open(uri, WRONG);
    const first: DocumentDiagnosticReport = await client.ask('textDocument/diagnostic', { textDocument: { uri } });
    const { range } = (first as { items: { range: Range }[] }).items[0]!;
    const words = WRONG.split('\n')[range.start.line]!.slice(range.start.character, range.end.character);
    await client.change(uri, 2, [{ range, text: words }]);
    expect(
      await client.ask('textDocument/diagnostic', { textDocument: { uri }, previousResultId: first.resultId }),
    ).toMatchObject({ kind: 'full', items: [{ code: 'bron-onbekend' }] });
  });

  it('on save: at opening and at each save, and nothing between', async () => {
    client = await Client.start({ capabilities: refreshes, settings: { controle: 'opslaan' } });
    const uri = uriOf('programma.md');
    await client.open(uri, RIGHT);
    const first: DocumentDiagnosticReport = await client.ask('textDocument/diagnostic', { textDocument: { uri } });
    expect(first).toMatchObject({ kind: 'full', items: [] });
    await client.change(uri, 2, [{ text: WRONG }]);
    const between = await client.ask('textDocument/diagnostic', {
      textDocument: { uri },
      previousResultId: first.resultId,
    });
    expect(between).toEqual({ kind: 'unchanged', resultId: first.resultId });
    const saved = client.next(REFRESH);
    await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
    await saved;
    expect(await codes(uri)).toEqual(['bron-onbekend']);
  });

  it('by hand: only when someone asks', async () => {
    client = await Client.start({ capabilities: refreshes, settings: { controle: 'handmatig' } });
    const uri = uriOf('programma.md');
    await client.open(uri, WRONG);
    expect(await codes(uri)).toEqual([]);
    const asked = client.next(REFRESH);
    await client.ask('opgavenwijzer/controleer', { uri });
    await asked;
    expect(await codes(uri)).toEqual(['bron-onbekend']);
  });

  it('by hand: also when the question is called off while the programme is still being read', async () => {
    writeFileSync(join(folder, '.opgavenwijzer.json'), '{ "controle": "handmatig" }');
    const others = Array.from({ length: 100 }, (_, k) => `deel-${k}.md`);
    for (const name of others) writeFileSync(join(folder, name), RIGHT.repeat(20));
    client = await Client.start({ capabilities: refreshes });
    const uri = uriOf('programma.md');
    await client.open(uri, WRONG);
    expect(await codes(uri)).toEqual([]);
    await client.ask('opgavenwijzer/controleer', { uri });
    const changes = others.map((name) => ({ uri: uriOf(name), type: 2 }));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    const calledOff = new CancellationTokenSource();
    const params = { textDocument: { uri } };
    const ended = client.connection.sendRequest('textDocument/diagnostic', params, calledOff.token).catch(() => null);
    // What the server does not know it says at once: by then the reading has begun.
    await client.ask('bestaat/niet', {}).catch(() => null);
    calledOff.cancel();
    await ended;
    expect(await codes(uri)).toContain('bron-onbekend');
  });

  it('settings change without a restart, and the programme’s own file goes before them', async () => {
    const settings: Record<string, unknown> = { regels: { 'bron-onbekend': 'hint', 'pagina-klopt-niet': 'uit' } };
    client = await Client.start({ capabilities: refreshes, settings });
    const uri = uriOf('programma.md');
    await client.open(uri, WRONG.replace(']', '] [@trendstudie:nieuwbouw-aanjagen, p. 3]'));
    const found = async () => (await running().pull(uri)).map(({ code, severity }) => [code, severity]);
    expect(await found()).toEqual([['bron-onbekend', 4]]);
    settings.regels = { 'bron-onbekend': 'waarschuwing' };
    let refreshed = client.next(REFRESH);
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await refreshed;
    expect(await found()).toEqual([
      ['bron-onbekend', 2],
      ['pagina-klopt-niet', 2],
    ]);
    const file = join(folder, '.opgavenwijzer.json');
    writeFileSync(file, '{ "regels": { "bron-onbekend": "uit" } }');
    refreshed = client.next(REFRESH);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: URI.file(file).toString(), type: 1 }],
    });
    await refreshed;
    expect(await found()).toEqual([['pagina-klopt-niet', 2]]);
  });

  it('the log says what was read, what is wrong with it and what was left aside', async () => {
    writeFileSync(join(folder, '.opgavenwijzer.json'), '{\n  "reikwijdte": "alles"\n}\n');
    writeFileSync(join(folder, 'oud.md'), Buffer.from([0x6f, 0xe9, 0x0a]));
    client = await Client.start();
    const uri = uriOf('programma.md');
    await client.open(uri, RIGHT);
    await client.pull(uri);
    const log = client.log.join('\n');
    expect(log).toMatch(/Studie ‘trendstudie’: /);
    expect(log).toMatch(/\.opgavenwijzer\.json:2: ‘reikwijdte’ mag .* niet ‘alles’/);
    expect(log).toMatch(/Overgeslagen: .*oud\.md: geen UTF-8 \(byte 1\)/);
  });

  it('footnotes are completed when that is the style, with the note once', async () => {
    client = await Client.start({ settings: { verwijzing: 'voetnoot' } });
    const uri = uriOf('programma.md');
    const text = 'Wij splitsen [@splitsen] en bouwen.[^1]\n\n[^1]: Zie ook [@trendstudie:nieuwbouw-aanjagen, p. 61].\n';
    await client.open(uri, text);
    const item = (await client.completion(uri, { line: 0, character: 23 }))!.items[0]!;
    expect(item.textEdit).toEqual({
      range: { start: { line: 0, character: 13 }, end: { line: 0, character: 24 } },
      newText: '[^2]',
    });
    expect(item.additionalTextEdits).toEqual([
      {
        range: { start: { line: 2, character: 55 }, end: { line: 2, character: 55 } },
        newText: expect.stringMatching(/^\n\[\^2\]: .*, p\. 61\. <!-- @trendstudie:woonruimte-zonder-bijbouwen -->$/),
      },
    ]);
  });

  it('pages link to the PDF, where the user has said it lies', async () => {
    client = await Client.start({ settings: { pdf: 'bronnen/trendstudie #1.pdf' } });
    const uri = uriOf('programma.md');
    await client.open(uri, 'Zo [@trendstudie:nieuwbouw-aanjagen, p. 61].\n');
    const links: { target: string }[] = await client.ask('textDocument/documentLink', { textDocument: { uri } });
    expect(links.map(({ target }) => target)).toEqual([`${uriOf('bronnen/trendstudie #1.pdf')}#page=61`]);
  });
});
