import {
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  stringify,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { applyEdits, type Edit, escapeSnippet, lineBreakOf } from '../features/edit.js';
import { frontMatterEnd } from './blocks.js';
import type { Verdict } from './directives.js';
import { type FrontMatter, LEFT_OUT, readFrontMatter, SECTION, VERDICT_KEYS } from './front-matter.js';
import { readHead } from './head.js';
import { lineEnd, lineStart } from './lines.js';

/** What a new entry asks of the writer, where the editor can place the cursor. */
const QUESTION = 'Waarom laat u deze opgave buiten het programma?';

/**
 * Edit that puts an opgave under `bewust-niet` in the front matter, which it creates where there is none; what stands
 * there already is left as it is. Undefined when the front matter cannot be read.
 * @param reason in the writer's words; without it the entry asks for one
 */
export function leaveOutEdit(text: string, id: string, reason?: string): Edit | undefined {
  const words = (reason ?? QUESTION).replace(/\s+/g, ' ').trim();
  const scalar = (flow: boolean): string =>
    stringify(words, { lineWidth: 0, defaultStringType: flow ? 'QUOTE_DOUBLE' : 'PLAIN' }).trimEnd();
  const added = addToFrontMatter(text, LEFT_OUT, {
    block: `${id}: ${scalar(false)}`,
    flow: `${id}: ${scalar(true)}`,
    isKnown: (node) => isMap(node) && node.items.some(({ key }) => isScalar(key) && key.value === id),
    replace: (node, base) => reasonEdit(text, node, id, base, scalar(true)),
  });
  const edit = added && proven(text, added, ({ leftOut }) => leftOut.some((left) => left.id === id));
  if (!edit || reason !== undefined) return edit;
  const [before, after = ''] = edit.text.split(words);
  return { ...edit, snippet: `${escapeSnippet(before!)}\${1:${escapeSnippet(words)}}${escapeSnippet(after)}` };
}

/** Edit that puts down in the front matter what the whole document does with an opgave. */
export function verdictEdit(text: string, verdict: Verdict, id: string): Edit | undefined {
  const edit = addToFrontMatter(text, VERDICT_KEYS[verdict], {
    block: `- ${id}`,
    flow: id,
    isKnown: (node) => isSeq(node) && node.items.some((item) => isScalar(item) && item.value === id),
    replace: () => undefined,
  });
  return edit && proven(text, edit, ({ verdicts }) => verdicts.some((one) => one.id === id && one.verdict === verdict));
}

/**
 * The edit, if the front matter says afterwards what it was to say and has no fault that it did not have: YAML can be
 * written in more ways than are foreseen here.
 */
function proven(text: string, edit: Edit, says: (after: FrontMatter) => boolean): Edit | undefined {
  const end = frontMatterEnd(text);
  if (!readHead(text).yaml) return edit;
  const head = applyEdits(text.slice(0, end), [edit]);
  const after = readFrontMatter(head, frontMatterEnd(head));
  const before = readFrontMatter(text, end);
  return says(after) && after.faults.length <= before.faults.length ? edit : undefined;
}

interface Entry {
  readonly block: string;
  readonly flow: string;
  isKnown(node: unknown): boolean;
  /** @param base offset of the YAML in the text */
  replace(node: Node, base: number): Edit | undefined;
}

function addToFrontMatter(text: string, key: string, entry: Entry): Edit | undefined {
  const end = frontMatterEnd(text);
  const lineBreak = lineBreakOf(text);
  const lines = (indent: string, ...parts: string[]): string => parts.map((part) => indent + part).join(lineBreak);
  const whole = lines('', `${SECTION}:`, `  ${key}:`, `    ${entry.block}`);
  const { yaml: place, closed } = readHead(text);
  if (!place) {
    // Another kind of front matter must stay first.
    if (closed) return undefined;
    const at = Math.max(end, text.startsWith('\uFEFF') ? 1 : 0);
    return insert(at, `---${lineBreak}${whole}${lineBreak}---${lineBreak}${lineBreak}`);
  }
  const { from: base, to: close } = place;
  const document = parseDocument(text.slice(base, close), { logLevel: 'silent' });
  const root = document.contents;
  if (document.errors.length > 0) return undefined;
  if (root === null) return insert(close, `${whole}${lineBreak}`);
  if (!isMap(root)) return undefined;
  const yaml = new YamlPlaces(text, base);
  const own = pairOf(root, SECTION);
  if (!own) {
    if (root.flow) return yaml.addToFlow(root, `${SECTION}: { ${key}: ${wrapped(key, entry)} }`);
    const indent = yaml.indentOf(root);
    return insert(close, `${lines(indent, `${SECTION}:`, `  ${key}:`, `    ${entry.block}`)}${lineBreak}`);
  }
  if (isEmpty(own)) return yaml.addBelow(own, lines('  ', `${key}:`, `  ${entry.block}`), lineBreak);
  if (!isMap(own.value)) return undefined;
  const list = pairOf(own.value, key);
  if (!list) {
    if (own.value.flow) return yaml.addToFlow(own.value, `${key}: ${wrapped(key, entry)}`);
    const indent = yaml.indentOf(own.value);
    return yaml.addAfter(own.value, lines(indent, `${key}:`, `  ${entry.block}`), lineBreak);
  }
  if (isEmpty(list)) {
    if (own.value.flow) return undefined;
    return yaml.addBelow(list, `${yaml.indentOf(own.value)}  ${entry.block}`, lineBreak);
  }
  const { value } = list;
  if (!isMap(value) && !isSeq(value)) return undefined;
  if (isMap(value) !== (key === LEFT_OUT)) return undefined;
  if (entry.isKnown(value)) return entry.replace(value, base);
  if (value.flow) return yaml.addToFlow(value, entry.flow);
  return yaml.addAfter(value, yaml.indentOf(value) + entry.block, lineBreak);
}

const wrapped = (key: string, { flow }: Entry): string => (key === LEFT_OUT ? `{ ${flow} }` : `[${flow}]`);
const insert = (at: number, text: string): Edit => ({ from: at, to: at, text });

function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((item) => isScalar(item.key) && item.key.value === key);
}

const isEmpty = ({ value }: Pair): boolean => value === null || (isScalar(value) && value.value === null);

/** Places of YAML nodes in the text around them. */
class YamlPlaces {
  constructor(
    private readonly text: string,
    private readonly base: number,
  ) {}

  /** White space before the first item of a block collection. */
  indentOf(collection: YAMLMap | YAMLSeq): string {
    const first = collection.items[0];
    const node = isMap(collection) ? ((first as Pair).key as Node) : collection;
    const from = this.base + node.range![0];
    return this.text.slice(lineStart(this.text, from), from).replace(/\S/g, ' ');
  }

  /** On the line below the last line of a block collection. */
  addAfter({ range }: YAMLMap | YAMLSeq, lines: string, lineBreak: string): Edit {
    const content = this.text.slice(0, this.base + range![1]).trimEnd().length;
    return insert(lineEnd(this.text, content), lineBreak + lines);
  }

  /** On the line below a key without a value. */
  addBelow({ key }: Pair, lines: string, lineBreak: string): Edit {
    return insert(lineEnd(this.text, this.base + (key as Node).range![1]), lineBreak + lines);
  }

  /** Before the closing bracket of a flow collection. */
  addToFlow({ range, items }: YAMLMap | YAMLSeq, item: string): Edit {
    const close = this.base + range![1] - 1;
    const at = this.text.slice(0, close).trimEnd().length;
    return insert(at, items.length === 0 ? item : /,$/.test(this.text.slice(0, at)) ? ` ${item}` : `, ${item}`);
  }
}

/** Gives an opgave that is there already another reason. */
function reasonEdit(text: string, node: Node, id: string, base: number, scalar: string): Edit | undefined {
  const pair = isMap(node) ? pairOf(node, id) : undefined;
  const key = pair?.key as Node | undefined;
  if (!pair || !key?.range) return undefined;
  const value = pair.value as Node | null;
  if (value?.range && value.range[1] > value.range[0])
    return { from: base + value.range[0], to: base + value.range[1], text: scalar };
  const colon = text.indexOf(':', base + key.range[1]);
  return colon < 0 ? undefined : insert(colon + 1, ` ${scalar}`);
}
