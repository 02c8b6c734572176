import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';

/** What a programme can set, in `.opgavenwijzer.json`; keys and values are Dutch because writers see them. */

export const CONFIGURATION_FILE = '.opgavenwijzer.json';

export const LEVELS = ['fout', 'waarschuwing', 'informatie', 'hint', 'uit'] as const;
export type Level = (typeof LEVELS)[number];

export const SCOPES = ['programma', 'document', 'paragraaf'] as const;
/** Where a taking-up may stand for a mention to be answered. */
export type Scope = (typeof SCOPES)[number];

export interface Configuration {
  /** A municipality of the study; its figures are shown beside the national ones. */
  readonly gemeente?: string;
  readonly reikwijdte: Scope;
  /** Level per rule code; a rule that is not named has its own default. */
  readonly regels: Readonly<Record<string, Level>>;
  /** Opgaven that the whole programme deliberately leaves out, with the reason. */
  readonly bewustNiet: Readonly<Record<string, string>>;
}

export const DEFAULT_CONFIGURATION: Configuration = { reikwijdte: 'programma', regels: {}, bewustNiet: {} };

/** What is wrong in a configuration file, in a sentence for its writer. */
export interface ConfigurationFault {
  /** Offset into the text of the file. */
  readonly offset: number;
  readonly message: string;
}

/** What a configuration may name. */
export interface Known {
  readonly rules: readonly string[];
  readonly opgaven: readonly string[];
  readonly municipalities: readonly string[];
}

/**
 * Reads a configuration file. Whatever is wrong falls back to its default and is reported; the rest counts.
 */
export function readConfiguration(
  text: string,
  known: Known,
): { configuration: Configuration; faults: ConfigurationFault[] } {
  const errors: ParseError[] = [];
  const tree = parseTree(text.replace(/^\uFEFF/, ' '), errors, { allowTrailingComma: true });
  const faults: ConfigurationFault[] = errors.slice(0, 1).map(({ error, offset }) => ({
    offset,
    message: `geen geldige JSON (${printParseErrorCode(error)}). De standaardinstellingen worden gebruikt.`,
  }));
  if (faults.length > 0 || !tree) return { configuration: DEFAULT_CONFIGURATION, faults };
  if (tree.type !== 'object') {
    return {
      configuration: DEFAULT_CONFIGURATION,
      faults: [
        { offset: tree.offset, message: 'hier hoort een object: { … }. De standaardinstellingen worden gebruikt.' },
      ],
    };
  }
  const configuration: { -readonly [K in keyof Configuration]: Configuration[K] } = { ...DEFAULT_CONFIGURATION };
  const fault = (node: Node, message: string): void => {
    faults.push({ offset: node.offset, message });
  };
  for (const [key, node, keyNode] of properties(tree)) {
    switch (key) {
      case '$schema':
        break;
      case 'gemeente':
        if (node.type === 'string' && known.municipalities.includes(node.value)) configuration.gemeente = node.value;
        else
          fault(
            node,
            `‘gemeente’ ${shown(node)} staat niet in de studie; die kent de gemeenten van G4, G40 en M50. Landelijke cijfers worden getoond.`,
          );
        break;
      case 'reikwijdte':
        if (isOneOf(node.value, SCOPES)) configuration.reikwijdte = node.value;
        else
          fault(
            node,
            `‘reikwijdte’ mag ${choice(SCOPES)} zijn, niet ${shown(node)}. Standaard ‘programma’ wordt gebruikt.`,
          );
        break;
      case 'regels':
        configuration.regels = entries(node, key, fault, (code, value, codeNode) => {
          if (!known.rules.includes(code)) return fault(codeNode, `de melding ‘${code}’ bestaat niet.`);
          if (isOneOf(value.value, LEVELS)) return value.value;
          return fault(
            value,
            `‘${code}’ mag ${choice(LEVELS)} zijn, niet ${shown(value)}. Het gewone niveau wordt gebruikt.`,
          );
        });
        break;
      case 'bewustNiet':
        configuration.bewustNiet = entries(node, key, fault, (id, value, idNode) => {
          if (!known.opgaven.includes(id)) return fault(idNode, `de studie heeft geen opgave ‘${id}’.`);
          if (value.type === 'string' && value.value.trim() !== '') return String(value.value);
          return fault(value, `bij ‘${id}’ hoort een reden, als tekst tussen aanhalingstekens.`);
        });
        break;
      default:
        fault(keyNode, `de instelling ‘${key}’ bestaat niet. Bekend zijn: gemeente, reikwijdte, regels, bewustNiet.`);
    }
  }
  return { configuration, faults };
}

function* properties(object: Node): Generator<[key: string, value: Node, keyNode: Node]> {
  for (const property of object.children ?? []) {
    const [key, value] = property.children ?? [];
    if (key && value) yield [String(key.value), value, key];
  }
}

function entries<T>(
  node: Node,
  name: string,
  fault: (node: Node, message: string) => void,
  read: (key: string, value: Node, keyNode: Node) => T | void,
): Record<string, T> {
  const result: Record<string, T> = {};
  if (node.type !== 'object') fault(node, `‘${name}’ hoort een object te zijn: { … }.`);
  else {
    for (const [key, value, keyNode] of properties(node)) {
      const item = read(key, value, keyNode);
      if (item !== undefined) result[key] = item as T;
    }
  }
  return result;
}

function isOneOf<T extends string>(value: unknown, options: readonly T[]): value is T {
  return options.includes(value as T);
}

const shown = (node: Node): string =>
  node.type === 'string'
    ? `‘${node.value}’`
    : node.type === 'object' || node.type === 'array'
      ? 'een lijst of object'
      : `‘${node.value}’`;

const choice = (options: readonly string[]): string => {
  const quoted = options.map((option) => `‘${option}’`);
  return `${quoted.slice(0, -1).join(', ')} of ${quoted.at(-1)}`;
};
