import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import esbuild from 'esbuild';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** What each file of ours imports at run time, by path from the root. */
async function imports(): Promise<Map<string, string[]>> {
  const { metafile } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: [
      'server/src/node/main.ts',
      'server/src/browser/main.ts',
      'server/src/cli/main.ts',
      'server/src/convert/worker.ts',
      'server/src/tools/compile/main.ts',
      'server/src/tools/generate/main.ts',
      'server/src/tools/learn/main.ts',
      'client/src/main.ts',
      'client/board/board.ts',
      'server/page/tally.ts',
    ],
    bundle: true,
    metafile: true,
    write: false,
    outdir: 'out',
    platform: 'node',
    mainFields: ['module', 'main'],
    conditions: ['node', 'browser'],
    external: ['vscode'],
    logLevel: 'silent',
  });
  const ours = (path: string): boolean => path.startsWith('server/') || path.startsWith('client/');
  return new Map(
    Object.entries(metafile.inputs)
      .filter(([path]) => ours(path))
      .map(([path, { imports }]) => [path, imports.map((found) => found.path).filter(ours)]),
  );
}

test('no imports run in a circle', async () => {
  const graph = await imports();
  expect(graph.size).toBeGreaterThan(200);
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    const at = path.indexOf(file);
    if (at >= 0) circles.push([...path.slice(at), file].join(' → '));
    if (at >= 0 || done.has(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  expect(circles).toEqual([]);
});

test('no module of the core holds something that changes', () => {
  const core = join(root, 'server/src/core');
  const changing = readdirSync(core, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && /^(?:export )?let /m.test(readFileSync(join(core, file), 'utf8')),
  );
  expect(changing).toEqual([]);
});
