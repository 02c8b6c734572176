import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderWith, opgavenwijzer } from './run.js';

const PAGE = readFileSync(join(import.meta.dirname, '../../docs/eigen-studie.md'), 'utf8');
/** The examples of the page in a language, in their order. */
const examples = (language: string): string[] =>
  [...PAGE.matchAll(/^```(\w+)\n(.*?)^```/gms)].flatMap(([, name, text]) => (name === language ? [text!] : []));

it('who follows docs/eigen-studie.md sees what it says', async () => {
  const [agreement, programme] = examples('markdown');
  const [doubtful, form] = examples('yaml');
  const [settings] = examples('json');
  const cwd = folderWith({ 'akkoord.md': agreement!, 'uitvoering.md': programme! });
  const run = (...words: string[]) => opgavenwijzer(words, { cwd });
  expect((await run('check', 'akkoord.md', 'uitvoering.md')).out).toBe(
    "2 programma's · gemiddeld 1 van 39 opgaven opgepakt · 0 waarschuwingen\n",
  );
  expect((await run('studie', 'uit', 'akkoord.md', '-o', 'akkoord')).err).toMatch(/^5 beloften in 2 thema/m);
  const file = join(cwd, 'akkoord/studie.yaml');
  const drawn = readFileSync(file, 'utf8');
  expect(drawn.match(/Twijfel:/g)).toHaveLength(1);
  expect(drawn).toContain(doubtful);
  writeFileSync(file, drawn.replace(doubtful!, ''));
  expect(await run('studie', 'controleer', 'akkoord')).toMatchObject({
    code: 0,
    out: 'Samen verder (sleutel akkoord): 2 thema’s, 4 beloften.\nEr klopt alles.\n',
  });
  writeFileSync(join(cwd, '.opgavenwijzer.json'), settings!);
  const [found, ...more] = JSON.parse((await run('check', 'uitvoering.md', '--format', 'json')).out);
  expect(more).toEqual([]);
  expect(found).toMatchObject({ code: 'opgave-ontbreekt', opgave: 'houden-zwembad-open' });
  const { start, end } = found.range;
  expect(programme!.split('\n')[start.line]!.slice(start.character, end.character)).toBe('zwembad');
  expect((await run('check', 'uitvoering.md')).out).toContain('1 programma · 2 van 4 beloften');
  expect((await run('dekking', 'uitvoering.md')).out).toMatch(/broedplaats voor kunstenaars.*: niet genoemd/);
  writeFileSync(join(cwd, 'uitvoering.md'), '# Plan\n\nHet hondenlosloopveld in het Westerpark komt er niet.\n');
  expect((await run('check', 'uitvoering.md')).out).toContain('0 waarschuwingen');
  expect((await run('dekking', 'uitvoering.md')).out).toContain('1 anders');
  mkdirSync(join(cwd, 'woonvisie'));
  writeFileSync(join(cwd, 'woonvisie/studie.yaml'), form!);
  expect((await run('studie', 'controleer', 'woonvisie')).out).toContain('Er klopt alles.');
});
