import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { convert } from '../../server/src/convert/convert.js';
import type { SourceFormat } from '../../server/src/convert/source-format.js';
import { builtinStudy, createService } from '../../server/src/core/index.js';
import { needProgram } from '../debian.js';

/** Made-up programmes, as Word, LibreOffice and a browser would have them. */
const folder = join(import.meta.dirname, '../corpus');
const service = createService([builtinStudy]);
beforeAll(() => needProgram('pandoc'));

const markdownOf = (name: string): string => readFileSync(join(folder, `${name}.md`), 'utf8');

function made(name: string, format: SourceFormat, filter?: string): Uint8Array {
  const to = format === 'txt' ? 'plain' : format;
  const filters = filter === undefined ? [] : ['--lua-filter', join(import.meta.dirname, filter)];
  const from = ['--from', 'markdown-smart', join(folder, `${name}.md`)];
  return execFileSync('pandoc', [...from, '--to', to, ...filters, '--output', '-']);
}

/** Per opgave its state. */
const statesOf = (markdown: string) =>
  Object.fromEntries(
    service.studies.flatMap((study) =>
      service
        .analyse(markdown)
        .for(study)
        .coverage.map(({ opgave, state }) => [opgave, state]),
    ),
  );

const headingsOf = (markdown: string): string[] => markdown.match(/^#+ .*/gm) ?? [];

test.each<[string, SourceFormat]>([
  ['streekpartij-noord', 'docx'],
  ['streekpartij-noord', 'odt'],
  ['woonvisie', 'html'],
  ['woonvisie', 'docx'],
  ['overdrachtsdossier', 'odt'],
])('%s as %s, with styles and tables, has the headings and the coverage of its Markdown', async (name, format) => {
  const { markdown } = await convert(made(name, format), format);
  expect(headingsOf(markdown)).toEqual(headingsOf(markdownOf(name)));
  expect(statesOf(markdown)).toEqual(statesOf(markdownOf(name)));
});

test.each<[string, SourceFormat, string]>([
  ['coalitieakkoord', 'docx', 'bold-headings.lua'],
  ['coalitieakkoord', 'odt', 'bold-headings.lua'],
  ['groen-links-stad', 'docx', 'large-headings.lua'],
  ['sociaaldemocraat', 'html', 'bold-headings.lua'],
])('%s as %s, without styles, has the same headings and coverage', async (name, format, filter) => {
  const { markdown } = await convert(made(name, format, filter), format);
  const words = (text: string) => headingsOf(text).map((heading) => heading.replace(/^#+ /, ''));
  expect(words(markdown)).toEqual(words(markdownOf(name)));
  expect(statesOf(markdown)).toEqual(statesOf(markdownOf(name)));
});

test('plain text with lines that were cut has its paragraphs and headings back', async () => {
  const { markdown } = await convert(made('groen-links-stad', 'txt'), 'txt');
  expect(statesOf(markdown)).toEqual(statesOf(markdownOf('groen-links-stad')));
});
