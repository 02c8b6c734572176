import { describe, expect, it } from 'vitest';
import { FAULTY, folderWith, opgavenwijzer } from './run.js';
import { asFile } from './sources.js';

/** A machine with so many cores, on which each thread that helps says so. */
const machine = (cores: number): string =>
  `import os from 'node:os'; import threads from 'node:worker_threads'; import { syncBuiltinESMExports } from 'node:module';
  os.availableParallelism = () => ${cores};
  threads.Worker = class extends threads.Worker { constructor(...given) { super(...given); console.error('een draad erbij'); } };
  syncBuiltinESMExports();`.replaceAll(/\s*\n\s*/g, ' ');

const HELPERS = /^een draad erbij\n/gm;

/** A programme of so many bytes, with a few words that are read and much code that is not. */
const programme = (words: string, bytes: number): string => `${FAULTY}\n${words}\n\n~~~\n${'x'.repeat(bytes)}\n~~~\n`;

describe('several threads', () => {
  const files = {
    'a.md': programme('Het aantal ouderen groeit.', 300_000),
    'b.md': Buffer.concat([Buffer.alloc(400_000, 'a'), Buffer.from([0xe9])]),
    'c.md': programme('De bevolking groeit snel.', 500_000),
    'd.md': programme('De criminaliteit verhardt.', 200_000),
    'e.md': programme('Het verkeer staat vast.', 600_000),
  };

  it.each(['pretty', 'json', 'sarif'])('say the same as one, in the same order: %s', async (format) => {
    const cwd = folderWith(files);
    const on = (cores: number) => opgavenwijzer(['check', '.', '--format', format], { cwd, before: machine(cores) });
    const one = await on(2);
    const several = await on(8);
    expect(one.err.match(HELPERS)).toBeNull();
    expect(several.err.match(HELPERS)!.length).toBeGreaterThan(1);
    expect({ ...several, err: several.err.replaceAll(HELPERS, '') }).toEqual(one);
    expect(one.err).toMatch(/^b\.md: /);
    expect(one.code).toBe(2);
  });

  it('each turn sources into Markdown', async () => {
    const sources = Object.fromEntries(['f', 'g', 'h', 'i'].map((name) => [`${name}.docx`, asFile('docx')]));
    const cwd = folderWith({ ...files, ...sources, 'j.docx': 'geen Word' });
    const on = async (cores: number) => {
      const run = await opgavenwijzer(['check', '.', '--format', 'json'], { cwd, before: machine(cores) });
      return { ...run, err: run.err.replaceAll(HELPERS, '') };
    };
    const one = await on(2);
    expect(await on(8)).toEqual(one);
    expect(one.out).toContain('"i.docx"');
    expect(one.err).toMatch(/^b\.md: .*\nj\.docx: .*\n$/);
  });

  it('are not called for what one does as fast: little text, one programme, standard input', async () => {
    const small = folderWith({ 'a.md': FAULTY, 'b.md': FAULTY, 'c.md': FAULTY });
    const joined = folderWith({ ...files, '.opgavenwijzer.json': '{}' });
    const before = machine(8);
    expect((await opgavenwijzer(['check', '.'], { cwd: small, before })).err).toBe('');
    expect((await opgavenwijzer(['check', '.'], { cwd: joined, before })).err).not.toMatch(HELPERS);
    const apart = folderWith({ 'a.md': files['a.md'], 'e.md': files['e.md'] });
    const piped = await opgavenwijzer(['check', '-', 'a.md', 'e.md'], { cwd: apart, before, stdin: FAULTY });
    expect(piped).toMatchObject({ code: 1, err: '' });
  });
});
