import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { needProgram } from '../debian.js';
import { folderWith, opgavenwijzer } from './run.js';

const SAMPLE = join(import.meta.dirname, '../../voorbeelden/waterdam/programma.md');

describe('bibliografie', () => {
  it('gives every entry and term a key, or only what is cited', async () => {
    const all = JSON.parse((await opgavenwijzer(['bibliografie'])).out);
    expect(all.length).toBeGreaterThan(200);
    expect(all.find(({ id }: { id: string }) => id === 'trendstudie:nieuwbouw-aanjagen')).toMatchObject({
      type: 'chapter',
      section: '6.2',
      author: [{ literal: 'Platform31' }],
      issued: { 'date-parts': [[2021]] },
      title: 'Aanjagen nieuwbouw: opgave voor Rijk én gemeenten',
    });
    expect(all.find(({ id }: { id: string }) => id === 'trendstudie:groter-denken-kleiner-doen')).toMatchObject({
      type: 'book',
      title: 'Groter denken, kleiner doen. Een oproep',
      author: [{ literal: 'Herman Tjeenk Willink' }],
      issued: { 'date-parts': [[2018]] },
    });
    // A word of the study is no chapter of it.
    expect(all.find(({ id }: { id: string }) => id === 'trendstudie:koekoeksjong')).toMatchObject({ type: 'report' });
    const cwd = folderWith({
      'a.md': 'Wij bouwen [@trendstudie:nieuwbouw-aanjagen, p. 61].\n\nMis [@trendstudie:niets].\n',
    });
    const { code, out, err } = await opgavenwijzer(['bibliografie', '--alleen-geciteerd', 'a.md'], { cwd });
    expect(JSON.parse(out).map(({ id }: { id: string }) => id)).toEqual(['trendstudie:nieuwbouw-aanjagen']);
    expect({ code, err }).toEqual({ code: 0, err: 'a.md:3: de trendstudie heeft geen ‘niets’; overgeslagen.\n' });
  });

  it('names only headings that the study has', async () => {
    const { trends, opgaven, perspectives } = JSON.parse((await opgavenwijzer(['study', '--format', 'json'])).out);
    const headings = [...trends, ...opgaven, ...perspectives].map(({ id, heading }) => [`trendstudie:${id}`, heading]);
    const titles = new Map(
      JSON.parse((await opgavenwijzer(['bibliografie'])).out).map(({ id, title }: Record<string, string>) => [
        id,
        title,
      ]),
    );
    expect(headings.map(([id]) => [id, titles.get(id)])).toEqual(headings);
  });

  it('says when files and --alleen-geciteerd do not go together', async () => {
    expect(await opgavenwijzer(['bibliografie', '--alleen-geciteerd'])).toMatchObject({ code: 2, out: '' });
    expect(await opgavenwijzer(['bibliografie', 'a.md'])).toMatchObject({ code: 2, out: '' });
  });
});

describe('pandoc', () => {
  beforeAll(() => needProgram('pandoc'), 600_000);

  /** Makes a bibliography of all there is, and lets pandoc resolve the sample programme with it. */
  async function resolved(bibliography: string, ...to: string[]) {
    const cwd = folderWith({});
    const { code, err } = await opgavenwijzer(['bibliografie', '-o', bibliography], { cwd });
    expect({ code, err }).toEqual({ code: 0, err: `${bibliography} geschreven.\n` });
    const args = [SAMPLE, '--citeproc', '--bibliography', bibliography, '--metadata=lang:nl', '--standalone', ...to];
    const { status, stdout, stderr } = spawnSync('pandoc', args, { cwd, encoding: 'utf8' });
    // A reference that is not resolved is a warning on stderr.
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    return { cwd, stdout };
  }

  it.each(['trendstudie.json', 'trendstudie.bib'])('makes HTML with every reference resolved from %s', async (file) => {
    const { stdout } = await resolved(file, '--to=html');
    expect(stdout).toMatch(/data-cites="trendstudie:nieuwbouw-aanjagen"[^>]*>\(Platform31\s+2021,\s+(?:p\.\s*)?61\)/);
    expect(stdout).toMatch(/id="ref-trendstudie:nieuwbouw-aanjagen"[\s\S]*Aanjagen nieuwbouw/);
    expect(stdout).not.toContain('???');
  });

  it('makes a Word document with the references in it', async () => {
    const { cwd } = await resolved('trendstudie.json', '--output=programma.docx');
    const text = execFileSync('pandoc', ['programma.docx', '--to=plain'], { cwd, encoding: 'utf8' });
    expect(text).toMatch(/\(Platform31\s+2021,\s+(?:p\.\s*)?61\)/);
    expect(text).not.toContain('@trendstudie');
  });

  it('reads back from BibTeX what the titles say', async () => {
    const { cwd } = await resolved('trendstudie.bib', '--to=html');
    const back = JSON.parse(execFileSync('pandoc', ['trendstudie.bib', '--to=csljson'], { cwd, encoding: 'utf8' }));
    const csl = JSON.parse((await opgavenwijzer(['bibliografie'])).out);
    const titles = (items: { id: string; title: string }[]) =>
      Object.fromEntries(items.map(({ id, title }) => [id, plain(title)]));
    expect(titles(back)).toEqual(titles(csl));
  });
});

/** Pandoc marks what keeps its capitals, and prefers its own quotation marks. */
const plain = (title: string): string => title.replace(/<[^>]+>/g, '').replace(/[‘’]/g, "'");
