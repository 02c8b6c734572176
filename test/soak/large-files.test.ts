import { describe, expect, it } from 'vitest';
import { folderWith, opgavenwijzer } from '../cli/run.js';
import { Client } from '../lsp/client.js';

const SENTENCE = 'Wij kiezen voor de wijken [@trendstudie:wijkenaanpakk, p. 62]. ';
const PROSE = 'In onze stad is het woningtekort groter dan ooit en wij bouwen woningen voor starters. ';

const LARGE: Readonly<Record<string, () => string>> = {
  '10 MB on one line': () => PROSE.repeat(Math.ceil(1e7 / PROSE.length)) + SENTENCE,
  '100,000 headings': () =>
    Array.from({ length: 100_000 }, (_, i) => `${'#'.repeat((i % 6) + 1)} Wonen ${i}\n\n`).join('') + SENTENCE,
  '10,000 quotations in each other, a thousand times': () => `${'>'.repeat(10_000)} ${SENTENCE}\n\n`.repeat(1000),
  '10,000 lists in each other, two hundred times': () => `${'- '.repeat(10_000)}${SENTENCE}\n\n`.repeat(200),
  '20,000 different slips': () =>
    Array.from({ length: 20_000 }, (_, i) => `Zie [@trendstudie:wijkenaanpakk${i}].\n\n`).join('') + SENTENCE,
  '100,000 comments that steer': () =>
    '<!-- opgavenwijzer-disable-next-line opgave-ontbreekt -->\n\n'.repeat(100_000) + SENTENCE,
};

describe.each(Object.entries(LARGE))('%s', (_, make) => {
  it('is checked on the command line', async () => {
    const cwd = folderWith({ 'groot.md': make() });
    const { code, out, err } = await opgavenwijzer(['check', 'groot.md', '--format', 'json'], { cwd });
    expect([code, err]).toEqual([1, '']);
    expect(out).toContain('bron-onbekend');
  });

  it('is read by the server, and an edit in it as well', async () => {
    const client = await Client.start();
    const uri = 'file:///groot.md';
    await client.open(uri, make());
    expect((await client.pull(uri)).map(({ code }) => code)).toContain('bron-onbekend');
    await client.change(uri, 2, [
      { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: `${SENTENCE}\n\n` },
    ]);
    await client.ask('opgavenwijzer/controleer', { uri });
    expect((await client.pull(uri))[0]).toMatchObject({ code: 'bron-onbekend', range: { start: { line: 0 } } });
    expect(await client.hover(uri, { line: 0, character: 0 })).toBeNull();
    expect(await client.stop()).toBe(0);
  });
});
