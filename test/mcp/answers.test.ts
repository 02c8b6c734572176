import { describe, expect, it } from 'vitest';
import manifest from '../../package.json';
import { createService } from '../../server/src/core/index.js';
import { builtinStudy } from '../../server/src/core/study/builtin.js';
import { FAULTY, folderWith } from '../cli/run.js';
import { Assistant } from './client.js';

const service = createService([builtinStudy]);
const [study] = service.studies;
const { key } = study!.info;

describe('the tools for assistants', () => {
  it('are told with a title, a description and a schema, in Dutch, and only read; those of VS Code are the same', async () => {
    const { client } = await Assistant.start();
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      'zoek_in_studie',
      'lees_onderdeel',
      'toon_dekking',
      'controleer_tekst',
      'geef_bronnen',
    ]);
    for (const { title, description, inputSchema, annotations } of tools) {
      expect(`${title} ${description}`).toMatch(/\b(?:de|het|een)\b/);
      expect(inputSchema).toMatchObject({ type: 'object', additionalProperties: false });
      expect(annotations).toMatchObject({ readOnlyHint: true, openWorldHint: false });
    }
    const inVsCode = manifest.contributes.languageModelTools;
    expect(inVsCode.map(({ name }) => name)).toEqual(tools.map(({ name }) => `opgavenwijzer_${name}`));
    expect(inVsCode.map(({ inputSchema }) => inputSchema)).toEqual(tools.map(({ inputSchema }) => inputSchema));
    expect(client.getInstructions()).toContain(study!.info.title);
  });

  it('do not add up documents that count alone', async () => {
    const files = { 'stad/a.md': FAULTY, 'stad/b.md': FAULTY };
    const settings = { 'stad/.opgavenwijzer.json': '{ "reikwijdte": "document" }' };
    const alone = await Assistant.start([folderWith({ ...files, ...settings })]);
    expect(await alone.fault('toon_dekking', { bestand: 'stad' })).toMatch(
      /2 documenten, en elk telt voor zich\. Vraag er één\.$/,
    );
    const together = await Assistant.start([folderWith(files)]);
    expect(await together.text('toon_dekking', { bestand: 'stad' })).toMatch(/^Dekking van/);
  });

  it('search the study, and say it when nothing is found', async () => {
    const assistant = await Assistant.start();
    const found = await assistant.text('zoek_in_studie', { vraag: 'woningtekort' });
    expect(found).toContain(`[@${key}:kwantitatieve-woningmismatch, p. 57]`);
    expect(found).toMatch(/^- cijfer: .*\(Nederland, .*\) \[@/m);
    expect(await assistant.text('zoek_in_studie', { vraag: 'kernfusie' })).toMatch(/niets gevonden.*niet in de studie/);
    // No title has these words, but a reader knows what is meant.
    const meant = await assistant.text('zoek_in_studie', {
      vraag: 'te weinig huizen voor mensen met een kleine beurs',
    });
    expect(meant).toMatch(/^- .*\(trend, § 6\.1/m);
  });

  it('read an entry by id, citation or title: figures, directions, page and citation; its links are ids', async () => {
    const assistant = await Assistant.start();
    const text = await assistant.text('lees_onderdeel', { onderdeel: 'nieuwbouw-aanjagen' });
    const opgave = study!.opgave('nieuwbouw-aanjagen')!;
    expect(text).toContain(opgave.summary.slice(0, 60));
    for (const { text: number, page } of opgave.figures) expect(text).toMatch(new RegExp(`${number}.*p\\. ${page}`));
    for (const { text: direction, page } of opgave.directions) expect(text).toContain(`${direction} (p. ${page};`);
    expect(text).toContain(`Aanhalen: [@${key}:nieuwbouw-aanjagen, p. 61]`);
    expect(text).toContain(`Bevolkingsgroei (@${key}:bevolkingsgroei)`);
    expect(text).not.toMatch(/\]\([^)]*\)|&#|\\/);
    for (const onderdeel of [`@${key}:nieuwbouw-aanjagen`, `[@${key}:nieuwbouw-aanjagen, p. 61]`, 'nieuwbouw aanjagen'])
      expect(await assistant.text('lees_onderdeel', { onderdeel })).toBe(text);
    const theme = await assistant.text('lees_onderdeel', { onderdeel: opgave.theme });
    expect(theme).toContain(`- ${opgave.title} (opgave) [@${key}:nieuwbouw-aanjagen, p. 61]`);
    const contents = await assistant.text('lees_onderdeel', { onderdeel: 'inhoud' });
    expect(contents).toContain(study!.info.subtitle);
    expect(await assistant.fault('lees_onderdeel', { onderdeel: 'nieuwbouw-anjagen' })).toContain(
      'nieuwbouw-aanjagen (',
    );
  });

  it('put what the study says of a municipality first', async () => {
    const assistant = await Assistant.start();
    const area = study!.entries.flatMap((entry) =>
      entry.figures.flatMap((figure) =>
        study!.municipalities.some(({ name }) => name === figure.area) ? [{ entry, figure }] : [],
      ),
    )[0]!;
    const gemeente = area.figure.area!;
    const text = await assistant.text('lees_onderdeel', { onderdeel: area.entry.id, gemeente });
    const [, , first] = text.split('\n').filter((line) => line.startsWith('|'));
    expect(first).toContain(gemeente);
  });

  it('say what a programme takes up, with its evidence, and more of it within a theme', async () => {
    const folder = folderWith({
      '.opgavenwijzer.json': '{}',
      'wonen.md': `# Wonen\n\nWij splitsen grote huizen en bouwen 3.000 woningen.\n`,
      'zorg/zorg.md': '# Zorg\n\nDe zorgkosten lopen op.\n',
    });
    const assistant = await Assistant.start([folder]);
    const text = await assistant.text('toon_dekking', { bestand: 'wonen.md' });
    expect(text).toMatch(/opgepakt: .* \[@\S+, p\. 61\]\n {2}«wonen\.md», regel 3: «Wij splitsen grote huizen/);
    expect(text).toMatch(/niet genoemd: /);
    expect(await assistant.text('toon_dekking', { bestand: folder })).toContain('«wonen.md», regel 3');
    const theme = await assistant.text('toon_dekking', { bestand: 'wonen.md', thema: 'ruimte-en-wonen' });
    expect(theme.match(/\(hoofdstuk /g)).toHaveLength(1);
    expect(await assistant.fault('toon_dekking', { bestand: 'wonen.md', thema: 'ruimtevaart' })).toMatch(
      /thema|onderdeel/,
    );
  });

  it('check a text that was passed, and a file', async () => {
    const assistant = await Assistant.start([folderWith({ 'a.md': FAULTY })]);
    const passed = await assistant.text('controleer_tekst', { tekst: FAULTY });
    expect(passed).toMatch(/regel 3, waarschuwing \(opgave-ontbreekt\)/);
    expect(passed).toMatch(/regel 5, fout \(bron-onbekend\).*Bij: «trendstudie:wijkenaanpakk»/);
    const file = await assistant.text('controleer_tekst', { bestand: 'a.md' });
    expect(file.split('\n').slice(1)).toEqual(passed.split('\n').slice(1));
    expect(await assistant.text('controleer_tekst', { tekst: '# Over ons\n\nWij zijn een vereniging.\n' })).toBe(
      'Over de meegegeven tekst: geen meldingen.',
    );
  });

  it('give a bibliography: of entries, of what a text cites, or whole as far as there is room', async () => {
    const assistant = await Assistant.start();
    const one = await assistant.text('geef_bronnen', { onderdelen: ['nieuwbouw-aanjagen'] });
    expect(one).toMatch(new RegExp(`^@incollection\\{${key}:nieuwbouw-aanjagen,`));
    const tekst = `Wij bouwen [@${key}:nieuwbouw-aanjagen, p. 61].`;
    expect(await assistant.text('geef_bronnen', { tekst })).toBe(one);
    expect(JSON.parse(await assistant.text('geef_bronnen', { tekst, vorm: 'csl' }))).toHaveLength(1);
    expect(await assistant.text('geef_bronnen', { tekst: 'Niets.' })).toBe('Deze tekst haalt niets uit de studie aan.');
    expect(await assistant.text('geef_bronnen', {})).toMatch(/\n}\n\nEn nog \d+; vraag ze met ‘onderdelen’\.$/);
  });

  it('have small answers, however long the programme', async () => {
    const paragraph =
      'Het woningtekort groeit. Wij bouwen 3.000 woningen en splitsen grote huizen. Wij planten bomen.\n\n';
    const assistant = await Assistant.start();
    for (const name of ['toon_dekking', 'controleer_tekst'])
      expect((await assistant.text(name, { tekst: paragraph.repeat(2_000) })).length).toBeLessThanOrEqual(12_000);
  });
});

describe('what can be read and filled in', () => {
  it('are the contents and themes of the study, and by the template every entry', async () => {
    const { client } = await Assistant.start();
    const { resources } = await client.listResources();
    expect(resources.map(({ name }) => name)).toEqual(['inhoud', ...study!.themes.map(({ id }) => id)]);
    const [template] = (await client.listResourceTemplates()).resourceTemplates;
    const uri = template!.uriTemplate.replace('{studie}', key).replace('{onderdeel}', 'woningtekort');
    for (const { uri } of resources) expect((await client.readResource({ uri })).contents[0]).toHaveProperty('text');
    const { contents } = await client.readResource({ uri });
    expect(contents[0]).toMatchObject({ uri, mimeType: 'text/markdown', text: expect.stringContaining('p. 57') });
    for (const wrong of [
      `${uri}-niet`,
      'file:///etc/passwd',
      uri.replace(key, 'woonvisie'),
      uri.replace(/woning.*/, '..'),
    ])
      await expect(client.readResource({ uri: wrong })).rejects.toThrow(/bestaat niet/);
  });

  it('are completed: the study, its entries, and the subject of a paragraph', async () => {
    const { client } = await Assistant.start();
    const { uriTemplate: uri } = (await client.listResourceTemplates()).resourceTemplates[0]!;
    const complete = async (name: string, value: string, given?: Record<string, string>) => {
      const ref = { type: 'ref/resource' as const, uri };
      const { completion } = await client.complete({
        ref,
        argument: { name, value },
        ...(given ? { context: { arguments: given } } : {}),
      });
      return completion;
    };
    expect((await complete('studie', '')).values).toEqual([key]);
    expect((await complete('studie', 'x')).values).toEqual([]);
    expect((await complete('onderdeel', 'nieuwb')).values).toContain('nieuwbouw-aanjagen');
    // By what it is about, not by its letters alone.
    expect((await complete('onderdeel', 'aanjagen', { studie: key })).values).toContain('nieuwbouw-aanjagen');
    expect(await complete('onderdeel', '')).toMatchObject({
      hasMore: true,
      values: expect.objectContaining({ length: 100 }),
    });
    const ref = { type: 'ref/prompt' as const, name: 'schrijf-een-alinea' };
    const { completion } = await client.complete({ ref, argument: { name: 'onderwerp', value: 'nieuwbouw' } });
    expect(completion.values).toContain('Nieuwbouw aanjagen');
  });

  it('are three prompts that make the assistant cite with the page, and say what is not in the study', async () => {
    const { client } = await Assistant.start();
    const { prompts } = await client.listPrompts();
    expect(prompts.map(({ title }) => title)).toEqual([
      'Kijk mijn programma na',
      'Schrijf een alinea over …',
      'Vergelijk deze programma’s',
    ]);
    const fill = { bestand: 'a.md', onderwerp: 'wonen', bestanden: 'a.md, b.md' };
    for (const { name } of prompts) {
      const { messages } = await client.getPrompt({ name, arguments: fill });
      const [{ role, content }] = messages as [(typeof messages)[number]];
      expect(role).toBe('user');
      expect(content).toMatchObject({
        text: expect.stringMatching(/verwijzing met bladzijde[\s\S]*Dit staat niet in de studie/),
      });
    }
    const { messages } = await client.getPrompt({ name: 'vergelijk-deze-programmas', arguments: fill });
    expect(messages[0]!.content).toMatchObject({ text: expect.stringContaining('‘a.md’, ‘b.md’') });
    await expect(client.getPrompt({ name: 'schrijf-een-alinea' })).rejects.toThrow(/ontbreekt ‘onderwerp’/);
    await expect(client.getPrompt({ name: 'schrijf-een-boek' })).rejects.toThrow(/bestaat niet/);
  });
});
