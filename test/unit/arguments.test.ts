import { describe, expect, it } from 'vitest';
import { readArguments } from '../../server/src/cli/arguments.js';
import { COMMANDS } from '../../server/src/cli/commands/index.js';
import { helpOf, overview } from '../../server/src/cli/help.js';

const read = (...argv: string[]) => readArguments(argv, COMMANDS);

describe('the command line', () => {
  it('is read by the table: long and short options, values behind a space or a sign', () => {
    const request = read(
      'check',
      'a.md',
      '--format=json',
      '-o',
      'uit.json',
      '--min-dekking',
      '62,5%',
      '-',
      '--',
      '--b.md',
    );
    expect(request).toMatchObject({
      kind: 'run',
      operands: ['a.md', '-', '--b.md'],
      options: { format: 'json', 'fail-on': 'warning', uitvoer: 'uit.json', overschrijven: false, 'min-dekking': 62.5 },
    });
  });

  it('asks for help or the version wherever that is asked', () => {
    expect(read('--version')).toEqual({ kind: 'version' });
    expect(read('-v')).toEqual({ kind: 'version' });
    expect(read('help', 'check')).toMatchObject({ kind: 'help', command: { name: 'check' } });
    expect(read('check', '--format', 'json', '-h')).toMatchObject({ kind: 'help', command: { name: 'check' } });
    expect(read('--help')).toEqual({ kind: 'help' });
  });

  it.each([
    [
      ['check', 'a', '--fromat', 'json'],
      'De optie ‘--fromat’ bestaat niet. Bedoelt u ‘--format’? Zie opgavenwijzer check --help.',
    ],
    [['check', 'a', '-x'], 'De optie ‘-x’ bestaat niet. Zie opgavenwijzer check --help.'],
    [
      ['check', 'a', '--format', 'xml'],
      '‘--format’ mag pretty, json, sarif of github zijn, niet ‘xml’. Zie opgavenwijzer check --help.',
    ],
    [
      ['check', 'a', '--format', '--fail-on', 'error'],
      'Achter ‘--format’ ontbreekt de waarde: pretty, json, sarif of github. Zie opgavenwijzer check --help.',
    ],
    [['check', 'a', '-o'], 'Achter ‘--uitvoer’ ontbreekt de waarde: BESTAND. Zie opgavenwijzer check --help.'],
    [
      ['check', 'a', '--min-dekking', '101'],
      '‘--min-dekking’ is een getal van 0 tot en met 100, niet ‘101’. Zie opgavenwijzer check --help.',
    ],
    [['check', 'a', '--overschrijven=ja'], '‘--overschrijven’ neemt geen waarde. Zie opgavenwijzer check --help.'],
    [['study', 'a.md'], '‘a.md’ hoort niet bij ‘study’. Zie opgavenwijzer study --help.'],
    [['completion', 'tcsh'], 'Kies bash, zsh of fish, niet ‘tcsh’. Zie opgavenwijzer completion --help.'],
    [
      ['check', 'a', '--min-dekking'],
      'Achter ‘--min-dekking’ ontbreekt de waarde: een getal van 0 tot en met 100. Zie opgavenwijzer check --help.',
    ],
    [['help', 'chek'], 'De opdracht ‘chek’ bestaat niet. Bedoelt u ‘check’? Zie opgavenwijzer --help.'],
    [['--versie'], 'De optie ‘--versie’ bestaat niet. Bedoelt u ‘--version’? Zie opgavenwijzer --help.'],
    [['--format', 'json'], /^Noem eerst een opdracht, dan de opties: /],
  ] as const)('%j', (argv, message) => {
    expect(() => read(...argv)).toThrow(message);
  });
});

describe('the help', () => {
  it('names every command, and of each its options and examples that can be read', () => {
    const list = overview(COMMANDS, '1.2.3', 100);
    for (const line of list.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
    for (const command of COMMANDS) {
      expect(list).toContain(`  ${command.name} `);
      const help = helpOf(command, 100);
      for (const option of Object.keys(command.options)) expect(help).toContain(`--${option}`);
      for (const [line] of command.examples) {
        const words = line
          .replace(/ [<>].*$/, '')
          .split(' ')
          .map((word) => word.replace(/^'|'$/g, ''));
        expect(read(...words)).toMatchObject({ kind: 'run', command: { name: command.name } });
      }
      for (const line of help.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
    }
  });
});
