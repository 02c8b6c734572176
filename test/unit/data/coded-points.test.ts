import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseMarkdown } from '../../../server/src/core/markdown/markdown-reader.js';
import { builtinStudy } from '../../../server/src/core/study/builtin.js';
import type { Study } from '../../../server/src/core/study/model.js';
import { readPoints } from '../../../server/src/tools/learn/coded-points.js';

const FOLDER = join(import.meta.dirname, '../../corpus/punten');
const lists = [...readPoints(FOLDER)];
const { themes, opgaven }: Study = builtinStudy.study();
const codes = new Set([...themes.map(({ section }) => section), ...opgaven.flatMap(({ inventory }) => inventory)]);

test('every point stands once, with its codes behind it', () => {
  const rows = readdirSync(FOLDER).flatMap((file) =>
    readFileSync(join(FOLDER, file), 'utf8').split('\n').slice(1).filter(Boolean),
  );
  expect(rows.filter((row) => !/^[^\t]+\t[^\t]*\t[^\t]*$/.test(row))).toEqual([]);
  const said = rows.map((row) => row.split('\t')[0]!.toLowerCase());
  const known = new Set<string>();
  expect(said.filter((one) => known.size === known.add(one).size)).toEqual([]);
});

test('every code is one of the study, those of opgaven with a sign', () => {
  const cells = lists.flatMap(({ rows }) => rows.flatMap(([, , , ofThemes, ofOpgaven]) => [ofThemes!, ofOpgaven!]));
  const given = cells.flatMap((cell) => cell.split(',').filter(Boolean));
  expect(given.filter((code) => !codes.has(code.replace(/^(o.*)[+~-]$/, '$1')) || /^o.*\d$/.test(code))).toEqual([]);
});

test('every point is read as one item, whatever it begins with', () => {
  for (const { name, text, rows } of lists) {
    const { blocks } = parseMarkdown(text);
    const items = blocks
      .filter(({ kind }) => kind === 'item')
      .map(({ from }) => text.slice(0, from).split('\n').length);
    expect([name, ...items.map(String)]).toEqual([name, ...rows.map(([line]) => line)]);
    expect(blocks.length).toBe(items.length);
  }
});
