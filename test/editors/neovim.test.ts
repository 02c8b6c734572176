import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { FAULTY, folderWith } from '../cli/run.js';
import { needProgram } from '../debian.js';

const SERVER = join(import.meta.dirname, '../../dist/server.js');
const SCRIPT = join(import.meta.dirname, 'neovim.lua');

/** The blocks of Lua in docs/editors.md by the version that they begin at, with the server of this build. */
function setups(): Record<string, string> {
  const page = readFileSync(join(import.meta.dirname, '../../docs/editors.md'), 'utf8');
  const blocks = [...page.matchAll(/(\d\.\d+):\n\n```lua\n([\s\S]*?)```/g)];
  expect(blocks.map(([, version]) => version)).toEqual(['0.11', '0.8', '0.7']);
  const command = [process.execPath, SERVER].map((path) => JSON.stringify(path)).join(', ');
  const reading = /```lua\n(-- De studie lezen\n[\s\S]*?)```/.exec(page)![1]!;
  return Object.fromEntries([
    ['studie.lua', reading],
    ...blocks.map(([, version, lua]) => [`${version}.lua`, lua!.replace("'opgavenwijzer-language-server'", command)]),
  ]);
}

interface Seen {
  readonly findings: readonly { code: string; message: string; line: number; column: number }[];
  readonly hover: string;
  readonly completion: readonly string[];
  readonly actions: readonly string[];
  /** The page that a citation leads to, and the line there. */
  readonly page: readonly string[];
  readonly line: number;
}

describe('Neovim, with its own client of the protocol', () => {
  let seen: Seen;
  beforeAll(() => {
    needProgram('nvim', 'neovim');
    const cwd = folderWith({ 'programma.md': FAULTY, ...setups() });
    const { stdout, stderr, status } = spawnSync(
      'nvim',
      ['--headless', '--clean', 'programma.md', '-c', `luafile ${SCRIPT.replaceAll('\\', '/')}`],
      {
        cwd,
        encoding: 'utf8',
        timeout: 180_000,
        env: { ...process.env, OPGAVENWIJZER_SETUPS: cwd },
      },
    );
    expect(status, stderr).toBe(0);
    seen = JSON.parse(stdout.trim().split('\n').at(-1)!);
  }, 600_000);

  it('shows findings at their words', () => {
    expect(seen.findings).toContainEqual(expect.objectContaining({ code: 'bron-onbekend', line: 4, column: 28 }));
    expect(seen.findings.map(({ code }) => code)).toContain('opgave-ontbreekt');
  });

  it('explains a word', () => {
    expect(seen.hover).toMatch(/§ 6\.1, p\. \d+/);
  });

  it('reads the page that a citation leads to', () => {
    expect(seen.page[seen.line]).toBe('### Nieuwbouw aanjagen');
  });

  it('completes a citation', () => {
    expect(seen.completion).toContain('Meer woonruimte zonder bij te bouwen');
  });

  it('offers what can be done about a finding', () => {
    expect(seen.actions.length).toBeGreaterThan(0);
    expect(seen.actions.join('\n')).toMatch(/Niet meer melden op deze regel/);
  });
});
