import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { builtinStudy } from '../../server/src/core/study/builtin.js';

const root = join(import.meta.dirname, '../..');
const { info, opgaven } = builtinStudy.study();

/** Every source file but what is made from `data/`. */
function* sources(folder: string): Generator<string> {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory() && entry.name !== 'generated') yield* sources(path);
    else if (/\.(?:ts|json|css)$/.test(entry.name)) yield path;
  }
}

it('nothing outside data/ knows which study is built in, or how many opgaven it has', () => {
  // `&#39;` is a quotation mark in HTML.
  const named = new RegExp(`${info.key}|${info.publisher}|${info.title}|(?<![\\d#])${opgaven.length}(?!\\d)`, 'i');
  const telling = ['server/src', 'client/src', 'syntaxes'].flatMap((folder) =>
    [...sources(folder)].filter((path) => named.test(readFileSync(join(root, path), 'utf8'))),
  );
  expect(telling).toEqual([]);
});
