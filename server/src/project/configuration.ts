import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import {
  type Configuration,
  type ConfigurationLayer,
  choice,
  differsByStudy,
  LEVELS,
  layered,
  type Municipality,
  nearest,
  RULE_CODES,
  type StudyIndex,
  silenceable,
  silenced,
  silenceOf,
} from '../core/index.js';
import { PROGRAMME_SETTINGS, type Setting } from './settings.js';

/** The keys of a configuration file, in the order of the documentation. */
export const CONFIGURATION_KEYS: readonly string[] = Object.keys(PROGRAMME_SETTINGS);

/** What is wrong in a configuration file, in a sentence for its writer. */
export interface ConfigurationFault {
  /** Offset into the text of the file, and of how many characters it is about. */
  readonly offset: number;
  readonly length: number;
  readonly message: string;
  /** What can stand there instead, likeliest first, as JSON. */
  readonly suggestions?: readonly string[];
}

/** What a configuration may name. */
export interface Known {
  /** Codes of rules, by themselves and with the key of a study behind them. */
  readonly rules: readonly string[];
  /** Keys of the studies that come along. */
  readonly studies: readonly string[];
  /** By the path that a configuration names: the study that a writer keeps there, or why there is none. */
  readonly own?: ReadonlyMap<string, { readonly name: string } | { readonly fault: string }>;
  /** Ids of opgaven, by themselves and with the key of their study. */
  readonly opgaven: readonly string[];
  /** Findings that can be silenced by themselves. */
  readonly silences: readonly string[];
  /** What it says holds in other programmes as well: it may name a study that only they have. */
  readonly isEverywhere?: true;
  /** A municipality may be named by a variant or a former one; the configuration has the name of today. */
  readonly municipalities: readonly Pick<Municipality, 'name' | 'variants' | 'former'>[];
}

/** What a configuration may name where there are these studies. */
export function knownTo(studies: readonly StudyIndex[]): Known {
  const bare = studies.flatMap(({ opgaven }) => opgaven.map(({ id }) => id));
  const keyed = studies.flatMap(({ info, opgaven }) => opgaven.map(({ id }) => `${info.key}:${id}`));
  return {
    rules: [
      ...RULE_CODES,
      ...RULE_CODES.filter(differsByStudy).flatMap((code) => studies.map(({ info }) => silenceOf(code, info.key))),
    ],
    studies: studies.map(({ info }) => info.key),
    opgaven: [...bare, ...keyed],
    silences: silenceable(studies),
    municipalities: studies.flatMap(({ municipalities }) => municipalities),
  };
}

/**
 * Reads a configuration file. Whatever is wrong is reported and left to what lies below; the rest counts.
 * @returns what the file says, that on top of the defaults, and what is wrong with it
 */
export function readConfiguration(
  text: string,
  known: Known,
): ReadConfiguration & { readonly configuration: Configuration } {
  const read = readLayer(text, known);
  return { configuration: layered(read.layer), ...read };
}

/** What a configuration file says, and what is wrong with it. */
export interface ReadConfiguration {
  readonly layer: ConfigurationLayer;
  readonly faults: readonly ConfigurationFault[];
  /** It is an object of JSON, whatever is wrong in it. */
  readonly isRead: boolean;
}

function readLayer(text: string, known: Known): ReadConfiguration {
  const errors: ParseError[] = [];
  let tree: Node | undefined;
  try {
    tree = parseTree(text.replace(/^\uFEFF/, ' '), errors, { allowTrailingComma: true });
  } catch (error) {
    // The parser descends into what is nested: some thousands of levels are too many for the stack.
    if (!(error instanceof RangeError)) throw error;
    const message = 'er zijn te veel haken in elkaar gezet om te lezen. De standaardinstellingen worden gebruikt.';
    return { layer: {}, faults: [{ offset: 0, length: 1, message }], isRead: false };
  }
  const faults: ConfigurationFault[] = errors.slice(0, 1).map(({ error, offset, length }) => ({
    offset,
    length,
    message: `geen geldige JSON: ${JSON_FAULTS[printParseErrorCode(error)] ?? 'hier staat een teken dat er niet hoort'}. De standaardinstellingen worden gebruikt.`,
  }));
  if (faults.length > 0 || !tree) return { layer: {}, faults, isRead: false };
  if (tree.type !== 'object') {
    const message = 'hier hoort een object: { … }. De standaardinstellingen worden gebruikt.';
    return { layer: {}, faults: [{ offset: tree.offset, length: tree.length, message }], isRead: false };
  }
  const layer: Record<string, unknown> = {};
  const fault: Fault = ({ offset, length }, message, meant = []) => {
    const suggestions = meant.map((each) => JSON.stringify(each));
    faults.push({ offset, length, message, ...(suggestions.length === 0 ? {} : { suggestions }) });
    return undefined;
  };
  for (const [key, node, keyNode] of properties(tree)) {
    if (key === '$schema') continue;
    const setting = Object.hasOwn(PROGRAMME_SETTINGS, key) && PROGRAMME_SETTINGS[key as keyof Configuration];
    if (!setting)
      unknown(
        fault,
        keyNode,
        `de instelling ‘${key}’ bestaat niet.`,
        CONFIGURATION_KEYS,
        `Bekend zijn: ${CONFIGURATION_KEYS.join(', ')}.`,
      );
    else {
      const value = readValue(setting, key, node, known, fault);
      if (value !== undefined) layer[key] = value;
    }
  }
  // Each kind of the table gives values of its own.
  return { layer: layer as ConfigurationLayer, faults, isRead: true };
}

type Fault = (node: Node, message: string, meant?: readonly string[]) => undefined;

/** A name that is not known, with the one that may have been meant. */
function unknown(fault: Fault, node: Node, message: string, candidates: readonly string[], otherwise = ''): undefined {
  const near = nearest(String(node.value), candidates, 1);
  const hint = near.length > 0 ? `Bedoelt u ‘${near[0]}’?` : otherwise;
  return fault(node, hint === '' ? message : `${message} ${hint}`, near);
}

/** What stands behind a key, or undefined where that is nothing the setting can be. */
function readValue(setting: Setting, key: string, node: Node, known: Known, fault: Fault): unknown {
  switch (setting.kind) {
    case 'choice': {
      const options = Object.keys(setting.options);
      if (options.includes(node.value)) return node.value;
      return fault(
        node,
        `‘${key}’ mag ${quotedChoice(options)} zijn, niet ${shown(node)}. Standaard ‘${setting.default}’ wordt gebruikt.`,
        options,
      );
    }
    case 'municipality': {
      const names = municipalityNames(known);
      const wanted = folded(String(node.value));
      const name = names.get(wanted)?.name;
      if (name !== undefined) return name;
      const near = nearestMunicipalities(wanted, names);
      const suggestion = near.length === 0 ? '' : ` Bedoelt u ${quotedChoice(near)}?`;
      return fault(
        node,
        `‘${key}’ is de naam van een Nederlandse gemeente, niet ${shown(node)}.${suggestion} Landelijke cijfers worden getoond.`,
        near,
      );
    }
    case 'levels':
      return entries(node, key, fault, (code, value, codeNode) => {
        if (!known.rules.includes(code) && !isElsewhere(code, known))
          return unknown(fault, codeNode, unknownRule(code, known), known.rules);
        if (LEVELS.includes(value.value)) return value.value;
        return fault(
          value,
          `‘${code}’ mag ${quotedChoice(LEVELS)} zijn, niet ${shown(value)}. Het gewone niveau wordt gebruikt.`,
          LEVELS,
        );
      });
    case 'reasons':
      return entries(node, key, fault, (id, value, idNode) => {
        if (!known.opgaven.includes(id))
          return unknown(fault, idNode, `de studie heeft geen opgave ‘${id}’.`, known.opgaven);
        if (value.type === 'string' && value.value.trim() !== '') return String(value.value);
        return fault(value, `bij ‘${id}’ hoort een reden, als tekst tussen aanhalingstekens.`);
      });
    case 'studies': {
      const items = node.type === 'array' ? (node.children ?? []) : undefined;
      const unknown = items ? items.find(({ value }) => !known.studies.includes(value) && !isPath(value)) : node;
      if (items && items.length > 0 && !unknown) {
        const isUsable = ({ value }: Node) => !isPath(value) || 'name' in (known.own?.get(value) ?? {});
        const instead = items.some(isUsable) ? '' : ` ${ALONG}`;
        const names = items.flatMap((item) =>
          isPath(item.value) ? ownStudy(item, known, fault, instead) : [item.value],
        );
        return names.length > 0 ? names : undefined;
      }
      const keys = known.studies.map((one) => `"${one}"`).join(', ');
      const said = unknown
        ? `, niet ${shown(unknown)}.${meant(String(unknown.value), known.studies)}`
        : '; er hoort er minstens één in.';
      return fault(
        unknown ?? node,
        `‘${key}’ is een lijst van studies: de sleutel van een studie die meekomt (${keys}) of het pad van een eigen map ("./woonvisie")${said} ${ALONG}`,
      );
    }
    case 'findings':
      return items(node, key, fault, (item) => {
        const entry = String(item.value);
        if (known.silences.includes(entry) || isElsewhere(entry, known)) return entry;
        return unknown(fault, item, `er is geen melding ${shown(item)}.`, known.silences);
      });
    case 'words':
      return items(node, key, fault, (item) => {
        if (typeof item.value === 'string' && item.value.trim() !== '') return item.value;
        return fault(item, `in ‘${key}’ hoort een woord, tussen aanhalingstekens.`);
      });
    case 'text':
      return typeof node.value === 'string' ? node.value : undefined;
    case 'switch':
      return typeof node.value === 'boolean' ? node.value : undefined;
  }
}

/** Whether a rule is named with something of a study, which another programme may have. */
function isElsewhere(name: string, { isEverywhere }: Known): boolean {
  const { code, id } = silenced(name);
  return isEverywhere === true && id !== '' && differsByStudy(code);
}

/** What is wrong with a name among the levels: its rule, or the study behind it. */
function unknownRule(name: string, { rules }: Known): string {
  const { code, id } = silenced(name);
  if (id === '' || !rules.includes(code)) return `de melding ‘${name}’ bestaat niet.`;
  return differsByStudy(code)
    ? `achter ‘${code}:’ hoort de sleutel van een studie die meedoet, niet ‘${id}’.`
    : `‘${code}’ gaat over het document zelf en heeft geen niveau per studie.`;
}

/** What holds where a configuration names no study that is there. */
const ALONG = 'Nu geldt de studie die met Opgavenwijzer meekomt.';

/** Whether an entry of `studies` names a folder: every key is a word. */
export const isPath = (value: unknown): value is string => typeof value === 'string' && /[./\\]/.test(value);

/** The study in a folder that a configuration names. */
function ownStudy(item: Node, { own }: Known, fault: Fault, instead: string): string[] {
  const found = own?.get(item.value);
  if (found && 'name' in found) return [found.name];
  const why = found?.fault ?? 'hier is zij niet te lezen';
  fault(item, `de studie ‘${item.value}’ doet niet mee: ${why}${/[.?]$/.test(why) ? '' : '.'}${instead}`);
  return [];
}

/** The folders that a configuration file names as studies, as they are written; what is wrong in it is told elsewhere. */
export function studyPaths(text: string): string[] {
  if (!text.includes('"studies"')) return [];
  try {
    const tree = parseTree(text.replace(/^\uFEFF/, ' '), [], { allowTrailingComma: true });
    const items = tree && findNodeAtLocation(tree, ['studies']);
    return items?.type === 'array' ? (items.children ?? []).map(({ value }) => value).filter(isPath) : [];
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [];
  }
}

interface MunicipalityName {
  readonly spelling: string;
  /** Of the municipality of today. */
  readonly name: string;
}

/** Every name of a municipality, by its letters. */
function municipalityNames({ municipalities }: Known): Map<string, MunicipalityName> {
  const names = new Map<string, MunicipalityName>();
  for (const { name, variants, former } of municipalities)
    for (const spelling of [name, ...variants, ...former]) names.set(folded(spelling), { spelling, name });
  return names;
}

/** The letters of a name: how it is spelled otherwise, in capitals, accents and hyphens, makes no difference. */
const folded = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** At most three municipalities that may have been meant: those that begin so or stand in it, and those spelled nearly so. */
function nearestMunicipalities(wanted: string, names: ReadonlyMap<string, MunicipalityName>): string[] {
  const longer = [...names.keys()].filter(
    (letters) => wanted !== '' && (letters.startsWith(`${wanted} `) || ` ${wanted} `.includes(` ${letters} `)),
  );
  const near = [...longer, ...nearest(wanted, names.keys())].map((letters) => names.get(letters)!);
  const apart = near.filter(({ name }, i) => near.findIndex((each) => each.name === name) === i);
  return apart.slice(0, 3).map(({ spelling }) => spelling);
}

/** What the JSON parser misses, in a writer's words. */
const JSON_FAULTS: { readonly [code in ReturnType<typeof printParseErrorCode>]?: string } = {
  PropertyNameExpected: 'hier hoort een sleutel tussen aanhalingstekens',
  ValueExpected: 'hier hoort een waarde',
  ColonExpected: 'hier hoort een dubbele punt',
  CommaExpected: 'hier hoort een komma',
  CloseBraceExpected: 'een accolade is niet gesloten',
  CloseBracketExpected: 'een vierkant haakje is niet gesloten',
  UnexpectedEndOfComment: 'een opmerking is niet gesloten',
  UnexpectedEndOfString: 'een aanhalingsteken is niet gesloten',
};

function* properties(object: Node): Generator<[key: string, value: Node, keyNode: Node]> {
  for (const property of object.children ?? []) {
    const [key, value] = property.children ?? [];
    if (key && value) yield [String(key.value), value, key];
  }
}

/** The end of a sentence about a misspelled name: what was meant, or nothing. */
function meant(name: string, candidates: readonly string[]): string {
  const [near] = nearest(name, candidates, 1);
  return near === undefined ? '' : ` Bedoelt u ‘${near}’?`;
}

function entries<T>(
  node: Node,
  name: string,
  fault: (node: Node, message: string) => void,
  read: (key: string, value: Node, keyNode: Node) => T | undefined,
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

function items<T>(node: Node, name: string, fault: Fault, read: (item: Node) => T | undefined): T[] {
  if (node.type !== 'array') fault(node, `‘${name}’ hoort een lijst te zijn: [ … ].`);
  return node.type === 'array' ? (node.children ?? []).flatMap((item) => read(item) ?? []) : [];
}

const shown = (node: Node): string =>
  node.type === 'string'
    ? `‘${node.value}’`
    : node.type === 'object' || node.type === 'array'
      ? 'een lijst of object'
      : `‘${node.value}’`;

const quotedChoice = (options: readonly string[]): string => choice(options.map((option) => `‘${option}’`));
