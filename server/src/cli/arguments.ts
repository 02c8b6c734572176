import { type ParseArgsConfig, parseArgs } from 'node:util';
import { choice, nearest } from '../core/index.js';
import type { Command, Option } from './command.js';
import { Problem } from './problem.js';

/** What a command line asks for. */
export type Request =
  | { readonly kind: 'help'; readonly command?: Command }
  | { readonly kind: 'version' }
  | {
      readonly kind: 'run';
      readonly command: Command;
      readonly operands: readonly string[];
      readonly options: Readonly<Record<string, string | number | boolean | undefined>>;
    };

const NAME = 'opgavenwijzer';

/** Reads a command line. Throws a {@link Problem} of one line when it is wrong. */
export function readArguments(argv: readonly string[], commands: readonly Command[]): Request {
  const [first, ...rest] = argv;
  if (['--version', '-V', '-v'].includes(first ?? '')) return { kind: 'version' };
  if (first === undefined) throw new Problem(`Noem een opdracht: ${names(commands)}. Zie ${NAME} --help.`);
  if (first === '--help' || first === '-h' || first === 'help') {
    const about = rest[0];
    return about === undefined ? { kind: 'help' } : { kind: 'help', command: commandOf(about, commands) };
  }
  return readOptions(commandOf(first, commands), rest);
}

function commandOf(name: string, commands: readonly Command[]): Command {
  const command = commands.find((command) => command.name === name);
  if (!command) throw new Problem(unknownCommand(name, commands));
  return command;
}

function readOptions(command: Command, argv: readonly string[]): Request {
  const see = `Zie ${NAME} ${command.name} --help.`;
  const config: NonNullable<ParseArgsConfig['options']> = { help: { type: 'boolean', short: 'h' } };
  for (const [name, { kind, short }] of Object.entries(command.options))
    config[name] = { type: kind === 'flag' ? 'boolean' : 'string', ...(short ? { short } : {}) };
  // Not strict: Node's own complaints are English.
  const { tokens } = parseArgs({
    args: [...argv],
    options: config,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const operands: string[] = [];
  const options: Record<string, string | number | boolean | undefined> = {};
  for (const [name, option] of Object.entries(command.options)) {
    if (option.kind === 'flag') options[name] = false;
    else if (option.kind === 'choice') options[name] = option.default;
  }
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    if (token.name === 'help') return { kind: 'help', command };
    const option = Object.hasOwn(command.options, token.name) ? command.options[token.name] : undefined;
    if (!option) throw new Problem(`${unknownOption(token.rawName, command)} ${see}`);
    options[token.name] = readValue(option, `--${token.name}`, token.value, token.inlineValue ?? false, see);
  }
  const { least, most, missing, words, label } = command.takes;
  if (operands.length < least)
    throw new Problem(`${missing ?? 'Hier ontbreekt iets'}: ${NAME} ${command.name} ${label}`);
  if (operands.length > most)
    throw new Problem(
      most === 0
        ? `‘${operands[0]}’ hoort niet bij ‘${command.name}’. ${see}`
        : `‘${command.name}’ neemt er één, niet ${operands.length}. ${see}`,
    );
  const wrong = words && operands.find((operand) => !words.includes(operand));
  if (wrong !== undefined) throw new Problem(`Kies ${choice(words!)}, niet ‘${wrong}’. ${see}`);
  return { kind: 'run', command, operands, options };
}

function readValue(
  option: Option,
  name: string,
  given: string | undefined,
  inline: boolean,
  see: string,
): string | number | boolean {
  if (option.kind === 'flag') {
    if (given !== undefined) throw new Problem(`‘${name}’ neemt geen waarde. ${see}`);
    return true;
  }
  // `--format --fail-on error`: the next option is no value.
  if (given === undefined || given === '' || (!inline && /^--?[a-z]/i.test(given))) {
    throw new Problem(`Achter ‘${name}’ ontbreekt de waarde: ${wanted(option)}. ${see}`);
  }
  if (option.kind === 'choice' && !option.choices.includes(given))
    throw new Problem(`‘${name}’ mag ${choice(option.choices)} zijn, niet ‘${given}’. ${see}`);
  if (option.kind !== 'number') return given;
  const number = /^\d+(?:[.,]\d+)?%?$/.test(given) ? Number.parseFloat(given.replace(',', '.')) : Number.NaN;
  const [least, most] = option.between;
  if (!(number >= least && number <= most))
    throw new Problem(`‘${name}’ is ${wanted(option)}, niet ‘${given}’. ${see}`);
  return number;
}

/** What an option takes, in words. */
function wanted(option: Exclude<Option, { kind: 'flag' }>): string {
  if (option.kind === 'choice') return choice(option.choices);
  return option.kind === 'number' ? `een getal van ${option.between.join(' tot en met ')}` : option.value;
}

function unknownCommand(name: string, commands: readonly Command[]): string {
  if (name.startsWith('-')) {
    const [near] = nearest(name.replace(/^-+/, ''), ['help', 'version'], 1);
    if (near) return `De optie ‘${name}’ bestaat niet. Bedoelt u ‘--${near}’? Zie ${NAME} --help.`;
    return `Noem eerst een opdracht, dan de opties: ${names(commands)}. Zie ${NAME} --help.`;
  }
  const [near] = nearest(
    name,
    commands.map((command) => command.name),
    1,
  );
  const hint = near ? `Bedoelt u ‘${near}’?` : `Kies ${names(commands)}.`;
  return `De opdracht ‘${name}’ bestaat niet. ${hint} Zie ${NAME} --help.`;
}

function unknownOption(written: string, command: Command): string {
  const [near] = nearest(written.replace(/^-+/, ''), Object.keys(command.options), 1);
  return `De optie ‘${written}’ bestaat niet.${near ? ` Bedoelt u ‘--${near}’?` : ''}`;
}

const names = (commands: readonly Command[]): string => choice(commands.map(({ name }) => name));
