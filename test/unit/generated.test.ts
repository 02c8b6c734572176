import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json';
import { COMMANDS } from '../../server/src/cli/commands/index.js';
import { generatedFiles } from '../../server/src/tools/generate/files.js';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8').replaceAll('\r\n', '\n');
const pages = generatedFiles(ROOT).filter(([path]) => path.endsWith('.md'));

describe('generated pages', () => {
  it.each(pages)('%s is current; if not: npm run generate', (path, content) => {
    expect(read(path)).toBe(content);
  });

  it('leave no page behind of a rule that is gone', () => {
    const names = pages.flatMap(([path]) => /^docs\/meldingen\/(.*)$/.exec(path)?.[1] ?? []);
    expect(readdirSync(join(ROOT, 'docs/meldingen')).sort()).toEqual(names.sort());
  });
});

describe('the settings of VS Code and its tools for assistants', () => {
  it('are those of the tables; if not: npm run generate', () => {
    const [, generated] = generatedFiles(ROOT).find(([path]) => path === 'package.json')!;
    const { configuration, languageModelTools } = JSON.parse(generated).contributes;
    expect(manifest.contributes.configuration).toEqual(configuration);
    expect(manifest.contributes.languageModelTools).toEqual(languageModelTools);
  });
});

describe('the page of the command line', () => {
  it('tells of every command and option', () => {
    const page = read('docs/opdrachtregel.md');
    for (const { name, options } of COMMANDS) {
      expect(page).toContain(`\`${name}`);
      for (const option of Object.keys(options)) expect(page).toContain(`--${option}`);
    }
  });
});
