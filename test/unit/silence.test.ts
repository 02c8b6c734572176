import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DEFAULT_CONFIGURATION } from '../../server/src/core/configuration.js';
import { analyse, checkProgramme, createEngine } from '../../server/src/core/service.js';
import { builtinStudy } from '../../server/src/core/study/builtin.js';

const engine = createEngine(builtinStudy);
const folder = join(import.meta.dirname, '../fixtures/stil');

function reads(text: string): { mentions: string[]; findings: string[] } {
  const analysis = analyse(engine, text);
  const { findings } = checkProgramme([engine], [{ key: 'a.md', analysis }], DEFAULT_CONFIGURATION).get('a.md')!;
  return { mentions: analysis.mentions.map(({ id }) => id), findings: findings.map(({ message }) => message) };
}

describe('nothing is said about', () => {
  test.each(readdirSync(folder))('%s', (name) => {
    expect(reads(readFileSync(join(folder, name), 'utf8'))).toEqual({ mentions: [], findings: [] });
  });
});

test('the same words in a programme do count', () => {
  const { mentions } = reads(
    'Het woningtekort is groot, en de wachtlijst voor een sociale huurwoning is lang. Wij publiceren de broncode op GitHub.',
  );
  expect(mentions.length).toBeGreaterThan(0);
});
