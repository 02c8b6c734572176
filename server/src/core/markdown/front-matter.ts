import { type Document, type ErrorCode, isAlias, isMap, isScalar, isSeq, type Node, parseDocument, visit } from 'yaml';
import { nearest } from '../dutch/spelling.js';
import type { HtmlBlock } from './blocks.js';
import type { Verdict } from './directives.js';
import { readHead } from './head.js';

/** Front matter with which a writer says what the programme deliberately leaves out, and what it does with an opgave after all. */

/** An opgave that is deliberately left out. Offsets of the id in the text, so that an unknown one can be pointed at. */
export interface LeftOut {
  readonly id: string;
  readonly reason: string;
  readonly from: number;
  readonly to: number;
}

/** What the writer says that the whole document does with an opgave. Offsets of the id in the text. */
export interface WholeVerdict {
  readonly verdict: Verdict;
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

/** What is wrong in the front matter, in a sentence for its writer. */
export interface FrontMatterFault {
  readonly message: string;
  readonly from: number;
  readonly to: number;
  /** What could stand there instead. */
  readonly suggestions?: readonly string[];
}

export interface FrontMatter {
  readonly leftOut: readonly LeftOut[];
  readonly verdicts: readonly WholeVerdict[];
  readonly faults: readonly FrontMatterFault[];
}

const NO_FRONT_MATTER: FrontMatter = { leftOut: [], verdicts: [], faults: [] };
/** Our part of the front matter. */
export const SECTION = 'opgavenwijzer';
export const LEFT_OUT = 'bewust-niet';
/** Under which key a verdict stands, each with a list of opgaven. */
export const VERDICT_KEYS: Readonly<Record<Verdict, string>> = {
  'telt-niet': 'niet-opgepakt',
  'telt-wel': 'wel-opgepakt',
  'kiest-anders': 'kiest-anders',
  'alleen-genoemd': 'alleen-genoemd',
};
const VERDICTS = new Map(Object.entries(VERDICT_KEYS).map(([verdict, key]) => [key, verdict as Verdict]));
const KEYS: readonly string[] = [LEFT_OUT, ...VERDICTS.keys()];
/** Longer front matter is not read: keys are compared with each other, and it is read again with every change in it. */
const LONGEST = 32_000;

/**
 * Reads what concerns us from the front matter:
 *
 *     opgavenwijzer:
 *       bewust-niet:
 *         stadsrandwijken: Wij kiezen eerst voor de binnenstad.
 *       niet-opgepakt: [functies-combineren]
 *       kiest-anders: [minder-dominantie-auto]
 *
 * @param end offset past the front matter
 */
export function readFrontMatter(text: string, end: number): FrontMatter {
  const { yaml } = readHead(text.slice(0, end));
  const base = yaml?.from ?? 0;
  const body = text.slice(base, yaml?.to ?? 0);
  if (!body.includes(SECTION)) return NO_FRONT_MATTER;
  if (end > LONGEST) {
    const message = `De gegevens bovenaan zijn langer dan ${LONGEST.toLocaleString('nl-NL')} tekens en tellen niet mee. Laat staan wat bij dit document hoort, en haal de rest eruit.`;
    return { ...NO_FRONT_MATTER, faults: [{ message, from: 0, to: text.search(/\r?\n/) }] };
  }
  const document = parseDocument(body, { logLevel: 'silent' });
  const error = document.errors[0];
  if (error) {
    const from = base + Math.min(error.pos[0], body.length);
    const line = text.slice(0, from).split('\n').length;
    const message = `De gegevens bovenaan zijn niet te lezen (regel ${line}): ${YAML_FAULTS[error.code] ?? 'dit is geen YAML'}. Zij tellen nu niet mee.`;
    return { ...NO_FRONT_MATTER, faults: [{ message, from, to: Math.max(from, base + error.pos[1]) }] };
  }
  return readSection(document, base);
}

/** What is wrong with metadata between the text, if anything: what concerns us counts at the top only. */
export function metadataFault(text: string, from: number, to: number): FrontMatterFault[] {
  const own = text.slice(from, to).search(new RegExp(`^${SECTION}:`, 'm'));
  const message = `‘${SECTION}’ telt alleen bovenaan het document. Zet deze gegevens daar.`;
  return own < 0 ? [] : [{ message, from: from + own, to: from + own + SECTION.length }];
}

/** Metadata that Pandoc prints or cites from. */
const CITING = ['nocite', 'abstract', 'samenvatting', 'title', 'subtitle'];

/** Where sources may be cited in the front matter, by the name of the metadata. Offsets into the text. */
export function citingParts(text: string): (HtmlBlock & { readonly name: string })[] {
  const { yaml } = readHead(text);
  if (!yaml || yaml.to > LONGEST) return [];
  const { contents } = parseDocument(text.slice(yaml.from, yaml.to), { logLevel: 'silent' });
  if (!isMap(contents)) return [];
  return contents.items.flatMap(({ key, value }) => {
    const name = textOf(key);
    const range = CITING.includes(name) ? (value as Node | null)?.range : undefined;
    return range ? [{ name, from: yaml.from + range[0], to: yaml.from + range[1], skip: [] }] : [];
  });
}

/** Faults of the YAML parser that writers make, in their words. */
const YAML_FAULTS: Partial<Record<ErrorCode, string>> = {
  BAD_INDENT: 'de regels springen niet gelijk in',
  BLOCK_AS_IMPLICIT_KEY: 'een tekst met een dubbele punt hoort tussen aanhalingstekens',
  DUPLICATE_KEY: 'een sleutel staat er twee keer',
  MISSING_CHAR: 'een aanhalingsteken, haakje of dubbele punt ontbreekt',
  MULTILINE_IMPLICIT_KEY: 'achter de sleutel ontbreekt een dubbele punt',
  TAB_AS_INDENT: 'spring in met spaties, niet met tabs',
  UNEXPECTED_TOKEN: 'hier staat een teken dat er niet hoort',
};

function readSection(document: Document, base: number): FrontMatter {
  const leftOut: LeftOut[] = [];
  const verdicts: WholeVerdict[] = [];
  const faults: FrontMatterFault[] = [];
  const fault = (node: unknown, message: string, suggestions: readonly string[] = []): void => {
    const [from, to] = (node as Node | null)?.range ?? [0, 0];
    faults.push({ message, from: base + from, to: base + to, suggestions });
  };
  const follow = followerOf(document);
  const section = follow(document.get(SECTION, true));
  if (!isMap(section)) {
    if (section !== undefined && !isEmpty(section))
      fault(section, `Onder ‘${SECTION}’ hoort bijvoorbeeld ‘${LEFT_OUT}’, ingesprongen op een nieuwe regel.`);
    return { leftOut, verdicts, faults };
  }
  for (const item of section.items) {
    const { key } = item;
    const name = textOf(key);
    const value = follow(item.value);
    const verdict = VERDICTS.get(name);
    if (name === LEFT_OUT) {
      if (isMap(value)) {
        for (const item of value.items) {
          const place = placeOf(item.key, base);
          if (place) leftOut.push({ ...place, reason: textOf(follow(item.value)) });
        }
      } else if (!isEmpty(value))
        fault(value ?? item.value, `Onder ‘${LEFT_OUT}’ hoort bij elke opgave een reden: ‘sleutel: reden’.`);
    } else if (verdict !== undefined) {
      const places = isSeq(value) ? value.items.flatMap((item) => placeOf(item, base) ?? []) : [];
      verdicts.push(...places.map((place) => ({ verdict, ...place })));
      if (!isSeq(value) && !isEmpty(value))
        fault(value ?? item.value, `Onder ‘${name}’ hoort een lijst van opgaven: ‘[sleutel, sleutel]’.`);
    } else {
      const suggestions = nearest(name, KEYS);
      const known = KEYS.map((key) => `‘${key}’`).join(', ');
      const hint = suggestions[0] ? `Bedoelt u ‘${suggestions[0]}’?` : `Bekend zijn ${known}.`;
      fault(key, `‘${name}’ bestaat niet onder ‘${SECTION}’. ${hint}`, suggestions);
    }
  }
  return { leftOut, verdicts, faults };
}

/**
 * Follows an alias to its anchor; other nodes are themselves. One step only and on request, so aliases of aliases
 * cannot explode.
 */
function followerOf(document: Document): (node: unknown) => unknown {
  let anchors: Map<string, Node> | undefined;
  return (node) => {
    if (!isAlias(node)) return node;
    if (!anchors) {
      const found = new Map<string, Node>();
      visit(document, { Value: (_, value) => void (value.anchor && found.set(value.anchor, value)) });
      anchors = found;
    }
    return anchors.get(node.source);
  };
}

const textOf = (node: unknown): string => (isScalar(node) && node.value !== null ? String(node.value) : '');
const isEmpty = (node: unknown): boolean => node === null || (isScalar(node) && node.value === null);

function placeOf(node: unknown, base: number): Omit<WholeVerdict, 'verdict'> | undefined {
  if (!isScalar(node) || !node.range) return undefined;
  return { id: String(node.value), from: base + node.range[0], to: base + node.range[1] };
}
