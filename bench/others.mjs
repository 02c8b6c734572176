/** `node others.mjs NAME FILE`: what another program does with a text, as a process of its own. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const [name, file] = process.argv.slice(2);
const text = readFileSync(file, 'utf8');

const PROGRAMS = {
  async 'markdown-it'() {
    const { default: MarkdownIt } = await import('markdown-it');
    new MarkdownIt().parse(text, {});
  },
  async markdownlint() {
    const { lint } = await import('markdownlint/sync');
    lint({ strings: { text }, config: { default: true, MD013: false } });
  },
  async cspell() {
    const { spellCheckDocument, readSettings } = await import('cspell-lib');
    const dutch = await readSettings(require.resolve('@cspell/dict-nl-nl/cspell-ext.json'));
    const document = { uri: 'stdin:///programma.md', text, languageId: 'markdown', locale: 'nl' };
    const settings = { ...dutch, language: 'nl-NL', enabledLanguageIds: ['markdown'] };
    await spellCheckDocument(document, { generateSuggestions: false, noConfigSearch: true }, settings);
  },
  async textlint() {
    const { TextlintKernel } = await import('@textlint/kernel');
    const load = (module) => require(module).default ?? require(module);
    await new TextlintKernel().lintText(text, {
      filePath: 'programma.md',
      ext: '.md',
      plugins: [{ pluginId: 'markdown', plugin: load('@textlint/textlint-plugin-markdown') }],
      rules: ['no-todo', 'common-misspellings'].map((ruleId) => ({ ruleId, rule: load(`textlint-rule-${ruleId}`) })),
    });
  },
};
await PROGRAMS[name]();
