import { describe, expect, test } from 'vitest';
import { frontMatterEnd } from '../../../server/src/core/markdown/blocks.js';
import { readFrontMatter } from '../../../server/src/core/markdown/front-matter.js';
import { leaveOutEdit } from '../../../server/src/core/markdown/front-matter-edits.js';
import { analyse, createEngine } from '../../../server/src/core/service.js';
import { builtinStudy } from '../../../server/src/core/study/builtin.js';

const LEFT_OUT = 'opgavenwijzer:\n  bewust-niet:\n    stadsrandwijken: Eerst de binnenstad.\n';

describe('where the body begins', () => {
  test.each([
    ['below YAML', '---\ntitle: A\n---\n'],
    ['below TOML', '+++\ntitle = "A"\n+++\n'],
    ['below JSON', '{\n  "title": "A"\n}\n'],
    ['below a title block', '% Titel\n  die doorloopt\n% Partij\n% 2026\n'],
    ['below a title block and YAML', '% Titel\n\n---\nlang: nl\n---\n'],
    ['below YAML behind an empty line', '\n---\ntitle: A\n---\n'],
    ['below YAML behind a comment', '<!-- concept -->\n\n---\ntitle: A\n---\n'],
    ['below YAML with Windows line ends', '<!-- concept -->\r\n\r\n---\r\ntitle: A\r\n---\r\n'],
  ])('%s', (_, head) => {
    for (const text of [`${head}\nTekst.\n`, `\uFEFF${head}\nTekst.\n`])
      expect(text.slice(frontMatterEnd(text))).toBe('\nTekst.\n');
  });

  test.each([
    ['a rule', '---\n\nTekst.\n\n---\n'],
    ['a rule behind a comment', '<!-- concept -->\n\n---\nTekst zonder sleutel.\n---\n'],
    ['YAML that nothing closes', '---\ntitle: A\n'],
    ['TOML that nothing closes', '+++\ntitle = "A"\n'],
    ['a brace in the text', '{wonen} en zorg\n'],
    ['a comment alone', '<!-- concept -->\n\nTekst.\n'],
    ['nothing', ''],
  ])('at the start: %s', (_, text) => {
    expect(frontMatterEnd(text)).toBe(0);
  });

  test.each([
    ['behind a comment', `<!-- concept -->\n\n---\ntitle: A\n${LEFT_OUT}---\n\nTekst.\n`],
    ['behind a title block', `% Titel\n\n---\n${LEFT_OUT}---\n\nTekst.\n`],
  ])('what is left out counts %s', (_, text) => {
    expect(readFrontMatter(text, frontMatterEnd(text)).leftOut).toMatchObject([{ id: 'stadsrandwijken' }]);
  });

  test.each([
    ['TOML', '+++\ntitle = "A"\n+++\n\nTekst.\n', undefined],
    ['JSON', '{\n  "title": "A"\n}\n\nTekst.\n', undefined],
    ['a title block', '% A\n\nTekst.\n', '% A\n'.length],
  ])('nothing is put above %s', (_, text, from) => {
    expect(leaveOutEdit(text, 'stadsrandwijken', 'Niet nu.')?.from).toBe(from);
  });

  test('a comment above the front matter steers', () => {
    const engine = createEngine(builtinStudy);
    const text = '<!-- opgavenwijzer-disable-file -->\n---\ntitle: A\n---\n\nHet woningtekort is groot.\n';
    expect(analyse(engine, text).directives).toMatchObject([{ verb: 'disable-file', from: 0 }]);
  });

  test('what is left out counts at the top only, and the writer hears so', () => {
    const engine = createEngine(builtinStudy);
    const text = `Tekst.\n\n---\ntitle: A\n${LEFT_OUT}---\n\nTekst.\n`;
    const { leftOut, faults } = analyse(engine, text).frontMatter;
    expect(leftOut).toEqual([]);
    expect(faults).toMatchObject([{ from: text.indexOf('opgavenwijzer') }]);
    expect(analyse(engine, 'Tekst.\n\n---\ntitle: A\n---\n').frontMatter.faults).toEqual([]);
  });

  test('sources cited in nocite are cited, and take nothing up', () => {
    const engine = createEngine(builtinStudy);
    const id = engine.study.opgaven[0]!.id;
    const text = `---\ntitle: A\nnocite: |\n  @trendstudie:${id}\n---\n\nTekst.\n`;
    const { citations, coverage } = analyse(engine, text);
    expect(citations).toMatchObject([{ id, from: text.indexOf('trendstudie'), block: -1 }]);
    expect(coverage.find(({ opgave }) => opgave === id)!.evidence).toEqual([]);
  });
});
