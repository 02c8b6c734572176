import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Location } from 'vscode-languageserver';
import type { SourceChoice, StudyPage } from '../../server/src/protocol/requests.js';
import { Client } from './client.js';

const URI = 'file:///programma.md';
const TEXT = [
  '# Programma',
  '',
  'In onze stad is het woningtekort groter dan ooit.',
  '',
  'Wij splitsen grote woningen en bouwen op daken [@trendstudie:woonruimte-zonder-bijbouwen, p. 62].',
  '',
  'Meer daarover in onze nota [@trendstudie:woonruimte-zonder-bijbouwen; @trendstudie:nieuwbouw-aanjagen, p. 61].',
  '',
].join('\n');
/** On the first citation. */
const CITATION = { line: 4, character: 60 };

describe('reading the study from a programme', () => {
  let client: Client;
  beforeAll(async () => {
    client = await Client.start({ commands: ['opgavenwijzer.openStudie'] });
    await client.open(URI, TEXT);
  });
  afterAll(() => client.stop());

  const page = (params: object): Promise<StudyPage | null> => client.ask('opgavenwijzer/studie', params);
  const at = (position: object) => ({ textDocument: { uri: URI }, position });

  it('a citation leads to the heading of its entry', async () => {
    const place: Location = await client.ask('textDocument/definition', at(CITATION));
    expect(place.uri).toBe('opgavenwijzer-studie:/trendstudie/ruimte-en-wonen.md#meer-woonruimte-zonder-bij-te-bouwen');
    const { markdown } = (await page({ id: 'ruimte-en-wonen' }))!;
    expect(markdown.split('\n')[place.range.start.line]).toBe('### Meer woonruimte zonder bij te bouwen');
  });

  it('places are the same for every reader, and the reader’s own state stands beside them', async () => {
    const plain = await page({ id: 'trendstudie:woonruimte-zonder-bijbouwen' });
    const own = await page({ id: 'woonruimte-zonder-bijbouwen', uri: URI });
    expect(own!.range).toEqual(plain!.range);
    expect(own!.markdown).toContain('in uw programma ● **opgepakt**');
    expect(plain!.markdown).not.toContain('in uw programma');
  });

  it('every link on every page leads to a heading of a page', async () => {
    const names: string[] = await client.ask('opgavenwijzer/studiePaginas', {});
    const pages = new Map<string, StudyPage>();
    for (const name of names) pages.set(name, (await page({ id: name }))!);
    const anchors = new Map([...pages].map(([name, { markdown }]) => [name, anchorsOf(markdown)]));
    const links = [...pages].flatMap(([name, { markdown }]) =>
      [...markdown.matchAll(/\]\(([\w-]*(?:\.md)?)#([^)]*)\)/g)].map(
        ([, file, anchor]) => [file ? `${name.split('/')[0]}/${file}` : name, anchor!] as const,
      ),
    );
    expect(links.length).toBeGreaterThan(1000);
    expect(links.filter(([file, anchor]) => !anchors.get(file)?.has(decodeURI(anchor)))).toEqual([]);
  });

  it('what stands before the chapters is beside the contents', async () => {
    const { uri, markdown, range } = (await page({ id: 'trendstudie:managementsamenvatting' }))!;
    expect(uri).toBe('opgavenwijzer-studie:/trendstudie/inhoud.md');
    expect(markdown.split('\n')[range.start.line]).toBe('## Managementsamenvatting');
  });

  it('an unknown id has no page', async () => {
    expect(await page({ id: 'zomaar' })).toBeNull();
    expect(await page({ id: '../../etc/passwd' })).toBeNull();
  });

  it('every place where an entry is cited or recognised is a reference, from the programme and from the study', async () => {
    const context = { includeDeclaration: false };
    const places: Location[] = await client.ask('textDocument/references', { ...at(CITATION), context });
    expect(places.map(({ range }) => range.start.line)).toEqual([4, 4, 6]);
    const { uri, range } = (await page({ id: 'woonruimte-zonder-bijbouwen' }))!;
    const below = { line: range.start.line + 3, character: 0 };
    expect(await client.ask('textDocument/references', { textDocument: { uri }, position: below, context })).toEqual(
      places,
    );
  });

  it('an entry is highlighted wherever it stands in the document', async () => {
    const found: Location[] = await client.ask('textDocument/documentHighlight', at(CITATION));
    expect(new Set(found.map(({ range }) => range.start.line))).toEqual(new Set([4, 6]));
    expect(await client.ask('textDocument/documentHighlight', at({ line: 0, character: 3 }))).toBeNull();
  });

  it('citations link to the study, and to nothing else without a PDF', async () => {
    const links: { target: string }[] = await client.ask('textDocument/documentLink', { textDocument: { uri: URI } });
    expect(links).toHaveLength(3);
    for (const { target } of links)
      expect(target).toMatch(/^opgavenwijzer-studie:\/trendstudie\/ruimte-en-wonen\.md#L\d+$/);
  });

  it('symbols of the workspace are entries of the study', async () => {
    const symbols: { name: string }[] = await client.ask('workspace/symbol', { query: 'splitsen' });
    expect(symbols[0]!.name).toBe('Meer woonruimte zonder bij te bouwen');
    expect(await client.ask('workspace/symbol', { query: '' })).toEqual([]);
  });

  it('a search finds entries, terms and figures by the words people use', async () => {
    const search = (query: string): Promise<SourceChoice[]> => client.ask('opgavenwijzer/zoek', { query, uri: URI });
    const kinds = (choices: SourceChoice[]): Set<string> => new Set(choices.map(({ kind }) => kind));
    expect(kinds(await search(''))).toEqual(new Set(['opgave', 'trend', 'perspective', 'theme', 'part', 'term']));
    const found = await search('wachttijd sociale huur Zaanstad');
    const figures = found.filter(({ kind }) => kind === 'figure');
    expect(figures[0]).toMatchObject({ text: '174 maanden', page: 57 });
    expect(figures[0]).not.toHaveProperty('note');
    expect(figures[1]).toMatchObject({ text: '174 maanden', page: 57, note: 253 });
  });

  it('a first list begins with what fits the paragraph, and with nothing of that where nothing fits', async () => {
    const uri = 'file:///programma/past.md';
    await client.open(uri, '# Plan\n\nWij leggen een warmtenet aan in Noord.\n\nGisteren kwam de kat van de buren.\n');
    const first = async (line: number, query = ''): Promise<SourceChoice[]> =>
      (await client.ask<SourceChoice[]>('opgavenwijzer/zoek', { query, uri, position: { line, character: 5 } })).filter(
        ({ fits }) => fits,
      );
    expect((await first(2))[0]).toMatchObject({
      id: 'energietransitie',
      description: expect.stringMatching(/^p\. \d/),
    });
    expect(await first(3)).not.toEqual([]);
    expect(await first(4)).toEqual([]);
    expect(await first(2, 'splitsen')).toEqual([]);
  });

  it('the study itself gets no findings', async () => {
    const uri = 'opgavenwijzer-studie:/ruimte-en-wonen.md';
    await client.open(uri, 'Het woningtekort is groot en niemand weet wat wij daaraan kunnen doen.\n');
    expect(await client.pull(uri)).toEqual([]);
  });
});

/** Anchors as VS Code makes them of plain headings; those of the pages have no markup but escapes. */
function anchorsOf(markdown: string): Set<string> {
  const seen = new Map<string, number>();
  return new Set(
    [...markdown.matchAll(/^#+ (.*)$/gm)].map(([, title]) => {
      const text = title!.replace(/\\(.)/g, '$1').replace(/&amp;/g, '&');
      const anchor = text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .trim()
        .replace(/\s/g, '-')
        .replace(/^-+|-+$/g, '');
      const count = seen.get(anchor) ?? 0;
      seen.set(anchor, count + 1);
      return count === 0 ? anchor : `${anchor}-${count}`;
    }),
  );
}
