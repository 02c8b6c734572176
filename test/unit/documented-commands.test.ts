import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import manifest from '../../package.json';
import { readArguments } from '../../server/src/cli/arguments.js';
import { COMMANDS } from '../../server/src/cli/commands/index.js';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/** Lines in blocks of code that run the command, without what the shell does with them. */
function commandLines(text: string): string[] {
  const blocks = text.match(/^```(?:sh|yaml)?\n[\s\S]*?^```$/gm) ?? [];
  const lines = blocks.flatMap((block) => block.split('\n'));
  return lines.flatMap((line) => {
    const found = /^(?:\$ | *- run: )?(?:npx --yes )?(?:opgavenwijzer|node dist\/cli\.js) (.*)$/.exec(line.trim())?.[1];
    return found ? found.replace(/ +#.*$/, '').replace(/ [<>|].*$/, '') : [];
  });
}

const words = (line: string): string[] => line.split(' ').map((word) => word.replace(/^'|'$/g, ''));

describe('what the pages say to type', () => {
  const lines = PAGES.flatMap((page) => commandLines(read(page)).map((line) => [page, line] as const));

  it('is there to be tried', () => {
    expect(lines.length).toBeGreaterThan(8);
  });

  it.each(lines)('%s: opgavenwijzer %s', (_, line) => {
    expect(readArguments(words(line), COMMANDS)).toMatchObject({ kind: 'run' });
  });

  it.each(PAGES)('%s names scripts that package.json has', (page) => {
    const named = [...read(page).matchAll(/\bnpm run ([a-z][a-z:]*)/g)].map(([, name]) => name!);
    expect(named.filter((name) => !(name in manifest.scripts))).toEqual([]);
  });

  it.each(PAGES)('%s links to what is there', (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, path]) => path!);
    const missing = links.filter((path) => !existsSync(join(ROOT, page, '..', path)));
    expect(missing).toEqual([]);
  });
});

describe('the pictures of the README', () => {
  it('have no brackets in their description: the packer of the VSIX would not see them for pictures', () => {
    const readme = read('README.md');
    expect(readme.match(/!\[[^[\]]*\]\(images\//g)).toHaveLength(readme.match(/\(images\//g)!.length);
  });
});

describe('the hook for pre-commit', () => {
  const [hook] = parse(read('.pre-commit-hooks.yaml')) as [{ id: string; entry: string }];

  it('runs a command of the package, with what the page adds to it', () => {
    const [program, ...args] = words(hook.entry);
    expect(manifest.bin).toHaveProperty(program!);
    const example = /```yaml\n(repos:[\s\S]*?)```/.exec(read('docs/opdrachtregel.md'))![1]!;
    const [added] = parse(example).repos[0].hooks as [{ id: string; args: string[] }];
    expect(added.id).toBe(hook.id);
    expect(readArguments([...args, ...added.args, 'a.md', 'b.md'], COMMANDS)).toMatchObject({ kind: 'run' });
  });
});
