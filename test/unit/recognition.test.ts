import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyse, createEngine } from '../../server/src/core/service.js';
import { builtinStudy } from '../../server/src/core/study/builtin.js';

/**
 * Fixtures say in comments what is found in the block above them:
 * `<!-- verwacht: opgave:wijkenaanpak, thema:ruimte-en-wonen; niet: opgave:* -->`. What a comment does not name, it leaves
 * open. `anders:` is a stand against an opgave. In a list the comment speaks for every item since the last comment.
 */
const engine = createEngine(builtinStudy);
const folder = join(import.meta.dirname, '../fixtures/recognition');
const KINDS = { theme: 'thema', trend: 'trend', opgave: 'opgave' } as const;

describe.each(readdirSync(folder))('%s', (file) => {
  const text = readFileSync(join(folder, file), 'utf8');
  const { blocks, mentions } = analyse(engine, text);
  let from = 0;
  for (const comment of text.matchAll(/<!-- (?:verwacht|niet): .*? -->/g)) {
    const start = from;
    from = comment.index;
    const above = blocks.flatMap((block, i) =>
      block.from >= start && block.to <= from && block.kind !== 'heading' ? i : [],
    );
    const words = above.map((i) => text.slice(blocks[i]!.from, blocks[i]!.to)).join(' / ');
    it(words, () => {
      const found = mentions.filter(({ block, certain }) => certain && above.includes(block));
      const names = found.map(({ kind, id, stance }) => `${stance === 'anders' ? stance : KINDS[kind]}:${id}`);
      expect(above).not.toEqual([]);
      expect(names).toEqual(expect.arrayContaining(listOf(comment[0], 'verwacht')));
      for (const name of listOf(comment[0], 'niet')) {
        const kind = name.endsWith(':*') ? name.slice(0, -1) : undefined;
        expect(names.filter((other) => (kind ? other.startsWith(kind) : other === name))).toEqual([]);
      }
    });
  }
});

function listOf(comment: string, word: 'verwacht' | 'niet'): string[] {
  const list = new RegExp(`${word}: ([^;>]*?)(?:;| -->)`).exec(comment)?.[1] ?? '';
  return list
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
}
