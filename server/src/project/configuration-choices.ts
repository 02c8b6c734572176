import { getLocation, type JSONPath, type Node } from 'jsonc-parser';
import { escapeSnippet } from '../core/index.js';
import type { Schema } from './configuration-schema.js';

/** What can stand at a place in a configuration file. */
export interface ConfigurationChoice {
  readonly label: string;
  /** What it means, in the words of whoever sets it. */
  readonly text: string;
  /** Offsets of what it takes the place of. */
  readonly from: number;
  readonly to: number;
  /** As JSON; the snippet has a tab stop where something is to be filled in. */
  readonly json: string;
  readonly snippet: string;
}

/** The keys or values that can stand at an offset. */
export function configurationChoices(schema: Schema, text: string, offset: number): ConfigurationChoice[] {
  const { path, previousNode, isAtPropertyKey } = getLocation(text, offset);
  const [from, to] = within(previousNode, offset) ? endsOf(previousNode) : [offset, offset];
  if (!isAtPropertyKey) {
    const { enum: values = [], enumDescriptions: texts = [] } = (schemaAt(schema, path) ?? {}) as ValueSchema;
    return values.map((label, k) => {
      const json = JSON.stringify(label);
      return { label, text: texts[k] ?? '', from, to, json, snippet: escapeSnippet(json) };
    });
  }
  const parent = schemaAt(schema, path.slice(0, -1));
  const hasValue = /^\s*:/.test(text.slice(to));
  return Object.entries((parent?.properties ?? {}) as Record<string, Schema>)
    .filter(([key]) => key !== '$schema')
    .map(([label, property]) => {
      const key = JSON.stringify(label);
      const comma = /^\s*"/.test(text.slice(to)) ? ',' : '';
      const [open, close] = bracketsOf(property);
      return {
        label,
        text: String(property.description ?? ''),
        from,
        to,
        json: hasValue ? key : `${key}: ${open}${close}${comma}`,
        snippet: hasValue ? key : `${key}: ${open}$1${close}${comma}`,
      };
    });
}

/** What the key or value at an offset means. */
export function configurationHover(
  schema: Schema,
  text: string,
  offset: number,
): { readonly text: string; readonly from: number; readonly to: number } | undefined {
  const { path, previousNode, isAtPropertyKey } = getLocation(text, offset);
  if (!within(previousNode, offset)) return undefined;
  const [from, to] = endsOf(previousNode);
  const here = schemaAt(schema, path);
  const { enum: values = [], enumDescriptions: texts = [] } = (here ?? {}) as ValueSchema;
  const said = isAtPropertyKey ? here?.description : texts[values.indexOf(String(previousNode.value))];
  return typeof said === 'string' ? { text: said, from, to } : undefined;
}

interface ValueSchema {
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
}

/** What the schema says of the value at a path. */
function schemaAt(schema: Schema, path: JSONPath): Schema | undefined {
  let here: Schema | undefined = schema;
  for (const step of path) {
    const inside = (here ?? {}) as { properties?: Record<string, Schema>; items?: Schema };
    here = typeof step === 'number' ? inside.items : inside.properties?.[step];
  }
  return here;
}

function within(node: Node | undefined, offset: number): node is Node {
  return node !== undefined && offset >= node.offset && offset <= node.offset + node.length;
}

const endsOf = ({ offset, length }: Node): [from: number, to: number] => [offset, offset + length];

/** What stands around a value of a kind. */
function bracketsOf({ type, items }: Schema): readonly [open: string, close: string] {
  if (type === 'array') return items ? ['["', '"]'] : ['[', ']'];
  return type === 'object' ? ['{ ', ' }'] : ['"', '"'];
}
