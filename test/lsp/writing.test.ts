import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CodeAction, CodeLens, Diagnostic, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CitationInsert, Coverage, Explanation, Rendered, Summary } from '../../server/src/protocol/requests.js';
import { Client } from './client.js';

const STOPS = 'In drie dorpen is de bushalte verdwenen en het openbaar vervoer verschraalt.';
const TEXT = `# Programma\n\n## Vervoer\n\n${STOPS}\n\n## Wonen\n\nWij splitsen grote woningen en bouwen op daken.\n`;

let opened = 0;
/** Opens a text under a name of its own. */
async function open(client: Client, text: string): Promise<string> {
  const uri = `file:///schrijven/${++opened}.md`;
  await client.open(uri, text);
  return uri;
}

/** The text after a versioned edit; refuses one for another version, as an editor does. */
function applied(text: string, edit: WorkspaceEdit, version = 1): string {
  const changes = edit.documentChanges as TextDocumentEdit[];
  expect(changes.map(({ textDocument }) => textDocument.version)).toEqual([version]);
  const edits = changes[0]!.edits.map((one) =>
    'snippet' in one ? { range: one.range, newText: one.snippet.value } : one,
  );
  return TextDocument.applyEdits(TextDocument.create('', '', version, text), edits);
}

describe('writing with the study', () => {
  let client: Client;
  beforeAll(async () => {
    client = await Client.start({
      commands: ['opgavenwijzer.bewustNiet', 'opgavenwijzer.toonDekking'],
      capabilities: { workspace: { workspaceEdit: { documentChanges: true, snippetEditSupport: true } } },
    });
  });
  afterAll(() => client.stop());

  const actions = (uri: string, { range }: Pick<Diagnostic, 'range'>, diagnostics: Diagnostic[], only?: string[]) =>
    client.ask<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics, ...(only ? { only } : {}) },
    });

  it('a finding comes with fixes, the most useful first', async () => {
    const uri = await open(client, TEXT);
    const findings = await client.pull(uri);
    const finding = findings.find(({ code }) => code === 'opgave-ontbreekt')!;
    const found = await actions(uri, finding, findings);
    expect(found[0]!.title).toMatch(/^Opgave oppakken: ‘/);
    expect(found[0]!.diagnostics).toContainEqual(finding);
    const after = applied(TEXT, found[0]!.edit!);
    expect(after).toMatch(
      /verschraalt\.\n\n.* \$\{1:Wat gaat u doen, voor wie, en wanneer\?\} \[@trendstudie:[\w-]+, p\. \d+\]\n\n<!-- Denkrichtingen uit de studie \(p\. [\d–]+\):\n(?:(?:- |Op |Wat ).+\n)+-->\n\n## Wonen/,
    );
    const leaveOut = found.find(({ title }) => title.startsWith('Bewust niet'))!;
    expect(leaveOut.command).toMatchObject({
      command: 'opgavenwijzer.bewustNiet',
      arguments: [uri, expect.any(String)],
    });
    expect(found.filter(({ title }) => title === 'Niet meer melden in dit bestand')).toHaveLength(1);
  });

  it('a reason goes into the front matter, and the opgave is left out', async () => {
    const uri = await open(client, TEXT);
    const opgave = (await client.pull(uri)).find(({ code }) => code === 'opgave-ontbreekt')!.data.opgave;
    const edit: WorkspaceEdit = await client.ask('opgavenwijzer/bewustNiet', {
      uri,
      opgave,
      reason: 'De provincie doet dit: wij niet.',
    });
    const text = applied(TEXT, edit);
    const after = await open(client, text);
    const coverage: Coverage = await client.ask('opgavenwijzer/dekking', { uri: after, scope: 'document' });
    const found = coverage.themes.flatMap(({ opgaven }) => opgaven).find(({ id }) => id === opgave);
    expect(found).toMatchObject({ state: 'bewust-niet', reason: 'De provincie doet dit: wij niet.' });
  });

  it('what can be mended without a choice is mended at once, when asked for', async () => {
    const text =
      'Wij splitsen woningen [@trendstudie:woonruimte-zonder-bijbouwn, p. 62] en bouwen [@trendstudie:nieuwbouw-aanjagen, p. 3].\n';
    const uri = await open(client, text);
    const findings = await client.pull(uri);
    const all = await actions(
      uri,
      { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } },
      findings,
      ['source.fixAll'],
    );
    expect(all).toHaveLength(1);
    const mended = applied(text, all[0]!.edit!);
    expect(mended).toContain('[@trendstudie:woonruimte-zonder-bijbouwen, p. 62]');
    expect(await client.pull(await open(client, mended))).toEqual([]);
  });

  it('coverage is counted, and shown with its evidence', async () => {
    const uri = await open(client, TEXT);
    const coverage: Coverage = await client.ask('opgavenwijzer/dekking', { uri, scope: 'programme' });
    const opgaven = coverage.themes.flatMap(({ opgaven }) => opgaven);
    expect(opgaven).toHaveLength(coverage.total);
    const split = opgaven.find(({ id }) => id === 'woonruimte-zonder-bijbouwen')!;
    expect(split).toMatchObject({ state: 'opgepakt', evidence: [{ uri, line: 9, kind: 'words' }] });
    expect(split.evidence[0]!.excerpt).toContain('splitsen');
    const missing = opgaven.filter(({ state }) => state === 'ontbreekt');
    expect(missing.length).toBe(coverage.counts.ontbreekt);
    expect(missing[0]!.raisedBy[0]).toMatchObject({ uri, line: 5, kind: 'trend' });
    const summary: Summary = await client.ask('opgavenwijzer/samenvatting', { uri });
    expect(summary).toEqual({ uri, total: coverage.total, counts: coverage.counts });
  });

  it('a lens above a heading says what stands below it, and opens the view', async () => {
    const uri = await open(client, TEXT);
    const lenses: CodeLens[] = await client.ask('textDocument/codeLens', { textDocument: { uri } });
    const byLine = lenses.map(({ range, command }) => [range.start.line, command!.title, command!.arguments] as const);
    expect(byLine).toContainEqual([
      2,
      expect.stringMatching(/^Mobiliteit: in dit hoofdstuk .*opgepakt/),
      [uri, 'mobiliteit'],
    ]);
    expect(byLine).toContainEqual([
      6,
      expect.stringMatching(/^Ruimte en wonen: in dit hoofdstuk .*opgepakt/),
      [uri, 'ruimte-en-wonen'],
    ]);
  });

  it('a source is inserted in the style that is asked for', async () => {
    const uri = await open(client, TEXT);
    const insert = (style: string, note?: number): Promise<CitationInsert> =>
      client.ask('opgavenwijzer/verwijzing', {
        uri,
        position: { line: 8, character: 46 },
        id: 'woonruimte-zonder-bijbouwen',
        page: 62,
        style,
        note,
      });
    expect(await insert('pandoc')).toMatchObject({
      version: 1,
      text: ' [@trendstudie:woonruimte-zonder-bijbouwen, p. 62]',
      edits: [],
    });
    expect((await insert('pandoc', 266)).snippet).toBe(
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a tab stop
      ' [@trendstudie:woonruimte-zonder-bijbouwen, p. ${1:62}, noot 266]',
    );
    expect((await insert('voetnoot', 266)).edits[0]!.newText).toContain(', p. 62, noot 266. <!--');
    const note = await insert('voetnoot');
    expect(note.text).toBe('[^1]');
    expect(note.edits[0]!.newText).toMatch(
      /^\n\n\[\^1\]: Platform31, ‘.*’, § 6\.2 in .*, p\. 62\. <!-- @trendstudie:woonruimte-zonder-bijbouwen -->$/,
    );
  });

  it('a paragraph explains what it counts for', async () => {
    const uri = await open(client, TEXT);
    const explained: Explanation = await client.ask('opgavenwijzer/waaromTeltDit', {
      uri,
      position: { line: 8, character: 5 },
    });
    expect(explained.markdown).toContain('Meer woonruimte zonder bij te bouwen');
    expect(explained.range.start).toEqual({ line: 8, character: 0 });
  });

  it('reports, comparisons and bibliographies are rendered', async () => {
    const [a, b] = [await open(client, TEXT), await open(client, '# Ander programma\n\nWij bouwen nieuwe woningen.\n')];
    const report: Rendered = await client.ask('opgavenwijzer/verslag', { uri: a, format: 'html' });
    expect(report).toMatchObject({ fileName: expect.stringMatching(/-dekking\.html$/), folder: 'file:///schrijven' });
    expect(report.content).toContain('<svg');
    const comparison: Rendered = await client.ask('opgavenwijzer/vergelijk', { uris: [a, b], format: 'md' });
    expect(comparison.content).toContain('| Meer woonruimte zonder bij te bouwen | ● | · |');
    const whole: Rendered = await client.ask('opgavenwijzer/bibliografie', { format: 'csl' });
    expect(JSON.parse(whole.content).length).toBeGreaterThan(100);
    const cited: Rendered = await client.ask('opgavenwijzer/bibliografie', { uri: a, format: 'bibtex' });
    expect(cited.content.trim()).toBe('');
  });

  it('several sources stand in one bracket, and one can stand in the sentence', async () => {
    const line = 'Zie [@trendstudie:nieuwbouw-aanjagen, p. 61; @splitsen] en @trendstudie:nieuwb';
    const uri = await open(client, line);
    const inserted = async (character: number): Promise<string | undefined> => {
      const list = await client.completion(uri, { line: 0, character });
      return (list?.items[0]?.textEdit as { newText: string } | undefined)?.newText;
    };
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a tab stop
    expect(await inserted(line.indexOf(']'))).toBe('@trendstudie:woonruimte-zonder-bijbouwen, p. ${1:61}');
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a tab stop
    expect(await inserted(line.length)).toBe('@trendstudie:nieuwbouw-aanjagen [p. ${1:61}]');
  });

  it('a page is offered with what stands there, and behind the study as a whole with its key', async () => {
    const offered = async (line: string) =>
      (await client.completion(await open(client, line), { line: 0, character: line.length }))!.items;
    const [first, second] = await offered('Zie [@trendstudie:woonruimte-zonder-bijbouwen, p. ');
    expect(first).toMatchObject({ label: 'p. 61', textEdit: { newText: '61' } });
    expect(second).toMatchObject({ label: 'p. 62', labelDetails: { description: expect.stringContaining('nwonen') } });
    const whole = await offered('Zie [@trendstudie, p. 61');
    expect(whole.map(({ label }) => label)).toEqual(whole.map(() => 'p. 61'));
    expect(whole.find(({ labelDetails }) => labelDetails!.description!.startsWith('Nieuwbouw'))).toMatchObject({
      textEdit: { newText: '61', range: { start: { character: 22 }, end: { character: 24 } } },
      additionalTextEdits: [{ newText: ':nieuwbouw-aanjagen', range: { start: { character: 17 } } }],
    });
    expect(await client.completion(await open(client, 'Zie p. '), { line: 0, character: 7 })).toBeNull();
  });

  it.each([
    ['code', '```\n@splitsen', { line: 1, character: 9 }],
    ['front matter', '---\nemail: @splitsen\n---\n', { line: 1, character: 16 }],
    ['a mail address', 'Mail naar raad@splitsen', { line: 0, character: 23 }],
  ])('no source is offered in %s', async (_, text, position) => {
    expect(await client.completion(await open(client, text), position)).toBeNull();
  });
});
