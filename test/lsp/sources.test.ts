import { cpSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import { URI } from 'vscode-uri';
import type { ConvertedSource, Rendered } from '../../server/src/protocol/requests.js';
import { Client } from './client.js';

const FIXTURES = join(import.meta.dirname, '../fixtures/bronnen');
const TAKES_UP = 'Wij bouwen tot 2030 3.200 woningen, want er is een groot tekort aan woningen.';

describe('programmes that are no Markdown', () => {
  let client: Client;
  let folder: string;
  const uriOf = (name: string): string => URI.file(join(folder, name)).toString();
  const converted = (name: string): Promise<ConvertedSource> =>
    client.ask('opgavenwijzer/omzetten', { uri: uriOf(name) });
  const compared = (names: readonly string[], more = {}): Promise<Rendered> =>
    client.ask('opgavenwijzer/vergelijk', { uris: names.map(uriOf), format: 'html', ...more });

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'bronnen '));
    cpSync(FIXTURES, folder, { recursive: true });
    writeFileSync(join(folder, 'kapot.docx'), 'PK\x03\x04 half');
    writeFileSync(join(folder, 'pagina.html'), `<h1>Wonen</h1><p>Inleiding.</p><p>${TAKES_UP}</p>`);
    client = await Client.start();
  });
  afterAll(async () => {
    await client.stop();
    rmSync(folder, { recursive: true });
  });

  it('are made into Markdown, with what its reader is to know', async () => {
    const word = await converted('pamflet.docx');
    expect(word.markdown).toContain('## Wat we zagen\n\nOnze ouders bouwden deze stad weer op.');
    expect(word.remarks).toEqual(['3 opmerkingen in de kantlijn zijn weggelaten.']);
    const pdf = await converted('botweg.pdf');
    expect(pdf.markdown).toContain('### Hoe het ervoor staat\n\nMijn zoon is 29');
    expect(pdf.remarks).toEqual([]);
  });

  it('are refused in a sentence when they cannot be read, and nothing else stops', async () => {
    await expect(converted('kapot.docx')).rejects.toThrow(/^kapot\.docx: Het bestand is beschadigd\. .*\.$/);
    await expect(converted('nergens.pdf')).rejects.toThrow(/^nergens\.pdf: bestaat niet\. Controleer de naam\.$/);
    expect((await converted('pagina.html')).markdown).toContain('# Wonen');
  });

  it('are not waited for when the question is taken back', async () => {
    const question = new CancellationTokenSource();
    const asked = client.connection.sendRequest('opgavenwijzer/omzetten', { uri: uriOf('botweg.pdf') }, question.token);
    question.cancel();
    await expect(asked).rejects.toThrow('De vraag is ingetrokken.');
    expect((await converted('pagina.html')).markdown).toContain(TAKES_UP);
  });

  it('are compared, with their pages and paragraphs; what cannot be read is said', async () => {
    const told: string[] = [];
    client.connection.onNotification('$/progress', ({ value }: { value: { message: string } }) => {
      told.push(value.message);
    });
    const names = ['pamflet.docx', 'botweg.pdf', 'pagina.html', 'kapot.docx'];
    const { content, unread } = await compared(names, { workDoneToken: 'vergelijk' });
    expect(content).toMatch(/href="botweg\.pdf#page=2"[^>]*>[^<]*p\. 2/);
    expect(content).toMatch(/href="pagina\.html"[^>]*>[^<]*‘Wonen’, alinea 2/);
    expect(content).toContain('href="pamflet.docx"');
    expect(unread).toEqual([expect.stringMatching(/^kapot\.docx: Het bestand is beschadigd\./)]);
    expect(told).toEqual(names.map((name, index) => `${name} (${index + 1} van 4)`));
    await expect(compared(['kapot.docx', 'pagina.html'])).rejects.toThrow(/^kapot\.docx: Het bestand is beschadigd/);
  });

  it('are read again when they changed on disk, though nobody watches them', async () => {
    writeFileSync(join(folder, 'pagina.html'), '<h1>Wonen</h1><p>Niets.</p>');
    utimesSync(join(folder, 'pagina.html'), new Date(), new Date(Date.now() + 5_000));
    expect((await compared(['botweg.pdf', 'pagina.html'])).content).not.toContain('alinea 2');
  });
});
