/** A text of 1 MB read for the first time, beside one pass of a regular expression and what others do with it. */
import { createRequire } from 'node:module';
import { interleaved, median, timed } from './measure.mjs';

const require = createRequire(import.meta.url);
const core = require('../dist/core.js');
const { builtinStudy, createService } = core['server/src/core/index.ts'];
const CONFIGURATION = { reikwijdte: 'programma', regels: {}, bewustNiet: {} };

/** Reads and checks a text with a service that has seen none. */
function analysis(service, text) {
  const documents = [{ key: 'programma.md', analysis: service.analyse(text) }];
  return service.check({ documents, configuration: CONFIGURATION }).findings;
}

export function cold(text, rounds) {
  const words = /\p{L}+/gu;
  let service;
  const samples = interleaved(
    {
      regex: () => {
        words.lastIndex = 0;
        while (words.exec(text));
      },
      // Not timed with it: the study is there before a text comes in.
      service: () => {
        service = createService([builtinStudy]);
      },
      analysis: () => void analysis(service, text),
    },
    rounds,
    3,
  );
  return { regex: median(samples.regex), analysis: median(samples.analysis) };
}

/** What others do with the same text, each once warmed up and once timed. */
export async function others(text) {
  const { default: MarkdownIt } = await import('markdown-it');
  const markdownIt = new MarkdownIt();
  const times = { 'markdown-it (parse)': median(interleaved({ it: () => void markdownIt.parse(text, {}) }, 5).it) };
  const { lint } = await import('markdownlint/sync');
  const options = { strings: { text }, config: { default: true, MD013: false } };
  times.markdownlint = Math.min(...Array.from({ length: 2 }, () => timed(() => lint(options))));
  times['cspell (nl-NL)'] = await spelling(text);
  times['textlint (twee regels)'] = await textlint(text);
  return times;
}

async function spelling(text) {
  const { spellCheckDocument, readSettings } = await import('cspell-lib');
  const settings = {
    ...(await readSettings(require.resolve('@cspell/dict-nl-nl/cspell-ext.json'))),
    language: 'nl-NL',
    enabledLanguageIds: ['markdown'],
  };
  const check = (part) =>
    spellCheckDocument(
      { uri: 'stdin:///programma.md', text: part, languageId: 'markdown', locale: 'nl' },
      { generateSuggestions: false, noConfigSearch: true },
      settings,
    );
  await check(text.slice(0, 10_000));
  const start = performance.now();
  await check(text);
  return performance.now() - start;
}

async function textlint(text) {
  const { TextlintKernel } = await import('@textlint/kernel');
  const load = (name) => {
    const module = require(name);
    return module.default ?? module;
  };
  const kernel = new TextlintKernel();
  const options = {
    filePath: 'programma.md',
    ext: '.md',
    plugins: [{ pluginId: 'markdown', plugin: load('@textlint/textlint-plugin-markdown') }],
    rules: ['no-todo', 'common-misspellings'].map((ruleId) => ({
      ruleId,
      rule: load(`textlint-rule-${ruleId}`),
    })),
  };
  await kernel.lintText(text.slice(0, 10_000), options);
  const start = performance.now();
  await kernel.lintText(text, options);
  return performance.now() - start;
}
