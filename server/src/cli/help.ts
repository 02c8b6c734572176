import type { Command, Option } from './command.js';
import { wrap } from './wrap.js';

/** The list of commands. @param width characters on a line */
export function overview(commands: readonly Command[], version: string, width: number): string {
  return `Opgavenwijzer ${version}: houdt een programma naast een studie van trends en opgaven.

Gebruik: opgavenwijzer OPDRACHT [OPTIES] [PAD…]

Opdrachten
${columns(
  commands.map(({ name, summary }) => [name, summary]),
  width,
)}

${wrap(PATHS, '', width)}

Voorbeelden
${examples(
  commands.flatMap((command) => command.examples.slice(0, 1)),
  width,
)}

${wrap(EXIT_CODES, '', width)}

Meer over een opdracht: opgavenwijzer OPDRACHT --help
`;
}

const PATHS =
  "Een PAD is een bestand (.md, .docx, .odt, .pdf, .html of .txt), een map, een patroon tussen aanhalingstekens ('programma/**/*.md') " +
  'of - voor de standaardinvoer. In een map telt wat op .md, .docx, .odt of .pdf eindigt; een bron waar Markdown van dezelfde ' +
  'naam naast staat, is al omgezet en telt niet mee. Alles blijft op deze computer: er is geen netwerk bij nodig.';

/** Help for one command. @param width characters on a line */
export function helpOf({ name, summary, takes, options, notes, examples: lines }: Command, width: number): string {
  const rows = Object.entries(options).map(([option, definition]): [string, string] => [
    usageOf(option, definition),
    textOf(definition),
  ]);
  const parts = [
    wrap(summary, '', width),
    `Gebruik: opgavenwijzer ${[name, takes.label, '[OPTIES]'].filter(Boolean).join(' ')}`,
    `Opties\n${columns([...rows, ['-h, --help', 'deze uitleg']], width)}`,
    ...(notes ?? []).map((note) => wrap(note, '', width)),
    `Voorbeelden\n${examples(lines, width)}`,
    `${wrap(EXIT_CODES, '', width)}\n`,
  ];
  return parts.join('\n\n');
}

const EXIT_CODES = 'Afsluitcode: 0 niets gevonden, 1 bevindingen, 2 (een deel van) het werk lukte niet.';

function usageOf(name: string, option: Option): string {
  const value = option.kind === 'flag' ? '' : option.kind === 'choice' ? 'SOORT' : option.value;
  return [option.short ? `-${option.short}, --${name}` : `    --${name}`, value].filter(Boolean).join(' ');
}

function textOf(option: Option): string {
  if (option.kind !== 'choice') return option.text;
  const without = option.default === undefined ? option.otherwise : `standaard ${option.default}`;
  return `${option.text}: ${[option.choices.join(', '), without].filter(Boolean).join('; ')}`;
}

function columns(rows: readonly (readonly [string, string])[], width: number): string {
  const left = Math.max(...rows.map(([name]) => name.length)) + 4;
  return rows.map(([name, text]) => `  ${name.padEnd(left - 2)}${wrap(text, ' '.repeat(left), width)}`).join('\n');
}

function examples(lines: readonly (readonly [string, string])[], width: number): string {
  return lines.map(([line, what]) => `  opgavenwijzer ${line}\n      ${wrap(what, ' '.repeat(6), width)}`).join('\n');
}
