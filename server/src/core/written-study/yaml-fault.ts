import { type Document, type ErrorCode, type Node, type Scalar, visit, type YAMLError } from 'yaml';

/** Where something stands in a file: offsets into its text. */
export type Place = readonly [from: number, to: number];

/** Where a node stands, up to the end of what it says. */
export function placeOf(node: Node): Place {
  const [from = 0, to = from] = node.range ?? [];
  return [from, to];
}

/** What is said of a text that begins with a character that YAML has a meaning for. */
export const STARTS_TEXT = 'een tekst die met dit teken begint, hoort tussen aanhalingstekens';

/** The first thing that the YAML parser misses, in a writer's words, with what to do; undefined where it misses nothing. */
export function yamlFault(text: string, document: Document.Parsed): { place: Place; said: string } | undefined {
  const [error] = document.errors;
  if (!error) return undefined;
  const [from, to] = error.pos.map((at) => Math.min(at, text.length)) as [number, number];
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const line = /.*/.exec(text.slice(start))![0];
  const dash = /^ *-(?=[^\s-])/.exec(line);
  if (dash)
    return {
      place: [start + dash[0].length - 1, start + dash[0].length],
      said: 'achter het streepje ontbreekt een spatie',
    };
  if (error.message.startsWith('Missing closing')) {
    const [open] = placeOf(lastScalar(document, from));
    return { place: [open, open + 1], said: 'dit aanhalingsteken is niet gesloten. Zet er een achter de tekst' };
  }
  return { place: [from, to], said: SAID[codeOf(error, line)] ?? 'hier staat iets dat geen YAML is' };
}

/** Some codes stand for several things: which it is shows from the line. */
function codeOf({ code, message }: YAMLError, line: string): ErrorCode {
  if (message === 'Sequence item without - indicator') return 'BAD_INDENT';
  if (message === 'Implicit map keys need to be followed by map values') return 'MULTILINE_IMPLICIT_KEY';
  // Without a second colon in the line, a key is not in line with its others.
  return code === 'BLOCK_AS_IMPLICIT_KEY' && !/: .*:(?:\s|$)/.test(line) ? 'BAD_INDENT' : code;
}

/** The last that begins before a place: what comes behind an error may have been read on. */
function lastScalar(document: Document.Parsed, before: number): Node {
  let last: Node = document.contents as Node;
  visit(document, {
    Scalar(_, node: Scalar) {
      if (placeOf(node)[0] <= before) last = node;
    },
  });
  return last;
}

const SAID: { readonly [code in ErrorCode]?: string } = {
  BAD_INDENT:
    'de regels springen niet gelijk in. Zet sleutels die bij elkaar horen recht onder elkaar, en streepjes ook',
  BAD_SCALAR_START: STARTS_TEXT,
  BLOCK_AS_IMPLICIT_KEY: 'een tekst met een dubbele punt hoort tussen aanhalingstekens',
  DUPLICATE_KEY: 'deze sleutel staat er twee keer. Haal er één weg',
  MISSING_CHAR: 'een haakje, komma of dubbele punt ontbreekt',
  MULTILINE_IMPLICIT_KEY: 'achter de sleutel ontbreekt een dubbele punt',
  TAB_AS_INDENT: 'spring in met spaties, niet met tabs',
  UNEXPECTED_TOKEN:
    'hier staat iets dat er niet hoort. Is het een deel van een tekst, zet die dan helemaal tussen aanhalingstekens',
  BAD_ALIAS: 'een verwijzing (*naam) wordt niet gelezen. Schrijf het hier uit',
  MULTIPLE_DOCS: 'in één bestand hoort één studie. Haal de regel met --- weg',
};
