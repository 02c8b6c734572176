import type { Command, Option } from './command.js';

/** The list of commands. */
export function overview(commands: readonly Command[], version: string): string {
  return `Opgavenwijzer ${version}: houdt een programma naast een studie van trends en opgaven.

Gebruik: opgavenwijzer OPDRACHT [OPTIES] [PAD…]

Opdrachten
${columns(commands.map(({ name, summary }) => [name, summary]))}

${wrap(PATHS, '')}

Voorbeelden
${examples(commands.flatMap((command) => command.examples.slice(0, 1)))}

${EXIT_CODES}
Meer over een opdracht: opgavenwijzer OPDRACHT --help
`;
}

const PATHS =
  "Een PAD is een Markdown-bestand, een map, een patroon tussen aanhalingstekens ('programma/**/*.md') of - voor de " +
  'standaardinvoer. Alles blijft op deze computer: er is geen netwerk bij nodig.';

/** Help for one command. */
export function helpOf({ name, summary, takes, options, notes, examples: lines }: Command): string {
  const rows = Object.entries(options).map(([option, definition]): [string, string] => [
    usageOf(option, definition),
    textOf(definition),
  ]);
  const parts = [
    wrap(summary, ''),
    `Gebruik: opgavenwijzer ${[name, takes.label, '[OPTIES]'].filter(Boolean).join(' ')}`,
    `Opties\n${columns([...rows, ['-h, --help', 'deze uitleg']])}`,
    ...(notes ?? []).map((note) => wrap(note, '')),
    `Voorbeelden\n${examples(lines)}`,
    EXIT_CODES,
  ];
  return parts.join('\n\n');
}

const EXIT_CODES = `Afsluitcode: 0 niets gevonden, 1 bevindingen, 2 (een deel van) het werk lukte niet.
`;

function usageOf(name: string, option: Option): string {
  const value = option.kind === 'flag' ? '' : option.kind === 'choice' ? 'SOORT' : option.value;
  return [option.short ? `-${option.short}, --${name}` : `    --${name}`, value].filter(Boolean).join(' ');
}

function textOf(option: Option): string {
  if (option.kind !== 'choice') return option.text;
  const without = option.default === undefined ? option.otherwise : `standaard ${option.default}`;
  return `${option.text}: ${[option.choices.join(', '), without].filter(Boolean).join('; ')}`;
}

const WIDTH = 100;

function columns(rows: readonly (readonly [string, string])[]): string {
  const left = Math.max(...rows.map(([name]) => name.length)) + 4;
  return rows.map(([name, text]) => `  ${name.padEnd(left - 2)}${wrap(text, ' '.repeat(left))}`).join('\n');
}

function examples(lines: readonly (readonly [string, string])[]): string {
  return lines.map(([line, what]) => `  opgavenwijzer ${line}\n      ${wrap(what, ' '.repeat(6))}`).join('\n');
}

/** Breaks between words; every line but the first gets the indent. */
function wrap(text: string, indent: string): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1)!;
    if (line !== '' && indent.length + line.length + 1 + word.length > WIDTH) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.join(`\n${indent}`);
}
