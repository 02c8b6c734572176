import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../../core/analysis.js';
import { LiveDocument } from '../../core/document/document.js';
import { IN_NAME } from '../../core/dutch/words.js';
import type { Block } from '../../core/markdown/blocks.js';
import type { BlockInContext } from '../../core/recognition/block-in-context.js';
import { NAME } from '../../core/recognition/stance.js';
import { readPoints } from './coded-points.js';

/** What a passage does with an opgave: takes it up, chooses otherwise, only names it. */
export type Sign = '+' | '-' | '~';

/** A passage that careful readers have coded: numbers of the study's inventory (a theme is its chapter's number). */
export interface Unit {
  /** Zero-based lines, both inclusive. */
  readonly from: number;
  readonly to: number;
  readonly themes: ReadonlySet<string>;
  /** Without signs all are `+`: then it may as well be chosen otherwise, and what is only named is not there. */
  readonly opgaven: ReadonlyMap<string, Sign>;
  readonly hasSigns: boolean;
  /** What the readings disagreed on: counts neither for nor against. */
  readonly themesMaybe: ReadonlySet<string>;
  readonly opgavenMaybe: ReadonlySet<string>;
  readonly source: Source;
  /** Indices of the blocks that begin in it. */
  readonly blocks: readonly number[];
}

/**
 * Kinds of readings, with what a passage counts for in learning: two readings err less than one. What was read once and then
 * a second time, and what was made up from place to place, opgave by opgave or point by point, teaches and is not measured.
 */
export const SOURCES = {
  gold: 2,
  'gold-single': 1,
  stance: 1,
  'second-reading': 1,
  'made-up': 1.5,
  'by-place': 1.5,
  'by-opgave': 1,
  'by-point': 0.3,
} as const;
export type Source = keyof typeof SOURCES;

export interface CodedDocument {
  readonly name: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  /** The same blocks, as the product recognises them. */
  readonly contexts: readonly BlockInContext[];
  /** Per block its words as they are folded, by sentence; those of a name are empty. */
  readonly sentences: readonly (readonly (readonly string[])[])[];
  readonly units: readonly Unit[];
  /** It is about a municipality; a programme for the whole country teaches less. */
  readonly local: boolean;
}

/**
 * Reads coded documents; see docs/herkenning.md.
 * @param own folder of made-up programmes, each with its codes beside it; in `plaatsen/`, `opgaven/` and `punten/` what only
 *   teaches, in `lezingen/` codes of texts that may be in a corpus
 * @param folder of a corpus: `texts/*.md`, with the passages coded in `gold/*.tsv`, `gold-single/*.tsv` and `stance/*.tsv`
 */
export function readCorpus(engine: Engine, own: string, folder: string | undefined): CodedDocument[] {
  const coded = new Map<string, { text: string; rows: (readonly [Source, string[]])[] }>();
  const add = (codes: string, texts: string, source: Source, prefix = ''): void => {
    if (!existsSync(codes)) return;
    for (const file of readdirSync(codes).filter((name) => name.endsWith('.tsv'))) {
      const name = file.slice(0, -'.tsv'.length);
      // Codes of ours for a text that this corpus does not have teach nothing.
      if (source === 'second-reading' && !existsSync(join(texts, `${name}.md`))) continue;
      const known = coded.get(prefix + name) ?? { text: readFileSync(join(texts, `${name}.md`), 'utf8'), rows: [] };
      coded.set(prefix + name, known);
      for (const line of readFileSync(join(codes, file), 'utf8').trimEnd().split(/\r?\n/).slice(1))
        known.rows.push([source, line.split('\t')]);
    }
  };
  add(own, own, 'made-up', 'verzonnen-');
  add(join(own, 'plaatsen'), join(own, 'plaatsen'), 'by-place', 'verzonnen-plaatsen-');
  add(join(own, 'opgaven'), join(own, 'opgaven'), 'by-opgave', 'verzonnen-opgaven-');
  for (const { name, text, rows } of readPoints(join(own, 'punten')))
    coded.set(`verzonnen-punten-${name}`, { text, rows: rows.map((row) => ['by-point', row]) });
  if (folder) {
    const texts = join(folder, 'texts');
    for (const source of ['gold', 'gold-single', 'stance'] as const) add(join(folder, source), texts, source);
    add(join(own, 'lezingen'), texts, 'second-reading');
  }
  return [...coded]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { text, rows }]) => {
      const document = LiveDocument.read([engine], text);
      const { blocks, contexts } = document.analysis(engine);
      const lines = blocks.map((block) => document.positionAt(block.from).line);
      const units = rows.map(([source, cells]) => unitOf(source, cells, lines));
      const sentences = blocks.map((block) => sentencesOf(engine, text, block));
      return { name, text, blocks, contexts, sentences, units, local: name.startsWith('verzonnen-') || isLocal(text) };
    });
}

function unitOf(source: Source, cells: readonly string[], lines: readonly number[]): Unit {
  const [, from, to, themes, opgaven, themesMaybe, opgavenMaybe] = cells;
  const first = Number(from) - 1;
  const last = Number(to) - 1;
  const hasSigns = source !== 'gold' && source !== 'gold-single';
  const signed = [...codes(opgaven)].map((code): [string, Sign] =>
    hasSigns ? [code.slice(0, -1), code.at(-1) as Sign] : [code, '+'],
  );
  return {
    from: first,
    to: last,
    themes: codes(themes),
    opgaven: new Map(signed),
    hasSigns,
    themesMaybe: codes(themesMaybe),
    opgavenMaybe: codes(opgavenMaybe),
    source,
    blocks: lines.flatMap((line, i) => (line >= first && line <= last ? [i] : [])),
  };
}

function sentencesOf({ reader }: Engine, text: string, { from, to, skip }: Block): string[][] {
  const { words, vocabulary } = reader.prose.read(text, from, to, skip);
  const found: string[][] = [];
  for (let w = 0; w < words.count; w++) {
    const at = words.sentence[w]!;
    while (found.length <= at) found.push([]);
    found[at]!.push((words.flags[w]! & IN_NAME) === 0 ? vocabulary.forms[words.form[w]!]! : NAME);
  }
  return found;
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
