import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** What Pandoc reads in a text: its metadata, and its body as a row of marks and characters, without white space. */
export interface Reading {
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly marks: readonly string[];
}

interface Node {
  readonly t: string;
  readonly c?: unknown;
}

const FILTER = join(import.meta.dirname, 'read-all.lua');

/** What Pandoc reads in texts, all in one run of it. */
export function readingsOf(texts: readonly string[]): Reading[] {
  const input = JSON.stringify({
    'pandoc-api-version': [1, 22],
    meta: {},
    blocks: texts.map((text) => ({ t: 'CodeBlock', c: [['', [], []], text] })),
  });
  const args = ['-f', 'json', '-t', 'json', '--lua-filter', FILTER];
  const output = execFileSync('pandoc', args, { input, encoding: 'utf8', stdio: 'pipe', maxBuffer: 1 << 28 });
  const { blocks } = JSON.parse(output) as { blocks: { c: [unknown, string] }[] };
  return blocks.map(({ c: [, json] }) => {
    const { meta, blocks: body } = JSON.parse(json) as { meta: Record<string, unknown>; blocks: unknown };
    return { metadata: meta, marks: [...marksOf(body)] };
  });
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 't' in value;

function* marksOf(value: unknown): Generator<string> {
  if (Array.isArray(value))
    for (const item of value) {
      if (Array.isArray(item)) yield '[';
      yield* marksOf(item);
      if (Array.isArray(item)) yield ']';
    }
  else if (isNode(value)) yield* nodeMarks(value);
  else if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) yield* marksOf(item);
  else yield `=${JSON.stringify(value)}`;
}

function* nodeMarks({ t, c }: Node): Generator<string> {
  // How wide the columns of a table become depends on how it is typed.
  if (t === 'Space' || t === 'SoftBreak' || t.startsWith('ColWidth')) return;
  if (t === 'Str') yield* String(c).replace(/\s/g, '');
  else if (t === 'Cite') for (const citation of (c as [Cited[]])[0]) yield* citedMarks(citation);
  else {
    yield `<${t}>`;
    yield* marksOf(c ?? []);
    yield `</${t}>`;
  }
}

interface Cited {
  readonly citationId: string;
  readonly citationPrefix: unknown;
  readonly citationSuffix: unknown;
}

function* citedMarks({ citationId, citationPrefix, citationSuffix }: Cited): Generator<string> {
  const words = (inlines: unknown): string => [...marksOf(inlines)].join('');
  yield `@${words(citationPrefix)}|${citationId}|${words(citationSuffix)}`;
}
