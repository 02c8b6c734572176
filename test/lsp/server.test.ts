import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client } from './client.js';

const URI = 'file:///programma.md';
const SHORTAGE = '# Wonen\n\nIn onze stad 😀 is het woningtekort groter dan ooit.\n';

describe('the server over its pipe', () => {
  let client: Client;
  beforeAll(async () => {
    client = await Client.start();
  });
  afterAll(async () => {
    expect(await client.stop()).toBe(0);
  });

  it('says what it can do', () => {
    expect(client.initialized.capabilities).toMatchObject({
      textDocumentSync: { openClose: true, change: 2 },
      hoverProvider: true,
      completionProvider: { triggerCharacters: expect.arrayContaining(['@', '.']), resolveProvider: true },
      diagnosticProvider: { interFileDependencies: true },
    });
  });

  it('points at words in UTF-16, once for all that is left there, and with nothing that VS Code prints above the explanation', async () => {
    await client.open(URI, `${SHORTAGE}\nDat woningtekort is er al jaren.\n`);
    const findings = (await client.pull(URI)).filter(({ code }) => code === 'opgave-ontbreekt');
    expect(findings).toHaveLength(1);
    const [finding] = findings;
    expect(finding?.range).toEqual({ start: { line: 2, character: 23 }, end: { line: 2, character: 35 } });
    expect(finding?.severity).toBe(2);
    expect(finding?.data.opgaven.length).toBeGreaterThan(1);
    expect(finding?.data.opgave).toBe(finding?.data.opgaven[0]);
    expect(finding).not.toHaveProperty('relatedInformation');
  });

  it('keeps up with edits', async () => {
    const uri = 'file:///wijziging.md';
    await client.open(uri, SHORTAGE);
    const missing = async () => (await client.pull(uri)).filter(({ code }) => code === 'opgave-ontbreekt');
    expect(await missing()).not.toEqual([]);
    // "woningtekort" → "woningaanbod"
    await client.change(uri, 2, [
      { range: { start: { line: 2, character: 29 }, end: { line: 2, character: 35 } }, text: 'aanbod' },
    ]);
    expect(await missing()).toEqual([]);
  });

  it('keeps the text of a completion small and renders it on resolve', async () => {
    const uri = 'file:///bron.md';
    await client.open(uri, 'Wij splitsen woningen [@splitsen');
    const list = await client.completion(uri, { line: 0, character: 32 });
    expect(list?.isIncomplete).toBe(true);
    const item = list?.items.find(({ label }) => label === 'Meer woonruimte zonder bij te bouwen');
    expect(item).toMatchObject({
      filterText: '@splitsen',
      textEdit: {
        // biome-ignore lint/suspicious/noTemplateCurlyInString: a tab stop
        newText: '@trendstudie:woonruimte-zonder-bijbouwen, p. ${1:61}',
        range: { start: { line: 0, character: 23 }, end: { line: 0, character: 32 } },
      },
    });
    expect(item?.documentation).toBeUndefined();
    const { documentation } = await client.resolve(item!);
    expect(documentation).toMatchObject({ kind: 'markdown', value: expect.stringContaining('Meer woonruimte') });
  });

  it('leaves room for the page beside a long title', async () => {
    const uri = 'file:///lang.md';
    await client.open(uri, 'Wij luisteren [@omgaan-met');
    const list = await client.completion(uri, { line: 0, character: 26 });
    const [item] = list!.items;
    expect(item).toMatchObject({
      label: 'Omgaan met tegenstellingen en democr…',
      labelDetails: { description: expect.stringMatching(/^p\. \d/) },
    });
    const { documentation } = await client.resolve(item!);
    expect(documentation).toMatchObject({
      value: expect.stringContaining('Omgaan met tegenstellingen en democratische legitimiteit'),
    });
    expect(list!.items.filter(({ label }) => label.length > 37)).toEqual([]);
    // Whole parts, as many as there is room for: what is cut off takes the end of the title along.
    expect(item!.labelDetails!.description).toBe('p. 17–18');
    const beside = async (text: string) => {
      const uri = `file:///${text.length}.md`;
      await client.open(uri, text);
      const [first] = (await client.completion(uri, { line: 0, character: text.length }))!.items;
      return `${first!.label} | ${first!.labelDetails!.description}`;
    };
    expect(await beside('Wij bouwen [@nieuwbouw')).toBe('Nieuwbouw aanjagen | p. 61 · opgave');
    expect(await beside('Wij gaan [@energietransitie')).toMatch(
      /^Energietransitie \| p\. [\d–]+ · opgave · Duurzaamheid$/,
    );
  });

  it('answers about unknown documents with nothing', async () => {
    expect(await client.hover('file:///nergens.md', { line: 0, character: 0 })).toBeNull();
    expect(await client.pull('file:///nergens.md')).toEqual([]);
  });
});

describe('a client that does not pull', () => {
  it('gets its findings sent, for the version they belong to', async () => {
    const client = await Client.start({ pull: false });
    expect(client.initialized.capabilities.diagnosticProvider).toBeUndefined();
    await client.open(URI, SHORTAGE);
    const pushed = await client.pushed(URI, 1);
    expect(pushed.map(({ code }) => code)).toContain('opgave-ontbreekt');
    await client.change(URI, 2, [{ text: 'Er is niets aan de hand.\n' }]);
    expect(await client.pushed(URI, 2)).toEqual([]);
    expect(await client.stop()).toBe(0);
  });
});
