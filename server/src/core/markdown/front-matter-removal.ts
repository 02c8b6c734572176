import { isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Edit } from '../features/edit.js';
import { readFrontMatter, SECTION } from './front-matter.js';
import { readHead } from './head.js';

/** A collection of the YAML and one of its items. */
interface Held {
  readonly collection: YAMLMap | YAMLSeq;
  readonly item: Pair | Node;
}

/**
 * Edit that takes an opgave out of a list of ours in the front matter, with what is empty without it: the list, our
 * section, the front matter. Undefined where it cannot be told apart from what stays.
 */
export function removeFromFrontMatter(text: string, key: string, id: string): Edit | undefined {
  const { end, yaml } = readHead(text);
  if (!yaml) return undefined;
  const base = yaml.from;
  const root = parseDocument(text.slice(base, yaml.to), { logLevel: 'silent' }).contents;
  const path: Held[] = [];
  let inside: unknown = root;
  for (const name of [SECTION, key, id]) {
    const held: Held | undefined = heldIn(inside, name);
    if (!held) return undefined;
    path.push(held);
    inside = 'key' in held.item ? held.item.value : undefined;
  }
  const [whole] = path;
  while (path.length > 1 && path.at(-1)!.collection.items.length === 1) path.pop();
  const { collection, item } = path.at(-1)!;
  const edit: Edit =
    path.length === 1 && whole!.collection.items.length === 1
      ? withoutFrontMatter(text, base, end)
      : collection.flow
        ? withoutFlowItem(base, collection, item)
        : withoutLines(text, base, item);
  const head = text.slice(0, edit.from) + text.slice(edit.to);
  const [before, after] = [readFrontMatter(text, end), readFrontMatter(head, readHead(head).end)];
  const count = ({ leftOut, verdicts }: typeof before): number => leftOut.length + verdicts.length;
  return count(after) === count(before) - 1 && after.faults.length <= before.faults.length ? edit : undefined;
}

function heldIn(collection: unknown, name: string): Held | undefined {
  if (!isMap(collection) && !isSeq(collection)) return undefined;
  const items = collection.items as readonly (Pair | Node)[];
  const item = items.find((one) => {
    const node = 'key' in one ? one.key : one;
    return isScalar(node) && String(node.value) === name;
  });
  return item && { collection, item };
}

/** With the empty line below it. */
function withoutFrontMatter(text: string, base: number, end: number): Edit {
  const empty = /^[ \t]*\r?\n/.exec(text.slice(end));
  return { from: text.lastIndexOf('---', base), to: end + (empty?.[0].length ?? 0), text: '' };
}

function withoutFlowItem(base: number, { items }: YAMLMap | YAMLSeq, item: Pair | Node): Edit {
  const all = items as readonly (Pair | Node)[];
  const at = all.indexOf(item);
  const [previous, next] = [all[at - 1], all[at + 1]];
  if (next) return { from: base + startOf(item), to: base + startOf(next), text: '' };
  return { from: base + endOf(previous!), to: base + endOf(item), text: '' };
}

/** The lines of an item of a block collection. */
function withoutLines(text: string, base: number, item: Pair | Node): Edit {
  const from = text.lastIndexOf('\n', base + startOf(item) - 1) + 1;
  const last = text.slice(0, base + endOf(item)).trimEnd().length;
  return { from, to: text.indexOf('\n', last) + 1, text: '' };
}

const startOf = (item: Pair | Node): number => ('key' in item ? (item.key as Node) : item).range![0];
const endOf = (item: Pair | Node): number => ('key' in item ? ((item.value ?? item.key) as Node) : item).range![1];
