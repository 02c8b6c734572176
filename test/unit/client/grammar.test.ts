import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, Registry } from 'vscode-textmate';

/** Enough of Markdown to inject into: a paragraph is the scope itself, a fence is a fenced block. */
const MARKDOWN = {
  scopeName: 'text.html.markdown',
  patterns: [
    { name: 'markup.fenced_code.block.markdown', begin: '^```.*$', end: '^```$' },
    { name: 'markup.inline.raw.string.markdown', match: '`[^`]+`' },
  ],
  repository: {},
};

const INJECTION = fileURLToPath(new URL('../../../syntaxes/opgavenwijzer.injection.json', import.meta.url));

let grammar: IGrammar;

beforeAll(async () => {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
  await loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: async (scope) =>
      (scope === MARKDOWN.scopeName ? MARKDOWN : JSON.parse(readFileSync(INJECTION, 'utf8'))) as never,
    getInjections: (scope) => (scope === MARKDOWN.scopeName ? ['opgavenwijzer.injection'] : undefined),
  });
  grammar = (await registry.loadGrammar(MARKDOWN.scopeName))!;
});

/** The pieces of a text that got a scope of ours, with the last part of its name. */
function scopesOf(text: string): [piece: string, scope: string][] {
  let state = INITIAL;
  return text.split('\n').flatMap((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.flatMap(({ startIndex, endIndex, scopes }): [string, string][] => {
      const own = scopes.filter((scope) => scope.endsWith('.opgavenwijzer')).at(-1);
      return own ? [[line.slice(startIndex, endIndex).trim(), own.replace('.opgavenwijzer', '')]] : [];
    });
  });
}

describe('De kleuring in de editor', () => {
  it('kleurt sleutel, onderdeel en bladzijde van een verwijzing', () => {
    expect(scopesOf('Wij doen dat [@trendstudie:wijkenaanpak, pp. 61-62].')).toEqual([
      ['@', 'punctuation.definition.citation'],
      ['trendstudie', 'entity.name.namespace'],
      [':', 'punctuation.separator.citation'],
      ['wijkenaanpak', 'entity.name.tag.citation'],
      [',', 'punctuation.separator.locator'],
      ['pp. 61-62', 'constant.numeric.locator'],
    ]);
  });

  it('kleurt een opmerking die de meldingen stuurt, met haar reden', () => {
    const found = scopesOf('<!-- opgavenwijzer-disable-line opgave-ontbreekt -- komt elders aan bod -->');
    expect(found).toContainEqual(['opgavenwijzer-disable-line', 'keyword.control.steering']);
    expect(found).toContainEqual(['opgave-ontbreekt', 'variable.parameter.rule']);
    expect(found).toContainEqual(['komt elders aan bod', 'string.unquoted.reason']);
    const dutch = scopesOf('<!-- opgavenwijzer: telt niet nieuwbouw-aanjagen -->');
    expect(dutch).toContainEqual(['opgavenwijzer: telt niet', 'keyword.control.steering']);
    expect(dutch).toContainEqual(['nieuwbouw-aanjagen', 'variable.parameter.rule']);
  });

  it.each([
    ['een mailadres', 'info@trendstudie:wijkenaanpak'],
    ['het werk van een ander', '[@jansen2020, p. 3]'],
    ['een codeblok', '```\n[@trendstudie:wijkenaanpak]\n```'],
    ['code in de zin', '`@trendstudie:wijkenaanpak`'],
    ['een gewone opmerking', '<!-- nog uitzoeken -->'],
  ])('laat %s met rust', (_, text) => {
    expect(scopesOf(text)).toEqual([]);
  });
});
