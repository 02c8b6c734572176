import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CodeAction, CompletionItem, PublishDiagnosticsParams } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { Client } from './client.js';

describe('the configuration file of a programme, in an editor', () => {
  let client: Client;
  let folder: string;
  const uriOf = (name: string): string => URI.file(join(folder, name)).toString();
  const file = () => uriOf('.opgavenwijzer.json');
  const said = () => client.next<PublishDiagnosticsParams>('textDocument/publishDiagnostics');

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'programma '));
    client = await Client.start();
  });
  afterEach(async () => {
    await client.stop();
    rmSync(folder, { recursive: true });
  });

  it('has its faults in Dutch at their place, while it is typed, with what was meant', async () => {
    const heard = said();
    await client.open(file(), '{\n  "gemeente": "Heilo"\n}\n');
    const { diagnostics } = await heard;
    expect(diagnostics).toMatchObject([
      {
        range: { start: { line: 1, character: 14 }, end: { line: 1, character: 21 } },
        message: expect.stringMatching(
          /^‘gemeente’ is de naam van een Nederlandse gemeente, niet ‘Heilo’\. Bedoelt u (‘[^’]+’(, | of |\?)){1,3}/,
        ),
      },
    ]);
    const actions: CodeAction[] = await client.ask('textDocument/codeAction', {
      textDocument: { uri: file() },
      range: diagnostics[0]!.range,
      context: { diagnostics },
    });
    expect(actions.length).toBeLessThanOrEqual(3);
    expect(actions[0]).toMatchObject({ title: 'Vervangen door ‘Heiloo’' });
    const mended = said();
    await client.change(file(), 2, [{ text: '{ "gemeente": "Heiloo" }' }]);
    expect((await mended).diagnostics).toEqual([]);
  });

  it('has them where it is not open as well, as soon as its programme is', async () => {
    writeFileSync(join(folder, '.opgavenwijzer.json'), '{ "kleur": "rood" }');
    const heard = said();
    await client.open(uriOf('programma.md'), 'Wij bouwen woningen.\n');
    await client.pull(uriOf('programma.md'));
    expect(await heard).toMatchObject({
      uri: file(),
      diagnostics: [{ message: expect.stringMatching(/^De instelling/) }],
    });
  });

  it('counts once it is saved, and is no document of the programme', async () => {
    const text = uriOf('programma.md');
    await client.open(text, 'In onze stad is het woningtekort groter dan ooit.\n');
    const before = await client.pull(text);
    expect(before.map(({ code }) => code)).toContain('opgave-ontbreekt');
    const off = '{ "regels": { "opgave-ontbreekt": "uit", "thema-onvolledig": "uit" } }';
    await client.open(file(), off);
    expect(await client.pull(file())).toEqual([]);
    expect(await client.pull(text)).toEqual(before);
    writeFileSync(join(folder, '.opgavenwijzer.json'), off);
    await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri: file() } });
    expect(await client.pull(text)).toEqual([]);
    expect(await client.ask('opgavenwijzer/dekking', { uri: file(), scope: 'document' })).toBeNull();
  });

  it('is completed and explained in Dutch: keys, values and municipalities', async () => {
    await client.open(file(), '{\n  "reikwijdte": "",\n  "gemeente": ""\n}\n');
    const at = async (line: number, character: number) => {
      const items: CompletionItem[] = await client.ask('textDocument/completion', {
        textDocument: { uri: file() },
        position: { line, character },
      });
      return items.map(({ label }) => label);
    };
    expect(await at(1, 17)).toEqual(['programma', 'document', 'paragraaf']);
    expect(await at(2, 15)).toContain('Heiloo');
    expect(await at(0, 1)).toEqual(expect.arrayContaining(['studies', 'regels', 'bewustNiet']));
    const hover = await client.hover(file(), { line: 1, character: 5 });
    expect(hover!.contents).toMatchObject({ value: expect.stringContaining('opgepakt mag zijn') });
    // Where there is nothing to say: a bracket, a value that does not exist.
    expect(await client.hover(file(), { line: 0, character: 0 })).toBeNull();
    expect(await client.hover(file(), { line: 2, character: 15 })).toBeNull();
  });
});
