import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../server/src/cli/commands/index.js';
import { folderWith, opgavenwijzer } from './run.js';

describe('completion', () => {
  it.each(['bash', 'zsh', 'fish'])('in %s knows every command and option', async (shell) => {
    const { code, out } = await opgavenwijzer(['completion', shell]);
    expect(code).toBe(0);
    for (const { name, options } of COMMANDS) {
      expect(out).toContain(name);
      for (const option of Object.keys(options)) expect(out).toContain(option);
    }
  });

  it.skipIf(process.platform === 'win32')('works in a real bash', async () => {
    const cwd = folderWith({ 'programma.md': '', 'plannen.md': '', 'mijn stad.md': '' });
    writeFileSync(join(cwd, 'aanvulling.bash'), (await opgavenwijzer(['completion', 'bash'])).out);
    const complete = (...words: string[]) => {
      const script = `source ./aanvulling.bash; COMP_WORDS=(opgavenwijzer "$@"); COMP_CWORD=$#; _opgavenwijzer; printf '%s\\n' "\${COMPREPLY[@]}"`;
      const { stdout, stderr } = spawnSync('bash', ['-c', script, 'bash', ...words], { cwd, encoding: 'utf8' });
      expect(stderr).toBe('');
      return stdout.split('\n').filter(Boolean);
    };
    expect(complete('che')).toEqual(['check']);
    expect(complete('check', '--fo')).toEqual(['--format']);
    expect(complete('check', '--format', 's')).toEqual(['sarif']);
    expect(complete('check', 'pr')).toEqual(['programma.md']);
    expect(complete('check', 'mi')).toEqual(['mijn stad.md']);
    expect(complete('dekking', '-o', 'pl')).toEqual(['plannen.md']);
    expect(complete('completion', '')).toEqual(['bash', 'zsh', 'fish']);
    expect(complete('check', '--min-dekking', '')).toEqual([]);
  });
});
