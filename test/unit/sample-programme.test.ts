import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DEFAULT_CONFIGURATION } from '../../server/src/core/configuration.js';
import type { CoverageState } from '../../server/src/core/coverage/states.js';
import { analyse, checkProgramme, createEngine } from '../../server/src/core/service.js';
import { builtinStudy } from '../../server/src/core/study/builtin.js';

const engine = createEngine(builtinStudy);
const STATES: Readonly<Record<CoverageState, string>> = {
  opgepakt: '●',
  mogelijk: '?',
  ontbreekt: '○',
  'niet-genoemd': '·',
  'bewust-niet': '–',
};

/**
 * What is found in the sample programme, as a page to be read: a change in signals or weights shows here as a diff.
 * `npx vitest run test/unit/sample-programme.test.ts -u` writes it anew.
 */
test('what is found in the sample programme', async () => {
  const text = readFileSync(join(import.meta.dirname, '../../voorbeelden/waterdam/programma.md'), 'utf8');
  const analysis = analyse(engine, text);
  const { findings } = checkProgramme(engine, [{ key: 'programma.md', analysis }], DEFAULT_CONFIGURATION).get(
    'programma.md',
  )!;
  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length;
  const words = (from: number, to: number): string => text.slice(from, to).replace(/\s+/g, ' ');

  const page = ['# Wat in het voorbeeldprogramma gevonden wordt', '', '## Meldingen', ''];
  for (const { code, from, to, opgave } of findings)
    page.push(`- ${lineOf(from)}: ${code} ‘${words(from, to)}’ → ${opgave ?? ''}`);
  page.push('', '## Dekking', '');
  for (const { opgave, state, evidence } of analysis.coverage) {
    const places = evidence.map(({ from, to, certain }) => `${lineOf(from)} ‘${words(from, to)}’${certain ? '' : '?'}`);
    page.push(`- ${STATES[state]} ${opgave}${places.length > 0 ? `: ${places.join(' · ')}` : ''}`);
  }
  page.push('', "## Thema's en trends per regel", '');
  const perLine = new Map<number, string[]>();
  for (const { kind, id, from, to, spans } of analysis.mentions) {
    if (kind === 'opgave') continue;
    const named = perLine.get(lineOf(from)) ?? [];
    named.push(spans.length > 0 ? `${id} ‘${words(from, to)}’` : id);
    perLine.set(lineOf(from), named);
  }
  for (const [line, named] of [...perLine].sort(([a], [b]) => a - b)) page.push(`- ${line}: ${named.join(' · ')}`);
  await expect(`${page.join('\n')}\n`).toMatchFileSnapshot('../fixtures/waterdam-gevonden.md');
});
