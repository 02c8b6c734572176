import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fold } from '../../../server/src/core/signals/signal.js';
import { builtinStudy } from '../../../server/src/core/study/builtin.js';
import type { Study } from '../../../server/src/core/study/model.js';
import { readCodedWords } from '../../../server/src/tools/learn/coded-words.js';

const FOLDER = join(import.meta.dirname, '../../corpus/woorden');
const words = readCodedWords(FOLDER);
const { themes, opgaven }: Study = builtinStudy.study();
const codes = new Set([...themes.map(({ section }) => section), ...opgaven.flatMap(({ inventory }) => inventory)]);

test('every form of a coded word stands once, as the words of a text are read', () => {
  const forms = words.flatMap(({ forms }) => forms);
  expect(forms.filter((form, i) => forms.indexOf(form) !== i)).toEqual([]);
  expect(forms.filter((form) => fold(form) !== form.replaceAll('-', ''))).toEqual([]);
});

test('every code is one of the study, with one of three strengths', () => {
  expect(
    words.flatMap(({ shares }) => [...shares]).filter(([code, share]) => !codes.has(code) || !(share > 0)),
  ).toEqual([]);
});

test('a file holds the words that begin alike, in order', () => {
  for (const file of readdirSync(FOLDER)) {
    const written = readFileSync(join(FOLDER, file), 'utf8')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t')[0]!);
    expect(written.filter((word) => !new RegExp(`^[${file.slice(0, -'.tsv'.length)}]`).test(word))).toEqual([]);
    expect(written).toEqual([...written].sort());
  }
});
