import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { URI } from 'vscode-uri';
import { type Choice, COMMANDS, type TakenDecision } from '../../server/src/protocol/requests.js';
import type { Settled, SilenceParams } from '../../server/src/protocol/settings.js';
import { opgavenwijzer } from '../cli/run.js';
import { Client } from './client.js';

const SHORTAGE = '# Wonen\n\nIn onze stad is het woningtekort groter dan ooit.\n';
const OPGAVE = 'nieuwbouw-aanjagen';

describe('what someone does not want to see again', () => {
  let client: Client;
  let folder: string;
  const settings: Record<string, unknown> = {};
  const uriOf = (name: string): string => URI.file(join(folder, name)).toString();
  const text = () => uriOf('programma.md');
  const file = () => join(folder, '.opgavenwijzer.json');
  const write = async (content: string): Promise<void> => {
    writeFileSync(file(), content);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf('.opgavenwijzer.json'), type: 2 }],
    });
  };
  /** What our own client does with an answer. */
  const settle = async (silence: SilenceParams): Promise<void> => {
    const settled: Settled = await client.ask('opgavenwijzer/stil', silence);
    if ('content' in settled) await write(settled.content);
    else {
      settings[settled.setting] = settled.value;
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    }
  };
  const missing = async (): Promise<string[]> =>
    (await client.pull(text())).filter(({ code }) => code === 'opgave-ontbreekt').flatMap(({ data }) => data.opgaven);
  const choices = async (): Promise<Choice[]> => {
    const { range } = (await client.pull(text())).find(({ code }) => code === 'opgave-ontbreekt')!;
    return client.ask('opgavenwijzer/keuzes', { uri: text(), range, question: 'niet-melden' });
  };
  const decided = (): Promise<TakenDecision[]> => client.ask('opgavenwijzer/beslissingen', { uri: text() });

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'programma '));
    for (const key of Object.keys(settings)) delete settings[key];
    client = await Client.start({ commands: Object.values(COMMANDS), settings });
    writeFileSync(join(folder, 'programma.md'), SHORTAGE);
    await client.open(text(), SHORTAGE);
  });
  afterEach(async () => {
    await client.stop();
    rmSync(folder, { recursive: true });
  });

  it('is silent in the programme, on the command line as well, until it is taken back; the rest speaks', async () => {
    const before = await missing();
    expect(before).toContain(OPGAVE);
    await write('{\n  // van ons\n  "gemeente": "Heiloo"\n}\n');
    const { silence } = (await choices()).find(({ label }) => label === 'Nooit meer in dit programma')!;
    await settle({ ...silence!, names: [`opgave-ontbreekt:${OPGAVE}`] });
    expect(readFileSync(file(), 'utf8')).toMatch(
      /\/\/ van ons\n[\s\S]*"nietMelden": \[\n\s+"opgave-ontbreekt:nieuwbouw-aanjagen"/,
    );
    expect(await missing()).toEqual(before.filter((id) => id !== OPGAVE));
    const { out } = await opgavenwijzer(['check', join(folder, 'programma.md'), '--format', 'json']);
    const checked: { code: string; opgaven?: string[] }[] = JSON.parse(out);
    const warned = checked.filter(({ code }) => code === 'opgave-ontbreekt').flatMap(({ opgaven }) => opgaven);
    expect(warned).toEqual(before.filter((id) => id !== OPGAVE));
    const [known] = await decided();
    expect(known).toMatchObject({
      label: 'Niet melden: ‘Nieuwbouw aanjagen’ (opgave-ontbreekt)',
      where: 'programma',
      silences: true,
    });
    await settle(known!.undone!);
    expect(await missing()).toEqual(before);
    expect(await decided()).toEqual([]);
  });

  it('is silent everywhere in the editor, and nowhere else', async () => {
    const { silence } = (await choices()).find(({ label }) => label.startsWith('Nooit meer, '))!;
    await settle(silence!);
    expect(settings.nietMelden).toEqual(silence!.names);
    expect(await missing()).toEqual([]);
    const { out } = await opgavenwijzer(['check', join(folder, 'programma.md'), '--format', 'json']);
    expect(JSON.parse(out).map(({ code }: { code: string }) => code)).toContain('opgave-ontbreekt');
    expect((await decided()).map(({ where }) => where)).toEqual(silence!.names.map(() => 'overal'));
  });

  it('tells nothing about words, however they are written, and goes on about others', async () => {
    const place = { line: 2, character: SHORTAGE.split('\n')[2]!.indexOf('woningtekort') + 2 };
    const hover = await client.hover(text(), place);
    const link = /command:opgavenwijzer\.geenUitleg\?([^)\s]+)/.exec((hover!.contents as { value: string }).value)![1]!;
    const [uri, words] = JSON.parse(decodeURIComponent(link));
    expect([uri, words]).toEqual([text(), 'woningtekort']);
    await settle({ uri, where: 'programma', setting: 'geenUitleg', names: ['Woningtekort'], silent: true });
    expect(await client.hover(text(), place)).toBeNull();
    expect((await missing()).length).toBeGreaterThan(0);
    await client.change(text(), 2, [{ text: 'Een kangoeroewoning, en een wachtlijst voor sociale huur.\n' }]);
    expect(await client.hover(text(), { line: 0, character: 8 })).not.toBeNull();
  });

  it('makes no file worse than it is', async () => {
    await write('{ "gemeente" ');
    const silence = { uri: text(), where: 'programma', setting: 'geenUitleg', names: ['x'], silent: true };
    await expect(client.ask('opgavenwijzer/stil', silence)).rejects.toThrow(/geen geldige JSON\. Herstel het eerst/);
    expect(await client.ask('opgavenwijzer/stil', { ...silence, uri: 'untitled:nieuw.md' })).toBeNull();
  });
});
