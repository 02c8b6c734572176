import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { FAULTY, folderWith } from '../cli/run.js';
import { needProgram } from '../debian.js';

const SERVER = join(import.meta.dirname, '../../dist/server.js');
const SCRIPT = join(import.meta.dirname, 'neovim.lua');

interface Seen {
  readonly findings: readonly { code: string; message: string; line: number; column: number }[];
  readonly hover: string;
  readonly completion: readonly string[];
  readonly actions: readonly string[];
}

describe('Neovim, with its own client of the protocol', () => {
  let seen: Seen;
  beforeAll(() => {
    needProgram('nvim', 'neovim');
    const cwd = folderWith({ 'programma.md': FAULTY });
    const { stdout, stderr, status } = spawnSync(
      'nvim',
      ['--headless', '--clean', 'programma.md', '-c', `luafile ${SCRIPT.replaceAll('\\', '/')}`],
      {
        cwd,
        encoding: 'utf8',
        timeout: 180_000,
        env: { ...process.env, OPGAVENWIJZER_SERVER: [process.execPath, SERVER, '--stdio'].join('|') },
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

  it('completes a citation', () => {
    expect(seen.completion).toContain('Meer woonruimte zonder bij te bouwen');
  });

  it('offers what can be done about a finding', () => {
    expect(seen.actions.length).toBeGreaterThan(0);
    expect(seen.actions.join('\n')).toMatch(/Niet meer melden op deze regel/);
  });
});
