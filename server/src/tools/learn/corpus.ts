import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../../core/analysis.js';
import { LiveDocument } from '../../core/document/document.js';
import type { Block } from '../../core/markdown/blocks.js';
import type { BlockInContext } from '../../core/recognition/block-in-context.js';

/** A passage that careful readers have coded: numbers of the study's inventory (a theme is its chapter's number). */
export interface Unit {
  /** Zero-based lines, both inclusive. */
  readonly from: number;
  readonly to: number;
  readonly themes: ReadonlySet<string>;
  readonly opgaven: ReadonlySet<string>;
  /** What the readings disagreed on: counts neither for nor against. */
  readonly themesMaybe: ReadonlySet<string>;
  readonly opgavenMaybe: ReadonlySet<string>;
  /** Coded in two readings, so that it measures; other units only teach. */
  readonly measures: boolean;
  /** Indices of the blocks that begin in it. */
  readonly blocks: readonly number[];
}

export interface CodedDocument {
  readonly name: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  /** The same blocks, as the product recognises them. */
  readonly contexts: readonly BlockInContext[];
  readonly units: readonly Unit[];
  /** It is about a municipality; a programme for the whole country teaches less. */
  readonly local: boolean;
}

/** Reads a corpus: `texts/*.md` with the passages coded in `gold/*.tsv` and `gold-single/*.tsv`; see docs/herkenning.md. */
export function readCorpus(engine: Engine, folder: string, extra: readonly string[] = []): CodedDocument[] {
  const rows = new Map<string, { cells: string[]; measures: boolean }[]>();
  const sources = [
    [join(folder, 'gold'), true],
    [join(folder, 'gold-single'), false],
    ...extra.map((path) => [path, false] as const),
  ] as const;
  for (const [path, measures] of sources) {
    if (!existsSync(path)) continue;
    for (const file of readdirSync(path).filter((name) => name.endsWith('.tsv'))) {
      const name = file.slice(0, -'.tsv'.length);
      const list = rows.get(name) ?? [];
      rows.set(name, list);
      for (const line of readFileSync(join(path, file), 'utf8').trimEnd().split(/\r?\n/).slice(1))
        list.push({ cells: line.split('\t'), measures });
    }
  }
  return [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, list]) => {
      const text = readFileSync(join(folder, 'texts', `${name}.md`), 'utf8');
      const document = LiveDocument.read([engine], text);
      const { blocks, contexts } = document.analysis(engine);
      const lines = blocks.map((block) => document.positionAt(block.from).line);
      const units = list.map(({ cells, measures }): Unit => {
        const [, from, to, themes, opgaven, themesMaybe, opgavenMaybe] = cells;
        const first = Number(from) - 1;
        const last = Number(to) - 1;
        return {
          from: first,
          to: last,
          themes: codes(themes),
          opgaven: codes(opgaven),
          themesMaybe: codes(themesMaybe),
          opgavenMaybe: codes(opgavenMaybe),
          measures,
          blocks: lines.flatMap((line, i) => (line >= first && line <= last ? [i] : [])),
        };
      });
      return { name, text, blocks, contexts, units, local: isLocal(text) };
    });
}

/** A text about a municipality names it, or the like of it, more than three times in a thousand words. */
const isLocal = (text: string): boolean =>
  (text.match(/gemeente/gi)?.length ?? 0) > (3 / 1000) * text.split(/\s+/).length;

const codes = (cell: string | undefined): Set<string> =>
  new Set(
    (cell ?? '')
      .split(',')
      .map((code) => code.trim())
      .filter(Boolean),
  );
