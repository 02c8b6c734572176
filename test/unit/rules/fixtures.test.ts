import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Configuration, DEFAULT_CONFIGURATION } from '../../../server/src/core/configuration.js';
import { analyse, checkProgramme } from '../../../server/src/core/service.js';
import { smallEngine } from '../small-study.js';

/**
 * A fixture is a Markdown file whose expected findings stand below the line they belong to, each on a line of its own:
 *
 *     In Waterdam is een woningtekort ontstaan.
 *     <!-- verwacht: opgave-ontbreekt ‘woningtekort’ nieuwbouw -->
 *
 * that is: code, the words it points at, and what it is about (opgaven or suggestion). In front matter the line begins
 * with `# verwacht:`. The first line may set the configuration: `<!-- configuratie: {"reikwijdte": "paragraaf"} -->`.
 * These lines are taken out before the text is checked. A finding that is not expected fails, and so does the reverse.
 */
const EXPECTATION = /^\s*(?:<!-- verwacht: (.*) -->|# verwacht: (.*))\r?$/;
const CONFIGURATION = /^<!-- configuratie: (.*) -->$/;

const folder = join(import.meta.dirname, '../../fixtures/rules');

function readFixture(source: string): { text: string; configuration: Configuration; expected: string[] } {
  const lines: string[] = [];
  const expected: string[] = [];
  let configuration = DEFAULT_CONFIGURATION;
  for (const line of source.split('\n')) {
    const settings = CONFIGURATION.exec(line);
    const expectation = EXPECTATION.exec(line);
    if (settings) configuration = { ...configuration, ...JSON.parse(settings[1]!) };
    else if (expectation) expected.push(`${lines.length}: ${expectation[1] ?? expectation[2]}`);
    else lines.push(line);
  }
  return { text: lines.join('\n'), configuration, expected };
}

function findingsIn(text: string, configuration: Configuration): string[] {
  const document = { key: 'fixture.md', analysis: analyse(smallEngine, text) };
  const { findings } = checkProgramme([smallEngine], [document], configuration).get('fixture.md')!;
  return findings.map(({ code, from, to, opgaven, suggestions }) => {
    const line = text.slice(0, from).split('\n').length;
    const about = opgaven?.join(' ') ?? suggestions?.[0];
    return `${line}: ${code} ‘${text.slice(from, to)}’${about ? ` ${about}` : ''}`;
  });
}

describe('findings stand where the fixtures expect them', () => {
  test.each(readdirSync(folder))('%s', (name) => {
    const { text, configuration, expected } = readFixture(readFileSync(join(folder, name), 'utf8'));
    expect(findingsIn(text, configuration)).toEqual(expected);
  });
});
